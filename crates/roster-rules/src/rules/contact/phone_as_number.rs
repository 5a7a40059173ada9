//! # 固定电话少了区号前的0
//!
//! 这个号码在前面补一个0，就是带区号的固定电话。
//!
//! ## 为什么重要
//!
//! 表格软件把电话当作数字保存时，会去掉最前面的0。少了0的号码系统会拒收，也打不通。
//!
//! ## 怎么改
//!
//! 核对是不是固定电话，是的话采用补了0的写法，并把这一列设为“文本”。如果其实是少录了一位的手机号，请向家长问清。
//!
//! 港澳台侨外学生和外国籍学生可能使用境外电话，所以只作警告。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 港澳台侨外 | 联系电话 |
//! | 王小明 | 否 | num:43160000001 |
//! ! phone level=error value=43160000001
//! ~? phone -> 043160000001
//! | 王小明 | 否 | 043160000001 |
//! | 李小红 | 否 | １０６０００００１２ |
//! ! phone
//! ~? phone -> 01060000012
//! | 李小红 | 否 | num:13800000001 |
//! | 张华 | 否 | 1380000000 |
//! | 张华 | 否 | 60000001 |
//! | 陈大文 | 香港同胞 | num:85223456789 |
//! | 陈大文 | 香港同胞 | num:43160000001 |
//! ! phone level=warning
//! | 陈大文 | 否 |  |
//! ```
//!
//! ---
//!
//! # A landline lost the zero of its area code
//!
//! With a zero in front, this number is a landline with its area code.
//!
//! ## Why it matters
//!
//! A spreadsheet that takes phone numbers for numbers drops the zero in front. Without it the system
//! refuses the number, and nobody can be reached.
//!
//! ## How to fix
//!
//! Check that it is a landline, then accept the number with the zero and set the column to text. If it
//! is a mobile number with a digit missing, ask the parents.
//!
//! Pupils from Hong Kong, Macao, Taiwan or abroad may have a number from elsewhere, so they only get a
//! warning.

use roster_model::{Column, Level, Trust};
use roster_values::phone::with_lost_zero;

use super::phone_format::is_from_elsewhere;
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R5007",
    slug: "phone-as-number",
    level: Level::Error,
    zh: "电话“{value}”的区号前可能少了0，请核对。",
    en: "The phone number {value} has perhaps lost the zero of its area code; please check.",
    basis: "全国系统导入模板的填写说明（固话或手机）；区号由本工具自定",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215"],
    check: Check::AnyOf {
        columns: &Column::PHONES,
        check,
    },
};

fn check(row: &mut Row<'_>) {
    for column in Column::PHONES {
        let text = row.text(column);
        // Eleven digits that begin with 13 to 19 are nearly every number there is.
        if matches!(text.as_bytes(), [] | [b'0', ..] | [b'1', b'3'..=b'9', ..]) {
            continue;
        }
        let Some(whole) = with_lost_zero(text) else {
            continue;
        };
        let level = if is_from_elsewhere(row) {
            Level::Warning
        } else {
            Level::Error
        };
        row.report_at(level, column, |finding| {
            finding
                .quote("value", column, text)
                .fix(Trust::Review, text, whole);
        });
    }
}
