//! # 填了代码，没有填文字
//!
//! 这一列要求填写文字，现在填的是标准里的代码。
//!
//! ## 为什么重要
//!
//! 导入模板的这一列只认文字，填代码会被拒收。
//!
//! ## 怎么改
//!
//! 采用给出的文字，它就是这个代码在标准里的意思。如果觉得意思不对，请对照学生基本信息表核对。
//!
//! 性别填成1或2，由“性别只能填男或女”一条说明；年级在这里不检查；是否留守儿童的代码各地不一致，不作换算。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 民族 | 政治面貌 | 学生来源 | 性别 |
//! | 王小明 | 01 | 13 | 1 | 1 |
//! ! ethnic_group expected=汉族
//! ~ ethnic_group -> 汉族
//! ! political_status expected=群众
//! ~ political_status -> 群众
//! ! student_source expected=正常入学
//! ~ student_source -> 正常入学
//! | 王小明 | 汉族 | 群众 | 正常入学 | 男 |
//! | 李小红 | num:1 | ０３ |  | 女 |
//! ! ethnic_group expected=汉族
//! ~ ethnic_group -> 汉族
//! ! political_status expected=共青团员
//! | 李小红 | 99 | 99 | 8 | 女 |
//! ```
//!
//! ```roster
//! | 姓名 | 入学方式 |
//! | 王小明 | 12 |
//! ! enrolment_method expected=其他
//! ~ enrolment_method -> 其他
//! | 李小红 | 99 |
//! ! enrolment_method expected=其他
//! | 李小红 | 13 |
//! ```
//!
//! 学生没有军官证这类证件，填了它的代码不换算，由“填写的内容不在允许范围内”一条说明；家长可以有：
//!
//! ```roster
//! | 姓名 | 证件类型 | 成员1姓名 | 成员1身份证件类型 |
//! | 王小明 | 1 | 王大明 | 2 |
//! ! id_type expected=居民身份证
//! ~ id_type -> 居民身份证
//! ! member1_id_type expected=军官证
//! ~ member1_id_type -> 军官证
//! | 李小红 | 2 |  |  |
//! ```
//!
//! ---
//!
//! # A code is written instead of the text
//!
//! The column takes text, and the cell has the code of the standard.
//!
//! ## Why it matters
//!
//! The import template takes only the text in this column; a code is refused.
//!
//! ## How to fix
//!
//! Accept the offered text: it is what the code stands for. If it does not seem right, compare with
//! the pupil's information form.
//!
//! A sex of 1 or 2 is told by the rule about sex; the grade is not checked here; for left-behind
//! children the codes differ between regions and are not translated.

use roster_model::{Column, Level, Trust};
use roster_standard::{Kind, Listed};
use roster_values::text::{Traits, tidy_code};

use crate::lists::look_up;
use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R4002",
    slug: "code-as-number",
    level: Level::Warning,
    zh: "请填写文字，不要填代码：“{value}”应为“{expected}”。",
    en: "Write the text, not the code: {expected} instead of {value}.",
    basis: "JY/T 1001-2012；全国系统导入模板的填写说明",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215"],
    check: Check::Value {
        covers: Covers::Kinds(&[Kind::Code]),
        when: Traits::NONE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let (text, column) = (cell.text(), cell.column());
    if matches!(column, Column::Sex | Column::Grade | Column::EventType) {
        return;
    }
    let meant = match look_up(cell) {
        Some((_, Listed::Code(meant))) => meant,
        // The code of another list, such as 12 for 其他 in compulsory education.
        Some((_, Listed::Alias(meant))) if is_number(text) => meant,
        _ => return,
    };
    cell.report(|finding| {
        finding
            .quote("value", column, text)
            .fact("expected", meant.label)
            .fix(Trust::Safe, text, meant.label);
    });
}

/// Whether there is nothing but digits.
fn is_number(text: &str) -> bool {
    tidy_code(text).bytes().all(|it| it.is_ascii_digit())
}
