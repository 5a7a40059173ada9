//! # 一个证件号用在几名学生身上
//!
//! 这几行的证件号相同，但姓名、性别或出生日期不一样。
//!
//! ## 为什么重要
//!
//! 一个号码只属于一个人。身份证号重复的，导入以后都会成为“问题学籍”：号码错的要办变更，号码对的也要上传佐证材料。护照、通行证等号码系统不用来查重，但多半有一个填错了。
//!
//! ## 怎么改
//!
//! 对照户口簿或证件逐行核对号码、姓名、性别和出生日期，把填错的改正。提示中说明了号码与哪些行相符，供核对时参考；如果户口簿上的号码就是重复的，请家长先到公安部门核对更正。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! ! id_number count=2 rows=第2、3行
//! | 李小红 | 女 | 20150902 | 居民身份证 | 110101201509010016 |
//! | 张华 | 男 | 20141225 | 居民身份证 | 110101201412250013 |
//! ! id_number count=2 rows=第4、5行
//! | 张强 | 男 | 20141225 | 居民身份证 | １１０１０１２０１４１２２５００１３ |
//! | 陈文 | 男 | 20160101 | 居民身份证 | 110101201601010019 |
//! | 陈文 | 男 | 20160101 | 居民身份证 | 110101201601010019 |
//! | 周敏 | 女 | 20150901 | 居民身份证 | 110101201509010040 |
//! ! id_number count=2
//! | 周敏 | 男 | 20150901 | 居民身份证 | 110101201509010040 |
//! | 孙悦 | 女 | 20150901 | 居民身份证 | 110101201509010067 |
//! ! id_number count=2 decision=姓名写法和性别或出生日期都不一致：请对照户口簿，把姓名和与号码不符的一项都改正。
//! | 孙月 | 女 | 20150902 | 居民身份证 | 110101201509010067 |
//! | 赵云 | 男 | 20150901 | 居民身份证 | 110101201509010032 |
//! | 赵云 | 女 | 20150901 | 居民身份证 |  |
//! ```
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 王小明 | 男 | 20150901 | 护照 | E12345687 |
//! ! id_number count=2 rows=第2、3行 level=warning
//! | 李小红 | 女 | 20150902 | 护照 | E12345687 |
//! | 张华 | 男 | 20141225 | 护照 | E12345688 |
//! | 安娜 | 女 | 20141225 | 护照 | E12345689 |
//! ! id_number count=2 level=warning decision=性别和出生日期也相同，可能是同一名学生写了两个姓名，如中文名和外文名：请对照证件，是的只留一行，不是的改正号码。
//! | Anna Ivanova | 女 | 20141225 | 护照 | E12345689 |
//! ```
//!
//! ---
//!
//! # One number for different pupils
//!
//! These rows have the same number of a document, but name, sex or birth date differ.
//!
//! ## Why it matters
//!
//! A number belongs to one person. Pupils with one identity number all become problem registrations after the
//! import: where the number is wrong it has to be changed, and where it is right evidence is asked for. The
//! numbers of passports and permits the system does not compare, but one of them is probably wrong.
//!
//! ## How to fix
//!
//! Compare number, name, sex and birth date of each row with the household register or the document and correct
//! what is wrong. The message says which rows fit the number. If the household registers do have the same
//! number, the parents go to the police first.

use roster_model::{Agreement, Case, Column, Group, Level};

use crate::duplicates::{has_one_student_number, is_in_one_file, report, rows_of};
use crate::gathered::shared_documents::shared_documents;
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R7002",
    slug: "dup-id-different-student",
    level: Level::Error,
    zh: "{kind}重复，但姓名、性别或出生日期不同：{rows}（共{count}行）。{decision}",
    en: "Same {kind}, but name, sex or birth date differ: {rows} ({count} rows). {decision}",
    basis: "教基一厅〔2015〕2号；全国系统按身份证号查重；其他证件号为本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::IdNumber],
        check,
    },
};

