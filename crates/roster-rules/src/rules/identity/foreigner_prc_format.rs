//! # 外国人永久居留证号码不对
//!
//! 外国人永久居留身份证（旧称外国人永久居留证，模板的选项里叫“境外永久居住证”）的号码有新旧两种：新的18位，以9开头；旧的15位，三个字母加12位数字。这个号码两种都不是，或者校验不通过。
//!
//! ## 为什么重要
//!
//! 号码抄错一位，就不是这名学生的证件了，以后核对、转学时都会对不上。
//!
//! ## 怎么改
//!
//! 拿证件逐位核对。2023年12月以后换发的证件是新号码，换了证的请填新号码；手里是护照的，证件类型请选“护照”。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 证件类型 | 证件号 |
//! | Anna Smith | 外国人永久居留身份证 | 911840201509010018 |
//! ! id_number level=warning note=末位应为9
//! | Anna Smith | 境外永久居住证 | KAZ110090123106 |
//! ! id_number note=末位应为5
//! | Anna Smith | 境外永久居住证 | ＫＡＺ１１００９０１３３１０５ |
//! ! id_number note=里的出生日期不存在
//! | Anna Smith | 境外永久居住证 | 990840201509010011 |
//! ! id_number note=第2、3位不是省份代码
//! | Anna Smith | 境外永久居住证 | E12345678 |
//! ! id_number note=不是18位或者15位的永久居留证号码
//! | Anna Smith | 外国人永久居留身份证 | 911840201509010019 |
//! | Anna Smith | 境外永久居住证 | KAZ110090123105 |
//! | Anna Smith | 境外永久居住证 |  |
//! | Anna Smith | 护照 | E12345678 |
//! | 王小明 | 境外永久居住证 | 110101201509010016 |
//! ```
//!
//! ---
//!
//! # Permanent residence card number is wrong
//!
//! The permanent residence card of foreigners (境外永久居住证 in the templates) has a number of 18 characters that begins with 9, or of
//! the older form of three letters and 12 digits. This one is neither, or fails its check.
//!
//! ## Why it matters
//!
//! With one digit wrong it is not this pupil's card, and later comparisons and transfers fail.
//!
//! ## How to fix
//!
//! Compare with the card digit by digit. Cards issued since December 2023 have the new number: fill
//! that in if the card was renewed. If the pupil has a passport, the document type is 护照.

use roster_model::{Column, Level, Said};
use roster_standard::region;
use roster_values::id_number::{IdNumber, OldForeignerId, ResidentId, ResidentKind};
use roster_values::text::tidy_code;

use crate::gathered::document::{is_right_number, stated_label};
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R1020",
    slug: "foreigner-prc-format",
    level: Level::Warning,
    zh: "外国人永久居留证的号码{note}，请对照证件核对。",
    en: "The number of the permanent residence card {note}; compare with the card.",
    basis: "本工具自定：2023年12月1日前后的号码形式",
    since: "0.1",
    unless: &["R0012", "R1013"],
    check: Check::Document {
        needs: &[Column::IdNumber, Column::IdType],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    if !matches!(
        stated_label(row),
        Some("外国人永久居留身份证" | "境外永久居住证")
    ) {
        return;
    }
    let wrong = match row.id(Column::IdNumber) {
        IdNumber::Blank | IdNumber::Placeholder => None,
        IdNumber::Resident(id) if id.kind() == ResidentKind::ForeignerPermanent => of_new(row, id),
        // A right number of another document is told with the type.
        IdNumber::Resident(id) if is_right_number(id, row.settings().today) => None,
        _ => match OldForeignerId::parse(&tidy_code(row.text(Column::IdNumber))) {
            Some(id) => of_old(id),
            None => Some(Said::new(
                "不是18位或者15位的永久居留证号码",
                "has neither the 18 nor the 15 characters of such a card",
            )),
        },
    };
    let Some(wrong) = wrong else { return };
    row.report(Column::IdNumber, |finding| {
        finding.said("note", &wrong.zh, &wrong.en);
    });
}

fn of_new(row: &Row<'_>, id: &ResidentId) -> Option<Said> {
    if !id.foreigner_province().is_some_and(region::province_exists) {
        return Some(Said::new(
            "第2、3位不是省份代码",
            "has no province at characters 2 and 3",
        ));
    }
    if !id.check_digit_is_right() {
        return Some(should_end_in(id.check_digit_expected()));
    }
    (!id.is_valid_by_itself(row.settings().today)).then(no_such_birth)
}

fn of_old(id: OldForeignerId) -> Option<Said> {
    if !region::province_exists(id.province()) {
        return Some(Said::new(
            "第4、5位不是省份代码",
            "has no province at characters 4 and 5",
        ));
    }
    if !id.has_birth() {
        return Some(no_such_birth());
    }
    (!id.check_digit_is_right()).then(|| should_end_in(id.check_digit_expected()))
}

fn no_such_birth() -> Said {
    Said::new("里的出生日期不存在", "has a birth date that cannot be")
}

fn should_end_in(expected: char) -> Said {
    Said::new(
        format!("末位应为{expected}"),
        format!("should end in {expected}"),
    )
}
