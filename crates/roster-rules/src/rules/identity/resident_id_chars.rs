//! # 身份证号里有不该有的字符
//!
//! 居民身份证号只由数字组成，最后一位还可以是大写字母X，这里出现了别的字符，或者数字之间有空格。
//!
//! ## 为什么重要
//!
//! 多一个文字或者符号，系统就认不出这个号码，也无法与公安的人口信息核对，这名学生会被退回或者成为问题学籍。
//!
//! ## 怎么改
//!
//! 删掉号码以外的文字、符号和空格，再对照户口簿补全18位。去掉多余字符后正好是一个通过校验的号码时，可以点一下采用。一格里写了两个号码或者带说明的，只留下学生本人的号码。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 证件类型 | 证件号 |
//! | 王小明 | 居民身份证 | 11010120150901-0016 |
//! ! id_number character=- position=15
//! ~? id_number -> 110101201509010016
//! | 王小明 | 居民身份证 | 110101\s20150901\s0016 |
//! ! id_number position=7 level=warning
//! ~? id_number -> 110101201509010016
//! | 王小明 | 居民身份证 | 110101201509010016（母） |
//! ! id_number character=( position=19
//! ~? id_number -> 110101201509010016
//! | 王小明 | 居民身份证 | 11010120150902002X（母） |
//! ! id_number character=( position=19
//! ~? id_number -> 11010120150902002X
//! | 王小明 | 居民身份证 | 11010120150902002X4 |
//! | 王小明 | 居民身份证 | 11010120150901A016 |
//! ! id_number character=A position=15
//! | 王小明 | 居民身份证 | X10101201509010016 |
//! ! id_number character=X position=1
//! | 王小明 | 居民身份证 | 11010120150901001号 |
//! ! id_number character=号 position=18
//! | 王小明 | 居民身份证 | 11010519491231002X |
//! | 王小明 | 居民身份证 | 11010519491231002ｘ |
//! | 王小明 | 居民身份证 | \s110101201509010016\s |
//! | 王小明 | 居民身份证 | 11O101201509010016 |
//! | 王小明 | 居民身份证 | 110101\s20150901\s0017 |
//! | 王小明 | 居民身份证 | E12345678 |
//! | 王小明 | 居民身份证 | 待补 |
//! | 王小明 | 居民身份证 |  |
//! | 王小明 | 护照 | E12345678 |
//! | 王小明 |  | 11010120150901A016 |
//! ! id_number character=A position=15
//! | 王小明 |  | 110101201509010016（母） |
//! ! id_number character=( position=19
//! ~? id_number -> 110101201509010016
//! | 王小明 |  | E12345678 |
//! | 王小明 |  | 出生证Q44012345 |
//! ```
//!
//! 没有证件类型一列的名单，不像别的证件号码的，也按身份证号看：
//!
//! ```roster
//! | 姓名 | 身份证号 |
//! | 王小明 | 110101/20150901/0016 |
//! ! id_number level=error
//! ~? id_number -> 110101201509010016
//! | 王小明 | G110101201509010016 |
//! ! id_number level=error
//! ~? id_number -> 110101201509010016
//! | 王小明 | 110101########0016 |
//! ! id_number level=error
//! | 王小明 | 正在办理 |
//! ! id_number level=warning
//! | 陈大文 | 护照E12345678 |
//! ! id_number level=warning
//! | 王小明 | 无 |
//! | 王小明 |  |
//! | 陈大文 | H12345678 |
//! | 陈大文 | E12345678 |
//! | 陈大文 | A123456(7) |
//! | 陈大文 | 12345678 |
//! ```
//!
//! ```roster
//! | 姓名 | 证件号 |
//! | 王小明 | 11010120150901-0016-1 |
//! | 王小明 | 王小明110101201509010016 |
//! ! id_number level=error
//! ~? id_number -> 110101201509010016
//! | 王小明 | 出生证Q44012345 |
//! ```
//!
//! ---
//!
//! # Resident ID with a character out of place
//!
//! A resident ID consists of digits, and its last character may be a capital X. Something else
//! stands in this one, or there are spaces between the digits.
//!
//! ## Why it matters
//!
//! With a word or a sign in it the number is not recognised and cannot be compared with the
//! population register: the pupil is sent back or becomes a problem registration.
//!
//! ## How to fix
//!
//! Take out words, signs and spaces, then complete the 18 characters from the household register.
//! Where the rest is a number whose check digit is right, one click accepts it. Where a cell has two
//! numbers or a remark, leave only the pupil's own number.

