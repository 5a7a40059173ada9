//! # 日期没有写全，或者有不止一种理解
//!
//! 这个日期可以理解成不同的日子：年份只写了两位，日和月分不清；或者没有写全，只有年月、月日或者年份。
//!
//! ## 为什么重要
//!
//! 猜错一天，出生日期就与身份证号对不上，这名学生会成为问题学籍。系统怎样读这样的日期，没有查到公开的说明；作错误，是因为标准要求写全。
//!
//! ## 怎么改
//!
//! 查看户口簿，把年、月、日写全。班主任自用的名单不交给系统，只写年月或者生日的月日不算错误。入学年月写成“2024.1”时也要核对：表格软件会把“2024.10”变成“2024.1”。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 入学年月 |
//! | 王小明 | 男 | 03/04/2015 | 202109 |
//! ! birth_date format=YYYYMMDD note=有两种理解（20150304或20150403）
//! | 王小明 | 男 | 31/12/2015 | 202109 |
//! | 李小红 | 女 | 15-9-1 | 2021.1 |
//! ! birth_date
//! ! enrolment_month format=YYYYMM
//! | 李小红 | 女 | 2015-9-1 | 2021.9 |
//! | 张华 | 男 | ２０１５．９ |  |
//! ! birth_date level=warning note=只有年月，没有日
//! | 张华 | 男 | 201203 | 2021 |
//! ! birth_date level=error note=有不止一种理解
//! ! enrolment_month level=warning note=只有年份
//! | 张华 | 男 |  | 202109 |
//! | 张华 | 男 | 20150901 | 20219 |
//! ! enrolment_month level=error note=有不止一种理解
//! ```
//!
//! ```roster
//! | 姓名 | 出生年月 | 入学年份 |
//! | 王小明 | 2015年9月 | 2021年 |
//! ! birth_date level=info note=只有年月，没有日
//! ! enrolment_month level=info
//! | 李小红 | 201509 | 202109 |
//! ! birth_date level=info
//! ```
//!
//! 列名是“出生年月”，或者别的行、身份证号说得明白的，六位数字就是年月：
//!
//! ```roster
//! | 姓名 | 出生年月 |
//! | 王小明 | 201103 |
//! ! birth_date level=info note=只有年月，没有日
//! | 李小红 | num:201212 |
//! ! birth_date level=info
//! ```
//!
//! ```roster
//! | 姓名 | 出生日期 | 身份证号 |
//! | 王小明 | 201103 | 110101201103010013 |
//! ! birth_date level=warning note=只有年月，没有日
//! ```
//!
//! ```roster
//! | 姓名 | 出生日期 |
//! | 王小明 | 110315 |
//! ! birth_date level=error
//! | 李小红 | 201103 |
//! ! birth_date level=error note=有不止一种理解
//! ```
//!
//! 年份只写了两位、年月日的次序写明了的，身份证号可以作证；号码里是另一年的，由出生日期与身份证号不符的规则说明：
//!
//! ```roster
//! | 姓名 | 出生日期 | 身份证号 |
//! | 王小明 | 15年9月1日 | 110101201509010016 |
//! ! birth_date level=error note=年份只有两位
//! ~? birth_date -> 20150901
//! | 李小红 | 1-Sep-15 | 110101201509010024 |
//! ! birth_date level=error note=年份只有两位
//! ~? birth_date -> 20150901
//! | 张小华 | 14年2月28日 | 110101201502280013 |
//! ! birth_date level=error note=年份只有两位
//! | 赵小刚 | 16年3月15日 |  |
//! ! birth_date level=error note=年份只有两位
//! ```
//!
//! 表格软件给只写了月日的生日加上当年，给只写了年月的加上1日，都不算数：
//!
//! ```roster
//! | 姓名 | 生日 |
//! | 王小明 | date:2026-06-15 |
//! ! birth_date level=info note=只有月日，没有年份
//! | 李小红 | date:2026-07-01 |
//! ! birth_date level=info
//! | 张华 | date:2026-12-31 |
//! ! birth_date level=info
//! | 陈文 | date:2026-02-03 |
//! ! birth_date level=info
//! | 赵云 | date:2026-09-09 |
//! ! birth_date level=info
//! | 周敏 | 6月15日 |
//! ! birth_date level=info
//! ```
//!
//! ```roster
//! @ profile=xj-2013
//! | 姓名 | 出生日期 | 入学年月 |
//! | 王小明 | 2015.09 | 2021级 |
//! ! birth_date level=error
//! ! enrolment_month level=error
//! ```
//!
//! ---
//!
//! # The date lacks a part or is ambiguous
//!
//! More than one day could be meant, since the year has two digits or day and month may be exchanged;
//! or there is no day, no month or no year.
//!
//! ## Why it matters
//!
//! With a wrong guess the birth date contradicts the identity number, and the pupil becomes a
//! problem registration. How a system reads such a date is published nowhere; it is an error because the standard asks for
//! the whole date.
//!
//! ## How to fix
//!
//! Look into the household register and write year, month and day in full. In a teacher's own list,
//! which no system receives, a month or a birthday alone is no error. Check `2024.1` in a
//! month column as well: a spreadsheet makes it of `2024.10`.

