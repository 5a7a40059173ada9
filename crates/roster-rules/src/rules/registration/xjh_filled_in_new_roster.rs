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
//! 先看这个号码是不是系统给的。学生以前在别的学校读过、已经有学籍号的，应当办理转学或学籍接续，不要按新生注册；确实是新生、号码是自己填的，才把学籍号清空。
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
//! | 李小红 | 女 | Ｌ１１０１０１２０１５０９０１１２３４ |
//! ! student_number
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
//! See first whether the system gave the number. A pupil who was at another school and has one is transferred or taken
//! over, not registered anew. Clear the cell only for a new pupil whose number somebody made up.
//!
//! Whether a list registers new pupils is set by the parameter new_roster; as a rule it does not.

use roster_model::{Column, Level};
use roster_values::student_number::StudentNumber;
use roster_values::text::Traits;

use crate::gathered::school_year::NewPupils;
use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R8009",
    slug: "xjh-filled-in-new-roster",
    level: Level::Warning,
    zh: "新生注册时还没有学籍号，这里却填了：已有学籍号的学生，应办理转学或学籍接续，不按新生注册；号码是自己编的才清空。",
    en: "A new pupil has no 学籍号 yet, and one is filled in: a pupil who has one is transferred or taken over, not registered anew; clear the cell only if the number was made up.",
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
    // A pupil has one number for life: to clear it is not proposed.
    match cell.student_number() {
        StudentNumber::Blank | StudentNumber::Placeholder => {}
        _ => cell.report(|_| {}),
    }
}
