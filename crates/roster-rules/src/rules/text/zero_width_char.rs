//! # 含有看不见的字符
//!
//! 内容里夹着不占位置、看不见的字符，常常是从网页、聊天软件或 PDF 粘贴时带来的。
//!
//! ## 为什么重要
//!
//! 看起来与正常内容一模一样，比对时却不相同：身份证号会被判为位数不对，同名的学生查不出重复。
//!
//! ## 怎么改
//!
//! 采用给出的写法即可，只去掉看不见的字符，看得见的内容不变。不放心时，对照户口簿重新输入一遍。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 证件号 |
//! | 王\u{200B}小明 | \u{202D}110101201509010016\u{202C} |
//! ! name level=warning code_point=U+200B
//! ~ name -> 王小明
//! ! id_number code_point="U+202D U+202C"
//! ~ id_number -> 110101201509010016
//! | 李小红 | １１０１０１２０１５０９０１００２４\u{FEFF} |
//! ! id_number code_point=U+FEFF
//! | 李\u{3000}小红 | １１０１０１２０１５０９０１００２４ |
//! | 孙小芳\u{FE0F} | \u{2066}110101201509010016\u{2069} |
//! ! name code_point=U+FE0F
//! ~ name -> 孙小芳
//! ! id_number code_point="U+2066 U+2069"
//! ~ id_number -> 110101201509010016
//! | 赵小华 |  |
//! | 钱小军 | \u{200B} |
//! ```
//!
//! ---
//!
//! # Invisible characters in the text
//!
//! Characters that take no space and cannot be seen stand in the text. They usually come along when
//! something is pasted from a web page, a chat or a PDF.
//!
//! ## Why it matters
//!
//! The text looks right and yet differs from the right text: an ID number counts as too long, and two
//! pupils with one name are not found.
//!
//! ## How to fix
//!
//! Accept the offered spelling; only invisible characters are removed. When in doubt, type the text
//! again from the household register.

use roster_model::{Level, Trust};
use roster_values::text::{Traits, is_invisible, strip};

use crate::code_points::code_points;
use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R0202",
    slug: "zero-width-char",
    level: Level::Warning,
    zh: "含有看不见的字符（{code_point}），看起来正常，比对时却不相同，请去掉。",
    en: "The text has invisible characters ({code_point}); it looks right but compares as different. Remove them.",
    basis: "Unicode 标准 23.2（排版控制字符）",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215", "R1026"],
    check: Check::Value {
        covers: Covers::All,
        when: Traits::INVISIBLE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let text = cell.text();
    cell.report(|finding| {
        finding
            .fact("code_point", code_points(text, is_invisible))
            .fix(Trust::Safe, text, strip(text));
    });
}
