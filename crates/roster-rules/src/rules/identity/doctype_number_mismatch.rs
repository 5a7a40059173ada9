//! # 号码与证件类型不符
//!
//! 这个号码的样子是另一种证件的号码，不是“身份证件类型”里所选的那一种。
//!
//! ## 为什么重要
//!
//! 系统按证件类型查重和核对，类型选错，号码再对也会核对不上，或者漏掉重复的学籍。
//!
//! ## 怎么改
//!
//! 拿学生的证件核对：先看号码是不是抄对了，再按证件改类型。以81、82、83开头的18位号码是港澳台居民居住证，以9开头的18位号码是外国人永久居留身份证。各地系统让这两种证件选哪个类型并不一致，请问学籍主管部门。居民身份证是18位，填成别的号码会被退回，作错误；其余的只作警告。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 证件类型 | 证件号 |
//! | 陈小明 | 居民身份证 | 820000201306010011 |
//! ! id_number value=居民身份证 level=warning
//! | 陈小明 | 居民身份证 | 911398199012310021 |
//! ! id_number level=warning
//! ~! id_type -> 境外永久居住证
//! | 陈小明 | 居民身份证 | H12345678 |
//! ! id_number level=error
//! | 陈小明 | 身份证 | Ｅ１２３４５６７８ |
//! ! id_number
//! ~? id_type -> 护照
//! | 王小明 | 护照 | 110101201509010016 |
//! ! id_type value=护照 level=warning
//! ~? id_type -> 居民身份证
//! | 王小明 | 居民身份证 | 110101201509010016 |
//! | 王小明 | 居民身份证 | 999999201501010012 |
//! | 王小明 | 护照 | 11O101201509010016 |
//! ! id_type
//! ~? id_type -> 居民身份证
//! | 王小明 | 护照 | 11O101201509010017 |
//! | 王小明 | 护照 | 110101201509010017 |
//! | 陈小明 | 香港特区护照/身份证明 | 810000199408230021 |
//! | 陈小明 | 台湾居民来往大陆通行证 | 830000199201300022 |
//! | 陈小明 | 境外永久居住证 | 911398199012310021 |
//! | 王小明 | 其他 | 110101201509010016 |
//! | 王小明 | 军官证 | 110101201509010016 |
//! | 王小明 |  | 820000201306010011 |
//! | 王小明 | 居民身份证 |  |
//! ```
//!
//! ---
//!
//! # Number of another document
//!
//! The number looks like that of another document than the one chosen as the document type.
//!
//! ## Why it matters
//!
//! The type decides how the system compares and checks. Under the wrong type a right number is not
//! confirmed, or a duplicate registration is missed.
//!
//! ## How to fix
//!
//! Look at the pupil's document: first whether the number was copied right, then change the type.
//! Eighteen characters that begin with 81, 82 or 83 are a residence permit for Hong Kong, Macao or
//! Taiwan residents, and with 9 a permanent residence card of a foreigner. Which type the system
//! wants for these two is not the same everywhere: ask the education authority. A resident number has
//! 18 characters, and any other under that type is refused, an error; the rest is a warning.

use roster_model::{Column, Level, Trust};
use roster_standard::Offered;
use roster_values::date::Date;

use crate::gathered::document::{Look, RESIDENT_CARD, is_right_number, stated_label};
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R1018",
    slug: "doctype-number-mismatch",
    level: Level::Error,
    zh: "号码像“{kind}”，但证件类型填的是“{value}”，请核对。",
    en: "The number looks like {kind}, but the document type says {value}; please check.",
    basis: "本工具自定：各种证件的号码形式",
    since: "0.1",
    unless: &["R1013"],
    check: Check::Document {
        needs: &[Column::IdNumber, Column::IdType],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let Some((look, label)) = mismatch(row) else {
        return;
    };
    // Beside the identity card the number is the odd one, beside another document the type is.
    let (odd, other) = if label == RESIDENT_CARD {
        (Column::IdNumber, Column::IdType)
    } else {
        (Column::IdType, Column::IdNumber)
    };
    let text = row.text(Column::IdType);
    let (type_cell, other_cell) = (row.place(Column::IdType), row.place(other));
    let has_eighteen = matches!(
        look,
        Look::ResidentCard(_) | Look::ResidencePermit(_) | Look::ForeignerPermit(_)
    );
    let level = if label == RESIDENT_CARD && !has_eighteen {
        Level::Error
    } else {
        Level::Warning
    };
    row.report_at(level, odd, |finding| {
        let (zh, en) = name(look);
        finding.related.extend(other_cell);
        finding
            .said("kind", zh, en)
            .quote("value", Column::IdType, text);
        if let (Some(cell), Some((trust, type_label))) = (type_cell, better_type(look)) {
            finding.fix_at(cell, trust, text, type_label);
        }
    });
}

