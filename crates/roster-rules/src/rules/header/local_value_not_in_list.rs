//! # 填的内容不在模板文件规定的列表中
//!
//! 所用的模板文件给这一列规定了可以填的内容，这里填的不是其中之一。
//!
//! ## 为什么重要
//!
//! 这是模板文件的编写人（通常是区县教育局）的规定，全国系统并不检查；不改，表格交上去可能被退回。模板文件里写明是错误的才是错误，没有写级别的只作警告；标准列里国家标准的选项中也没有的内容，没有写级别的仍是错误。
//!
//! ## 怎么改
//!
//! 从列表中选一个填上；列表里没有合适的，问发模板文件的单位，不要自己编写。
//!
//! ## 例子
//!
//! ```roster
//! @ own [[columns]]
//! @ own key = "local.bus"
//! @ own header = "校车线路"
//! @ own list = ["一号线", "A2", "不乘坐"]
//! @ own level = "error"
//! | 姓名 | 性别 | 校车线路 |
//! | 王小明 | 男 | 三号线 |
//! ! local.bus level=error list=一号线、A2、不乘坐
//! | 李小红 | 女 | 一号线 |
//! | 赵大山 | 男 | Ａ２ |
//! ! local.bus
//! ~? local.bus -> A2
//! | 钱多多 | 女 |  |
//! ```
//!
//! ```roster
//! @ own [[columns]]
//! @ own key = "local.lunch"
//! @ own header = "午餐"
//! @ own list = ["在校", "回家"]
//! | 姓名 | 性别 | 午餐 |
//! | 王小明 | 男 | 不吃 |
//! ! local.lunch level=warning
//! | 李小红 | 女 | 在校 |
//! ```
//!
//! 标准列的列表：
//!
//! ```roster
//! @ own [[columns]]
//! @ own key = "sex"
//! @ own list = ["男性", "女性"]
//! | 姓名 | 性别 |
//! | 王小明 | 男性 |
//! | 李小红 | 女 |
//! ! sex level=warning
//! ~ sex -> 女性
//! | 张华 | 1 |
//! ! sex level=warning
//! ~ sex -> 男性
//! | 赵大山 | x |
//! ! sex level=error
//! ```
//!
//! ---
//!
//! # The profile file does not list the text
//!
//! The profile file in use says what may stand in this column, and this is none of it.
//!
//! ## Why it matters
//!
//! Whoever wrote the profile file, usually the district, demands it; the national system does not look. The
//! district may send the list back. It is an error where the profile file says so, and a warning where
//! it names no level. What the national standard does not list in one of its columns either is an error then, too.
//!
//! ## How to fix
//!
//! Choose one of the list. If none fits, ask whoever sent the profile file; do not make one up.

use roster_model::Level;

use crate::{Check, DemandKind, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R0110",
    slug: "local-value-not-in-list",
    level: Level::Error,
    zh: "“{column}”填的不在规定的列表中，请从中选填：{list}。{hint}",
    en: "“{column}” has none of the texts that are allowed; choose one of {list}.{hint}",
    basis: "学校所在区县的模板文件",
    since: "0.1",
    unless: &["R0114", "R0215"],
    check: Check::Demand(DemandKind::List),
};
