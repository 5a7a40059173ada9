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
//! 代码表不一定收全了历史上用过的代码，所以一般只作警告。参数 `id_region_unknown` 可以改变级别：
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
//! The list may lack a code that was once in use, so this is a warning; the parameter
//! `id_region_unknown` makes it an error or a mere note.

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
        "info" => Level::Info,
        _ => Level::Warning,
    };
    row.report_at(level, Column::IdNumber, |finding| {
        finding.fact("region", format!("{:06}", id.region()));
    });
}
