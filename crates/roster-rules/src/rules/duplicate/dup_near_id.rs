//! # 疑似同一名学生，身份证号只差一点
//!
//! 这几行的身份证号只差一两位、相邻两位对调，或者有一个不完整；姓名、出生日期也相同或几乎相同。其中至少有一个身份证号是错的。
//!
//! ## 为什么重要
//!
//! 多半是同一名学生填了两遍，其中一次号码和姓名都有笔误。系统按身份证号查重，查不出这样的重复；导入以后，号码错的一条成为“问题学籍”，学生还会有两个学籍。
//!
//! ## 怎么改
//!
//! 对照户口簿核对身份证号和姓名。是同一名学生的，只留下正确的一行；是不同学生的（例如双胞胎），改正错误的号码即可。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 | 联系电话 |
//! | 王小伟 | 男 | 20150901 | 居民身份证 | 110101201509010016 | 13800138000 |
//! ! id_number count=2 rows=第2、3行
//! | 王小炜 | 男 | ２０１５０９０１ | 居民身份证 | 110101201509010019 | 13800138000 |
//! | 李小红 | 女 | 20150901 | 居民身份证 | 110101201509010024 | 13800138001 |
//! | 李小虹 | 女 | 20150901 | 居民身份证 | 110101201509010040 | 13800138001 |
//! | 陈文 | 男 | 20150901 | 居民身份证 |  |  |
//! | 周敏 | 女 | 20150901 | 居民身份证 | 110101201509010067 | 13800138002 |
//! ! id_number count=2 rows=第7、8行
//! | 周敏 | 女 | 20150901 | 居民身份证 | 110101201509010087 | 13800138002 |
//! ```
//!
//! ---
//!
//! # Probably one pupil, with nearly the same identity number
//!
//! The identity numbers of these rows differ in a digit or two, in two neighbours that changed places, or one
//! is incomplete; name and birth date are the same or nearly so. One of the numbers at least is wrong.
//!
//! ## Why it matters
//!
//! It is probably one pupil entered twice, once with slips in number and name. The system looks for
//! duplicates by number and does not find it; the wrong number becomes a problem registration, and the
//! pupil is registered twice.
//!
//! ## How to fix
//!
//! Compare numbers and names with the household register. One pupil keeps the right row; different
//! pupils, such as twins, need the right number.

use roster_model::{Agreement, Case, Column, Group, Level};

use super::dup_name_sex_dob_with_id::level;
use crate::duplicates::{has_near_numbers, is_in_one_file, is_near, report, rows_of};
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R7006",
    slug: "dup-near-id",
    level: Level::Warning,
    zh: "身份证号几乎相同，{note}：{rows}（共{count}行），疑似同一名学生，请对照户口簿核对。",
    en: "Nearly the same identity number, {note}: {rows} ({count} rows). Perhaps one pupil: compare with the household register.",
    basis: "本工具自定：GB 11643-1999 的校验码说明其中一个号码有误",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::IdNumber],
        check,
    },
};

fn check(run: &mut Run<'_>) {
    for group in run.groups {
        let level = match group.case {
            Case::N => RULE.level,
            // Between files another rule tells it.
            Case::F if is_in_one_file(run, group) => level(group),
            _ => continue,
        };
        if has_near_numbers(run, group) {
            let (zh, en) = alike(group);
            let rows = rows_of(run, group);
            report(run, &rows, level, Column::IdNumber, |finding, rows| {
                finding.said("note", zh, en);
                finding.said("rows", &rows.zh, &rows.en);
            });
        }
    }
}

/// What else is the same or similar between the rows whose numbers are near.
fn alike(group: &Group) -> (&'static str, &'static str) {
    let agrees = |column| {
        let near = group.links.iter().filter(|it| is_near(it));
        let evidence = near.flat_map(|it| &it.evidence);
        let mut of_column = evidence.filter(|it| it.column == column);
        of_column.all(|it| !matches!(it.agreement, Agreement::Different | Agreement::Missing))
    };
    match (agrees(Column::Name), agrees(Column::BirthDate)) {
        (true, true) => (
            "姓名和出生日期也相同或相近",
            "with the same or a similar name and birth date",
        ),
        (true, false) => ("姓名也相同或相近", "with the same or a similar name"),
        (false, true) => (
            "出生日期也相同或相近",
            "with the same or a similar birth date",
        ),
        (false, false) => (
            "姓名或出生日期不全或不同",
            "with name or birth date missing or different",
        ),
    }
}
