//! # 首尾有空格
//!
//! 内容的前面或后面多了空格、换行或制表符，看上去与没有一样。
//!
//! ## 为什么重要
//!
//! 电脑把多了空格的内容当作另一个内容：查重时对不上，导入时可能拒收。
//!
//! ## 怎么改
//!
//! 采用给出的写法即可，只去掉首尾的空白和看不见的字符，内容不变。从网页或别的表粘贴时，选择“只粘贴文本”可以减少这种情况。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 证件号 | 民族 |
//! | 王小明\s | \t110101201509010016 | 汉族\n |
//! ! name level=warning
//! ~ name -> 王小明
//! ! id_number
//! ~ id_number -> 110101201509010016
//! ! ethnic_group
//! ~ ethnic_group -> 汉族
//! | \u{3000}李小红 | 110101201509010024 | \u{A0}汉族 |
//! ! name
//! ~ name -> 李小红
//! ! ethnic_group
//! ~ ethnic_group -> 汉族
//! | 买买提 艾力 | １１０１０１２０１５０９０１００１６ |  |
//! | 赵小华\u{200B} | \s | \s无\s |
//! ```
//!
//! ---
//!
//! # Space before or after the text
//!
//! Spaces, line breaks or tabs stand before or after the text, where nobody sees them.
//!
//! ## Why it matters
//!
//! To a computer it is another text: duplicates are not found, and an import may refuse it.
//!
//! ## How to fix
//!
//! Accept the offered spelling; only white space at the ends and invisible characters are removed.
//! When pasting from a web page or another sheet, paste text only.

use roster_model::{Level, Trust};
use roster_values::text::{Traits, strip};

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R0201",
    slug: "outer-space",
    level: Level::Warning,
    zh: "内容的开头或结尾有空格、换行等空白，请去掉。",
    en: "White space stands before or after the text; remove it.",
    basis: "本工具自定",
    since: "0.1",
    // Of text that says nothing, and of a failed formula, the space is not what is wrong.
    unless: &["R0012", "R0210", "R0215", "R1026"],
    check: Check::Value {
        covers: Covers::All,
        when: Traits::OUTER_SPACE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let text = cell.text();
    cell.report(|finding| {
        finding.fix(Trust::Safe, text, strip(text));
    });
}
