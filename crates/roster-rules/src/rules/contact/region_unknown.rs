//! # 行政区划代码查不到
//!
//! 代码的前6位不是任何一个县（市、区）现在或者曾经用过的代码。
//!
//! ## 为什么重要
//!
//! 多半是录错了数字，系统会拒收，或者把学生归到别的地方。
//!
//! ## 怎么改
//!
//! 查看户口簿上的地址，再查国家统计局公布的统计用区划代码，改正前6位。已经撤销的旧代码查得到，不算错；很新的代码可能还没有收进来，核对无误的不用改。第五、六位是71到79的，是国家统计局给开发区、高新区、工业园区等编的代码（例如320571），公布的县级名单里没有，只要前四位的地级市存在，就不提示。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 户口所在地行政区划代码 | 出生地行政区划代码 |
//! | 王小明 | 440699000000 | 110103000000 |
//! ! hukou_code level=warning value=440699000000 region=440699
//! | 王小明 | 440604000000 | 441900000000 |
//! | 李小红 | ９９９９９９００００００ | 440604 |
//! ! hukou_code region=999999
//! | 张华 | 44069900 |  |
//! | 陈文 | 320571001002 | 329971001002 |
//! ! birth_place_code region=329971
//! ```
//!
//! ---
//!
//! # Unknown region code
//!
//! The first six digits are, and were, the code of no county.
//!
//! ## Why it matters
//!
//! Mostly a digit was mistyped; the system refuses it or puts the pupil elsewhere.
//!
//! ## How to fix
//!
//! Look at the address in the household register and look the code up in the list of the statistics
//! office. Codes that were abolished are known and right. A very new one may be missing here; leave
//! it if it is right. Codes with 71 to 79 behind a known prefecture are those of development zones (320571), which
//! only the statistics office has, and nothing is said of them.

use roster_model::Level;
use roster_standard::{Kind, region};
use roster_values::region_code::{RegionCode, read_region_code};
use roster_values::text::Traits;

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R5003",
    slug: "region-unknown",
    level: Level::Warning,
    zh: "代码“{value}”的前6位“{region}”查不到，请核对。",
    en: "The first six digits of {value}, {region}, are no known region; please check.",
    basis: "GB/T 2260，1981年以来各版",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215"],
    check: Check::Value {
        covers: Covers::Kinds(&[Kind::Region]),
        when: Traits::NONE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let (text, column) = (cell.text(), cell.column());
    let RegionCode::Code(code) = read_region_code(text) else {
        return;
    };
    let Some(county) = code.get(..6) else { return };
    let is_known = |it: u32| region::ever_valid(it) || region::is_zone(it);
    if county.parse().is_ok_and(is_known) {
        return;
    }
    cell.report(|finding| {
        finding.quote("value", column, text).fact("region", county);
    });
}
