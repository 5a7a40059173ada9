//! # 15位旧身份证号
//!
//! 这里填的是第一代身份证的15位号码，这种号码已经停用，现在的学生都应当有18位号码。
//!
//! ## 为什么重要
//!
//! 15位的号码不能与公安的人口信息核对，导入后会成为“身份证号错误”的问题学籍。
//!
//! ## 怎么改
//!
//! 按户口簿填写18位号码。下面给出的号码是按规则由15位换算的（出生年份按19××年算）；如果它与出生日期和性别都相符，核对后可以点一下采用，否则只供参考，很可能是18位号码漏录了三位。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 王建国 | 男 | 19620927 | 居民身份证 | 610104620927691 |
//! ! id_number
//! ~? id_number -> 610104196209276916
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101150901001 |
//! ! id_number
//! | 王小明 | 男 | 20150901 | 居民身份证 | １１０１０１１５０９０１００１ |
//! ! id_number
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 11010120150901 |
//! | 王小明 | 男 | 20150901 | 居民身份证 |  |
//! | 王小明 | 男 | 20150901 | 护照 | 110101150901001 |
//! | 王小明 | 男 | 20150901 |  | 110101150901001 |
//! ! id_number
//! | 王小明 | 男 | 20150901 |  | 123456789012345 |
//! ```
//!
//! ---
//!
//! # ID number of 15 digits
//!
//! This is the number of a first-generation card, which is no longer in use; every pupil has a
//! number of 18 characters today.
//!
//! ## Why it matters
//!
//! A number of 15 digits cannot be compared with the population register; after import it makes a problem
//! registration.
//!
//! ## How to fix
//!
//! Fill in the 18 characters of the household register. The number offered below is the 15 digits
//! brought to the new form, with a year of birth of 19xx. Where it agrees with birth date and sex
//! it can be accepted after a look at the register; elsewhere it is a hint, and probably three
//! digits of an 18-digit number were left out.

use roster_model::{Column, Level, Trust};
use roster_values::id_number::IdNumber;
use roster_values::text::tidy_code;

use crate::gathered::document::{begins_with_region, is_cut_to_fifteen};
use crate::{Check, Document, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R1012",
    slug: "id-15-digits",
    level: Level::Error,
    zh: "15位旧身份证号已停用，请对照户口簿填写18位号码。",
    en: "ID numbers of 15 digits are no longer in use; fill in the 18 characters of the household register.",
    basis: "GB 11643-1999：1999年起为18位",
    since: "0.1",
    unless: &["R1013"],
    check: Check::Document {
        needs: &[Column::IdNumber],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let IdNumber::Fifteen(old) = row.id(Column::IdNumber) else {
        return;
    };
    let text = row.text(Column::IdNumber);
    let is_meant = match row.document() {
        Document::Resident => true,
        Document::Unstated => old.birth().is_some() && begins_with_region(&tidy_code(text)),
        _ => false,
    };
    if !is_meant || is_cut_to_fifteen(row) {
        return;
    }
    let (birth, sex) = (row.date(Column::BirthDate).date(), row.sex());
    row.report(Column::IdNumber, |finding| {
        // Without a real date the 15 digits are a piece of a longer number.
        if old.birth().is_none() || birth.is_some() && birth != old.birth() {
            return;
        }
        let agrees = birth.is_some() && birth == old.birth() && sex == Some(old.sex());
        let trust = if agrees { Trust::Review } else { Trust::Hint };
        finding.fix(trust, text, old.to_eighteen().text());
    });
}
