//! # 港澳居民的证件号码不对
//!
//! 港澳居民来往内地通行证（回乡证）的号码是一个字母加8位数字，香港是H，澳门是M；这个号码不是，或者字母与“港澳台侨外”不一致。
//!
//! ## 为什么重要
//!
//! 号码或者身份填错，系统核对不上，学生的港澳台身份也会统计错。
//!
//! ## 怎么改
//!
//! 对照通行证上的“证件号码”填写：H或M加8位数字，有的后面还有两位换证次数。字母与“港澳台侨外”不一致的，看证件是香港还是澳门居民的，再改填错的一项。证件类型是香港或澳门特区护照、身份证明，号码却不像港澳居民的任何一种证件的，或者香港身份证括号里的校验码算出来不对的，也作警告。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 证件类型 | 证件号 | 港澳台侨外 |
//! | 陈嘉明 | 港澳居民来往内地通行证 | H1234567 | 香港同胞 |
//! ! id_number level=error note=应为H或M加8位数字
//! | 陈嘉明 | 回乡证 | 12345678 | 香港同胞 |
//! ! id_number
//! | 陈嘉明 | 港澳居民来往内地通行证 | Ｋ１２３４５６７８ | 香港同胞 |
//! ! id_number
//! | 陈嘉明 | 港澳居民来往内地通行证 | M12345678 | 香港同胞 |
//! ! id_number level=warning note=以M开头，是澳门居民的，而“港澳台侨外”填的是香港
//! | 陈嘉明 | 香港特区护照/身份证明 | H12345678 | 澳门同胞 |
//! | 陈嘉明 | 澳门特区护照/身份证明 | H12345678 | 澳门同胞 |
//! ! id_number level=warning
//! | 陈嘉明 | 香港特区护照/身份证明 | 123 | 香港同胞 |
//! ! id_number level=warning note=不像港澳居民的任何一种证件号码
//! | 陈嘉明 | 香港特区护照/身份证明 | H12345678（旧） | 香港同胞 |
//! ! id_number level=warning
//! | 陈嘉明 | 香港特区护照/身份证明 | H12345 | 香港同胞 |
//! ! id_number level=warning
//! | 陈嘉明 | 香港特区护照/身份证明 | H123456789 | 香港同胞 |
//! ! id_number level=warning
//! | 陈嘉明 | 香港特区护照/身份证明 | H1O987654 | 香港同胞 |
//! ! id_number level=warning
//! | 陈嘉明 | 香港特区护照/身份证明 | 12345678 | 香港同胞 |
//! ! id_number level=warning
//! | 陈嘉明 | 香港特区护照/身份证明 | H1234567 | 香港同胞 |
//! ! id_number level=warning note=像香港身份证号，但校验码好像不对
//! | 陈嘉明 | 香港特区护照/身份证明 | A123456(4) | 香港同胞 |
//! ! id_number level=warning
//! | 陈嘉明 | 香港特区护照/身份证明 | 110101201509010017 | 香港同胞 |
//! ! id_number level=warning
//! | 陈嘉明 | 香港特区护照/身份证明 | 110101201509010016 | 香港同胞 |
//! | 陈嘉明 | 香港特区护照/身份证明 | 810000201509010028 | 香港同胞 |
//! | 陈嘉明 | 香港特区护照/身份证明 | A123456(3) | 香港同胞 |
//! | 陈嘉明 | 香港特区护照/身份证明 | a123456（3） | 香港同胞 |
//! | 陈嘉明 | 香港特区护照/身份证明 | AB123456(9) | 香港同胞 |
//! | 陈嘉明 | 香港特区护照/身份证明 | AB123456A | 香港同胞 |
//! | 陈嘉明 | 香港特区护照/身份证明 | H1234567801 | 香港同胞 |
//! | 陈嘉明 | 香港特区护照/身份证明 | A1234563 | 香港同胞 |
//! | 陈嘉明 | 香港特区护照/身份证明 | KJ0123456 | 香港同胞 |
//! | 陈嘉明 | 澳门特区护照/身份证明 | 1234567（8） | 澳门同胞 |
//! | 陈嘉明 | 澳门特区护照/身份证明 | 12345678 | 澳门同胞 |
//! | 陈嘉明 | 澳门特区护照/身份证明 | MA0123456 | 澳门同胞 |
//! | 陈嘉明 | 港澳居民来往内地通行证 | H12345678 | 香港同胞 |
//! | 陈嘉明 | 港澳居民来往内地通行证 | h1234567801 | 香港同胞亲属 |
//! ! id_number level=warning note=里有小写字母
//! ~ id_number -> H1234567801
//! | 陈嘉明 | 港澳居民来往内地通行证 | 810000201509010028 | 香港同胞 |
//! | 陈嘉明 | 港澳居民来往内地通行证 |  | 香港同胞 |
//! | LEE MINHO | 护照 | M12345678 | 外国人 |
//! | 陈嘉明 | 护照 | M12345678 | 香港同胞 |
//! ```
//!
//! ---
//!
//! # Hong Kong or Macao document number is wrong
//!
//! The mainland travel permit of Hong Kong and Macao residents has a letter and eight digits, H for
//! Hong Kong and M for Macao. This number has not, or its letter and the status column disagree.
//!
//! ## Why it matters
//!
//! With a wrong number or status the pupil cannot be confirmed and is counted under the wrong place.
//!
//! ## How to fix
//!
//! Copy the number of the permit: H or M and eight digits, sometimes two more for
//! the renewals. Where letter and status disagree, see whose permit it is and correct the wrong one.
//! Under a passport or card of the two regions, what looks like no document of their residents is
//! told too, and so is a card of Hong Kong with a wrong check digit.

