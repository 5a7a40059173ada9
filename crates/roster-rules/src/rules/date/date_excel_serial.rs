//! # 日期是表格软件的日期格式
//!
//! 这个单元格存的是表格软件自己的日期（或日期序号，例如 42248），不是模板要求的文本。
//!
//! ## 为什么重要
//!
//! 系统按文本读取这一列，读到的可能是一个五位数字，导入时会报错，或者出生日期变成别的日子。
//!
//! ## 怎么改
//!
//! 采用给出的文本写法。如果单元格只是一个五位数字、换算出来的日子又不像学生的日期，请对照户口簿确认后再改。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 入学年月 |
//! | 王小明 | 男 | date:2015-09-01 | 202109 |
//! ! birth_date expected=20150901 format=YYYYMMDD
//! ~ birth_date -> 20150901
//! | 王小明 | 男 | num:20150901 | 202109 |
//! | 李小红 | 女 | num:42248 | date:2021-09-01 |
//! ! birth_date expected=20150901
//! ~ birth_date -> 20150901
//! ! enrolment_month expected=202109 format=YYYYMM
//! ~ enrolment_month -> 202109
//! | 李小红 | 女 | ４２２４８ | 202109 |
//! ! birth_date expected=20150901
//! | 张华 | 男 | 20151 |  |
//! ! birth_date expected=19550303 note=只有五位数字，请查实日期；如果是表格软件的日期序号，
//! ~! birth_date -> 19550303
//! | 张华 | 男 | 2015-09-01 |  |
//! | 张华 | 男 |  |  |
//! ```
//!
//! ```roster
//! @ set date_form=YYYY-MM-DD
//! | 姓名 | 性别 | 出生日期 |
//! | 王小明 | 男 | date:2015-09-01 |
//! ! birth_date expected=2015-09-01 format=YYYY-MM-DD
//! ~ birth_date -> 2015-09-01
//! ```
//!
//! 国家学生体质健康标准的上报表不按导入模板，真正的日期不用改：
//!
//! ```roster
//! | 年级编号 | 班级名称 | 学籍号 | 民族代码 | 姓名 | 性别 | 出生日期 | 肺活量 |
//! | 11 | 一年级1班 | G110101201509010016 | 01 | 王小明 | 1 | date:2015-09-01 | 1100 |
//! ```
//!
//! ---
//!
//! # The date is a spreadsheet date
//!
//! The cell holds the spreadsheet's own date (or its serial number, such as 42248) instead of the
//! text that the template asks for.
//!
//! ## Why it matters
//!
//! The system reads this column as text. It may get a five-digit number, and refuses the row or
//! stores another day.
//!
//! ## How to fix
//!
//! Accept the offered text. Where the cell is only a five-digit number and the day it stands for is
//! not likely for a pupil, compare with the household register first. In the tables of the national test of fitness
//! (R3002) a true date is right.

use roster_model::{CellKind, Level, Trust};
use roster_standard::Kind;
use roster_values::text::Traits;

use super::date_wrong_format::{has_time, read};
use crate::lists::is_of_fitness_test;
use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R3003",
    slug: "date-excel-serial",
    level: Level::Warning,
    zh: "{note}应写成“{expected}”。",
    en: "{note} write {expected}.",
    basis: "JY/T 1002-2012 的 CSRQ（C8，YYYYMMDD）和 RXNY（C6，YYYYMM）",
    since: "0.1",
    unless: &[],
    check: Check::Value {
        covers: Covers::Kinds(&[Kind::Date, Kind::Month]),
        when: Traits::NONE,
        check,
    },
};

/// A bare number is taken for a pupil's date only within these days before and after today; in
/// this range no number looks like a date cut short.
const DAYS_BEFORE: i32 = 30 * 366;
const DAYS_AFTER: i32 = 366;

fn check(cell: &mut Cell<'_>) {
    let Some(read) = read(cell) else { return };
    let is_date_cell = cell.kind() == CellKind::Date;
    if !read.from_spreadsheet || is_date_cell && is_of_fitness_test(cell.roster) {
        return;
    }
    let (text, column, today) = (cell.text(), cell.column(), cell.settings().today.days());
    let is_likely = (today - DAYS_BEFORE..=today + DAYS_AFTER).contains(&read.day.days());
    let is_certain = if is_date_cell {
        !has_time(text)
    } else {
        is_likely
    };
    let (trust, zh, en) = match (is_date_cell, is_certain) {
        (true, _) => (
            if is_certain {
                Trust::Safe
            } else {
                Trust::Review
            },
            "这个单元格用的是表格软件的日期格式，系统只认文字：",
            "This is a spreadsheet date; the system reads text only:",
        ),
        (false, true) => (
            Trust::Safe,
            "这是表格软件的日期序号，系统不认：",
            "This is the serial number of a spreadsheet date, which the system does not know:",
        ),
        // A date that was cut short, as likely as not: `20181`.
        (false, false) => (
            Trust::Hint,
            "只有五位数字，请查实日期；如果是表格软件的日期序号，",
            "There are five digits only; look the date up. If they are the serial number of a spreadsheet date,",
        ),
    };
    cell.report(|finding| {
        finding
            .said("note", zh, en)
            .quote("expected", column, &read.wanted)
            .fact("format", read.format);
        // A date cell may show what is wanted: then it becomes a text as it stands.
        if read.wanted != text || is_date_cell {
            finding.fix(trust, text, read.wanted);
        }
    });
}
