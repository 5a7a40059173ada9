//! # 临时学籍号与身份证号相同
//!
//! L字头临时学籍号的后18位与这名学生的身份证号完全一样。
//!
//! ## 为什么重要
//!
//! 临时学籍号由系统生成，与身份证号没有对应关系。两者相同，说明它很可能是在身份证号前面加了一个 L 编出来的，系统里没有这个号码。
//!
//! ## 怎么改
//!
//! 登录学籍系统查询这名学生的学籍号，整段复制过来；系统还没有分配的，请留空。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 证件类型 | 证件号 | 学籍号 |
//! | 王小明 | 居民身份证 | 110101201509010016 | L110101201509010016 |
//! ! student_number
//! | 李小红 | 居民身份证 | 110101201509010024 | L110101201509011234 |
//! | 张华 | 居民身份证 | 110101201509010032 | G110101201509010032 |
//! | 陈文 | 居民身份证 | １１０１０１２０１４１２２５００１３ | Ｌ110101201412250013 |
//! ! student_number
//! | 赵云 | 居民身份证 | 110101201601010019 |  |
//! ```
//!
//! ---
//!
//! # The temporary number equals the identity number
//!
//! The 18 characters after the L are exactly the pupil's identity number.
//!
//! ## Why it matters
//!
//! Temporary numbers are made by the system and have nothing to do with the identity number. Where
//! both are equal, somebody probably put an L in front of the identity number, and the system does
//! not know such a number.
//!
//! ## How to fix
//!
//! Look the pupil up in the registration system and copy the whole number; leave the cell blank while
//! the system has given none.

use roster_model::{Column, Level};
use roster_values::id_number::IdNumber;
use roster_values::student_number::StudentNumber;

use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R8005",
    slug: "xjh-l-equals-id",
    level: Level::Warning,
    zh: "L字头临时学籍号与身份证号相同，可能不是系统分配的，请到学籍系统核对。",
    en: "The temporary number equals the identity number; it was probably not given by the system; compare with the registration system.",
    basis: "教育部2016年8月31日学籍问答第5问",
    since: "0.1",
    unless: &[],
    check: Check::Row {
        needs: &[Column::StudentNumber, Column::IdNumber],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let StudentNumber::L(tail) = row.student_number(Column::StudentNumber) else {
        return;
    };
    let IdNumber::Resident(id) = row.id(Column::IdNumber) else {
        return;
    };
    if tail != id {
        return;
    }
    let number = row.place(Column::IdNumber);
    row.report(Column::StudentNumber, |finding| {
        finding.related.extend(number);
    });
}
