//! # 日期的写法不对
//!
//! 日期能看懂，但没有按模板要求的写法填写。
//!
//! ## 为什么重要
//!
//! 系统只认一种写法，其他写法会被拒收，或者被读成别的日子。
//!
//! ## 怎么改
//!
//! 采用给出的写法即可，日子本身不变；要求的写法见导入模板的填写说明，默认是8位数字，入学年月是6位数字。如果日期后面还带着钟点，请对照户口簿确认日子后再改，因为有的软件导出时会差一天。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 入学年月 |
//! | 王小明 | 男 | 2015-09-01 | 202109 |
//! ! birth_date expected=20150901 format=YYYYMMDD
//! ~ birth_date -> 20150901
//! | 王小明 | 男 | 20150901 | 202109 |
//! | 王小明 | 男 | ２０１５０９０１ | 202109 |
//! | 李小红 | 女 | 2015年9月1日 | 2021.9 |
//! ! birth_date expected=20150901
//! ~ birth_date -> 20150901
//! ! enrolment_month expected=202109 format=YYYYMM
//! ~ enrolment_month -> 202109
//! | 李小红 | 女 | 二〇一五年九月一日 | 2021 09 |
//! ! birth_date expected=20150901
//! ~ birth_date -> 20150901
//! ! enrolment_month expected=202109
//! ~ enrolment_month -> 202109
//! | 李小红 | 女 | 1-Sep-2015 | 202109 |
//! ! birth_date expected=20150901
//! ~ birth_date -> 20150901
//! | 张华 | 男 | 20150901 | 20210901 |
//! ! enrolment_month expected=202109
//! | 张华 | 男 | 2015-08-31T16:00:00 |  |
//! ! birth_date
//! ~? birth_date -> 20150831
//! | 张华 | 男 |  | 20171209 |
//! ! enrolment_month expected=201712
//! ~? enrolment_month -> 201712
//! | 张华 | 男 |  |  |
//! ```
//!
//! ```roster
//! @ set date_form=YYYY-MM-DD
//! | 姓名 | 性别 | 出生日期 |
//! | 王小明 | 男 | 2015-09-01 |
//! | 王小明 | 男 | 2015－09－01 |
//! | 李小红 | 女 | 20150901 |
//! ! birth_date expected=2015-09-01 format=YYYY-MM-DD
//! ~ birth_date -> 2015-09-01
//! ```
//!
//! 自己用的名单里，列名规定了写法的，照列名写就不用改：
//!
//! ```roster
//! | 姓名 | 性别 | 生日(yyyy-MM-dd) | 入学年月（如2021.09） |
//! | 王小明 | 男 | 2015-09-01 | 2021.9 |
//! | 李小红 | 女 | 2015/9/1 | 202109 |
//! ! birth_date expected=20150901
//! ~ birth_date -> 20150901
//! ```
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期（格式：2015-01-01） |
//! | 王小明 | 男 | 2015-09-01 |
//! | 李小红 | 女 | 20150901 |
//! ```
//!
//! 国家学生体质健康标准的上报表（有“肺活量”列，或者有“年级编号”和“民族代码”列）不按导入模板，日期带横线、斜线的不用改：
//!
//! ```roster
//! | 班级名称 | 学籍号 | 民族代码 | 姓名 | 性别 | 出生日期 | 身高 | 体重 | 肺活量 |
//! | 一年级1班 | G110101201509010016 | 01 | 王小明 | 1 | 2015-09-01 | 121 | 22 | 1100 |
//! | 一年级1班 | G110101201509020011 | 01 | 李小红 | 2 | 2015/9/2 | 120 | 21 | 1000 |
//! | 一年级1班 | G110101201509030017 | 01 | 张华 | 1 | 20150903 | 120 | 21 | 1000 |
//! ```
//!
//! ```roster
//! | 年级编号 | 班级编号 | 班级名称 | 学籍号 | 民族代码 | 姓名 | 性别 | 出生日期 |
//! | 11 | 1101 | 一年级1班 | G110101201509010016 | 01 | 王小明 | 1 | 2015-09-01 |
//! ```
//!
//! ---
//!
//! # The date is not in the required form
//!
//! The date can be understood, but it is not written as the template asks.
//!
//! ## Why it matters
//!
//! The system accepts one form only; others are refused or read as another day.
//!
//! ## How to fix
//!
//! Accept the offered spelling, the day itself does not change; the required form is told in the
//! guide to the import template (by default eight digits, six for the month of enrolment). Where a
//! time of day follows the date, compare with the household register first: some programs export
//! such dates a day early. In a list of your own a date may have the form that its header names, and in
//! the tables of the national test of fitness (with 肺活量, or 年级编号 and 民族代码) any that can be read.

