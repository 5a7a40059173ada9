//! # 没有填写身份证号
//!
//! 证件类型是居民身份证，号码一栏却是空的，或者写着“待补”“无”之类的字样。
//!
//! ## 为什么重要
//!
//! 没有号码，系统就不能查重，也不能与公安的人口信息核对，这一行会被退回。
//!
//! ## 怎么改
//!
//! 请按户口簿填写18位号码。确实还没有身份证号的学生，证件类型请选“其他”，号码留空，不要写“无”或者自己编号码。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 证件类型 | 证件号 |
//! | 王小明 | 居民身份证 |  |
//! ! id_number level=error
//! | 王小明 | 居民身份证 | \u{3000} |
//! ! id_number level=error
//! | 王小明 | 身份证 | 待补 |
//! ! id_number level=error
//! | 王小明 | 其他 | 无 |
//! ! id_number level=warning
//! ~? id_number ->
//! | 王小明 | 居民身份证 | 110101201509010016 |
//! | 王小明 | 居民身份证 | １１０１０１２０１５０９０１００１６ |
//! | 王小明 | 其他 |  |
//! | 王小明 | 护照 | E12345678 |
//! ```
//!
//! 证件类型不是居民身份证而号码写着“无”的，只作提醒，可以点一下清空。
//!
//! ---
//!
//! # ID number missing
//!
//! The document is a resident identity card, and the number is blank or says 待补, 无 or the like.
//!
//! ## Why it matters
//!
//! Without the number the system can neither find duplicates nor compare with the population
//! register, and sends the row back.
//!
//! ## How to fix
//!
//! Fill in the 18 characters of the household register. For a pupil who has no number yet, the
//! document type is 其他 and the number stays blank: no 无, and no number made up.
//!
//! Under another document type a word in place of the number is a warning, and one click clears it.

use roster_model::{Column, Level, Trust};
use roster_values::id_number::IdNumber;

use crate::{Check, Document, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R1026",
    slug: "id-missing",
    level: Level::Error,
    zh: "没有填写身份证件号；确无身份证号的学生，证件类型请选“其他”，号码留空。",
    en: "The ID number is missing; for a pupil who has none the type is 其他 and the number stays blank.",
    basis: "Filling guide of the 2013 template: the number may be blank under 其他 only",
    since: "0.1",
    unless: &[],
    check: Check::Document {
        needs: &[Column::IdNumber],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let text = row.text(Column::IdNumber);
    match (row.id(Column::IdNumber), row.document()) {
        (IdNumber::Blank | IdNumber::Placeholder, Document::Resident) => {
            row.report(Column::IdNumber, |_| {});
        }
        (IdNumber::Placeholder, _) => row.report_at(Level::Warning, Column::IdNumber, |finding| {
            finding.fix(Trust::Review, text, "");
        }),
        _ => {}
    }
}
