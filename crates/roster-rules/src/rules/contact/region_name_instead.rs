//! # 该填区划代码却填了地名
//!
//! 这一列要求填行政区划代码（数字），现在填的是地名。
//!
//! ## 为什么重要
//!
//! 导入模板的这一列只收数字，填地名会被拒收。
//!
//! ## 怎么改
//!
//! 查看国家统计局公布的统计用区划代码，或者学籍系统里的选择框，按户口簿上的地址填写12位代码。
//!
//! 表头没有写“代码”或“区划”的名单（例如“户口所在地”），填地名是平常的，所以只作提示。学生基本信息表（72项）的这几列本来填地名，不提示；表头写明“代码”的，仍是错误。模板参数 region_in_words 写明可以填地名的，都不提示。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 户口所在地行政区划代码 | 出生地行政区划代码 |
//! | 王小明 | 广东省佛山市禅城区 | 440604000000 |
//! ! hukou_code level=error value=广东省佛山市禅城区
//! | 王小明 | 440604000000 | 440604000000 |
//! | 李小红 | ４４０６０４００００００ | 佛山 |
//! ! birth_place_code level=error
//! | 张华 |  | 无 |
//! ```
//!
//! ```roster
//! | 姓名 | 户口所在地 |
//! | 王小明 | 广东省佛山市禅城区 |
//! ! hukou_code level=info
//! | 李小红 | 440604000000 |
//! ```
//!
//! ```roster
//! @ set region_in_words=yes
//! | 姓名 | 户口所在地行政区划代码 |
//! | 王小明 | 广东省佛山市禅城区 |
//! ```
//!
//! ---
//!
//! # A place name instead of a region code
//!
//! The column takes a region code, which is digits, and the cell has the name of a place.
//!
//! ## Why it matters
//!
//! The import template takes digits only in this column and refuses a name.
//!
//! ## How to fix
//!
//! Look the code up in the list of the statistics office or in the registration system, and write the
//! twelve digits for the address in the household register.
//!
//! Under a header that does not speak of a code, such as 户口所在地, a name is usual, so it is only an
//! info. The form of 72 items takes names, but not under a header that asks for a code in so many words. Where the
//! parameter region_in_words is set, nothing is said.

use roster_model::Level;
use roster_standard::Kind;
use roster_values::region_code::{RegionCode, read_region_code};
use roster_values::text::Traits;

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R5002",
    slug: "region-name-instead",
    level: Level::Error,
    zh: "这一列应填行政区划代码，不能填地名“{value}”。",
    en: "This column takes a region code, not the name {value}.",
    basis: "全国系统导入模板的填写说明",
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
    if read_region_code(text) != RegionCode::Name {
        return;
    }
    let roster = cell.roster;
    let header = &roster.sheet.columns[cell.index].header;
    let takes_words = roster.parameter("region_in_words") == "yes";
    // A form takes words under its own headers; whoever says so of the list means all of it.
    let is_said = || roster.settings.set("region_in_words").is_some();
    if takes_words && (!header.contains('码') || is_said()) {
        return;
    }
    let asks_for_code = header.contains('码') || header.contains("区划");
    let level = if asks_for_code {
        Level::Error
    } else {
        Level::Info
    };
    cell.report_at(level, |finding| {
        finding.quote("value", column, text);
    });
}
