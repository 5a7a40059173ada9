//! # 写法不符合模板文件的规定
//!
//! 所用的模板文件规定了这一列的写法，这里写的不是那样。
//!
//! ## 为什么重要
//!
//! 这是模板文件的编写人（通常是区县教育局）的规定，全国系统并不检查；不改，表格交上去可能被退回。模板文件里写明是错误的才是错误，没有写级别的只作警告。
//!
//! ## 怎么改
//!
//! 对照提示里的写法重新填写；不清楚写法的，问发模板文件的单位。
//!
//! ## 例子
//!
//! ```roster
//! @ own [[columns]]
//! @ own key = "local.seat"
//! @ own header = "座位"
//! @ own pattern = '[A-Z]\d\d'
//! @ own [[columns]]
//! @ own key = "local.fee"
//! @ own header = "伙食费"
//! @ own kind = "number"
//! | 姓名 | 性别 | 座位 | 伙食费 |
//! | 王小明 | 男 | 12 | 三百 |
//! ! local.seat level=warning
//! ! local.fee
//! | 李小红 | 女 | B12 | 300.50 |
//! | 赵大山 | 男 | Ｂ12 | 300 |
//! ! local.seat
//! | 钱多多 | 女 |  |  |
//! ```
//!
//! ---
//!
//! # Not written as the profile file says
//!
//! The profile file in use says how this column is written, and this is written otherwise.
//!
//! ## Why it matters
//!
//! Whoever wrote the profile file, usually the district, demands it; the national system does not look. The
//! district may send the list back. It is an error where the profile file says so, and a warning where
//! it names no level.
//!
//! ## How to fix
//!
//! Write it as the sentence says. If that is not clear, ask whoever sent the profile file.

use roster_model::Level;

use crate::{Check, DemandKind, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R0111",
    slug: "local-value-malformed",
    level: Level::Error,
    zh: "“{column}”的写法不对，应写成：{format}{hint}",
    en: "“{column}” is written otherwise than it has to be: {format}{hint}",
    basis: "学校所在区县的模板文件",
    since: "0.1",
    unless: &["R0110", "R0114"],
    check: Check::Demand(DemandKind::Form),
};
