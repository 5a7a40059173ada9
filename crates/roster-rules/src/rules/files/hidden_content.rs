//! # 有隐藏的学生或内容
//!
//! 表里有隐藏的工作表、隐藏的行列，或者筛选后看不见的行。检查时已把它们包括在内。
//!
//! ## 为什么重要
//!
//! 看不见的内容一样会交上去：隐藏的学生可能是已经转走的，也可能被漏掉。导入系统读不读隐藏的内容，各地没有统一说明。
//!
//! ## 怎么改
//!
//! 清除筛选，取消隐藏，逐一核对看不见的内容：应当上报的保留，不应当上报的删除。工作表在标签上点右键“取消隐藏”；行和列选中两侧后点右键“取消隐藏”。
//!
//! ## 例子
//!
//! ```roster
//! @ file=一班.xlsx sheet=一班
//! @ hidden-rows=3-4 hidden-columns=B
//! | 姓名 | 性别 |
//! ! sheet level=warning count=2 range=3-4
//! ! sheet level=warning count=1 list=性别
//! | 王小明 | 男 |
//! | 李小红 | 女 |
//! | 赵小华 | 女 |
//! | 钱小军 |  |
//! @ sheet=旧稿 hidden
//! | 姓名 | 性别 |
//! ! sheet level=warning count=1
//! | 孙小丽 | 女 |
//! ```
//!
//! 筛选和它藏起的行是一回事，只说一次；隐藏的空列、没有学生的隐藏工作表不说：
//!
//! ```roster
//! @ file=二班.xlsx sheet=二班
//! @ hidden-rows=2,4 filter hidden-columns=D
//! | 姓名 | 性别 |
//! ! sheet level=warning count=2 range=2,4
//! | 王小明 | 男 |
//! | 李小红 | 女 |
//! | 赵小华 |  |
//! @ sheet=代码 hidden
//! | 男 |
//! | 女 |
//! ```
//!
//! ---
//!
//! # Hidden pupils or content
//!
//! The file hides sheets, rows or columns, or a filter hides rows. They were checked like the rest.
//!
//! ## Why it matters
//!
//! What nobody sees is submitted all the same: a hidden pupil may have left, or may be forgotten.
//! Whether an import reads hidden content is not stated everywhere.
//!
//! ## How to fix
//!
//! Clear the filter, show what is hidden and look at it: keep what is to be submitted and delete the
//! rest. Sheets are shown again from the menu of the tabs, rows and columns from the menu of those
//! beside them.

use roster_model::{Level, Place, Sheet, Visibility};
use roster_values::text::{Traits, is_blank};

use crate::block::rows_said::row_ranges;
use crate::{Check, Roster, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R0008",
    slug: "hidden-content",
    level: Level::Warning,
    zh: "{kind}（{count}{note}），检查时已包括在内；提交前请取消隐藏，核对后再定去留。",
    en: "{kind} ({count} {note}); they were checked as well. Show them and decide before submitting.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

/// Columns that are named.
const LISTED_MAX: usize = 20;

/// What is said of a sheet that no menu shows.
const VERY_HIDDEN: (&str, &str) = (
    "名学生；菜单里取消不了：在 Excel 或 WPS 中按 Alt+F11，选中它，把属性里的 Visible 改成 -1",
    "; no menu shows it: press Alt+F11 in Excel, choose it and set its property Visible to -1",
);

fn many<'w>(count: usize, one: &'w str, more: &'w str) -> &'w str {
    if count == 1 { one } else { more }
}

fn check(run: &mut Run<'_>) {
    for (number, roster) in run.sheets() {
        let sheet = &roster.sheet;
        if !sheet.has_header() || sheet.row_count() == 0 {
            continue;
        }
        let place = Place::Sheet(number);
        if sheet.visibility != Visibility::Visible {
            run.report(place, |finding| {
                finding.said("kind", "这个工作表是隐藏的", "The sheet is hidden");
                finding.number("count", u64::from(sheet.row_count()));
                let pupils = many(sheet.row_count() as usize, "pupil", "pupils");
                if sheet.visibility == Visibility::VeryHidden {
                    let en = format!("{pupils}{}", VERY_HIDDEN.1);
                    finding.said("note", VERY_HIDDEN.0, &en);
                } else {
                    finding.said("note", "名学生", pupils);
                }
            });
        }
        check_rows(run, place, sheet);
        check_columns(run, place, roster);
    }
}

fn check_rows(run: &mut Run<'_>, place: Place, sheet: &Sheet) {
    let is_pupil = |row: &&u32| sheet.row_numbers.binary_search(row).is_ok();
    let hidden: Vec<u32> = sheet.hidden_rows.iter().filter(is_pupil).copied().collect();
    if hidden.is_empty() {
        return;
    }
    let kind = if sheet.is_filtered {
        ("有筛选，藏起了一些学生", "A filter hides pupils")
    } else {
        ("有隐藏的行", "Rows are hidden")
    };
    let range = row_ranges(&hidden);
    run.report(place, |finding| {
        finding
            .said("kind", kind.0, kind.1)
            .number("count", hidden.len() as u64)
            .said(
                "note",
                &format!("名学生，第{range}行"),
                &format!(
                    "{}, {} {range}",
                    many(hidden.len(), "pupil", "pupils"),
                    many(hidden.len(), "row", "rows")
                ),
            )
            .fact("range", range);
    });
}

fn check_columns(run: &mut Run<'_>, place: Place, roster: &Roster) {
    let columns = roster.sheet.columns.iter().enumerate();
    let hidden = columns.filter(|(_, it)| roster.sheet.hidden_columns.contains(&it.position));
    let is_used = |index: usize| {
        let mut seen = roster.traits(index).iter();
        seen.any(|it| !it.contains(Traits::BLANK))
    };
    let headers: Vec<&str> = hidden
        .filter(|(index, it)| !it.ignored && !is_blank(&it.header) && is_used(*index))
        .map(|(_, it)| it.header.as_str())
        .collect();
    if headers.is_empty() {
        return;
    }
    let mut list: Vec<&str> = headers.iter().take(LISTED_MAX).copied().collect();
    if headers.len() > LISTED_MAX {
        list.push("…");
    }
    let list = list.join("、");
    run.report(place, |finding| {
        finding
            .said("kind", "有隐藏的列", "Columns are hidden")
            .number("count", headers.len() as u64)
            .said(
                "note",
                &format!("列：{list}"),
                &format!("{}: {list}", many(headers.len(), "column", "columns")),
            )
            .fact("list", list);
    });
}
