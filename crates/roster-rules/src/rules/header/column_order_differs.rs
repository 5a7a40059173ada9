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
//! 按模板的顺序移动提示中的列；列很多时，下载系统的原模板，把内容逐列粘贴进去。缺必填的列和多出来的列另有提示；模板里可以不填的列，列本身也要有，删掉了，它后面的列就都提前了一列。左边空着的列要删去。
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
//! 夹着别的列，任意名单里没有的列，不算顺序不同：
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
//! 可以不填的列删掉了，后面的都提前；后面没有别的列，就没有哪一列提前：
//!
//! ```roster
//! @ own extends = "preschool-2016"
//! @ own [[columns]]
//! @ own key = "talents"
//! @ own after = "sex"
//! | 姓名 | 性别 | 出生日期 | 身份证件类型 | 身份证件号码 |
//! ! sheet level=warning count=3
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! ```
//!
//! ```roster
//! @ own extends = "preschool-2016"
//! @ own [[columns]]
//! @ own key = "talents"
//! | 姓名 | 性别 | 出生日期 | 身份证件类型 | 身份证件号码 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! ```
//!
//! 左边空着一列：
//!
//! ```roster
//! @ profile=preschool-2016
//! |  | 姓名 | 性别 | 出生日期 | 证件类型 | 身份证件号码 |
//! ! sheet level=warning count=5
//! |  | 王小明 | 男 | 20150901 |  | 110101201509010016 |
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
//! template and paste the contents column by column. Required columns that are missing and columns that are
//! too many have messages of their own. A column that may be left blank must still be there: without it all
//! behind it stand one column too early. Delete blank columns on the left.
//!
//! The order is not compared where the parameter header_form is any: for any list, the form of basic
//! information and lists of changes.

use roster_model::{Level, Place, SheetColumn};

use super::header_text_differs::is_compared;
use super::missing_required_column::is_wanted;
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
        if let Some((count, zh, en)) = shifted(roster) {
            run.report(Place::Sheet(sheet), |finding| {
                finding.number("count", count as u64);
                finding.said("list", &zh, &en);
            });
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

/// How many columns stand elsewhere for a column of the template that is not there or for blank ones on the
/// left, and which those are. A required column that is missing has a message of its own.
fn shifted(roster: &Roster) -> Option<(usize, String, String)> {
    let profile = &roster.profile;
    let columns = &roster.sheet.columns;
    let known = columns.iter().filter(|it| it.column.is_some());
    let known: Vec<&SheetColumn> = known.collect();
    let blank = columns.first().map_or(0, |it| usize::from(it.position));
    if blank > 0 {
        let zh = format!("左边空着{blank}列，后面的列都靠后了");
        let en = format!("{blank} blank columns on the left, so that all stand too late");
        return Some((known.len(), zh, en));
    }
    if profile.partial {
        return None;
    }
    let place = |column| profile.columns.iter().position(|it| it.column == column);
    let mut missing = (0..).zip(profile.columns.iter());
    let mut missing = missing
        .by_ref()
        .filter(|(_, it)| !roster.has(it.column) && !is_wanted(roster, it))
        .peekable();
    let first: usize = missing.peek()?.0;
    let mut names: Vec<&str> = missing.map(|(_, it)| &*it.header).collect();
    if names.len() > LISTED_MAX {
        names.truncate(LISTED_MAX);
        names.push("…");
    }
    let behind = known
        .iter()
        .filter(|it| it.column.and_then(place) > Some(first));
    let count = behind.count();
    let zh = format!("缺“{}”，后面的列都提前了", names.join("”“"));
    let en = format!(
        "without “{}” all behind it stand too early",
        names.join("”, “")
    );
    (count > 0).then_some((count, zh, en))
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
