//! # 整行内容错了列
//!
//! 一行里从某一格起，内容都跑到了旁边的列里：性别填在“出生日期”下，日期填在“身份证件号”下。
//!
//! ## 为什么重要
//!
//! 多半是这一行多了或者少了一个单元格，或者文本文件的地址里有逗号。后面每一格都不对，逐个去改只会越改越乱；这样的行导入不了。
//!
//! ## 怎么改
//!
//! 到所说的那一格，看是多了一格还是少了一格：多了的，删除它，右侧单元格左移；少了的，插入一格，单元格右移。整张表都这样的，多半是表头那一行多了或者少了一格。对齐以后再检查一遍，这几格里别的问题到时才会提示。
//!
//! ## 例子
//!
//! 第3行从“性别”起右移了1列：
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 民族 | 身份证件类型 | 身份证件号 | 联系电话 | 邮政编码 |
//! | 王小明 | 男 | 20150901 | 汉族 | 居民身份证 | 110101201509010016 | 13800000001 | 100000 |
//! | 李小红 |  | 女 | 20150902 | 汉族 | 居民身份证 | 11010120150902002X | 13800000002 |
//! ! sex level=error range=B3:H3 header=性别 count=1
//! ```
//!
//! 连续几行左移了1列，只说一次；列少的名单也一样：
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 身份证件号 | 联系电话 |
//! | 男 | 20150901 | 110101201509010016 | 13800000001 |  |
//! ! name level=error range=A2:E3 count=2
//! | 女 | 20150902 | 11010120150902002X | 13800000002 |  |
//! | 张小华 | 男 | 20150228 | 110101201502280013 | 13800000003 |
//! ```
//!
//! 姓名下面是电话，也看得出来：
//!
//! ```roster
//! | 姓名 | 身份证件号 | 学籍号 | 父亲姓名 | 父亲电话 | 母亲姓名 | 母亲电话 | 家庭住址 |
//! | 王小明 | G110101201509010016 | 王建军 | 13800000001 | 周秀英 | 13800000002 | 光明路1号2栋 |  |
//! ! id_number level=error range=B2:H2
//! | 李小红 | 11010120150902002X | G11010120150902002X | 李志强 | 13800000003 | 吴玉芳 | 13800000004 | 光明路3号1栋 |
//! ```
//!
//! 地址里多了一个逗号，后面的内容都被挤到旁边，最后一格挤到了列名以外：
//!
//! ```roster
//! @ file=名单.csv
//! | 姓名 | 民族 | 家庭住址 | 家长姓名 | 联系电话 |
//! | 王小明 | 汉族 | 光明路1号5单元301室 | 王建军 | 13800000001 |
//! | 李小红 | 汉族 | 光明路3号 | 5单元301室 | 李志强 | 13800000002 |
//! ! member1_name level=error header=家长姓名 count=1
//! | 张小华 | 满族 | 光明路5号2单元301室 | 张国庆 | 13800000003 |
//! ```
//!
//! 只有两格填反了，或者几格各有各的错，仍逐个提示：
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 民族 | 身份证件类型 | 身份证件号 | 联系电话 | 邮政编码 |
//! | 王小明 | 汉族 | 20150901 | 男 | 居民身份证 | 13800000001 | 110101201509010016 | 100000 |
//! | 李小红 | 不详 | 2015 | 汉 | 身份证 | 1101012015 | 138000 | 1000 |
//! ```
//!
//! ---
//!
//! # Cells of a row stand in other columns
//!
//! From some cell on, what stands in a row belongs into the columns beside: the sex under the birth date,
//! the date under the ID number.
//!
//! ## Why it matters
//!
//! Probably a cell was inserted in this row or deleted from it, or an address in a text file has a comma.
//! Every cell behind it is wrong, and correcting them one by one makes it worse; such a row is refused.
//!
//! ## How to fix
//!
//! Go to the cell named and see whether there is a cell too many or too few: delete it and let the others
//! move left, or insert one and let them move right. Where the whole sheet is so, it is probably the header
//! that has a cell too many or too few. Check again afterwards: whatever else is wrong with these cells is
//! told then.

use roster_model::{CellPlace, Level, Place, cell_name};

use crate::shifted::sideways::Sideways;
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R0020",
    slug: "cells-slipped-sideways",
    level: Level::Error,
    zh: "从“{header}”起，{range}的内容整体{note}，请把这一段移回原来的列，不要逐个修改。",
    en: "From {header} on, what stands in {range} is {note}; move it back as a whole, not cell by cell.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.sheets() {
        for (first_row, lot) in roster.sideways().map_or(Vec::new(), Sideways::lots) {
            let columns = &roster.sheet.columns;
            let (first, last) = (&columns[lot.first], &columns[lot.last]);
            let number = |row: u32| roster.sheet.row_numbers[row as usize];
            let place = |row, position| {
                Place::Cell(CellPlace {
                    sheet,
                    row,
                    position,
                })
            };
            let (start, end) = (
                cell_name(first.position, number(first_row)),
                cell_name(last.position, number(lot.row)),
            );
            let (by, s) = (
                lot.by.unsigned_abs(),
                if lot.by.unsigned_abs() == 1 { "" } else { "s" },
            );
            let (zh, en) = if lot.by > 0 {
                ("右", "right")
            } else {
                ("左", "left")
            };
            run.report(place(first_row, first.position), |finding| {
                finding.related.push(place(lot.row, last.position));
                finding
                    .fact("range", format!("{start}:{end}"))
                    .fact("header", first.header.as_str())
                    .said(
                        "note",
                        &format!("{zh}移了{by}列"),
                        &format!("{by} column{s} too far {en}"),
                    )
                    .number("count", u64::from(lot.row - first_row + 1));
            });
        }
    }
}
