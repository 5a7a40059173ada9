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
//! 学籍号与这名学生的身份证号一样、身份证号本身有错的，由身份证号的规则说明，这里不再重复报告；改正身份证号以后，请一并改正学籍号。
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
//! | 赵小军 | 男 | G999999201501010012 |
//! ! student_number
//! ```
//!
//! ```roster
//! | 姓名 | 证件类型 | 证件号 | 学籍号 |
//! | 王小明 | 居民身份证 | 110101201509010017 | G110101201509010017 |
//! | 李小红 | 居民身份证 | 110101201509010024 | G110101201509010025 |
//! ! student_number
//! | 张华 | 其他 |  | G110101201509010033 |
//! ! student_number
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
//!
//! Where it equals the pupil's identity number and that is wrong, the rules of identity numbers tell
//! it; correct both.

use roster_model::{Column, Level};
use roster_values::id_number::IdNumber;
use roster_values::student_number::StudentNumber;

use crate::{Check, Document, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R8002",
    slug: "xjh-g-invalid",
    level: Level::Error,
    zh: "G字头学籍号的后18位不是有效的身份证号，请到学籍系统核对。",
    en: "The 18 characters after the G are no valid identity number; compare with the registration system.",
    basis: "GB 11643-1999；教育部2016年8月31日学籍问答第5问",
    since: "0.1",
    unless: &[],
    check: Check::Row {
        needs: &[Column::StudentNumber],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let StudentNumber::G(tail) = row.student_number(Column::StudentNumber) else {
        return;
    };
    if tail.is_valid_by_itself(row.settings().today) && tail.is_of_a_province() {
        return;
    }
    // A wrong identity number that was copied into the student number is told once, where it began.
    let is_copy = matches!(row.id(Column::IdNumber), IdNumber::Resident(id) if id == tail);
    if is_copy && row.document() == Document::Resident {
        return;
    }
    row.report(Column::StudentNumber, |_| {});
}
