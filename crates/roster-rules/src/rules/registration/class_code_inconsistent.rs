//! # 班级与班号对不上
//!
//! 同一个班级写了几个班号，或者同一个班号写了几个班级名称；或者个别学生的年级与本班其他学生不同，班级与年级不是一个年级。
//!
//! ## 为什么重要
//!
//! 系统按班号把学生编到班里。班号填错一位，学生就到了别的班，班级人数和名单都会不对。
//!
//! ## 怎么改
//!
//! 登录学籍系统查看这个班的班号，或者问班主任学生在哪个班，把填错的一边改正。
//!
//! 提示的是少数的那种写法，其余的行列在相关位置里。三年级1班、三年级（一）班、三(1)班是同一个班的几种写法，只作提示，统一写法就可以。不同年级、不同学校的“1班”不算同一个班；各班分开放在几张表、几个文件里的，一个班号写在两个班上也会提示。全角、半角和空格的不同不算不同。只有数字的班级（201班）、入学年份（2024级）和复式班看不出年级；初中的年级从一数、从六数、从七数都算对。下拉填充出来的由另一条规则说一次。班级、班号都与另一个年级的班相同的，填错的多半是年级。
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
//! 班级也可能是下拉填充出来的：
//!
//! ```roster
//! | 姓名 | 年级 | 班级 | 班号 |
//! | 郑洁 | 三年级 | 1班 | 2024001 |
//! | 王小明 | 三年级 | 2班 | 2024001 |
//! | 李小红 | 三年级 | 3班 | 2024001 |
//! | 赵小军 | 三年级 | 4班 | 2024001 |
//! | 孙小芳 | 三年级 | 5班 | 2024001 |
//! | 周文 | 三年级 | 6班 | 2024001 |
//! | 吴芳 | 三年级 | 7班 | 2024001 |
//! | 郑华 | 三年级 | 8班 | 2024001 |
//! | 何军 | 三年级 | 9班 | 2024001 |
//! | 沈军 | 三年级 | 10班 | 2024001 |
//! | 唐军 | 三年级 | 2班 | 2024002 |
//! | 陈文 | 三年级 | 2班 | 2024002 |
//! ```
//!
//! 班级、班号都是二年级的班的，错的是年级；夹在三年级里的，错的多半是班号：
//!
//! ```roster
//! | 姓名 | 年级 | 班级 | 班号 |
//! | 王小明 | 二年级 | 1班 | 201 |
//! | 李小红 | 三年级 | 1班 | 201 |
//! ! grade value=201 count=1 related=D3,B2
//! | 赵小军 | 二年级 | 1班 | 201 |
//! | 孙小芳 | 二年级 | 1班 | 201 |
//! | 周文 | 三年级 | 1班 | 301 |
//! | 吴芳 | 三年级 | 1班 | 301 |
//! ```
//!
//! ```roster
//! | 姓名 | 年级 | 班级 | 班号 |
//! | 王小明 | 二年级 | 1班 | 201 |
//! | 赵小军 | 二年级 | 1班 | 201 |
//! | 孙小芳 | 二年级 | 1班 | 201 |
//! | 周文 | 三年级 | 1班 | 301 |
//! | 李小红 | 三年级 | 1班 | 201 |
//! ! class_code value=1班 count=1 related=C6,D5,B6
//! | 吴芳 | 三年级 | 1班 | 301 |
//! ```
//!
//! 各班分开放的，几张表、几个文件一起看：
//!
//! ```roster
//! @ file=2班.xlsx
//! | 学校标识码 | 姓名 | 年级 | 班级 | 班号 |
//! | 2142001636 | 王小明 | 二年级 | 2班 | 201 |
//! @ file=1班.xlsx
//! | 学校标识码 | 姓名 | 年级 | 班级 | 班号 |
//! | 2142001636 | 李小红 | 二年级 | 1班 | 201 |
//! ! class_code value=1班 count=1
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
//! 班级名称说的是另一个年级（例如去年的班级没有改），小学的班级写了“初三”的：
//!
//! ```roster
//! | 姓名 | 年级 | 班级 |
//! | 王小明 | 小学三年级 | 二年级1班 |
//! ! class_name level=warning value=二年级1班 count=2 note=年级填的是小学三年级，这个班不是这个年级的 related=B2,C3
//! | 李小红 | 小学三年级 | 二年级1班 |
//! | 赵小军 | 小学三年级 | 二（1）班 |
//! ! class_name value=二（1）班 count=1
//! | 孙小芳 | 小学三年级 | 初三1班 |
//! ! class_name value=初三1班 count=1
//! | 周文 | 八年级 | 七年级（1）班 |
//! ! class_name value=七年级（1）班
//! | 郑华 | 小学三年级 | 201班 |
//! | 郑华 | 小学三年级 | 2024级1班 |
//! | 郑华 | 小学三年级 | 二年级复式班 |
//! | 何军 | 初中一年级 | 一（1）班 |
//! | 何军 | 初中一年级 | 六年级1班 |
//! | 何军 | 初中四年级 | 九年级2班 |
//! | 沈军 | 六年级 | 初一2班 |
//! | 沈军 | 三年级 | 初三2班 |
//! ```
//!
//! ```roster
//! | 姓名 | 学校标识码 | 年级 | 班级 | 班号 |
//! | 李小红 | 2142001636 | 三年级 | 三年级1班 | 2024001 |
//! | 赵小军 | 2142001636 | 三年级 | 初三1班 | 2024001 |
//! ! class_name value=初三1班
//! | 孙小芳 | 3142001636 | 三年级 | 初三1班 | 2024001 |
//! ```
//!
//! ---
//!
//! # Class and class code disagree
//!
//! One class has several codes, or one code has several names of classes; or a few pupils are of another grade
//! than the rest of their class, or of another than the name of the class says.
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
//! or schools are different classes, and one code on two classes is told in whatever sheets or files they stand; width and spaces make no difference. 三年级1班, 三年级（一）班 and 三(1)班 are
//! spellings of one class and told as an info: write all of them alike. Codes or classes that were filled down are told once,
//! by another rule. Numbers (201班), years of entry and combined classes tell no grade, and grades of junior school may be
//! counted from one, six or seven. Name and code of a class of another grade mostly mean that the grade is wrong.

