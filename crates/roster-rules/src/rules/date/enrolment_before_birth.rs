//! # 入学年月早得不可能
//!
//! 入学年月在出生之前，或者那时孩子还不满三周岁。
//!
//! ## 为什么重要
//!
//! 出生日期和入学年月必有一个是错的；错的是出生日期时，还会与身份证号、户口簿对不上。
//!
//! ## 怎么改
//!
//! 查看户口簿上的出生日期和学校的招生名册，改正填错的一个。身份证号通过校验时，出生日期以身份证号为准，所以错的一般是入学年月。
//!
//! 幼儿园的班级可以有不满三周岁的孩子，不在此列，但入学也不会早于出生。没有年级的，看学段、工作表名和学校名称、学校标识码（11开头的是幼儿园），再看是不是大多数都是幼儿。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 出生日期 | 入学年月 | 年级 |
//! | 王小明 | 20150901 | 201409 | 小学六年级 |
//! ! enrolment_month value=201409 related=B2
//! | 王小明 | 20150901 | 202109 | 小学六年级 |
//! | 李小红 | 2015年9月2日 | ２０１８０８ | 小学六年级 |
//! ! enrolment_month
//! | 李小红 | 2015年9月2日 | 201809 | 小学六年级 |
//! | 张华 | 20231001 | 202609 | 幼儿园小班 |
//! | 张华 | 20261001 | 202609 | 幼儿园托班 |
//! ! enrolment_month
//! | 陈文 | 20250901 | 202109 |  |
//! | 陈文 |  | 201409 |  |
//! | 陈文 | 20150901 |  |  |
//! ```
//!
//! ```roster
//! | 姓名 | 证件类型 | 证件号 | 入学年月 |
//! | 王小明 | 居民身份证 | 110101201509010016 | 201409 |
//! ! enrolment_month related=C2
//! | 王小明 | 居民身份证 | 110101201509010017 | 201409 |
//! ```
//!
//! 没有年级的幼儿园名单：
//!
//! ```roster
//! @ today=2026-09-20
//! | 姓名 | 学校标识码 | 出生日期 | 入学年月 |
//! | 王小明 | 1137000123 | 20240301 | 202609 |
//! | 李小红 | 2137000123 | 20190301 | 201909 |
//! ! enrolment_month
//! ```
//!
//! ```roster
//! @ today=2026-09-20
//! | 姓名 | 学段 | 出生日期 | 入学年月 |
//! | 王小明 | 幼儿园 | 20240301 | 202609 |
//! | 李小红 | 小学 | 20190301 | 201909 |
//! ! enrolment_month
//! ```
//!
//! ```roster
//! @ today=2026-09-20
//! | 姓名 | 班级 | 出生日期 | 入学年月 |
//! | 王小明 | 托一班 | 20240301 | 202603 |
//! | 李小红 | 小一班 | 20230901 | 202609 |
//! | 张华 | 中一班 | 20220501 | 202603 |
//! | 陈文 | 中一班 | 20221001 | 202209 |
//! ! enrolment_month
//! ```
//!
//! ---
//!
//! # The month of enrolment is too early
//!
//! The pupil enrolled before the birth, or before the age of three.
//!
//! ## Why it matters
//!
//! Either the birth date or the month of enrolment is wrong. A wrong birth date does not go with the identity
//! number and the household register either.
//!
//! ## How to fix
//!
//! Look into the household register and the school's admission list and correct the wrong one. Where
//! the identity number passes its check, the birth date is taken from there, so mostly the month is
//! wrong.
//!
//! Classes of a kindergarten may have children below three, but none that is not born. Without a grade the stage, the
//! names of sheet and school and the school code (11 for a kindergarten) tell, or that most are small children.

use roster_model::{Column, Level};
use roster_values::date::Date;

use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R3009",
    slug: "enrolment-before-birth",
    level: Level::Error,
    zh: "入学年月“{value}”时还不满三周岁（出生于{date}），请核对两项。",
    en: "In {value} the pupil, born on {date}, was not three years old; check both.",
    basis: "本工具自定",
    since: "0.1",
    unless: &["R3005"],
    check: Check::Row {
        needs: &[Column::EnrolmentMonth],
        check,
    },
};

const MONTHS_MIN: i32 = 36;

fn check(row: &mut Row<'_>) {
    let Some(month) = row.month(Column::EnrolmentMonth).month() else {
        return;
    };
    let is_fine = |row: &Row<'_>, birth: Date| {
        let age = birth.in_month().months_until(month);
        age >= MONTHS_MIN || (age >= 0 && row.is_before_school())
    };
    if row.stated_birth().is_none_or(|it| is_fine(row, it)) {
        return;
    }
    // Where the number says otherwise, the birth date is what is wrong.
    let Some(birth) = row.birth().filter(|it| !is_fine(row, *it)) else {
        return;
    };
    // A kindergarten has children below the age of a pupil; elsewhere their date is told by itself.
    let is_child = || row.grade().is_some_and(|it| it.code.is_empty());
    if !row.is_pupil_birth(birth) && !is_child() {
        return;
    }
    let text = row.text(Column::EnrolmentMonth);
    let of = if row.date(Column::BirthDate).date() == Some(birth) {
        Column::BirthDate
    } else {
        Column::IdNumber
    };
    let place = row.place(of);
    row.report(Column::EnrolmentMonth, |finding| {
        finding.related.extend(place);
        finding.quote("value", Column::EnrolmentMonth, text).quote(
            "date",
            Column::BirthDate,
            &birth.iso(),
        );
    });
}
