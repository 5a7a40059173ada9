//! # 义务教育阶段开除学籍
//!
//! 异动类别是“开除学籍”，而这名学生在小学或初中。
//!
//! ## 为什么重要
//!
//! 义务教育法规定，对违反学校管理制度的学生应当批评教育，不得开除。这样的异动办不了。
//!
//! ## 怎么改
//!
//! 核对异动类别。学生离开学校的，按实际情况办理转学、休学等；只是受了处分的，不要填开除学籍。
//!
//! 小学、初中看“年级”；没有年级的看学校标识码是不是小学（21）、初中（31）。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 学校标识码 | 年级 | 异动类别 |
//! | 王小明 | 2142001636 | 六年级 | 开除学籍 |
//! ! event_type related=C2
//! | 李小红 | ３１４２００１６３６ |  | 开除 |
//! ! event_type related=B3
//! | 赵小军 | 3442001636 | 高一 | 开除学籍 |
//! | 孙小芳 |  |  | 开除学籍 |
//! | 周文 | 2142001636 | 六年级 | 休学 |
//! | 吴芳 | 2142001636 | 六年级 |  |
//! ```
//!
//! ---
//!
//! # Expulsion in compulsory education
//!
//! The kind of change is 开除学籍 (expulsion), and the pupil is in primary or junior school.
//!
//! ## Why it matters
//!
//! The law on compulsory education forbids to expel a pupil. Such a change cannot be entered.
//!
//! ## How to fix
//!
//! Check the kind of change. For a pupil who left, enter what happened, a transfer or a leave; a
//! punishment alone is no expulsion.
//!
//! The grade tells the stage, or the class of school in the school code where there is no grade: 21 or
//! 31.

use roster_model::{Column, Level};
use roster_values::school_code::{SchoolCodeText, read_school_code};

use crate::gathered::events::kind_of;
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R9010",
    slug: "expulsion-in-compulsory",
    level: Level::Error,
    zh: "义务教育阶段不得开除学生，请核对异动类别。",
    en: "A pupil in compulsory education may not be expelled; check the kind of change.",
    basis: "义务教育法（2006）第二十七条",
    since: "0.1",
    unless: &[],
    check: Check::Row {
        needs: &[Column::EventType],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    if kind_of(row) != "开除学籍" {
        return;
    }
    let (is_compulsory, told_by) = is_compulsory(row);
    if is_compulsory {
        let related = row.place(told_by);
        row.report(Column::EventType, |finding| finding.related.extend(related));
    }
}

/// Whether the pupil is in primary or junior school, as far as the row says, and the column that tells.
pub(super) fn is_compulsory(row: &Row<'_>) -> (bool, Column) {
    // The codes of grades begin with 1 in primary and 2 in junior school.
    match row.grade() {
        Some(it) => (it.code.starts_with(['1', '2']), Column::Grade),
        None => (is_school_of_pupils(row), Column::SchoolCode),
    }
}

fn is_school_of_pupils(row: &Row<'_>) -> bool {
    match read_school_code(row.text(Column::SchoolCode)) {
        SchoolCodeText::Code(code) => matches!(code.class(), 21 | 31),
        _ => false,
    }
}
