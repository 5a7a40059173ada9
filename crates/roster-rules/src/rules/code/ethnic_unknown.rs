//! # 民族名称不在国家标准中
//!
//! 填写的民族不是国家标准里的名称。
//!
//! ## 为什么重要
//!
//! 系统按标准名称核对民族，查不到的名称会被拒收。
//!
//! ## 怎么改
//!
//! 查看户口簿上的民族，填写全称，例如“汉族”“土家族”。如果只是写法不同（例如“维族”），可以采用给出的名称。
//!
//! “毛难族”“崩龙族”等旧名称和几种常见的错写在这里不报告，因为有的系统仍在使用旧名称。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 民族 |
//! | 王小明 | 男 | 华夏族 |
//! ! ethnic_group level=error value=华夏族
//! | 王小明 | 男 | 汉族 |
//! | 李小红 | 女 | 维族 |
//! ! ethnic_group level=warning
//! ~ ethnic_group -> 维吾尔族
//! | 李小红 | 女 | 维吾尔族 |
//! | 李小红 | 女 | 汉 族 |
//! ! ethnic_group level=warning
//! ~ ethnic_group -> 汉族
//! | 张华 | 男 | 汉 |
//! | 张华 | 男 | 01 |
//! | 张华 | 男 | 汉族\u{200B} |
//! | 张华 | 男 | 毛难族 |
//! | 张华 | 男 | 穿青人族 |
//! | 张华 | 男 | 布衣族 |
//! ! ethnic_group level=error value=布衣族
//! ~? ethnic_group -> 布依族
//! | 张华 | 男 | 柯尔克兹族 |
//! ! ethnic_group level=error
//! ~? ethnic_group -> 柯尔克孜族
//! | 张华 | 男 | 高丽族 |
//! ! ethnic_group level=error
//! | 陈文 | 男 | 漢族 |
//! ! ethnic_group level=warning
//! ~? ethnic_group -> 汉族
//! | 陈文 | 男 | 壯族 |
//! ! ethnic_group level=warning
//! ~? ethnic_group -> 壮族
//! | 张华 | 男 |  |
//! ```
//!
//! ---
//!
//! # The ethnic group is not in the standard
//!
//! The name is none of the national standard.
//!
//! ## Why it matters
//!
//! The system compares with the names of the standard and refuses one that it does not find.
//!
//! ## How to fix
//!
//! Look up the ethnic group in the household register and write its full name, such as 汉族 or
//! 土家族. Where only the spelling differs, accept the offered name.
//!
//! Former names such as 毛难族 and 崩龙族, and a few common misspellings, are not reported here:
//! some systems still use the old names.

use roster_model::{Column, Level, Trust};
use roster_standard::{Listed, Table};
use roster_values::text::Traits;

use super::ethnic_missing_zu::lacks_zu;
use crate::lists::{look_up, look_up_any_script};
use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R4004",
    slug: "ethnic-unknown",
    level: Level::Error,
    zh: "民族“{value}”不是国家标准中的名称，请按户口簿填写全称。",
    en: "{value} is no ethnic group of the national standard; write the full name as in the household register.",
    basis: "GB/T 3304-1991",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215", "R4003"],
    check: Check::Value {
        covers: Covers::Columns(&ETHNIC_GROUPS),
        when: Traits::NONE,
        check,
    },
};

/// The columns that name an ethnic group.
pub(super) const ETHNIC_GROUPS: [Column; 3] = [
    Column::EthnicGroup,
    Column::Member1EthnicGroup,
    Column::Member2EthnicGroup,
];

/// Short names that are miswritten so. Of a name of three characters no other is plainly meant: 高丽族 is not
/// 高山族.
const MISWRITTEN: [(&str, &str); 6] = [
    ("布衣族", "布依族"),
    ("傈傈族", "傈僳族"),
    ("僳僳族", "傈僳族"),
    ("栗僳族", "傈僳族"),
    ("傈粟族", "傈僳族"),
    ("栗粟族", "傈僳族"),
];
/// Characters of a name that is known although one of them is another.
const LONG: usize = 4;

/// The one name of which a single character was written wrongly.
fn miswritten(table: &Table, column: Column, text: &str) -> Option<&'static str> {
    if let Some(known) = MISWRITTEN.iter().find(|it| it.0 == text) {
        return Some(known.1);
    }
    let length = text.chars().count();
    let is_near = |label: &&str| {
        let differing = label.chars().zip(text.chars()).filter(|(a, b)| a != b);
        label.chars().count() == length && differing.count() == 1
    };
    let mut near = table.labels(column).filter(is_near);
    let found = near.next().filter(|_| length >= LONG)?;
    near.next().is_none().then_some(found)
}

fn check(cell: &mut Cell<'_>) {
    let (text, column) = (cell.text(), cell.column());
    let (level, fix) = match look_up(cell) {
        Some((table, Listed::Unknown)) => {
            if let Some((_, Listed::Doubtful(it))) = look_up_any_script(cell) {
                (Level::Warning, Some((Trust::Review, it.label)))
            } else {
                let meant = miswritten(table, column, text.trim());
                (Level::Error, meant.map(|it| (Trust::Review, it)))
            }
        }
        Some((_, Listed::Alias(it))) if !lacks_zu(text, it.label) => {
            (Level::Warning, Some((Trust::Safe, it.label)))
        }
        _ => return,
    };
    cell.report_at(level, |finding| {
        finding.quote("value", column, text);
        if let Some((trust, label)) = fix {
            finding.fix(trust, text, label);
        }
    });
}
