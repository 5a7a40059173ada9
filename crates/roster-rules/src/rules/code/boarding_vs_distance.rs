//! # 就读方式与距离不合理
//!
//! 走读的学生上下学距离太远，或者住校的学生距离是0。
//!
//! ## 为什么重要
//!
//! 寄宿补助和交通补助可能按这两项核对，不合理的可能被退回。
//!
//! ## 怎么改
//!
//! 询问家长学生从家到学校有多少公里。住校的填家到学校的距离，不是宿舍到教室的；走读而距离很远的，核对是不是把米填成了公里，或者其实住校。走读多远才提醒可以在“模板参数”里改。
//!
//! ## 例子
//!
//! ```roster
//! @ set day_pupil_km_max=50
//! | 姓名 | 就读方式 | 上下学距离 |
//! | 王小明 | 走读 | 80 |
//! ! school_distance value=80 meant=走读 related=B2
//! | 王小明 | 住校 | 80 |
//! | 李小红 | 住 校 | ０ |
//! ! school_distance value=０
//! | 李小红 | 走读 | 0 |
//! | 张华 | 走读 | 50 |
//! | 张华 | 走读 | 800 |
//! | 赵云 | 走读 | 60公里 |
//! ! school_distance value=60公里
//! | 赵云 | 走读 | 800米 |
//! | 陈文 | 住校 |  |
//! | 陈文 |  | 80 |
//! ```
//!
//! ---
//!
//! # The distance does not go with boarding
//!
//! A day pupil lives too far away, or the distance of a boarder is 0.
//!
//! ## Why it matters
//!
//! Subsidies for boarding and for transport may be checked by the two, and what is not plausible may be
//! sent back.
//!
//! ## How to fix
//!
//! Ask the parents how many kilometres it is from home to school. For a boarder that is meant too, not
//! the way from the dormitory; for a day pupil far away check whether metres were written, or whether
//! the pupil boards. The limit for day pupils can be set.

use roster_model::{Column, Level};
use roster_values::distance::{Distance, read_distance};

use super::distance_range::is_far;
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R4017",
    slug: "boarding-vs-distance",
    level: Level::Warning,
    zh: "就读方式是“{meant}”，上下学距离却是“{value}”公里，请核对。",
    en: "The pupil is {meant}, and the distance to school is {value} km; please check.",
    basis: "本工具自定；界限是模板的参数",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215"],
    check: Check::Row {
        needs: &[Column::Boarding, Column::SchoolDistance],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let Some(way) = row.label(Column::Boarding) else {
        return;
    };
    let text = row.text(Column::SchoolDistance);
    let distance = read_distance(text);
    let Some(metres) = distance.metres() else {
        return;
    };
    // Without a unit it may be metres, which R4018 asks first.
    if matches!(distance, Distance::Plain(_)) && is_far(row.roster, metres) {
        return;
    }
    let is_odd = match way {
        "住校" => metres == 0,
        // Nearly every day pupil lives within a few kilometres, whatever the limit is.
        "走读" if metres > 1000 => {
            let limit = row.roster.parameter_number("day_pupil_km_max").unwrap_or(0);
            u64::try_from(limit).is_ok_and(|it| it > 0 && metres > it * 1000)
        }
        _ => false,
    };
    if !is_odd {
        return;
    }
    let (other, place) = (row.text(Column::Boarding), row.place(Column::Boarding));
    row.report(Column::SchoolDistance, |finding| {
        finding.related.extend(place);
        finding.quote("value", Column::SchoolDistance, text).quote(
            "meant",
            Column::Boarding,
            other,
        );
    });
}
