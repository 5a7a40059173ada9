//! # 用“无”“/”代替空白
//!
//! 这一项可以不填，却填了“无”“/”“NULL”之类表示没有的字样。
//!
//! ## 为什么重要
//!
//! 系统会把它当作真实内容存下来，例如曾用名就叫“无”。
//!
//! ## 怎么改
//!
//! 没有内容时清空这个单元格；有内容时对照户口簿或询问家长后填写。
//!
//! 特长、工作单位、职务填“无”是平常的回答，不提示；必填的项另有提示；数字 0 只在特长、工作单位、职务里算。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 曾用名 | 邮箱 | 特长 | 上下学距离 |
//! | 王小明 | 无 | NULL | 无 | 0 |
//! ! former_name level=warning value=无
//! ~? former_name ->
//! ! email value=NULL
//! ~? email ->
//! | 李小红 | 吴小红 |  | / | 待补 |
//! ! talents value=/
//! ~? talents ->
//! ! school_distance value=待补
//! ~? school_distance ->
//! | 赵小华 | 无忌 | －－ | 没有 | 0 |
//! ! email value=－－
//! | 钱小军 |  |  |  |  |
//! | 孙小丽 | '无 |  | "无" |  |
//! ! former_name value=无
//! ~? former_name ->
//! ```
//!
//! 一个 0 填在只写文字的项里：
//!
//! ```roster
//! | 姓名 | 特长 | 成员1工作单位 | 上下学距离 |
//! | 王小明 | 0 | ０ | 0 |
//! ! talents level=warning value=0
//! ~? talents ->
//! ! member1_employer value=０
//! | 王小明 | 100米跑 | 360 | 1 |
//! ```
//!
//! 没有第二名家长的，是否监护人也清空，不改成“否”：
//!
//! ```roster
//! | 姓名 | 成员1姓名 | 成员1是否监护人 | 成员2姓名 | 成员2是否监护人 |
//! | 王小明 | 王建军 | 是 | 无 | 无 |
//! ! member2_name
//! ! member2_guardian value=无
//! ~? member2_guardian ->
//! ```
//!
//! ---
//!
//! # “None” written in place of a blank
//!
//! This cell may stay blank, yet it has 无, / , NULL or another way to say that there is nothing.
//!
//! ## Why it matters
//!
//! The system stores it as real content: a former name that reads 无.
//!
//! ## How to fix
//!
//! Clear the cell if there is nothing to fill in; otherwise fill it in from the household register or
//! ask the parents.
//!
//! For talents, employer and position 无 is an ordinary answer and is left alone. Required cells have
//! a message of their own. The digit 0 counts only for talents, employer and position.

use roster_model::{Column, Level, Trust};
use roster_standard::Listed;
use roster_values::text::{Traits, strip, without_quotes};

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R0210",
    slug: "placeholder-text",
    level: Level::Warning,
    zh: "“{value}”会被当作真实内容，没有内容时请清空。",
    en: "“{value}” is taken for real content; clear the cell if there is nothing to fill in.",
    basis: "本工具自定",
    since: "0.1",
    unless: &["R0114", "R1026", "R6001"],
    check: Check::Value {
        covers: Covers::All,
        when: Traits::PLACEHOLDER,
        check,
    },
};

/// Where 无 is what a person would say.
const ANSWERED_WITH_NONE: [Column; 6] = [
    Column::ProblemKind,
    Column::Talents,
    Column::Member1Employer,
    Column::Member1Position,
    Column::Member2Employer,
    Column::Member2Position,
];

fn check(cell: &mut Cell<'_>) {
    let (text, column) = (cell.text(), cell.column());
    let (stripped, info) = (strip(text), column.info());
    let value = without_quotes(&stripped).unwrap_or(&stripped);
    // The number of a pupil is told with the type, where one is asked for.
    let is_told_elsewhere = cell.is_required() && column != Column::IdNumber;
    // Whether nobody is a guardian has no answer.
    let table = info.table.filter(|_| column != Column::Member2Guardian);
    let is_listed = table.is_some_and(|it| !matches!(it.find(value), Listed::Unknown));
    let is_answer = ANSWERED_WITH_NONE.contains(&column) && matches!(value, "无" | "没有");
    if is_told_elsewhere || is_listed || is_answer {
        return;
    }
    cell.report(|finding| {
        finding.fact("value", value).fix(Trust::Review, text, "");
    });
}
