//! # 模板文件规定必填的没有填
//!
//! 所用的模板文件规定这一列必须填写，或者在另一列填了某个内容时必须填写，这里是空的。
//!
//! ## 为什么重要
//!
//! 这是模板文件的编写人（通常是区县教育局）的规定，全国系统并不检查；不改，表格交上去可能被退回。模板文件里写明是错误的才是错误，没有写级别的只作警告。
//!
//! ## 怎么改
//!
//! 补填这一项；另一列填错了的，改正另一列。
//!
//! ## 例子
//!
//! ```roster
//! @ own [[columns]]
//! @ own key = "local.bus"
//! @ own header = "校车线路"
//! @ own required_when = { column = "school_bus", is = ["是"] }
//! @ own [[columns]]
//! @ own key = "local.room"
//! @ own header = "房间"
//! @ own required = true
//! | 姓名 | 性别 | 是否需要乘坐校车 | 校车线路 | 房间 |
//! | 王小明 | 男 | 是 |  | \s |
//! ! local.bus
//! ! local.room
//! | 李小红 | 女 | 否 |  | 101 |
//! | 赵大山 | 男 | 是 | 一号线 | １０１ |
//! | 钱多多 | 女 |  |  | 102 |
//! ```
//!
//! ---
//!
//! # A cell the profile file demands is blank
//!
//! The profile file in use says that this column is filled, always or when another column says something,
//! and it is blank.
//!
//! ## Why it matters
//!
//! Whoever wrote the profile file, usually the district, demands it; the national system does not look. The
//! district may send the list back. It is an error where the profile file says so, and a warning where
//! it names no level.
//!
//! ## How to fix
//!
//! Fill it in. If it is the other column that is wrong, mend that.

use roster_model::Level;

use crate::{Check, DemandKind, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R0114",
    slug: "local-value-missing",
    level: Level::Error,
    zh: "“{column}”按模板文件的规定必须填写，这里是空的，请补填。{hint}",
    en: "“{column}” has to be filled, as the profile file says, and is blank; fill it in.{hint}",
    basis: "学校所在区县的模板文件",
    since: "0.1",
    unless: &["R0215"],
    check: Check::Demand(DemandKind::Filled),
};
