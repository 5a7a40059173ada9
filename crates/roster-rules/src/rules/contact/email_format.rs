//! # 电子信箱的写法不对
//!
//! 这不是一个电子信箱地址：缺少“@”，或者“@”后面不是域名。
//!
//! ## 为什么重要
//!
//! 学校发的邮件收不到；有的系统会拒收写法不对的信箱。
//!
//! ## 怎么改
//!
//! 向家长核对，填写完整的地址，例如 name@example.com；QQ 邮箱要带上 @qq.com。没有信箱的留空。用了中文的“＠”“。”的，可以采用给出的写法。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 电子信箱 |
//! | 王小明 | 男 | 10001 |
//! ! email level=info value=10001
//! | 王小明 | 男 | 10001@qq.com |
//! | 李小红 | 女 | li＠example .com |
//! ! email
//! ~? email -> li@example.com
//! | 李小红 | 女 | ｌｉ@example.com |
//! | 张华 | 男 | zhang@example |
//! ! email
//! | 张华 | 男 | zhang.hua+1@mail.example.com |
//! | 陈文 | 男 |  |
//! ```
//!
//! ---
//!
//! # The e-mail address is not well-formed
//!
//! This is no e-mail address: the @ is missing, or no domain follows it.
//!
//! ## Why it matters
//!
//! Mail from the school does not arrive, and some systems refuse such an address.
//!
//! ## How to fix
//!
//! Ask the parents and write the whole address, such as name@example.com; a QQ mailbox ends in
//! @qq.com. Leave the cell blank where there is none. Accept the offered text where only the signs were
//! typed with a Chinese keyboard.

use roster_model::{Level, Trust};
use roster_standard::Kind;
use roster_values::email::{Email, read_email};
use roster_values::text::Traits;

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R5010",
    slug: "email-format",
    level: Level::Info,
    zh: "电子信箱“{value}”的写法不对，请核对。",
    en: "The e-mail address {value} is not well-formed; please check.",
    basis: "RFC 5321 第4.1.2条；不含带引号的地址",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215"],
    check: Check::Value {
        covers: Covers::Kinds(&[Kind::Email]),
        when: Traits::NONE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let (text, column) = (cell.text(), cell.column());
    let fix = match read_email(text) {
        Email::Blank | Email::Placeholder | Email::Address => return,
        Email::Untidy(address) => Some(address),
        Email::Malformed => None,
    };
    cell.report(|finding| {
        finding.quote("value", column, text);
        if let Some(address) = fix {
            finding.fix(Trust::Review, text, address);
        }
    });
}
