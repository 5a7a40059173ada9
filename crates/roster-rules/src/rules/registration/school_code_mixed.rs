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
//! 提示所在的单元格是出现次数最少的那个码；其余的是相关单元格，太多的只列出前几个，全部在哪里由报告的 range 说明。位数、类别或省份不正确的码由另一条规则说明，不算在内。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 学校标识码 |
//! | 王小明 | 男 | 2142001636 |
//! | 李小红 | 女 | ２１４２００１６３６ |
//! | 张华 | 男 | 2142001637 |
//! ! school_code count=2 list=2142001636（2行）、2142001637（1行） range=C4,C2:C3
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
//! The cell shown is one with the rarest code. The others are related; of many the first are listed, and `range`
//! of the report tells where all are. Codes of a wrong
//! length, class or province are told by another rule and not counted here.

use std::collections::BTreeMap;

use roster_model::{Column, Level};
use roster_values::school_code::{SchoolCode, SchoolCodeText, read_school_code};

use super::school_code_format::note;
use crate::block::Block;
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

/// As many codes as a message can bear.
const CODES_SHOWN: usize = 12;

/// One code in a file: how many rows have it, and where, sheet by sheet.
#[derive(Default)]
struct Use {
    rows: u64,
    pieces: Vec<(u32, Block)>,
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
            let first = it.pieces.first().map(|it| (it.0, it.1.first));
            (it.rows, std::cmp::Reverse(first), **code)
        });
        let pieces = by_rarity
            .iter()
            .flat_map(|(_, it)| it.pieces.iter().copied());
        let pieces: Vec<(u32, Block)> = pieces.collect();
        let mut cells = pieces.iter().flat_map(|&(sheet, block)| {
            let cell = move |row| (sheet, row);
            block.rows().map(cell)
        });
        let place = |(sheet, row)| run.cell_or_row(sheet, row, Column::SchoolCode);
        let Some(first) = cells.next().map(place) else {
            continue;
        };
        let related = cells.map(place).collect();
        let range = range(run, &pieces);
        by_rarity.reverse();
        let (zh, en) = list(&by_rarity);
        run.report(first, |finding| {
            finding.related = related;
            finding
                .said("list", &zh, &en)
                .number("count", uses.len() as u64)
                .fact("range", range);
        });
    }
}

/// Where the cells are; with the names of the sheets where there are several.
fn range(run: &Run<'_>, pieces: &[(u32, Block)]) -> String {
    let is_one = pieces.iter().all(|it| it.0 == pieces[0].0);
    let of_sheet = pieces.chunk_by(|a, b| a.0 == b.0).map(|pieces| {
        let roster = &run.rosters[pieces[0].0 as usize];
        let index = roster.index_of(Column::SchoolCode).unwrap_or(0);
        let blocks: Vec<Block> = pieces.iter().map(|it| it.1).collect();
        let cells = crate::block::range(roster, roster.sheet.columns[index].position, &blocks);
        if is_one {
            cells
        } else {
            format!("{}!{cells}", roster.sheet.name)
        }
    });
    of_sheet.collect::<Vec<_>>().join(",")
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
            let (sheet, next) = (sheet as u32, Block::one(row));
            match seen.pieces.last_mut() {
                Some((same, last)) if *same == sheet && last.end == row => last.end = next.end,
                _ => seen.pieces.push((sheet, next)),
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
