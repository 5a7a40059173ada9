//! # 行政区划代码只到县
//!
//! 这一列的12位代码有的以000000结尾，只说明了是哪个县，没有写到街道和村。
//!
//! ## 为什么重要
//!
//! 有的系统接受这样的代码；要求填到村（社区）的系统可能退回。
//!
//! ## 怎么改
//!
//! 查看系统的要求。要求填到村的，按户口簿上的地址查国家统计局公布的统计用区划代码补全；没有要求的，不用改。
//!
//! 每列只提示一次。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 户口所在地行政区划代码 | 出生地行政区划代码 |
//! | 王小明 | 440604001002 | 440604 |
//! | 李小红 | 440604000000 | 440604000 |
//! ! hukou_code level=info count=2 range=B3:B4
//! | 张华 | ４４０６０４００００００ | 440604001002 |
//! | 陈文 | 810000000000 | 000000000000 |
//! | 陈文 | 830000000000 | 710000000000 |
//! | 陈文 |  |  |
//! ```
//!
//! ---
//!
//! # Region codes down to the county only
//!
//! Some of the codes in this column end in 000000: they say which county it is, and neither street nor
//! village.
//!
//! ## Why it matters
//!
//! Some systems take such a code; one that wants the village may send it back.
//!
//! ## How to fix
//!
//! See what the system asks for. Where it wants the village, look the code up in the list of the
//! statistics office by the address in the household register; otherwise leave it.
//!
//! It is told once for a column.

use roster_model::Level;
use roster_standard::{Kind, region};
use roster_values::region_code::{RegionCode, read_region_code};

use crate::block::report_rows;
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R5004",
    slug: "region-leaf-missing",
    level: Level::Info,
    zh: "{count}个行政区划代码只到县级（{range}），如系统要求填到村，请补全。",
    en: "{count} region code{s} ({range}) down to the county only: complete them if the system wants the village.",
    basis: "本工具自定：12位依次是县、乡、村",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[
            roster_model::Column::HukouCode,
            roster_model::Column::BirthPlaceCode,
        ],
        check,
    },
};

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.sheets() {
        for (index, column) in roster.sheet.columns.iter().enumerate() {
            let kind = column.column.map(|it| it.info().kind);
            if kind != Some(Kind::Region) {
                continue;
            }
            let cells = &column.cells;
            let chosen: Vec<bool> = cells
                .values()
                .map(|it| is_county_only(cells.text(it)))
                .collect();
            if chosen.contains(&true) {
                let rows = cells.rows_with(&chosen);
                report_rows(run, Level::Info, (sheet, index), rows.iter(), |_| {});
            }
        }
    }
}

/// Whether a county is known, and of the mainland: Hong Kong, Macao and Taiwan have no villages in the list.
fn has_villages(county: &str) -> bool {
    let is_elsewhere = ["71", "81", "82", "83"]
        .iter()
        .any(|it| county.starts_with(it));
    let is_known = |it: u32| region::ever_valid(it) || region::is_zone(it);
    !is_elsewhere && county.parse().is_ok_and(is_known)
}

fn is_county_only(text: &str) -> bool {
    matches!(read_region_code(text), RegionCode::Code(code)
        if code.len() == 12 && code.ends_with("000000") && has_villages(&code[..6]))
}
