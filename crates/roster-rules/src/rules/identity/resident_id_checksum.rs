//! # 身份证号校验码不正确
//!
//! 身份证号的最后一位是用前 17 位算出来的，这个号码算出来的与写的不一样，说明至少有一位录错了。出生日期根本不存在的号码，由另一条规则说明。
//!
//! ## 为什么重要
//!
//! 全国系统导入时不验证校验码，学校审核时才会发现，这名学生就成了“问题学籍”，只能办理变更或删除。
//!
//! ## 怎么改
//!
//! 对照户口簿逐位核对。下面如果列出了候选号码，它们只差一处、并且与出生日期、性别和行政区划相符，供核对时参考；请以户口簿为准，不要只改最后一位。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010017 |
//! ! id_number expected=6
//! ~! id_number -> 110101201509010016
//! | 王小明 | 男 | 20150901 | 居民身份证 | １１０１０１２０１５０９０１００１７ |
//! ! id_number expected=6
//! ~! id_number -> 110101201509010016
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101209509010016 |
//! ! id_number
//! ~! id_number -> 110101201509010016
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101191509010016 |
//! ! id_number
//! ~! id_number -> 110101201509010016
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101-20150901-0017 |
//! ! id_number expected=6
//! ~! id_number -> 110101201509010016
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101-20150901-0016 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | １１０１０１２０１５０９０１００１６ |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201513010016 |
//! | 王小明 | 男 | 20150901 | 居民身份证 |  |
//! | 王小明 | 男 | 20150901 | 护照 | 110101201509010017 |
//! | 王小明 | 男 | 20150901 | 户口簿 | 110101201509010017 |
//! ! id_number expected=6 level=warning
//! ~! id_number -> 110101201509010016
//! | 王小明 | 男 | 20150901 | 户口簿 | 110123456 |
//! ```
//!
//! 证件类型是“户口簿”时，填的可能是学生的身份证号，也可能是户号；号码的前14位像身份证号的，只作警告。
//!
//! ---
//!
//! # Check digit of the resident ID is wrong
//!
//! The last character of a resident ID is computed from the first 17 digits, and here it does not
//! agree: at least one digit is wrong. Where the birth date in it is impossible, only the date is
//! reported.
//!
//! ## Why it matters
//!
//! The national import does not verify the check digit. The school's review does, and the pupil
//! becomes a problem registration that can only be changed or deleted.
//!
//! ## How to fix
//!
//! Compare with the household register digit by digit. Candidates listed below differ in one place
//! and agree with birth date, sex and region; they are hints. Do not just replace the last digit.
//!
//! Under 户口簿 there may be the pupil's number or that of the household; where the first fourteen
//! digits look like a pupil's, it is a warning.

use roster_model::{Column, Level, Trust};
use roster_values::date::Date;
use roster_values::id_number::{IdNumber, ResidentId};

use crate::gathered::document::{is_of_register, is_right_number, number_within};
use crate::{Check, Document, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R1003",
    slug: "resident-id-checksum",
    level: Level::Error,
    zh: "身份证号校验码不正确（应为{expected}），请对照户口簿核对。",
    en: "Check digit of the resident ID is wrong (expected {expected}); compare with the household register.",
    basis: "GB 11643-1999（ISO 7064:1983 MOD 11-2）",
    since: "0.1",
    unless: &["R1001", "R1004", "R1013", "R1019"],
    check: Check::Document {
        needs: &[Column::IdNumber],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let text = row.text(Column::IdNumber);
    let id = match row.id(Column::IdNumber) {
        IdNumber::Resident(id) => Some(*id),
        // With hyphens in it, or a remark behind it.
        IdNumber::WrongCharacter { .. } | IdNumber::Other(_) => {
            number_within(text).filter(|it| it.birth().is_some())
        }
        _ => None,
    };
    let Some(id) = id else {
        return;
    };
    if id.check_digit_is_right() {
        return;
    }
    let level = match row.document() {
        Document::Resident => Level::Error,
        Document::Other if is_of_register(row, &id) => Level::Warning,
        _ => return,
    };
    let (birth, sex) = (row.date(Column::BirthDate), row.sex());
    let today = row.settings().today;
    row.report_at(level, Column::IdNumber, |finding| {
        finding.fact("expected", id.check_digit_expected());
        let fits = |it: &ResidentId| {
            is_right_number(it, today)
                && sex.is_none_or(|sex| it.sex() == sex)
                && birth.date().is_none_or(|date| it.birth() == Some(date))
        };
        for repair in id.repairs().filter(|it| fits(&it.id)) {
            finding.fix(Trust::Hint, text, repair.id.text());
        }
        // 1915 for 2015 is two digits away.
        let with_year = birth.date().and_then(|date| in_year(&id, date));
        if let Some(meant) = with_year.filter(fits) {
            finding.fix(Trust::Hint, text, meant.text());
        }
    });
}

/// The number with the two digits of the century that a birth date has.
fn in_year(id: &ResidentId, birth: Date) -> Option<ResidentId> {
    let (number, birth) = (id.text(), birth.compact());
    let (century, other) = (birth.get(..2)?, number.get(6..8)?);
    let is_far = century.bytes().zip(other.bytes()).all(|it| it.0 != it.1);
    let meant = format!("{}{century}{}", &number[..6], &number[8..]);
    is_far.then(|| ResidentId::parse(&meant))?
}
