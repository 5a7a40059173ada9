//! # 同一列出现两次
//!
//! 有两列说的是同一件事，只检查了靠左的一列。
//!
//! ## 为什么重要
//!
//! 系统不知道该用哪一列，会报错，或者用了错的一列；没有检查的那一列里有错也看不出来。
//!
//! ## 怎么改
//!
//! 左右并排着两份名单的（每份都有姓名等列），右边的学生没有检查：把他们移到左边名单的下面，列对齐，不要删除。
//!
//! 其他的，比较两列：内容一样的，保留一列，删除另一列；其中一列其实是别的内容（例如家长的电话）的，改正它的列名。列名写法不同时，也可能本来就是两种内容，所以只作警告；自己用的名单里，除姓名和身份证件号外只作提示，不用改。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 手机号 | 手　机　号 |
//! ! column level=error header=手　机　号
//! | 王小明 | 13800138000 | 13800138000 |
//! | 李小红 |  | 13800138001 |
//! ```
//!
//! ```roster
//! | 姓名 | 手机号 | 联系电话 |
//! ! column level=info header=联系电话
//! | 王小明 | 13800138000 |  |
//! ```
//!
//! ```roster
//! | 姓名 | 身份证号 | 证件号码 |
//! ! column level=warning header=证件号码
//! | 王小明 | 110101201509010016 |  |
//! ```
//!
//! ```roster
//! | 序号 | 姓名 | 性别 | 民族 | 序号 | 姓名 | 性别 | 民族 |
//! ! column level=error header=姓名 count=2 related=B1
//! | 1 | 王小明 | 男 | 汉族 | 4 | 李小红 | 女 | 汉族 |
//! | 2 | 张华 | 女 | 汉族 | 5 | 陈文 | 男 | 汉族 |
//! | 3 | 周文 | 女 | 汉族 |  |  |  |  |
//! ```
//!
//! 右边的名单长一些，多出来的也数在里面：
//!
//! ```roster
//! | 姓名 | 性别 | 民族 | 姓名 | 性别 | 民族 | 姓名 | 性别 | 民族 |
//! ! column level=error header=姓名 count=3 related=A1
//! ! column level=error header=姓名 count=2 related=A1
//! | 王小明 | 男 | 汉族 | 李小红 | 女 | 汉族 | 赵小华 | 女 | 汉族 |
//! |  |  |  | 张华 | 女 | 汉族 |  |  |  |
//! |  |  |  | 陈文 | 男 | 汉族 | 周文 | 男 | 回族 |
//! ```
//!
//! 自己用的名单里，两列内容不同的，多半是两种内容；父亲、母亲以外的监护人没有地方检查，也不用删除：
//!
//! ```roster
//! | 姓名 | 联系电话 | 班级 | 联系电话 |
//! ! column level=warning header=联系电话
//! | 王小明 | 13800138000 | 1班 | 13900139000 |
//! ```
//!
//! ```roster
//! | 姓名 | 父亲姓名 | 母亲姓名 | 监护人姓名 |
//! ! column level=info header=监护人姓名
//! | 王小明 | 王大明 | 李梅 | 王大明 |
//! ```
//!
//! ```roster
//! | 姓名 | 监护人姓名 | 监护人关系 | 父亲姓名 | 母亲姓名 |
//! ! column level=info header=监护人姓名
//! ! column level=info header=监护人关系
//! | 王小明 | 李梅 | 母亲 | 王大明 | 李梅 |
//! ```
//!
//! ```roster
//! | 姓名 | 联系电话 | 家长姓名 | 家长电话 |
//! | 王小明 | 13800138000 | 王大明 | 13900139000 |
//! ```
//!
//! ```roster
//! | 姓名 | 联系电话 | 家庭电话 |
//! | 王小明 | 13800138000 | 13900139000 |
//! ```
//!
//! ```roster
//! | 姓名 | 联系手机 | 联系电话 | 学号 | 座号 | 户口性质 | 户口类型 |
//! ! column level=info header=联系电话
//! ! column level=info header=座号
//! ! column level=info header=户口类型
//! | 王小明 | 13800138000 | 13900139000 | 20210101 | 1 | 农业户口 | 家庭户 |
//! ```
//!
//! 异动名册里休学的日期是休学自己的：
//!
//! ```roster
//! | 姓名 | 异动类别 | 异动日期 | 休学开始日期 | 休学结束日期 |
//! | 王小明 | 休学 |  | 20260301 | 20270301 |
//! | 李小红 | 转出 | 20260301 |  |  |
//! ```
//!
//! 学籍号旁边有全国学籍号的，学籍号可能是省里的编号：
//!
//! ```roster
//! | 姓名 | 学籍号 | 全国学籍号 |
//! ! column level=info header=学籍号
//! | 王小明 | 2021330101001 | G110101201509010016 |
//! ```
//!
//! 模板自己的列名在右边，检查的也是它：
//!
//! ```roster
//! @ profile=preschool-2016
//! | 姓名 | 证件号码 | 性别 | 出生日期 | 证件类型 | 身份证件号码 |
//! ! column level=warning header=证件号码
//! | 王小明 | 110101201509010016 | 男 | 20150901 |  | 110101201509010016 |
//! ```
//!
//! 合并成一列的不是两列；合并的列名下面两列都有内容的，还是两列：
//!
//! ```roster
//! @ merge=A1:B1 merge=A2:B2 merge=D1:E1
//! | 姓名 |  | 性别 | 手机号 |  |
//! ! column level=warning header=手机号
//! | 王小明 |  | 男 | 13800138000 | 13800138001 |
//! ```
//!
//! ```roster
//! | 姓名 | 手机号 | 成员1姓名 | 成员1联系电话 |
//! | 王小明 | 13800138000 | 王大明 |  |
//! ```
//!
//! 号码拆在十几列里、一格一位的，只说一次：
//!
//! ```roster
//! | 姓名 | 身份证号 | 身份证号 | 身份证号 | 身份证号 | 身份证号 | 身份证号 | 身份证号 | 身份证号 | 身份证号 | 身份证号 | 身份证号 | 身份证号 | 身份证号 | 身份证号 | 身份证号 | 身份证号 | 身份证号 | 身份证号 |
//! ! column level=error header=身份证号 count=18
//! | 王小明 | 1 | 1 | 0 | 1 | 0 | 1 | 2 | 0 | 1 | 5 | 0 | 9 | 0 | 1 | 0 | 0 | 1 | 6 |
//! | 李小红 | 1 | 1 | 0 | 1 | 0 | 1 | 2 | 0 | 1 | 5 | 0 | 9 | 0 | 2 | 0 | 0 | 2 | X |
//! ```
//!
//! ---
//!
//! # One column stands there twice
//!
//! Two columns mean the same, and only the left one was checked.
//!
//! ## Why it matters
//!
//! The system cannot know which one to use: it refuses the sheet, or uses the wrong one. Errors in
//! the column that was not checked stay unseen.
//!
//! ## How to fix
//!
//! Where two lists stand beside each other, each with names and the rest, the pupils of the right one
//! were not checked: move them below the left one, and delete none.
//!
//! Otherwise compare the two. Where they say the same keep one and delete the other; if one of them holds
//! something else, such as a parent's phone, correct its name. Where the two names are spelled
//! differently they may mean two things after all, so that is a warning only, and in a list of your own a
//! hint, but for names and identity numbers: nothing has to be changed.

