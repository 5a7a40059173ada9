//! # 同年级各班人数相差很大
//!
//! 同一个年级里，人数最多的班与人数最少的班相差很大。
//!
//! ## 为什么重要
//!
//! 均衡编班是普遍的要求。相差太大，也可能是有一批学生填错了班级。
//!
//! ## 怎么改
//!
//! 看看有没有学生填错了班级；确实如此的不用改。相差多少才提示，可以用模板参数 class_size_spread_percent 设置（默认50%），0 为不检查。
//!
//! 相差不到10人的不提示。一张表里的班级才互相比较；每个班一个文件的，合并成一张表再检查。班级名称与别的班相同、班号只有一两个人用的，是班号填错，不算一个班；同一名学生的几行只算一名。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 年级 | 班号 |
//! | 王一 | 一年级 | 01 |
//! | 王二 | 一年级 | 01 |
//! | 王三 | 一年级 | 02 |
//! ! class_code value=一年级 count=1 number=12
//! | 李一 | 一年级 | 03 |
//! | 李二 | 一年级 | 03 |
//! | 李三 | 一年级 | 03 |
//! | 李六 | 一年级 | 03 |
//! | 李七 | 一年级 | 03 |
//! | 李八 | 一年级 | 03 |
//! | 李九 | 一年级 | 03 |
//! | 李白 | 一年级 | 03 |
//! | 李青 | 一年级 | 03 |
//! | 李红 | 一年级 | 03 |
//! | 李黄 | 一年级 | 03 |
//! | 李紫 | 一年级 | 03 |
//! | 赵一 | 二年级 | ０１ |
//! | 赵二 | 二年级 | 02 |
//! | 赵六 | 二年级 | 02 |
//! | 孙一 |  | 01 |
//! ```
//!
//! ```roster
//! | 姓名 | 年级 | 班级 | 班号 |
//! | 王一 | 一年级 | 1班 | 202601 |
//! | 王二 | 一年级 | 1班 | 202601 |
//! | 王三 | 一年级 | 1班 | 202601 |
//! | 李一 | 一年级 | 2班 | 202602 |
//! | 李二 | 一年级 | 2班 | 202602 |
//! | 李三 | 一年级 | 2班 | 202602 |
//! | 李四 | 一年级 | 2班 | 202602 |
//! | 李五 | 一年级 | 2班 | 202602 |
//! | 李六 | 一年级 | 2班 | 202602 |
//! | 李七 | 一年级 | 2班 | 202602 |
//! | 李八 | 一年级 | 2班 | 202602 |
//! | 李九 | 一年级 | 2班 | 202602 |
//! | 赵一 | 一年级 | 2班 | 2026-02 |
//! ```
//!
//! 没有年级的，按入学年月分年级；个别学生的入学年月与全班不同（复学、转入）的，不算另一个班：
//!
//! ```roster
//! | 姓名 | 班号 | 入学年月 |
//! | 王一 | 11 | 202509 |
//! @ more=11
//! | 王二 | 12 | 202509 |
//! @ more=11
//! | 王三 | 11 | 202409 |
//! | 李一 | 21 | 202409 |
//! @ more=11
//! | 李二 | 22 | 202409 |
//! @ more=11
//! ```
//!
//! ```roster
//! | 姓名 | 班号 | 入学年月 |
//! | 王一 | 11 | 202509 |
//! ! class_code value=2025年9月入学的学生 count=1 number=12
//! | 王二 | 12 | 202509 |
//! @ more=11
//! ```
//!
//! ---
//!
//! # Class sizes of a grade differ much
//!
//! The largest class of a grade has many more pupils than the smallest.
//!
//! ## Why it matters
//!
//! Classes are to be of like size almost everywhere. A great difference may also mean that pupils stand
//! in the wrong class.
//!
//! ## How to fix
//!
//! See whether pupils stand in the wrong class; if not, nothing is to be done. The parameter
//! class_size_spread_percent sets another difference than 50 percent; 0 checks nothing.
//!
//! Differences of less than ten pupils are passed over. Where the month of enrolment stands for the
//! grade, a few pupils of a class with another month are no class of their own, nor are one or two whose code
//! nobody else has and whose class has another code; several rows of one pupil are counted once. Classes of one sheet are compared: where each class has
//! a file of its own, merge the files first.

use roster_model::{Column, Level};
use roster_values::date::read_month;

