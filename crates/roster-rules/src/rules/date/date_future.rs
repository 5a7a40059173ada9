//! # 日期晚于今天
//!
//! 出生日期还没有到，或者入学年月在一年以后。
//!
//! ## 为什么重要
//!
//! 这样的日期不可能是真的，系统会拒收，年龄也算不出来。
//!
//! ## 怎么改
//!
//! 查看户口簿上的出生日期，检查年份是否多写或少写；入学年月查看招生名册。招生名单常常提前做好，所以入学年月允许比今天晚，最多十二个月。
//!
//! ## 例子
//!
//! ```roster
//! @ today=2026-11-21
//! | 姓名 | 性别 | 出生日期 | 入学年月 |
//! | 王小明 | 男 | 20270901 | 202309 |
//! ! birth_date date=2026-11-21
//! | 王小明 | 男 | 20261121 | 202711 |
//! | 李小红 | 女 | ２０２７-０９-０１ | 2027-12 |
//! ! birth_date
//! ! enrolment_month date=2027-11
//! | 李小红 | 女 |  |  |
//! ```
//!
//! 身份证号里的日期正确的，只说与号码不一致：
//!
//! ```roster
//! @ today=2026-11-21
//! | 姓名 | 出生日期 | 身份证号 |
//! | 王小明 | 20270901 | 110101201509010016 |
//! ```
//!
//! ---
//!
//! # The date lies in the future
//!
//! The birth date has not come yet, or the month of enrolment is more than a year away.
//!
//! ## Why it matters
//!
//! Such a date cannot be true; the system refuses it, and no age can be worked out.
//!
//! ## How to fix
//!
//! Look up the birth date in the household register and check the year; look up the month of
//! enrolment in the admission list. Lists are often made in advance, so a month of enrolment may lie
//! ahead, but not more than twelve months.

use roster_model::Level;
use roster_standard::Kind;
use roster_values::date::{Month, read_month};
use roster_values::text::Traits;

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R3005",
    slug: "date-future",
    level: Level::Error,
    zh: "“{value}”太晚了，这一列最晚只能是 {date}，请核对年份。",
    en: "{value} lies too far ahead: {date} is the latest this column can hold; check the year.",
    basis: "本工具自定",
    since: "0.1",
    unless: &["R1005"],
    check: Check::Value {
        covers: Covers::Kinds(&[Kind::Date, Kind::Month]),
        when: Traits::NONE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let today = cell.settings().today;
    let latest = match cell.column().info().kind {
        Kind::Month => {
            let Some(month) = read_month(cell.text()).month() else {
                return;
            };
            let latest = Month::new(today.year() + 1, today.month());
            latest
                .filter(|&latest| month > latest)
                .map(|it| it.to_string())
        }
        _ => cell
            .date()
            .date()
            .filter(|&date| date > today)
            .map(|_| today.iso()),
    };
    let Some(latest) = latest else { return };
    let (text, column) = (cell.text(), cell.column());
    cell.report(|finding| {
        finding.quote("value", column, text).fact("date", latest);
    });
}
