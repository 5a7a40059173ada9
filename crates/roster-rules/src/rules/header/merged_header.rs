//! # 表头有两层或合并单元格
//!
//! 表头占了两行，或者有合并的单元格。检查时已展开成一行来认列名。
//!
//! ## 为什么重要
//!
//! 有的系统只读一行列名：合并的单元格只有第一格有内容，后面几列就成了没有列名的列。
//!
//! ## 怎么改
//!
//! 对照导入模板：模板只有一行列名时，取消合并，把列名写在一行里，例如“成员1姓名”“成员1关系”。模板自己就是两层的可以保留，各地模板不一，所以这里只作提示。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 成员1 |  |
//! |  |  | 姓名 | 关系 |
//! ! sheet level=info rows=1-2
//! | 王小明 | 男 | 王建国 | 父亲 |
//! ```
//!
//! ```roster
//! | 姓名 | 性别 | 成员1姓名 | 成员1关系 |
//! | 王小明 | 男 |  |  |
//! ```
//!
//! ---
//!
//! # A header of two rows, or merged
//!
//! The header takes two rows or has merged cells. For the check it was spread over one row.
//!
//! ## Why it matters
//!
//! Some systems read one row of column names. Of merged cells only the first has text, so the columns
//! after it have no name.
//!
//! ## How to fix
//!
//! Compare with the import template. If it has one row of names, undo the merging and write the names
//! in one row, such as 成员1姓名 and 成员1关系. Two levels of the template's own may stay; templates
//! differ, so this is an info only.

use roster_model::{Level, Merged, Place, Sheet};

use crate::block::rows_said::row_range;
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R0107",
    slug: "merged-header",
    level: Level::Info,
    zh: "表头（第{rows}行）有两层或合并单元格，已展开来认列名；模板只有一行列名时，请改成一行。",
    en: "The header ({rows}) has two levels or merged cells and was spread over one row; write it in one row if the template does.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.sheets() {
        let header = &roster.sheet.header_rows;
        let (Some(first), Some(last)) = (header.first(), header.last()) else {
            continue;
        };
        let is_merged = |it: &Merged| it.first_row <= *last && it.last_row >= *first;
        let merged = roster.sheet.merged.iter().filter(|it| is_merged(it));
        if header.len() == 1
            && !merged
                .into_iter()
                .any(|it| names_columns(&roster.sheet, it))
        {
            continue;
        }
        let rows = row_range(*first, *last);
        run.report(Place::Sheet(sheet), |finding| {
            finding.fact("rows", rows);
        });
    }
}

/// Whether a block takes in more than the one cell of a column.
fn names_columns(sheet: &Sheet, merged: &Merged) -> bool {
    let is_wide =
        merged.last_position > merged.first_position || merged.last_row > merged.first_row;
    let inside = merged.first_position..=merged.last_position;
    is_wide && sheet.columns.iter().any(|it| inside.contains(&it.position))
}
