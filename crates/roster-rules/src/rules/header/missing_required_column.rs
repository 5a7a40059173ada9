//! # 缺少必填的列
//!
//! 导入模板要求的一列，这张表里没有。
//!
//! ## 为什么重要
//!
//! 缺了必填的列，系统会拒收整张表。模板文件自己加的列，全国系统并不检查，按模板文件写的级别提示，没有写的作警告。
//!
//! ## 怎么改
//!
//! 对照导入模板加上这一列，内容按户口簿和学校登记的信息填写。如果表里有这一列而列名写法不同，把列名改成模板的写法。姓和名分在两列的，合成一列“姓名”。如果这不是导入用的表，检查时改选“任意名单”。
//!
//! ## 例子
//!
//! 别的必填列都有，只缺“民族”：
//!
//! ```roster
//! @ profile=xj-2013
//! | 学校标识码 | 姓名 | 性别 | 出生日期 | 出生地行政区划代码 | 籍贯 | 国籍/地区 | 身份证件类型 | 港澳台侨外 | 健康状况 | 身份证件号 | 户口性质 | 户口所在地行政区划代码 | 班号 | 入学年月 | 入学方式 | 就读方式 | 现住址 | 通信地址 | 家庭地址 | 联系电话 | 邮政编码 | 是否独生子女 | 是否受过学前教育 | 是否留守儿童 | 是否需要申请资助 | 是否享受一补 | 是否孤儿 | 是否烈士或优抚子女 | 是否进城务工人员随迁子女 | 成员1姓名 | 成员1关系 | 成员1联系电话 | 成员1是否监护人 |
//! ! sheet level=error standard_header=民族
//! | 2144000001 | 王小明 | 男 |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |
//! ```
//!
//! 列名写法稍有不同，能认出来的不算缺：
//!
//! ```roster
//! @ profile=xj-2013
//! | 学校标识码 | 姓名 | 性　别 | 出生日期 | 出生地行政区划代码 | 籍贯 | 民族 | 国籍/地区 | 证件类型 | 港澳台侨外 | 健康状况 | 身份证件号 | 户口性质 | 户口所在地行政区划代码 | 班号 | 入学年月 | 入学方式 | 就读方式 | 现住址 | 通信地址 | 家庭地址 | 联系电话 | 邮政编码 | 是否独生子女 | 是否受过学前教育 | 是否留守儿童 | 是否需要申请资助 | 是否享受一补 | 是否孤儿 | 是否烈士或优抚子女 | 是否进城务工人员随迁子女 | 成员1姓名 | 成员1关系 | 成员1联系电话 | 成员1是否监护人 |
//! | 2144000001 | 王小明 | 男 |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |
//! ```
//!
//! 模板文件自己加的必填列，任意名单也要有：
//!
//! ```roster
//! @ own [[columns]]
//! @ own key = "local.bus"
//! @ own header = "校车线路"
//! @ own required = true
//! | 姓名 | 性别 |
//! ! sheet level=warning standard_header=校车线路
//! | 王小明 | 男 |
//! ```
//!
//! ```roster
//! @ own [[columns]]
//! @ own key = "local.bus"
//! @ own header = "校车线路"
//! @ own required = true
//! @ own level = "info"
//! | 姓名 | 性别 |
//! ! sheet level=info standard_header=校车线路
//! | 王小明 | 男 |
//! ```
//!
//! 任意名单不要求任何标准列：
//!
//! ```roster
//! @ profile=any
//! | 姓名 | 性　别 |
//! | 王小明 |  |
//! ```
//!
//! 证件类型是居民身份证，却没有号码这一列：
//!
//! ```roster
//! @ profile=any
//! | 姓名 | 证件类型 |
//! ! sheet level=error standard_header=身份证件号
//! | 王小明 | 居民身份证 |
//! ```
//!
//! 不要求家庭成员的，模板里成员的列也不缺：
//!
//! ```roster
//! @ profile=xj-2021
//! @ set members_required=0
//! | 学校标识码 | 姓名 | 性别 | 出生日期 | 身份证件类型 | 身份证件号 | 出生地行政区划代码 | 民族 | 国籍/地区 | 港澳台侨外 | 户口性质 | 户口所在地行政区划 | 现住址 | 是否独生子女 | 是否留守儿童 | 是否进城务工人员随迁子女 | 是否孤儿 | 籍贯 | 健康状况 | 政治面貌 | 年级 | 班级号 | 入学年月 | 入学方式 | 就读方式 | 通信地址 | 家庭地址 | 联系电话 | 邮政编码 | 是否受过学前教育 | 是否需要申请资助 | 是否享受一补 | 是否烈士或优抚子女 |
//! | 2144000001 | 王小明 | 男 |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |
//! ```
//!
//! 姓和名分在两列，没有“姓名”这一列，姓名就没有检查，只作警告：
//!
//! ```roster
//! @ profile=any
//! | 姓 | 名 | 性别 | 证件号 |
//! ! sheet level=warning standard_header=姓名
//! | 王 | 小明 | 男 |  |
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
//! Without a required column the system refuses the whole sheet. A column that a profile file adds has the level
//! that the file gives it, or is a warning: the national system does not look at it.
//!
//! ## How to fix
//!
//! Add the column as in the import template and fill it from the household registers and the
//! school's files. If the column is there under another name, rename it as in the template. Join a column
//! of family names and one of given names into 姓名. If the list is not meant for an import, choose the
//! profile for any list.

