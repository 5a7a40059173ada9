//! # 必填的项没有填
//!
//! 这一项必须填写，现在是空的，或者只写了“待补”“无”之类的字样。
//!
//! ## 为什么重要
//!
//! 必填的项空着，系统会拒收这名学生，整张表也可能导入不了。
//!
//! ## 怎么改
//!
//! 对照户口簿和学校登记的信息补填；查不到时询问家长。空格不算填写。
//!
//! 学校自己的名单没有套用模板，列也不多（不到20列）的，只有姓名、性别、出生日期和列名标了“*”“必填”的空着算错误；其他的和证件号作警告，用“√”或“是”“否”填的只作提示。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 民族 | 籍贯 | 曾用名 | 孤儿 |
//! | 王小明 |  | 待补 | 北京 |  | 无 |
//! ! sex level=error
//! ! ethnic_group level=warning
//! | \s | 女 | 汉族 | \u{3000}／ | 无 | 否 |
//! ! name
//! ! native_place
//! | 李小红 | 女 | 汉族 | 无锡 |  | 否 |
//! | 。 | 女 | 汉族 | "" |  | 否 |
//! ! name
//! ! native_place
//! | 张华 | 男 | '无 | "/" |  | '无 |
//! ! ethnic_group
//! ! native_place
//! | 未取名 | 女 | 汉族 | 0 |  | 否 |
//! ! name
//! ! native_place
//! ```
//!
//! ```roster
//! | 姓名 | 性别 | *民族 | 籍贯（非必填） |
//! | 王小明 | 男 |  |  |
//! ! ethnic_group level=error
//! ! native_place level=warning
//! ```
//!
//! ```roster
//! | 姓名 | 性别 | 家庭住址 | 独生子女 |
//! | 王小明 | 男 |  | √ |
//! ! home_address level=warning column=家庭住址
//! | 李小红 | 女 | 光明路1号 |  |
//! ! only_child level=info column=独生子女
//! ```
//!
//! ```roster
//! | 姓名 | 性别 | 孤儿 | 留守儿童 |
//! | 王小明 | 男 | 是 |  |
//! ! left_behind level=info
//! | 李小红 | 女 |  | 单亲留守儿童 |
//! ! orphan level=info
//! ```
//!
//! ---
//!
//! # A required cell is not filled
//!
//! This cell must be filled, and it is blank or only says 待补, 无 or the like.
//!
//! ## Why it matters
//!
//! The system refuses a pupil with a blank required cell, and perhaps the whole sheet.
//!
//! ## How to fix
//!
//! Fill it in from the household register and the school's files, or ask the parents. A space does
//! not count as filled.
//!
//! In a short list (less than 20 columns) without a template only a blank name, sex or birth date is an error,
//! and a column whose header is marked with * or 必填; the rest are warnings, and infos where 是 and 否 or ticks
//! are filled in.

use roster_model::{Column, Level};
use roster_standard::{AnyColumn, Kind, Listed, header};
use roster_values::text::{Traits, strip, without_quotes};

use crate::gathered::members::MEMBERS;
use crate::{Cell, Check, Covers, Rule, What};

pub(crate) const RULE: Rule = Rule {
    code: "R0215",
    slug: "required-empty",
    level: Level::Error,
    zh: "“{column}”必须填写，这里没有实际内容，请补填。",
    en: "“{column}” is required and has no content here; fill it in.",
    basis: "全国系统导入模板的填写说明，带星号的列",
    since: "0.1",
    unless: &["R1017", "R1024", "R1026", "R8014"],
    check: Check::Value {
        covers: Covers::All,
        when: Traits::BLANK.union(Traits::PLACEHOLDER),
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    // A formula without a result is told as one.
    let is_formula = cell.traits().contains(Traits::BLANK.union(Traits::FORMULA));
    if !cell.is_required() || is_formula || is_told_by_file(cell) {
        return;
    }
    let info = cell.column().info();
    let stripped = strip(cell.text());
    let value = without_quotes(&stripped).unwrap_or(&stripped);
    // Whether a word in place of a number is asked for there, the type says.
    if cell.column() == Column::IdNumber && !value.is_empty() {
        return;
    }
    // What a family member has to have is told of the member (R6001).
    let are_members_wanted = cell.roster.parameter_number("members_required") > Some(0);
    if are_members_wanted && MEMBERS.iter().any(|it| it.asked().contains(&cell.column())) {
        return;
    }
    // For 孤儿 and its like 无 is a listed way to say 否.
    if info
        .table
        .is_some_and(|it| !matches!(it.find(value), Listed::Unknown))
    {
        return;
    }
    // No template demands anything of a school's own list, but who the pupil is has to stand there, and what
    // its header marks. A tick is set where the answer is yes.
    let header = &cell.roster.sheet.columns[cell.index].header;
    let is_free = !is_marked(header) && cell.roster.is_own_list();
    let level = match (is_free, cell.column(), info.kind) {
        (false, ..) | (_, Column::Name | Column::Sex | Column::BirthDate, _) => Level::Error,
        (_, Column::LeftBehind, _) | (_, _, Kind::YesNo) => Level::Info,
        _ => Level::Warning,
    };
    let header = header::tidy(header);
    cell.report_at(level, |finding| {
        finding.said("column", &header, info.en);
    });
}

/// Whether a profile file says at which level, or in which words, it is told (R0114).
fn is_told_by_file(cell: &Cell<'_>) -> bool {
    let column = AnyColumn::Known(cell.column());
    let mut demands = cell.roster.profile.demands.iter();
    demands.any(|it| it.column == column && it.what == What::Filled(None))
}

/// Whether a header says that its cells must be filled.
pub(in crate::rules) fn is_marked(header: &str) -> bool {
    header.contains(['*', '＊', '★']) || header.replace("非必填", "").contains("必填")
}
