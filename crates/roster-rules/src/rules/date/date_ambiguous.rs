//! # 日期有不止一种理解
//!
//! 这个日期可以理解成不同的日子：年份只写了两位，日和月分不清，或者没有写日。
//!
//! ## 为什么重要
//!
//! 猜错一天，出生日期就与身份证号对不上，这名学生会成为问题学籍。
//!
//! ## 怎么改
//!
//! 查看户口簿，把年、月、日写全。入学年月写成“2024.1”时也要核对：表格软件会把“2024.10”变成“2024.1”。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 入学年月 |
//! | 王小明 | 男 | 03/04/2015 | 202109 |
//! ! birth_date format=YYYYMMDD
//! | 王小明 | 男 | 31/12/2015 | 202109 |
//! | 李小红 | 女 | 15-9-1 | 2021.1 |
//! ! birth_date
//! ! enrolment_month format=YYYYMM
//! | 李小红 | 女 | 2015-9-1 | 2021.9 |
//! | 张华 | 男 | ２０１５．９ |  |
//! ! birth_date
//! | 张华 | 男 |  | 202109 |
//! ```
//!
//! ---
//!
//! # The date has more than one reading
//!
//! More than one day could be meant: the year has two digits, day and month may be exchanged, or
//! there is no day.
//!
//! ## Why it matters
//!
//! With a wrong guess the birth date contradicts the identity number, and the pupil becomes a
//! problem registration.
//!
//! ## How to fix
//!
//! Look into the household register and write year, month and day in full. Check `2024.1` in a
//! month column as well: a spreadsheet makes it of `2024.10`.

use roster_model::Level;
use roster_standard::Kind;
use roster_values::date::{DateText, MonthText, read_month};
use roster_values::text::Traits;

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R3004",
    slug: "date-ambiguous",
    level: Level::Error,
    zh: "日期“{value}”有不止一种理解，请查实后按 {format} 的写法写全。",
    en: "{value} can be read as more than one date; look it up and write it in full as {format}.",
    basis: "JY/T 1002-2012, CSRQ (C8, YYYYMMDD) and RXNY (C6, YYYYMM)",
    since: "0.1",
    unless: &[],
    check: Check::Value {
        covers: Covers::Kinds(&[Kind::Date, Kind::Month]),
        when: Traits::NONE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let (ambiguous, form) = match cell.column().info().kind {
        Kind::Month => (
            read_month(cell.text()) == MonthText::Ambiguous,
            "month_form",
        ),
        _ => (cell.date() == DateText::Ambiguous, "date_form"),
    };
    if !ambiguous {
        return;
    }
    let (text, column, roster) = (cell.text(), cell.column(), cell.roster);
    cell.report(|finding| {
        finding
            .quote("value", column, text)
            .fact("format", roster.parameter(form));
    });
}
