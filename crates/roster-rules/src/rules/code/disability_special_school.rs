//! # 特殊教育学校的学生填了随班就读
//!
//! 学校标识码是特殊教育学校的，学生却填了随班就读。
//!
//! ## 为什么重要
//!
//! 随班就读指残疾学生在普通学校就读。特殊教育学校这样填，会使随班就读的人数多算。
//!
//! ## 怎么改
//!
//! 核对学生就读的学校：在本校就读的改填“非随班就读”；学籍在普通学校的，由普通学校上报。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 学校标识码 | 随班就读 |
//! | 王小明 | 5142001636 | 智力残疾随班就读 |
//! ! inclusive_education level=info value=智力残疾随班就读
//! ~? inclusive_education -> 非随班就读
//! | 王小明 | 5142001636 | 非随班就读 |
//! | 李小红 | ５１４２００１６３６ | 听力随班就读 |
//! ! inclusive_education
//! | 李小红 | 2142001636 | 智力残疾随班就读 |
//! | 张华 | 5142001636 |  |
//! ```
//!
//! ---
//!
//! # Inclusive education at a special school
//!
//! The school code is that of a special school, and the pupil is in inclusive education.
//!
//! ## Why it matters
//!
//! Inclusive education means that a disabled pupil goes to an ordinary school. At a special school it
//! makes the number of such pupils too large.
//!
//! ## How to fix
//!
//! Check which school the pupil goes to: write 非随班就读 for your own school; a pupil who is registered
//! at an ordinary school is reported by that school.

use roster_model::{Column, Level, Trust};

use super::suibanjiudu_vs_disability::is_special_school;
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R4011",
    slug: "disability-special-school",
    level: Level::Info,
    zh: "特殊教育学校的学生一般填“非随班就读”，这里是“{value}”，请核对。",
    en: "Pupils of a special school are usually 非随班就读, not {value}; please check.",
    basis: "本工具自定：学校类别51是特殊教育",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215", "R4010"],
    check: Check::Row {
        needs: &[Column::InclusiveEducation, Column::SchoolCode],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let column = Column::InclusiveEducation;
    match row.label(column) {
        None | Some("非随班就读") => return,
        Some(_) if !is_special_school(row) => return,
        Some(_) => {}
    }
    let (text, place) = (row.text(column), row.place(Column::SchoolCode));
    row.report(column, |finding| {
        finding.related.extend(place);
        finding
            .quote("value", column, text)
            .fix(Trust::Review, text, "非随班就读");
    });
}