use roster_model::{CellKind, Level, Trust};
use roster_standard::Kind;
use roster_values::date::{Date, DateText, Month, MonthText, read_month};
use roster_values::text::{Traits, half_width, is_white, strip};

use super::enrolment_month::is_month_of_enrolment;
use crate::date_forms::written_date;
use crate::lists::is_of_fitness_test;
use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R3002",
    slug: "date-wrong-format",
    level: Level::Warning,
    zh: "日期应写成{format}；“{value}”应为“{expected}”。",
    en: "The date should be written as {format}; {value} should be {expected}.",
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
    let Some(read) = read(cell) else { return };
    let (text, column) = (cell.text(), cell.column());
    if read.from_spreadsheet
        || half_width(&strip(text)) == read.wanted
        || is_as_headed(cell)
        || is_of_fitness_test(cell.roster)
    {
        return;
    }
    let trust = if has_time(text) || is_day_of_its_own(cell) {
        Trust::Review
    } else {
        Trust::Safe
    };
    cell.report(|finding| {
        finding
            .quote("value", column, text)
            .quote("expected", column, &read.wanted);
        finding
            .fact("format", read.format)
            .fix(trust, text, read.wanted);
    });
}

/// Whether the header of a list of a school's own names the form that the date has: 生日(yyyy-MM-dd).
fn is_as_headed(cell: &Cell<'_>) -> bool {
    let form = form(cell.text());
    let is_parted = form.len() > 1 && cell.roster.profile.partial;
    is_parted && self::form(&cell.roster.sheet.columns[cell.index].header).contains(&form)
}

/// A text with one zero for every number, or for the letters in place of it.
fn form(text: &str) -> String {
    let mut form = String::new();
    for it in half_width(&strip(text)).chars() {
        let is_of_number = it.is_ascii_digit() || "YyMmDdXx".contains(it);
        if !is_of_number {
            form.push(it);
        } else if !form.ends_with('0') {
            form.push('0');
        }
    }
    form
}

/// Whether a whole date stands for the month of enrolment that is hardly the day of one: it may be a birth
/// date in the wrong column, and its day is not to be lost.
fn is_day_of_its_own(cell: &Cell<'_>) -> bool {
    let is_month = cell.column().info().kind == Kind::Month;
    let day = cell.date().date().filter(|_| is_month);
    day.is_some_and(|it| it.day() != 1 && !is_month_of_enrolment(cell.roster, it.month()))
}

/// A date or month that can be read, and how the profile wants it.
pub(super) struct ReadDate<'a> {
    /// The profile's form, for example `YYYYMMDD`.
    pub(super) format: &'a str,
    /// The text the cell should have.
    pub(super) wanted: String,
    /// The day, or the first day of the month.
    pub(super) day: Date,
    /// A date cell of the file, or a bare serial number.
    pub(super) from_spreadsheet: bool,
}

/// Reads a date or month cell; nothing where it has no single reading.
pub(super) fn read<'a>(cell: &Cell<'a>) -> Option<ReadDate<'a>> {
    let roster = cell.roster;
    let is_date_cell = cell.kind() == CellKind::Date;
    if cell.column().info().kind == Kind::Month {
        let (month, is_serial) = match read_month(cell.text()) {
            MonthText::Plain { month, .. } => (month, false),
            MonthText::Serial(month) => (month, true),
            _ => return None,
        };
        let format = roster.parameter("month_form");
        let wanted = written_month(month, format);
        let from_spreadsheet = is_serial || is_date_cell;
        return Some(ReadDate {
            format,
            wanted,
            day: month.first_day(),
            from_spreadsheet,
        });
    }
    let (day, is_serial) = match cell.date() {
        DateText::Plain { date, .. } => (date, false),
        DateText::Serial(date) => (date, true),
        _ => return None,
    };
    let format = roster.parameter("date_form");
    let wanted = written_date(day, format);
    Some(ReadDate {
        format,
        wanted,
        day,
        from_spreadsheet: is_serial || is_date_cell,
    })
}

pub(super) fn written_month(month: Month, format: &str) -> String {
    match format.chars().nth(4) {
        Some(sign @ ('-' | '/' | '.')) => month.to_string().replace('-', &sign.to_string()),
        _ => month.compact(),
    }
}

/// Whether a time of day other than midnight stands after the date. Midnight here may be another
/// day in the time zone of the pupil, so such a date is not rewritten without being looked at.
pub(super) fn has_time(text: &str) -> bool {
    let stripped = strip(text);
    let narrow = half_width(&stripped);
    match narrow.find(|c: char| is_white(c) || c == 'T') {
        Some(start) => {
            let time = &narrow[start..];
            time.contains([':', '时', '点']) && time.contains(|c| ('1'..='9').contains(&c))
        }
        // Twelve or fourteen digits in a row.
        None => narrow.len() > 10 && narrow.bytes().all(|it| it.is_ascii_digit()),
    }
}
