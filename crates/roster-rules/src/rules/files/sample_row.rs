//! # 混有示例或说明行
//!
//! 表里有的行不是学生，而是示例、填写说明、重复的表头、班级标题、合计、统计表、落款，或者预先填好班级、公式而没有用到的行；或者第一名学生的姓名是示例里常用的。
//!
//! ## 为什么重要
//!
//! 系统会把表头下面的每一行都当作学生导入，多出来的行就成了一名不存在的学生。
//!
//! ## 怎么改
//!
//! 删除提示里列出的行。第一行叫“张三”“李四”“王五”时，请对照班级名册：确有其人就保留，是示例就删除。各地模板的示例写法不一，所以这里不算错误。行数很多时，只列出前 20 行的行号。
//!
//! 预填的行如果本来应该有一名学生，补上姓名和证件号再检查。
//!
//! ## 例子
//!
//! ```roster
//! | 序号 | 姓名 | 性别 | 民族 |
//! | 填写说明：姓名与户口簿一致 |  |  |  |
//! ! row level=warning rows=2
//! | 1 | 王小明 | 男 | 汉族 |
//! | 2 | 张三 | 男 | 汉族 |
//! | 3 | 李小红 | 女 |  |
//! ```
//!
//! 重复的表头，和表末的合计：
//!
//! ```roster
//! | 序号 | 姓名 | 性别 | 民族 |
//! | 1 | 王小明 | 男 | 汉族 |
//! | 序号 | 姓名 | 性别 | 民族 |
//! | 2 | 李小红 | 女 | 汉族 |
//! | 序号 | 姓名 | 性别 | 民族 |
//! | 3 | 赵小华 | 女 |  |
//! ! sheet level=info rows=3,5 count=2
//! ```
//!
//! 中文表头下面又写一行英文的，也是重复的表头：
//!
//! ```roster
//! | 姓名 | 性别 | 民族 |
//! | Name | Gender | Ethnicity |
//! ! sheet level=info rows=2 count=1
//! | 王小明 | 男 | 汉族 |
//! | 李小红 | 女 |  |
//! ```
//!
//! ```roster
//! | 序号 | 姓名 | 性别 | 民族 |
//! | 1 | 王小明 | 男 | 汉族 |
//! | 合计 |  | 1人 |  |
//! ! sheet level=info rows=3 count=1
//! ```
//!
//! 一部分学生上面的小标题：
//!
//! ```roster
//! | 姓名 | 性别 | 民族 |
//! | 男生（2人） |  |  |
//! | 王小明 | 男 | 汉族 |
//! | 张华 | 男 | 汉族 |
//! | 女生 |  |  |
//! | 李小红 | 女 |  |
//! | 陈家湾村 |  |  |
//! | 赵新村 | 男 |  |
//! | 孙家村 |  |  |
//! ! sheet level=info rows=2,5,7 count=3
//! ```
//!
//! 表下面的统计和落款，一两格里没有一项是这一列该有的：
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 民族 |
//! | 王小明 | 男 | 20150901 | 汉族 |
//! | 李小红 | 女 | 20150902 | 汉族 |
//! | 班级 | 人数 | 男 | 女 |
//! | 一（1）班 | 2 | 1 | 1 |
//! |  |  |  | 教导处（盖章） |
//! ! sheet level=info rows=4,5,6 count=3
//! ```
//!
//! 只有姓名的行是没有填完的学生：
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 民族 |
//! | 王小明 | 男 | 20150901 | 汉族 |
//! | 赵学生 |  |  |  |
//! ```
//!
//! 表末预先填好的行，里面没有姓名、证件号和出生日期，其余的与上面的学生一样：
//!
//! ```roster
//! | 序号 | 姓名 | 性别 | 证件号 | 班级 | 民族 |
//! | 1 | 王小明 | 男 | 110101201509010016 | 三年级1班 | 汉族 |
//! | 2 | 李小红 | 女 | 110101201509010024 | 三年级1班 | 汉族 |
//! | 3 |  |  |  | 三年级1班 | 汉族 |
//! | 4 |  |  |  | 三年级1班 | 汉族 |
//! | 5 |  |  |  | 三年级1班 | 汉族 |
//! ! sheet level=info rows=4-6 count=3
//! ```
//!
//! 第一名学生叫“张三”的要看一眼，别处的不说：
//!
//! ```roster
//! | 姓名 | 性别 |
//! | 张三\s | 男 |
//! ! name level=warning rows=2
//! | 李小红 | 女 |
//! ```
//!
//! ```roster
//! | 姓名 | 性别 |
//! |  | 男 |
//! | 李四 | 女 |
//! ```
//!
//! ---
//!
//! # A sample or note among the pupils
//!
//! Some rows are not pupils but a sample, filling notes, the header once more, a heading, a total, a table of
//! numbers, a sign-off, or rows that were filled down in advance (the class, formulas) and never used; or the
//! first pupil has a name that samples use.
//!
//! ## Why it matters
//!
//! An import takes every row under the header for a pupil, so such a row becomes a pupil who does
//! not exist.
//!
//! ## How to fix
//!
//! Delete the rows named in the message. If the first pupil is called 张三, 李四 or 王五, look at the
//! class list: keep a real pupil, delete a sample. Templates differ, so this is never an error.
//! Of many rows only the first 20 are named. If a pupil belongs into a row that was filled down in advance,
//! add the name and the identity number and check again.

