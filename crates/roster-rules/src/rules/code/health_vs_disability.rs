//! # 健康状况与残疾类型不一致
//!
//! 填了一种残疾，健康状况却是“健康或良好”；或者健康状况填了残疾，残疾类型却是“无残疾”。
//!
//! ## 为什么重要
//!
//! 两项里有一项填错，残疾学生的资助和统计就会漏掉，或者多算。
//!
//! ## 怎么改
//!
//! 询问家长，查看学生的残疾人证。有残疾的，健康状况填“残疾”或“有生理缺陷”；没有的，残疾类型填“无残疾”。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 健康状况 | 残疾类型 |
//! | 王小明 | 健康或良好 | 肢体残疾 |
//! ! health value=健康或良好 meant=肢体残疾 related=C2
//! | 王小明 | 有生理缺陷 | 肢体残疾 |
//! | 李小红 | ５０ | 无残疾 |
//! ! health meant=无残疾
//! | 李小红 | 残疾 | 听力残疾 |
//! | 张华 | 有慢性病 | 无残疾 |
//! | 张华 | 健康或良好 | 无残疾 |
//! | 陈文 |  | 肢体残疾 |
//! | 陈文 | 残疾 |  |
//! ```
//!
//! ---
//!
//! # Health and disability disagree
//!
//! There is a disability while the health is 健康或良好, or the health is 残疾 while the disability is
//! 无残疾.
//!
//! ## Why it matters
//!
//! One of the two is wrong, and a pupil with a disability is not counted and not supported, or one
//! without is.
//!
//! ## How to fix
//!
//! Ask the parents and look at the disability certificate. With a disability the health is 残疾 or
//! 有生理缺陷; without one the disability is 无残疾.

use roster_model::{Column, Level};

use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R4012",
    slug: "health-vs-disability",
    level: Level::Warning,
    zh: "健康状况“{value}”与残疾类型“{meant}”不一致，请核对。",
    en: "The health {value} does not go with the disability {meant}; please check.",
    basis: "本工具自定",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215"],
    check: Check::Row {
        needs: &[Column::Health, Column::Disability],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let (Some(health), Some(disability)) =
        (row.label(Column::Health), row.label(Column::Disability))
    else {
        return;
    };
    let is_disabled = disability != "无残疾";
    match health {
        "健康或良好" if is_disabled => {}
        "残疾" if !is_disabled => {}
        _ => return,
    }
    let (text, other) = (row.text(Column::Health), row.text(Column::Disability));
    let place = row.place(Column::Disability);
    row.report(Column::Health, |finding| {
        finding.related.extend(place);
        finding
            .quote("value", Column::Health, text)
            .quote("meant", Column::Disability, other);
    });
}
