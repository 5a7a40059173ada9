//! # 同一份名单放了两次
//!
//! 两个文件或者两个工作表的学生完全一样。
//!
//! ## 为什么重要
//!
//! 多半是同一个文件下载、转发了两次，或者工作簿里留着一份副本。这样每名学生都成了重复，真正的重复反而看不出来。
//!
//! ## 怎么改
//!
//! 去掉其中一份，再检查一次。工作簿里的副本请删掉，或者在文件的选项里只选要上报的工作表。
//!
//! 只看逐行逐列都相同的名单，文件格式不同的也算；改过一个单元格的不提示，其中相同的学生仍按重复提示。
//!
//! ## 例子
//!
//! ```roster
//! @ file=一班.xlsx
//! | 姓名 | 性别 | 出生日期 |
//! | 王小明 | 男 | 20150901 |
//! | 李小红 | 女 | 20150902 |
//! @ file=一班（1）.xlsx
//! | 姓名 | 性别 | 出生日期 |
//! ! sheet level=warning other=“一班.xlsx”
//! | 王小明 | 男 | 20150901 |
//! | 李小红 | 女 | 20150902 |
//! @ file=一班改.xlsx
//! | 姓名 | 性别 | 出生日期 |
//! | 王小明 | 男 | 20150901 |
//! | 李小红 | 女 | 20150903 |
//! ```
//!
//! 只有一名学生的名单不看：
//!
//! ```roster
//! @ file=a.xlsx
//! | 姓名 | 性别 | 出生日期 |
//! | 王小明 | 男 | 20150901 |
//! @ file=b.xlsx
//! | 姓名 | 性别 | 出生日期 |
//! | 王小明 | 男 | 20150901 |
//! ```
//!
//! ---
//!
//! # One list given twice
//!
//! Two files, or two sheets, have the same pupils to the last cell.
//!
//! ## Why it matters
//!
//! Mostly a file was downloaded or passed on twice, or a workbook has a copy of its list. Then every
//! pupil is a duplicate, and the real ones cannot be seen.
//!
//! ## How to fix
//!
//! Leave one of them out and check again. Delete the copy in a workbook, or choose the sheets that
//! are to be submitted.
//!
//! Only lists that are equal row by row and column by column are told, whatever the format of their files. Where a
//! cell was changed the equal pupils are told as duplicates.

use roster_model::{Level, Place};

use crate::block::rows_said::name_of;
use crate::{Check, Roster, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R0022",
    slug: "list-given-twice",
    level: Level::Warning,
    zh: "这份名单与{other}完全相同，多半是同一份名单放了两次；请去掉一份，再检查。",
    en: "This list is the same as {other}, probably one list given twice; leave one out and check again.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

/// One pupil may well be told in two forms.
const ROWS_MIN: u32 = 2;

fn check(run: &mut Run<'_>) {
    let lists: Vec<(u32, &Roster)> = run
        .lists_of_pupils()
        .filter(|(_, it)| it.sheet.row_count() >= ROWS_MIN)
        .collect();
    for (at, &(sheet, roster)) in lists.iter().enumerate() {
        let Some(&(first, _)) = lists[..at].iter().find(|it| are_same(it.1, roster)) else {
            continue;
        };
        let other = name_of(run, first, &[(first, 0), (sheet, 0)]);
        run.report(Place::Sheet(sheet), |finding| {
            finding.fact("other", other);
        });
    }
}

/// Whether two lists have the same cells in the same order. Two different ones are so known by their first
/// pupil.
fn are_same(one: &Roster, other: &Roster) -> bool {
    let (one, other) = (&one.sheet, &other.sheet);
    one.row_count() == other.row_count()
        && one.columns.len() == other.columns.len()
        && (0..one.row_count())
            .all(|row| (0..one.columns.len()).all(|at| one.text(at, row) == other.text(at, row)))
}