use roster_model::{Column, Level, Place, SheetColumn};
use roster_standard::header;

use crate::gathered::beside::{has_lists_beside, pupils_of, text_of};
use crate::{Check, Roster, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R0105",
    slug: "duplicate-column",
    level: Level::Error,
    zh: "“{header}”是又一列“{column}”，没有检查；{note}。",
    en: "“{header}” is one more column “{column}” and was not checked; {note}.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.sheets() {
        let lists_beside = has_lists_beside(roster);
        let spread = spread_number(roster);
        if !spread.is_empty() {
            report_spread(run, sheet, &spread);
        }
        for it in &roster.sheet.columns {
            let Some(column) = it.repeats else { continue };
            if !spread.is_empty() && column == Column::IdNumber {
                continue;
            }
            // The other columns of a list beside this one are told with its names.
            if lists_beside && column != Column::Name {
                continue;
            }
            let pupils = if lists_beside {
                pupils_of(roster, it)
            } else {
                0
            };
            let first = roster
                .index_of(column)
                .map(|index| &roster.sheet.columns[index]);
            let (level, (zh, en)) = level_and_note(roster, it, first, pupils);
            run.report_at(level, Place::Column(sheet, it.position), |finding| {
                finding.fact("header", it.header.as_str());
                finding.said("column", column.info().zh, column.info().en);
                if pupils > 0 {
                    finding
                        .said(
                            "note",
                            &format!("右边是另一份名单，{pupils}名学生没有检查，请移到左边名单的下面，不要删除"),
                            &format!("on the right is another list of {pupils} pupils, who were not checked: move them below the left one, delete none"),
                        )
                        .number("count", pupils);
                } else {
                    let beside = first.map_or("", |it| &*it.header);
                    let said = |it: &str| it.replace("{}", beside);
                    finding.said("note", &said(zh), &said(en));
                }
                finding
                    .related
                    .extend(first.map(|it| Place::Column(sheet, it.position)));
            });
        }
    }
}

