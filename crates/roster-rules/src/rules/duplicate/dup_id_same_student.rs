//! # 同一名学生填了不止一行
//!
//! 这几行的身份证号相同，姓名、性别和出生日期也相同，是同一名学生。
//!
//! ## 为什么重要
//!
//! 导入模板不查重，重复的行会一起导入，这名学生就成了“问题学籍”，多余的学籍要删除，留下的还要上传佐证材料。
//!
//! ## 怎么改
//!
//! 只保留信息最完整、正确的一行，删除其余的行。如果其余的行本来是别的学生，说明信息粘贴错了，请对照户口簿改正。删除哪一行由学校核实决定。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! ! id_number count=2 rows=第2、4行
//! | 李小红 | 女 | 20150901 | 居民身份证 | 110101201509010024 |
//! | 王　小明 | 男 | 2015-09-01 | 居民身份证 | １１０１０１２０１５０９０１００１６ |
//! | 王大明 | 男 | 20150901 | 居民身份证 | 110101201509010032 |
//! | 张华 | 男 | 20150901 | 居民身份证 |  |
//! | 陈文 | 男 | 20150901 | 居民身份证 |  |
//! ```
//!
//! ---
//!
//! # One pupil in more than one row
//!
//! These rows have the same identity number, name, sex and birth date: they are one pupil.
//!
//! ## Why it matters
//!
//! The import template does not look for duplicates. All rows are imported, the pupil becomes a
//! problem registration, the surplus ones have to be deleted and the one that stays needs evidence.
//!
//! ## How to fix
//!
//! Keep the row that is complete and right, and delete the others. If another row was meant for
//! another pupil, something was pasted wrongly: correct it from the household register. Which row
//! goes is for the school to decide.

use roster_model::{Case, Column, Level};

use crate::duplicates::{is_in_one_file, report_group};
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R7001",
    slug: "dup-id-same-student",
    level: Level::Error,
    zh: "身份证号重复：{rows}是同一名学生（共{count}行），请只保留一行。",
    en: "Same identity number, same pupil: {rows} ({count} rows). Keep one of them.",
    basis: "教基一厅〔2015〕2号；全国系统按身份证号查重",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::IdNumber],
        check,
    },
};

fn check(run: &mut Run<'_>) {
    for group in run.groups {
        if group.case == Case::A && is_in_one_file(run, group) {
            report_group(run, group, RULE.level, Column::IdNumber);
        }
    }
}
