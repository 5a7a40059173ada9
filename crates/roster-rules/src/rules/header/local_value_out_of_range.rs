//! # 超出了模板文件规定的范围
//!
//! 所用的模板文件给这一列规定了最小和最大的数、日期或字数，这里的超出了。
//!
//! ## 为什么重要
//!
//! 这是模板文件的编写人（通常是区县教育局）的规定，全国系统并不检查；不改，表格交上去可能被退回。模板文件里写明是错误的才是错误，没有写级别的只作警告。
//!
//! ## 怎么改
//!
//! 核对这一项，改成范围内的内容；确实如此的，问发模板文件的单位怎么填。
//!
//! ## 例子
//!
//! ```roster
//! @ own [[columns]]
//! @ own key = "local.fee"
//! @ own header = "伙食费"
//! @ own kind = "number"
//! @ own range = { min = 0, max = 500 }
//! @ own [[columns]]
//! @ own key = "local.note"
//! @ own header = "说明"
//! @ own length = { max = 4 }
//! | 姓名 | 性别 | 伙食费 | 说明 |
//! | 王小明 | 男 | 5000 | 一二三四五 |
//! ! local.fee level=warning expected="0 – 500"
//! ! local.note expected=最多4个字
//! | 李小红 | 女 | 500 | 一二三四 |
//! | 赵大山 | 男 | ５００ |  |
//! | 钱多多 | 女 |  |  |
//! ```
//!
//! ---
//!
//! # Outside what the profile file allows
//!
//! The profile file in use says the least and the most of this column: a number, a date, or how many
//! characters. This is beyond it.
//!
//! ## Why it matters
//!
//! Whoever wrote the profile file, usually the district, demands it; the national system does not look. The
//! district may send the list back. It is an error where the profile file says so, and a warning where
//! it names no level.
//!
//! ## How to fix
//!
//! Look it up and write what is right. If it is right as it is, ask whoever sent the profile file.

use roster_model::Level;

use crate::{Check, DemandKind, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R0112",
    slug: "local-value-out-of-range",
    level: Level::Error,
    zh: "“{column}”超出了规定的范围（{expected}），请核对。{hint}",
    en: "“{column}” is outside its range ({expected}); look it up.{hint}",
    basis: "学校所在区县的模板文件",
    since: "0.1",
    unless: &["R0110", "R0111", "R0114"],
    check: Check::Demand(DemandKind::Range),
};
