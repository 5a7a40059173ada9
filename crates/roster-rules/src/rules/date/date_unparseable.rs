//! # 日期不存在，或者无法识别
//!
//! 这个单元格应当是日期，但写的内容不是日历上有的日子，或者根本不是日期。
//!
//! ## 为什么重要
//!
//! 系统读不出日期，这一行不能导入；年龄、查重和与身份证号的核对也都做不了。
//!
//! ## 怎么改
//!
//! 查看户口簿上的出生日期（入学年月查看学校的招生名册），按提示的写法重新填写。例如4月没有31日，这样的日期要查清到底是哪一天。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 入学年月 |
//! | 王小明 | 男 | 2018/4/31 | 202409 |
//! ! birth_date format=YYYYMMDD note=这一天不存在（4月没有31日）
//! | 王小明 | 男 | 2018/4/30 | 202409 |
//! | 李小红 | 女 | 20150901 | 202413 |
//! ! enrolment_month format=YYYYMM note=这个月不存在（没有13月）
//! | 李小红 | 女 | ２０１５０９０１ | 2024年9月 |
//! | 张华 | 男 | 九月一日 |  |
//! ! birth_date
//! | 张华 | 男 |  | 202409 |
//! | 张华 | 男 | 待补 | #N/A |
//! | 陈文 | 男 | 20150901 | 2021年秋 |
//! ! enrolment_month level=warning
//! ~? enrolment_month -> 202109
//! | 陈文 | 男 | 20150901 | 2021年春 |
//! ! enrolment_month level=error
//! ```
//!
//! ```roster
//! | 姓名 | 异动类别 | 异动日期 | 异动结束日期 |
//! | 王小明 | 休学 | 20260931 | 明年 |
//! ! event_date format=YYYYMMDD
//! | 李小红 | 退学 | 三月一日 |  |
//! ! event_date
//! ```
//!
//! ---
//!
//! # The date does not exist or cannot be read
//!
//! The cell should hold a date, but what is written is no day of the calendar or no date at all.
//!
//! ## Why it matters
//!
//! The system cannot read it, so the row is refused; age, duplicates and the comparison with the
//! identity number cannot be checked either.
//!
//! ## How to fix
//!
//! Look up the birth date in the household register (the month of enrolment in the school's
//! admission list) and write it in the form that is asked for. April has no 31st: such a date has
//! to be looked up, not guessed.

use roster_model::{Column, Level, Trust};
use roster_standard::Kind;
use roster_values::date::{Date, DateText, Month, MonthText, read_month};
use roster_values::text::{Traits, half_width, strip, tidy_code};

use super::date_wrong_format::written_month;
use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R3001",
    slug: "date-unparseable",
    level: Level::Error,
    zh: "“{value}”{note}，请查实后写成{format}。",
    en: "{value} {note}; look it up and write it as {format}.",
    basis: "JY/T 1002-2012 的 CSRQ（C8，YYYYMMDD）和 RXNY（C6，YYYYMM）",
    since: "0.1",
    unless: &["R0218", "R0012", "R0210", "R0215", "R3004"],
    check: Check::Value {
        covers: Covers::Kinds(&[Kind::Date, Kind::Month, Kind::EventDate]),
        when: Traits::NONE,
        check,
    },
};

/// The month in which a term begins that is told as the autumn of a year. In which one a spring term begins
/// is not known.
fn autumn(text: &str) -> Option<Month> {
    let tidy = tidy_code(text);
    let end = tidy.find('秋')?;
    let year = tidy[..end].trim_end_matches('年');
    if year.len() != 4 || !matches!(&tidy[end..], "秋" | "秋季" | "秋学期" | "秋季学期") {
        return None;
    }
    Month::new(year.parse().ok()?, 9)
}

/// The month that is none, or the month and the day that it lacks, of a text that is a date in form.
fn not_in_calendar(text: &str) -> Option<(String, Option<String>)> {
    let stripped = strip(text);
    let narrow = half_width(&stripped);
    let mut parts: Vec<&str> = narrow
        .split(|it: char| !it.is_ascii_digit())
        .filter(|it| !it.is_empty())
        .collect();
    if let [both] = parts[..]
        && matches!(both.len(), 6 | 8)
    {
        parts = vec![&both[..4], &both[4..6], &both[6..]];
    }
    let [year, month, rest @ ..] = &parts[..] else {
        return None;
    };
    let number = |it: &str| it.parse::<u8>().ok();
    let is_year = year.len() == 4 && (year.starts_with("19") || year.starts_with("20"));
    let (year, month) = (year.parse().ok().filter(|_| is_year)?, number(month)?);
    if Date::new(year, month, 1).is_none() {
        return Some((month.to_string(), None));
    }
    let [day] = rest else { return None };
    let day = number(day)?;
    Date::new(year, month, day)
        .is_none()
        .then(|| (month.to_string(), Some(day.to_string())))
}

fn check(cell: &mut Cell<'_>) {
    // The end of a change may be told in words; R9002 says when it is not enough.
    if cell.column() == Column::EventEndDate {
        return;
    }
    let (unreadable, form) = match cell.column().info().kind {
        Kind::Month => (
            read_month(cell.text()) == MonthText::Unreadable,
            "month_form",
        ),
        _ => (cell.date() == DateText::Unreadable, "date_form"),
    };
    if !unreadable {
        return;
    }
    let (text, column, roster) = (cell.text(), cell.column(), cell.roster);
    let format = roster.parameter(form);
    let autumn = autumn(text).filter(|_| form == "month_form");
    let level = match autumn {
        Some(_) if roster.is_own_list() => Level::Warning,
        _ => Level::Error,
    };
    cell.report_at(level, |finding| {
        finding.quote("value", column, text).fact("format", format);
        match not_in_calendar(text) {
            Some((month, None)) => finding.quote("a", column, &month).said(
                "note",
                "这个月不存在（没有{a}月）",
                "does not exist: there is no month {a}",
            ),
            Some((month, Some(day))) => finding
                .quote("a", column, &month)
                .quote("b", column, &day)
                .said(
                    "note",
                    "这一天不存在（{a}月没有{b}日）",
                    "does not exist: month {a} has no day {b}",
                ),
            None => finding.said("note", "不是能识别的日期", "cannot be read as a date"),
        };
        if let Some(month) = autumn {
            finding.fix(Trust::Review, text, written_month(month, format));
        }
    });
}