use roster_model::{Column, Finding, Level, Place};
use roster_standard::{AnyColumn, Listed, ProfileColumn};

use crate::gathered::document::RESIDENT_CARD;
use crate::gathered::members::MEMBERS;
use crate::{Check, Roster, Rule, Run, What};

pub(crate) const RULE: Rule = Rule {
    code: "R0102",
    slug: "missing-required-column",
    level: Level::Error,
    zh: "缺少必填列“{standard_header}”，请按{note}补上。",
    en: "The required column “{standard_header}” is missing; add it as in {note}.",
    basis: "全国系统导入模板的填写说明，带星号的列",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.sheets() {
        if !roster.sheet.has_header() {
            continue;
        }
        let columns = roster.profile.columns.iter();
        for missing in columns.filter(|it| !roster.has(it.column) && is_wanted(roster, it)) {
            run.report(Place::Sheet(sheet), |finding| {
                finding.fact("standard_header", &*missing.header);
                said_where(finding, OF_IMPORT);
            });
        }
        own_columns(run, sheet, roster);
        if roster.profile.partial && has_parted_names(roster) {
            run.report_at(Level::Warning, Place::Sheet(sheet), |finding| {
                finding.fact("standard_header", Column::Name.info().zh);
                said_where(finding, OF_IMPORT);
            });
        }
    }
}

/// What tells which columns there have to be.
const OF_IMPORT: (&str, &str) = ("导入模板", "the import template");
/// Like `OF_IMPORT`, of a column that only the profile file knows.
const OF_FILE: (&str, &str) = ("所用的模板文件", "the profile file");

fn said_where(finding: &mut Finding, (zh, en): (&str, &str)) {
    finding.said("note", zh, en);
}

/// Tells of the columns that the profile file adds and requires, at the level it gives them. It asks for them
/// even of a list that may lack columns of the standard: nobody else knows of them.
fn own_columns(run: &mut Run<'_>, sheet: u32, roster: &Roster) {
    for demand in &roster.profile.demands {
        let AnyColumn::Local(index) = demand.column else {
            continue;
        };
        if demand.what == What::Filled(None) && roster.index_of_any(demand.column).is_none() {
            let missing = &roster.profile.locals[usize::from(index)];
            run.report_at(demand.level, Place::Sheet(sheet), |finding| {
                finding.fact("standard_header", &*missing.header);
                said_where(finding, OF_FILE);
            });
        }
    }
}

/// Whether a list is of no use without the column: one that is always filled, that of the numbers of
/// identity documents, and what the first family member must have where one must be there.
pub(super) fn is_wanted(roster: &Roster, it: &ProfileColumn) -> bool {
    let profile = &roster.profile;
    if profile.partial {
        return it.column == Column::IdNumber && has_cards(roster);
    }
    // A template that asks for the type asks for what follows from it.
    let is_bound = it.column == Column::IdNumber || {
        let is_of_member = MEMBERS[0].asked()[..4].contains(&it.column);
        is_of_member && roster.parameter_number("members_required") > Some(0)
    };
    roster.is_required(it.column) || is_bound && roster.is_required(Column::IdType)
}

/// Whether family name and given name have a column each: then no name was checked.
fn has_parted_names(roster: &Roster) -> bool {
    let headers = || roster.sheet.columns.iter().map(|it| it.header.trim());
    !roster.has(Column::Name)
        && ["姓", "名"]
            .iter()
            .all(|it| headers().any(|header| header == *it))
}

/// Whether pupils have resident identity cards, by the type.
fn has_cards(roster: &Roster) -> bool {
    let is_card = |it: &Listed<'_>| it.entry().is_some_and(|it| it.label == RESIDENT_CARD);
    let types = roster.index_of(Column::IdType);
    !roster.sheet.is_event_list() && types.is_some_and(|it| roster.listed(it).iter().any(is_card))
}
