//! # 同一文件有多个学校标识码
//!
//! 同一个文件里出现了不止一个学校标识码。
//!
//! ## 为什么重要
//!
//! 一份名单只能导入到一所学校。码不同的学生会被拒收，或者归到别的学校名下。
//!
//! ## 怎么改
//!
//! 核对本校的学校标识码（学籍系统中可以查到），把填错的改正。如果确实是几所学校的名单合在了一起，请按学校分成几个文件。
//!
//! 提示所在的单元格是出现次数最少的那个码；相关单元格最多列出20个。位数、类别或省份不正确的码由另一条规则说明，不算在内。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 学校标识码 |
//! | 王小明 | 男 | 2142001636 |
//! | 李小红 | 女 | ２１４２００１６３６ |
//! | 张华 | 男 | 2142001637 |
//! ! school_code count=2 list=2142001636（2行）、2142001637（1行）
//! | 陈文 | 男 |  |
//! | 赵云 | 男 | 214200163 |
//! | 周敏 | 女 | 9942001636 |
//! ```
//!
//! ```roster
//! @ file=a.xlsx
//! | 姓名 | 性别 | 学校标识码 |
//! | 王小明 | 男 | 2142001636 |
//! | 李小红 | 女 | 2142001636 |
//! @ file=b.xlsx
//! | 姓名 | 性别 | 学校标识码 |
//! | 张华 | 男 | 2142001637 |
//! ```
//!
//! ---
//!
//! # Several school codes in one file
//!
//! More than one school code stands in the same file.
//!
//! ## Why it matters
//!
//! A list is imported into one school. Pupils with another code are refused, or end up at another
//! school.
//!
//! ## How to fix
//!
//! Look up the code of your school in the registration system and correct the wrong ones. If lists of
//! several schools were put together, make one file for each school.
//!
//! The cell shown is one with the rarest code; at most 20 related cells are listed. Codes of a wrong
//! length, class or province are told by another rule and not counted here.

use std::collections::BTreeMap;

use roster_model::{Column, Level, Place};
use roster_values::school_code::{SchoolCode, SchoolCodeText, read_school_code};

use super::school_code_format::note;
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R8011",
    slug: "school-code-mixed",
    level: Level::Error,
    zh: "同一文件中有{count}个学校标识码：{list}，请核对。",
    en: "{count} school codes in one file: {list}; compare them.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::SchoolCode],
        check,
    },
};

/// As many related cells as a finding bears; the rows can be found by the code.
const RELATED_MAX: usize = 20;
/// As many codes as a message can bear.
const CODES_SHOWN: usize = 12;

/// One code in a file: how many rows have it, and the first of them.
#[derive(Default)]
struct Use {
    rows: u64,
    first: Vec<Place>,
}

fn check(run: &mut Run<'_>) {
    for file in 0..run.files.len() as u32 {
        let uses = uses_in(run, file);
        if uses.len() < 2 {
            continue;
        }
        // The rarest code is the likeliest slip; of equally rare ones the last to appear.
        let mut by_rarity: Vec<(&SchoolCode, &Use)> = uses.iter().collect();
        roster_order::sort_by_key(&mut by_rarity, |(code, it)| {
            (it.rows, std::cmp::Reverse(it.first.first()), **code)
        });
        let mut cells = by_rarity
            .iter()
            .flat_map(|(_, it)| it.first.iter().copied());
        let Some(place) = cells.next() else { continue };
        let related: Vec<Place> = cells.take(RELATED_MAX).collect();
        by_rarity.reverse();
        let (zh, en) = list(&by_rarity);
        run.report(place, |finding| {
            finding.related = related;
            finding
                .said("list", &zh, &en)
                .number("count", uses.len() as u64);
        });
    }
}

fn uses_in(run: &Run<'_>, file: u32) -> BTreeMap<SchoolCode, Use> {
    let mut uses: BTreeMap<SchoolCode, Use> = BTreeMap::new();
    for (sheet, roster) in run
        .rosters
        .iter()
        .enumerate()
        .filter(|(_, it)| it.sheet.file == file && it.sheet.is_checked())
    {
        let Some(index) = roster.index_of(Column::SchoolCode) else {
            continue;
        };
        let cells = &roster.sheet.columns[index].cells;
        let codes: Vec<Option<SchoolCode>> = cells
            .values()
            .map(|value| right_code(cells.text(value)))
            .collect();
        for row in 0..roster.sheet.row_count() {
            let Some(code) = codes[cells.value(row).0 as usize] else {
                continue;
            };
            let seen = uses.entry(code).or_default();
            seen.rows += 1;
            if seen.first.len() <= RELATED_MAX {
                seen.first
                    .push(run.cell_or_row(sheet as u32, row, Column::SchoolCode));
            }
        }
    }
    uses
}

/// A code that `R8010` has nothing against; a wrong one is told there.
fn right_code(text: &str) -> Option<SchoolCode> {
    match read_school_code(text) {
        SchoolCodeText::Code(code) => note(code).is_none().then_some(code),
        _ => None,
    }
}

fn list(uses: &[(&SchoolCode, &Use)]) -> (String, String) {
    let shown = || uses.iter().take(CODES_SHOWN);
    let zh: Vec<String> = shown()
        .map(|(it, seen)| format!("{}（{}行）", it.text(), seen.rows))
        .collect();
    let en: Vec<String> = shown()
        .map(|(it, seen)| format!("{} ({}×)", it.text(), seen.rows))
        .collect();
    let (mut zh, mut en) = (zh.join("、"), en.join(", "));
    if uses.len() > CODES_SHOWN {
        zh.push('等');
        en.push_str(" and others");
    }
    (zh, en)
}
