//! # 身份证号的地区代码查不到
//!
//! 身份证号前六位是首次登记户口的县区代码，这个代码在1981年以来的代码表里没有出现过。
//!
//! ## 为什么重要
//!
//! 前六位很可能录错了一位。号码错了，就与公安的人口信息对不上。
//!
//! ## 怎么改
//!
//! 对照户口簿核对前六位。已经撤销的县区代码是正常的，不会提示；户口簿上确实是这个号码的，可以不改。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 证件类型 | 证件号 |
//! | 王小明 | 居民身份证 | 123456201509010012 |
//! ! id_number region=123456 level=warning
//! | 王小明 | 居民身份证 | １２３４５６２０１５０９０１００１２ |
//! ! id_number region=123456
//! | 王小明 | 居民身份证 | 441900201409150016 |
//! | 王小明 | 居民身份证 | 513200199909060190 |
//! | 王小明 | 居民身份证 | 110101201509010016 |
//! | 王小明 | 居民身份证 | 999999201501010012 |
//! | 王小明 | 居民身份证 | 123456201509010013 |
//! | 王小明 | 居民身份证 |  |
//! | 王小明 | 其他 | 123456201509010012 |
//! ```
//!
//! 前四位查得到、全表只有这一名学生用的代码，是录错，作错误。几名学生都用的，以及后两位是71到80的（开发区，公安另用的代码），代码表可能没有收，作警告：
//!
//! ```roster
//! | 姓名 | 证件类型 | 证件号 |
//! | 王小明 | 居民身份证 | 220583201711227210 |
//! ! id_number region=220583 level=error
//! | 李小红 | 居民身份证 | ２２０５７１２０１７０９０１００１７ |
//! ! id_number region=220571 level=warning
//! | 张华 | 居民身份证 | 220584201709010019 |
//! ! id_number region=220584 level=warning
//! | 陈文 | 居民身份证 | 220584201709010027 |
//! ! id_number region=220584 level=warning
//! ```
//!
//! 参数 `id_region_unknown` 可以统一级别：
//!
//! ```roster
//! @ set id_region_unknown=error
//! | 姓名 | 证件类型 | 证件号 |
//! | 王小明 | 居民身份证 | 123456201509010012 |
//! ! id_number region=123456 level=error
//! ```
//!
//! ---
//!
//! # Region of the resident ID in no list
//!
//! The first six digits are the county of first registration, and this code is in none of the lists
//! since 1981.
//!
//! ## Why it matters
//!
//! Probably one of the six digits is wrong, and then the number does not agree with the population
//! register.
//!
//! ## How to fix
//!
//! Compare the first six digits with the household register. Counties that no longer exist are in
//! order and never reported. Where the register really has this number, leave it.
//!
//! A code whose first four digits are known and that one pupil alone has is a slip, an error. One that
//! several have, and one that ends in 71 to 80 (the development zones, for which the police use codes of
//! their own), may be missing from the list: a warning. The parameter `id_region_unknown` sets one level for
//! all.

use roster_model::{Column, Level};
use roster_standard::region;

use crate::gathered::document::Look;
use crate::{Check, Document, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R1015",
    slug: "id-unknown-region",
    level: Level::Error,
    zh: "身份证号前六位“{region}”在历史代码表中没有找到，请对照户口簿核对。",
    en: "The first six digits of the resident ID, {region}, are in no list of regions; compare with the household register.",
    basis: "GB/T 2260：县级代码，含历年的",
    since: "0.1",
    unless: &["R1003", "R1004", "R1013", "R1014"],
    check: Check::Document {
        needs: &[Column::IdNumber],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let Some(Look::ResidentCard(id)) = Look::of(row) else {
        return;
    };
    if region::ever_valid(id.region()) || row.document() != Document::Resident {
        return;
    }
    let level = match row.parameter("id_region_unknown") {
        "error" => Level::Error,
        "warning" => Level::Warning,
        "info" => Level::Info,
        _ if is_slip(row, id.region()) => Level::Error,
        _ => Level::Warning,
    };
    row.report_at(level, Column::IdNumber, |finding| {
        finding.fact("region", format!("{:06}", id.region()));
    });
}

/// The last two digits of development zones, for which the police use codes that no list has.
const ZONES: std::ops::RangeInclusive<u32> = 71..=80;

/// Whether a code that never existed is nothing but a slip: the list knows what is around it, and no other
/// pupil has it.
fn is_slip(row: &Row<'_>, region: u32) -> bool {
    let is_around_known = region::kind(region / 100 * 100).is_some();
    is_around_known
        && !ZONES.contains(&(region % 100))
        && !row.roster.has_unknown_region_often(region)
}
