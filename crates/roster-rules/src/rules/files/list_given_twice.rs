//! # 同一份名单放了两次
//!
//! 两个文件或者两个工作表的学生完全一样，或者绝大多数一样：像是同一份名册的新旧两版，如上学期和这学期、去年和今年的。
//!
//! ## 为什么重要
//!
//! 多半是同一个文件下载、转发了两次，工作簿里留着一份副本，或者把旧名册也当作要上报的放了进来。这样每名学生都成了重复，真正的重复和变动反而看不出来。
//!
//! ## 怎么改
//!
//! 完全一样的，去掉其中一份，再检查一次。工作簿里的副本请删掉，或者在文件的选项里只选要上报的工作表。
//!
//! 像是新旧两版的，把旧的一份改作“只作比对”的文件（命令行用 `--archive`，页面上改文件的用途），再检查：没有变动的学生不再算重复，改了姓名、号码的会逐个指出来。两份都要上报的，按每一行的提示处理。
//!
//! 完全一样的，要逐行逐列都相同，文件格式不同的也算。新旧两版的，两份名单至少有5名相同的学生，而且占较长一份的五分之四以上，或者相同的学生都正好相差一个年级；一个班的名单和全校的名单一起检查的不算。相同的学生仍逐个按重复提示（R7007）。
//!
//! ## 例子
//!
//! ```roster
//! @ file=一班.xlsx
//! | 姓名 | 性别 | 出生日期 |
//! | 王小明 | 男 | 20150901 |
//! | 李小红 | 女 | 20150902 |
//! @ file=一班（1）.xlsx
//! | 姓名 | 性别 | 出生日期 |
//! ! sheet level=warning other=“一班.xlsx”
//! | 王小明 | 男 | 20150901 |
//! | 李小红 | 女 | 20150902 |
//! @ file=一班改.xlsx
//! | 姓名 | 性别 | 出生日期 |
//! | 王小明 | 男 | 20150901 |
//! | 李小红 | 女 | 20150903 |
//! ```
//!
//! 上学期的名册和这学期的一起检查：
//!
//! ```roster
//! @ file=春季.xlsx
//! | 姓名 | 性别 | 出生日期 | 证件号 | 班级 |
//! | 王小明 | 男 | 20150901 | 110101201509010016 | 1班 |
//! | 李小红 | 女 | 20150901 | 110101201509010024 | 1班 |
//! | 张小华 | 男 | 20150228 | 110101201502280013 | 1班 |
//! | 赵小刚 | 男 | 20160315 | 110101201603150015 | 1班 |
//! | 孙小丽 | 女 | 20160401 | 110101201604010022 | 1班 |
//! | 周敏 | 女 | 20150901 | 110101201509010040 | 1班 |
//! @ file=秋季.xlsx
//! | 姓名 | 性别 | 出生日期 | 证件号 | 班级 |
//! ! sheet level=error other=“春季.xlsx” count=5
//! | 王小明 | 男 | 20150901 | 110101201509010016 | 2班 |
//! | 李小红 | 女 | 20150901 | 110101201509010024 | 2班 |
//! | 张小华 | 男 | 20150228 | 110101201502280013 | 2班 |
//! | 赵小刚 | 男 | 20160315 | 110101201603150015 | 2班 |
//! | 孙小丽 | 女 | 20160401 | 110101201604010022 | 2班 |
//! @ file=二班.xlsx
//! | 姓名 | 性别 | 出生日期 | 证件号 | 班级 |
//! | 陈文 | 男 | 20160101 | 110101201601010019 | 2班 |
//! | 吴静 | 女 | 20150901 | 110101201509010067 | 2班 |
//! ```
//!
//! 去年的名册和今年的一起检查：
//!
//! ```roster
//! @ file=今年.xlsx
//! | 姓名 | 性别 | 出生日期 | 证件号 | 年级 |
//! | 王小明 | 男 | 20150901 | 110101201509010016 | 三年级 |
//! | 李小红 | 女 | 20150901 | 110101201509010024 | 三年级 |
//! | 张小华 | 男 | 20150228 | 110101201502280013 | 四年级 |
//! | 赵小刚 | 男 | 20160315 | 110101201603150015 | 二年级 |
//! | 孙小丽 | 女 | 20160401 | 110101201604010022 | 二年级 |
//! @ file=去年.xlsx
//! | 姓名 | 性别 | 出生日期 | 证件号 | 年级 |
//! ! sheet level=error other=“今年.xlsx” count=5
//! | 王小明 | 男 | 20150901 | 110101201509010016 | 二年级 |
//! | 李小红 | 女 | 20150901 | 110101201509010024 | 二年级 |
//! | 张小华 | 男 | 20150228 | 110101201502280013 | 三年级 |
//! | 赵小刚 | 男 | 20160315 | 110101201603150015 | 一年级 |
//! | 孙小丽 | 女 | 20160401 | 110101201604010022 | 一年级 |
//! ```
//!
//! 只有一名学生的名单不看：
//!
//! ```roster
//! @ file=a.xlsx
//! | 姓名 | 性别 | 出生日期 |
//! | 王小明 | 男 | 20150901 |
//! @ file=b.xlsx
//! | 姓名 | 性别 | 出生日期 |
//! | 王小明 | 男 | 20150901 |
//! ```
//!
//! ---
//!
//! # One list given twice
//!
//! Two files, or two sheets, have the same pupils to the last cell, or nearly all pupils in common: they seem to be one
//! roster of two times, of this term and the last, of this year and the last.
//!
//! ## Why it matters
//!
//! Mostly a file was downloaded or passed on twice, a workbook has a copy of its list, or an old roster was given as one
//! to report. Then every pupil is a duplicate, and neither the real ones nor the changes can be seen.
//!
//! ## How to fix
//!
//! If they are equal, leave one of them out and check again. Delete the copy in a workbook, or choose the sheets that
//! are to be submitted.
//!
//! If they are one roster of two times, give the old one as a file that is only compared with (`--archive`, or what the
//! file is for on the page) and check again: pupils without a change are no duplicates then, and those with
//! another name or number are told one by one. If both are to be reported, follow what is said of each row.
//!
//! Equal lists are so row by row and column by column, whatever the format of their files. Lists of two times have at
//! least 5 pupils in common, four fifths of the longer one, or all of them exactly one grade apart; a class beside
//! its school is none. The pupils are told one by one as duplicates all the same (R7007).

