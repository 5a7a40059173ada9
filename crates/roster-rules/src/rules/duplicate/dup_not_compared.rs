//! # 相同内容太多，没有逐一比对
//!
//! 很多行的内容相近，又没有可用的身份证号，写法略有不同的重复只在相邻的行之间比对过。完全相同的重复都已查出，不受影响。
//!
//! ## 为什么重要
//!
//! 这样多的行内容一样，通常是某一列被整列填成了同一个值。在改正之前，写法相近的重复可能没有查全。
//!
//! ## 怎么改
//!
//! 先看姓名、出生日期和身份证号这几列是不是被整列粘贴成了同一个值，改正后再检查一次。
//!
//! ## 例子
//!
//! 两百行以内总是逐一比对的：
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 王# | 男 | 20150901 | 其他 |  |
//! @ more=150
//! ```
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 王# | 男 | 20150901 | 其他 |  |
//! ! name count=251
//! @ more=250
//! ```
//!
//! ---
//!
//! # Too many rows alike to compare each with each
//!
//! Many rows are much alike and have no usable identity number, so only neighbours among them were compared
//! for duplicates that are written a little differently. Exact duplicates are all found.
//!
//! ## Why it matters
//!
//! So many rows alike usually mean that a column was filled with one value. Until that is mended, a
//! duplicate that is written differently may be missed.
//!
//! ## How to fix
//!
//! See whether name, birth date or identity number have one value in the whole column, correct it and
//! check again.

use roster_model::{Column, Level};

use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R7018",
    slug: "dup-not-compared",
    level: Level::Info,
    zh: "有{count}行的姓名、出生日期等内容一样，写法相近的重复没有逐一比对；请先看这几列是不是被整列填成了同一个值。",
    en: "{count} rows have the same name, birth date and so on, and were not all compared for near-duplicates; see whether a column was filled with one value.",
    basis: "本工具自定：没有比较的要说明",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::Name],
        check,
    },
};

fn check(run: &mut Run<'_>) {
    // The same rows are alike in several ways: the largest number is told once.
    let mut told: Vec<(u32, u32, u32)> = Vec::new();
    for it in run.not_compared {
        match told.iter_mut().find(|told| told.0 == it.sheet) {
            Some(told) if told.2 >= it.rows => {}
            Some(told) => *told = (it.sheet, it.row, it.rows),
            None => told.push((it.sheet, it.row, it.rows)),
        }
    }
    for (sheet, row, rows) in told {
        let place = run.cell_or_row(sheet, row, Column::Name);
        run.report(place, |finding| {
            finding.number("count", u64::from(rows));
        });
    }
}
