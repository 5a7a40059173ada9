//! # 缺少必填的列
//!
//! 导入模板要求的一列，这张表里没有。
//!
//! ## 为什么重要
//!
//! 缺了必填的列，系统会拒收整张表。
//!
//! ## 怎么改
//!
//! 对照导入模板加上这一列，内容按户口簿和学校登记的信息填写。如果表里有这一列而列名写法不同，把列名改成模板的写法。如果这不是导入用的表，检查时改选“任意名单”。
//!
//! ## 例子
//!
//! 别的必填列都有，只缺“民族”：
//!
//! ```roster
//! @ profile=xj-2013
//! | 学校标识码 | 姓名 | 性别 | 出生日期 | 出生地行政区划代码 | 籍贯 | 国籍/地区 | 身份证件类型 | 港澳台侨外 | 健康状况 | 户口性质 | 户口所在地行政区划代码 | 班号 | 入学年月 | 入学方式 | 就读方式 | 现住址 | 通信地址 | 家庭地址 | 联系电话 | 邮政编码 | 是否独生子女 | 是否受过学前教育 | 是否留守儿童 | 是否需要申请资助 | 是否享受一补 | 是否孤儿 | 是否烈士或优抚子女 | 是否进城务工人员随迁子女 |
//! ! sheet level=error standard_header=民族
//! | 2144000001 | 王小明 | 男 |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |
//! ```
//!
//! 列名写法稍有不同，能认出来的不算缺：
//!
//! ```roster
//! @ profile=xj-2013
//! | 学校标识码 | 姓名 | 性　别 | 出生日期 | 出生地行政区划代码 | 籍贯 | 民族 | 国籍/地区 | 证件类型 | 港澳台侨外 | 健康状况 | 户口性质 | 户口所在地行政区划代码 | 班号 | 入学年月 | 入学方式 | 就读方式 | 现住址 | 通信地址 | 家庭地址 | 联系电话 | 邮政编码 | 是否独生子女 | 是否受过学前教育 | 是否留守儿童 | 是否需要申请资助 | 是否享受一补 | 是否孤儿 | 是否烈士或优抚子女 | 是否进城务工人员随迁子女 |
//! | 2144000001 | 王小明 | 男 |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |
//! ```
//!
//! 任意名单不要求任何列：
//!
//! ```roster
//! @ profile=any
//! | 姓名 | 性　别 |
//! | 王小明 |  |
//! ```
//!
//! ---
//!
//! # A required column is missing
//!
//! The import template demands a column that this sheet does not have.
//!
//! ## Why it matters
//!
//! Without a required column the system refuses the whole sheet.
//!
//! ## How to fix
//!
//! Add the column as in the import template and fill it from the household registers and the
//! school's files. If the column is there under another name, rename it as in the template. If the
//! list is not meant for an import, choose the profile for any list.

use roster_model::{Level, Place};
use roster_standard::AnyColumn;

use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R0102",
    slug: "missing-required-column",
    level: Level::Error,
    zh: "缺少必填列“{standard_header}”，请按导入模板补上。",
    en: "The required column “{standard_header}” is missing; add it as in the import template.",
    basis: "全国系统导入模板的填写说明，带星号的列",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.sheets() {
        if roster.profile.partial || !roster.sheet.has_header() {
            continue;
        }
        let required = roster.profile.columns.iter().filter(|it| it.required);
        for missing in required.filter(|it| !roster.has(it.column)) {
            run.report(Place::Sheet(sheet), |finding| {
                finding.fact("standard_header", &*missing.header);
            });
        }
        let locals = (0..).zip(roster.profile.locals.iter());
        let is_missing = |index: u16| roster.index_of_any(AnyColumn::Local(index)).is_none();
        for (_, missing) in locals.filter(|(index, it)| it.required && is_missing(*index)) {
            run.report(Place::Sheet(sheet), |finding| {
                finding.fact("standard_header", &*missing.header);
            });
        }
    }
}
