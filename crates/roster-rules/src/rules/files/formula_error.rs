//! # 公式出错，没有内容
//!
//! 这个单元格显示的是公式的出错标记，例如 #N/A、#REF!，不是学生的信息。
//!
//! ## 为什么重要
//!
//! 出错标记会被当作文字交上去，系统会拒收，或者把它存成学生的信息。
//!
//! ## 怎么改
//!
//! 找到公式引用的那张表，查出这名学生的实际内容，直接填写在这里；整列都用公式时，先改好公式，再“选择性粘贴—数值”。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 证件号 | 民族 |
//! | 王小明 | #N/A | 汉族 |
//! ! id_number value=#N/A
//! | 李小红 | 110101201509010024 | #REF! |
//! ! ethnic_group value=#REF!
//! | 赵小华 | N/A | #1 |
//! | 钱小军 |  | ＃Ｎ／Ａ |
//! ```
//!
//! ---
//!
//! # Formula failed, no content
//!
//! The cell shows the mark of a failed formula, such as #N/A or #REF!, instead of the pupil's data.
//!
//! ## Why it matters
//!
//! The mark is submitted as text: the system refuses it, or stores it as the pupil's data.
//!
//! ## How to fix
//!
//! Look the pupil up in the table that the formula points to and type the value here. Where a whole
//! column consists of formulas, repair the formula first, then paste the column as values.

use roster_model::Level;
use roster_values::text::{Traits, trim};

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R0012",
    slug: "formula-error",
    level: Level::Error,
    zh: "这里是公式出错的标记 {value}，没有实际内容，请查明后填写。",
    en: "The cell holds the mark of a failed formula, {value}; fill in the value itself.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Value {
        covers: Covers::All,
        when: Traits::ERROR,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let text = cell.text();
    cell.report(|finding| {
        finding.fact("value", trim(text));
    });
}