fn check(run: &mut Run<'_>) {
    for group in run.groups {
        let Some((zh, en)) = decision(run, group) else {
            continue;
        };
        if is_in_one_file(run, group) {
            report(
                run,
                &rows_of(run, group),
                RULE.level,
                Column::IdNumber,
                |finding, rows| {
                    finding
                        .said("kind", "身份证号", "identity number")
                        .said("rows", &rows.zh, &rows.en)
                        .said("decision", zh, en);
                },
            );
        }
    }
    for rows in shared_documents(run) {
        let text = |it: &(u32, u32), column| {
            let (sheet, row) = *it;
            run.rosters[sheet as usize].text(column, row).trim()
        };
        let is_one = |column| {
            let first = text(&rows[0], column);
            !first.is_empty() && rows.iter().all(|it| text(it, column) == first)
        };
        let (zh, en) = if is_one(Column::Sex) && is_one(Column::BirthDate) {
            TWO_NAMES
        } else {
            TWO_PUPILS
        };
        // Nothing but the two rows says which of them is wrong, and the system does not compare these numbers.
        report(
            run,
            &rows,
            Level::Warning,
            Column::IdNumber,
            |finding, rows| {
                finding
                    .said("kind", "证件号码", "document number")
                    .said("rows", &rows.zh, &rows.en)
                    .said("decision", zh, en);
            },
        );
    }
}

/// What to do about one passport in several rows.
const TWO_PUPILS: (&str, &str) = (
    "护照、通行证等号码只属于一个人：请对照证件核对各行的号码。",
    "The number of a passport or permit belongs to one person: check every row against the document.",
);

/// Like `TWO_PUPILS`, for rows that have nothing but names to tell them apart.
const TWO_NAMES: (&str, &str) = (
    "性别和出生日期也相同，可能是同一名学生写了两个姓名，如中文名和外文名：请对照证件，是的只留一行，不是的改正号码。",
    "Sex and birth date are the same too, so it may be one pupil under two names, such as a Chinese and a foreign one: look at the document, and keep one row or correct the number.",
);

/// Whether the names of a group are the same.
fn is_one_name(group: &Group) -> bool {
    let evidence = group.links.iter().flat_map(|it| &it.evidence);
    let mut names = evidence.filter(|it| it.column == Column::Name);
    names.all(|it| matches!(it.agreement, Agreement::Equal | Agreement::Missing))
}

/// What to do about one record under two names.
pub(super) const ONE_RECORD: (&str, &str) = (
    "学籍号也相同，是同一条学籍，多半是改过名或填错了姓名：请对照户口簿，改过名的办变更，填错的改正。",
    "The 学籍号 is the same too, so it is one record, renamed or with a slip in the name: change (变更) the record of who was renamed, and correct a slip, from the household register.",
);

/// What follows from the rows that fit the number; nothing for groups of another kind.
pub(super) fn decision(run: &Run<'_>, group: &Group) -> Option<(&'static str, &'static str)> {
    match group.case {
        Case::D if group.told_apart => Some((
            "各行都与号码相符，已有人确认是不同的学生：请对照户口簿，改正填错的身份证号。",
            "The number fits all rows, and somebody told the pupils apart: correct the number that is wrong from the household register.",
        )),
        Case::D if has_one_student_number(run, group) => Some(ONE_RECORD),
        Case::C => Some((
            "只有一名学生的信息与号码相符：请对照户口簿核对各行的身份证号。",
            "The number fits one pupil only: check the identity number of every row with the household register.",
        )),
        Case::D => Some((
            "各行都与号码相符：请核对是改过名字，还是双胞胎等填了同一个号码。",
            "The number fits all rows: check whether a name was changed, or whether twins were given one number.",
        )),
        Case::E => Some((
            "没有一行与号码相符，或号码本身有误：请对照户口簿核对每一行的身份证号。",
            "The number fits none of the rows, or is wrong itself: check the identity number of each of them.",
        )),
        Case::H if !is_one_name(group) => Some((
            "姓名写法和性别或出生日期都不一致：请对照户口簿，把姓名和与号码不符的一项都改正。",
            "The names are written differently, and sex or birth date differ: correct the name from the household register, and what does not fit the number.",
        )),
        Case::H => Some((
            "姓名相同，性别或出生日期不一致：请把与号码不符的一项改正。",
            "The name is the same, sex or birth date differ: correct what does not fit the number.",
        )),
        _ => None,
    }
}
