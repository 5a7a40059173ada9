//! # 证件有效期前后颠倒
//!
//! 有效期的截止日期不晚于起始日期，或者起始日期早于学生的出生日期。
//!
//! ## 为什么重要
//!
//! 这样的有效期不可能存在，证件会被当作无效证件。
//!
//! ## 怎么改
//!
//! 对照证件背面的有效期限，把起止日期写对；多半是两个日期写颠倒，或者年份录错一位。起始日期早于出生日期的，这张证件可能是家长的，出生日期也请核对。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 出生日期 | 证件有效期 |
//! | 王小明 | 20150901 | 20280901-20180901 |
//! ! id_expiry level=error note=截止日期不晚于起始日期
//! | 李小红 | 20150901 | ２０１８０９０１－２０１８０９０１ |
//! ! id_expiry level=error
//! | 赵小刚 | 20150901 | 20120901-20320901 |
//! ! id_expiry level=error note=起始日期早于出生日期
//! | 赵小刚 | 20250901 | 20180901-20280901 |
//! | 孙小丽 | 20150901 | 20180901-20280901 |
//! | 孙小丽 | 20150901 | 20150901-长期 |
//! | 孙小丽 |  | 20120901-20320901 |
//! | 孙小丽 | 20150901 | 20180901 |
//! | 孙小丽 | 20150901 |  |
//! ```
//!
//! 身份证号无误的，以号码里的出生日期为准：
//!
//! ```roster
//! | 姓名 | 出生日期 | 身份证件号 | 证件有效期 |
//! | 王小明 | 20180901 | 110101201509010016 | 20160901-20260901 |
//! | 李小红 |  | 110101201509010024 | ２０１４０９０１-２０２４０９０１ |
//! ! id_expiry level=error related=C3
//! ```
//!
//! ---
//!
//! # Validity ends before it begins
//!
//! The last day of the validity is not after the first, or the first is before the pupil's birth.
//!
//! ## Why it matters
//!
//! There is no such period, and the document counts as invalid.
//!
//! ## How to fix
//!
//! Compare with the back of the document: often the two dates were exchanged, or one digit of a year is
//! wrong. Where the document is older than the pupil, it may be a parent's; check the birth date, too.

use roster_model::{Column, Level};
use roster_values::date::{ExpiryText, read_expiry};

use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R1028",
    slug: "expiry-order",
    level: Level::Error,
    zh: "证件有效期{note}，请对照证件核对。",
    en: "The validity of the document {note}; compare with the document.",
    basis: "本工具自定：有效期的止日在起日之后",
    since: "0.1",
    unless: &[],
    check: Check::Row {
        needs: &[Column::IdExpiry],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    if row.is_blank(Column::IdExpiry) {
        return;
    }
    let ExpiryText::Period(period) = read_expiry(row.text(Column::IdExpiry)) else {
        return;
    };
    let Some(start) = period.start else { return };
    if period.end.is_some_and(|end| end <= start) {
        row.report(Column::IdExpiry, |finding| {
            finding.said(
                "note",
                "截止日期不晚于起始日期",
                "does not end after it begins",
            );
        });
        return;
    }
    let birth = row.birth();
    // A birth date that can be no pupil's is told itself.
    if birth.is_some_and(|birth| start < birth && row.is_pupil_birth(birth)) {
        let told_by = if row.date(Column::BirthDate).date() == birth {
            Column::BirthDate
        } else {
            Column::IdNumber
        };
        let told_by = row.place(told_by);
        row.report(Column::IdExpiry, |finding| {
            finding.related.extend(told_by);
            finding.said("note", "起始日期早于出生日期", "begins before the birth");
        });
    }
}
