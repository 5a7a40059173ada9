//! # 新生名单填了学籍号
//!
//! 这是新生注册的名单，学籍号一栏却填了号码。
//!
//! ## 为什么重要
//!
//! 新生的学籍号在注册以后由系统分配。自己填的号码系统不认，还可能与别人的重复。
//!
//! ## 怎么改
//!
//! 把学籍号清空。学生以前在别的学校读过、已经有学籍号的，应当办理转学或学籍接续，不要按新生注册。
//!
//! 名单是不是新生注册名单，由模板参数 new_roster 决定，一般都不是。
//!
//! ## 例子
//!
//! ```roster
//! @ set new_roster=yes
//! | 姓名 | 性别 | 学籍号 |
//! | 王小明 | 男 | G110101201509010016 |
//! ! student_number
//! ~? student_number ->
//! | 李小红 | 女 | Ｌ１１０１０１２０１５０９０１１２３４ |
//! ! student_number
//! ~? student_number ->
//! | 赵小军 | 男 |  |
//! | 孙小芳 | 女 | 暂无 |
//! ```
//!
//! ```roster
//! | 姓名 | 性别 | 学籍号 |
//! | 王小明 | 男 | G110101201509010016 |
//! ```
//!
//! ---
//!
//! # Student number in a list of new pupils
//!
//! The list registers new pupils, and a student number is filled in.
//!
//! ## Why it matters
//!
//! New pupils get their number from the system when they are registered. One that somebody wrote is not
//! known there, and may be another pupil's.
//!
//! ## How to fix
//!
//! Clear the cell. A pupil who was at another school and has a number is transferred or taken over, not
//! registered anew.
//!
//! Whether a list registers new pupils is set by the parameter new_roster; as a rule it does not.

use roster_model::{Column, Level, Trust};
use roster_values::student_number::StudentNumber;
use roster_values::text::Traits;

use crate::gathered::school_year::NewPupils;
use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R8009",
    slug: "xjh-filled-in-new-roster",
    level: Level::Warning,
    zh: "新生注册不需要填写学籍号，系统会自动分配，请清空。",
    en: "New pupils get their student number from the system; clear the cell.",
    basis: "教育部2016年8月31日学籍问答第5问",
    since: "0.1",
    unless: &["R0012"],
    check: Check::Value {
        covers: Covers::Columns(&[Column::StudentNumber]),
        when: Traits::NONE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    if cell.roster.terms().new_pupils == NewPupils::None {
        return;
    }
    let text = cell.text();
    match cell.student_number() {
        StudentNumber::Blank | StudentNumber::Placeholder => {}
        _ => cell.report(|finding| {
            finding.fix(Trust::Review, text, "");
        }),
    }
}
