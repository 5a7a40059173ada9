//! # 班级与班号对不上
//!
//! 同一个班级写了几个班号，或者同一个班号写了几个班级名称；或者个别学生的年级与本班其他学生不同。
//!
//! ## 为什么重要
//!
//! 系统按班号把学生编到班里。班号填错一位，学生就到了别的班，班级人数和名单都会不对。
//!
//! ## 怎么改
//!
//! 登录学籍系统查看这个班的班号，或者问班主任学生在哪个班，把填错的一边改正。
//!
//! 提示的是少数的那种写法，其余的行列在相关位置里。三年级1班、三年级（一）班、三(1)班是同一个班的几种写法，只作提示，统一写法就可以。不同年级、不同学校的“1班”不算同一个班；全角、半角和空格的不同不算不同。下拉填充出来的由另一条规则说一次。
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
//! ! class_code level=info value=一班
//! | 沈军 | 一年级 | 1班 |  |
//! | 唐军 |  | 1班 | 2025009 |
//! ```
//!
//! ```roster
//! | 姓名 | 年级 | 班级 | 班号 |
//! | 王小明 | 三年级 | 三年级1班 | 2024001 |
//! | 李小红 | 三年级 | 三年级1班 | 2024001 |
//! | 赵小军 | 三年级 | 三（1）班 | 2024001 |
//! ! class_code level=info value=三（1）班
//! | 孙小芳 | 三年级 | 三年级2班 | 2024002 |
//! | 周文 | 三年级 | 三年级2班 | 2024003 |
//! ! class_code level=warning
//! ```
//!
//! 班号或班级是下拉填充出来的，由另一条规则说一次，这里不再逐行说：
//!
//! ```roster
//! | 姓名 | 年级 | 班级 | 班号 |
//! | 郑洁 | 三年级 | 三年级1班 | 2024001 |
//! | 王小明 | 三年级 | 三年级1班 | 2024001 |
//! | 李小红 | 三年级 | 三年级1班 | 2024002 |
//! | 赵小军 | 三年级 | 三年级1班 | 2024003 |
//! | 孙小芳 | 三年级 | 三年级1班 | 2024004 |
//! | 周文 | 三年级 | 三年级1班 | 2024005 |
//! | 吴芳 | 三年级 | 三年级1班 | 2024006 |
//! | 郑华 | 三年级 | 三年级1班 | 2024007 |
//! | 何军 | 三年级 | 三年级1班 | 2024008 |
//! | 沈军 | 三年级 | 三年级1班 | 2024009 |
//! | 唐军 | 三年级 | 三年级1班 | 2024010 |
//! | 陈文 | 三年级 | 三年级1班 | 2025001 |
//! ! class_code
//! ```
//!
//! 班级或者班号说明了年级，本班多数学生都是这个年级，个别学生填了别的年级的：
//!
//! ```roster
//! | 姓名 | 年级 | 班级 |
//! | 王小明 | 五年级 | 五（1）班 |
//! | 李小红 | 五年级 | 五（1）班 |
//! | 赵小军 | 小学五年级 | 五（1）班 |
//! | 孙小芳 | 九年级 | 五（1）班 |
//! ! grade level=warning value=五（1）班 count=1 related=C5,B2
//! | 周文 | 五年级 | 五（1）班 |
//! | 吴芳 | 五年级 | 五（1）班 |
//! | 郑华 | 五年级 | 五（1）班 |
//! | 何军 | 五年级 | 五（1）班 |
//! | 沈军 | 五年级 | 五（1）班 |
//! | 唐军 | 六年级 | 1班 |
//! ```
//!
//! ---
//!
//! # Class and class code disagree
//!
//! One class has several codes, or one code has several names of classes; or a few pupils are of another grade
//! than the rest of their class.
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
//! or schools are different classes; width and spaces make no difference. 三年级1班, 三年级（一）班 and 三(1)班 are
//! spellings of one class and told as an info: write all of them alike. Codes or classes that were filled down are told once,
//! by another rule.

use std::collections::BTreeMap;

use roster_model::{Column, Level, Place, RowSet};
use roster_values::text::tidy_code;

use super::school_code_stage::is_of_another_school;
use crate::block::{Block, CLASSES_MIN, counting_up};
use crate::gathered::classes::{Grades, Labels, SchoolsOf, filled, holds_grade};
use crate::gathered::grade_of_class::{Strays, strays};
use crate::{Check, Roster, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R8015",
    slug: "class-code-inconsistent",
    level: Level::Warning,
    zh: "“{value}”与别的行对不上（{count}行）：{note}。请对照班级名册或学籍系统改正。",
    en: "The class {value} disagrees with other rows ({count} row{s}): {note}. Correct it from the class list or the registration system.",
    basis: "本工具自定：一个班一个班号",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::ClassName, Column::ClassCode],
        check,
    },
};

