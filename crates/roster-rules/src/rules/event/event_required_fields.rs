//! # 异动缺少日期、原因或学校
//!
//! 休学、复学、转入、转出都要写明日期；休学和转学还要写明原因，转学要写明对方学校。这一行缺了其中一项，或者日期认不出来。
//!
//! ## 为什么重要
//!
//! 缺了这些，学籍主管部门没有办法核办，可能退回补填。
//!
//! ## 怎么改
//!
//! 按申请表和证明材料，把列出的各项补上。转入写从哪个学校来，转出写到哪个学校去。
//!
//! 表里没有这一列的不提示；只写休学日期的列不向别的异动要。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 学籍号 | 异动类别 | 异动日期 | 异动原因 | 转出学校 | 转入学校 |
//! | 王小明 | G110101201509010016 | 休学 | 20260301 |  |  |  |
//! ! event_reason list=异动原因
//! | 李小红 | G110101201509010024 | 转入 |  | 搬家 |  |  |
//! ! event_date related=F3
//! | 赵小军 | G110101201509010032 | 转出 | ２０２６０３０１ | 搬家 | 第一小学 | 无 |
//! ! event_to_school
//! | 孙小芳 | G11010120150902002X | 复学 | 2026年3月 |  |  |  |
//! ! event_date list=能认出的异动日期（如20260901）
//! | 周文 | G110101201509010040 | 复学 | 2026年3月1日 |  |  |  |
//! | 周文 | G110101201509010040 | 复学 | 三月一日 |  |  |  |
//! | 吴芳 | G110101201509020011 | 转入 | 20260301 | 搬家 | 第一小学 |  |
//! | 郑华 | G110101201509020038 | 跳级 |  |  |  |  |
//! | 何军 | G110101201509020046 | 外出 |  |  |  |  |
//! ```
//!
//! ```roster
//! | 姓名 | 异动类别 | 异动日期 | 异动原因 | 异动结束日期 |
//! | 王小明 | 休学 | 20260301 | 生病 | 明年 |
//! ! event_end_date list=能认出的异动结束日期（如20260901）
//! | 李小红 | 休学 | 20260301 | 生病 |  |
//! | 赵小军 | 休学 | 20260301 | 生病 | 20270301 |
//! ```
//!
//! 只有一列学校的，写对方学校：
//!
//! ```roster
//! | 姓名 | 学籍号 | 异动类别 | 对方学校 |
//! | 王小明 | G110101201509010016 | 转出 |  |
//! ! event_other_school list=对方学校
//! | 李小红 | G110101201509010024 | 转入 | 第二小学 |
//! | 孙小芳 | G11010120150902002X | 休学 |  |
//! ```
//!
//! ```roster
//! | 姓名 | 学籍号 | 异动类别 | 对方学校名称 | 接收学校 |
//! | 王小明 | G110101201509010016 | 转出 | 第二小学 |  |
//! | 李小红 | G110101201509010024 | 转出 |  | 第二小学 |
//! | 赵小军 | G110101201509010032 | 转出 |  |  |
//! ! event_to_school list=转入学校
//! | 孙小芳 | G11010120150902002X | 转入 |  |  |
//! ! event_other_school list=对方学校
//! ```
//!
//! 休学开始日期是休学自己的日期，转学不用填；休学填在哪一列都行：
//!
//! ```roster
//! | 姓名 | 学籍号 | 异动类别 | 异动日期 | 休学开始日期 | 异动原因 |
//! | 王小明 | G110101201509010016 | 休学 |  | 20260301 | 生病 |
//! | 李小红 | G110101201509010024 | 休学 | 20260301 |  | 生病 |
//! | 赵小军 | G110101201509010032 | 休学 |  |  | 生病 |
//! ! leave_start_date list=休学开始日期
//! | 孙小芳 | G11010120150902002X | 转出 | 20260301 |  | 搬家 |
//! | 周文 | G110101201509010040 | 转出 |  | 20260301 | 搬家 |
//! ! event_date list=异动日期
//! ```
//!
//! ```roster
//! | 姓名 | 学籍号 | 异动类别 | 休学起始日期 | 异动原因 |
//! | 王小明 | G110101201509010016 | 休学 | 2026年3月 | 生病 |
//! ! leave_start_date list=能认出的休学开始日期（如20260901）
//! | 李小红 | G110101201509010024 | 转出 |  | 搬家 |
//! | 孙小芳 | G11010120150902002X | 复学 |  |  |
//! ```
//!
//! ---
//!
//! # Change lacks date, reason or school
//!
//! A leave, a return and a transfer need a date; a leave and a transfer also need a reason, and a
//! transfer the other school. One of them is missing here, or the date cannot be read.
//!
//! ## Why it matters
//!
//! Without them the education authority cannot act and may send the list back.
//!
//! ## How to fix
//!
//! Fill in what is listed from the application and its papers: the school the pupil comes from for 转入,
//! the school the pupil goes to for 转出.
//!
//! Nothing is said where the list has no such column. A column with the first dates of leaves is asked of leaves alone.

