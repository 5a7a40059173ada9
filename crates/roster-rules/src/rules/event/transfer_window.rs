//! # 不在转学办理的时段内
//!
//! 本地规定了办理转学的时段，这次转学的日期不在其中。
//!
//! ## 为什么重要
//!
//! 时段以外的转学申请，系统或者学籍主管部门不受理。
//!
//! ## 怎么改
//!
//! 核对日期；确实不在时段内的，等到下一个时段再办理，特殊情况请示学籍主管部门。
//!
//! 时段是各地自己规定的，要在模板参数 transfer_windows 里设置，例如 01-10..02-28,07-01..09-15。没有设置就不检查。有的地方初中毕业年级下学期不办转学，把参数 transfer_final_term 设为 no 就会检查（2月到8月）。
//!
//! ## 例子
//!
//! ```roster
//! @ set transfer_windows=01-10..02-28,07-01..09-15
//! | 姓名 | 学籍号 | 异动类别 | 异动日期 |
//! | 王小明 | G110101201509010016 | 转出 | 20260415 |
//! ! event_date date=2026-04-15
//! | 李小红 | G110101201509010024 | 转入 | ２０２６０４１５ |
//! ! event_date
//! | 赵小军 | G110101201509010032 | 转出 | 20260215 |
//! | 孙小芳 | G11010120150902002X | 休学 | 20260415 |
//! | 周文 | G110101201509010040 | 转出 |  |
//! ```
//!
//! ```roster
//! @ set transfer_final_term=no
//! | 姓名 | 学籍号 | 年级 | 异动类别 | 异动日期 |
//! | 王小明 | G110101201509010016 | 初三 | 转出 | 20260415 |
//! ! event_date
//! | 李小红 | G110101201509010024 | 初三 | 转出 | 20261015 |
//! | 赵小军 | G110101201509010032 | 初二 | 转出 | 20260415 |
//! ```
//!
//! ```roster
//! | 姓名 | 学籍号 | 年级 | 异动类别 | 异动日期 |
//! | 王小明 | G110101201509010016 | 初三 | 转出 | 20260415 |
//! ```
//!
//! ---
//!
//! # Transfer outside the set period
//!
//! The authority has set periods in which pupils change schools, and the date is in none of them.
//!
//! ## Why it matters
//!
//! An application at another time is not taken.
//!
//! ## How to fix
//!
//! Compare the date. If it is right, wait for the next period, or ask the authority in special cases.
//!
//! The periods differ from place to place and are set by the parameter transfer_windows, such as
//! 01-10..02-28,07-01..09-15; without it nothing is checked. With transfer_final_term set to no, the last
//! year of junior school is closed from February to August.

use roster_model::{Column, Level};
use roster_standard::parameter::{MonthDay, items, window};
use roster_values::date::Date;

use crate::gathered::events::kind_of;
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R9007",
    slug: "transfer-window",
    level: Level::Error,
    zh: "{date}不在本地办理转学的时段内，请核对日期；特殊情况请示学籍主管部门。",
    en: "{date} is outside the local periods for transfers; check the date, or ask the education authority.",
    basis: "各地转学规定，由参数 transfer_windows 和 transfer_final_term 设定",
    since: "0.1",
    unless: &[],
    check: Check::Row {
        needs: &[Column::EventType, Column::EventDate],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let windows = row.parameter("transfer_windows");
    let closes_final_term = row.parameter("transfer_final_term") == "no";
    if windows.is_empty() && !closes_final_term || !matches!(kind_of(row), "转入" | "转出") {
        return;
    }
    let Some(date) = row.date(Column::EventDate).date() else {
        return;
    };
    let is_open = windows.is_empty() || is_within(date, windows);
    if !is_open || closes_final_term && is_final_term(row, date) {
        row.report(Column::EventDate, |finding| {
            finding.fact("date", date.iso());
        });
    }
}

fn is_within(date: Date, windows: &str) -> bool {
    let Some(day) = MonthDay::new(date.month(), date.day()) else {
        return true;
    };
    items(windows).filter_map(window).any(|it| it.contains(day))
}

/// The second term of the last year of junior school.
fn is_final_term(row: &Row<'_>, date: Date) -> bool {
    let last = match row.parameter("grade_system") {
        "five-four" => "初中四年级",
        _ => "初中三年级",
    };
    let grade = row.grade();
    grade.is_some_and(|it| it.label == last) && (2..=8).contains(&date.month())
}
