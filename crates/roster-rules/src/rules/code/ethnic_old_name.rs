//! # 民族用了旧名或错名
//!
//! 这个民族名称是旧名称，或者是有的软件下拉选项里的错字。
//!
//! ## 为什么重要
//!
//! 国家标准里是另一个名称。有的系统仍保留旧名称，有的系统会拒收。
//!
//! ## 怎么改
//!
//! 查看户口簿上的民族，再看系统的下拉选项里是哪个名称，按系统的填。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 民族 |
//! | 王小明 | 男 | 毛难族 |
//! ! ethnic_group level=info value=毛难族 expected=毛南族
//! ~? ethnic_group -> 毛南族
//! | 王小明 | 男 | 毛南族 |
//! | 李小红 | 女 | 崩龙 |
//! ! ethnic_group expected=德昂族
//! ~? ethnic_group -> 德昂族
//! | 李小红 | 女 | 么 佬 族 |
//! ! ethnic_group expected=仫佬族
//! | 张华 | 男 | 仡佬族 |
//! | 张华 | 男 | 穿青人族 |
//! | 张华 | 男 |  |
//! ```
//!
//! ---
//!
//! # A former or misspelt ethnic group
//!
//! The name is a former one, or a slip from the drop-down list of some program.
//!
//! ## Why it matters
//!
//! The national standard has another name. Some systems keep the former one, others refuse it.
//!
//! ## How to fix
//!
//! Look up the ethnic group in the household register, then see which name the drop-down list of the
//! system has, and write that one.

use roster_model::{Level, Trust};
use roster_standard::Listed;
use roster_values::text::Traits;

use super::ethnic_unknown::ETHNIC_GROUPS;
use crate::lists::look_up;
use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R4006",
    slug: "ethnic-old-name",
    level: Level::Info,
    zh: "“{value}”在国家标准中的名称是“{expected}”，请核对。",
    en: "The national standard calls {value} {expected}; please check.",
    basis: "GB/T 3304-1991；学籍系统的选项",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215"],
    check: Check::Value {
        covers: Covers::Columns(&ETHNIC_GROUPS),
        when: Traits::NONE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let (text, column) = (cell.text(), cell.column());
    let Some((_, Listed::Doubtful(meant))) = look_up(cell) else {
        return;
    };
    cell.report(|finding| {
        finding
            .quote("value", column, text)
            .fact("expected", meant.label)
            .fix(Trust::Review, text, meant.label);
    });
}
