//! # 护照号码的样子可疑
//!
//! 护照号码由大写字母和数字组成，一般7到9位；这个号码太短、太长，有别的字符或空格，或者用了小写字母。
//!
//! ## 为什么重要
//!
//! 号码抄错了，就核对不上，以后办转学、升学时还要再改。
//!
//! ## 怎么改
//!
//! 对照护照资料页右上角的号码填写，字母用大写，中间没有空格和横线。只是大小写不对或者有空格的，可以放心统一改。各国护照号码的编法不同，确实这样的可以不改。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 证件类型 | 证件号 |
//! | Anna Smith | 护照 | e12345678 |
//! ! id_number level=warning note=里有小写字母
//! ~ id_number -> E12345678
//! | Anna Smith | 护照 | K1234 567 |
//! ! id_number level=warning note=里有空格
//! ~ id_number -> K1234567
//! | Anna Smith | 护照 | E1234-5678 |
//! ! id_number note=里有“-”
//! | Anna Smith | 护照 | 美国K1234567 |
//! ! id_number note=里有“美”
//! | Anna Smith | 护照 | K123 |
//! ! id_number note=只有4位
//! | Anna Smith | 护照 | 110101201509010017 |
//! ! id_number note=有18位，太长
//! | Anna Smith | 护照 | ABCDEFGH |
//! ! id_number note=里没有数字
//! | Anna Smith | 护照 | K1234567 |
//! | LEE MINHO | 护照 | M12345678 |
//! | Paul Dupont | 护照 | 123456789 |
//! | Paul Dupont | 护照 | Ｋ１２３４５６７ |
//! | Paul Dupont | 护照 |  |
//! | 王小明 | 护照 | 110101201509010016 |
//! | 王小明 | 其他 | e12345678 |
//! ```
//!
//! ---
//!
//! # Passport number looks odd
//!
//! A passport number has capital letters and digits, mostly seven to nine of them. This one is too
//! short or too long, or has other characters or small letters.
//!
//! ## Why it matters
//!
//! A number copied wrongly cannot be confirmed and has to be changed at the next transfer.
//!
//! ## How to fix
//!
//! Copy the number at the upper right of the data page, with capitals and without spaces or hyphens.
//! Where only the case is wrong or there are spaces, all can be changed at once. Countries number
//! their passports in different ways: leave the number if the passport really has it.

use roster_model::{Column, Level, Said, Trust};
use roster_values::id_number::{IdNumber, PassportFault, passport_fault};
use roster_values::text::{is_white, strip, tidy_code};

use crate::gathered::document::{Look, is_right_number, stated_label};
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R1023",
    slug: "passport-format",
    level: Level::Warning,
    zh: "护照号码{note}，请对照护照核对。",
    en: "The passport number {note}; compare with the passport.",
    basis: "本工具自定：大写字母和数字（ICAO Doc 9303）",
    since: "0.1",
    unless: &["R0012", "R1010", "R1013", "R1026"],
    check: Check::Document {
        needs: &[Column::IdNumber, Column::IdType],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    if stated_label(row) != Some("护照") || *row.id(Column::IdNumber) == IdNumber::Blank {
        return;
    }
    // A right number of the mainland is told with the type.
    let today = row.settings().today;
    let is_resident = |id: &_| matches!(id, Look::ResidentCard(id) if is_right_number(id, today));
    if Look::of(row).as_ref().is_some_and(is_resident) {
        return;
    }
    let text = row.text(Column::IdNumber);
    let tidy = tidy_code(text);
    let upper = tidy.to_ascii_uppercase();
    let wrong = match passport_fault(&tidy) {
        Some(fault) => said(fault, tidy.len()),
        None if upper != tidy => Said::new("里有小写字母", "has small letters"),
        None if strip(text).contains(is_white) => Said::new("里有空格", "has spaces"),
        None => return,
    };
    let is_spelling_only = passport_fault(&tidy).is_none();
    row.report(Column::IdNumber, |finding| {
        finding.said("note", &wrong.zh, &wrong.en);
        if is_spelling_only {
            finding.fix(Trust::Safe, text, upper);
        }
    });
}

fn said(fault: PassportFault, length: usize) -> Said {
    match fault {
        PassportFault::Character(it) => Said::new(format!("里有“{it}”"), format!("has {it} in it")),
        PassportFault::NoDigit => Said::new("里没有数字", "has no digit"),
        PassportFault::TooShort => Said::new(
            format!("只有{length}位"),
            format!("has only {length} characters"),
        ),
        PassportFault::TooLong => Said::new(
            format!("有{length}位，太长"),
            format!("has {length} characters, too many"),
        ),
    }
}