/// As many related cells as a finding bears.
const RELATED_MAX: usize = 100;

/// School, grade, name and code of a class.
type Pair = (u32, u32, u32, u32);

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.lists_of_pupils() {
        // A grade that the school does not have is told as such (R8012).
        for it in strays(roster, tells_grade, is_of_another_school) {
            report_strays(run, sheet, &it);
        }
        let has_both = roster.has(Column::ClassName) && roster.has(Column::ClassCode);
        if !has_both || roster.sheet.is_event_list() {
            continue;
        }
        let pairs = pairs(roster);
        let names = usual(&pairs, |it| (it.0, it.1, it.2));
        let codes = usual(&pairs, |it| (it.0, it.1, it.3));
        let mut odd: Vec<Odd<'_>> = Vec::new();
        for (pair, rows) in &pairs {
            let of_name = &names[&(pair.0, pair.1, pair.2)];
            let of_code = &codes[&(pair.0, pair.1, pair.3)];
            let (usual, by_name) = if of_name.pair != *pair {
                (of_name, true)
            } else if of_code.pair != *pair {
                (of_code, false)
            } else {
                continue;
            };
            odd.push(Odd {
                rows,
                usual: pairs[&usual.pair][0],
                by_name,
                is_most: usual.rows * 2 > usual.all,
            });
        }
        roster_order::sort_by_key(&mut odd, |it| it.rows[0]);
        if !odd.is_empty() && !roster.profile.is_off("R8021") {
            let filled = [Column::ClassName, Column::ClassCode].map(|it| filled_down(roster, it));
            odd.retain(|it| {
                let filled = &filled[usize::from(it.by_name)];
                !it.rows.iter().all(|&row| filled.contains(row))
            });
        }
        for it in odd {
            report(run, sheet, &it);
        }
    }
}

/// The rows whose class or code was filled down from the first of them, which is told once (R8021).
fn filled_down(roster: &Roster, column: Column) -> RowSet {
    let mut rows = RowSet::new(roster.sheet.row_count());
    if let Some(index) = roster.index_of(column) {
        // A list of one pupil of each class may have their names right.
        let is_list =
            |it: &Block| column == Column::ClassName && it.len() == roster.sheet.row_count();
        let blocks = counting_up(roster, index, CLASSES_MIN).into_iter();
        for block in blocks.filter(|it| !is_list(it)) {
            block.rows().skip(1).for_each(|it| rows.insert(it));
        }
    }
    rows
}

/// Rows of a class that say another code than the usual, or of a code with another class.
struct Odd<'p> {
    rows: &'p [u32],
    /// The first row of the usual pair.
    usual: u32,
    by_name: bool,
    /// Whether the usual pair is that of most rows.
    is_most: bool,
}

fn report(run: &mut Run<'_>, sheet: u32, odd: &Odd<'_>) {
    let (rows, usual) = (odd.rows, odd.usual);
    let roster = &run.rosters[sheet as usize];
    let text = |column, row| roster.text(column, row).trim();
    let first = rows[0];
    let (name, code) = (
        text(Column::ClassName, first),
        text(Column::ClassCode, first),
    );
    let is_spelling = !odd.by_name && is_one_class(name, text(Column::ClassName, usual));
    let (column, zh, en) = match (odd.by_name, is_spelling, odd.is_most) {
        (true, _, true) => (
            Column::ClassCode,
            "多数写的是{other}，这里是{code}",
            "most rows have {other}, not {code}",
        ),
        (true, _, false) => (
            Column::ClassCode,
            "有的写班号{other}，有的写{code}",
            "some rows have the code {other}, some {code}",
        ),
        (false, true, _) => (
            Column::ClassName,
            "班号{code}的班级也写作“{other}”，请统一写法",
            "the class of the code {code} is also spelled {other}; write it one way",
        ),
        (false, false, true) => (
            Column::ClassName,
            "班号{code}多数是“{other}”",
            "the code {code} is {other} in most rows",
        ),
        (false, false, false) => (
            Column::ClassName,
            "班号{code}也有写成“{other}”的",
            "the code {code} is {other} in other rows",
        ),
    };
    let level = if is_spelling { Level::Info } else { RULE.level };
    let other = text(column, usual);
    let cell = |column, row| run.cell_or_row(sheet, row, column);
    let place = cell(Column::ClassCode, first);
    let mut related = vec![
        cell(Column::ClassName, first),
        cell(Column::ClassCode, usual),
    ];
    let others = rows[1..].iter().map(|&row| cell(Column::ClassCode, row));
    related.extend(others.take(RELATED_MAX));
    related.retain(|it: &Place| *it != place);
    run.report_at(level, place, |finding| {
        finding.related = related;
        finding.quote("value", Column::ClassName, name);
        finding.quote("other", column, other);
        finding.quote("code", Column::ClassCode, code);
        finding.said("note", zh, en);
        finding.number("count", rows.len() as u64);
    });
}

