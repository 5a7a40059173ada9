//! # L字头学籍号中的日期不对
//!
//! L字头临时学籍号的第8到15位是日期，这里的八位数字不是一个真实的日期，或者晚于今天。
//!
//! ## 为什么重要
//!
//! 临时学籍号由系统生成，日期不对说明号码很可能抄错了，按它找不到学生的学籍。
//!
//! ## 怎么改
//!
//! 登录学籍系统查询这名学生的学籍号，整段复制过来。
//!
//! 这里只看日期。L字头号码的最后一位是否按身份证号的办法计算，各种说法不一致，所以不检查。
//!
//! ## 例子
//!
//! ```roster
//! @ today=2026-11-21
//! | 姓名 | 性别 | 学籍号 |
//! | 王小明 | 男 | L110101201502301234 |
//! ! student_number date=20150230
//! | 王小明 | 男 | L110101201502281234 |
//! | 李小红 | 女 | Ｌ１１０１０１２０２７０９０１１２３４ |
//! ! student_number date=20270901
//! | 李小红 | 女 | J110101201502301234 |
//! | 张华 | 男 |  |
//! ```
//!
//! ---
//!
//! # The date in the L number is wrong
//!
//! Characters 8 to 15 of a temporary number are a date. Here they are no real date, or one that has
//! not come yet.
//!
//! ## Why it matters
//!
//! Temporary numbers are made by the system; a wrong date means that the number was probably copied
//! wrongly, and the registration will not be found.
//!
//! ## How to fix
//!
//! Look the pupil up in the registration system and copy the whole number.
//!
//! Only the date is checked. Sources disagree on whether the last character of an L number is worked
//! out as in an identity number, so it is left alone.

use roster_model::{Column, Level};
use roster_values::student_number::StudentNumber;
use roster_values::text::Traits;

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R8004",
    slug: "xjh-l-format",
    level: Level::Warning,
    zh: "L字头学籍号中的日期“{date}”不对，请到学籍系统核对。",
    en: "The date {date} in the L number is wrong; compare with the registration system.",
    basis: "教育部2016年8月31日学籍问答第5问；公布的学籍号结构",
    since: "0.1",
    unless: &["R8005"],
    check: Check::Value {
        covers: Covers::Columns(&[Column::StudentNumber]),
        when: Traits::NONE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let StudentNumber::L(tail) = cell.student_number() else {
        return;
    };
    let today = cell.settings().today;
    if tail
        .birth()
        .is_some_and(|date| date.year() >= 1900 && date <= today)
    {
        return;
    }
    cell.report(|finding| {
        finding.quote("date", Column::BirthDate, tail.birth_text());
    });
}
