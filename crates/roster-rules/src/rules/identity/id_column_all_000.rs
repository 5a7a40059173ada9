//! # 整列身份证号可能已损坏
//!
//! 这一列里以000结尾的18位号码太多了，正常情况下一千个里才有一个左右。
//!
//! ## 为什么重要
//!
//! 表格软件曾经把这一列当作数字保存，末三位被换成000。其中少数号码碰巧还能通过校验，单看一个发现不了，导入后就成了别人的号码。
//!
//! ## 怎么改
//!
//! 找出最早的文件或者纸质材料，把这一列设为“文本”后重新录入或粘贴所有以000结尾的号码，能通过校验的也要核对。有两个这样的号码、占已填的五分之一以上，才作判断。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 证件类型 | 证件号 |
//! ! column=id_number count=2 share=66
//! | 王小明 | 居民身份证 | 110101201509010000 |
//! | 李小红 | 居民身份证 | １１０１０１２０１５０９０２００００ |
//! | 赵小刚 | 居民身份证 | 110101201509010016 |
//! | 孙小丽 | 居民身份证 |  |
//! ```
//!
//! 家庭成员的号码也是一样，一处列出所有单元格，不再逐个提示，也不拿末三位去核对关系：
//!
//! ```roster
//! | 姓名 | 成员1姓名 | 成员1关系 | 成员1身份证件号 |
//! | 王小明 | 王建军 | 父亲 | 110101198503050000 |
//! ! member1_id_number count=3 share=100 range=D2:D4
//! | 李小红 | 李志强 | 父亲 | 110101198701050000 |
//! | 赵小刚 | 赵文明 | 父亲 | 110101198604120000 |
//! ```
//!
//! 只有一个号码以000结尾时，不作判断，兄弟姐妹的父亲也是一个：
//!
//! ```roster
//! | 姓名 | 证件类型 | 证件号 |
//! | 王小明 | 居民身份证 | 110101201509010000 |
//! | 赵小刚 | 居民身份证 | 110101201509010016 |
//! ```
//!
//! ```roster
//! | 姓名 | 成员1姓名 | 成员1关系 | 成员1身份证件号 |
//! | 王小明 | 王建军 | 父亲 | 110101198503050000 |
//! | 王小红 | 王建军 | 父亲 | 110101198503050000 |
//! ```
//!
//! ---
//!
//! # Whole ID column perhaps damaged
//!
//! Too many 18-digit numbers of this column end in 000; usually it is about one in a thousand.
//!
//! ## Why it matters
//!
//! A spreadsheet once stored the column as numbers and put 000 for the last three digits. A few of
//! the results pass the check digit by chance, so one cell alone does not show it, and after import
//! they are somebody else's numbers.
//!
//! ## How to fix
//!
//! Find the earliest file or the paper, set the column to text, and enter every number again that
//! ends in 000, also those whose check digit is right. The rule speaks from two such numbers on that
//! are a fifth of the filled cells.

use roster_model::{Column, Level, Place};

use crate::block::{pieces, range, report_rows};
use crate::gathered::cut_numbers::{COLUMNS, CutNumbers};
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R1011",
    slug: "id-column-all-000",
    level: Level::Error,
    zh: "本列有{count}个号码以000结尾（占{share}%），整列可能已被表格软件破坏，请逐个核对。",
    en: "{count} numbers of this column ({share} %) end in 000; a spreadsheet may have damaged the whole column: check each of them.",
    basis: "本工具自定：表格软件的数字只存15位",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &COLUMNS,
        check,
    },
};

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.sheets() {
        for column in COLUMNS {
            let Some(cut) = CutNumbers::of(roster, column) else {
                continue;
            };
            let (count, share) = (cut.rows.len(), cut.rows.len() * 100 / cut.filled);
            if column == Column::IdNumber {
                // Each of these is told by itself.
                let position = roster.sheet.columns[cut.index].position;
                let range = range(roster, position, &pieces(cut.rows.iter()));
                run.report(Place::Column(sheet, position), |finding| {
                    finding
                        .number("count", count)
                        .number("share", share)
                        .fact("range", range);
                });
            } else {
                let cells = (sheet, cut.index);
                report_rows(run, Level::Error, cells, cut.rows.iter(), |finding| {
                    finding.number("share", share);
                });
            }
        }
    }
}
