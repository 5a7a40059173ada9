//! # 模板文件规定必填的没有填
//!
//! 所用的模板文件规定这一列必须填写，或者在另一列填了某个内容时必须填写，这里是空的，或者只写了“待补”“/”之类的字样。
//!
//! ## 为什么重要
//!
//! 这是模板文件的编写人（通常是区县教育局）的规定，全国系统并不检查；不改，表格交上去可能被退回。模板文件里写明是错误的才是错误，没有写级别的只作警告。
//!
//! ## 怎么改
//!
//! 补填这一项；另一列填错了的，改正另一列。模板文件自己加的列里填“无”“没有”是平常的回答，算填了。
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
//! ! local.bus level=warning
//! ! local.room
//! | 李小红 | 女 | 否 |  | 101 |
//! | 赵大山 | 男 | 是 | 一号线 | １０１ |
//! | 钱多多 | 女 |  |  | 102 |
//! | 孙小丽 | 女 | 是 | 待补 | / |
//! ! local.bus
//! ! local.room
//! | 周小强 | 男 | 是 | 无 | 没有 |
//! ```
//!
//! 模板文件给标准列写了级别或者提示的，也在这里提示：
//!
//! ```roster
//! @ own [[columns]]
//! @ own key = "talents"
//! @ own required = true
//! @ own level = "info"
//! @ own hint = "写一项"
//! @ own [[columns]]
//! @ own key = "blood_type"
//! @ own required = true
//! @ own hint = "见体检表"
//! | 姓名 | 性别 | 特长 | 血型 |
//! | 王小明 | 男 |  | A型 |
//! ! talents level=info hint=写一项
//! | 李小红 | 女 | 书法 | 待补 |
//! ! blood_type level=error hint=见体检表
//! ```
//!
//! ---
//!
//! # A cell the profile file demands is blank
//!
//! The profile file in use says that this column is filled, always or when another column says something,
//! and it is blank or only says 待补, / or the like.
//!
//! ## Why it matters
//!
//! Whoever wrote the profile file, usually the district, demands it; the national system does not look. The
//! district may send the list back. It is an error where the profile file says so, and a warning where
//! it names no level.
//!
//! ## How to fix
//!
//! Fill it in. If it is the other column that is wrong, mend that. In a column of the file's own 无 and 没有
//! are ordinary answers.

use roster_model::Level;

use crate::{Check, DemandKind, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R0114",
    slug: "local-value-missing",
    level: Level::Error,
    zh: "“{column}”按模板文件的规定必须填写，这里没有实际内容，请补填。{hint}",
    en: "“{column}” has to be filled, as the profile file says, and has no content here; fill it in.{hint}",
    basis: "学校所在区县的模板文件",
    since: "0.1",
    unless: &["R0215", "R1017", "R1024", "R1026", "R8014"],
    check: Check::Demand(DemandKind::Filled),
};
