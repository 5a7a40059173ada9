//! # 没有填写班级
//!
//! 名单里的学生大多填了班级，这一行没有填，班号也没有填。
//!
//! ## 为什么重要
//!
//! 合并、拆分名单或者在系统里编班时，这名学生不属于任何一个班，容易漏掉。
//!
//! ## 怎么改
//!
//! 问班主任学生在哪个班，补填班级；只有年级一列的，补填年级。已经转出或者还没有分班的，可以不管。
//!
//! 只在同年级（没有年级的，全表）九成以上的学生填了班级、空着的只是个别时提示。只在每班第一行写一次班级的名单，不提示。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 年级 | 班级 |
//! | 王小明 | 五年级 | 1班 |
//! | 李小红 | 五年级 | 1班 |
//! | 赵小军 | 五年级 | 1班 |
//! | 孙小芳 |  |  |
//! ! class_name level=warning column=班级
//! | 周文 | 五年级 | 1班 |
//! | 吴芳 | 五年级 | 2班 |
//! | 郑华 | 五年级 | 2班 |
//! | 何军 | 五年级 | 2班 |
//! | 沈军 | 五年级 | 2班 |
//! | 唐军 | 五年级 | 2班 |
//! | 韩雪 | 六年级 |  |
//! | 冯强 | 五年级 | 2班 |
//! ```
//!
//! ```roster
//! | 姓名 | 班级 |
//! | 王小明 | 五（1）班 |
//! | 李小红 |  |
//! | 赵小军 |  |
//! | 孙小芳 |  |
//! ```
//!
//! ---
//!
//! # Class is missing
//!
//! Most pupils of the list have a class, and this row has none, nor a class code.
//!
//! ## Why it matters
//!
//! When lists are joined or divided, or classes are set up in the system, the pupil belongs to none and is
//! easily lost.
//!
//! ## How to fix
//!
//! Ask the teacher which class the pupil is in and fill it in; the grade, where there is no other column. Of a
//! pupil who has left, or has no class yet, leave it.
//!
//! It is told where nine in ten of the grade (of the list, where no grade is filled in) have a class and only a
//! few have none. A list with the class in the first row of each is left alone.

use roster_model::{Column, Level};
use roster_order::FewMap;

use crate::gathered::classes::{Labels, filled};
use crate::{Check, Roster, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R8022",
    slug: "class-missing",
    level: Level::Warning,
    zh: "没有填写{column}，其他学生大多填了，请补填。",
    en: "There is no {column} here, and most other pupils have one; fill it in.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::ClassName, Column::ClassCode, Column::Grade],
        check,
    },
};

/// Pupils with a class for each without, and the fewest of them.
const FILLED_MIN: u32 = 9;

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.lists_of_pupils() {
        let columns = [Column::ClassName, Column::ClassCode, Column::Grade];
        let mut columns = columns.into_iter().filter(|it| roster.has(*it));
        // What the profile requires is told where it is missing.
        let Some(column) = columns.next().filter(|it| !roster.is_required(*it)) else {
            continue;
        };
        if roster.is_required(Column::ClassCode) && roster.has(Column::ClassCode) {
            continue;
        }
        for row in without(roster) {
            let (place, info) = (run.cell_or_row(sheet, row, column), column.info());
            run.report(place, |finding| {
                finding.said("column", info.zh, info.en);
            });
        }
    }
}

/// The rows without a class among many with one.
fn without(roster: &Roster) -> Vec<u32> {
    let of = |column| Labels::of(roster, column, filled);
    let (names, codes, grades) = (
        of(Column::ClassName),
        of(Column::ClassCode),
        of(Column::Grade),
    );
    let has_classes = names.count + codes.count > 0;
    let mut counts: FewMap<u32, (u32, u32)> = FewMap::default();
    let none = || (0, 0);
    let mut blank: Vec<(u32, u32)> = Vec::new();
    for row in 0..roster.sheet.row_count() {
        let grade = grades.at(roster, row);
        let has_class = names.at(roster, row) > 0 || codes.at(roster, row) > 0;
        let is_filled = has_class || !has_classes && grade > 0;
        if is_filled {
            counts.get_or_insert_with(grade, none).0 += 1;
            // Of a row without a grade the whole list tells.
            if grade > 0 {
                counts.get_or_insert_with(0, none).0 += 1;
            }
        } else {
            counts.get_or_insert_with(grade, none).1 += 1;
            blank.push((row, grade));
        }
    }
    let is_odd = |grade: &u32| {
        let (with, none) = counts.get(grade).copied().unwrap_or_default();
        with >= none * FILLED_MIN && with > 0
    };
    blank.retain(|(_, grade)| is_odd(grade));
    blank.into_iter().map(|it| it.0).collect()
}
