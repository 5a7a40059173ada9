//! # 出生日期像是默认值
//!
//! 1900年1月1日、1970年1月1日这类日子，是程序在没有日期时自己填的。
//!
//! ## 为什么重要
//!
//! 这不是学生真正的出生日期，导入后与身份证号对不上，会成为问题学籍。
//!
//! ## 怎么改
//!
//! 查看户口簿上的出生日期，重新填写。真是这一天出生的，不用改；身份证号也是这一天的不提示，不是这一天的由另一条规则说明。
//!
//! ## 例子
//!
//! ```roster
//! @ today=2026-11-21
//! | 姓名 | 性别 | 出生日期 |
//! | 王小明 | 男 | 19000101 |
//! ! birth_date level=warning value=19000101
//! | 王小明 | 男 | 20150101 |
//! | 李小红 | 女 | １９７０-０１-０１ |
//! ! birth_date level=warning
//! | 李小红 | 女 | 18991231 |
//! ! birth_date level=warning
//! | 张华 | 男 |  |
//! ```
//!
//! ```roster
//! @ today=2018-11-21
//! | 姓名 | 性别 | 出生日期 |
//! | 王小明 | 男 | 20000101 |
//! ! birth_date level=warning
//! | 李小红 | 女 | 20000102 |
//! ```
//!
//! 身份证号证实了的：
//!
//! ```roster
//! @ today=2026-11-21
//! | 姓名 | 性别 | 出生日期 | 身份证件号 |
//! | 王小明 | 男 | 20000101 | 110101200001010010 |
//! | 李小红 | 女 | ２０００-０１-０１ | 110101200001010029 |
//! | 赵小军 | 男 | 20000101 |  |
//! ! birth_date level=warning
//! ```
//!
//! ---
//!
//! # The birth date looks like a default
//!
//! Days such as 1 January 1900 or 1970 are what programs fill in when there is no date.
//!
//! ## Why it matters
//!
//! It is not the birth date; after import it contradicts the identity number, and the pupil becomes a
//! problem registration.
//!
//! ## How to fix
//!
//! Look up the birth date in the household register and write it again; leave it if it is the true
//! one. Where the identity number has the same day nothing is said; where it has another, the rule that
//! compares the two speaks instead.

use roster_model::{Column, Level};
use roster_values::date::Date;

use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R3012",
    slug: "default-date",
    level: Level::Warning,
    zh: "出生日期“{value}”像是程序自己填的，请按户口簿填写。",
    en: "The birth date {value} looks like one that a program filled in; take it from the household register.",
    basis: "本工具自定：程序日历的起始日",
    since: "0.1",
    unless: &["R1005"],
    check: Check::Row {
        needs: &[Column::BirthDate],
        check,
    },
};

/// Year, month and day with which programs begin to count.
const DEFAULTS: [(u16, u8, u8); 6] = [
    (1899, 12, 30),
    (1899, 12, 31),
    (1900, 1, 1),
    (1970, 1, 1),
    (1980, 1, 1),
    (2000, 1, 1),
];

fn check(row: &mut Row<'_>) {
    let Some(date) = row.date(Column::BirthDate).date() else {
        return;
    };
    let is_default = DEFAULTS.contains(&(date.year(), date.month(), date.day()));
    if !is_default || is_confirmed(row, date) {
        return;
    }
    let text = row.text(Column::BirthDate);
    row.report(Column::BirthDate, |finding| {
        finding.quote("value", Column::BirthDate, text);
    });
}

/// Whether a number that is right by itself has the same day: somebody is born on it, as on any other.
fn is_confirmed(row: &Row<'_>, date: Date) -> bool {
    let today = row.settings().today;
    let id = row.id(Column::IdNumber).meant();
    id.is_some_and(|it| it.birth() == Some(date) && it.is_valid_by_itself(today))
}