/// The columns of a number that has each of its characters in a column of its own, as printed forms have boxes.
pub(crate) fn spread_number(roster: &Roster) -> Vec<&SheetColumn> {
    let column = Some(Column::IdNumber);
    let is_box = |it: &&SheetColumn| {
        let mut texts = it.cells.values().map(|value| it.cells.text(value).trim());
        [it.column, it.repeats].contains(&column) && texts.all(|it| it.chars().count() <= 1)
    };
    let columns: Vec<_> = roster.sheet.columns.iter().filter(is_box).collect();
    if columns.len() < BOXES_MIN {
        return Vec::new();
    }
    columns
}

fn report_spread(run: &mut Run<'_>, sheet: u32, columns: &[&SheetColumn]) {
    let mut places: Vec<Place> = columns
        .iter()
        .map(|it| Place::Column(sheet, it.position))
        .collect();
    // The first is the column itself.
    let second = places.remove(1);
    let (count, info) = (columns.len(), Column::IdNumber.info());
    run.report(second, |finding| {
        finding.related = places;
        finding.fact("header", columns[1].header.as_str());
        finding.said("column", info.zh, info.en);
        finding.said(
            "note",
            &format!("一个号码拆在{count}列里，一格一位，请合并成一列，设为文本，不要删除"),
            &format!("one number stands in {count} columns, a character in each: join them in one, as text, and delete none"),
        );
        finding.number("count", count as u64);
    });
}

/// Fewer columns are no boxes of a number.
const BOXES_MIN: usize = 15;

/// How grave it is that a column stands beside the first one, and what is to be done.
fn level_and_note(
    roster: &Roster,
    it: &SheetColumn,
    first: Option<&SheetColumn>,
    pupils: u64,
) -> (Level, (&'static str, &'static str)) {
    let column = it.repeats.unwrap_or(Column::Name);
    let same = |first: &SheetColumn| header::tidy(&first.header) == header::tidy(&it.header);
    let is_same = first.is_none_or(same);
    let is_other = first.is_some_and(|first| says_other(first, it));
    let is_own_list = roster.profile.partial;
    // A third member of the family has no columns in any template.
    let is_third = column.member().is_some()
        && (first.is_none() || !is_same)
        && roster.has(Column::Member2Name)
        && is_own_list;
    let may_differ = is_own_list && !is_same && !matches!(column, Column::Name | Column::IdNumber);
    let level = if is_third || may_differ {
        Level::Info
    } else if is_same && (!is_other || pupils > 0 || !is_own_list) {
        Level::Error
    } else {
        Level::Warning
    };
    let note = match (is_third, may_differ, is_other) {
        (true, ..) => THIRD,
        (_, true, true) => BOTH,
        (_, true, false) => ONE,
        (_, _, true) => OTHER,
        _ if first.is_some_and(|first| differs(first, it)) => IN_PART,
        _ => SAME,
    };
    (level, note)
}

const SAME: (&str, &str) = ("请核对后删除多余的", "compare them and delete one");
/// What is said of a column that says the same in most rows.
const IN_PART: (&str, &str) = (
    "有的行两列内容不同，请逐行核对，留下对的，再删除多余的",
    "in some rows they differ: compare them row by row, keep what is right, then delete one",
);
/// What is said of a column with other contents.
const OTHER: (&str, &str) = (
    "两列内容不同，请改正其中一列的列名，不要删除",
    "their contents differ: correct the name of one, delete none",
);
const BOTH: (&str, &str) = (
    "它与“{}”内容不同，不用删除",
    "it differs from “{}”, nothing is to be deleted",
);
const ONE: (&str, &str) = (
    "与“{}”内容相同的话，留一列就够了",
    "where it says the same as “{}”, one is enough",
);
const THIRD: (&str, &str) = (
    "这里是另一名家庭成员，不用删除",
    "this is another member of the family, nothing is to be deleted",
);

/// Whether a row has something else in a column than in the first one.
fn differs(first: &SheetColumn, it: &SheetColumn) -> bool {
    let mut rows = 0..it.cells.row_count();
    rows.any(|row| !text_of(it, row).is_empty() && text_of(first, row) != text_of(it, row))
}

/// Whether most of what a column has is not what the first one has there, if it has anything.
fn says_other(first: &SheetColumn, it: &SheetColumn) -> bool {
    let (mut filled, mut other) = (0, 0);
    for row in 0..it.cells.row_count() {
        let here = text_of(it, row);
        filled += u32::from(!here.is_empty());
        other += u32::from(!here.is_empty() && text_of(first, row) != here);
    }
    other * 2 > filled
}
