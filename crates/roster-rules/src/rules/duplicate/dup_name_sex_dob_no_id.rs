//! # 同名同日生，有人没有身份证号
//!
//! 这几行的姓名、性别和出生日期都相同，其中至少一行没有居民身份证号。
//!
//! ## 为什么重要
//!
//! 没有居民身份证号的学生，系统按姓名、性别和出生日期查重，这几行会被判为重复，成为“问题学籍”。
//!
//! ## 怎么改
//!
//! 核实是不是同一名学生：可以比较家长、电话和住址，或询问班主任。是同一名学生的，只保留一行；是不同学生的，查看户口簿，尽量补上身份证号，补不上的请准备好佐证材料（户口簿或身份证，加上学校证明）。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! ! name count=2 rows=第2、3行
//! | 王小明 | 男 | ２０１５０９０１ | 其他 |  |
//! | 李小红 | 女 | 20150901 | 其他 |  |
//! | 李小红 | 女 | 20150902 | 其他 |  |
//! | 张华 | 男 | 20141225 | 居民身份证 | 110101201412250013 |
//! | 张华 | 女 | 20141225 | 其他 |  |
//! ```
//!
//! 名单没有身份证号一列的，看不出系统会不会判为重复，只作警告；两行的学籍号是不同的身份证号、家长也不同的，是同名的两名学生，不提示：
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 家长姓名 | 家长电话 |
//! | 王小明 | 男 | 20150901 | 王建军 | 13800138000 |
//! ! name count=2 level=warning
//! | 王小明 | 男 | 20150901 | 王大伟 | 13900139000 |
//! ```
//!
//! ```roster
//! | 学籍号 | 姓名 | 性别 | 出生日期 | 家长姓名 | 家长电话 |
//! | G110101201509010016 | 王小明 | 男 | 20150901 | 王建军 | 13800138000 |
//! | G110101201509010059 | 王小明 | 男 | 20150901 | 王大伟 | 13900139000 |
//! ```
//!
//! ---
//!
//! # Same name and birth date, an identity number missing
//!
//! These rows have the same name, sex and birth date, and at least one has no resident identity
//! number.
//!
//! ## Why it matters
//!
//! For a pupil without a resident number the system looks for duplicates by name, sex and birth date.
//! It will flag these rows, and they become problem registrations.
//!
//! ## How to fix
//!
//! Find out whether they are one pupil: compare parents, phone and address, or ask the class teacher.
//! If so, keep one row. If not, look for the identity numbers in the household registers; where there
//! is none, prepare the evidence (household register or identity card, and a letter of
//! the school).
//!
//! In a list without a column of identity numbers it is a warning, since nobody can tell whether the system has them;
//! and nothing is said where two 学籍号 have the numbers of two people and the families differ.

use roster_model::{Case, Column, Group, Level};

use crate::duplicates::{is_in_one_file, report, rows_of};
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R7004",
    slug: "dup-name-sex-dob-no-id",
    level: Level::Error,
    zh: "姓名、性别、出生日期都相同，{note}：{rows}（共{count}行）。{decision}。",
    en: "Same name, sex and birth date, and {note}: {rows} ({count} rows). {decision}.",
    basis: "教基一厅〔2015〕2号；没有身份证号的，全国系统按姓名、性别、出生日期查重",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::BirthDate, Column::IdNumber],
        check,
    },
};

/// Whether any of the lists has a column of identity numbers.
pub(super) fn has_numbers(run: &Run<'_>, group: &Group) -> bool {
    let mut sheets = group.members.iter().map(|it| it.sheet);
    sheets.any(|it| run.rosters[it as usize].has(Column::IdNumber))
}

fn check(run: &mut Run<'_>) {
    for group in run.groups {
        if group.case == Case::G && is_in_one_file(run, group) {
            let is_known = has_numbers(run, group);
            let level = if is_known { RULE.level } else { Level::Warning };
            let (note, decision) = if is_known {
                (
                    (
                        "且有人没有居民身份证号，系统会判为重复",
                        "a resident identity number missing, so that the system will flag them",
                    ),
                    (
                        "请核实：是同一名学生的只留一行；不是的补上身份证号，确无身份证号的要佐证",
                        "One pupil keeps one row; different pupils need their identity numbers, or 佐证 where they have none",
                    ),
                )
            } else {
                (
                    (
                        "名单又没有身份证号一列，看不出系统会不会判为重复",
                        "no column of identity numbers, so that nobody can tell whether the system will flag them",
                    ),
                    (
                        "请核实：是同一名学生的只留一行，不是的不用处理，但系统里没有身份证号的要补上",
                        "One pupil keeps one row; of different pupils nothing has to be done, but add numbers that the system does not have",
                    ),
                )
            };
            let decision = if group.told_apart {
                (
                    "已有人确认是不同的学生：补上身份证号即可避免",
                    "Somebody told the pupils apart: their identity numbers avoid it",
                )
            } else {
                decision
            };
            report(
                run,
                &rows_of(run, group),
                level,
                Column::Name,
                |finding, rows| {
                    finding
                        .said("rows", &rows.zh, &rows.en)
                        .said("note", note.0, note.1)
                        .said("decision", decision.0, decision.1);
                },
            );
        }
    }
}