use roster_model::{Column, Level, Place, RowSet};

use super::school_code_stage::is_of_another_school;
use crate::gathered::codes_of_sheets::{OtherSheet, across_sheets};
use crate::gathered::grade_of_class::{Strays, strays, tells_grade, unlike_grade};
use crate::gathered::odd_classes::{By, Odd};
use crate::rules::date::enrolment_grade_mismatch::is_late;
use crate::{Check, Row, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R8015",
    slug: "class-code-inconsistent",
    level: Level::Warning,
    zh: "“{value}”与别处对不上（{count}行）：{note}。请对照班级名册或学籍系统改正。",
    en: "The class {value} disagrees with what stands elsewhere ({count} row{s}): {note}. Correct it from the class list or the registration system.",
    basis: "本工具自定：一个班一个班号",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::ClassName, Column::ClassCode],
        check,
    },
};

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.lists_of_pupils() {
        // A grade that the school does not have is told as such (R8012).
        let strays = strays(roster, tells_grade, is_of_another_school);
        for it in &strays {
            report_strays(run, sheet, it);
        }
        let odd = &roster.odd_classes().odd;
        let by_grade = odd.iter().filter(|it| it.by == By::Grade);
        let told = strays.iter().flat_map(|it| &it.rows);
        let told = told.chain(by_grade.flat_map(|it| &it.rows));
        let told = RowSet::with(roster.sheet.row_count(), told.copied());
        let others = unlike_grade(roster, |row, grade| {
            told.contains(row.number) || is_of_another_school(row, grade) || is_late(row)
        });
        let unlike = RowSet::with(roster.sheet.row_count(), others.iter().flatten().copied());
        for it in odd {
            match it.by {
                By::Grade => report_grade(run, sheet, it),
                By::Spelling if it.rows.iter().all(|&row| unlike.contains(row)) => {}
                _ => report(run, sheet, it),
            }
        }
        for rows in &others {
            report_unlike_grade(run, sheet, rows);
        }
    }
    for it in across_sheets(run) {
        report_other_sheet(run, &it);
    }
}

