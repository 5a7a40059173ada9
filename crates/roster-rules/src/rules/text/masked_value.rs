//! # 内容被星号遮盖
//!
//! 姓名、证件号、电话或者出生日期里有一段星号，真正的内容被遮住了，例如“1101************16”“王**”。
//!
//! ## 为什么重要
//!
//! 系统导出时常把个人信息遮盖起来，这样的表只能看，不能再提交：号码不完整，系统不接收，也没法查重。
//!
//! ## 怎么改
//!
//! 整列如此的，到系统里用不遮盖的方式重新导出，或者换用原来的表；只有几格的，对照户口簿补上完整的内容。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 出生日期 | 证件号 | 联系电话 | 父亲 |
//! | 王小明 | 20150901 | 1101************16 | 138****0001 | 王** |
//! ! id_number level=error
//! ! phone level=error
//! ! member1_name level=warning
//! | 李*红 | 2015**** | 11010120150902002X | 13800000002 | 李建国 |
//! ! name level=error
//! ! birth_date level=error
//! | 张＊ | 20150228 | 110101201502280013 | 13800000003 | 张*军 |
//! ! name level=error
//! ! member1_name level=warning
//! | 赵小刚* | 20160315 | 110101201603150015 | *13800000004 | 赵建军 |
//! | *赵小刚 | 20160315 | 110101201603150015 | 13800000004 | 赵建军 |
//! | *小刚 | 20160315 | 110101201603150015 | 13800000004 | 赵建军 |
//! ! name level=error
//! ```
//!
//! ---
//!
//! # Value is masked with asterisks
//!
//! A run of asterisks stands in a name, a number, a telephone or a birth date, and what it says is hidden.
//!
//! ## Why it matters
//!
//! Systems often mask personal data on export. Such a sheet can be read and not be submitted: the numbers
//! are incomplete, they are refused, and duplicates cannot be found by them.
//!
//! ## How to fix
//!
//! Where a whole column is so, export it again unmasked, or use the earlier sheet; for a few cells, fill in
//! what the household register says.

use roster_model::Level;
use roster_standard::Kind;
use roster_values::name::is_masked;
use roster_values::text::Traits;

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R0218",
    slug: "masked-value",
    level: Level::Error,
    zh: "内容被星号遮盖了，请重新导出不遮盖的表，或者对照户口簿补全。",
    en: "The value is masked with asterisks; export it unmasked, or fill it in from the household register.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Value {
        covers: Covers::Kinds(&[
            Kind::Name,
            Kind::Id,
            Kind::Date,
            Kind::Phone,
            Kind::StudentNumber,
        ]),
        when: Traits::ASTERISK,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let is_name = cell.column().info().kind == Kind::Name;
    let text = cell.text().trim();
    let is_masked = if is_name {
        is_masked(text)
    } else {
        text.contains("**") || text.contains("＊＊")
    };
    if !is_masked {
        return;
    }
    let level = match cell.column().member() {
        Some(_) if is_name => Level::Warning,
        _ => Level::Error,
    };
    cell.report_at(level, |_| {});
}
