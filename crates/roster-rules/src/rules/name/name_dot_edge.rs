//! # 姓名间隔号位置不对
//!
//! 间隔号“·”应当在姓名的两部分之间，这里却在开头或者结尾，或者连着写了两个。
//!
//! ## 为什么重要
//!
//! 多一个点，姓名就与户籍信息不一致，核对身份和报名考试时通不过。
//!
//! ## 怎么改
//!
//! 对照户口簿。只是多打了点的，可以点一下采用去掉点的写法；点的前面或者后面漏了字的，请补上。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 曾用名 |
//! | 买买提·阿卜杜拉· | 男 |  |
//! ! name level=warning value=买买提·阿卜杜拉·
//! ~? name -> 买买提·阿卜杜拉
//! | ·王小明 | 男 | 王小明. |
//! ! name
//! ~? name -> 王小明
//! ! former_name
//! ~? former_name -> 王小明
//! | 买买提··阿卜杜拉 | 男 |  |
//! ! name
//! ~? name -> 买买提·阿卜杜拉
//! | 买买提．．阿卜杜拉 | 男 |  |
//! ! name
//! ~? name -> 买买提·阿卜杜拉
//! | 买买提·阿卜杜拉 | 男 |  |
//! | 阿卜杜拉·阿卜杜热合曼·买买提 | 男 |  |
//! | 买买提.阿卜杜拉 | 男 |  |
//! | Smith, J. | 男 |  |
//! |  | 男 |  |
//! ```
//!
//! ---
//!
//! # Dot of the name in the wrong place
//!
//! The dot “·” stands between two parts of a name. Here it is at the beginning or the end, or there are
//! two together.
//!
//! ## Why it matters
//!
//! With a dot too many the name differs from the household registration and is refused in identity
//! checks and exam entries.
//!
//! ## How to fix
//!
//! Compare with the household register. One click takes a superfluous dot away; where characters are
//! missing before or after the dot, add them.

use roster_model::{Column, Level, Trust};
use roster_values::name::{defects, without_misplaced_dots};
use roster_values::text::Traits;

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R2003",
    slug: "name-dot-edge",
    level: Level::Warning,
    zh: "姓名“{value}”里的间隔号“·”位置不对，请对照户口簿核对。",
    en: "The dot in the name {value} is in the wrong place; compare with the household register.",
    basis: "本工具自定：民委发〔2016〕33号的间隔号隔开两部分",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215", "R2009"],
    check: Check::Value {
        covers: Covers::Columns(&Column::NAMES),
        when: Traits::MIXED,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let (text, column) = (cell.text(), cell.column());
    if !defects(text).misplaced_dot {
        return;
    }
    cell.report(|finding| {
        finding.quote("value", column, text);
        let right = without_misplaced_dots(text);
        if !right.is_empty() {
            finding.fix(Trust::Review, text, right);
        }
    });
}
