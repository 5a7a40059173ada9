//! # 港澳台居民居住证号码不对
//!
//! 港澳台居民居住证的号码也是18位，以810000、820000或830000开头，后面与身份证号的编法相同，这个号码不符合。
//!
//! ## 为什么重要
//!
//! 号码错了，就核对不上，学生转学、升学时都会卡住；号码重复也查不出来。
//!
//! ## 怎么改
//!
//! 以810000开头的是香港居民，820000是澳门居民，830000是台湾居民。拿学生的居住证逐位核对。手里的证件是回乡证或者台胞证的，号码不是这个样子，请改证件类型。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 证件类型 | 证件号 |
//! | 陈嘉欣 | 港澳台居民居住证 | 810000201509010027 |
//! ! id_number level=error note=末位应为8
//! | 陈嘉欣 | 香港特区护照/身份证明 | ８１００００２０１５０９０１００２７ |
//! ! id_number note=末位应为8
//! | 何志强 | 港澳台居民居住证 | 830000201513010011 |
//! ! id_number note=里的出生日期不存在
//! | 何志强 | 港澳台居民居住证 | H12345678 |
//! ! id_number note=不是18位
//! | 何志强 | 台湾居民居住证 | 110101201509010016 |
//! ! id_number note=不是以810000、820000或830000开头
//! | 陈嘉欣 | 港澳台居民居住证 | 810000201509010028 |
//! | 何志强 | 港澳台居民居住证 | 830000201603150020 |
//! | 陈小明 | 澳门特区护照/身份证明 | 820000201306010011 |
//! | 陈小明 | 港澳台居民居住证 |  |
//! | 陈小明 | 香港特区护照/身份证明 | H12345678 |
//! | 陈嘉欣 | 居民身份证 | 810000201509010027 |
//! | 陈嘉欣 | 其他 | 81000020150901002 |
//! ! id_number note=不是18位
//! | 王小明 | 其他 | 11010120150901001 |
//! | 王小明 | 其他 | 8100002015 |
//! ```
//!
//! 开头的六位与“港澳台侨外”不一致的，作警告：
//!
//! ```roster
//! | 姓名 | 港澳台侨外 | 证件类型 | 证件号 |
//! | 陈嘉欣 | 香港同胞 | 香港特区护照/身份证明 | 830000201603150020 |
//! ! id_number level=warning note=是台湾居民的，而“港澳台侨外”填的是香港
//! | 陈嘉欣 | 香港同胞 | 港澳台居民居住证 | 810000201509010028 |
//! | 何志强 | 台湾同胞亲属 | 港澳台居民居住证 | 810000201509010028 |
//! ```
//!
//! 没有“证件类型”一列时，按号码的样子判断：
//!
//! ```roster
//! | 姓名 | 证件号 |
//! | 陈嘉欣 | 810000201509010027 |
//! ! id_number
//! | 王小明 | 110101201509010017 |
//! ```
//!
//! ---
//!
//! # Residence permit number is wrong
//!
//! The number of a residence permit for Hong Kong, Macao and Taiwan residents has 18 characters too:
//! 810000, 820000 or 830000, then as in a resident ID. This number is not of that form.
//!
//! ## Why it matters
//!
//! A wrong number cannot be confirmed, so transfers and entrance to the next school get stuck, and a
//! duplicate is not found.
//!
//! ## How to fix
//!
//! 810000 is Hong Kong, 820000 Macao and 830000 Taiwan. Compare with the permit digit by digit. If the pupil has a travel permit instead, its number looks
//! different: change the document type.

use roster_model::{Column, Level, Said};
use roster_values::id_number::{IdNumber, ResidentId, ResidentKind};
use roster_values::text::tidy_code;