use roster_model::{Column, Level, Place, SetAsideReason};
use roster_values::name::SAMPLE_NAMES;
use roster_values::text::strip;

use crate::block::rows_said::row_ranges;
use crate::{Check, Roster, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R0017",
    slug: "sample-row",
    level: Level::Warning,
    zh: "有{count}行{kind}（第{rows}行），{note}。",
    en: "In {rows}: {kind} ({count} in all); {note}.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

/// Words that samples have in place of a name.
const SAMPLE_WORDS: [&str; 3] = ["示例", "样例", "例"];

/// More row numbers than a reader can use are not listed.
const LISTED_MAX: usize = 20;

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.sheets() {
        for row in rows_for(roster, SetAsideReason::Sample) {
            let place = Place::FileRow(sheet, row);
            tell(
                run,
                Level::Warning,
                place,
                &[row],
                ("像是示例或填写说明", "a sample or a note"),
            );
        }
        let repeated = rows_for(roster, SetAsideReason::RepeatedHeader);
        tell(
            run,
            Level::Info,
            Place::Sheet(sheet),
            &repeated,
            ("是重复的表头", "the header once more"),
        );
        let footers = rows_for(roster, SetAsideReason::Footer);
        let kind = (
            "像是合计、班级标题、制表人一类的附注",
            "a total, a heading or a footnote",
        );
        tell(run, Level::Info, Place::Sheet(sheet), &footers, kind);
        let prefilled = rows_for(roster, SetAsideReason::Prefilled);
        let kind = (
            "只有预先填好的内容，没有姓名、证件号和出生日期",
            "filled down in advance, with no name, identity number or date of birth",
        );
        tell_list(
            run,
            Level::Info,
            Place::Sheet(sheet),
            (&prefilled, row_ranges(&prefilled)),
            kind,
        );
        check_first_pupil(run, sheet, roster);
    }
}

fn rows_for(roster: &Roster, reason: SetAsideReason) -> Vec<u32> {
    let set_aside = roster
        .sheet
        .set_aside
        .iter()
        .filter(|it| it.reason == reason);
    set_aside.map(|it| it.row_number).collect()
}

fn tell(run: &mut Run<'_>, level: Level, place: Place, rows: &[u32], kind: (&str, &str)) {
    let mut list: Vec<String> = rows.iter().take(LISTED_MAX).map(u32::to_string).collect();
    if rows.len() > LISTED_MAX {
        list.push("…".to_owned());
    }
    tell_list(run, level, place, (rows, list.join(",")), kind);
}

fn tell_list(
    run: &mut Run<'_>,
    level: Level,
    place: Place,
    (rows, list): (&[u32], String),
    kind: (&str, &str),
) {
    if rows.is_empty() {
        return;
    }
    run.report_at(level, place, |finding| {
        finding.fact("rows", list).said("kind", kind.0, kind.1);
        finding.said(
            "note",
            "没有当作学生检查，提交前请删除",
            "not taken for a pupil, delete it",
        );
        finding.number("count", rows.len() as u64);
    });
}

fn check_first_pupil(run: &mut Run<'_>, sheet: u32, roster: &Roster) {
    let Some(row_number) = roster.sheet.row_numbers.first() else {
        return;
    };
    let name = strip(roster.text(Column::Name, 0));
    if !SAMPLE_NAMES.contains(&name.as_ref()) && !SAMPLE_WORDS.contains(&name.as_ref()) {
        return;
    }
    let place = run.cell_or_row(sheet, 0, Column::Name);
    run.report(place, |finding| {
        finding.fact("rows", row_number.to_string());
        finding.said("kind", "的姓名常见于示例", "a name that samples use");
        finding.said(
            "note",
            "已当作学生检查，如果是示例请删除",
            "checked as a pupil, delete it if it is a sample",
        );
        finding.number("count", 1_u64);
    });
}
