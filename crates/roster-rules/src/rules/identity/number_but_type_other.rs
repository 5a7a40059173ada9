//! # 有身份证号却没有选“居民身份证”
//!
//! 证件类型选的是“其他”或者“户口簿”，号码却是一个通过校验的居民身份证号，或者像是写错了的居民身份证号。
//!
//! ## 为什么重要
//!
//! 系统只对“居民身份证”按号码查重。类型选错，这名学生会按姓名、性别和出生日期查重，容易与同名同日生的学生判为重复。
//!
//! ## 怎么改
//!
//! 选“居民身份证”，可以点一下采用。户口簿上有身份证号的，也选“居民身份证”，没有办实体证件不要紧。如果这个号码是家长的，请换成学生本人的。号码写错了的，先按户口簿改正号码，不要因为导入时不被接受就改选“其他”。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 证件类型 | 证件号 |
//! | 王小明 | 其他 | 110101201509010016 |
//! ! id_type level=warning value=其他
//! ~? id_type -> 居民身份证
//! | 王小明 | 户口本 | １１０１０１２０１５０９０１００１６ |
//! ! id_type value=户口本
//! ~? id_type -> 居民身份证
//! | 王小明 | 其他 | 110101201509010017 |
//! | 王小明 | 其他 | 999999201501010012 |
//! | 林怡君 | 其他 | 830000201603150020 |
//! | 王小明 | 户口簿 | 110123456 |
//! | 王小明 | 其他 |  |
//! | 王小明 | 居民身份证 | 110101201509010016 |
//! | 王小明 | 护照 | 110101201509010016 |
//! ```
//!
//! 以行政区划代码开头、又含这名学生的出生日期，只是多几位、少几位、有一处写错或者校验码不对的，多半是写错了的身份证号；多一位或者少一位的，即使错在出生日期那几位上，也看得出来：
//!
//! ```roster
//! | 姓名 | 出生日期 | 证件类型 | 证件号 |
//! | 王小明 | 20150901 | 其他 | 110101201509010017 |
//! ! id_type level=warning note=像是写错了的居民身份证号
//! | 王小明 | 20150901 | 其他 | 11010120150901001 |
//! ! id_type
//! | 王小明 | 20150901 | 户口簿 | 1101012015090100166 |
//! ! id_type
//! | 王小明 | 20150901 | 其他 | 1101012015090100 |
//! ! id_type
//! | 王小明 | 20150901 | 户口簿 | 11010121509010016 |
//! ! id_type note=像是写错了的居民身份证号
//! | 王小明 | 20150901 | 其他 | 1101012015009010016 |
//! ! id_type
//! | 王小明 | 20150901 | 户口簿 | 110101201509010000 |
//! ! id_type note=像是写错了的居民身份证号
//! | 王小明 | 20150901 | 户口簿 | 110101201513010019 |
//! ! id_type
//! | 王小明 | 20150901 | 户口簿 | 990101201509010016 |
//! ! id_type
//! | 王小明 | 20150901 | 其他 | 990101201509010016 |
//! | 王小明 | 20150901 | 户口簿 | 110101150901001 |
//! ! id_type
//! | 王小明 | 20150901 | 户口簿 | 110101201O09010016 |
//! ! id_type
//! | 王小明 | 20150902 | 其他 | 11O101201509010016 |
//! ! id_type note=像是写错了的居民身份证号
//! | 王小明 | 20150902 | 其他 | 11O101201509010017 |
//! | 王小明 | 20150902 | 户口簿 | 110101150901001 |
//! | 王小明 | 20150902 | 其他 | 11010121509010016 |
//! | 王小明 | 20150902 | 其他 | 110101201509010017 |
//! | 林怡君 | 20160315 | 其他 | 830000201603150020 |
//! | 王小明 | 20150901 | 其他 | 110101201509 |
//! | 王小明 | 20150901 | 护照 | 11010120150901001 |
//! | 陈嘉欣 | 20150901 | 其他 | 81000020150901002 |
//! ```
//!
//! ---
//!
//! # Resident ID under another document type
//!
//! The document type is 其他 or 户口簿, but the number is a resident ID that passes its check, or looks like
//! one with a slip in it.
//!
//! ## Why it matters
//!
//! The system compares by number under 居民身份证 only. Under the wrong type the pupil is compared by
//! name, sex and birth date, and may be taken for a namesake.
//!
//! ## How to fix
//!
//! Choose 居民身份证; one click does it. The number of the household register is enough, no card has to
//! have been issued. If the number is a parent's, put in the pupil's own. Where the number has a slip, correct it by the
//! household register; 其他 is no way around a number that is not accepted.

