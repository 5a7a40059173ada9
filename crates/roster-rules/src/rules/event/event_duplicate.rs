//! # 同一异动填了两次
//!
//! 同一名学生、同一种异动、同一天，填了不止一行。
//!
//! ## 为什么重要
//!
//! 重复的异动会重复办理，人数统计也会多出来。
//!
//! ## 怎么改
//!
//! 核对后只保留一行。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 学籍号 | 异动类别 | 异动日期 |
//! | 王小明 | G110101201509010016 | 休学 | 20260301 |
//! | 王小明 | g110101201509010016 | 休学 | ２０２６-０３-０１ |
//! ! event_type count=2 related=C2,D2,D3
//! | 李小红 | G110101201509010024 | 休学 | 20260301 |
//! | 李小红 | G110101201509010024 | 复学 | 20260301 |
//! | 赵小军 | G110101201509010032 | 休学 | 20250301 |
//! | 赵小军 | G110101201509010032 | 休学 | 20260301 |
//! | 孙小芳 | G11010120150902002X | 休学 |  |
//! | 孙小芳 | G11010120150902002X | 休学 |  |
//! ```
//!
//! ---
//!
//! # The same change twice
//!
//! One pupil has the same kind of change on the same day in more than one row.
//!
//! ## Why it matters
//!
//! The change is entered twice, and the numbers of pupils do not add up.
//!
//! ## How to fix
//!
//! Compare the rows and keep one.

use roster_model::{Column, Level, Place};

use crate::block::rows_said::rows_said;
use crate::gathered::events::Event;
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R9012",
    slug: "event-duplicate",
    level: Level::Warning,
    zh: "同一名学生的“{value}”重复填报：{rows}（共{count}行），请只留一行。",
    en: "{value} of one pupil on one day stands in {rows} ({count} rows); keep one.",
    basis: "本工具自定",
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
        let mut dated: Vec<&Event> = events
            .iter()
            .filter(|it| it.date.is_some() && !it.kind.is_empty())
            .collect();
        roster_order::sort_by_key(&mut dated, |it| (it.kind, it.date, it.sheet, it.row));
        for same in dated.chunk_by(|a, b| (a.kind, a.date) == (b.kind, b.date)) {
            let Some((last, others)) = same.split_last().filter(|(_, it)| !it.is_empty()) else {
                continue;
            };
            let rows: Vec<(u32, u32)> = same.iter().map(|it| (it.sheet, it.row)).collect();
            let said = rows_said(run, &rows);
            let types = others.iter().map(|it| it.place(run, Column::EventType));
            let dates = same.iter().map(|it| it.place(run, it.dated_by));
            let related: Vec<Place> = types.chain(dates).collect();
            let (place, kind) = (last.place(run, Column::EventType), last.kind);
            run.report(place, |finding| {
                finding.related = related;
                finding.fact("value", kind).said("rows", &said.zh, &said.en);
                finding.number("count", rows.len() as u64);
            });
        }
    }
}
