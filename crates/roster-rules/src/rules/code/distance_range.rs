//! # 上下学距离不是合理的公里数
//!
//! 这一列只填数字，单位是公里；这里不是数字，或者数字大得不像公里。
//!
//! ## 为什么重要
//!
//! 系统只接受数字。把米当作公里填，统计出来的距离会大一千倍。
//!
//! ## 怎么改
//!
//! 询问家长学生从家到学校有多少公里，只填数字，例如 1.5。写了“公里”的可以直接采用给出的写法；写成米的要换算成公里。距离上限默认200公里，可以在“模板参数”里改。
//!
//! ## 例子
//!
//! ```roster
//! @ set distance_km_max=200
//! | 姓名 | 性别 | 上下学距离 |
//! | 王小明 | 男 | 1.5公里 |
//! ! school_distance value=1.5公里
//! ~ school_distance -> 1.5
//! | 王小明 | 男 | 1.5 |
//! | 李小红 | 女 | 800米 |
//! ! school_distance
//! ~? school_distance -> 0.8
//! | 李小红 | 女 | １．５ |
//! | 张华 | 男 | num:800 |
//! ! school_distance value=800
//! ~? school_distance -> 0.8
//! | 张华 | 男 | num:0 |
//! | 陈文 | 男 | -3 |
//! ! school_distance
//! | 陈文 | 男 | 很远 |
//! ! school_distance
//! | 赵云 | 男 | 200 |
//! | 赵云 | 男 |  |
//! | 赵云 | 男 | / |
//! ```
//!
//! ---
//!
//! # The distance is no plausible number of kilometres
//!
//! The column takes a number only, in kilometres; this is none, or too large for kilometres.
//!
//! ## Why it matters
//!
//! The system takes only a number, and metres taken for kilometres make the distance a thousand times
//! too long.
//!
//! ## How to fix
//!
//! Ask the parents how many kilometres it is from home to school, and write the number alone, such as
//! 1.5. Accept the offered number where only the unit is too much; metres have to be turned into
//! kilometres. The largest distance is 200 unless the parameters say otherwise.

use roster_model::{Column, Level, Trust};
use roster_values::distance::{Distance, kilometres, read_distance};
use roster_values::text::Traits;

use crate::{Cell, Check, Covers, Roster, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R4018",
    slug: "distance-range",
    level: Level::Warning,
    zh: "上下学距离“{value}”不正确：{note}。",
    en: "The distance {value} is not right: {note}.",
    basis: "本工具自定；界限是模板的参数",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215"],
    check: Check::Value {
        covers: Covers::Columns(&[Column::SchoolDistance]),
        when: Traits::NONE,
        check,
    },
};

const ONLY_A_NUMBER: (&str, &str) = ("只填公里数", "write the number of kilometres alone");
const PERHAPS_METRES: (&str, &str) = (
    "填的可能是米，应填公里数",
    "perhaps these are metres, kilometres are wanted",
);

fn check(cell: &mut Cell<'_>) {
    let (text, column) = (cell.text(), cell.column());
    let is_far = |metres: u64| is_far(cell.roster, metres);
    let (note, fix) = match read_distance(text) {
        Distance::Blank | Distance::Placeholder => return,
        Distance::Plain(metres) if !is_far(metres) => return,
        Distance::Plain(metres) => {
            let km = metres / 1000;
            let fix = (!is_far(km)).then(|| (Trust::Review, kilometres(km)));
            (PERHAPS_METRES, fix)
        }
        Distance::WithUnit { metres, in_metres } => {
            let trust = if in_metres || is_far(metres) {
                Trust::Review
            } else {
                Trust::Safe
            };
            (ONLY_A_NUMBER, Some((trust, kilometres(metres))))
        }
        Distance::Negative => (("不能小于0", "it cannot be less than 0"), None),
        Distance::Unreadable => (ONLY_A_NUMBER, None),
    };
    cell.report(|finding| {
        finding
            .quote("value", column, text)
            .said("note", note.0, note.1);
        if let Some((trust, km)) = fix {
            finding.fix(trust, text, km);
        }
    });
}

/// Whether nobody goes so far to school, so that metres were perhaps meant.
pub(super) fn is_far(roster: &Roster, metres: u64) -> bool {
    let limit = roster.parameter_number("distance_km_max").unwrap_or(0);
    u64::try_from(limit).is_ok_and(|limit| limit > 0 && metres > limit.saturating_mul(1000))
}
