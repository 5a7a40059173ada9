//! # 电话按数字保存
//!
//! 这个手机号在表里是数字，不是文字。
//!
//! ## 为什么重要
//!
//! 11位手机号按数字保存不会出错，但同一列里的固定电话会丢掉区号前的0，填写说明也要求按文字填写。
//!
//! ## 怎么改
//!
//! 把电话一列的格式设为“文本”，再重新填写或粘贴；号码本身不用改。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 联系电话 |
//! | 王小明 | num:13800000001 |
//! ! phone level=info
//! | 李小红 | 13800000001 |
//! | 张华 | num:43160000001 |
//! | 陈文 | １３８００００００１ |
//! | 赵云 | num:1380000 |
//! | 周敏 |  |
//! ```
//!
//! ---
//!
//! # Phone number kept as a number
//!
//! In the file this mobile number is a number, not a text.
//!
//! ## Why it matters
//!
//! A mobile number loses nothing by it, but a landline of the same column loses the zero of its area
//! code, and the guides ask for text.
//!
//! ## How to fix
//!
//! Set the format of the column to text and write or paste the numbers again; the number itself is
//! right.

use roster_model::{CellKind, Level};
use roster_standard::Kind;
use roster_values::phone::{Phone, read_phone};
use roster_values::text::Traits;

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R5014",
    slug: "phone-number-cell",
    level: Level::Info,
    zh: "手机号按数字保存，请把这一列设为“文本”。",
    en: "The mobile number is kept as a number; set the column to text.",
    basis: "各地采集表的填写说明（电话按文本填）",
    since: "0.1",
    unless: &[],
    check: Check::Value {
        covers: Covers::Kinds(&[Kind::Phone]),
        when: Traits::NONE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    if cell.kind() == CellKind::Number && read_phone(cell.text()) == Phone::Mobile {
        cell.report(|_| {});
    }
}
