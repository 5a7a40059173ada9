//! # 入学年月不是入学的月份
//!
//! 中小学在秋季入学，这里填的月份不是8月或9月。
//!
//! ## 为什么重要
//!
//! 年级和毕业时间可以由入学年月推算。填成了转学、录入或者出生的年月，推算就不对。
//!
//! ## 怎么改
//!
//! 幼儿园全年都收孩子，所以幼儿园的名单、幼儿园各班和学前班不检查。
//!
//! 填写学生进入小学（或初中、高中）那一年的9月，例如 202409，可以查招生名册；中途转来的学生也填当初入学的年月。本地确有春季入学的，在“模板参数”里把月份加到“入学的月份”中，默认8月和9月都可以。
//!
//! ## 例子
//!
//! ```roster
//! @ today=2026-11-21
//! | 姓名 | 性别 | 入学年月 |
//! | 王小明 | 男 | 202403 |
//! ! enrolment_month value=202403 expected=08、09
//! | 王小明 | 男 | 202409 |
//! | 李小红 | 女 | ２０２４-１２ |
//! ! enrolment_month
//! | 李小红 | 女 | 2024年9月1日 |
//! | 张华 | 男 | 202413 |
//! | 张华 | 男 |  |
//! ```
//!
//! ```roster
//! @ today=2026-11-21
//! | 姓名 | 年级 | 入学年月 |
//! | 王小明 | 幼儿园小班 | 202603 |
//! | 李小红 | 小学一年级 | 202603 |
//! ! enrolment_month
//! ```
//!
//! ```roster
//! @ today=2026-11-21
//! | 姓名 | 学校标识码 | 入学年月 |
//! | 王小明 | 1137000123 | 202603 |
//! | 李小红 | 2137000123 | 202603 |
//! ! enrolment_month
//! ```
//!
//! ```roster
//! @ set enrolment_months=03,09
//! | 姓名 | 性别 | 入学年月 |
//! | 王小明 | 男 | 202403 |
//! | 李小红 | 女 | 202404 |
//! ! enrolment_month expected=03、09
//! ```
//!
//! ---
//!
//! # Not a month in which pupils enrol
//!
//! Schools take in pupils in autumn, and this is neither August nor September.
//!
//! ## Why it matters
//!
//! Grade and graduation can be worked out from the month of enrolment; from the month of a transfer, of
//! typing or of birth they come out wrong.
//!
//! ## How to fix
//!
//! A kindergarten takes children all the year, so nothing is said of its lists, its grades and of classes before
//! school.
//!
//! Write September of the year in which the pupil entered primary school (or junior or senior
//! secondary school), such as 202409, as in the admission list; also for a pupil who came later from
//! another school. Where pupils do enrol in spring, add the month to the parameter enrolment_months.

use roster_model::{Column, Level};
use roster_values::date::read_month;
use roster_values::text::Traits;

use crate::{Cell, Check, Covers, Roster, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R3008",
    slug: "enrolment-month",
    level: Level::Warning,
    zh: "入学年月“{value}”不在入学的月份（一般是{expected}月）里，请按招生名册核对。",
    en: "{value} is not a month in which pupils enrol (usually {expected}); compare with the admission list.",
    basis: "本工具自定：学校秋季入学；月份是模板的参数",
    since: "0.1",
    unless: &["R3005", "R3009"],
    check: Check::Value {
        covers: Covers::Columns(&[Column::EnrolmentMonth]),
        when: Traits::NONE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let Some(month) = read_month(cell.text()).month() else {
        return;
    };
    if is_month_of_enrolment(cell.roster, month.month()) {
        return;
    }
    let months = cell.roster.parameter("enrolment_months");
    let (text, column) = (cell.text(), cell.column());
    cell.report(|finding| {
        finding.quote("value", column, text).said(
            "expected",
            &months.replace(',', "、"),
            &months.replace(',', ", "),
        );
    });
}

/// Whether pupils enrol in the month of this number; any will do where the profile names none.
pub(super) fn is_month_of_enrolment(roster: &Roster, month: u8) -> bool {
    let months = roster.parameter("enrolment_months");
    let mut allowed = months
        .split(',')
        .filter_map(|it| it.trim().parse::<u8>().ok());
    allowed.clone().next().is_none() || allowed.any(|it| it == month)
}
