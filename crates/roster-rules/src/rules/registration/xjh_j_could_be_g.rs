//! # J字头学籍号可以改为G字头
//!
//! 学籍号是J字头的，而这名学生已经有了居民身份证号。
//!
//! ## 为什么重要
//!
//! J字头的学籍号是给没有身份证号的学生用的。有了身份证号以后，可以向学籍主管部门申请改为G字头，原来的记录保留。
//!
//! ## 怎么改
//!
//! 问学籍主管部门要不要改、怎样申请。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 证件类型 | 证件号 | 学籍号 |
//! | 王小明 | 居民身份证 | 110101201509010016 | J110101201509020011 |
//! ! student_number level=info related=C2
//! | 李小红 | 居民身份证 | １１０１０１２０１５０９０１００２４ | j11010120150902002X |
//! ! student_number
//! | 赵小军 | 居民身份证 | 110101201509010032 | G110101201509010032 |
//! | 孙小芳 | 居民身份证 | 110101201509010024 | L110101201509011234 |
//! | 周文 | 居民身份证 | 110101201509010017 | J110101201509020011 |
//! | 吴芳 | 其他 |  | J110101201509020011 |
//! | 郑华 | 香港特区护照/身份证明 | 810000199408230021 | J110101201509020011 |
//! | 何军 | 居民身份证 | 110101201509010016 |  |
//! ```
//!
//! ---
//!
//! # A J number could become a G number
//!
//! The student number begins with J, and the pupil has a resident ID by now.
//!
//! ## Why it matters
//!
//! J numbers are for pupils without a resident ID. Once there is one, the school may ask for a G number;
//! the record stays as it is.
//!
//! ## How to fix
//!
//! Ask the education authority whether it has to be changed, and how to apply.

use roster_model::{Column, Level};
use roster_values::id_number::{IdNumber, ResidentKind};
use roster_values::student_number::StudentNumber;

use crate::{Check, Document, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R8008",
    slug: "xjh-j-could-be-g",
    level: Level::Info,
    zh: "这名学生已有身份证号，可以申请把J字头学籍号改为G字头。",
    en: "This pupil has a resident ID by now, so the J number could become a G number.",
    basis: "教育部2016年8月31日学籍问答第5问",
    since: "0.1",
    unless: &[],
    check: Check::Row {
        needs: &[Column::StudentNumber, Column::IdNumber],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let StudentNumber::J(_) = row.student_number(Column::StudentNumber) else {
        return;
    };
    let IdNumber::Resident(id) = row.id(Column::IdNumber) else {
        return;
    };
    let is_citizen = row.document() == Document::Resident
        && id.kind() == ResidentKind::Mainland
        && id.is_valid_by_itself(row.settings().today);
    if is_citizen && !id.looks_made_up() {
        let number = row.place(Column::IdNumber);
        row.report(Column::StudentNumber, |finding| {
            finding.related.extend(number);
        });
    }
}
