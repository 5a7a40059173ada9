//! # 模板文件规定不能重复，却重复了
//!
//! 所用的模板文件规定这一列每行都不同，这里和别的行填得一样。
//!
//! ## 为什么重要
//!
//! 这是模板文件的编写人（通常是区县教育局）的规定，全国系统并不检查；不改，表格交上去可能被退回。模板文件里写明是错误的才是错误，没有写级别的只作警告。
//!
//! ## 怎么改
//!
//! 核对这几行，改正填错的；是同一名学生录了两次的，按查重结果处理。
//!
//! ## 例子
//!
//! ```roster
//! @ own [[columns]]
//! @ own key = "local.card"
//! @ own header = "卡号"
//! @ own unique = true
//! | 姓名 | 性别 | 卡号 |
//! | 王小明 | 男 | 007 |
//! ! local.card level=warning count=2
//! | 李小红 | 女 | 008 |
//! | 赵大山 | 男 | 007 |
//! ! local.card
//! | 钱多多 | 女 |  |
//! | 孙小小 | 女 |  |
//! | 周大海 | 男 | ００８ |
//! ```
//!
//! ---
//!
//! # A text the profile file wants once repeats
//!
//! The profile file in use says that no two rows have the same text in this column, and these have.
//!
//! ## Why it matters
//!
//! Whoever wrote the profile file, usually the district, demands it; the national system does not look. The
//! district may send the list back. It is an error where the profile file says so, and a warning where
//! it names no level.
//!
//! ## How to fix
//!
//! Compare the rows and mend the wrong one. If a pupil was entered twice, see the duplicates.

use roster_model::Level;

use crate::{Check, DemandKind, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R0115",
    slug: "local-value-repeated",
    level: Level::Error,
    zh: "“{column}”不能重复，共有{count}行填得相同，请核对。{hint}",
    en: "“{column}” may not repeat, and {count} rows have the same text; compare them.{hint}",
    basis: "学校所在区县的模板文件",
    since: "0.1",
    unless: &["R0110", "R0111"],
    check: Check::Demand(DemandKind::Once),
};
