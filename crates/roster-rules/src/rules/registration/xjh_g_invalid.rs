//! # G字头学籍号后18位不是有效号码
//!
//! G字头学籍号由字母 G 和一个身份证号组成，这里字母后面的18位不是有效的身份证号：校验码或日期不对。
//!
//! ## 为什么重要
//!
//! 这样的学籍号不可能是系统分配的，多半是抄写时错了一位，按它找不到学生的学籍。
//!
//! ## 怎么改
//!
//! 登录学籍系统查询这名学生的学籍号，整段复制过来；不要只改最后一位。
//!
//! ## 例子
//!
//! ```roster
//! @ today=2026-11-21
//! | 姓名 | 性别 | 学籍号 |
//! | 王小明 | 男 | G110101201509010017 |
//! ! student_number
//! | 王小明 | 男 | G110101201509010016 |
//! | 李小红 | 女 | Ｇ１１０１０１２０１５０９０１００２５ |
//! ! student_number
//! | 李小红 | 女 | L110101201509010025 |
//! | 张华 | 男 | G110101201513010018 |
//! ! student_number
//! | 张华 | 男 |  |
//! ```
//!
//! ---
//!
//! # The tail of the G number is invalid
//!
//! A G number is the letter G and an identity number. Here the 18 characters after the letter are
//! none: check digit or date are wrong.
//!
//! ## Why it matters
//!
//! The system cannot have given such a number. Most likely one digit was copied wrongly, and the
//! registration will not be found.
//!
//! ## How to fix
//!
//! Look the pupil up in the registration system and copy the whole number. Do not just replace the
//! last character.

use roster_model::{Column, Level};
use roster_values::student_number::{StudentNumber, read_student_number};
use roster_values::text::Traits;

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R8002",
    slug: "xjh-g-invalid",
    level: Level::Error,
    zh: "G字头学籍号的后18位不是有效的身份证号，请到学籍系统核对。",
    en: "The 18 characters after the G are no valid identity number; compare with the registration system.",
    basis: "GB 11643-1999; MOE answers on 学籍 of 2016-08-31, question 5",
    since: "0.1",
    unless: &[],
    check: Check::Value {
        covers: Covers::Columns(&[Column::StudentNumber]),
        when: Traits::NONE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let StudentNumber::G(tail) = read_student_number(cell.text()) else {
        return;
    };
    if !tail.is_valid_by_itself(cell.settings().today) {
        cell.report(|_| {});
    }
}
