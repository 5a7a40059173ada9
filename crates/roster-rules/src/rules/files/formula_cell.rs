//! # 内容是公式算出来的
//!
//! 这个单元格里是公式，检查的是文件里保存的计算结果。
//!
//! ## 为什么重要
//!
//! 有的系统读到的是公式本身，或者是空白；公式引用的表不在时，结果会变成 #REF! 或旧的内容。
//!
//! ## 怎么改
//!
//! 选中这些单元格，复制，再“选择性粘贴—数值”，把公式换成内容。粘贴以后看一眼，确认与原来显示的相同。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 民族 |
//! | formula:王小明 | 男 | 汉族 |
//! ! name level=info
//! | 李小红 | formula:女 | ＝汉族 |
//! ! sex level=info
//! | =赵小华 | 女 |  |
//! ```
//!
//! ---
//!
//! # The content comes from a formula
//!
//! The cell holds a formula. What was checked is its result as the file has it.
//!
//! ## Why it matters
//!
//! Some systems read the formula itself, or nothing. Where the table that it points to is missing, the
//! result turns into #REF! or stays an old one.
//!
//! ## How to fix
//!
//! Select the cells, copy them and paste them as values, so that the content takes the place of the
//! formula. Then make sure that it is what was shown before.

use roster_model::Level;
use roster_values::text::Traits;

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R0011",
    slug: "formula-cell",
    level: Level::Info,
    zh: "这里是公式，已按保存的结果检查；提交前请粘贴为数值。",
    en: "The cell holds a formula; its stored result was checked. Paste it as a value before submitting.",
    basis: "House rule",
    since: "0.1",
    unless: &["R0012"],
    check: Check::Value {
        covers: Covers::All,
        when: Traits::FORMULA,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    cell.report(|_| {});
}
