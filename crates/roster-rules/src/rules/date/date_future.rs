//! # 日期晚于今天
//!
//! 出生日期还没有到，或者入学年月还远没有到。
//!
//! ## 为什么重要
//!
//! 这样的日期不可能是真的，系统会拒收，年龄也算不出来。
//!
//! ## 怎么改
//!
//! 查看户口簿上的出生日期，检查年份是否多写或少写；入学年月查看招生名册。招生名单常常提前做好，所以入学年月允许比今天晚七个月；一列里大多数都比今天晚的，允许晚十二个月。异动日期允许晚一年。
//!
//! ## 例子
//!
//! ```roster
//! @ today=2026-11-21
//! | 姓名 | 性别 | 出生日期 | 入学年月 |
//! | 王小明 | 男 | 20270901 | 202309 |
//! ! birth_date date=2026-11-21
//! | 王小明 | 男 | 20261121 | 202706 |
//! | 李小红 | 女 | ２０２７-０９-０１ | 2027-07 |
//! ! birth_date
//! ! enrolment_month date=2027-06
//! | 李小红 | 女 |  | 202609 |
//! ```
//!
//! ```roster
//! @ today=2026-11-21
//! | 姓名 | 性别 | 入学年月 |
//! | 王小明 | 男 | 202709 |
//! | 李小红 | 女 | 202709 |
//! | 张华 | 男 | 2027-12 |
//! ! enrolment_month date=2027-11
//! | 陈文 | 男 |  |
//! ```
//!
//! ```roster
//! @ today=2026-11-21
//! | 姓名 | 异动类别 | 异动日期 | 异动结束日期 |
//! | 王小明 | 休学 | 20290901 | 20300831 |
//! ! event_date date=2027-11-21
//! | 李小红 | 休学 | 20271121 | 20281120 |
//! ```
//!
//! 身份证号通过校验的，给出号码里的日期，不再另外提示与号码不一致：
//!
//! ```roster
//! @ today=2026-11-21
//! | 姓名 | 出生日期 | 身份证号 |
//! | 王小明 | 20270901 | 110101201509010016 |
//! ! birth_date
//! ~? birth_date -> 20150901
//! | 李小红 | 20270901 | 110101198503050012 |
//! ! birth_date
//! | 张华 | 20270901 | 110101201509010017 |
//! ! birth_date
//! ```
//!
//! ```roster
//! @ today=2026-09-20
//! | 姓名 | 出生年月 |
//! | 王小明 | 2091.05 |
//! ! birth_date level=error date=2026-09-20
//! | 李小红 | 2019.05 |
//! ```
//!
//! ---
//!
//! # The date lies in the future
//!
//! The birth date has not come yet, or the month of enrolment is far away.
//!
//! ## Why it matters
//!
//! Such a date cannot be true; the system refuses it, and no age can be worked out.
//!
//! ## How to fix
//!
//! Look up the birth date in the household register and check the year; look up the month of
//! enrolment in the admission list. Lists are often made in advance, so a month of enrolment may lie
//! seven months ahead, and twelve where most of the column lies ahead. A change may be a year ahead.
//! Where a number that passes its check has another birth date, that date is offered, and that the two differ
//! is not told as well.

use roster_model::{Column, Level, Trust};
use roster_standard::Kind;
use roster_values::date::{Date, Month, read_month};
use roster_values::text::Traits;

use crate::gathered::birth_months::BornIn;
use crate::rules::identity::id_vs_birthdate::date_of_number;
use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R3005",
    slug: "date-future",
    level: Level::Error,
    zh: "“{value}”太晚了，这一列最晚只能是 {date}，请核对年份。",
    en: "{value} lies too far ahead: {date} is the latest this column can hold; check the year.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Value {
        covers: Covers::Kinds(&[Kind::Date, Kind::Month, Kind::EventDate]),
        when: Traits::NONE,
        check,
    },
};

/// From February on the lists for September are made.
const MONTHS_AHEAD: u16 = 7;
/// As far as a list of those who are yet to come may look.
const MONTHS_AHEAD_OF_ALL: u16 = 12;

fn check(cell: &mut Cell<'_>) {
    let today = cell.settings().today;
    let latest = match cell.column().info().kind {
        Kind::Month => {
            let Some(month) = read_month(cell.text()).month() else {
                return;
            };
            let later = |months: u16| {
                let month = u16::from(today.month()) - 1 + months;
                Month::new(today.year() + month / 12, (month % 12) as u8 + 1)
            };
            let is_past = |latest: Option<Month>| latest.is_some_and(|it| month > it);
            if !is_past(later(MONTHS_AHEAD)) {
                return;
            }
            let latest = if are_mostly_ahead(cell) {
                later(MONTHS_AHEAD_OF_ALL)
            } else {
                later(MONTHS_AHEAD)
            };
            latest.filter(|_| is_past(latest)).map(|it| it.to_string())
        }
        // A change may be applied for ahead of its day; how long it will last is another matter.
        Kind::EventDate => {
            let (year, month) = (today.year() + 1, today.month());
            let latest = Date::new(year, month, today.day()).or_else(|| Date::new(year, month, 28));
            let date = cell.date().date();
            let date = date.filter(|_| cell.column() != Column::EventEndDate);
            latest.filter(|it| date > Some(*it)).map(Date::iso)
        }
        _ => {
            let month = || BornIn::of(cell.roster, cell.index, cell.value)?.days();
            let first = cell.date().date().or_else(|| Some(month()?.0));
            first.filter(|&it| it > today).map(|_| today.iso())
        }
    };
    let Some(latest) = latest else { return };
    let (text, column) = (cell.text(), cell.column());
    let is_birth = column == Column::BirthDate;
    let row = cell.row_told().filter(|_| is_birth);
    cell.report(|finding| {
        finding.quote("value", column, text).fact("date", latest);
        if let Some(to) = row.and_then(|it| date_of_number(&it)) {
            finding.fix(Trust::Review, text, to);
        }
    });
}

/// Whether most of the column's months are still to come: a list of new pupils made long before.
fn are_mostly_ahead(cell: &Cell<'_>) -> bool {
    let today = cell.settings().today;
    let Some(now) = Month::new(today.year(), today.month()) else {
        return false;
    };
    let months = cell.roster.months(cell.index);
    let (mut ahead, mut known) = (0_u32, 0_u32);
    for row in 0..cell.roster.sheet.row_count() {
        let month = months[cell.roster.value(cell.index, row).0 as usize].month();
        known += u32::from(month.is_some());
        ahead += u32::from(month.is_some_and(|it| it > now));
    }
    ahead * 2 > known
}
