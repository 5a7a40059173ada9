//! # 表头上面有标题
//!
//! 表头上面还有标题或说明。检查时已跳过。
//!
//! ## 为什么重要
//!
//! 有的系统只认固定的第一行或第二行作表头，上面多了几行就会报错，或者把标题当作列名。
//!
//! ## 怎么改
//!
//! 对照导入模板：模板里没有的标题和说明，提交前删除。模板自带的标题可以保留，各地模板不一，所以一般只作提示。表头上面的行很多（超过15行）时是警告，逐行看一看里面有没有学生：认出来的另有提示（R0117），认不出来的要自己移到表头下面。
//!
//! ## 例子
//!
//! ```roster
//! @ title=第一小学学生花名册（２０２６年）
//! | 姓名 | 性别 |
//! ! sheet level=info count=1 rows=1
//! | 王小明 | 男 |
//! | 李小红 |  |
//! ```
//!
//! ```roster
//! | 姓名 | 性别 |
//! | 王小明 | 男 |
//! ```
//!
//! ---
//!
//! # Title rows above the header
//!
//! A title or notes stand above the header. They were skipped.
//!
//! ## Why it matters
//!
//! Some systems expect the column names in a fixed row. With further rows above it they refuse the
//! sheet, or take the title for column names.
//!
//! ## How to fix
//!
//! Compare with the import template and delete titles and notes that it does not have. A title that
//! belongs to the template may stay; templates differ, so this is an info. Where many rows
//! (more than 15) stand above the header, which is a warning, look whether pupils are among them: those that can be told have
//! a finding of their own (R0117), others have to be moved below it.

use roster_model::{Level, Place};

use crate::block::rows_said::row_ranges;
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R0109",
    slug: "title-rows",
    level: Level::Warning,
    zh: "表头上面有{count}行标题或说明（第{rows}行），已跳过；模板里没有的，提交前请删除。",
    en: "Titles or notes stand above the header ({count}, {rows}); delete those the template does not have.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

/// More rows than this are perhaps pupils rather than titles.
const TITLES_MAX: usize = 15;

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.sheets() {
        let headers = &roster.sheet.headers_above;
        let titles = roster.sheet.title_rows.iter().copied();
        let titles: Vec<u32> = titles.filter(|it| !headers.contains(it)).collect();
        if titles.is_empty() || !roster.sheet.has_header() {
            continue;
        }
        let (level, rows) = if titles.len() > TITLES_MAX {
            (Level::Warning, row_ranges(&titles))
        } else {
            let rows: Vec<String> = titles.iter().map(u32::to_string).collect();
            (Level::Info, rows.join(","))
        };
        run.report_at(level, Place::Sheet(sheet), |finding| {
            finding
                .number("count", titles.len() as u64)
                .fact("rows", rows);
        });
    }
}
