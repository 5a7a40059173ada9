//! # 身份证号里的出生日期不可能
//!
//! 身份证号第7位到第14位是出生日期，这里写的日期日历上没有，或者还没有到，或者早于1900年。
//!
//! ## 为什么重要
//!
//! 这样的号码公安系统里不存在，导入后一定成为问题学籍；按出生日期查重和排年龄也都会出错。
//!
//! ## 怎么改
//!
//! 对照户口簿核对第7位到第14位，常见的是月、日写颠倒或者年份录错一位。改号码时请把18位一起核对，不要只凑一个存在的日期。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 证件类型 | 证件号 |
//! | 王小明 | 居民身份证 | 110101201502300010 |
//! ! id_number date=20150230
//! | 王小明 | 居民身份证 | 110101202709010015 |
//! ! id_number date=20270901
//! | 王小明 | 居民身份证 | 110101189909010016 |
//! ! id_number date=18990901
//! | 王小明 | 居民身份证 | １１０１０１２０１５０２３０００１９ |
//! ! id_number date=20150230
//! | 王小明 | 居民身份证 | 110101201502280013 |
//! | 王小明 | 居民身份证 | 110101202709010016 |
//! | 王小明 | 居民身份证 |  |
//! | 王小明 | 其他 | 110101201502300010 |
//! ```
//!
//! 日期不可能时只说日期，不再说校验码；日期在日历上有、只是没有到或者太早，而校验码也不对时，先改校验码。
//!
//! ---
//!
//! # Impossible birth date in the resident ID
//!
//! Positions 7 to 14 of a resident ID are the birth date. This one is not in the calendar, has not
//! come yet, or is before 1900.
//!
//! ## Why it matters
//!
//! The police have no such number, so the pupil becomes a problem registration after import; finding
//! duplicates and sorting by age go wrong as well.
//!
//! ## How to fix
//!
//! Compare positions 7 to 14 with the household register: often month and day were exchanged or one
//! digit of the year is wrong. Compare all 18 characters, do not just make up a date that exists.
//!
//! Where the date is impossible, the check digit is not spoken of. Where the calendar has the date
//! and the check digit is wrong too, only the check digit is.

use roster_model::{Column, Level};
use roster_values::date::Date;
use roster_values::id_number::{IdNumber, ResidentId};

use crate::{Check, Document, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R1004",
    slug: "resident-id-date-invalid",
    level: Level::Error,
    zh: "身份证号中的出生日期“{date}”{note}，请对照户口簿核对。",
    en: "The birth date {date} in the resident ID {note}; compare with the household register.",
    basis: "GB 11643-1999：第7至14位是出生日期",
    since: "0.1",
    unless: &["R1010", "R1013", "R1019"],
    check: Check::Document {
        needs: &[Column::IdNumber],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let IdNumber::Resident(id) = row.id(Column::IdNumber) else {
        return;
    };
    if row.document() != Document::Resident {
        return;
    }
    let Some((zh, en)) = what_is_wrong(id, row.settings().today) else {
        return;
    };
    row.report(Column::IdNumber, |finding| {
        finding
            .quote("date", Column::BirthDate, id.birth_text())
            .said("note", zh, en);
    });
}

fn what_is_wrong(id: &ResidentId, today: Date) -> Option<(&'static str, &'static str)> {
    match id.birth() {
        None => Some(("不存在", "is not in the calendar")),
        // With a wrong check digit some digit is wrong for certain, and not surely one of the date.
        Some(_) if !id.check_digit_is_right() => None,
        Some(birth) if birth > today => Some(("还没有到", "has not come yet")),
        Some(birth) if birth.year() < 1900 => Some(("早于1900年", "is before 1900")),
        Some(_) => None,
    }
}
