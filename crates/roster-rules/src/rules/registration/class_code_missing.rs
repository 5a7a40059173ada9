//! # 没有填写班号
//!
//! 班号一栏空着，或者写着“无”“待定”之类的字样。
//!
//! ## 为什么重要
//!
//! 系统按班号把学生编到班里，没有班号的学生不能导入。
//!
//! ## 怎么改
//!
//! 先在学籍系统里建好年级和班级，查到班号，再填到这里。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 班号 |
//! | 王小明 |  |
//! ! class_code
//! | 李小红 | \u{3000} |
//! ! class_code
//! | 赵小军 | 待定 |
//! ! class_code
//! | 孙小芳 | 2026001 |
//! | 周文 | ２０２６００１ |
//! | 吴芳 | 0 |
//! | 郑华 | formula: |
//! ```
//!
//! ---
//!
//! # Class code missing
//!
//! The class code is blank, or says 无, 待定 or the like.
//!
//! ## Why it matters
//!
//! The system puts pupils into classes by the code, and does not take one without.
//!
//! ## How to fix
//!
//! Set up grades and classes in the registration system first, look up the code there and fill it in.

use roster_model::{Column, Level};
use roster_values::text::Traits;

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R8014",
    slug: "class-code-missing",
    level: Level::Error,
    zh: "没有填写班号；请先在系统里建班，再填这个班的班号。",
    en: "The class code is missing; set up the class in the system first, then fill in its code.",
    basis: "全国系统导入模板的填写说明，带星号的列",
    since: "0.1",
    unless: &[],
    check: Check::Value {
        covers: Covers::Columns(&[Column::ClassCode]),
        when: Traits::BLANK.union(Traits::PLACEHOLDER),
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    // A formula without a result is told as one (R0011).
    let is_formula = cell.traits().contains(Traits::BLANK.union(Traits::FORMULA));
    if cell.is_required() && !is_formula {
        cell.report(|_| {});
    }
}
