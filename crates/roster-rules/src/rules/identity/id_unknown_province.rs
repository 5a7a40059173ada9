//! # 身份证号前两位不是省份代码
//!
//! 身份证号前两位代表省、自治区或直辖市，这里的两位数没有对应的省份。
//!
//! ## 为什么重要
//!
//! 没有哪个省会发出这样的号码，不是录错就是编的，导入后会成为问题学籍。
//!
//! ## 怎么改
//!
//! 对照户口簿核对号码开头六位。学生确实没有身份证号的，不要编号码，证件类型选“其他”。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 证件类型 | 证件号 |
//! | 王小明 | 居民身份证 | 999999201501010012 |
//! ! id_number province=99
//! | 王小明 | 居民身份证 | 660101201509010013 |
//! ! id_number province=66
//! | 王小明 | 居民身份证 | ６６０１０１２０１５０９０１００１３ |
//! ! id_number province=66
//! | 王小明 | 居民身份证 | 660101201509010014 |
//! | 王小明 | 居民身份证 | 110101201509010016 |
//! | 王小明 | 居民身份证 | 820000201306010011 |
//! | 王小明 | 居民身份证 |  |
//! | 王小明 | 其他 | 999999201501010012 |
//! ```
//!
//! 校验码也不对的，先按校验码提示；像居住证或者永久居留身份证的号码，按证件类型不符提示。
//!
//! ---
//!
//! # Unknown province at the front of the ID
//!
//! The first two digits of a resident ID stand for a province, and no province has these.
//!
//! ## Why it matters
//!
//! No province issues such a number: it was mistyped or made up, and becomes a problem registration
//! after import.
//!
//! ## How to fix
//!
//! Compare the first six digits with the household register. For a pupil who has no number yet, do
//! not make one up; the document type is 其他 then.
//!
//! Where the check digit is wrong too, only the check digit is reported; numbers that look like a
//! residence permit are reported with the document type.

use roster_model::{Column, Level};
use roster_standard::region;

use crate::gathered::document::Look;
use crate::{Check, Document, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R1014",
    slug: "id-unknown-province",
    level: Level::Error,
    zh: "身份证号前两位“{province}”不是省份代码，请对照户口簿核对。",
    en: "The first two digits of the resident ID, {province}, are no province; compare with the household register.",
    basis: "GB/T 2260：省、自治区、直辖市代码",
    since: "0.1",
    unless: &["R1003", "R1004", "R1013"],
    check: Check::Document {
        needs: &[Column::IdNumber],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let Some(Look::ResidentCard(id)) = Look::of(row) else {
        return;
    };
    let province = id.region() / 10_000;
    // Two digits always fit a byte.
    if region::province_exists(province as u8) || row.document() != Document::Resident {
        return;
    }
    row.report(Column::IdNumber, |finding| {
        finding.fact("province", format!("{province:02}"));
    });
}
