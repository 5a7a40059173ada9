//! # 班额超过上限
//!
//! 这个班的学生人数比设定的上限多。
//!
//! ## 为什么重要
//!
//! 各地对班额有规定，超过的班级可能不能再转入学生，上级也会检查。
//!
//! ## 怎么改
//!
//! 先看有没有学生填错了班级，或者同一名学生填了两行（确实是同一名学生的几行，只算一名）。人数确实多的，与学籍主管部门商量。上限可以用模板参数 class_size_max 设置（默认55人，超过的就是“大班额”；规定的班额多是小学45人、初中和高中50人），0 为不检查。
//!
//! 人数按同一张表、同一学校（有校区的按校区）、同一年级（没有年级的按入学年月）的同一个班计算。看不出年级的“1班”不计算。
//!
//! ## 例子
//!
//! ```roster
//! @ set class_size_max=2
//! | 姓名 | 年级 | 班号 |
//! | 王小明 | 一年级 | 01 |
//! ! class_code count=3 expected=2 value=一年级01
//! | 李小红 | 小学一年级 | 01 |
//! | 赵小军 | 一年级 | ０１ |
//! | 孙小芳 | 二年级 | 01 |
//! | 周文 | 一年级 | 02 |
//! | 吴芳 | 一年级 |  |
//! | 郑华 |  | 01 |
//! ```
//!
//! ```roster
//! @ set class_size_max=1
//! | 姓名 | 班级 |
//! | 王小明 | 1班 |
//! | 李小红 | 1班 |
//! | 赵小军 | 三年级1班 |
//! ! class_name count=2
//! | 孙小芳 | 三年级1班 |
//! ```
//!
//! 每个校区、校点各算各的班：
//!
//! ```roster
//! @ set class_size_max=2
//! | 校区 | 姓名 | 年级 | 班级 |
//! | 东校区 | 王小明 | 七年级 | 1班 |
//! | 东校区 | 李小红 | 七年级 | 1班 |
//! | 西校区 | 赵小军 | 七年级 | 1班 |
//! | 西校区 | 孙小芳 | 七年级 | 1班 |
//! ```
//!
//! 合并的单元格里写了班级的，每一行都算在内：
//!
//! ```roster
//! @ set class_size_max=2
//! @ merge=A2:A4
//! | 班级 | 姓名 |
//! | 三年级1班 | 王小明 |
//! ! class_name count=3
//! |  | 李小红 |
//! |  | 赵小军 |
//! ```
//!
//! ```roster
//! @ set class_size_max=0
//! | 姓名 | 年级 | 班号 |
//! | 王小明 | 一年级 | 01 |
//! ```
//!
//! ---
//!
//! # Class is larger than allowed
//!
//! The class has more pupils than the limit that is set.
//!
//! ## Why it matters
//!
//! Class sizes are limited almost everywhere. A class above the limit may be closed to pupils from
//! other schools, and is looked into.
//!
//! ## How to fix
//!
//! See first whether a pupil stands in the wrong class or has two rows; rows that are plainly one pupil
//! are counted once. If there are really so many,
//! ask the education authority. The parameter class_size_max sets another limit than 55, from above which on
//! a class counts as oversized (the norms are mostly 45 in primary, 50 in later years); 0 checks nothing.
//!
//! Pupils are counted within a sheet, a school (or its campus) and a grade, or a month of enrolment where there is no
//! grade. A class such as 1班 that tells no grade is not counted.

use roster_model::{Column, Level, Place};

use crate::gathered::classes::{Class, Classes};
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R8016",
    slug: "class-size-over",
    level: Level::Warning,
    zh: "班级“{value}”有{count}名学生，超过了{expected}人的上限，请看有没有填错班级或者重复的学生。",
    en: "The class {value} has {count} pupils, more than the limit of {expected}; see whether a class is wrong or a pupil is there twice.",
    basis: "本工具自定：上限由当地规定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::ClassCode, Column::ClassName],
        check,
    },
};

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.sheets() {
        let most = roster.parameter_number("class_size_max");
        let most = most.and_then(|it| u32::try_from(it).ok()).unwrap_or(0);
        let Some(classes) = roster.classes().filter(|_| most > 0) else {
            continue;
        };
        let mut counted = classes.without(run.copies(sheet));
        counted.retain(|it| it.size > most);
        let rows = roster.sheet.row_count();
        let others = others(run, sheet, rows, classes, &counted);
        for (class, others) in counted.iter().zip(others) {
            let place = run.cell_or_row(sheet, class.first, classes.column);
            let title = classes.title(roster, class.first);
            run.report(place, |finding| {
                finding.related = others;
                finding
                    .quote("value", classes.column, &title)
                    .number("count", class.size)
                    .number("expected", most);
            });
        }
    }
}

/// The cells of each class behind that of its first pupil, found in one look at the rows.
fn others(
    run: &Run<'_>,
    sheet: u32,
    rows: u32,
    classes: &Classes,
    told: &[Class],
) -> Vec<Vec<Place>> {
    let mut others = vec![Vec::new(); told.len()];
    if told.is_empty() {
        return others;
    }
    let mut place_of = vec![None; classes.all.len()];
    for (place, class) in told.iter().enumerate() {
        if let Some(at) = classes.at(class.first) {
            place_of[at] = Some((place, class.first));
        }
    }
    for row in 0..rows {
        if let Some((place, first)) = classes.at(row).and_then(|it| place_of[it])
            && row != first
        {
            others[place].push(run.cell_or_row(sheet, row, classes.column));
        }
    }
    others
}