use roster_model::{Column, Level, Trust};
use roster_values::id_number::{IdNumber, OtherDocument};
use roster_values::text::tidy_code;

use super::doctype_number_mismatch::mismatch;
use crate::gathered::document::{Look, stated_label};
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R1021",
    slug: "hkmo-permit-format",
    level: Level::Error,
    zh: "港澳证件的号码{note}，请对照证件核对。",
    en: "The number of the document of Hong Kong or Macao {note}; compare with the document.",
    basis: "本工具自定：港澳居民来往内地通行证的号码形式",
    since: "0.1",
    unless: &["R0012", "R1010", "R1013"],
    check: Check::Document {
        needs: &[Column::IdNumber, Column::IdType],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let label = stated_label(row);
    let is_stated = label == Some("港澳居民来往内地通行证");
    match row.id(Column::IdNumber) {
        IdNumber::Blank | IdNumber::Placeholder => {}
        IdNumber::Other(OtherDocument::HongKongMacauPermit) if label != Some("护照") => {
            compare_letter(row);
        }
        // Systems without a type for the residence permit take it here.
        _ if is_stated && !matches!(Look::of(row), Some(Look::ResidencePermit(_))) => {
            row.report(Column::IdNumber, |finding| {
                finding.said(
                    "note",
                    "应为H或M加8位数字",
                    "should be H or M and eight digits",
                );
            });
        }
        _ if label == Some(PASSPORTS[0]) && has_wrong_check_digit(row) => {
            row.report_at(Level::Warning, Column::IdNumber, |finding| {
                finding.said(
                    "note",
                    "像香港身份证号，但校验码好像不对",
                    "looks like that of a Hong Kong identity card, but its check digit seems to be wrong",
                );
            });
        }
        _ if label.is_some_and(|it| PASSPORTS.contains(&it) && !may_be_theirs(row, it)) => {
            row.report_at(Level::Warning, Column::IdNumber, |finding| {
                finding.said(
                    "note",
                    "不像港澳居民的任何一种证件号码",
                    "looks like that of no document of their residents",
                );
            });
        }
        _ => {}
    }
}

