//! # 班内学号不连续
//!
//! 这个班的班内学号中间缺了号。
//!
//! ## 为什么重要
//!
//! 缺号可能是学生转走了，也可能是漏填了一名学生。
//!
//! ## 怎么改
//!
//! 对照班级名册看一下缺的号：学生已经转走的不用改；漏填的补上这名学生。
//!
//! 班号、年级或者学校标识码空着或者可能填错的学生，占着的号不算缺号。有两名学生的号重复，或者有学生没有号时，缺的那个多半就是他们的，不再提示缺号。
//!
//! 学号不全是数字的班，以及缺的号太多、明显不是按顺序编的班，不提示。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 年级 | 班号 | 班内学号 |
//! | 王小明 | 一年级 | 01 | 01 |
//! ! class_serial count=1 list=4
//! | 李小红 | 一年级 | 01 | ２ |
//! | 赵小军 | 一年级 | 01 | 03 |
//! | 孙小芳 | 一年级 | 01 | 05 |
//! | 周文 | 一年级 | 01 | 06 |
//! | 王强 | 一年级 | 02 | 01 |
//! | 李强 | 一年级 | 02 | 02 |
//! | 赵强 | 一年级 | 02 | 03 |
//! | 孙强 | 一年级 | 02 | 04 |
//! | 周强 | 一年级 | 02 | 05 |
//! | 王丽 | 一年级 | 03 | 0101 |
//! | 李丽 | 一年级 | 03 | 0207 |
//! | 赵丽 | 一年级 | 03 | 0305 |
//! | 孙丽 | 一年级 | 03 | 0411 |
//! | 周丽 | 一年级 | 03 | 0502 |
//! ```
//!
//! ```roster
//! | 姓名 | 年级 | 班号 | 班内学号 |
//! | 陈一 | 一年级 | 04 | 01 |
//! | 陈二 | 一年级 | 04 | 02 |
//! | 陈三 | 一年级 | 04 | 03 |
//! | 陈四 | 一年级 |  | 4 |
//! | 陈五 | 一年级 | 04 | 05 |
//! | 陈六 | 一年级 | 04 | 06 |
//! | 陈七 | 二年级 | 04 | 07 |
//! | 陈八 | 一年级 | 04 | 08 |
//! | 陈九 |  |  | 09 |
//! | 陈十 | 一年级 | 04 | 10 |
//! | 周一 | 一年级 | 05 | 01 |
//! | 周二 | 一年级 | 05 | 02 |
//! | 周三 | 一年级 | 05 | 03 |
//! | 周四 | 一年级 | 05 | 03 |
//! | 周五 | 一年级 | 05 | 05 |
//! | 周六 | 一年级 | 05 | 06 |
//! | 吴一 | 一年级 | 06 | 01 |
//! | 吴二 | 一年级 | 06 | 02 |
//! | 吴三 | 一年级 | 06 |  |
//! | 吴四 | 一年级 | 06 | 04 |
//! | 吴五 | 一年级 | 06 | 05 |
//! | 吴六 | 一年级 | 06 | 06 |
//! ```
//!
//! 班号填成别的班的，由班级与班号对不上的规则说明：
//!
//! ```roster
//! | 姓名 | 年级 | 班级 | 班号 | 班内学号 |
//! | 王一 | 一年级 | 1班 | 101 | 1 |
//! | 王二 | 一年级 | 1班 | 101 | 2 |
//! | 王三 | 一年级 | 1班 | 102 | 3 |
//! | 王四 | 一年级 | 1班 | 101 | 4 |
//! | 王五 | 一年级 | 1班 | 101 | 5 |
//! | 王六 | 一年级 | 1班 | 101 | 6 |
//! | 李一 | 一年级 | 2班 | 102 | 1 |
//! | 李二 | 一年级 | 2班 | 102 | 2 |
//! | 李三 | 一年级 | 2班 | 102 | 3 |
//! | 李四 | 一年级 | 2班 | 102 | 4 |
//! | 李五 | 一年级 | 2班 | 102 | 5 |
//! ```
//!
//! ---
//!
//! # Numbers in the class have gaps
//!
//! Some numbers between the first and the last of the class are not there.
//!
//! ## Why it matters
//!
//! The pupil may have moved away, or was forgotten in the list.
//!
//! ## How to fix
//!
//! Look up the missing numbers in the list of the class. Nothing is to be done for a pupil who left;
//! add one who was forgotten.
//!
//! A number is not missing that a pupil has whose class, grade or school is blank or may be wrong. Where two
//! pupils have one number, or a pupil has none, the missing one is probably one of theirs, and no gap is told.
//!
//! Classes with numbers that are no digits, or with so many gaps that they do not count pupils, are
//! passed over.

use roster_model::{Column, Level};
use roster_values::text::tidy_code;

use crate::gathered::classes::{Class, Classes};
use crate::shifted::sideways::Sideways;
use crate::{Check, Roster, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R8018",
    slug: "bannei-xuehao-gap",
    level: Level::Info,
    zh: "班级“{value}”的班内学号不连续，缺{count}个：{list}，请看是不是漏了学生。",
    en: "Numbers in the class {value} have gaps. Missing ({count}): {list}. See whether a pupil was left out.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::ClassSerial],
        check,
    },
};

