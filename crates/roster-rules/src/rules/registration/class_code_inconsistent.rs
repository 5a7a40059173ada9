//! # 班级与班号对不上
//!
//! 同一个班级写了几个班号，或者同一个班号写了几个班级名称。
//!
//! ## 为什么重要
//!
//! 系统按班号把学生编到班里。班号填错一位，学生就到了别的班，班级人数和名单都会不对。
//!
//! ## 怎么改
//!
//! 登录学籍系统查看这个班的班号，或者问班主任学生在哪个班，把填错的一边改正。
//!
//! 提示的是少数的那种写法，其余的行列在相关位置里。不同年级、不同学校的“1班”不算同一个班；全角、半角和空格的不同不算不同。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 年级 | 班级 | 班号 |
//! | 王小明 | 一年级 | 1班 | 2026001 |
//! | 李小红 | 一年级 | １班 | ２０２６００１ |
//! | 赵小军 | 一年级 | 1班 | 2026002 |
//! ! class_code value=1班 count=1 related=C4,D2
//! | 孙小芳 | 一年级 | 2班 | 2026002 |
//! | 周文 | 一年级 | 2班 | 2026002 |
//! | 吴芳 | 二年级 | 1班 | 2025001 |
//! | 郑华 | 小学二年级 | 1班 | 2025001 |
//! | 何军 | 二年级 | 一班 | 2025001 |
//! ! class_code value=一班
//! | 沈军 | 一年级 | 1班 |  |
//! | 唐军 |  | 1班 | 2025009 |
//! ```
//!
//! ---
//!
//! # Class and class code disagree
//!
//! One class has several codes, or one code has several names of classes.
//!
//! ## Why it matters
//!
//! The system puts pupils into classes by the code. With one digit wrong a pupil is in another class,
//! and the lists of both are wrong.
//!
//! ## How to fix
//!
//! Look up the code of the class in the registration system, or ask the teacher which class the pupil
//! is in, and correct the wrong one of the two.
//!
//! The rarer spelling is told, and its other rows are related. Classes of one name in different grades
//! or schools are different classes; width and spaces make no difference.

use std::collections::BTreeMap;

use roster_model::{Column, Level, Place};

use crate::classes::{Grades, Labels, filled};
use crate::{Check, Roster, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R8015",
    slug: "class-code-inconsistent",
    level: Level::Warning,
    zh: "“{value}”的班号与别的行对不上（{count}行）：{note}。",
    en: "The code of the class {value} disagrees with other rows ({count} rows): {note}.",
    basis: "本工具自定：一个班一个班号",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::ClassName],
        check,
    },
};

/// As many related cells as a finding bears.
const RELATED_MAX: usize = 100;

/// School, grade, name and code of a class.
type Pair = (u32, u32, u32, u32);

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.sheets() {
        let has_both = roster.has(Column::ClassName) && roster.has(Column::ClassCode);
        if !has_both || roster.sheet.is_event_list() {
            continue;
        }
        let pairs = pairs(roster);
        let names = usual(&pairs, |it| (it.0, it.1, it.2));
        let codes = usual(&pairs, |it| (it.0, it.1, it.3));
        let mut odd: Vec<(&Vec<u32>, u32, bool)> = Vec::new();
        for (pair, rows) in &pairs {
            let of_name = names[&(pair.0, pair.1, pair.2)];
            let of_code = codes[&(pair.0, pair.1, pair.3)];
            if of_name != *pair {
                odd.push((rows, pairs[&of_name][0], true));
            } else if of_code != *pair {
                odd.push((rows, pairs[&of_code][0], false));
            }
        }
        roster_order::sort(&mut odd);
        for (rows, usual, by_name) in odd {
            report(run, sheet, rows, usual, by_name);
        }
    }
}

fn report(run: &mut Run<'_>, sheet: u32, rows: &[u32], usual: u32, by_name: bool) {
    let roster = &run.rosters[sheet as usize];
    let text = |column, row| roster.text(column, row).trim();
    let first = rows[0];
    let (name, code) = (
        text(Column::ClassName, first),
        text(Column::ClassCode, first),
    );
    let (zh, en) = if by_name {
        let other = text(Column::ClassCode, usual);
        (
            format!("多数写的是{other}，这里是{code}"),
            format!("most rows have {other}, not {code}"),
        )
    } else {
        let other = text(Column::ClassName, usual);
        (
            format!("班号{code}多数是“{other}”"),
            format!("the code {code} is {other} in most rows"),
        )
    };
    let cell = |column, row| run.cell_or_row(sheet, row, column);
    let place = cell(Column::ClassCode, first);
    let mut related = vec![
        cell(Column::ClassName, first),
        cell(Column::ClassCode, usual),
    ];
    let others = rows[1..].iter().map(|&row| cell(Column::ClassCode, row));
    related.extend(others.take(RELATED_MAX));
    related.retain(|it: &Place| *it != place);
    run.report(place, |finding| {
        finding.related = related;
        finding.fact("value", name).said("note", &zh, &en);
        finding.number("count", rows.len() as u64);
    });
}

/// The rows of every name and code that stand together.
fn pairs(roster: &Roster) -> BTreeMap<Pair, Vec<u32>> {
    let labels = |column| Labels::of(roster, column, filled);
    let (schools, grades) = (labels(Column::SchoolCode), Grades::of(roster));
    let (names, codes) = (labels(Column::ClassName), labels(Column::ClassCode));
    let mut pairs: BTreeMap<Pair, Vec<u32>> = BTreeMap::new();
    for row in 0..roster.sheet.row_count() {
        let (name, code) = (names.at(roster, row), codes.at(roster, row));
        let grade = grades.at(roster, row);
        if grade != 0 && name != 0 && code != 0 {
            let pair = (schools.at(roster, row), grade, name, code);
            pairs.entry(pair).or_default().push(row);
        }
    }
    pairs
}

/// For each name, or each code, the pair that most rows have; of equally frequent ones the first.
fn usual(
    pairs: &BTreeMap<Pair, Vec<u32>>,
    key: impl Fn(&Pair) -> (u32, u32, u32),
) -> BTreeMap<(u32, u32, u32), Pair> {
    let mut usual: BTreeMap<(u32, u32, u32), Pair> = BTreeMap::new();
    for (pair, rows) in pairs {
        let best = usual.entry(key(pair)).or_insert(*pair);
        if pairs[best].len() < rows.len() {
            *best = *pair;
        }
    }
    usual
}
