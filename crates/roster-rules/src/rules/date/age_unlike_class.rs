//! # 年龄与同班学生相差太多
//!
//! 名单没有年级，但这名学生比同班（或者这份名单里）绝大多数学生大得多、小得多。
//!
//! ## 为什么重要
//!
//! 身份证号和出生日期一致，不等于没有填错：可能是别人的号码，也可能把学生放进了别的班。这样的差错导入时不会提示，核查时才退回来。
//!
//! ## 怎么改
//!
//! 查看户口簿上的出生日期和号码，再看是不是这个班的学生。确实大几岁、小几岁的（残疾学生、随迁晚入学），不用改。
//!
//! 只看八人以上、十人里至多一人相差两岁以上的班或名单；相差几岁才提示，用“模板参数”里的“年龄比同年级一般年龄相差超过几岁才提醒”，默认3岁；同班学生的出生日期本来就跨两个年份，所以再放宽一年。填0不检查。有年级的，按年级检查（R3007）。
//!
//! 小学一年级新生的名单（例如学前调档名单），多数学生入学时已满9周岁的，多半是选错了名单，整份只提示一次。
//!
//! ## 例子
//!
//! ```roster
//! @ today=2026-11-21
//! | 姓名 | 班级 | 出生日期 |
//! | 王小明 | 三年级1班 | 20170901 |
//! | 李小红 | 三年级1班 | 20171003 |
//! | 张华 | 三年级1班 | 20170305 |
//! | 陈文 | 三年级1班 | 20180214 |
//! | 赵云 | 三年级1班 | 20171118 |
//! | 周敏 | 三年级1班 | 20170621 |
//! | 吴刚 | 三年级1班 | 20160927 |
//! | 郑洁 | 三年级1班 | 20171212 |
//! | 孙丽 | 三年级1班 | 20150109 |
//! | 马丽 | 三年级1班 | 20170109 |
//! | 何平 | 三年级1班 | 20120109 |
//! ! birth_date level=warning value=20120109 expected=2017 note=同班
//! | 林森 | 三年级2班 | 20120109 |
//! ```
//!
//! 班名里没有年级，看不出是哪个班的，整份名单一起看：
//!
//! ```roster
//! @ today=2026-11-21
//! | 姓名 | 班级 | 出生日期 |
//! | 王小明 | 1班 | 20170901 |
//! | 李小红 | 1班 | 20171003 |
//! | 张华 | 1班 | 20170305 |
//! | 陈文 | 1班 | 20180214 |
//! | 赵云 | 1班 | 20171118 |
//! | 周敏 | 1班 | 20170621 |
//! | 吴刚 | 1班 | 20160927 |
//! | 郑洁 | 1班 | 20171212 |
//! | 何平 | 1班 | 20120109 |
//! ! birth_date value=20120109 expected=2017 note=这份名单里
//! ```
//!
//! 有年级的不看这里，各年级都有的名单也不看：
//!
//! ```roster
//! @ today=2026-11-21
//! | 姓名 | 年级 | 班级 | 出生日期 |
//! | 王小明 | 小学三年级 | 1班 | 20170901 |
//! | 李小红 | 小学三年级 | 1班 | 20171003 |
//! | 张华 | 小学三年级 | 1班 | 20170305 |
//! | 陈文 | 小学三年级 | 1班 | 20180214 |
//! | 赵云 | 小学三年级 | 1班 | 20171118 |
//! | 周敏 | 小学三年级 | 1班 | 20170621 |
//! | 吴刚 | 小学三年级 | 1班 | 20160927 |
//! | 何平 | 小学三年级 | 1班 | 20110109 |
//! ```
//!
//! ```roster
//! @ today=2026-11-21
//! | 姓名 | 出生日期 |
//! | 王小明 | 20200901 |
//! | 李小红 | 20191003 |
//! | 张华 | 20180305 |
//! | 陈文 | 20170214 |
//! | 赵云 | 20161118 |
//! | 周敏 | 20150621 |
//! | 吴刚 | 20140927 |
//! | 何平 | 20130109 |
//! ```
//!
//! ```roster
//! @ today=2026-11-21
//! @ set new_roster=first-grade
//! | 姓名 | 出生日期 |
//! | 王小明 | 20160901 |
//! ! birth_date level=warning value=20160901 expected=2020 note=小学一年级新生里
//! | 李小红 | 20160305 |
//! | 张华 | 20160105 |
//! | 陈文 | 20160214 |
//! | 赵云 | 20160918 |
//! | 周敏 | 20160621 |
//! | 吴刚 | 20160927 |
//! | 何平 | 20160109 |
//! ```
//!
//! 民族地区晚一两年入学的，不提示：
//!
//! ```roster
//! @ today=2026-11-21
//! @ set new_roster=first-grade
//! | 姓名 | 出生日期 |
//! | 王小明 | 20180901 |
//! | 李小红 | 20180305 |
//! | 张华 | 20180105 |
//! | 陈文 | 20171214 |
//! | 赵云 | 20170918 |
//! | 周敏 | 20160621 |
//! | 吴刚 | 20190927 |
//! | 何平 | 20180109 |
//! ```
//!
//! ---
//!
//! # The age is far from that of the class
//!
//! The list tells no grade, but this pupil is much older or younger than nearly all others of the
//! class, or of the list.
//!
//! ## Why it matters
//!
//! That number and birth date agree does not make them right: they may be somebody else's, or the
//! pupil may stand in the wrong class. No import says so; a later inspection does.
//!
//! ## How to fix
//!
//! Look up birth date and number in the household register, then see whether the pupil is of this
//! class. Who really is some years older or younger stays as is.
//!
//! Looked at are classes, or lists, of eight and more of whom at most one in ten is more than two years
//! off. How many years are told is the setting for grades, three unless it is changed and 0 for none; one
//! more is allowed, since a class is born in two years. Where there is a grade, the grade counts (R3007).
//!
//! A list of new pupils of the first grade of whom most were nine or older is told once: it is the wrong list, mostly.

