//! # 电话号码逐行加一
//!
//! 连着的几行，电话号码一个比一个大1。
//!
//! ## 为什么重要
//!
//! 这是拖动单元格一角时自动填出来的，除第一个以外都不是家长的号码。
//!
//! ## 怎么改
//!
//! 从这一段的第二行起，向家长核对号码重新填写。连续3行起提示；连续20行起，或者连续10行起、超过名单一半的，作警告。异动名册不看。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 联系电话 |
//! | 王小明 | 男 | 13800000009 |
//! | 李小红 | 女 | 13800000001 |
//! ! phone level=info value=13800000001 count=4 range=C3:C6 related=C4,C5,C6
//! | 张华 | 男 | 138 0000 0002 |
//! | 陈文 | 男 | １３８０００００００３ |
//! | 赵云 | 男 | num:13800000004 |
//! | 周敏 | 女 | 13800000004 |
//! | 吴刚 | 男 | 13800000005 |
//! | 郑洁 | 女 |  |
//! | 孙丽 | 女 | 13800000006 |
//! ```
//!
//! 异动名册里的学生在学籍名册里也有，不看：
//!
//! ```roster
//! | 姓名 | 联系电话 | 异动类别 |
//! | 王小明 | 13800000001 | 转出 |
//! | 李小红 | 13800000002 | 转出 |
//! | 张华 | 13800000003 | 转出 |
//! | 陈文 | 13800000004 | 转出 |
//! ```
//!
//! ---
//!
//! # Phone numbers that count up
//!
//! In rows one after the other, each phone number is one more than the one above.
//!
//! ## Why it matters
//!
//! A cell was dragged down by its corner, and all numbers but the first are not those of the parents.
//!
//! ## How to fix
//!
//! Ask the parents and write the numbers again, from the second row of the range on. Three rows are
//! told; twenty, or ten that are most of the list, are a warning.
//!
//! Lists of changes are not looked at, since their pupils stand in a roster too.

use roster_model::{Column, Level};

use super::phone_duplicate::keys;
use crate::block::{blocks, report_rows};
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R5013",
    slug: "phone-sequence",
    level: Level::Warning,
    zh: "{range}的{count}个电话逐行加1，像是下拉填充的，请核对。",
    en: "The {count} phone numbers in {range} count up by one, as if filled down; please check.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &Column::PHONES,
        check,
    },
};

const ROWS_MIN: u32 = 3;
/// At least this many rows are no family with numbers of one series,
const WARNING_ROWS_MIN: u32 = 20;
/// and neither are at least this many that are most of a list.
const WARNING_ROWS_OF_MOST_MIN: u32 = 10;

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.lists_of_pupils() {
        for column in Column::PHONES {
            let Some(index) = roster.index_of(column) else {
                continue;
            };
            let keys = keys(roster, index);
            let key = |row: u32| keys[roster.value(index, row).0 as usize];
            let follows = |before: u32, row: u32| match (key(before), key(row)) {
                (Some(before), Some(number)) => number == before + 1,
                _ => false,
            };
            for block in blocks(roster.sheet.row_count(), ROWS_MIN, follows) {
                let is_most = block.len() >= WARNING_ROWS_OF_MOST_MIN
                    && block.len() * 2 > roster.sheet.row_count();
                let level = if is_most || block.len() >= WARNING_ROWS_MIN {
                    Level::Warning
                } else {
                    Level::Info
                };
                let text = roster.sheet.text(index, block.first);
                report_rows(run, level, (sheet, index), block.rows(), |finding| {
                    finding.quote("value", column, text);
                });
            }
        }
    }
}
