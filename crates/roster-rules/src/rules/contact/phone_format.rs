//! # 联系电话的写法不对
//!
//! 填写的内容不是一个11位手机号，也不是带区号的固定电话。
//!
//! ## 为什么重要
//!
//! 系统会拒收写法不对的电话；学校有急事时也联系不上家长。
//!
//! ## 怎么改
//!
//! 向家长核对号码，一个单元格只填一个。手机号是11位；固定电话前面要有区号，例如 0431-81234567。多出来的 +86、空格和横线可以直接采用给出的写法去掉。
//!
//! 港澳台侨外学生和外国籍学生可能使用境外电话，所以只作警告。号码的写法按内地通行的号段判断，没有查证号码是否在用。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 港澳台侨外 | 联系电话 |
//! | 王小明 | 否 | 1380013800 |
//! ! phone level=error
//! | 王小明 | 否 | 13800138000 |
//! | 李小红 | 否 | +86 138-0013-8000 |
//! ! phone level=warning
//! ~ phone -> 13800138000
//! | 李小红 | 否 | １３８００１３８０００ |
//! | 张华 | 否 | 13800138000/13900139000 |
//! ! phone level=warning
//! | 张华 | 否 | 0431-81234567 |
//! | 张华 | 否 | 81234567 |
//! ! phone level=error
//! | 陈大文 | 香港同胞 | 00852 2123 4567 |
//! ! phone level=warning
//! | 陈大文 | 否 | 0431－81234567 |
//! ! phone level=warning
//! ~ phone -> 0431-81234567
//! | 陈大文 | 否 | 0431 8123 4567 |
//! ! phone level=warning
//! ~ phone -> 043181234567
//! | 陈大文 | 否 | 0431-812345 |
//! ! phone level=error
//! | 陈大文 | 否 | (021)123456789 |
//! ! phone level=error
//! | 赵云 | 否 | 1380013800O |
//! ! phone level=error
//! ~? phone -> 13800138000
//! | 赵云 | 否 | 妈妈13800138000 |
//! ! phone level=error
//! ~? phone -> 13800138000
//! | 赵云 | 否 | 13800138000转8 |
//! ! phone level=error
//! | 陈大文 | 否 |  |
//! | 陈大文 | 否 | 待补 |
//! ```
//!
//! 只有家长电话的名单也检查：
//!
//! ```roster
//! | 姓名 | 父亲电话 | 母亲电话 |
//! | 王小明 | 1380013800 | 13900139000 |
//! ! member1_phone level=error
//! ```
//!
//! ---
//!
//! # The phone number is not well-formed
//!
//! The cell has neither a mobile number of 11 digits nor a landline with its area code.
//!
//! ## Why it matters
//!
//! The system refuses such a number, and in an emergency nobody can be reached.
//!
//! ## How to fix
//!
//! Ask the parents and write one number in the cell. A mobile number has 11 digits; a landline needs
//! its area code, as in 0431-81234567. For +86, spaces and hyphens accept the offered spelling.
//!
//! Pupils from Hong Kong, Macao, Taiwan or abroad may have a number from elsewhere, so they only get
//! a warning. Numbers are judged by their shape; whether they are in service is not known.

use roster_model::{Column, Level, Trust};
use roster_values::phone::{Phone, read_phone};
use roster_values::text::half_width;

use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R5006",
    slug: "phone-format",
    level: Level::Error,
    zh: "联系电话“{value}”的写法不对，{note}。",
    en: "The phone number {value} is not well-formed: {note}.",
    basis: "全国系统导入模板的填写说明（固话或手机）；号码形式由本工具自定",
    since: "0.1",
    unless: &["R0218", "R0012", "R0210", "R0215", "R5007"],
    check: Check::AnyOf {
        columns: &Column::PHONES,
        check,
    },
};

fn check(row: &mut Row<'_>) {
    for column in Column::PHONES {
        check_column(row, column);
    }
}

fn check_column(row: &mut Row<'_>, column: Column) {
    let text = row.text(column);
    let (level, zh, en, tidy) = match read_phone(text) {
        Phone::Blank | Phone::Placeholder | Phone::Mobile | Phone::Landline => return,
        Phone::Prefixed(tidy) => (
            Level::Warning,
            "请去掉多余的前缀、空格和符号",
            "leave out the prefix, the spaces and the signs",
            Some(tidy),
        ),
        Phone::Several(_) => (
            Level::Warning,
            "一个单元格只填一个号码",
            "write one number in a cell",
            None,
        ),
        Phone::Malformed => (
            if is_from_elsewhere(row) {
                Level::Warning
            } else {
                Level::Error
            },
            "应为11位手机号，或带区号的固定电话",
            "a mobile number has 11 digits, a landline its area code",
            None,
        ),
    };
    row.report_at(level, column, |finding| {
        finding.quote("value", column, text).said("note", zh, en);
        if let Some(tidy) = tidy {
            finding.fix(Trust::Safe, text, tidy);
        } else if let Some(plain) = plain_mobile(text) {
            finding.fix(Trust::Review, text, plain);
        }
    });
}

/// The one mobile number in a text with words, or with letters that look like digits.
fn plain_mobile(text: &str) -> Option<String> {
    let digits: String = half_width(text)
        .chars()
        .filter_map(|it| match it {
            'O' | 'o' => Some('0'),
            'l' | 'I' => Some('1'),
            it => it.is_ascii_digit().then_some(it),
        })
        .collect();
    (read_phone(&digits) == Phone::Mobile).then_some(digits)
}

/// Whether the pupil may well have a number from outside the mainland.
pub(super) fn is_from_elsewhere(row: &Row<'_>) -> bool {
    let differs = |column, usual| {
        row.listed(column)
            .entry()
            .is_some_and(|it| it.label != usual)
    };
    differs(Column::HmtStatus, "否") || differs(Column::Nationality, "中国")
}