use roster_model::{Column, Level};
use roster_values::date::Date;

use super::birthdate_grade_mismatch::USUAL;
use crate::gathered::school_year::{Grade, NewPupils};
use crate::{Check, Roster, Row, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R3013",
    slug: "age-unlike-class",
    level: Level::Warning,
    zh: "{note}绝大多数学生是{expected}年前后出生的，这里是“{value}”，请核对。",
    en: "Nearly all of {note} were born about {expected}, but here it is {value}; please check.",
    basis: "本工具自定；年数是模板的参数",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::BirthDate, Column::IdNumber],
        check,
    },
};

const PUPILS_MIN: usize = 8;
/// Years beside the middle one in which all have to be but one in ten.
const USUAL_YEARS: i32 = 2;
/// An age at which hardly anybody enters primary school.
const LATE: i32 = 9;

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.lists_of_pupils() {
        let terms = roster.terms();
        let slack = terms.slack;
        if slack <= 0 {
            continue;
        }
        let column = if roster.has(Column::BirthDate) {
            Column::BirthDate
        } else {
            Column::IdNumber
        };
        if terms.new_pupils == NewPupils::FirstGrade
            && let Some((row, birth)) = late_list(roster, slack)
        {
            run.report(run.cell_or_row(sheet, row, column), |finding| {
                let year = terms.years_of_new(roster.settings.today).1 - USUAL.start();
                finding
                    .said(
                        "note",
                        "小学一年级新生里",
                        "the new pupils of a first grade",
                    )
                    .quote("value", Column::BirthDate, &birth.compact())
                    .fact("expected", year.to_string());
            });
            continue;
        }
        // A class is born in two years.
        for (row, birth, middle) in odd_ones(roster, slack + 1) {
            let text = match column {
                Column::BirthDate => roster.text(column, row).to_owned(),
                _ => birth.compact(),
            };
            let (zh, en) = match roster.classes().and_then(|it| it.at(row)) {
                Some(_) => ("同班", "the class"),
                None => ("这份名单里", "the list"),
            };
            run.report(run.cell_or_row(sheet, row, column), |finding| {
                finding
                    .said("note", zh, en)
                    .quote("value", Column::BirthDate, &text)
                    .fact("expected", middle.to_string());
            });
        }
    }
}