use crate::gathered::classes::{Class, Classes, filled};
use crate::{Check, Roster, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R8020",
    slug: "grade-size-jump",
    level: Level::Info,
    zh: "“{value}”各班人数相差很大，最少{count}人，最多{number}人，请看有没有学生填错了班级。",
    en: "Class sizes of {value} differ much: {count} pupil{s} in the smallest, {number} in the largest; see whether pupils are in the wrong class.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::ClassCode, Column::ClassName],
        check,
    },
};

/// A smaller difference is passed over.
const DIFFERENCE_MIN: u32 = 10;

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.lists_of_classes() {
        let percent = roster.parameter_number("class_size_spread_percent");
        let percent = percent.and_then(|it| u64::try_from(it).ok()).unwrap_or(0);
        let Some(classes) = roster.classes().filter(|_| percent > 0) else {
            continue;
        };
        let filled = &roster.odd_classes().filled;
        let copies = run.copies(sheet).filter(|it| !filled.contains(*it));
        let counted = classes.without(filled.iter().chain(copies));
        let mut all = told_classes(roster, &counted);
        roster_order::sort_by_key(&mut all, |it| (it.grade, it.size, it.first));
        let mut found: Vec<(&Class, &Class)> = Vec::new();
        for grade in all.chunk_by(|a, b| a.grade == b.grade) {
            let is_class = |it: &&Class| !is_slip(roster, classes, it, grade);
            let first = grade.iter().position(is_class).unwrap_or(0);
            let [least, .., most] = &grade[first..] else {
                continue;
            };
            let difference = most.size - least.size;
            let is_far = u64::from(difference) * 100 > u64::from(least.size) * percent;
            if difference >= DIFFERENCE_MIN && is_far {
                found.push((*least, *most));
            }
        }
        roster_order::sort_by_key(&mut found, |it| it.0.first);
        for (least, most) in found {
            let cell = |it: &Class| run.cell_or_row(sheet, it.first, classes.column);
            let (place, related) = (cell(least), cell(most));
            let grade = [Column::Grade, Column::EnrolmentMonth]
                .map(|it| (it, roster.text(it, least.first).trim()))
                .into_iter()
                .find(|it| !it.1.is_empty());
            let called = (Column::Grade, roster.sheet.named.grade.as_str());
            let (column, grade) = grade.unwrap_or(called);
            let month = read_month(grade).month();
            let month = month.filter(|_| column == Column::EnrolmentMonth);
            run.report(place, |finding| {
                finding.related.push(related);
                match month {
                    // A month is no grade.
                    Some(it) => {
                        let (year, month) = (it.year(), it.month());
                        let zh = format!("{year}年{month}月入学的学生");
                        let en = format!("pupils enrolled in {year}-{month:02}");
                        finding.said("value", &zh, &en)
                    }
                    None => finding.quote("value", column, grade),
                };
                finding
                    .number("count", least.size)
                    .number("number", most.size);
            });
        }
    }
}

/// Pupils of a class with a code of their own, who are not one.
const SLIPS_MAX: u32 = 2;

/// Whether it is a larger class of the grade by its name, with another code.
fn is_slip(roster: &Roster, classes: &Classes, it: &Class, grade: &[&Class]) -> bool {
    if it.size > SLIPS_MAX || classes.column != Column::ClassCode {
        return false;
    }
    let name = |it: &Class| filled(Column::ClassName, roster.text(Column::ClassName, it.first));
    let own = name(it);
    let mut larger = grade.iter().filter(|other| other.size > SLIPS_MAX);
    own.is_some() && larger.any(|other| name(other) == own)
}

/// A class of one name is so many times the others that these are pupils of it.
const TIMES_MIN: u32 = 9;

/// The classes of a known grade, without the pupils that only their month of enrolment parts from their
/// class.
fn told_classes<'c>(roster: &Roster, classes: &'c [Class]) -> Vec<&'c Class> {
    let sizes = classes.iter().map(|it| ((it.grade.0, it.name), it.size));
    let mut sizes: Vec<((u32, u32), u32)> = sizes.collect();
    roster_order::sort(&mut sizes);
    let largest = |key: (u32, u32)| {
        let behind = sizes.partition_point(|it| it.0 <= key);
        sizes[..behind].last().map_or(0, |it| it.1)
    };
    let is_told = |it: &&Class| {
        it.grade.1 != 0
            && (!roster.text(Column::Grade, it.first).trim().is_empty()
                || largest((it.grade.0, it.name)) < it.size.saturating_mul(TIMES_MIN))
    };
    classes.iter().filter(is_told).collect()
}
