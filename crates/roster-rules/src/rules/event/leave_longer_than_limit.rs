//! # 休学时间超过期限
//!
//! 从休学开始到结束，超过了规定的期限（一般是一年）。
//!
//! ## 为什么重要
//!
//! 休学到期应当复学或者申请延期，一次办理的休学不能超过期限。
//!
//! ## 怎么改
//!
//! 核对起止日期；确实需要更长时间的，到期前办理延期。期限可以用模板参数 leave_months_max（月数）设置，0 为不检查。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 学籍号 | 异动类别 | 异动日期 | 异动结束日期 |
//! | 王小明 | G110101201509010016 | 休学 | 20260301 | 20270302 |
//! ! event_end_date expected=12 related=D2
//! | 李小红 | G110101201509010024 | 休学 | ２０２６０３０１ | 2027-03-01 |
//! | 赵小军 | G110101201509010032 | 休学 | 20260301 |  |
//! | 孙小芳 | G11010120150902002X | 保留学籍 | 20260301 | 20290301 |
//! ```
//!
//! ```roster
//! @ set leave_months_max=0
//! | 姓名 | 学籍号 | 异动类别 | 异动日期 | 异动结束日期 |
//! | 王小明 | G110101201509010016 | 休学 | 20260301 | 20280301 |
//! ```
//!
//! ```roster
//! | 姓名 | 学籍号 | 异动类别 | 休学开始日期 | 休学结束日期 |
//! | 王小明 | G110101201509010016 | 休学 | 20260301 | 20270302 |
//! ! event_end_date expected=12 related=D2
//! ```
//!
//! ---
//!
//! # Leave is longer than allowed
//!
//! From its first to its last day the leave is longer than the limit, as a rule one year.
//!
//! ## Why it matters
//!
//! At the end of a leave the pupil comes back or the leave is extended; one leave is not longer than
//! the limit.
//!
//! ## How to fix
//!
//! Compare both dates. A pupil who needs longer applies for an extension in time. The parameter
//! leave_months_max sets another number of months; 0 checks nothing.

use roster_model::{Column, Level};
use roster_values::date::Date;

use crate::gathered::events::{date_column, kind_of};
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R9003",
    slug: "leave-longer-than-limit",
    level: Level::Warning,
    zh: "休学时间超过{expected}个月，{note}。",
    en: "The leave is longer than {expected} months; {note}.",
    basis: "有的地方的学籍规定：休学一次一年；由参数 leave_months_max 设定",
    since: "0.1",
    unless: &[],
    check: Check::Row {
        needs: &[Column::EventType, Column::EventEndDate],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let kind = kind_of(row);
    let dated_by = date_column(row, kind);
    let dates = (
        row.date(dated_by).date(),
        row.date(Column::EventEndDate).date(),
    );
    let (Some(start), Some(end)) = dates else {
        return;
    };
    let most = row.parameter_number("leave_months_max");
    let most = most.and_then(|it| u16::try_from(it).ok()).unwrap_or(0);
    if kind != "休学" || most == 0 || !is_longer(start, end, most) {
        return;
    }
    let (zh, en) = if end < row.settings().today {
        ("请核对起止日期", "check its two days")
    } else {
        (
            "需要延期的请在期满前办理",
            "apply for an extension before it ends",
        )
    };
    let related = row.place(dated_by);
    row.report(Column::EventEndDate, |finding| {
        finding.related.extend(related);
        finding.number("expected", most).said("note", zh, en);
    });
}

/// Whether the end is later than the same day `months` months after the start.
fn is_longer(start: Date, end: Date, months: u16) -> bool {
    let count = |it: Date| u32::from(it.year()) * 12 + u32::from(it.month());
    (count(end), end.day()) > (count(start) + u32::from(months), start.day())
}
