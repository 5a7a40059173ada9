//! # 证件有效期写法不对
//!
//! 有效期应写成起止两个日期，中间一个短横，例如20180901-20280901；长期有效的，后一半写“长期”。
//!
//! ## 为什么重要
//!
//! 系统给这一项留的就是这个写法的17个字符，别的写法可能整行导入不了，或者存进去读不出来。
//!
//! ## 怎么改
//!
//! 按证件背面的有效期限填写起止日期。看得出两个日期、只是写法不同的，可以放心统一改；只写了一个日期的，补上另一个；没有证件、不清楚有效期的，留空即可。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 证件有效期 |
//! | 王小明 | 2018年9月1日至2028年9月1日 |
//! ! id_expiry level=warning format=YYYYMMDD-YYYYMMDD
//! ~ id_expiry -> 20180901-20280901
//! | 李小红 | 2018-09-01-2028-09-01 |
//! ! id_expiry
//! ~ id_expiry -> 20180901-20280901
//! | 赵小刚 | 2018.9.1-长期有效 |
//! ! id_expiry
//! ~ id_expiry -> 20180901-长期
//! | 赵小刚 | 20180901－20280901 |
//! ! id_expiry
//! ~ id_expiry -> 20180901-20280901
//! | 孙小丽 | 2028-09-01 |
//! ! id_expiry
//! | 周小华 | 五年 |
//! ! id_expiry
//! | 周小华 | 20200931-20250931 |
//! ! id_expiry note=里的日期不存在，请对照证件核对
//! | 吴小云 | 20180901-20280901 |
//! | 吴小云 | 2018.09.01-2028.09.01 |
//! | 吴小云 | 20180901-长期 |
//! | 吴小云 | 长期 |
//! | 吴小云 | ２０１８０９０１－２０２８０９０１ |
//! | 吴小云 | 无 |
//! | 吴小云 |  |
//! ```
//!
//! 设定了写成带点的，就按带点的写：
//!
//! ```roster
//! @ set expiry_form=YYYY.MM.DD-YYYY.MM.DD
//! | 姓名 | 证件有效期 |
//! | 王小明 | 2018年9月1日至2028年9月1日 |
//! ! id_expiry format=YYYY.MM.DD-YYYY.MM.DD
//! ~ id_expiry -> 2018.09.01-2028.09.01
//! | 李小红 | 20180901-长期 |
//! ! id_expiry
//! ~ id_expiry -> 2018.09.01-长期
//! | 赵小刚 | 2018.09.01-2028.09.01 |
//! | 孙小丽 | 长期 |
//! ```
//!
//! ---
//!
//! # Validity not written as a period
//!
//! The validity is two dates with a hyphen between them, such as 20180901-20280901; a document without
//! an end has 长期 for the second.
//!
//! ## Why it matters
//!
//! The field has the seventeen characters of this form. In another one the row may be refused, or
//! stored and not understood.
//!
//! ## How to fix
//!
//! Fill in both dates from the back of the document. Where both can be read and only the form differs,
//! all can be changed at once. Where one date is missing, add it; where nothing is known, leave the
//! cell blank.

use roster_model::{Level, Trust};
use roster_standard::Kind;
use roster_values::date::{ExpiryText, read_expiry};
use roster_values::text::{Traits, half_width, tidy_code, trim};

use crate::{Cell, Check, Covers, Rule, form_in_words};

pub(crate) const RULE: Rule = Rule {
    code: "R1027",
    slug: "expiry-format",
    level: Level::Warning,
    zh: "证件有效期“{value}”{note}。",
    en: "The validity {value} {note}.",
    basis: "JY/T 1002-2012 的 SFZJYXQ（C17，YYYYMMDD-YYYYMMDD）",
    since: "0.1",
    unless: &["R0012"],
    check: Check::Value {
        covers: Covers::Kinds(&[Kind::Expiry]),
        when: Traits::NONE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let (text, column) = (cell.text(), cell.column());
    let format = cell.parameter("expiry_form");
    let is_dotted = format.contains('.');
    let narrow = half_width(text);
    let period = match read_expiry(text) {
        ExpiryText::Blank | ExpiryText::Placeholder => return,
        // Full-width digits have a rule of their own; a full-width sign alone has none.
        ExpiryText::Period(period)
            if period.is_template_form
                && (narrow == text || cell.traits().contains(Traits::FULL_WIDTH))
                && (!is_dotted || trim(&narrow) == period.dotted()) =>
        {
            return;
        }
        ExpiryText::Period(period) => Some(period),
        ExpiryText::OneDate(_) | ExpiryText::Unreadable => None,
    };
    cell.report(|finding| {
        finding.quote("value", column, text).fact("format", format);
        // What has the form and cannot be read has a day that is in no calendar.
        if period.is_none() && has_form(text) {
            finding.said(
                "note",
                "里的日期不存在，请对照证件核对",
                "has a date that does not exist; compare with the document",
            );
        } else {
            let form = form_in_words(format);
            finding.said(
                "note",
                &format!(
                    "写法不对，应像{}，长期有效的写成“起始日期-长期”或“长期”",
                    form.zh
                ),
                &format!(
                    "should be written as {}, with 长期 for a document without an end",
                    form.en
                ),
            );
        }
        if let Some(period) = period {
            let wanted = if is_dotted {
                period.dotted()
            } else {
                period.compact()
            };
            finding.fix(Trust::Safe, text, wanted);
        }
    });
}

/// Two days of eight digits.
fn has_form(text: &str) -> bool {
    let tidy = tidy_code(text);
    let is_day = |it: &str| it.len() == 8 && it.bytes().all(|it| it.is_ascii_digit());
    let days = tidy.split_once('-');
    days.is_some_and(|(first, last)| is_day(first) && is_day(last))
}
