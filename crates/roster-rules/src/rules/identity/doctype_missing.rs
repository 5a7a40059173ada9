//! # 没有填写身份证件类型
//!
//! “身份证件类型”是空的，或者只写了“无”“待补”之类的字样。
//!
//! ## 为什么重要
//!
//! 系统按证件类型决定怎样查重和核对号码，没有类型的一行不能导入。
//!
//! ## 怎么改
//!
//! 选择学生实际使用的证件。有18位身份证号的选“居民身份证”，号码通过校验时可以点一下采用；还没有上户口、没有身份证号的选“其他”。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 证件类型 | 证件号 |
//! | 王小明 |  | 110101201509010016 |
//! ! id_type
//! ~? id_type -> 居民身份证
//! | 王小明 | \s | １１０１０１２０１５０９０１００１６ |
//! ! id_type
//! ~? id_type -> 居民身份证
//! | 王小明 | 待补 | 110101201509010017 |
//! ! id_type
//! | 王小明 |  |  |
//! ! id_type
//! | 王小明 | 居民身份证 | 110101201509010016 |
//! | 王小明 | 其他 |  |
//! ```
//!
//! ---
//!
//! # Document type missing
//!
//! The document type is blank, or says no more than 无 or 待补.
//!
//! ## Why it matters
//!
//! The type decides how the system compares and checks the number; a row without one cannot be
//! imported.
//!
//! ## How to fix
//!
//! Choose the document the pupil really has. With an 18-character resident ID it is 居民身份证, which
//! one click fills in where the number passes its check; for a pupil without any number yet it is 其他.

use roster_model::{Column, Level, Trust};
use roster_values::text::Traits;

use crate::gathered::document::{Look, RESIDENT_CARD, is_right_number};
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R1017",
    slug: "doctype-missing",
    level: Level::Error,
    zh: "没有填写身份证件类型，请按学生实际使用的证件选择。",
    en: "The document type is missing; choose that of the document the pupil really has.",
    basis: "2013年模板的填写说明：身份证件类型必填",
    since: "0.1",
    unless: &[],
    check: Check::Document {
        needs: &[Column::IdType],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    if !row
        .traits(Column::IdType)
        .intersects(Traits::BLANK | Traits::PLACEHOLDER)
    {
        return;
    }
    let today = row.settings().today;
    let is_resident = match Look::of(row) {
        Some(Look::ResidentCard(id)) => is_right_number(&id, today),
        _ => false,
    };
    let text = row.text(Column::IdType);
    let number = row.place(Column::IdNumber).filter(|_| is_resident);
    row.report(Column::IdType, |finding| {
        finding.related.extend(number);
        if is_resident {
            finding.fix(Trust::Review, text, RESIDENT_CARD);
        }
    });
}
