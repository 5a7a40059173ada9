//! # 含有异体字选择符
//!
//! 某个字后面跟着看不见的“异体字选择符”，它只指定这个字的写法，本身不是字，常常是从手机或 PDF 复制来的。
//!
//! ## 为什么重要
//!
//! 看起来只有一个字，电脑却算作两个：姓名比对不上，重复的学生查不出来；不认识它的系统会在后面显示一个方框。
//!
//! ## 怎么改
//!
//! 对照户口簿，确认这个字写对了，再采用给出的写法，只去掉选择符。如果户口簿上是另一种写法的字，请重新输入那个字。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 家庭地址 |
//! | 葛\u{E0100}小明 | 一村１号 |
//! ! name level=warning code_point=U+E0100
//! ~? name -> 葛小明
//! | 葛小红 | 辻\u{FE00}村 |
//! ! home_address code_point=U+FE00
//! ~? home_address -> 辻村
//! | 葛小明 | 一村1号 |
//! |  |  |
//! ```
//!
//! ---
//!
//! # A variation selector behind a character
//!
//! An invisible variation selector follows a character. It only chooses a shape of the character and
//! is none itself; it comes along from phones and PDFs.
//!
//! ## Why it matters
//!
//! One character is seen and two are stored: names compare as different, duplicates are not found, and
//! a system that does not know it shows a box.
//!
//! ## How to fix
//!
//! Make sure from the household register that the character is the right one, then accept the offered
//! spelling; only the selector is removed. If the register has another shape, type that character.

use roster_model::{Level, Trust};
use roster_values::text::{Traits, is_variation_selector};

use crate::code_points::code_point;
use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R0212",
    slug: "variation-selector",
    level: Level::Warning,
    zh: "含有看不见的异体字选择符（{code_point}），请核对这个字后去掉。",
    en: "An invisible variation selector ({code_point}) follows a character; compare the character and remove it.",
    basis: "Unicode 标准 23.4（异体选择符）",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215"],
    check: Check::Value {
        covers: Covers::All,
        when: Traits::VARIATION,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let text = cell.text();
    let Some(first) = text.chars().find(|&it| is_variation_selector(it)) else {
        return;
    };
    cell.report(|finding| {
        let without: String = text
            .chars()
            .filter(|&it| !is_variation_selector(it))
            .collect();
        finding.fact("code_point", code_point(first));
        finding.fix(Trust::Review, text, without);
    });
}
