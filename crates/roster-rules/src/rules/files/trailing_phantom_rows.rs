//! # 表末有大量空白行
//!
//! 最后一名学生后面还有很多设置过格式的空白行，里面没有内容。
//!
//! ## 为什么重要
//!
//! 文件因此变得很大，打开和上传都慢；有的系统按表格的行数读取，会超时，或者报出许多“必填项为空”。
//!
//! ## 怎么改
//!
//! 选中最后一名学生下面的一行，按 Ctrl+Shift+向下键选到表末，右键“删除”整行，再保存。只清除内容没有用。
//!
//! ## 例子
//!
//! ```roster
//! @ phantom-rows=1500
//! | 姓名 | 性别 |
//! ! sheet level=info count=1500
//! | 王小明 | 男 |
//! | 李小红 |  |
//! ```
//!
//! ```roster
//! @ phantom-rows=40
//! | 姓名 | 性别 |
//! | 王小明 | 男 |
//! ```
//!
//! ---
//!
//! # Many blank rows at the end
//!
//! Below the last pupil there are many rows that were formatted and have no content.
//!
//! ## Why it matters
//!
//! They make the file large and slow to open and to upload. A system that goes by the number of rows
//! runs out of time, or reports many required cells as blank.
//!
//! ## How to fix
//!
//! Select the row below the last pupil, press Ctrl+Shift+Down to select to the end, delete these rows
//! and save. Clearing their content is not enough.

use roster_model::{Level, Place};

use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R0010",
    slug: "trailing-phantom-rows",
    level: Level::Info,
    zh: "最后一名学生后面还有{count}个空白行，建议删除，以减小文件。",
    en: "{count} blank rows follow the last pupil; delete them to make the file smaller.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.sheets() {
        let most = roster.parameter_number("phantom_rows_max").unwrap_or(0);
        let count = roster.sheet.phantom_rows;
        if roster.sheet.has_header() && i64::from(count) > most {
            run.report(Place::Sheet(sheet), |finding| {
                finding.number("count", count);
            });
        }
    }
}
