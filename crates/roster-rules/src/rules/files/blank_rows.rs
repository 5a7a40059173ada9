//! # 学生之间有空行
//!
//! 学生与学生之间夹着没有内容的行。空行已跳过，空行后面的学生照常检查。
//!
//! ## 为什么重要
//!
//! 有的系统读到空行就停下，后面的学生便没有导入；排序和筛选也常常只到空行为止。
//!
//! ## 怎么改
//!
//! 删除这些空行；如果那里本来应该有一名学生，对照班级名册补上。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 |
//! | 王小明 | 男 |
//! @ blank
//! | 李小红 | 女 |
//! @ blank
//! @ blank
//! | 赵小华 |  |
//! ! sheet count=3 range=3,5-6
//! ```
//!
//! 最后一名学生后面的空行不算：
//!
//! ```roster
//! | 姓名 | 性别 |
//! | 王小明 | 男 |
//! | 李小红 |  |
//! @ blank
//! ```
//!
//! ---
//!
//! # Blank rows between pupils
//!
//! Rows without any content stand between the pupils. They were skipped; the pupils after them were
//! checked as usual.
//!
//! ## Why it matters
//!
//! Some systems stop at a blank row and leave out the pupils after it. Sorting and filtering often
//! stop there as well.
//!
//! ## How to fix
//!
//! Delete the blank rows. If a pupil should stand there, fill the row in from the class list.

use roster_model::{Level, Place};

use crate::block::rows_said::row_ranges;
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R0009",
    slug: "blank-rows",
    level: Level::Info,
    zh: "学生之间有{count}个空行（在第{range}行），已跳过，建议删除。",
    en: "{count} blank row{s} between the pupils (row{s} {range}); skipped, and better deleted.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.sheets() {
        let blank = &roster.sheet.blank_rows;
        if blank.is_empty() {
            continue;
        }
        let range = row_ranges(blank);
        run.report(Place::Sheet(sheet), |finding| {
            finding
                .number("count", blank.len() as u64)
                .fact("range", range);
        });
    }
}