/// What the number looks like and what the type says, where they do not go together.
pub(crate) fn mismatch(row: &Row<'_>) -> Option<(Look, &'static str)> {
    let (label, look) = (stated_label(row)?, Look::of(row)?);
    // A type that no pupil has is told by itself, or is a guardian's.
    let stated = row.listed(Column::IdType).entry()?;
    (stated.offered != Offered::Guardians && !fits(look, label, row.settings().today))
        .then_some((look, label))
}

/// Whether the number may stand under the type. Under another type than the identity card only a
/// number that is right by itself counts against it, since nearly anything may stand there.
fn fits(look: Look, label: &str, today: Date) -> bool {
    if label == RESIDENT_CARD {
        return matches!(look, Look::ResidentCard(_));
    }
    let may_stand: &[&str] = match look {
        Look::ResidentCard(id) if is_right_number(&id, today) => &["户口簿", "其他"],
        Look::ResidencePermit(id) if id.is_valid_by_itself(today) => &[
            "港澳台居民居住证",
            "香港特区护照/身份证明",
            "澳门特区护照/身份证明",
            "台湾居民来往大陆通行证",
            "港澳居民来往内地通行证",
            "户口簿",
            "其他",
        ],
        Look::ForeignerPermit(id) if id.is_valid_by_itself(today) => {
            &["外国人永久居留身份证", "境外永久居住证", "其他"]
        }
        _ => return true,
    };
    may_stand.contains(&label)
}

/// What the number looks like, in both languages.
fn name(look: Look) -> (&'static str, &'static str) {
    match look {
        Look::ResidentCard(_) => (RESIDENT_CARD, "a resident identity card"),
        Look::ResidencePermit(_) => (
            "港澳台居民居住证",
            "a residence permit for Hong Kong, Macao or Taiwan residents",
        ),
        Look::ForeignerPermit(_) | Look::OldForeignerPermit => (
            "外国人永久居留身份证",
            "a permanent residence card of a foreigner",
        ),
        Look::HongKongMacauPermit => (
            "港澳居民来往内地通行证",
            "a mainland travel permit for Hong Kong and Macao residents",
        ),
        Look::TaiwanPermit => (
            "台湾居民来往大陆通行证",
            "a mainland travel permit for Taiwan residents",
        ),
        Look::HongKongCard => ("香港身份证", "a Hong Kong identity card"),
        Look::MacauCard => ("澳门身份证", "a Macao identity card"),
        Look::Passport => ("护照", "a passport"),
    }
}

/// The type of the template for such a number. A residence permit and a home-return permit have
/// none that is the same everywhere.
fn better_type(look: Look) -> Option<(Trust, &'static str)> {
    match look {
        Look::ResidentCard(_) => Some((Trust::Review, RESIDENT_CARD)),
        Look::TaiwanPermit => Some((Trust::Review, "台湾居民来往大陆通行证")),
        Look::Passport => Some((Trust::Review, "护照")),
        Look::HongKongCard => Some((Trust::Review, "香港特区护照/身份证明")),
        Look::MacauCard => Some((Trust::Review, "澳门特区护照/身份证明")),
        Look::ForeignerPermit(_) | Look::OldForeignerPermit => {
            Some((Trust::Hint, "境外永久居住证"))
        }
        Look::ResidencePermit(_) | Look::HongKongMacauPermit => None,
    }
}
