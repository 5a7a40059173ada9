//! # 民族少了“族”字
//!
//! 民族的名称应当带“族”字，这里少了。
//!
//! ## 为什么重要
//!
//! 系统只认标准里的全称，少一个字也会被拒收。
//!
//! ## 怎么改
//!
//! 采用给出的全称。请留意“土”是土族，“土家”才是土家族；拿不准时查看户口簿。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 民族 |
//! | 王小明 | 男 | 汉 |
//! ! ethnic_group expected=汉族
//! ~ ethnic_group -> 汉族
//! | 王小明 | 男 | 汉族 |
//! | 李小红 | 女 | 土家 |
//! ! ethnic_group expected=土家族
//! ~ ethnic_group -> 土家族
//! | 李小红 | 女 | 维族 |
//! | 李小红 | 女 | 蒙 古 |
//! ! ethnic_group expected=蒙古族
//! ~ ethnic_group -> 蒙古族
//! | 张华 | 男 | 穿青人 |
//! | 张华 | 男 |  |
//! ```
//!
//! ---
//!
//! # The ethnic group lacks 族
//!
//! The name of an ethnic group ends in 族, and here it does not.
//!
//! ## Why it matters
//!
//! The system takes only the full name of the standard; one character missing is enough to be
//! refused.
//!
//! ## How to fix
//!
//! Accept the full name. Note that 土 is 土族, while 土家 is 土家族; if in doubt, look into the
//! household register.

use roster_model::{Level, Trust};
use roster_standard::Listed;
use roster_values::text::{Traits, tidy_code};

use super::ethnic_unknown::ETHNIC_GROUPS;
use crate::lists::look_up;
use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R4005",
    slug: "ethnic-missing-zu",
    level: Level::Warning,
    zh: "民族应带“族”字，应填“{expected}”。",
    en: "The name of an ethnic group ends in 族: write {expected}.",
    basis: "GB/T 3304-1991",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215"],
    check: Check::Value {
        covers: Covers::Columns(&ETHNIC_GROUPS),
        when: Traits::NONE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let text = cell.text();
    let Some((_, Listed::Alias(meant))) = look_up(cell) else {
        return;
    };
    if !lacks_zu(text, meant.label) {
        return;
    }
    cell.report(|finding| {
        finding
            .fact("expected", meant.label)
            .fix(Trust::Safe, text, meant.label);
    });
}

/// Whether nothing but the last character of the name is missing.
pub(super) fn lacks_zu(text: &str, label: &str) -> bool {
    label
        .strip_suffix('族')
        .is_some_and(|it| it == tidy_code(text))
}