/// Rows of a class that say another grade than most.
fn report_strays(run: &mut Run<'_>, sheet: u32, strays: &Strays) {
    let roster = &run.rosters[sheet as usize];
    let first = strays.rows[0];
    let text = |column, row| roster.text(column, row).trim();
    let cell = |column, row| run.cell_or_row(sheet, row, column);
    let mut related = vec![
        cell(strays.column, first),
        cell(Column::Grade, strays.usual),
    ];
    let others = strays.rows[1..].iter().take(RELATED_MAX);
    related.extend(others.map(|&row| cell(Column::Grade, row)));
    run.report(cell(Column::Grade, first), |finding| {
        finding.related = related;
        finding.quote("value", strays.column, text(strays.column, first));
        finding.quote("other", Column::Grade, text(Column::Grade, strays.usual));
        finding.quote("code", Column::Grade, text(Column::Grade, first));
        finding.said(
            "note",
            "这个班多数填的是{other}，这里是{code}",
            "most of this class have {other}, not {code}",
        );
        finding.number("count", strays.rows.len() as u64);
    });
}

/// Whether a class is one of a grade, by its name or its code: 五（1）班, 三年级2班, 202502.
fn tells_grade(name: &str) -> bool {
    holds_grade(&tidy_code(name)) || numbers(name).is_some_and(|it| it.len() > 1)
}

/// The rows of every name and code that stand together.
fn pairs(roster: &Roster) -> BTreeMap<Pair, Vec<u32>> {
    let labels = |column| Labels::of(roster, column, filled);
    let (schools, grades) = (SchoolsOf::of(roster), Grades::of(roster));
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

/// The pair that most rows of a name or a code have.
struct Usual {
    pair: Pair,
    rows: usize,
    /// All rows of the name or the code.
    all: usize,
}

/// For each name, or each code, the pair that most rows have; of equally frequent ones the first.
fn usual(
    pairs: &BTreeMap<Pair, Vec<u32>>,
    key: impl Fn(&Pair) -> (u32, u32, u32),
) -> BTreeMap<(u32, u32, u32), Usual> {
    let mut usual: BTreeMap<(u32, u32, u32), Usual> = BTreeMap::new();
    for (pair, rows) in pairs {
        let best = usual.entry(key(pair)).or_insert(Usual {
            pair: *pair,
            rows: 0,
            all: 0,
        });
        best.all += rows.len();
        if best.rows < rows.len() {
            (best.pair, best.rows) = (*pair, rows.len());
        }
    }
    usual
}

/// Whether two names are spellings of one class: 三年级1班, 三年级（一）班, 三(1)班. Within a grade 1班 is one, too.
fn is_one_class(one: &str, other: &str) -> bool {
    let (one, other) = (numbers(one), numbers(other));
    let (Some(one), Some(other)) = (one, other) else {
        return false;
    };
    one == other || one.last() == other.last() && one.len().min(other.len()) == 1
}

/// The numbers in a name that has nothing else to tell it by.
fn numbers(name: &str) -> Option<Vec<u32>> {
    let mut numbers: Vec<u32> = Vec::new();
    // Which kind of numeral the last sign was, if it was one.
    let mut last = None;
    for sign in tidy_code(name).chars() {
        let han = "零一二三四五六七八九十".chars().position(|it| it == sign);
        let digit = sign.to_digit(10).or(han.map(|it| it as u32));
        let Some(digit) = digit else {
            if !"年级班第()（）小学初中高-_.".contains(sign) {
                return None;
            }
            last = None;
            continue;
        };
        let kind = Some(han.is_some());
        match numbers.last_mut().filter(|_| last == kind) {
            Some(number) if digit == 10 => *number = number.saturating_mul(10),
            Some(number) if han.is_some() && number.is_multiple_of(10) => *number += digit,
            Some(number) => *number = number.saturating_mul(10).saturating_add(digit),
            None => numbers.push(digit),
        }
        last = kind;
    }
    (!numbers.is_empty()).then_some(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_class_are_one() {
        for (one, other) in [
            ("三年级1班", "三（1）班"),
            ("三年级一班", "三年级(1)班"),
            ("三年级十二班", "三年级12班"),
            ("三年级二十班", "三(20)班"),
            ("1班", "三年级1班"),
            ("高一(2)班", "高一2班"),
        ] {
            assert!(is_one_class(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("三年级1班", "三年级2班"),
            ("三年级1班", "四年级1班"),
            ("11班", "一年级1班1"),
            ("1班", "实验1班"),
            ("火箭班", "火箭一班"),
        ] {
            assert!(!is_one_class(one, other), "{one} {other}");
        }
    }
}
