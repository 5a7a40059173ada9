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
//! ! phone level=error note=手机号应为11位，现为10位
//! | 王小明 | 否 | 13800138000 |
//! | 李小红 | 否 | +86 138-0013-8000 |
//! ! phone level=warning note=请去掉多余的国家代码、空格、横线
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
//! ! phone level=error note=里面有文字，只填号码
//! | 陈大文 | 否 |  |
//! | 陈大文 | 否 | 待补 |
//! ```
//!
//! 提示里写明错在哪里：
//!
//! ```roster
//! | 姓名 | 联系电话 |
//! | 王小明 | 5223344 |
//! ! phone level=error note=固定电话少了区号
//! | 王小明 | 138001380001 |
//! ! phone level=error note=手机号应为11位，现为12位
//! | 李小红 | 12345678901 |
//! ! phone level=error note=手机号以13至19开头，没有这样的号段
//! | 李小红 | 张老师 |
//! ! phone level=error note=里面没有号码
//! | 张华 | 0435-5223344转2 |
//! ! phone level=error note=分机号前面用横线，不写“转”
//! ~? phone -> 0435-5223344-2
//! | 张华 | 23800138000 |
//! ! phone level=error note=应为11位手机号，或带区号的固定电话，现有11个数字
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

use roster_model::{Column, Language, Level, Trust};
use roster_values::phone::{Phone, read_phone};
use roster_values::text::{half_width, is_white, strip};

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
            superfluous(text, &tidy, Language::Zh),
            superfluous(text, &tidy, Language::En),
            Some(tidy),
        ),
        Phone::Several(numbers) => (
            Level::Warning,
            format!("一个单元格只填一个号码，这里有{}个", numbers.len()),
            format!("write one number in a cell, not {}", numbers.len()),
            None,
        ),
        Phone::Malformed => {
            let (zh, en) = fault(text);
            let level = if is_from_elsewhere(row) {
                Level::Warning
            } else {
                Level::Error
            };
            (level, zh, en, None)
        }
    };
    row.report_at(level, column, |finding| {
        finding.quote("value", column, text).said("note", &zh, &en);
        if let Some(tidy) = tidy {
            finding.fix(Trust::Safe, text, tidy);
        } else if let Some(plain) = plain_mobile(text).or_else(|| with_extension(text)) {
            finding.fix(Trust::Review, text, plain);
        }
    });
}

/// What stands in and before a number that does not belong there. A masked number may show nothing of it.
fn superfluous(text: &str, tidy: &str, language: Language) -> String {
    let narrow = half_width(text);
    let digits = |it: &str| it.bytes().filter(u8::is_ascii_digit).count();
    let is_longer = digits(&narrow) > digits(tidy) && !narrow.ends_with(".0");
    let has_hyphen = narrow.contains(|it| matches!(it, '-' | '‐'..='―' | '−'));
    let parts = [
        (
            is_longer || narrow.contains('+'),
            "国家代码",
            "the country code",
        ),
        (narrow.trim().contains(is_white), "空格", "blanks"),
        (has_hyphen && !tidy.contains('-'), "横线", "hyphens"),
        (narrow.contains(['(', ')']), "括号", "brackets"),
        (narrow.contains('.'), "小数点", "the point"),
    ];
    let parts = parts.iter().filter(|it| it.0);
    let (all, comma) = match language {
        Language::Zh => (parts.map(|it| it.1).collect::<Vec<_>>(), "、"),
        Language::En => (parts.map(|it| it.2).collect(), ", "),
    };
    match (language, all.is_empty()) {
        (Language::Zh, false) => format!("请去掉多余的{}", all.join(comma)),
        (Language::Zh, true) => "横线要用半角的“-”".to_owned(),
        (Language::En, false) => format!("leave out {}", all.join(comma)),
        (Language::En, true) => "the hyphen has to be the narrow one".to_owned(),
    }
}

/// What is wrong with a text that is no number.
fn fault(text: &str) -> (String, String) {
    let stripped = strip(text);
    let narrow = half_width(&stripped);
    let count = narrow.bytes().filter(u8::is_ascii_digit).count();
    let said = |zh: &str, en: &str| (zh.to_owned(), en.to_owned());
    if count == 0 {
        return said("里面没有号码", "there is no number in it");
    }
    if with_extension(text).is_some() {
        return said(
            "分机号前面用横线，不写“转”",
            "put a hyphen before the extension",
        );
    }
    if narrow.contains(char::is_alphabetic) {
        return said(
            "里面有文字，只填号码",
            "there are words or letters in it; write the number only",
        );
    }
    let is_bare = narrow.len() == count;
    match (narrow.as_bytes()[0], count) {
        (b'2'..=b'9', 7 | 8) if is_bare => {
            said("固定电话少了区号", "the landline lacks its area code")
        }
        (b'1', 11) if is_bare => said(
            "手机号以13至19开头，没有这样的号段",
            "a mobile number begins with 13 to 19",
        ),
        (b'1', _) if is_bare => (
            format!("手机号应为11位，现为{count}位"),
            format!("a mobile number has 11 digits, not {count}"),
        ),
        _ => (
            format!("应为11位手机号，或带区号的固定电话，现有{count}个数字"),
            format!(
                "a mobile number has 11 digits, a landline its area code; there are {count} digits"
            ),
        ),
    }
}

/// A landline with its extension behind a word: 0435-5223344转2.
fn with_extension(text: &str) -> Option<String> {
    let stripped = strip(text);
    let narrow = half_width(&stripped);
    let (number, extension) = narrow.split_once('转')?;
    let number = number.trim_end_matches('-');
    let tidy = format!("{number}-{}", extension.trim_start_matches('-'));
    (read_phone(number) == Phone::Landline && read_phone(&tidy) == Phone::Landline).then_some(tidy)
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
