//! # 疑似同一名学生，身份证号只差一点
//!
//! 这几行的身份证号只差一位、相邻两位对调，或者有一个不完整；姓名、出生日期也相同或几乎相同。其中至少有一个身份证号是错的。
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
//! ```
//!
//! ---
//!
//! # Probably one pupil, with nearly the same identity number
//!
//! The identity numbers of these rows differ in one digit, in two neighbours that changed places, or one
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

use super::dup_id_same_student::{report, rows_of};
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R7006",
    slug: "dup-near-id",
    level: Level::Warning,
    zh: "身份证号几乎相同，姓名和出生日期也相同或相近：{rows}（共{count}行），疑似同一名学生，请对照户口簿核对。",
    en: "Nearly the same identity number, with the same or a similar name and birth date: {rows} ({count} rows). Perhaps one pupil: compare with the household register.",
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
        if group.case == Case::N && has_near_numbers(group) {
            let rows = rows_of(group);
            report(run, &rows, RULE.level, Column::IdNumber, |finding, rows| {
                finding.said("rows", &rows.zh, &rows.en);
            });
        }
    }
}

/// Whether the numbers speak for one pupil, besides whatever else does.
pub(super) fn has_near_numbers(group: &Group) -> bool {
    let evidence = group.links.iter().flat_map(|it| &it.evidence);
    evidence
        .filter(|it| it.column == Column::IdNumber)
        .any(|it| {
            let near = matches!(
                it.agreement,
                Agreement::OneEdit | Agreement::Swapped | Agreement::Partial
            );
            near && it.tenth_bits > 0
        })
}
