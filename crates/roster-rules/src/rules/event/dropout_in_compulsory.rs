//! # 辍学或未到校的学生
//!
//! 学籍状态或异动类别写明这名学生辍学、失学或没有到校。
//!
//! ## 为什么重要
//!
//! 义务教育阶段的学生辍学，学校要动员复学，并登记控辍保学的情况，每学期都要核查。
//!
//! ## 怎么改
//!
//! 联系家长了解情况，动员学生回校；已经在别处上学的，办理转学。高中阶段的学生按本地规定办理。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 年级 | 学籍状态 |
//! | 王小明 | 六年级 | 辍学 |
//! ! student_status level=info value=辍学
//! | 李小红 | 六年级 | 疑似 辍学 |
//! ! student_status
//! | 赵小军 | 六年级 | 未到校 |
//! ! student_status
//! | 孙小芳 | 六年级 | 正常 |
//! | 周文 | 六年级 | 辍学后已复学 |
//! | 吴芳 | 六年级 |  |
//! ```
//!
//! ```roster
//! | 姓名 | 学籍号 | 异动类别 |
//! | 王小明 | G110101201509010016 | 辍学 |
//! ! event_type
//! | 李小红 | G110101201509010024 | 休学 |
//! ```
//!
//! ---
//!
//! # Pupil who dropped out or is absent
//!
//! The status or the kind of change says that the pupil has dropped out or does not come to school.
//!
//! ## Why it matters
//!
//! In compulsory education the school has to bring such a pupil back and keep a record; every term it is
//! looked into.
//!
//! ## How to fix
//!
//! Call the parents and bring the pupil back; enter the transfer of one who goes to another school. For
//! senior school the local rules hold.

use roster_model::{Column, Level};
use roster_values::text::{Traits, tidy_code};

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R9013",
    slug: "dropout-in-compulsory",
    level: Level::Info,
    zh: "“{value}”：义务教育阶段的学生须动员复学，并登记控辍保学情况。",
    en: "{value}: in compulsory education the pupil has to be brought back, and a record kept.",
    basis: "义务教育法（2006）第五条、第十三条",
    since: "0.1",
    unless: &[],
    check: Check::Value {
        covers: Covers::Columns(&[Column::StudentStatus, Column::EventType]),
        when: Traits::NONE,
        check,
    },
};

const ABSENT: [&str; 6] = ["辍学", "失学", "流失", "未到校", "未入学", "未报到"];

/// How a text begins that says the contrary.
const NOT_ABSENT: [&str; 4] = ["无", "非", "未辍", "未失"];

fn check(cell: &mut Cell<'_>) {
    let (text, column) = (cell.text(), cell.column());
    let tidy = tidy_code(text);
    let says = |words: &[&str]| words.iter().any(|it| tidy.contains(it));
    let denies = NOT_ABSENT.iter().any(|it| tidy.starts_with(it));
    if says(&ABSENT) && !says(&["复学"]) && !denies {
        cell.report(|finding| {
            finding.quote("value", column, text.trim());
        });
    }
}
