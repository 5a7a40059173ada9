//! # 同一列出现两次
//!
//! 有两列说的是同一件事，只检查了靠左的一列。
//!
//! ## 为什么重要
//!
//! 系统不知道该用哪一列，会报错，或者用了错的一列；没有检查的那一列里有错也看不出来。
//!
//! ## 怎么改
//!
//! 比较两列，保留正确、完整的一列，删除另一列。如果其中一列其实是别的内容（例如家长的电话），改正它的列名。列名写法不同时，也可能本来就是两种内容，所以只作提醒。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 手机号 | 手　机　号 |
//! ! column level=error header=手　机　号
//! | 王小明 | 13800138000 | 13800138001 |
//! | 李小红 |  | 13800138001 |
//! ```
//!
//! ```roster
//! | 姓名 | 手机号 | 联系电话 |
//! ! column level=warning header=联系电话
//! | 王小明 | 13800138000 |  |
//! ```
//!
//! ```roster
//! | 姓名 | 手机号 | 成员1姓名 | 成员1联系电话 |
//! | 王小明 | 13800138000 | 王大明 |  |
//! ```
//!
//! ---
//!
//! # One column stands there twice
//!
//! Two columns mean the same, and only the left one was checked.
//!
//! ## Why it matters
//!
//! The system cannot know which one to use: it refuses the sheet, or uses the wrong one. Errors in
//! the column that was not checked stay unseen.
//!
//! ## How to fix
//!
//! Compare the two, keep the right and complete one and delete the other. If one of them holds
//! something else, such as a parent's phone, correct its name. Where the two names are spelled
//! differently they may mean two things after all, so that is a warning only.

use roster_model::{Level, Place, SheetColumn};
use roster_standard::header;

use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R0105",
    slug: "duplicate-column",
    level: Level::Error,
    zh: "“{header}”与左边的一列重复，都是“{column}”；只检查了左边的一列，请删除多余的。",
    en: "“{header}” repeats a column to its left, both are “{column}”; only the left one was checked, delete one.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.sheets() {
        for it in &roster.sheet.columns {
            let Some(column) = it.repeats else { continue };
            let first = roster
                .index_of(column)
                .map(|index| &roster.sheet.columns[index]);
            let same =
                |first: &SheetColumn| header::tidy(&first.header) == header::tidy(&it.header);
            let level = if first.is_none_or(same) {
                Level::Error
            } else {
                Level::Warning
            };
            run.report_at(level, Place::Column(sheet, it.position), |finding| {
                finding.fact("header", it.header.as_str());
                finding.said("column", column.info().zh, column.info().en);
                finding
                    .related
                    .extend(first.map(|it| Place::Column(sheet, it.position)));
            });
        }
    }
}