fn report(run: &mut Run<'_>, sheet: u32, odd: &Odd) {
    let (rows, usual) = (&odd.rows, odd.usual);
    let roster = &run.rosters[sheet as usize];
    let text = |column, row| roster.text(column, row).trim();
    let first = rows[0];
    let (name, code) = (
        text(Column::ClassName, first),
        text(Column::ClassCode, first),
    );
    let (column, zh, en) = match (odd.by, odd.is_most) {
        (By::Name | By::Grade, true) => (
            Column::ClassCode,
            "多数写的是{other}，这里是{code}",
            "most rows have {other}, not {code}",
        ),
        (By::Name | By::Grade, false) => (
            Column::ClassCode,
            "有的写班号{other}，有的写{code}",
            "some rows have the code {other}, some {code}",
        ),
        (By::Spelling, _) => (
            Column::ClassName,
            "班号{code}的班级也写作“{other}”，写法不一",
            "the class of the code {code} is also spelled {other}; write it one way",
        ),
        (By::Code, true) => (
            Column::ClassName,
            "班号{code}多数是“{other}”",
            "the code {code} is {other} in most rows",
        ),
        (By::Code, false) => (
            Column::ClassName,
            "班号{code}也有写成“{other}”的",
            "the code {code} is {other} in other rows",
        ),
    };
    let level = if odd.by == By::Spelling {
        Level::Info
    } else {
        RULE.level
    };
    let other = text(column, usual);
    let cell = |column, row| run.cell_or_row(sheet, row, column);
    let place = cell(Column::ClassCode, first);
    let mut related = vec![
        cell(Column::ClassName, first),
        cell(Column::ClassCode, usual),
    ];
    if odd.may_be_grade {
        related.push(cell(Column::Grade, first));
    }
    let others = rows[1..].iter().map(|&row| cell(Column::ClassCode, row));
    related.extend(others);
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

/// Rows with name and code of a class of another grade. Where the month of enrolment says so too, that is told (R3010).
fn report_grade(run: &mut Run<'_>, sheet: u32, odd: &Odd) {
    let roster = &run.rosters[sheet as usize];
    if odd
        .rows
        .iter()
        .all(|&row| is_late(&Row::unasked(roster, row)))
    {
        return;
    }
    let strays = Strays {
        rows: odd.rows.clone(),
        usual: odd.usual,
        column: Column::ClassCode,
    };
    report_strays(run, sheet, &strays);
}

/// Rows whose class is by its name one of another grade.
fn report_unlike_grade(run: &mut Run<'_>, sheet: u32, rows: &[u32]) {
    let roster = &run.rosters[sheet as usize];
    let text = |column| roster.text(column, rows[0]).trim();
    let cell = |column, row| run.cell_or_row(sheet, row, column);
    let mut related = vec![cell(Column::Grade, rows[0])];
    let others = rows[1..].iter();
    related.extend(others.map(|&row| cell(Column::ClassName, row)));
    run.report(cell(Column::ClassName, rows[0]), |finding| {
        finding.related = related;
        finding.quote("value", Column::ClassName, text(Column::ClassName));
        finding.quote("other", Column::Grade, text(Column::Grade));
        finding.said(
            "note",
            "年级填的是{other}，这个班不是这个年级的",
            "the grade is {other}, and the class is of another one",
        );
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
    let others = strays.rows[1..].iter();
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

/// A code that another sheet has for another class.
fn report_other_sheet(run: &mut Run<'_>, it: &OtherSheet) {
    let text =
        |(sheet, row): (u32, u32), column| run.rosters[sheet as usize].text(column, row).trim();
    let cell = |(sheet, row): (u32, u32), column| run.cell_or_row(sheet, row, column);
    let related = vec![
        cell(it.here, Column::ClassName),
        cell(it.there, Column::ClassCode),
        cell(it.there, Column::ClassName),
    ];
    let [name, other] = [it.here, it.there].map(|it| text(it, Column::ClassName));
    let code = text(it.here, Column::ClassCode);
    run.report(cell(it.here, Column::ClassCode), |finding| {
        finding.related = related;
        finding.quote("value", Column::ClassName, name);
        finding.quote("other", Column::ClassName, other);
        finding.quote("code", Column::ClassCode, code);
        finding.said(
            "note",
            "班号{code}在别的表里是“{other}”",
            "the code {code} is {other} in another sheet",
        );
        finding.number("count", it.count as u64);
    });
}
