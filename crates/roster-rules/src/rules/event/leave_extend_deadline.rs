//! # 休学快要期满
//!
//! 再过几天休学就期满了，名册里还没有复学或延期的记录。
//!
//! ## 为什么重要
//!
//! 需要延期的要趁早申请，有的地方要求在期满前半个月内，过了期限就不好办了。
//!
//! ## 怎么改
//!
//! 联系家长：能回校的准备复学手续，不能回校的马上申请延期。提前几天提示，可以用模板参数 leave_extend_days 设置（默认15天），0 为不提示。
//!
//! ## 例子
//!
//! ```roster
//! @ today=2026-11-21
//! | 姓名 | 学籍号 | 异动类别 | 异动日期 | 异动结束日期 |
//! | 王小明 | G110101201509010016 | 休学 | 20251201 | 20261201 |
//! ! event_end_date level=info date=2026-12-01 number=10
//! | 李小红 | G110101201509010024 | 休学 | 20251201 | ２０２６１２０７ |
//! | 赵小军 | G110101201509010032 | 休学 | 20251121 | 20261121 |
//! ! event_end_date number=0
//! | 孙小芳 | G11010120150902002X | 休学 | 20251201 |  |
//! ```
//!
//! ---
//!
//! # Leave is about to end
//!
//! The leave ends within days, and the list tells neither a return nor an extension.
//!
//! ## Why it matters
//!
//! An extension has to be applied for in time, in some places within half a month before the end; afterwards it
//! is hard to get.
//!
//! ## How to fix
//!
//! Call the parents: prepare the return of a pupil who can come, apply for the extension of one who
//! cannot. The parameter leave_extend_days sets how many days before (15 unless set); 0 says nothing.

use roster_model::{Column, Level};

use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R9005",
    slug: "leave-extend-deadline",
    level: Level::Info,
    zh: "休学将于{date}期满（还有{number}天），需要延期的请马上办理。",
    en: "The leave ends on {date}, in {number} day{s}; apply at once if it has to be extended.",
    basis: "有的地方的学籍规定：期满前半个月内申请延长；由参数 leave_extend_days 设定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::EventType],
        check,
    },
};

fn check(run: &mut Run<'_>) {
    let events = run.events();
    for (leave, end) in events.open_leaves(run) {
        let roster = &run.rosters[leave.sheet as usize];
        let most = roster.parameter_number("leave_extend_days").unwrap_or(0);
        let left = i64::from(end.days()) - i64::from(run.settings.today.days());
        let Ok(days) = u64::try_from(left) else {
            continue;
        };
        if most > 0 && left <= most {
            let place = leave.place(run, Column::EventEndDate);
            run.report(place, |finding| {
                finding.fact("date", end.iso()).number("number", days);
            });
        }
    }
}
