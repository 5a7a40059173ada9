//! # 含有控制字符
//!
//! 内容里夹着给机器用的控制字符，不是文字，常常是从别的系统导出时带来的。
//!
//! ## 为什么重要
//!
//! 系统可能拒收，也可能存进去以后显示成方框，并且与正常内容比对不上。
//!
//! ## 怎么改
//!
//! 采用给出的写法即可，只去掉控制字符；然后对照户口簿看一遍，确认没有缺字。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 证件号 |
//! | 王\u{7F}小明 | 110101201509010016\u{81} |
//! ! name level=warning code_point=U+007F
//! ~ name -> 王小明
//! ! id_number code_point=U+0081
//! ~ id_number -> 110101201509010016
//! | 李\n小红 | １１０１０１２０１５０９０１００２４ |
//! | 赵小华 |  |
//! ```
//!
//! ---
//!
//! # Control characters in the text
//!
//! Characters meant for machines stand in the text. They usually come out of another system's export.
//!
//! ## Why it matters
//!
//! A system may refuse them, or store them and show boxes; and the text compares as different.
//!
//! ## How to fix
//!
//! Accept the offered spelling; only control characters are removed. Then compare with the household
//! register and make sure that no character is missing.

use roster_model::{Level, Trust};
use roster_values::text::{Traits, is_control, strip};

use crate::code_points::code_points;
use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R0203",
    slug: "control-char",
    level: Level::Warning,
    zh: "含有控制字符（{code_point}），请去掉，并核对是否缺字。",
    en: "The text has control characters ({code_point}); remove them and make sure nothing is missing.",
    basis: "Unicode 标准 23.1（控制字符）",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215", "R1026"],
    check: Check::Value {
        covers: Covers::All,
        when: Traits::CONTROL,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let text = cell.text();
    cell.report(|finding| {
        finding
            .fact("code_point", code_points(text, is_control))
            .fix(Trust::Safe, text, strip(text));
    });
}
