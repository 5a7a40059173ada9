//! # 休学期满没有复学
//!
//! 休学的结束日期已经过了，名册里没有这名学生的复学、延期或离校的记录。
//!
//! ## 为什么重要
//!
//! 休学期满要及时复学或者延期。一直不办，学生的学籍状态就是错的，也可能已经失学。
//!
//! ## 怎么改
//!
//! 问一下学生的情况：已经回校的办理复学，还不能回校的办理延期，已经转走的办理转学。
//!
//! “学籍状态”写着正常、在读或已复学的，同一名学生后面有复学、转出、退学等记录的，或者有更晚结束的休学的，不提示。
//!
//! ## 例子
//!
//! ```roster
//! @ today=2026-11-21
//! | 姓名 | 学籍号 | 异动类别 | 异动日期 | 异动结束日期 |
//! | 王小明 | G110101201509010016 | 休学 | 20250901 | 20260901 |
//! ! event_end_date date=2026-09-01
//! | 李小红 | G110101201509010024 | 休学 | 20250901 | 20260901 |
//! | 李小红 | Ｇ１１０１０１２０１５０９０１００２４ | 复学 | 20260901 |  |
//! | 赵小军 | G110101201509010032 | 休学 | 20250901 | 20260901 |
//! | 赵小军 | G110101201509010032 | 休学 | 20260901 | 20270901 |
//! | 孙小芳 | G11010120150902002X | 休学 | 20260301 | 20261121 |
//! | 周文 | G110101201509010040 | 休学 | 20250901 |  |
//! | 吴芳 | G110101201509020011 | 休学 | 20260901 | 20250901 |
//! | 郑华 | G11010120150902002X | 休学 | 20250901 | 20260901 |
//! | 郑华 | G11010120150902002X | 复学 | 20250301 |  |
//! ```
//!
//! 写着“复学日期”的一列是已经复学的日期，“应复学日期”不是：
//!
//! ```roster
//! @ today=2026-11-21
//! | 姓名 | 学籍号 | 异动类别 | 休学日期 | 复学日期 |
//! | 王小明 | G110101201509010016 | 休学 | 20250901 | 20260901 |
//! ```
//!
//! ```roster
//! @ today=2026-11-21
//! | 姓名 | 学籍号 | 异动类别 | 休学日期 | 应复学日期 |
//! | 王小明 | G110101201509010016 | 休学 | 20250901 | 20260901 |
//! ! event_end_date date=2026-09-01
//! ```
//!
//! ---
//!
//! # Leave is over and the pupil not back
//!
//! The last day of the leave has passed, and the list tells neither a return nor an extension nor that
//! the pupil left.
//!
//! ## Why it matters
//!
//! A leave ends with a return or an extension. Until one is entered the status of the pupil is wrong, and
//! the pupil may have dropped out.
//!
//! ## How to fix
//!
//! Ask how the pupil is: enter the return of one who is back, the extension of one who cannot come yet,
//! the transfer of one who moved away.
//!
//! Nothing is said where the status says that the pupil is back, or where a later row of the same pupil
//! tells a return, a longer leave or a departure.

use roster_model::{Column, Level};

use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R9004",
    slug: "leave-overdue",
    level: Level::Warning,
    zh: "休学已于{date}期满，请办理复学或延期。",
    en: "The leave ended on {date}; enter the return or an extension.",
    basis: "有的地方的学籍规定：休学期满，复学或申请延长",
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
        if end < run.settings.today {
            let place = leave.place(run, Column::EventEndDate);
            let related = leave.place(run, Column::EventType);
            run.report(place, |finding| {
                finding.related.push(related);
                finding.fact("date", end.iso());
            });
        }
    }
}
