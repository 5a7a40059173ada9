//! # 疑似同一名学生，写法略有不同
//!
//! 这几行的姓名、性别、出生日期相同或只差一点：姓名有一个字同音、形近或漏写，出生日期有一部分不同或月日对调。其中有的没有身份证号，或者身份证号有误。
//!
//! ## 为什么重要
//!
//! 多半是同一名学生填了两遍。系统只查完全相同的，查不出这样的重复，导入以后这名学生就会有两个学籍。
//!
//! ## 怎么改
//!
//! 对照户口簿，再比较家长、电话和住址。是同一名学生的，只留下正确的一行；是不同学生的，把身份证号补全或改正，就不再提示。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 | 联系电话 |
//! | 王小伟 | 男 | 20150901 | 居民身份证 | 110101201509010016 | 13800138000 |
//! ! name count=2 rows=第2、3行
//! | 王小炜 | 男 | 20150901 | 其他 |  | 13800138000 |
//! | 李小红 | 女 | 20150901 | 其他 |  | 13800138001 |
//! | 李小红 | 女 | 20150901 | 其他 |  | 13800138001 |
//! | 赵一鸣 | 男 | 20150901 | 其他 |  | 13800138002 |
//! | 赵一凡 | 男 | 20150901 | 其他 |  | 13800138002 |
//! | 孙思远 | 男 | 20150312 | 其他 |  | 13800138003 |
//! ! name count=2
//! | 孙思远 | 男 | ２０１５１２０３ | 其他 |  | 13800138003 |
//! ```
//!
//! ```roster
//! | 班级 | 姓名 | 联系电话 | 学籍号 |
//! | 1班 | 王小伟 | 13800138000 | G110101201509010016 |
//! ! name count=2 rows=第2、3行 note=姓名和学籍号相同
//! | 2班 | 王小伟 | 13800138001 | G110101201509010016 |
//! | 1班 | 赵一鸣 | 13800138002 |  |
//! ! name count=2 note=姓名等相同或只差一点
//! | 2班 | 赵一鸣 | 13800138002 |  |
//! ```
//!
//! ---
//!
//! # Probably one pupil, written a little differently
//!
//! Name, sex and birth date of these rows are the same or nearly so: a character of the name has the same
//! sound, looks alike or was left out; part of the birth date differs, or day and month changed places.
//! The identity number of some is missing or wrong.
//!
//! ## Why it matters
//!
//! It is probably one pupil entered twice. The system only finds what is exactly the same, so the pupil
//! would be registered twice.
//!
//! ## How to fix
//!
//! Compare with the household register, then parents, phone and address. One pupil keeps the right row;
//! different pupils need their identity numbers filled in or corrected, and then nothing is said.

use roster_model::{Agreement, Case, Column, Group, Level, Link};

use crate::duplicates::{has_near_numbers, report, rows_of};
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R7017",
    slug: "dup-near-pupil",
    level: Level::Warning,
    zh: "{note}：{rows}（共{count}行），疑似同一名学生，请对照户口簿核对。",
    en: "{note}: {rows} ({count} rows). Perhaps one pupil: compare with the household register.",
    basis: "本工具自定：全国系统只查完全相同的重复",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::Name],
        check,
    },
};

fn check(run: &mut Run<'_>) {
    for group in run.groups {
        if group.case == Case::N && !has_near_numbers(run, group) {
            let (zh, en) = alike(group);
            let rows = rows_of(run, group);
            report(run, &rows, RULE.level, Column::Name, |finding, rows| {
                finding.said("note", zh, en);
                finding.said("rows", &rows.zh, &rows.en);
            });
        }
    }
}

/// What is the same or similar in the rows: of a birth date only where there is one to compare.
fn alike(group: &Group) -> (&'static str, &'static str) {
    let is = |link: &Link, column, agreement: fn(Agreement) -> bool| {
        let mut evidence = link.evidence.iter();
        evidence.any(|it| it.column == column && agreement(it.agreement))
    };
    let equal = |it| it == Agreement::Equal;
    let one_student =
        |it: &Link| is(it, Column::StudentNumber, equal) && is(it, Column::Name, equal);
    let has_date = |it: &Link| is(it, Column::BirthDate, |it| it != Agreement::Missing);
    if group.links.iter().all(one_student) {
        ("姓名和学籍号相同", "The same name and 学籍号")
    } else if group.links.iter().any(has_date) {
        (
            "姓名、出生日期等相同或只差一点",
            "Name, birth date and the rest are the same or nearly so",
        )
    } else {
        (
            "姓名等相同或只差一点",
            "Name and the rest are the same or nearly so",
        )
    }
}
