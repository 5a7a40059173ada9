//! # 列的顺序与模板不同
//!
//! 认出来的列都在，但先后顺序与导入模板不一样。
//!
//! ## 为什么重要
//!
//! 有的系统按位置读取各列，顺序不同时会把一列的内容当作另一列，或者拒收整张表。
//!
//! ## 怎么改
//!
//! 按模板的顺序移动提示中的列；列很多时，下载系统的原模板，把内容逐列粘贴进去。缺的列和多出来的列另有提示。
//!
//! 模板参数“列名和列的顺序”是“不要求”的（任意名单、学生基本信息表、学籍异动名册），不比对顺序。
//!
//! ## 例子
//!
//! ```roster
//! @ set header_form=exact
//! | 姓名 | 身份证件号 | 性别 | 出生日期 |
//! ! sheet level=warning count=1 list=身份证件号
//! | 王小明 |  | 男 | 20150901 |
//! ```
//!
//! 中间缺列、夹着别的列，不算顺序不同：
//!
//! ```roster
//! @ set header_form=exact
//! | 序号 | 姓名 | 期末评语 | 出生日期 | 民族 |
//! | 1 | 王小明 | 认真 | 20150901 |  |
//! ```
//!
//! ```roster
//! | 姓名 | 身份证件号 | 性别 |
//! | 王小明 |  | 男 |
//! ```
//!
//! ---
//!
//! # Columns in another order than the template
//!
//! The columns are there, but one after the other in another order than in the import template.
//!
//! ## Why it matters
//!
//! Some systems read columns by their position. In another order they take one column for another, or
//! refuse the sheet.
//!
//! ## How to fix
//!
//! Move the columns named in the message to their places. If they are many, download the system's own
//! template and paste the contents column by column. Columns that are missing or too many have
//! messages of their own.
//!
//! The order is not compared where the parameter header_form is any: for any list, the form of basic
//! information and lists of changes.

use roster_model::{Level, Place, SheetColumn};

use super::header_text_differs::is_compared;
use crate::{Check, Roster, Rule, Run, in_order};

pub(crate) const RULE: Rule = Rule {
    code: "R0106",
    slug: "column-order-differs",
    level: Level::Warning,
    zh: "有{count}列的位置与模板不同（{list}），系统可能按位置读取，请按模板的顺序排列。",
    en: "Columns that stand elsewhere than in the template: {count} ({list}); the system may read by position. Put them in the template's order.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

/// More columns than a reader can move by hand are not listed.
const LISTED_MAX: usize = 10;

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.sheets() {
        if !is_compared(roster) {
            continue;
        }
        let misplaced = misplaced(roster);
        if misplaced.is_empty() {
            continue;
        }
        let mut list: Vec<&str> = misplaced.iter().take(LISTED_MAX).copied().collect();
        if misplaced.len() > LISTED_MAX {
            list.push("…");
        }
        run.report(Place::Sheet(sheet), |finding| {
            finding
                .number("count", misplaced.len() as u64)
                .fact("list", list.join("、"));
        });
    }
}

/// Bits that number the columns of a profile's own.
const PLACE_BITS: u32 = 16;

/// The headers of the fewest columns that have to move for the rest to be in order.
fn misplaced(roster: &Roster) -> Vec<&str> {
    // Columns of the profile's own stand behind those of the standard that are listed before them.
    let place_of = |it: &SheetColumn| match (it.column, it.local) {
        (Some(column), _) => {
            let mut columns = roster.profile.columns.iter();
            Some((columns.position(|it| it.column == column)? + 1) << PLACE_BITS)
        }
        (None, Some(local)) => {
            let after = roster.profile.locals.get(usize::from(local.index))?.after;
            Some((usize::from(after) << PLACE_BITS) + usize::from(local.index) + 1)
        }
        (None, None) => None,
    };
    let mut known: Vec<(usize, &str)> = Vec::new();
    for it in &roster.sheet.columns {
        known.extend(place_of(it).map(|place| (place, it.header.as_str())));
    }
    let places: Vec<usize> = known.iter().map(|it| it.0).collect();
    let stays = in_order(&places);
    let moved = known.iter().zip(stays).filter(|(_, stays)| !stays);
    moved.map(|((_, header), _)| *header).collect()
}
