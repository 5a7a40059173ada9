//! # 开头多了一个单引号
//!
//! 内容的第一个字符是看得见的单引号，常见于从系统导出的表。检查时已忽略它。
//!
//! ## 为什么重要
//!
//! 原样提交时，单引号会成为内容的一部分，号码就多了一位，比对时也不相同。
//!
//! ## 怎么改
//!
//! 采用给出的写法即可，只去掉开头的单引号。要让表格按文字保存号码，把这一列的格式设为“文本”就行，不必打单引号。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 证件号 | 手机号 |
//! | 王小明 | '110101201509010016 | ‘13800138000 |
//! ! id_number level=info
//! ~ id_number -> 110101201509010016
//! ! phone
//! ~ phone -> 13800138000
//! | 李小红 | １１０１０１２０１５０９０１００２４ | 13800138000 |
//! | 赵小华 |  | 13800138000' |
//! ```
//!
//! ---
//!
//! # An apostrophe before the text
//!
//! The first character is a visible apostrophe, as in tables that some systems export. It was ignored
//! in the check.
//!
//! ## Why it matters
//!
//! Submitted like this the apostrophe becomes part of the text: a number has one character too many
//! and compares as different.
//!
//! ## How to fix
//!
//! Accept the offered spelling; only the apostrophe is removed. To keep numbers as text, set the
//! column's format to text; no apostrophe is needed.

use roster_model::{Level, Trust};
use roster_values::text::{Traits, strip};

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R0205",
    slug: "leading-apostrophe",
    level: Level::Info,
    zh: "开头多了一个单引号，检查时已忽略，请去掉。",
    en: "An apostrophe stands before the text; it was ignored in the check. Remove it.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Value {
        covers: Covers::All,
        when: Traits::APOSTROPHE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let text = cell.text();
    cell.report(|finding| {
        finding.fix(Trust::Safe, text, strip(text));
    });
}
