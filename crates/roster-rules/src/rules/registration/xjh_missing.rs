//! # 没有填写学籍号
//!
//! 这份名单要求填写学籍号，这里空着。
//!
//! ## 为什么重要
//!
//! 办理异动、变更都要用学籍号找到学生；没有学籍号的，只能靠姓名和身份证号去查。
//!
//! ## 怎么改
//!
//! 登录学籍系统查询这名学生的学籍号，整段复制过来。
//!
//! 名单是不是要求填写学籍号，由模板参数 student_number_required 决定；异动名册要求填写，其他模板不要求。
//!
//! ## 例子
//!
//! ```roster
//! @ set student_number_required=yes
//! | 姓名 | 性别 | 学籍号 |
//! | 王小明 | 男 |  |
//! ! student_number level=info
//! | 李小红 | 女 | 暂无 |
//! | 赵小军 | 男 | G110101201509010016 |
//! | 孙小芳 | 女 | Ｇ１１０１０１２０１５０９０１００２４ |
//! ```
//!
//! ```roster
//! | 姓名 | 性别 | 学籍号 |
//! | 王小明 | 男 |  |
//! ```
//!
//! ---
//!
//! # Student number missing
//!
//! This list asks for the student number, and the cell is blank.
//!
//! ## Why it matters
//!
//! Changes are entered by the student number; without it the pupil has to be looked up by name and
//! identity number.
//!
//! ## How to fix
//!
//! Look the pupil up in the registration system and copy the whole number.
//!
//! Whether a list asks for it is set by the parameter student_number_required: lists of changes do, the
//! other templates do not.

use roster_model::{Column, Level};
use roster_values::text::Traits;

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R8007",
    slug: "xjh-missing",
    level: Level::Info,
    zh: "没有填写学籍号，请到学籍系统查询后填写。",
    en: "The student number is missing; look it up in the registration system.",
    basis: "本工具自定，由参数 student_number_required 设定",
    since: "0.1",
    unless: &["R0215"],
    check: Check::Value {
        covers: Covers::Columns(&[Column::StudentNumber]),
        when: Traits::BLANK,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    if cell.parameter("student_number_required") == "yes" {
        cell.report(|_| {});
    }
}