use roster_model::{Column, Level, Trust};
use roster_values::id_number::IdNumber;
use roster_values::text::{Traits, is_white, strip, tidy_code};

use crate::gathered::document::{Look, begins_with_region, number_within};
use crate::{Check, Document, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R1002",
    slug: "resident-id-chars",
    level: Level::Error,
    zh: "身份证号只能由17位数字加1位数字或X组成，第{position}个字符是“{character}”。",
    en: "A resident ID is 17 digits and a digit or X; character {position} is {character}.",
    basis: "GB 11643-1999：17位数字加1位校验码",
    since: "0.1",
    unless: &["R0218", "R0012", "R0211"],
    check: Check::Document {
        needs: &[Column::IdNumber],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let Some((position, character)) = first_wrong(row) else {
        return;
    };
    // What looks like another document is a wrong type rather than a wrong number.
    let is_other = matches!(Look::of(row), Some(look) if !matches!(look, Look::ResidentCard(_)));
    let text = row.text(Column::IdNumber);
    let is_meant = match row.document() {
        Document::Resident => true,
        Document::Unstated => is_of_resident(text),
        _ => false,
    };
    if !is_meant || is_other {
        return;
    }
    let today = row.settings().today;
    let is_space = is_white(character);
    // In a list without types a word, or a number that has letters, may be of another document.
    let is_letter = |it: char| it.is_alphabetic() && !matches!(it, 'X' | 'x');
    let may_be_other = !row.has(Column::IdType)
        && matches!(row.id(Column::IdNumber), IdNumber::Other(_))
        && text.contains(is_letter)
        && number_within(text).is_none();
    let level = if is_space || may_be_other {
        Level::Warning
    } else {
        Level::Error
    };
    row.report_at(level, Column::IdNumber, |finding| {
        finding.number("position", position);
        if is_space {
            finding.said("character", "空格", "a space");
        } else {
            finding.fact("character", character);
        }
        if let Some(number) = number_within(text).filter(|it| it.is_valid_by_itself(today)) {
            finding.fix(Trust::Review, text, number.text());
        }
    });
}

/// Whether a number with something else in it can be nothing but a resident number.
fn is_of_resident(text: &str) -> bool {
    let tidy = tidy_code(text);
    number_within(text).is_some() || begins_with_region(&tidy) && tidy.chars().nth(14).is_some()
}

/// The first character that does not belong, with its position from 1.
fn first_wrong(row: &Row<'_>) -> Option<(u64, char)> {
    let text = row.text(Column::IdNumber);
    match row.id(Column::IdNumber) {
        IdNumber::WrongCharacter {
            position,
            character,
        } => Some((u64::from(*position), *character)),
        IdNumber::Other(_) => {
            let tidy = tidy_code(text);
            match first_out_of_place(&tidy, char::is_ascii_digit)? {
                // An X in the last place of a number is right, whatever follows it.
                (18, 'X' | 'x') => {
                    let mut behind = (1..).zip(tidy.chars()).skip(18);
                    behind.find(|it| !it.1.is_ascii_digit())
                }
                found => Some(found),
            }
        }
        // A space hides nothing; what is wrong with the number otherwise is said by other rules.
        IdNumber::Resident(id) if row.traits(Column::IdNumber).contains(Traits::INNER_SPACE) => {
            let is_right = id.is_valid_by_itself(row.settings().today);
            first_out_of_place(&strip(text), |it| !is_white(*it)).filter(|_| is_right)
        }
        _ => None,
    }
}

/// The first character that does not belong; an `X` does at the very end.
fn first_out_of_place(text: &str, belongs: impl Fn(&char) -> bool) -> Option<(u64, char)> {
    let body = text.strip_suffix(['X', 'x']).unwrap_or(text);
    let (at, found) = body.chars().enumerate().find(|(_, it)| !belongs(it))?;
    Some((at as u64 + 1, found))
}
