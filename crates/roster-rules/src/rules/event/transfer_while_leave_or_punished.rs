//! # 休学或处分期间办理转学
//!
//! 这名学生还在休学，或者处分还没有撤销，却要办理转学。
//!
//! ## 为什么重要
//!
//! 有的地方规定休学或处分期间不予转学，申请会被退回。
//!
//! ## 怎么改
//!
//! 休学的先办理复学，有处分的等处分撤销，再办理转学。
//!
//! 这是各地自己的规定，模板参数 leave_bars_transfer 设为 yes 才检查。
//!
//! ## 例子
//!
//! ```roster
//! @ set leave_bars_transfer=yes
//! | 姓名 | 学籍号 | 学籍状态 | 异动类别 | 异动日期 | 异动结束日期 |
//! | 王小明 | G110101201509010016 | 正常 | 休学 | 20260301 | 20270301 |
//! | 王小明 | G110101201509010016 | 正常 | 转出 | 20260901 |  |
//! ! event_type related=D2
//! | 李小红 | G110101201509010024 | 记过 | 转出 | 20260901 |  |
//! ! event_type related=C4
//! | 赵小军 | G110101201509010032 | 正常 | 休学 | 20250301 | 20260301 |
//! | 赵小军 | G110101201509010032 | 正常 | 复学 | ２０２６０３０１ |  |
//! | 赵小军 | G110101201509010032 | 正常 | 转出 | 20260901 |  |
//! | 孙小芳 | G11010120150902002X |  | 转出 | 20260901 |  |
//! ```
//!
//! ```roster
//! | 姓名 | 学籍号 | 学籍状态 | 异动类别 | 异动日期 |
//! | 李小红 | G110101201509010024 | 休学 | 转出 | 20260901 |
//! ```
//!
//! ---
//!
//! # Transfer during a leave or a punishment
//!
//! The pupil is on leave, or under a punishment that still holds, and is to change schools.
//!
//! ## Why it matters
//!
//! Some authorities do not allow it, and send the application back.
//!
//! ## How to fix
//!
//! Enter the return from the leave first, or wait until the punishment is lifted.
//!
//! This is a local rule and is checked only where the parameter leave_bars_transfer is set to yes.

use roster_model::{Column, Level};

use crate::gathered::events::Event;
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R9008",
    slug: "transfer-while-leave-or-punished",
    level: Level::Error,
    zh: "{note}。",
    en: "{note}.",
    basis: "各地转学规定，由参数 leave_bars_transfer 设定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::EventType],
        check,
    },
};

/// What a status says of a pupil under punishment.
const PUNISHED: [&str; 4] = ["处分", "警告", "记过", "留校察看"];

fn check(run: &mut Run<'_>) {
    let events = run.events();
    for events in &events.of_pupils {
        let transfers = events
            .iter()
            .filter(|it| matches!(it.kind, "转入" | "转出"));
        for transfer in transfers {
            let roster = &run.rosters[transfer.sheet as usize];
            if roster.parameter("leave_bars_transfer") == "yes" {
                check_transfer(run, transfer, events);
            }
        }
    }
}

fn check_transfer(run: &mut Run<'_>, transfer: &Event, events: &[Event]) {
    let status = transfer.text(run, Column::StudentStatus);
    let is_punished = PUNISHED.iter().any(|it| status.contains(it)) && !status.contains("撤销");
    let leave = leave_at(transfer, events);
    let related = match leave {
        Some(leave) => leave.place(run, Column::EventType),
        None if is_punished || status == "休学" => transfer.place(run, Column::StudentStatus),
        None => return,
    };
    let (zh, en) = if leave.is_none() && is_punished {
        (
            "处分期间，按本地规定不予转学，请等处分撤销后再办",
            "The pupil is under a punishment: no transfer by the local rules until it is lifted",
        )
    } else {
        (
            "休学期间，按本地规定不予转学，请先办理复学",
            "The pupil is on leave: no transfer by the local rules; the return comes first",
        )
    };
    let place = transfer.place(run, Column::EventType);
    run.report(place, |finding| {
        finding.related.push(related);
        finding.said("note", zh, en);
    });
}

/// The leave that a transfer falls into.
fn leave_at<'e>(transfer: &Event, events: &'e [Event]) -> Option<&'e Event> {
    let day = transfer.date?;
    let began = |it: &&Event| it.kind == "休学" && it.date.is_some_and(|start| start <= day);
    let leave = events.iter().rfind(began)?;
    let is_back = events.iter().any(|it| {
        it.kind == "复学"
            && it
                .date
                .is_some_and(|back| Some(back) >= leave.date && back <= day)
    });
    let is_over = leave.end.is_some_and(|end| end < day);
    (!is_back && !is_over).then_some(leave)
}
