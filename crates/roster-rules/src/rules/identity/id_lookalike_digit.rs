//! # 身份证号里字母像数字
//!
//! 号码里有一个字母，样子像某个数字；换成那个数字以后，校验码正好相符。
//!
//! ## 为什么重要
//!
//! 身份证号前17位只能是数字，夹着字母O或者l的号码系统不认，眼睛却很难看出来。
//!
//! ## 怎么改
//!
//! 核对户口簿上的这一位，确认后点一下采用给出的号码。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 证件类型 | 证件号 |
//! | 王小明 | 居民身份证 | 11O101201509010016 |
//! ! id_number position=3 character=O meant=0
//! ~? id_number -> 110101201509010016
//! | 王小明 | 居民身份证 | 1101O12O1509010016 |
//! ! id_number position=5 character=O meant=0
//! ~? id_number -> 110101201509010016
//! | 王小明 | 居民身份证 | 11Ｏ101201509010016 |
//! ! id_number position=3 character=O meant=0
//! ~? id_number -> 110101201509010016
//! | 王小明 | 居民身份证 | 11O1012O15090l0016 |
//! ! id_number position=3 character=O meant=0
//! ~? id_number -> 110101201509010016
//! | 王小明 | 居民身份证 | 11O101201509010017 |
//! | 王小明 | 居民身份证 | 11A101201509010016 |
//! | 王小明 | 居民身份证 | 110101201509010016 |
//! | 王小明 | 居民身份证 |  |
//! | 王小明 | 其他 | 11O101201509010016 |
//! ```
//!
//! ---
//!
//! # Letter in place of a digit
//!
//! A letter in the number resembles a digit, and with that digit the check digit is right.
//!
//! ## Why it matters
//!
//! The first 17 characters are digits only. A number with the letter O or l among them is not
//! accepted, and the eye hardly sees why.
//!
//! ## How to fix
//!
//! Look at this digit in the household register, then accept the offered number with one click.

use roster_model::{Column, Level, Trust};
use roster_values::id_number::IdNumber;

use crate::{Check, Document, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R1009",
    slug: "id-lookalike-digit",
    level: Level::Warning,
    zh: "身份证号第{position}位“{character}”疑似数字“{meant}”，请对照户口簿核对。",
    en: "Character {position} of the resident ID, {character}, may be the digit {meant}; compare with the household register.",
    basis: "本工具自定：换成数字后，GB 11643-1999 的校验码正确",
    since: "0.1",
    unless: &[],
    check: Check::Document {
        needs: &[Column::IdNumber],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let &IdNumber::LookalikeDigit {
        position,
        character,
        meant,
        id,
    } = row.id(Column::IdNumber)
    else {
        return;
    };
    if row.document() != Document::Resident {
        return;
    }
    let text = row.text(Column::IdNumber);
    row.report(Column::IdNumber, |finding| {
        finding
            .number("position", position)
            .fact("character", character)
            .fact("meant", meant)
            .fix(Trust::Review, text, id.text());
    });
}
