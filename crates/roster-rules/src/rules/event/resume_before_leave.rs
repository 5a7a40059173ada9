//! # 复学早于休学
//!
//! 休学的结束日期不晚于开始日期，或者同一名学生复学的日期不晚于休学的日期。
//!
//! ## 为什么重要
//!
//! 先休学才能复学，日期颠倒的异动办不了。
//!
//! ## 怎么改
//!
//! 按申请表核对两个日期，把填错的改正。
//!
//! 一行里起止颠倒的是错误。两行之间颠倒的只作警告，因为学生可能复学以后又休学。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 学籍号 | 异动类别 | 异动日期 | 异动结束日期 |
//! | 王小明 | G110101201509010016 | 休学 | 20260901 | ２０２５０９０１ |
//! ! event_end_date level=error related=D2
//! | 李小红 | G110101201509010024 | 休学 | 20260901 | 20270901 |
//! | 李小红 | G110101201509010024 | 复学 | 20260301 |  |
//! ! event_date level=warning related=D3
//! | 赵小军 | G110101201509010032 | 休学 | 20250901 | 20260901 |
//! | 赵小军 | G110101201509010032 | 复学 | 20260901 |  |
//! | 孙小芳 | G11010120150902002X | 休学 | 20250301 |  |
//! | 孙小芳 | G11010120150902002X | 复学 | 20260301 |  |
//! | 孙小芳 | G11010120150902002X | 休学 | 20260901 |  |
//! | 周文 | G110101201509010040 | 复学 | 20260301 |  |
//! | 吴芳 | G110101201509020011 | 休学 |  | 20260301 |
//! ```
//!
//! ```roster
//! | 姓名 | 学籍号 | 异动类别 | 异动日期 | 休学开始日期 | 休学结束日期 |
//! | 王小明 | G110101201509010016 | 休学 |  | 20260901 | 20250901 |
//! ! event_end_date level=error related=E2
//! | 李小红 | G110101201509010024 | 休学 | 20260825 | 20260901 | 20270901 |
//! ```
//!
//! ```roster
//! | 姓名 | 学籍号 | 异动类别 | 休学日期 | 复学日期 |
//! | 王小明 | G110101201509010016 | 休学 | 20260901 | 20250901 |
//! ! event_end_date level=error related=D2
//! ```
//!
//! ---
//!
//! # Return is before the leave
//!
//! The last day of a leave is not after its first, or a pupil returns on or before the day the leave
//! begins.
//!
//! ## Why it matters
//!
//! A return follows a leave; with dates the wrong way round neither can be entered.
//!
//! ## How to fix
//!
//! Compare both dates with the application and correct the wrong one.
//!
//! Within one row it is an error. Between two rows it is a warning, since a pupil may return and go on
//! leave again.

use roster_model::{Column, Level};

use crate::gathered::events::only_pair;
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R9006",
    slug: "resume-before-leave",
    level: Level::Error,
    zh: "{note}的日期{value}应当晚于休学开始的日期{date}，请核对。",
    en: "The {note} on {value} has to come after the leave on {date}; check both.",
    basis: "本工具自定：先休学后复学",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::EventType],
        check,
    },
};

fn check(run: &mut Run<'_>) {
    let events = run.events();
    for events in &events.of_pupils {
        for leave in events.iter().filter(|it| it.kind == "休学") {
            if let (Some(start), Some(end)) = (leave.date, leave.end)
                && end <= start
            {
                let place = leave.place(run, Column::EventEndDate);
                let related = leave.place(run, leave.dated_by);
                run.report(place, |finding| {
                    finding.related.push(related);
                    finding.said("note", "休学结束", "end of the leave");
                    finding.fact("value", end.iso()).fact("date", start.iso());
                });
            }
        }
        if let Some((leave, back)) = only_pair(events)
            && let (Some(start), Some(end)) = (leave.date, back.date)
            && end <= start
        {
            let place = back.place(run, back.dated_by);
            let related = leave.place(run, leave.dated_by);
            run.report_at(Level::Warning, place, |finding| {
                finding.related.push(related);
                finding.said("note", "复学", "return");
                finding.fact("value", end.iso()).fact("date", start.iso());
            });
        }
    }
}
