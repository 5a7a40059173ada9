//! # 转入的班级已经满员
//!
//! 要转入的班级，人数已经到了班额上限。
//!
//! ## 为什么重要
//!
//! 班额已满的班级不能再转入学生，有的系统会自动退回申请。
//!
//! ## 怎么改
//!
//! 改到同年级没有满员的班，或者请示学籍主管部门。
//!
//! 班级人数按一起检查的学籍名册计算；学生已经在名册里的不提示。上限用模板参数 class_size_max 设置，0 为不检查。
//!
//! ## 例子
//!
//! ```roster
//! @ set class_size_max=2
//! @ file=名册.xlsx
//! | 姓名 | 学籍号 | 年级 | 班级 |
//! | 王小明 | G110101201509010016 | 一年级 | 1班 |
//! | 李小红 | G110101201509010024 | 一年级 | 1班 |
//! | 赵小军 | G110101201509010032 | 一年级 | 2班 |
//! @ file=异动.xlsx
//! | 姓名 | 学籍号 | 年级 | 班级 | 异动类别 |
//! | 孙小芳 | G11010120150902002X | 小学一年级 | １班 | 转入 |
//! ! class_name count=2 expected=2
//! | 周文 | G110101201509010040 | 一年级 | 2班 | 转入 |
//! | 吴芳 | G110101201509020011 | 二年级 | 1班 | 转入 |
//! | 王小明 | G110101201509010016 | 一年级 | 1班 | 转入 |
//! | 郑华 | G110101201509020038 | 一年级 |  | 转入 |
//! ```
//!
//! ---
//!
//! # Class of the transfer is full
//!
//! The class the pupil is to enter has as many pupils as it may have.
//!
//! ## Why it matters
//!
//! A full class takes no more pupils, and some systems send the application back by themselves.
//!
//! ## How to fix
//!
//! Choose a class of the grade that is not full, or ask the education authority.
//!
//! Pupils are counted in the rosters checked together with the list; a pupil who stands there already is
//! passed over. The parameter class_size_max sets the limit; 0 checks nothing.

use roster_model::{Column, Level};

use crate::gathered::classes::{filled, grade};
use crate::gathered::events::Event;
use crate::gathered::wanted::Wanted;
use crate::{Check, Roster, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R9009",
    slug: "transfer-full-class",
    level: Level::Warning,
    zh: "要转入的“{value}”已有{count}名学生，达到了{expected}人的上限，请改到别的班，或请示学籍主管部门。",
    en: "The class {value} has {count} pupils already, and {expected} is the limit; choose another class or ask the education authority.",
    basis: "本工具自定：上限由当地规定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::EventType],
        check,
    },
};

/// A class that takes no more pupils.
struct Full {
    grade: Option<String>,
    names: Vec<String>,
    size: u32,
    most: u32,
}

fn check(run: &mut Run<'_>) {
    let events = run.events();
    let all = events.of_pupils.iter().flatten();
    let entering: Vec<&Event> = all.filter(|it| it.kind == "转入").collect();
    if entering.is_empty() {
        return;
    }
    let full: Vec<Full> = run.sheets().flat_map(|it| full_classes(it.1)).collect();
    let mut wanted = Wanted::new(entering.iter().map(|it| it.identity.clone()).collect());
    for (sheet, roster) in run.sheets() {
        if !full.is_empty() && !roster.sheet.is_event_list() {
            wanted.look_through(sheet, roster, |_| true);
        }
    }
    for (at, event) in entering.iter().enumerate() {
        if wanted.found(at).is_some() {
            continue;
        }
        let roster = &run.rosters[event.sheet as usize];
        let (grade, names) = (
            grade(Column::Grade, roster.text(Column::Grade, event.row)),
            names_of(roster, event.row),
        );
        let is_there = |it: &&Full| {
            let same_grade = it.grade.is_none() || grade.is_none() || it.grade == grade;
            same_grade && it.names.iter().any(|name| names.contains(name))
        };
        let Some(class) = full.iter().find(is_there) else {
            continue;
        };
        let column = [Column::ClassName, Column::ClassCode]
            .into_iter()
            .find(|it| !event.text(run, *it).is_empty());
        let column = column.unwrap_or(Column::EventType);
        let place = event.place(run, column);
        let text = event.text(run, column);
        run.report(place, |finding| {
            finding.quote("value", column, text);
            finding
                .number("count", class.size)
                .number("expected", class.most);
        });
    }
}

fn full_classes(roster: &Roster) -> Vec<Full> {
    let most = roster.parameter_number("class_size_max");
    let most = most.and_then(|it| u32::try_from(it).ok()).unwrap_or(0);
    let Some(classes) = roster.classes().filter(|_| most > 0) else {
        return Vec::new();
    };
    let full = classes.all.iter().filter(|it| it.size >= most);
    full.map(|it| Full {
        grade: grade(Column::Grade, roster.text(Column::Grade, it.first)),
        names: names_of(roster, it.first),
        size: it.size,
        most,
    })
    .collect()
}

fn names_of(roster: &Roster, row: u32) -> Vec<String> {
    let columns = [Column::ClassName, Column::ClassCode];
    columns
        .iter()
        .filter_map(|&it| filled(it, roster.text(it, row)))
        .collect()
}
