//! # 班内学号重复
//!
//! 同一个班里，不同的学生用了同一个班内学号。
//!
//! ## 为什么重要
//!
//! 班内学号重复，点名、发证、登成绩时会弄混两名学生。
//!
//! ## 怎么改
//!
//! 对照班级名册，把填错的学号改正。一个班只提示一次，重复的学号都列在相关位置里。
//!
//! 01和1按同一个学号看待。看不出是哪个班的，或者班号、年级已经指出可能填错的，不比较；同一名学生填了两行的，由重复学生的规则说明。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 年级 | 班号 | 班内学号 |
//! | 王小明 | 一年级 | 01 | 01 |
//! ! class_serial count=2 related=D3
//! | 李小红 | 一年级 | 01 | １ |
//! | 赵小军 | 一年级 | 02 | 01 |
//! | 孙小芳 | 二年级 | 01 | 01 |
//! | 周文 | 一年级 | 01 |  |
//! | 吴芳 | 一年级 | 01 |  |
//! | 郑华 | 一年级 |  | 01 |
//! ```
//!
//! ```roster
//! | 姓名 | 入学年月 | 班号 | 班内学号 |
//! | 王小明 | 202109 | 01 | 01 |
//! ! class_serial count=2 related=D3
//! | 李小红 | 2021年9月 | 01 | 01 |
//! | 赵小军 | 202209 | 01 | 01 |
//! ```
//!
//! ```roster
//! | 姓名 | 年级 | 班级 | 班号 | 班内学号 |
//! | 王小明 | 一年级 | 1班 | 101 | 1 |
//! | 李小红 | 一年级 | 1班 | 101 | 2 |
//! | 赵小军 | 一年级 | 1班 | 102 | 3 |
//! | 孙小芳 | 一年级 | 2班 | 102 | 2 |
//! | 周文 | 一年级 | 2班 | 102 | 3 |
//! ```
//!
//! ```roster
//! | 姓名 | 班内学号 |
//! | 王小明 | 01 |
//! | 李小红 | 01 |
//! ```
//!
//! ---
//!
//! # Number in the class is used twice
//!
//! Different pupils of one class have the same number in the class.
//!
//! ## Why it matters
//!
//! Two pupils are mixed up when marks are entered or papers are handed out.
//!
//! ## How to fix
//!
//! Correct the wrong number by the list of the class. A class is told once; all numbers that repeat are
//! among the related cells.
//!
//! 01 and 1 are one number. Rows of which the class is not known, or told as perhaps wrong, are not compared, and a pupil with two
//! rows is told by the rules of duplicates.

use roster_model::{Column, Level, Place};
use roster_values::text::{is_placeholder, tidy_code};

use crate::block::rows_said::rows_said;
use crate::gathered::classes::Labels;
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R8017",
    slug: "bannei-xuehao-dup",
    level: Level::Warning,
    zh: "班级“{value}”的班内学号重复：{rows}（共{count}行），请对照班级名册改正。",
    en: "Numbers in the class {value} are used more than once: {rows} ({count} rows); correct them from the class list.",
    basis: "本工具自定：班内学号一人一个",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::ClassSerial],
        check,
    },
};

fn check(run: &mut Run<'_>) {
    let grouped = run.grouped();
    for (sheet, roster) in run.sheets() {
        let serials = Labels::of(roster, Column::ClassSerial, serial);
        let Some(classes) = roster.classes().filter(|_| serials.count > 0) else {
            continue;
        };
        // Class and number in one, so that a million rows are sorted quickly.
        let key = |row| {
            let (class, number) = (classes.at(row)?, serials.at(roster, row));
            (number != 0).then_some(((class as u64) << 32 | u64::from(number), row))
        };
        let rows = roster.sheet.row_count();
        let seen = roster_order::repeated(rows, || (0..rows).filter_map(key));
        if seen.is_empty() {
            continue;
        }
        let doubtful = &roster.odd_classes().doubtful;
        for of_class in seen.chunk_by(|a, b| a.0 >> 32 == b.0 >> 32) {
            let mut rows: Vec<(u32, u32)> = of_class
                .chunk_by(|a, b| a.0 == b.0)
                .map(|same| -> Vec<(u32, u32)> {
                    let sure = same.iter().filter(|it| !doubtful.contains(it.1));
                    sure.map(|it| (sheet, it.1)).collect()
                })
                .filter(|same| !grouped.is_one_pupil(same))
                .flatten()
                .collect();
            roster_order::sort(&mut rows);
            let Some((here, others)) = rows.split_first() else {
                continue;
            };
            let place = |it: &(u32, u32)| run.cell_or_row(it.0, it.1, Column::ClassSerial);
            let related: Vec<Place> = others.iter().map(place).collect();
            let (here, said) = (place(here), rows_said(run, &rows));
            let title = classes.title(roster, rows[0].1);
            run.report(here, |finding| {
                finding.related = related;
                finding
                    .quote("value", classes.column, &title)
                    .said("rows", &said.zh, &said.en);
                finding.number("count", rows.len() as u64);
            });
        }
    }
}

/// A number without its zeros in front.
fn serial(_: Column, text: &str) -> Option<String> {
    let tidy = tidy_code(text);
    let bare = tidy.trim_start_matches('0');
    (!bare.is_empty() && !is_placeholder(&tidy)).then(|| bare.to_owned())
}
