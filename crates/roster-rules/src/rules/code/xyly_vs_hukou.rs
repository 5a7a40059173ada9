//! # 借读生的户口在本地
//!
//! 学生来源填了“借读”，户口所在地却就是学校所在的县（市、区）。
//!
//! ## 为什么重要
//!
//! 借读指户口不在本地的学生在本校就读。填错会影响经费拨付和升学报名的资格。
//!
//! ## 怎么改
//!
//! 查看户口簿首页的地址。户口确在本地的，学生来源一般填“正常入学”；户口不在本地的，改正户口所在地的代码。
//!
//! 学校在哪个县，名单里没有写。在“模板参数”里填“学校所在县的行政区划代码”（6位）后才检查。
//!
//! ## 例子
//!
//! ```roster
//! @ set school_county=440604
//! | 姓名 | 户口所在地行政区划代码 | 学生来源 |
//! | 王小明 | 440604000000 | 借读 |
//! ! student_source level=info value=借读 related=B2
//! | 王小明 | 440605000000 | 借读 |
//! | 李小红 | ４４０６０４００１００２ | 借读生 |
//! ! student_source
//! | 李小红 | 440604000000 | 正常入学 |
//! | 张华 |  | 借读 |
//! | 张华 | 440604000000 |  |
//! ```
//!
//! ```roster
//! | 姓名 | 户口所在地行政区划代码 | 学生来源 |
//! | 王小明 | 440604000000 | 借读 |
//! ```
//!
//! ---
//!
//! # A guest pupil registered in the same county
//!
//! The origin of the pupil is 借读, and the household registration is in the school's own county.
//!
//! ## Why it matters
//!
//! 借读 means a pupil whose household is registered elsewhere. A slip changes the school's funds and the
//! examinations the pupil may sign up for.
//!
//! ## How to fix
//!
//! Look at the first page of the household register. If it is of this county, the origin is mostly
//! 正常入学; otherwise correct the region code.
//!
//! No list says in which county the school is, so nothing is checked before its six digits are set.

use roster_model::{Column, Level};
use roster_values::region_code::{RegionCode, read_region_code};

use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R4021",
    slug: "xyly-vs-hukou",
    level: Level::Info,
    zh: "学生来源是“{value}”，但户口就在学校所在的县，请核对。",
    en: "The origin is {value}, but the household is registered in the school's county; please check.",
    basis: "本工具自定；所在县是模板的参数",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215"],
    check: Check::Row {
        needs: &[Column::StudentSource, Column::HukouCode],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    if row.label(Column::StudentSource) != Some("借读") {
        return;
    }
    let Some(county) = row
        .roster
        .parameter_number("school_county")
        .filter(|it| *it > 0)
    else {
        return;
    };
    let RegionCode::Code(code) = read_region_code(row.text(Column::HukouCode)) else {
        return;
    };
    if code.get(..6).and_then(|it| it.parse().ok()) != Some(county) {
        return;
    }
    let (text, place) = (
        row.text(Column::StudentSource),
        row.place(Column::HukouCode),
    );
    row.report(Column::StudentSource, |finding| {
        finding.related.extend(place);
        finding.quote("value", Column::StudentSource, text);
    });
}
