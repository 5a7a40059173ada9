//! # 证件已过期
//!
//! 有效期的截止日期早于今天。未成年人的身份证有效期是五年或者十年，换证以后号码不变。
//!
//! ## 为什么重要
//!
//! 不影响导入，但以后核对证件、报名考试时要用有效的证件。
//!
//! ## 怎么改
//!
//! 请家长换领新证，然后改成新证件的有效期；已经换证的，直接改有效期。
//!
//! ## 例子
//!
//! ```roster
//! @ today=2026-11-21
//! | 姓名 | 证件有效期 |
//! | 王小明 | 20180901-20230901 |
//! ! id_expiry level=info date=20230901
//! | 李小红 | 2018.09.01-2026.11.20 |
//! ! id_expiry
//! | 赵小刚 | 20211121-20261121 |
//! | 孙小丽 | ２０１８０９０１－２０２８０９０１ |
//! | 孙小丽 | 20180901-长期 |
//! | 孙小丽 | 20230901-20180901 |
//! | 孙小丽 | 20200901 |
//! | 孙小丽 |  |
//! ```
//!
//! ---
//!
//! # Document has expired
//!
//! The last day of the validity is before today. A minor's identity card is valid for five or ten
//! years, and the number stays when it is renewed.
//!
//! ## Why it matters
//!
//! The import is not affected, but later checks and exam entries need a valid document.
//!
//! ## How to fix
//!
//! Ask the parents to renew the document, then fill in the new validity.

use roster_model::Level;
use roster_standard::Kind;
use roster_values::date::{ExpiryText, read_expiry};
use roster_values::text::Traits;

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R1029",
    slug: "expiry-past",
    level: Level::Info,
    zh: "证件已于{date}过期，建议换领新证后更新。",
    en: "The document expired on {date}; renew it and fill in the new validity.",
    basis: "本工具自定：与检查当天比较",
    since: "0.1",
    unless: &["R1028"],
    check: Check::Value {
        covers: Covers::Kinds(&[Kind::Expiry]),
        when: Traits::NONE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let ExpiryText::Period(period) = read_expiry(cell.text()) else {
        return;
    };
    let Some(end) = period.end.filter(|it| *it < cell.settings().today) else {
        return;
    };
    cell.report(|finding| {
        finding.fact("date", end.compact());
    });
}
