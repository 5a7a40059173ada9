//! # 地区代码在出生前早已停用
//!
//! 身份证号前六位是首次登记户口的县区代码，这个代码在学生出生时已经停用两年多。
//!
//! ## 为什么重要
//!
//! 前六位很可能录错了一位，正好成了一个旧代码。号码错了，就与公安的人口信息对不上。
//!
//! ## 怎么改
//!
//! 对照户口簿核对前六位。户口簿上确实是这个号码的，可以不改：有的地方撤县设区以后还用旧代码登记过一段时间。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 证件类型 | 证件号 |
//! | 王小明 | 居民身份证 | 110103201509010019 |
//! ! id_number region=110103 year=2010 level=warning
//! | 王小明 | 居民身份证 | １１０１０３２０１５０９０１００１９ |
//! ! id_number region=110103
//! | 王小明 | 居民身份证 | 432829201803260017 |
//! ! id_number region=432829 year=1994
//! | 王小明 | 居民身份证 | 432829200803260012 |
//! | 王小明 | 居民身份证 | 110103200809010016 |
//! | 王小明 | 居民身份证 | 330113201405050028 |
//! | 王小明 | 居民身份证 | 110101201509010016 |
//! | 王小明 | 居民身份证 | 110103201509010013 |
//! | 王小明 | 居民身份证 |  |
//! | 王小明 | 其他 | 110103201509010019 |
//! ```
//!
//! 代码在出生以后才停用、才启用的都正常，从不提示。整个地区改了编号的（例如地区改市），停用十五年以后出生的才提示；本表有一成以上、至少五名学生用着同一个旧代码的也不提示，那是当地登记的习惯。
//!
//! ---
//!
//! # Region was abolished long before the birth
//!
//! The first six digits are the county of first registration, and this code had been out of use for
//! more than two years when the pupil was born.
//!
//! ## Why it matters
//!
//! Probably one of the six digits is wrong and gives an old code by chance. A wrong number does not
//! agree with the population register.
//!
//! ## How to fix
//!
//! Compare the first six digits with the household register. Where the register really has this
//! number, leave it: some places went on using an old code for a time.
//!
//! A code abolished or introduced after the birth is in order and never reported. One of a prefecture
//! that was renumbered as a whole is reported from fifteen years on. One that a tenth of the pupils of
//! the sheet share, five at least, is not: that is how the place registers.

use roster_model::{Column, Level};

use crate::gathered::document::Look;
use crate::gathered::habits::abolished_before_birth;
use crate::{Check, Document, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R1016",
    slug: "id-region-abolished-before-birth",
    level: Level::Warning,
    zh: "身份证号前六位“{region}”在{year}年已停用，早于出生年份，请对照户口簿核对。",
    en: "The first six digits of the resident ID, {region}, went out of use in {year}, before the birth; compare with the household register.",
    basis: "本工具自定：GB/T 2260 各代码的使用年份",
    since: "0.1",
    unless: &["R1003", "R1004", "R1013"],
    check: Check::Document {
        needs: &[Column::IdNumber],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let Some(Look::ResidentCard(id)) = Look::of(row) else {
        return;
    };
    let Some(year) = abolished_before_birth(&id) else {
        return;
    };
    let is_habit = row
        .roster
        .late_regions()
        .binary_search(&id.region())
        .is_ok();
    if is_habit || row.document() != Document::Resident {
        return;
    }
    row.report(Column::IdNumber, |finding| {
        finding
            .fact("region", format!("{:06}", id.region()))
            .number("year", year);
    });
}
