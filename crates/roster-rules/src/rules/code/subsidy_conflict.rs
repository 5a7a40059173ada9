//! # 享受一补却不申请资助
//!
//! “是否享受一补”填了“是”，“是否需要申请资助”却填了“否”。
//!
//! ## 为什么重要
//!
//! 一补是家庭经济困难学生的生活补助（原来只补寄宿生），一般要先申请。两项里可能有一项填错，补助名单会对不上。
//!
//! ## 怎么改
//!
//! 向学校资助管理员核对资助名单，改正填错的一项。不用申请就发放的地方，不用改。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 是否需要申请资助 | 是否享受一补 |
//! | 王小明 | 否 | 是 |
//! ! receives_subsidy level=info related=B2 value=否
//! | 王小明 | 是 | 是 |
//! | 李小红 | Ｎ | √ |
//! ! receives_subsidy
//! | 李小红 | 否 | 否 |
//! | 张华 |  | 是 |
//! | 张华 | 否 |  |
//! ```
//!
//! ---
//!
//! # Subsidy without an application
//!
//! The pupil receives the living subsidy, and does not apply for aid.
//!
//! ## Why it matters
//!
//! The living subsidy for pupils of poor families (once for boarders only) usually has to be applied for.
//! One of the two may be wrong, and the list of subsidies will not agree.
//!
//! ## How to fix
//!
//! Ask the person in charge of aid at the school for the list and correct the wrong one. Where it is
//! paid without an application, nothing has to be changed.

use roster_model::{Column, Level};

use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R4020",
    slug: "subsidy-conflict",
    level: Level::Info,
    zh: "“是否享受一补”填了“是”，“是否需要申请资助”却填了“{value}”，请核对。",
    en: "The pupil receives the subsidy, but applying for aid is {value}; please check.",
    basis: "本工具自定",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215"],
    check: Check::Row {
        needs: &[Column::ReceivesSubsidy, Column::NeedsAid],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    if row.label(Column::ReceivesSubsidy) != Some("是") || row.label(Column::NeedsAid) != Some("否")
    {
        return;
    }
    let (text, place) = (row.text(Column::NeedsAid), row.place(Column::NeedsAid));
    row.report(Column::ReceivesSubsidy, |finding| {
        finding.related.extend(place);
        finding.quote("value", Column::NeedsAid, text);
    });
}
