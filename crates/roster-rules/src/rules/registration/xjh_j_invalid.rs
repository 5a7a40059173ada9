//! # J字头学籍号不合编码规则
//!
//! J字头学籍号的后18位按身份证号的规则编写，这里的日期或最后一位校验码不合规则。
//!
//! ## 为什么重要
//!
//! 号码很可能抄错了一位，按它找不到学生的学籍。
//!
//! ## 怎么改
//!
//! 登录学籍系统查询这名学生的学籍号，整段复制过来。
//!
//! 各地是否都计算校验码没有得到证实，所以这里只作警告：如果学籍系统里就是这个号码，不用修改。
//!
//! ## 例子
//!
//! ```roster
//! @ today=2026-11-21
//! | 姓名 | 性别 | 学籍号 |
//! | 王小明 | 男 | J110101201509010017 |
//! ! student_number
//! | 王小明 | 男 | J110101201509010016 |
//! | 李小红 | 女 | Ｊ１１０１０１２０１５０２３０００２４ |
//! ! student_number
//! | 李小红 | 女 | L110101201509010025 |
//! | 张华 | 男 |  |
//! ```
//!
//! ---
//!
//! # The J number breaks its coding rule
//!
//! The 18 characters of a J number follow the rule of identity numbers; here the date or the check
//! digit does not.
//!
//! ## Why it matters
//!
//! One character was probably copied wrongly, and the registration will not be found.
//!
//! ## How to fix
//!
//! Look the pupil up in the registration system and copy the whole number.
//!
//! It is not certain that every province works out the check digit, so this is only a warning: if
//! the system has the number as it is, leave it.

use roster_model::{Column, Level};
use roster_values::student_number::StudentNumber;
use roster_values::text::Traits;

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R8006",
    slug: "xjh-j-invalid",
    level: Level::Warning,
    zh: "J字头学籍号的{note}不合编码规则，请到学籍系统核对。",
    en: "The {note} of the J number breaks its coding rule; compare with the registration system.",
    basis: "教育部2016年8月31日学籍问答第5问；GB 11643-1999",
    since: "0.1",
    unless: &[],
    check: Check::Value {
        covers: Covers::Columns(&[Column::StudentNumber]),
        when: Traits::NONE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let StudentNumber::J(tail) = cell.student_number() else {
        return;
    };
    if !tail.is_valid_by_itself(cell.settings().today) {
        let today = cell.settings().today;
        let has_date = tail
            .birth()
            .is_some_and(|it| it.year() >= 1900 && it <= today);
        let (zh, en) = if has_date {
            ("校验码（最后一位）", "check digit")
        } else {
            ("日期", "date")
        };
        cell.report(|finding| {
            finding.said("note", zh, en);
        });
    }
}