use roster_model::{CellKind, Column, Level, Trust};
use roster_standard::region;
use roster_values::id_number::{IdNumber, ResidentId, made_up, repairs_of_length};
use roster_values::text::tidy_code;

use crate::gathered::document::{
    Look, RESIDENT_CARD, begins_with_permit, begins_with_region, is_right_number, stated_label,
};
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R1025",
    slug: "number-but-type-other",
    level: Level::Warning,
    zh: "这个号码{note}，证件类型应选“居民身份证”，现为“{value}”。",
    en: "The number {note}; the document type should be 居民身份证, not {value}.",
    basis: "2013年模板的填写说明：有身份证号的学生，类型填居民身份证",
    since: "0.1",
    unless: &[],
    check: Check::Document {
        needs: &[Column::IdNumber, Column::IdType],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    if !matches!(stated_label(row), Some("其他" | "户口簿")) {
        return;
    }
    let is_right = matches!(Look::of(row), Some(Look::ResidentCard(id))
        if is_right_number(&id, row.settings().today));
    if !is_right && !is_nearly_right(row) {
        return;
    }
    let is_right = is_right && row.id(Column::IdNumber).resident().is_some();
    let (zh, en) = if is_right {
        ("是有效的居民身份证号", "is a valid resident ID")
    } else {
        (
            "像是写错了的居民身份证号",
            "looks like a resident ID with a slip in it",
        )
    };
    let text = row.text(Column::IdType);
    let number = row.place(Column::IdNumber);
    row.report(Column::IdType, |finding| {
        finding.related.extend(number);
        finding
            .said("note", zh, en)
            .quote("value", Column::IdType, text);
        if is_right {
            finding.fix(Trust::Review, text, RESIDENT_CARD);
        }
    });
}

/// Whether the number begins with a county and the pupil's own birth date, and has something else behind them
/// than it should; or is one but for a character or its county; or a digit put in or taken out makes it one with
/// that birth date.
fn is_nearly_right(row: &Row<'_>) -> bool {
    let id = row.id(Column::IdNumber);
    // A permit is under this type where a system has none for it.
    let may_be = matches!(Look::of(row), None | Some(Look::ResidentCard(_)))
        && (*id != IdNumber::Damaged || !is_lost(row));
    let tidy = tidy_code(row.text(Column::IdNumber));
    // One of a residence permit has a slip of its own (R1019).
    let may_be = may_be && !begins_with_permit(&tidy);
    if may_be
        && let IdNumber::Resident(id) = id
        && is_right_but_for_date(id)
    {
        return true;
    }
    let Some(birth) = row.date(Column::BirthDate).date().filter(|_| may_be) else {
        return false;
    };
    let compact = birth.compact();
    let has_birth = tidy.get(6..14) == Some(compact.as_str());
    let begins = begins_with_region(&tidy);
    let sex = row.sex();
    let is_near = match id {
        IdNumber::Fifteen(_) => begins && tidy.get(6..12) == compact.get(2..),
        // One character of the birth date, or the county, may be the wrong one.
        IdNumber::WrongCharacter { .. } | IdNumber::LookalikeDigit { .. } => {
            has_birth || begins && is_but_for_one(&tidy, &compact)
        }
        // Numbers that are made up for want of one begin with no county either.
        IdNumber::Resident(_) => {
            has_birth && stated_label(row) == Some("户口簿") && made_up(&tidy).is_none()
        }
        _ => false,
    };
    is_near
        || begins && has_birth && matches!(tidy.len(), 15..=20)
        || repairs_of_length(&tidy, birth).iter().any(|it| {
            region::ever_valid(it.id.region()) && sex.is_none_or(|sex| it.id.sex() == sex)
        })
}

/// Whether a number is of a county and has the right check digit, so that it is no other number by chance, but a
/// birth date that is not in the calendar.
fn is_right_but_for_date(id: &ResidentId) -> bool {
    id.birth().is_none() && id.check_digit_is_right() && region::ever_valid(id.region())
}

/// Whether eighteen characters have this birth date but for one character.
fn is_but_for_one(tidy: &str, birth: &str) -> bool {
    let part = tidy.as_bytes().get(6..14).unwrap_or_default();
    let other = part.iter().zip(birth.as_bytes()).filter(|it| it.0 != it.1);
    tidy.len() == 18 && other.count() == 1
}

/// Whether a spreadsheet took the number for a quantity, which R1010 tells.
fn is_lost(row: &Row<'_>) -> bool {
    row.kind(Column::IdNumber) == CellKind::Number
        || tidy_code(row.text(Column::IdNumber)).contains(['E', 'e'])
}