use roster_model::{Column, Level};
use roster_standard::Kind;
use roster_values::date::DateText;

use crate::gathered::events::{date_column, kind_of};
use crate::gathered::members::is_filled;
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R9002",
    slug: "event-required-fields",
    level: Level::Warning,
    zh: "{value}缺少：{list}，请按申请表补上。",
    en: "Missing for {value}: {list}. Fill it in from the application.",
    basis: "本工具自定：办理休学、复学、转学的依据",
    since: "0.1",
    unless: &["R0012"],
    check: Check::Row {
        needs: &[Column::EventType],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let kind = kind_of(row);
    let wanted: &[Column] = match kind {
        "休学" => &[Column::EventReason],
        "复学" => &[],
        "转入" => &[Column::EventReason, school(row, Column::EventFromSchool)],
        "转出" => &[Column::EventReason, school(row, Column::EventToSchool)],
        _ => return,
    };
    let wanted = [date_column(row, kind)]
        .into_iter()
        .chain(wanted.iter().copied());
    // A day that no calendar has is told as one (R3001).
    let is_unreadable = |it: Column| {
        it.info().kind == Kind::EventDate
            && is_filled(row, it)
            && row.date(it).date().is_none()
            && (it == Column::EventEndDate || row.date(it) != DateText::Unreadable)
    };
    let is_missing = |it: &Column| row.has(*it) && (is_unreadable(*it) || !is_filled(row, *it));
    let mut missing: Vec<Column> = wanted.filter(is_missing).collect();
    // The end of a leave may be open, but not unreadable.
    missing.extend(
        [Column::EventEndDate]
            .into_iter()
            .filter(|it| is_unreadable(*it)),
    );
    let Some((&first, others)) = missing.split_first() else {
        return;
    };
    let related: Vec<_> = others.iter().filter_map(|&it| row.place(it)).collect();
    let title = |&it: &Column| {
        let (zh, en) = (it.info().zh, it.info().en);
        if is_unreadable(it) {
            (
                format!("能认出的{zh}（如20260901）"),
                format!("{en} in a form that can be read, such as 20260901"),
            )
        } else {
            (zh.to_owned(), en.to_owned())
        }
    };
    let (zh, en): (Vec<_>, Vec<_>) = missing.iter().map(title).unzip();
    row.report(first, |finding| {
        finding.related.extend(related);
        finding.fact("value", kind);
        finding.said("list", &zh.join("、"), &en.join(", "));
    });
}

/// The column with the school of a transfer one way: its own, or the one of transfers either way.
fn school(row: &Row<'_>, own: Column) -> Column {
    let other = Column::EventOtherSchool;
    if row.has(other) && (is_filled(row, other) || !row.has(own)) && !is_filled(row, own) {
        other
    } else {
        own
    }
}
