//! # 身份证号位数不对
//!
//! 居民身份证号正好是18位，这里多了或者少了。
//!
//! ## 为什么重要
//!
//! 位数不对的号码不属于任何人，导入后会成为“身份证号错误”的问题学籍，只能变更或者删除。
//!
//! ## 怎么改
//!
//! 拿户口簿逐位对照，找出漏掉或者多出的那一位。如果下面列出了候选号码，它们只比现在的号码多一位或少一位，并且与出生日期、性别和行政区划相符，供核对时参考，不会自动填入。15位的旧号码另有说明。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 1101012015090100169 |
//! ! id_number length=19
//! ~! id_number -> 110101201509010016
//! | 王小明 | 男 | 20150901 | 居民身份证 | １１０１０１２０１５０９０１００１ |
//! ! id_number length=17
//! ~! id_number -> 110101201509010016
//! ~! id_number -> 110101201509010091
//! | 李小红 | 女 | 20150902 | 居民身份证 | 11010120150902002X4 |
//! ! id_number length=19
//! ~! id_number -> 11010120150902002X
//! | 王小明 | 男 | 20150901 | 居民身份证 | 20150901 |
//! ! id_number length=8
//! | 王小明 | 男 | 20150901 | 居民身份证 | 1101012015 |
//! ! id_number length=10
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101 20150901 0016 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101150901001 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010 |
//! ! id_number length=15
//! | 王小明 | 男 | 20150901 | 居民身份证 | ｘ |
//! ! id_number length=1
//! | 王小明 | 男 | 20150901 | 居民身份证 |  |
//! | 王小明 | 男 | 20150901 | 其他 | 1101012015090100 |
//! | 王小明 | 男 | 20150901 |  | 1101012015090100 |
//! ! id_number length=16
//! | 王小明 | 男 | 20150901 |  | 110101201509010 |
//! ! id_number length=15
//! | 王小明 | 男 | 20150901 |  | 110101201 |
//! ```
//!
//! ```roster
//! | 姓名 | 身份证号 |
//! | 王小明 | 4228 |
//! ! id_number length=4
//! | 王小明 | 2024010112 |
//! ! id_number length=10
//! | 陈大文 | 0123456789 |
//! | 王小明 | X |
//! ! id_number length=1
//! | 王小明 | 20150901 |
//! ! id_number length=8
//! | 陈大文 | 12345678 |
//! | 陈大文 | 94911208 |
//! | Emily Johnson | 784206537 |
//! | 王小明 | 784206537 |
//! ! id_number length=9
//! ```
//!
//! 国籍是外国的学生，名字是汉字的，7位到9位的号码也可能是护照号：
//!
//! ```roster
//! | 姓名 | 国籍 | 证件号码 |
//! | 王大卫 | 美国 | 762043732 |
//! | 王小明 | 中国 | 762043732 |
//! ! id_number length=9
//! | 李安娜 | 美国 | 11010120150901001 |
//! ! id_number length=17
//! ```
//!
//! ```roster
//! | 姓名 | 港澳台侨外 | 证件号码 |
//! | 王大卫 | 外籍华裔人 | 762043732 |
//! | 王小明 | 否 | 762043732 |
//! ! id_number length=9
//! ```
//!
//! 本行别的列里也是这个号码，或者学籍号里有身份证号的，不是别的证件：
//!
//! ```roster
//! | 姓名 | 身份证号 | 学校标识码 | 学籍号 |
//! | 王小明 | 2142001636 | 2142001636 |  |
//! ! id_number length=10
//! | 李小红 | 88776655 | 2142001636 | G11010120150902002X |
//! ! id_number length=8
//! | 陈大文 | 88776655 | 2142001636 | L420106201509010016 |
//! ```
//!
//! ---
//!
//! # Resident ID has the wrong length
//!
//! A resident ID has exactly 18 characters; here there are more or fewer.
//!
//! ## Why it matters
//!
//! A number of another length is nobody's. After import it makes a problem registration that can
//! only be changed or deleted.
//!
//! ## How to fix
//!
//! Compare with the household register digit by digit and find the one that is missing or too many.
//! Candidates listed below differ by one character and agree with birth date, sex and region; they
//! are hints and are never filled in. Numbers of 15 digits have a page of their own.

use roster_model::{Column, Level, Trust};
use roster_standard::region;
use roster_values::id_number::{IdNumber, ResidentId, repairs_of_length};
use roster_values::text::tidy_code;

use crate::gathered::document::{Look, begins_with_region, is_cut_to_fifteen};
use crate::rules::header::duplicate_column::spread_number;
use crate::{Check, Document, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R1001",
    slug: "resident-id-length",
    level: Level::Error,
    zh: "身份证号应为18位，现为{length}位，请对照户口簿核对。",
    en: "A resident ID has 18 characters, here there are {length}; compare with the household register.",
    basis: "GB 11643-1999：17位数字加1位校验码",
    since: "0.1",
    unless: &["R0218", "R1013"],
    check: Check::Document {
        needs: &[Column::IdNumber],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let text = row.text(Column::IdNumber);
    let length = match row.id(Column::IdNumber) {
        IdNumber::WrongLength { length } => u64::from(*length),
        IdNumber::Fifteen(_) if is_cut_to_fifteen(row) => 15,
        IdNumber::Other(_) if is_number(&tidy_code(text)) => tidy_code(text).len() as u64,
        _ => return,
    };
    // A character in each of many columns is told once.
    if length == 1 && !spread_number(row.roster).is_empty() {
        return;
    }
    // What looks like another document is a wrong type rather than a wrong number.
    let is_meant = match row.document() {
        Document::Resident => true,
        Document::Unstated => length > 14 && begins_with_region(&tidy_code(text)),
        _ => false,
    };
    if !is_meant || Look::of(row).is_some() {
        return;
    }
    let (birth, sex) = (row.date(Column::BirthDate).date(), row.sex());
    row.report(Column::IdNumber, |finding| {
        finding.number("length", length);
        let Some(birth) = birth else { return };
        let fits = |it: &ResidentId| {
            region::ever_valid(it.region()) && sex.is_none_or(|sex| it.sex() == sex)
        };
        for repair in repairs_of_length(&tidy_code(text), birth) {
            if fits(&repair.id) {
                finding.fix(Trust::Hint, text, repair.id.text());
            }
        }
    });
}

/// Digits, perhaps with an `X` at the end or in the last place of a resident number; or that `X` alone.
fn is_number(tidy: &str) -> bool {
    let digits = tidy.strip_suffix(['X', 'x']).unwrap_or(tidy);
    let belongs =
        |(at, it): (usize, u8)| it.is_ascii_digit() || at == 17 && matches!(it, b'X' | b'x');
    !tidy.is_empty() && digits.bytes().enumerate().all(belongs)
}
