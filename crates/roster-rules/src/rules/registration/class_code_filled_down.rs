//! # 班号、邮政编码逐行加一
//!
//! 连着的许多行，班号或者邮政编码一个比一个大1。
//!
//! ## 为什么重要
//!
//! 这是拖动单元格一角时自动填出来的。班号错了，每名学生都成了一个班；邮政编码除第一个以外都不对。
//!
//! ## 怎么改
//!
//! 从这一段的第二行起重新填写：先复制第一个，选中下面的单元格再粘贴，不要拖动；或者拖动后选“复制单元格”。
//!
//! 班号连续10行起、邮政编码连续5行起提示。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 邮政编码 |
//! | 王小明 | 116001 |
//! ! postcode level=warning count=5 range=B2:B6 column=邮政编码
//! | 李小红 | 116002 |
//! | 张华 | 116003 |
//! | 陈文 | 116004 |
//! | 赵云 | 116005 |
//! | 周敏 | 116001 |
//! | 吴刚 | 116002 |
//! ```
//!
//! ```roster
//! | 姓名 | 班号 |
//! | 王小明 | 202601 |
//! ! class_code count=10
//! | 李小红 | 202602 |
//! | 张华 | 202603 |
//! | 陈文 | 202604 |
//! | 赵云 | 202605 |
//! | 周敏 | num:202606 |
//! | 吴刚 | 202607 |
//! | 郑洁 | 202608 |
//! | 孙丽 | 202609 |
//! | 何平 | 202610 |
//! | 林森 | 202610 |
//! ```
//!
//! 每班一名学生的短名单不看：
//!
//! ```roster
//! | 姓名 | 班号 |
//! | 王小明 | 202601 |
//! | 李小红 | 202602 |
//! | 张华 | 202603 |
//! | 陈文 | 202604 |
//! ```
//!
//! ---
//!
//! # Class codes or postcodes that count up
//!
//! In many rows one after the other, each class code or postcode is one more than the one above.
//!
//! ## Why it matters
//!
//! A cell was dragged down by its corner. With such codes each pupil is a class, and all postcodes but
//! the first are wrong.
//!
//! ## How to fix
//!
//! Write them again from the second row of the range on: copy the first, select the cells below and
//! paste; or choose “Copy cells” after dragging.
//!
//! Ten rows of class codes are told, and five of postcodes.

use roster_model::{Column, Level};
use roster_values::text::tidy_code;

use crate::block::{blocks, report_rows};
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R8021",
    slug: "class-code-filled-down",
    level: Level::Warning,
    zh: "{range}的{count}个{column}逐行加1，像是下拉填充的，请重新填写。",
    en: "{count} values of {column} in {range} count up by one, as if filled down; write them again.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::ClassCode, Column::Postcode],
        check,
    },
};

/// From how many rows on; a list may have one pupil of each class.
const ROWS_MIN: [(Column, u32); 2] = [(Column::ClassCode, 10), (Column::Postcode, 5)];

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.lists_of_pupils() {
        for (column, least) in ROWS_MIN {
            let Some(index) = roster.index_of(column) else {
                continue;
            };
            let cells = &roster.sheet.columns[index].cells;
            let number = |text: &str| tidy_code(text).parse::<u64>().ok();
            let numbers: Vec<_> = cells.values().map(|it| number(cells.text(it))).collect();
            let at = |row: u32| numbers[roster.value(index, row).0 as usize];
            let follows = |before: u32, row: u32| {
                at(before).is_some_and(|before| at(row) == before.checked_add(1))
            };
            for block in blocks(roster.sheet.row_count(), least, follows) {
                let info = column.info();
                report_rows(run, Level::Warning, (sheet, index), block.rows(), |it| {
                    it.said("column", info.zh, info.en);
                });
            }
        }
    }
}
