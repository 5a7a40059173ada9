//! # 两列的关系不符合模板文件的规定
//!
//! 所用的模板文件规定了这一列和另一列的大小、先后或异同，这一行不是那样。
//!
//! ## 为什么重要
//!
//! 这是模板文件的编写人（通常是区县教育局）的规定，全国系统并不检查；不改，表格交上去可能被退回。模板文件里写明是错误的才是错误，没有写级别的只作警告。
//!
//! ## 怎么改
//!
//! 两项都对照原始材料核对，改正填错的一项。
//!
//! ## 例子
//!
//! ```roster
//! @ own [[columns]]
//! @ own key = "local.start"
//! @ own header = "起始日期"
//! @ own kind = "date"
//! @ own [[columns]]
//! @ own key = "local.end"
//! @ own header = "结束日期"
//! @ own kind = "date"
//! @ own [[comparisons]]
//! @ own left = "local.end"
//! @ own is = ">="
//! @ own right = "local.start"
//! | 姓名 | 性别 | 起始日期 | 结束日期 |
//! | 王小明 | 男 | 20260901 | 20260831 |
//! ! local.end level=warning relation=不早于
//! | 李小红 | 女 | 20260901 | 2026-09-01 |
//! | 赵大山 | 男 | ２０２６０９０１ |  |
//! | 钱多多 | 女 |  | 20260831 |
//! ```
//!
//! ```roster
//! @ own [[columns]]
//! @ own key = "local.fee"
//! @ own header = "应缴"
//! @ own kind = "number"
//! @ own [[columns]]
//! @ own key = "local.paid"
//! @ own header = "已缴"
//! @ own kind = "number"
//! @ own [[comparisons]]
//! @ own left = "local.paid"
//! @ own is = "<="
//! @ own right = "local.fee"
//! | 姓名 | 性别 | 应缴 | 已缴 |
//! | 王小明 | 男 | 100 | 120 |
//! ! local.paid relation=不大于
//! | 李小红 | 女 | 100 | 100.0 |
//! ```
//!
//! ---
//!
//! # Two columns disagree with the profile file
//!
//! The profile file in use says how this column stands to another one: greater, earlier, equal or different.
//! In this row it does not.
//!
//! ## Why it matters
//!
//! Whoever wrote the profile file, usually the district, demands it; the national system does not look. The
//! district may send the list back. It is an error where the profile file says so, and a warning where
//! it names no level.
//!
//! ## How to fix
//!
//! Look both up in the papers and mend the one that is wrong.

use roster_model::Level;

use crate::{Check, DemandKind, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R0113",
    slug: "local-values-contradict",
    level: Level::Error,
    zh: "“{column}”应当{relation}“{other}”，这一行不是，请核对这两项。{hint}",
    en: "“{column}” has to be {relation} “{other}”, and in this row it is not; look both up.{hint}",
    basis: "学校所在区县的模板文件",
    since: "0.1",
    unless: &["R0110", "R0111", "R0112"],
    check: Check::Demand(DemandKind::Compare),
};
