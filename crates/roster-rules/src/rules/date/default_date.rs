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
//! 查看户口簿上的出生日期，重新填写。真是这一天出生的，不用改。填了身份证号的，由“出生日期与身份证号不一致”一条说明。
//!
//! ## 例子
//!
//! ```roster
//! @ today=2026-11-21
//! | 姓名 | 性别 | 出生日期 |
//! | 王小明 | 男 | 19000101 |
//! ! birth_date level=error value=19000101
//! | 王小明 | 男 | 20150101 |
//! | 李小红 | 女 | １９７０-０１-０１ |
//! ! birth_date level=error
//! | 李小红 | 女 | 18991231 |
//! ! birth_date level=error
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
//! one. Where there is an identity number, the rule that compares the two speaks instead.

use roster_model::{Column, Level};
use roster_values::text::Traits;

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R3012",
    slug: "default-date",
    level: Level::Error,
    zh: "出生日期“{value}”像是程序自己填的，请按户口簿填写。",
    en: "The birth date {value} looks like one that a program filled in; take it from the household register.",
    basis: "本工具自定：程序日历的起始日",
    since: "0.1",
    unless: &["R1005"],
    check: Check::Value {
        covers: Covers::Columns(&[Column::BirthDate]),
        when: Traits::NONE,
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

fn check(cell: &mut Cell<'_>) {
    let Some(date) = cell.date().date() else {
        return;
    };
    if !DEFAULTS.contains(&(date.year(), date.month(), date.day())) {
        return;
    }
    let age = date.age_on(cell.settings().today);
    let most = cell.roster.parameter_number("student_age_max").unwrap_or(0);
    // Some pupils are born on the first day of 2000, as on any other.
    let is_possible = most == 0 || age.is_none_or(|it| i64::from(it) <= most);
    let level = if is_possible {
        Level::Warning
    } else {
        Level::Error
    };
    let (text, column) = (cell.text(), cell.column());
    cell.report_at(level, |finding| {
        finding.quote("value", column, text);
    });
}
