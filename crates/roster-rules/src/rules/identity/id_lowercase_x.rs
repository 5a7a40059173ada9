//! # 身份证号末位是小写x
//!
//! 身份证号末位的X应当大写，这里写成了小写。
//!
//! ## 为什么重要
//!
//! 大小写不同，电脑会当成两个号码，查重和照片按号码命名时就对不上。
//!
//! ## 怎么改
//!
//! 采用给出的写法即可，只把小写改成大写，号码不变。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 证件类型 | 证件号 |
//! | 王小明 | 居民身份证 | 11010519491231002x |
//! ! id_number
//! ~ id_number -> 11010519491231002X
//! | 王小明 | 居民身份证 | 11010519491231002X |
//! | 王小明 | 居民身份证 | 11010519491231002ｘ |
//! | 王小明 | 居民身份证 | 110101201509010016 |
//! | 王小明 | 居民身份证 |  |
//! | 王小明 | 护照 | x1234567 |
//! ```
//!
//! ---
//!
//! # Lower-case x at the end of the resident ID
//!
//! The X at the end of a resident ID is a capital letter; here it is a small one.
//!
//! ## Why it matters
//!
//! To a program the two spellings are two numbers: duplicates are missed, and photographs named
//! after the number are not found.
//!
//! ## How to fix
//!
//! Accept the offered spelling; nothing but the case changes.

use roster_model::{Column, Level, Trust};
use roster_values::id_number::IdNumber;

use crate::{Check, Document, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R1007",
    slug: "id-lowercase-x",
    level: Level::Info,
    zh: "身份证号末位应为大写X。",
    en: "The last character of the resident ID should be a capital X.",
    basis: "GB 11643-1999：校验码为10时写作X",
    since: "0.1",
    unless: &[],
    check: Check::Document {
        needs: &[Column::IdNumber],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let IdNumber::Resident(_) = row.id(Column::IdNumber) else {
        return;
    };
    // The full-width letter is a matter of width first.
    let text = row.text(Column::IdNumber);
    if !text.contains('x') || row.document() != Document::Resident {
        return;
    }
    row.report(Column::IdNumber, |finding| {
        finding.fix(Trust::Safe, text, text.replace('x', "X"));
    });
}