use crate::gathered::document::{RESIDENT_CARD, begins_with_permit, stated_label};
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R1019",
    slug: "permit-residence-format",
    level: Level::Error,
    zh: "港澳台居民居住证的号码{note}，请对照证件核对。",
    en: "The number of the residence permit {note}; compare with the permit.",
    basis: "2018年9月1日起的港澳台居民居住证：地区码810000、820000、830000，编号同 GB 11643-1999",
    since: "0.1",
    unless: &["R0012", "R1013"],
    check: Check::Document {
        needs: &[Column::IdNumber],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let number = row.id(Column::IdNumber);
    let looks_so = matches!(number, IdNumber::Resident(id) if is_of_permit(id));
    if !looks_so && !row.has(Column::IdType) {
        return;
    }
    let label = stated_label(row);
    let is_permit =
        label == Some("港澳台居民居住证") || label == Some("其他") && is_nearly_permit(row);
    let wrong = match number {
        // Under the identity card it is the type that is told first.
        IdNumber::Resident(id) if looks_so && label != Some(RESIDENT_CARD) => {
            what_is_wrong(row, id)
        }
        IdNumber::Blank | IdNumber::Placeholder => None,
        IdNumber::Resident(_) if is_permit => Some(Said::new(
            "不是以810000、820000或830000开头",
            "does not begin with 810000, 820000 or 830000",
        )),
        _ if is_permit => Some(Said::new("不是18位", "does not have 18 characters")),
        _ => None,
    };
    if let Some(wrong) = wrong {
        row.report(Column::IdNumber, |finding| {
            finding.said("note", &wrong.zh, &wrong.en);
        });
    } else if let IdNumber::Resident(id) = number
        && looks_so
        && label != Some(RESIDENT_CARD)
    {
        compare_status(row, id);
    }
}

/// The region of the number against the status.
fn compare_status(row: &mut Row<'_>, id: &ResidentId) {
    const PLACES: [(&str, &str); 3] =
        [("香港", "Hong Kong"), ("澳门", "Macao"), ("台湾", "Taiwan")];
    let status = row.listed(Column::HmtStatus).entry();
    let stated = PLACES
        .iter()
        .find(|it| status.is_some_and(|status| status.label.strip_suffix("同胞") == Some(it.0)));
    let place = PLACES.get((id.region() / 10_000) as usize - 81);
    let (Some(place), Some(stated)) = (place, stated) else {
        return;
    };
    if place == stated {
        return;
    }
    let status = row.place(Column::HmtStatus);
    row.report_at(Level::Warning, Column::IdNumber, |finding| {
        finding.related.extend(status);
        finding.said(
            "note",
            &format!("是{}居民的，而“港澳台侨外”填的是{}", place.0, stated.0),
            &format!("is one of {}, but the status says {}", place.1, stated.1),
        );
    });
}

/// Whether a number is one of a permit but for a digit that is missing or too many: under the type 其他 permits are
/// reported where a system has none for them.
fn is_nearly_permit(row: &Row<'_>) -> bool {
    let tidy = tidy_code(row.text(Column::IdNumber));
    matches!(tidy.len(), 16 | 17 | 19 | 20)
        && begins_with_permit(&tidy)
        && tidy.bytes().all(|it| it.is_ascii_digit() || it == b'X')
}

fn is_of_permit(id: &ResidentId) -> bool {
    id.kind() == ResidentKind::HongKongMacauTaiwanResidence && id.region().is_multiple_of(10_000)
}

fn what_is_wrong(row: &Row<'_>, id: &ResidentId) -> Option<Said> {
    let today = row.settings().today;
    if id.birth().is_none() {
        return Some(Said::new(
            "里的出生日期不存在",
            "has a birth date that is not in the calendar",
        ));
    }
    if !id.check_digit_is_right() {
        let expected = id.check_digit_expected();
        return Some(Said::new(
            format!("末位应为{expected}"),
            format!("should end in {expected}"),
        ));
    }
    (!id.is_valid_by_itself(today))
        .then(|| Said::new("里的出生日期不可能", "has a birth date that is impossible"))
}