use roster_model::{Level, Place};

use crate::block::rows_said::name_of;
use crate::gathered::two_versions::TwoVersions;
use crate::{Check, Roster, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R0022",
    slug: "list-given-twice",
    level: Level::Error,
    zh: "这份名单的{number}名学生中有{count}名也在{other}里，{note}：{decision}",
    en: "Of the {number} pupils of this list {count} are in {other} too; {note}: {decision}",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

/// One pupil may well be told in two forms.
const ROWS_MIN: u32 = 2;

fn check(run: &mut Run<'_>) {
    let lists: Vec<(u32, &Roster)> = run
        .lists_of_pupils()
        .filter(|(_, it)| it.sheet.row_count() >= ROWS_MIN)
        .collect();
    let mut copies: Vec<u32> = Vec::new();
    for (at, &(sheet, roster)) in lists.iter().enumerate() {
        let Some(&(first, _)) = lists[..at].iter().find(|it| are_same(it.1, roster)) else {
            continue;
        };
        copies.push(sheet);
        let pupils = roster.sheet.row_count() as usize;
        report(run, Level::Warning, (first, sheet), pupils, EQUAL);
    }
    for it in run.two_versions() {
        // A copy is told already, and of others no more than of what it is a copy of.
        if !copies.contains(&it.sheets.0) && !copies.contains(&it.sheets.1) {
            two_versions(run, it);
        }
    }
}

fn two_versions(run: &mut Run<'_>, it: &TwoVersions) {
    let level = if it.are_certain {
        Level::Error
    } else {
        Level::Warning
    };
    let words = if it.are_a_year_apart {
        YEAR_APART
    } else {
        TWO_TIMES
    };
    report(run, level, it.sheets, it.pupils, words);
}

/// What the lists seem to be and what to do, in both languages.
type Words = [(&'static str, &'static str); 2];

const EQUAL: Words = [
    (
        "逐行完全相同，多半是同一份名单放了两次",
        "they are equal row by row, probably one list given twice",
    ),
    ("请去掉一份，再检查。", "leave one out and check again."),
];

const TWO_TIMES: Words = [
    (
        "像是同一所学校前后两个学期的名单，或改过的同一份名单",
        "they seem to be one school's rosters of two terms, or one list before and after changes",
    ),
    (
        "请把旧的一份改作“只作比对”的文件（命令行用 --archive），或者去掉，再检查；这样只列出真正的变动和重复。",
        "give the old one as a file that is only compared with (--archive), or leave it out, and check again; then only real changes and duplicates are told.",
    ),
];

const YEAR_APART: Words = [
    (
        "年级都相差一级，年级低的一份像是去年的名册",
        "all one grade apart, so the lower one seems to be last year's",
    ),
    (
        "请把它改作“只作比对”的文件（命令行用 --archive）再检查，升级的学生就不算重复。",
        "give it as a file that is only compared with (--archive) and check again; then pupils who moved up are no duplicates.",
    ),
];

fn report(run: &mut Run<'_>, level: Level, sheets: (u32, u32), pupils: usize, words: Words) {
    let (first, sheet) = sheets;
    let other = name_of(run, first, &[(first, 0), (sheet, 0)]);
    let [(note_zh, note_en), (zh, en)] = words;
    let rows = run.rosters[sheet as usize].sheet.row_count();
    run.report_at(level, Place::Sheet(sheet), |finding| {
        finding
            .fact("other", other)
            .number("number", rows)
            .number("count", pupils as u64)
            .said("note", note_zh, note_en)
            .said("decision", zh, en);
    });
}

/// Whether two lists have the same cells in the same order. Two different ones are so known by their first
/// pupil.
fn are_same(one: &Roster, other: &Roster) -> bool {
    let (one, other) = (&one.sheet, &other.sheet);
    one.row_count() == other.row_count()
        && one.columns.len() == other.columns.len()
        && (0..one.row_count())
            .all(|row| (0..one.columns.len()).all(|at| one.text(at, row) == other.text(at, row)))
}