/// The first pupil of a list of new pupils who are mostly too old for them, and not so much that it is told of each.
fn late_list(roster: &Roster, slack: i32) -> Option<(u32, Date)> {
    if roster.has(Column::Grade) {
        return None;
    }
    let terms = roster.terms();
    let year = terms.years_of_new(roster.settings.today).0;
    let pupils = (0..roster.sheet.row_count()).filter_map(|row| {
        let birth = Row::unasked(roster, row).birth()?;
        Some((terms.entry_age(Grade::FIRST, year, birth), row, birth))
    });
    let mut pupils: Vec<_> = pupils.collect();
    roster_order::sort(&mut pupils);
    let &(age, ..) = pupils.get(pupils.len() / 2)?;
    let is_late = pupils.len() >= PUPILS_MIN && (LATE..=USUAL.end() + slack).contains(&age);
    let first = pupils
        .iter()
        .filter(|it| it.0 >= LATE)
        .min_by_key(|it| it.1);
    first.filter(|_| is_late).map(|it| (it.1, it.2))
}

/// The pupils more than `years` years from their class, each with the birth date and the middle year of the class.
fn odd_ones(roster: &Roster, years: i32) -> Vec<(u32, Date, i32)> {
    let classes = roster.classes();
    let count = classes.map_or(0, |it| it.all.len());
    // Behind the classes those of whom nobody says in which class they are: 1班 is one class in the list of
    // a teacher, and several in that of a school, where their ages say so.
    let mut spans = vec![(i32::MAX, i32::MIN); count + 1];
    let is_list =
        classes.is_none_or(|it| it.loose.len() * 10 >= roster.sheet.row_numbers.len() * 9);
    let class_of = |row: u32| {
        let class = classes.and_then(|it| it.at(row));
        class.or_else(|| is_list.then_some(count))
    };
    let year_of = |row: u32| {
        let row = Row::unasked(roster, row);
        let birth = row.stated_birth().filter(|it| row.is_pupil_birth(*it));
        let is_ours = birth.is_some() && row.listed(Column::Grade).entry().is_none();
        birth.filter(|_| is_ours).map(|it| i32::from(it.year()))
    };
    let pupils = || {
        (0..roster.sheet.row_count()).filter_map(|row| Some((class_of(row)?, year_of(row)?, row)))
    };
    for (class, year, _) in pupils() {
        let (first, last) = &mut spans[class];
        (*first, *last) = (year.min(*first), year.max(*last));
    }
    // In nearly every class all are of an age, and it ends here.
    let is_wide = |class: usize| spans[class].1.saturating_sub(spans[class].0) > years;
    if !(0..spans.len()).any(is_wide) {
        return Vec::new();
    }
    let mut wide: Vec<_> = pupils().filter(|it| is_wide(it.0)).collect();
    roster_order::sort(&mut wide);
    let mut odd = Vec::new();
    for class in wide.chunk_by(|a, b| a.0 == b.0) {
        let middle = class[class.len() / 2].1;
        let is_usual = |it: &&(usize, i32, u32)| (it.1 - middle).abs() <= USUAL_YEARS;
        let unusual = class.len() - class.iter().filter(is_usual).count();
        if class.len() < PUPILS_MIN || unusual > (class.len() / 10).max(1) {
            continue;
        }
        for &(_, _, row) in class.iter().filter(|it| (it.1 - middle).abs() > years) {
            // Where the number says otherwise, that is told.
            let birth = Row::unasked(roster, row).birth();
            odd.extend(birth.map(|it| (row, it, middle)));
        }
    }
    odd.retain(|(_, birth, middle)| (i32::from(birth.year()) - middle).abs() > years);
    roster_order::sort_by_key(&mut odd, |it| it.0);
    odd
}
