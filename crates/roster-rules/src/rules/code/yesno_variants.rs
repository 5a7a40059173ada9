//! # 没有填“是”或“否”
//!
//! 这一列只能填“是”或“否”，这里用了符号、数字或别的词。
//!
//! ## 为什么重要
//!
//! 导入模板的这一列只有“是”和“否”两个选项，打勾、填1或0、填“有”“无”都会被拒收。
//!
//! ## 怎么改
//!
//! 采用给出的“是”或“否”。字母X有人用来打勾、有人用来打叉，请向填表的老师或家长问清后再改。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 是否孤儿 | 是否需要乘坐校车 |
//! | 王小明 | √ | 0 |
//! ! orphan expected=是
//! ~ orphan -> 是
//! ! school_bus expected=否
//! ~ school_bus -> 否
//! | 王小明 | 是 | 否 |
//! | 李小红 | Ｎ | bool:true |
//! ! orphan expected=否
//! ~ orphan -> 否
//! ! school_bus expected=是
//! ~ school_bus -> 是
//! | 李小红 | 否\s |  |
//! | 张华 | X | 也许 |
//! ! orphan expected=否
//! ~? orphan -> 否
//! ```
//!
//! ---
//!
//! # Not written as 是 or 否
//!
//! The column takes 是 or 否 only, and the cell has a sign, a digit or another word.
//!
//! ## Why it matters
//!
//! In the import template the column offers 是 and 否; a tick, 1 or 0, 有 or 无 are refused.
//!
//! ## How to fix
//!
//! Accept the offered 是 or 否. The letter X is a tick to some and a cross to others: ask the teacher
//! or the parents who filled in the form.

use roster_model::{Level, Trust};
use roster_standard::{Kind, Listed};
use roster_values::text::Traits;

use crate::lists::look_up;
use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R4023",
    slug: "yesno-variants",
    level: Level::Warning,
    zh: "请填写“是”或“否”：“{value}”应为“{expected}”。",
    en: "Write 是 or 否: {expected} instead of {value}.",
    basis: "全国系统导入模板的填写说明",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215"],
    check: Check::Value {
        covers: Covers::Kinds(&[Kind::YesNo]),
        when: Traits::NONE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let (text, column) = (cell.text(), cell.column());
    let (trust, meant) = match look_up(cell) {
        Some((_, Listed::Code(it) | Listed::Alias(it))) => (Trust::Safe, it),
        Some((_, Listed::Doubtful(it))) => (Trust::Review, it),
        _ => return,
    };
    cell.report(|finding| {
        finding
            .quote("value", column, text)
            .fact("expected", meant.label);
        finding.fix(trust, text, meant.label);
    });
}
