//! # 校车与上下学方式不一致
//!
//! 填了需要乘坐校车，上下学方式却不是校车；或者方式是校车，却填了不乘坐。
//!
//! ## 为什么重要
//!
//! 校车的配备和补贴可能按这两项统计，不一致就统计不准。
//!
//! ## 怎么改
//!
//! 询问家长或班主任学生实际怎样上下学，改正填错的一项。想坐而没有校车可坐的，核对后不用改。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 上下学交通方式 | 是否需要乘坐校车 |
//! | 王小明 | 步行 | 是 |
//! ! school_bus value=步行 meant=是 related=B2
//! | 王小明 | 校车 | 是 |
//! | 李小红 | 坐校车 | Ｎ |
//! ! school_bus value=坐校车
//! | 李小红 | 家长自行接送 | 否 |
//! | 张华 |  | 是 |
//! | 张华 | 校车 |  |
//! ```
//!
//! ---
//!
//! # School bus and way to school disagree
//!
//! The pupil needs the school bus and comes another way, or comes by school bus and does not need it.
//!
//! ## Why it matters
//!
//! Buses and subsidies may be planned by the two, and a contradiction spoils the figures.
//!
//! ## How to fix
//!
//! Ask the parents or the class teacher how the pupil comes to school, and correct the wrong one.
//! Where a bus is needed and there is none, nothing has to be changed.

use roster_model::{Column, Level};

use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R4016",
    slug: "schoolbus-vs-mode",
    level: Level::Warning,
    zh: "是否乘坐校车填的是“{meant}”，与上下学方式“{value}”不一致，请核对。",
    en: "The school bus ({meant}) and the way to school ({value}) disagree; please check.",
    basis: "本工具自定",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215"],
    check: Check::Row {
        needs: &[Column::SchoolBus, Column::Transport],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let (Some(bus), Some(way)) = (row.label(Column::SchoolBus), row.label(Column::Transport))
    else {
        return;
    };
    if (bus == "是") == (way == "校车") {
        return;
    }
    let (text, place) = (row.text(Column::Transport), row.place(Column::Transport));
    row.report(Column::SchoolBus, |finding| {
        finding.related.extend(place);
        finding
            .quote("value", Column::Transport, text)
            .fact("meant", bus);
    });
}