use roster_model::{CellKind, Column, Level, Trust};
use roster_standard::Kind;
use roster_values::date::{Date, DateText, MonthText, read_date, read_month, read_short_year};
use roster_values::text::{Traits, half_width, strip};

use crate::gathered::birth_months::{is_month, is_month_only};
use crate::rules::identity::id_vs_birthdate::date_of_number;
use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R3004",
    slug: "date-ambiguous",
    level: Level::Error,
    zh: "日期“{value}”{note}，请查实后写全，写成{format}。",
    en: "The date {value} {note}; look it up and write it in full as {format}.",
    basis: "JY/T 1002-2012 的 CSRQ（C8，YYYYMMDD）和 RXNY（C6，YYYYMM）",
    since: "0.1",
    unless: &[],
    check: Check::Value {
        covers: Covers::Kinds(&[Kind::Date, Kind::Month]),
        when: Traits::NONE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let (text, column, roster) = (cell.text(), cell.column(), cell.roster);
    let is_month = column.info().kind == Kind::Month;
    let (ambiguous, form) = if is_month {
        (read_month(text) == MonthText::Ambiguous, "month_form")
    } else {
        (cell.date() == DateText::Ambiguous, "date_form")
    };
    let lacking = lacking(cell, is_month).filter(|_| ambiguous || is_month);
    if !ambiguous && lacking.is_none() {
        return;
    }
    let short = read_short_year(text).filter(|_| !is_month);
    let (level, (zh, en)) = match lacking {
        // What no system receives may be less exact, above all where the header asks for no more.
        Some((sign, said)) if roster.is_own_list() => {
            let header = &roster.sheet.columns[cell.index].header;
            let level = if header.contains(sign) {
                Level::Warning
            } else {
                Level::Info
            };
            (level, said)
        }
        Some((_, said)) => (Level::Error, said),
        None if short.is_some() => (
            Level::Error,
            ("年份只有两位", "has two digits for the year"),
        ),
        None => (
            Level::Error,
            ("有不止一种理解", "can be read as more than one date"),
        ),
    };
    // The number of the row is a witness.
    let of_number = match short {
        Some(day) if column == Column::BirthDate => {
            let date = cell.row_told().and_then(|it| date_of_number(&it));
            date.filter(|it| read_date(it).date() == Some(day))
        }
        _ => None,
    };
    cell.report_at(level, |finding| {
        finding.quote("value", column, text);
        let readings = both_readings(text).filter(|_| lacking.is_none() && short.is_none());
        match readings {
            Some((a, b)) => finding.quote("a", column, &a).quote("b", column, &b).said(
                "note",
                "有两种理解（{a}或{b}）",
                "can be read as two dates ({a} or {b})",
            ),
            None => finding.said("note", zh, en),
        };
        finding.fact("format", roster.parameter(form));
        if let Some(date) = of_number {
            finding.fix(Trust::Review, text, date);
        }
    });
}

/// The two days that a text with the year at its end may mean.
fn both_readings(text: &str) -> Option<(String, String)> {
    let stripped = strip(text);
    let narrow = half_width(&stripped);
    let mut parts = narrow.split(|it: char| !it.is_ascii_digit());
    let (one, two, year) = (parts.next()?, parts.next()?, parts.next()?);
    let year = year.parse().ok().filter(|_| year.len() == 4)?;
    let (one, two) = (one.parse().ok()?, two.parse().ok()?);
    let day = |month, day| Some(Date::new(year, month, day)?.compact());
    Some((day(one, two)?, day(two, one)?)).filter(|it| it.0 != it.1)
}

/// What a year, or a year and a month, is short of: the sign of it, and how that is said.
fn lacking(cell: &Cell<'_>, is_month: bool) -> Option<(char, (&'static str, &'static str))> {
    let stripped = strip(cell.text());
    let narrow = half_width(&stripped);
    let parts: Vec<&str> = narrow
        .split(|it: char| !it.is_ascii_digit())
        .filter(|it| !it.is_empty())
        .collect();
    let is_year = |it: &str| it.len() == 4 && (it.starts_with("19") || it.starts_with("20"));
    match parts[..] {
        [year] if is_year(year) && matches!(narrow.strip_prefix(year), Some("" | "年" | "级")) => {
            Some((
                if is_month { '月' } else { '日' },
                ("只有年份", "has the year only"),
            ))
        }
        _ if is_month => None,
        [year, _] if is_year(year) => Some(('日', NO_DAY)),
        // Of 201203 alone nobody knows whether it is a day of 2020.
        [both] if both.len() == 6 && (is_month_only(both) || means_month(cell, both)) => {
            Some(('日', NO_DAY))
        }
        [_, _] if narrow.contains('月') => Some(('年', NO_YEAR)),
        [..] if cell.kind() == CellKind::Date => Some(('年', NO_YEAR)),
        _ => None,
    }
}

/// Whether the column says that six digits are a year and a month.
fn means_month(cell: &Cell<'_>, digits: &str) -> bool {
    cell.column() == Column::BirthDate && is_month(digits) && cell.roster.births_are_months()
}

const NO_YEAR: (&str, &str) = ("只有月日，没有年份", "has no year");
const NO_DAY: (&str, &str) = ("只有年月，没有日", "has no day");
