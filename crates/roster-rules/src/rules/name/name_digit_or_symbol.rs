//! # 姓名里有数字或符号
//!
//! 姓名里出现了数字、标点或者括号，这些都不是姓名的一部分；没有汉字的姓名只能用拉丁字母书写。
//!
//! ## 为什么重要
//!
//! 姓名与公安的人口信息不匹配，学籍会成为问题学籍。
//!
//! ## 怎么改
//!
//! 对照户口簿写对姓名，说明文字移到备注里。生僻字显示不出来的，请按身份证上的字重新录入，不要用拼音或者拆字代替。“薛某某”这样用“某”代替名字的，也请补上。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 曾用名 |
//! | 张3丰 | 男 |  |
//! ! name character=3
//! | 张？丰 | 男 | 张+丰 |
//! ! former_name character=+
//! | 张３丰 | 男 |  |
//! ! name character=３
//! | 张（丰 | 男 |  |
//! ! name character=（
//! | 张○ | 女 |  |
//! ! name character=○
//! ~? name -> 张〇
//! | 1.张三丰 | 男 |  |
//! ! name character=1
//! ~? name -> 张三丰
//! | １２、张三丰 | 男 |  |
//! ! name character=１
//! ~? name -> 张三丰
//! | Мария | 女 |  |
//! ! name character=М
//! | 买买提·阿卜杜拉 | 男 | 阿卜杜拉.买买提 |
//! | 阿〇 | 男 | 王A |
//! | Anne-Marie O'Neil | 女 | Smith, J. |
//! | 张三丰（转） | 男 | / |
//! | 张 三 | 男 | 无 |
//! | '张三丰 | 男 | José |
//! | 薛某某 | 男 | 欧阳某 |
//! ! name level=warning character=某
//! ! former_name level=warning character=某
//! | 王小某 | 男 | 某明 |
//! |  | 男 |  |
//! ```
//!
//! 家庭成员的姓名也看，只作警告：
//!
//! ```roster
//! | 姓名 | 父亲 | 母亲 |
//! | 王小明 | 王1强 | 林子敏/林梓敏 |
//! ! member1_name level=warning character=1
//! ! member2_name level=warning character=/
//! | 王小明 | John Smith | 林子敏 |
//! ```
//!
//! ---
//!
//! # Digit or symbol in the name
//!
//! There is a digit, a punctuation mark or a bracket in the name, none of which belongs to a name. A
//! name without Han characters is written in Latin letters.
//!
//! ## Why it matters
//!
//! The name does not agree with the population register and makes a problem registration.
//!
//! ## How to fix
//!
//! Write the name as in the household register and move remarks elsewhere. Type a rare character
//! again as the identity card has it; do not put pinyin or its parts. Where 某 stands for the given name (薛某某),
//! fill that in.

use roster_model::{Level, Trust};
use roster_standard::Kind;
use roster_values::name::{defects, surname};
use roster_values::text::{Traits, half_width_char, is_garbled, is_han, is_white, strip};

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R2005",
    slug: "name-digit-or-symbol",
    level: Level::Error,
    zh: "姓名中含“{character}”，请对照户口簿核对。",
    en: "There is {character} in the name; compare with the household register.",
    basis: "本工具自定：户口簿上的姓名没有数字和符号",
    since: "0.1",
    unless: &[
        "R0218", "R0012", "R0207", "R0210", "R0211", "R0215", "R2009", "R2013",
    ],
    check: Check::Value {
        covers: Covers::Kinds(&[Kind::Name]),
        when: Traits::NONE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    if !cell.traits().contains(Traits::MIXED) {
        // 薛某某 is nobody's name in the register.
        if is_unnamed(cell.text()) {
            cell.report_at(Level::Warning, |finding| {
                finding.fact("character", '某');
            });
        }
        return;
    }
    // The apostrophe of a text cell and invisible characters have rules of their own.
    let text = strip(cell.text());
    let found = defects(&text);
    let foreign = text
        .chars()
        .find(|&it| found.han == 0 && is_letter_of_another_script(it));
    let Some(character) = found.symbol.or(foreign) else {
        return;
    };
    // Of a name that is garbled as a whole it is told as such.
    if is_garbled(&text) {
        return;
    }
    // What a family member is called is compared with nothing.
    let level = if cell.column().member().is_some() {
        Level::Warning
    } else {
        Level::Error
    };
    // The zero of Chinese, which few know how to type.
    let meant = match character {
        '○' | '◯' => Some(text.replace(character, "〇")),
        _ => behind_number(&text).map(str::to_owned),
    };
    let written = cell.text();
    cell.report_at(level, |finding| {
        finding.fact("character", character);
        if let Some(meant) = meant {
            finding.fix(Trust::Review, written, meant);
        }
    });
}

/// Whether 某 stands for all that follows the surname.
fn is_unnamed(name: &str) -> bool {
    name.ends_with('某') && {
        let given = name.strip_prefix(surname(name)).unwrap_or_default();
        !given.is_empty() && given.chars().all(|it| it == '某') && given.chars().count() <= 2
    }
}

/// The name behind the serial number of the pupil: 1.张三, 12、李四.
fn behind_number(text: &str) -> Option<&str> {
    let is_digit = |it: char| half_width_char(it).is_ascii_digit();
    let is_sign = |it: char| ".．、,，)）:：".contains(it) || is_white(it);
    let name = text.trim_start_matches(is_digit);
    let name = name.trim_start_matches(is_sign);
    let is_name = name.len() < text.len() && name.chars().all(is_han);
    (is_name && name.chars().nth(1).is_some()).then_some(name)
}

/// A letter that is neither Latin nor a Han character.
fn is_letter_of_another_script(c: char) -> bool {
    let is_latin = matches!(half_width_char(c), '\0'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}');
    c.is_alphabetic() && !is_latin
}