/// Reports a number that is right but for its small letter.
fn has_small_letter(row: &mut Row<'_>) -> bool {
    let text = row.text(Column::IdNumber);
    let tidy = tidy_code(text);
    let upper = tidy.to_ascii_uppercase();
    if upper == tidy {
        return false;
    }
    row.report_at(Level::Warning, Column::IdNumber, |finding| {
        finding.said("note", "里有小写字母", "has a small letter");
        finding.fix(Trust::Safe, text, upper);
    });
    true
}

/// The types of what the regions themselves give out, under which permits are written as well.
const PASSPORTS: [&str; 2] = ["香港特区护照/身份证明", "澳门特区护照/身份证明"];

/// Whether a number may be that of a document that the regions give out, with its brackets or without.
fn may_be_theirs(row: &Row<'_>, label: &str) -> bool {
    match Look::of(row) {
        None | Some(Look::OldForeignerPermit) => false,
        // The card of Macau without its brackets is eight digits too.
        Some(Look::TaiwanPermit) => label == PASSPORTS[1],
        Some(Look::Passport) => {
            let tidy = tidy_code(row.text(Column::IdNumber));
            let digits = tidy.trim_start_matches(|it: char| it.is_ascii_alphabetic());
            let letters = tidy.len() - digits.len();
            let counted = digits.strip_suffix(['A', 'a']).unwrap_or(digits);
            let is_number = counted.bytes().all(|it| it.is_ascii_digit());
            matches!((letters, digits.len()), (1, 7 | 8) | (2, 7)) && is_number
        }
        // What is right by itself is told with the type.
        Some(Look::ResidentCard(_) | Look::ForeignerPermit(_)) => mismatch(row).is_some(),
        Some(_) => true,
    }
}

/// Whether a number has the shape of a Hong Kong identity card and not its check digit: with that, the sum of nine
/// places weighted from nine to one is a multiple of eleven. A blank stands before a single letter.
fn has_wrong_check_digit(row: &Row<'_>) -> bool {
    let tidy = tidy_code(row.text(Column::IdNumber)).to_ascii_uppercase();
    let is_card = match Look::of(row) {
        Some(Look::HongKongCard) => true,
        // Without its brackets, where no passport of theirs is that short.
        Some(Look::Passport) => {
            let (first, digits) = tidy.split_at(1);
            let digits = digits.strip_suffix('A').unwrap_or(digits);
            let is_digits = digits.bytes().all(|it| it.is_ascii_digit());
            first.starts_with(|it: char| it.is_ascii_alphabetic()) && tidy.len() == 8 && is_digits
        }
        _ => false,
    };
    let letters = tidy.bytes().filter(u8::is_ascii_alphabetic);
    let letters = letters.count() - usize::from(tidy.trim_end_matches(')').ends_with('A'));
    let values = tidy.bytes().filter_map(|it| (it as char).to_digit(36));
    let blank = (letters == 1).then_some(36);
    let all = blank.into_iter().chain(values).zip((1..10).rev());
    is_card && all.map(|it| it.0 * it.1).sum::<u32>() % 11 != 0
}

/// The letter against the status: H is Hong Kong's, M is Macau's.
fn compare_letter(row: &mut Row<'_>) {
    if has_small_letter(row) {
        return;
    }
    let label = stated_label(row);
    let is_macau = tidy_code(row.text(Column::IdNumber)).starts_with(['M', 'm']);
    let status = row
        .listed(Column::HmtStatus)
        .entry()
        .map_or("", |it| it.label);
    let (zh, en) = match (is_macau, status) {
        // What the type contradicts too is told of the status.
        _ if label == Some(PASSPORTS[usize::from(is_macau)]) => return,
        (true, "香港同胞") => (
            "以M开头，是澳门居民的，而“港澳台侨外”填的是香港",
            "begins with M for Macao, but the status says Hong Kong",
        ),
        (false, "澳门同胞") => (
            "以H开头，是香港居民的，而“港澳台侨外”填的是澳门",
            "begins with H for Hong Kong, but the status says Macao",
        ),
        _ => return,
    };
    let status = row.place(Column::HmtStatus);
    row.report_at(Level::Warning, Column::IdNumber, |finding| {
        finding.related.extend(status);
        finding.said("note", zh, en);
    });
}