/// Smaller classes are passed over.
const PUPILS_MIN: usize = 5;
/// Pupils of a class that is no larger may be of a class so many times as large, with one thing wrong.
const FEW: u32 = 3;
const MANY: u32 = 4;
/// As many missing numbers as a message can bear.
const SHOWN: usize = 12;

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.lists_of_classes() {
        // The numbers of rows that slipped are not missing.
        let is_whole = roster.sideways().is_none_or(Sideways::is_empty);
        let classes = roster.classes().filter(|_| is_whole);
        let Some(classes) = classes.filter(|_| roster.has(Column::ClassSerial)) else {
            continue;
        };
        for (class, missing) in gaps(roster, classes) {
            let first = classes.all[class].first;
            let place = run.cell_or_row(sheet, first, Column::ClassSerial);
            let title = classes.title(roster, first);
            let shown = &missing[..missing.len().min(SHOWN)];
            let texts: Vec<String> = shown.iter().map(u64::to_string).collect();
            let more = missing.len() > SHOWN;
            let zh = format!("{}{}", texts.join("、"), if more { "等" } else { "" });
            let en = format!(
                "{}{}",
                texts.join(", "),
                if more { " and others" } else { "" }
            );
            run.report(place, |finding| {
                finding
                    .quote("value", classes.column, &title)
                    .said("list", &zh, &en);
                finding.number("count", missing.len() as u64);
            });
        }
    }
}

/// What a cell has.
enum Serial {
    Nothing,
    Number(u64),
    Other,
}

impl Serial {
    fn of(text: &str) -> Self {
        let text = tidy_code(text);
        match text.parse() {
            Ok(number) => Serial::Number(number),
            Err(_) if text.is_empty() => Serial::Nothing,
            Err(_) => Serial::Other,
        }
    }
}

/// The missing numbers of each class that counts its pupils.
fn gaps(roster: &Roster, classes: &Classes) -> Vec<(usize, Vec<u64>)> {
    let mut numbers: Vec<Vec<u64>> = classes.all.iter().map(|_| Vec::new()).collect();
    let mut is_counted = vec![true; classes.all.len()];
    let Some(index) = roster.index_of(Column::ClassSerial) else {
        return Vec::new();
    };
    let cells = &roster.sheet.columns[index].cells;
    let read = |value| Serial::of(cells.text(value));
    let serials: Vec<Serial> = cells.values().map(read).collect();
    let serial = |row| &serials[roster.value(index, row).0 as usize];
    let doubtful = &roster.odd_classes().doubtful;
    // Numbers of pupils whose class is not told, or in doubt, or of so few that it may be another: what is said of it,
    // and of how many at least it is.
    let mut stray: Vec<(u64, (u32, u32, u32), u32)> = Vec::new();
    let mut unnumbered = vec![0; classes.all.len()];
    for row in 0..roster.sheet.row_count() {
        let Some(class) = classes.at(row) else {
            continue;
        };
        let Class {
            size, grade, name, ..
        } = classes.all[class];
        let (is_doubtful, said) = (doubtful.contains(row), (grade.0, grade.1, name));
        match *serial(row) {
            Serial::Nothing => unnumbered[class] += 1,
            Serial::Number(number) if is_doubtful => stray.push((number, said, 0)),
            Serial::Number(number) => {
                numbers[class].push(number);
                if size <= FEW {
                    stray.push((number, said, (size - 1) * MANY));
                }
            }
            Serial::Other => is_counted[class] = false,
        }
    }
    for &(row, said) in &classes.loose {
        if let Serial::Number(number) = *serial(row) {
            stray.push((number, said, 0));
        }
    }
    roster_order::sort(&mut stray);
    stray.dedup();
    let mut found = Vec::new();
    for (class, mut of_class) in numbers.into_iter().enumerate() {
        let pupils = of_class.len();
        roster_order::sort(&mut of_class);
        of_class.dedup();
        let (Some(&first), Some(&last)) = (of_class.first(), of_class.last()) else {
            continue;
        };
        let missing = (last - first).saturating_sub(of_class.len() as u64 - 1);
        let is_list = of_class.len() >= PUPILS_MIN && missing * 2 <= of_class.len() as u64;
        if is_counted[class] && missing > 0 && is_list {
            let gaps = of_class.windows(2).flat_map(|it| it[0] + 1..it[1]);
            let is_stray = |number: &u64| {
                let begin = stray.partition_point(|it| it.0 < *number);
                let mut same = stray[begin..].iter().take_while(|it| it.0 == *number);
                same.any(|it| classes.all[class].size >= it.2 && classes.all[class].may_have(it.1))
            };
            let gaps: Vec<u64> = gaps.filter(|it| !is_stray(it)).collect();
            // A number that two have is the one that is missing, and whoever has none has it.
            if gaps.len() > pupils - of_class.len() + unnumbered[class] {
                found.push((class, gaps));
            }
        }
    }
    found
}
