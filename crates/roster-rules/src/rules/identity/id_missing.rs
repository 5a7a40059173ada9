//! # 没有填写身份证号
//!
//! 证件类型不是“其他”，号码一栏却是空的，或者写着“待补”“无”之类的字样。
//!
//! ## 为什么重要
//!
//! 没有号码，系统就不能按号码查重，也不能与公安的人口信息核对，这一行会被退回。
//!
//! ## 怎么改
//!
//! 请按户口簿填写18位号码；用护照、通行证等证件的，填写这个证件的号码。确实还没有身份证号的学生，证件类型请选“其他”，号码留空，不要写“无”或者自己编号码。
//!
//! 名单没有证件类型一列的，空着、写“待补”“无”的只作警告；列名标了“*”“必填”的仍是错误。模板不要求身份证号、这一行又有学籍号的，不提示。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 证件类型 | 证件号 |
//! | 王小明 | 居民身份证 |  |
//! ! id_number level=error note=证件类型请选“其他”，号码留空
//! | 王小明 | 居民身份证 | \u{3000} |
//! ! id_number level=error
//! | 王小明 | 身份证 | 待补 |
//! ! id_number level=error
//! | 王小明 | 护照 |  |
//! ! id_number level=error
//! | 王小明 | 台湾居民来往大陆通行证 | 无 |
//! ! id_number level=error
//! | 王小明 | 户口簿 |  |
//! ! id_number level=error
//! | 王小明 | 其他 | 无 |
//! | 王小明 | 居民身份证 | 110101201509010016 |
//! | 王小明 | 居民身份证 | １１０１０１２０１５０９０１００１６ |
//! | 王小明 | 其他 |  |
//! | 王小明 | 护照 | E12345678 |
//! ```
//!
//! ```roster
//! | 姓名 | 性别 | 身份证号 |
//! | 王小明 | 男 |  |
//! ! id_number level=warning note=可以留空
//! | 李小红 | 女 | 无 |
//! ! id_number level=warning
//! | 陈文 | 女 | 待补 |
//! ! id_number level=warning
//! | 赵小军 | 男 | 110101201509010016 |
//! ```
//!
//! ```roster
//! | 姓名 | 性别 | *身份证号 |
//! | 王小明 | 男 |  |
//! ! id_number level=error note=请问收名单的部门怎么填
//! ```
//!
//! ```roster
//! @ profile=admission-junior
//! | 个人标识码 | 学生姓名 | 身份证号 | 毕业学校标识码 | 录取学校标识码 | 教育阶段 |
//! |  | 王小明 |  | 2111000001 | 3111000001 | 初中 |
//! ! id_number level=warning
//! | G110101201509010016 | 李小红 |  | 2111000001 | 3111000001 | 初中 |
//! ```
//!
//! ---
//!
//! # ID number missing
//!
//! The document is not 其他, and the number is blank or says 待补, 无 or the like.
//!
//! ## Why it matters
//!
//! Without the number the system can neither look for duplicates by number nor compare with the
//! population register, and sends the row back.
//!
//! ## How to fix
//!
//! Fill in the 18 characters of the household register, or the number of the passport or permit. For
//! a pupil who has no number yet, the document type is 其他 and the number stays blank: no 无, and no
//! number made up.
//!
//! In a list without types a blank, 待补 or 无 is only a warning, unless the header is marked with * or 必填. Where
//! the template does not ask for the number and the row has a student number, nothing is said.

use roster_model::{Column, Level};
use roster_values::id_number::IdNumber;
use roster_values::text::Traits;

use crate::gathered::document::stated_label;
use crate::rules::text::required_empty::is_marked;
use crate::walk::own_forms::takes;
use crate::{Check, Document, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R1026",
    slug: "id-missing",
    level: Level::Error,
    zh: "没有填写身份证件号，请按户口簿填写；确无身份证号的学生，{note}。",
    en: "The ID number is missing: fill it in from the household register; for a pupil who has none {note}.",
    basis: "2013年模板的填写说明：只有类型为“其他”的，号码才可以空着",
    since: "0.1",
    unless: &[],
    check: Check::Document {
        needs: &[Column::IdNumber],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let is_missing = match row.id(Column::IdNumber) {
        // A formula without a result is told as one.
        IdNumber::Blank if row.traits(Column::IdNumber).contains(Traits::FORMULA) => return,
        IdNumber::Blank => false,
        // Where the row states no document, a blank is told by the rule of required cells.
        IdNumber::Placeholder => row.roster.is_required(Column::IdNumber),
        _ => return,
    };
    // A kind of document that only the profile file knows may have no number.
    if stated_label(row).is_none() && lists(row, row.text(Column::IdType)) == Some(true) {
        return;
    }
    let is_missing = match row.document() {
        Document::Resident => true,
        Document::Other => stated_label(row) != Some("其他"),
        Document::Unstated | Document::Unknown => is_missing,
    };
    let level = if is_missing {
        Some(Level::Error)
    } else {
        level_without_types(row)
    };
    if let Some(level) = level {
        let (zh, en) = if row.has(Column::IdType) && lists(row, "其他") != Some(false) {
            (
                "证件类型请选“其他”，号码留空",
                "the type is 其他 and the number stays blank",
            )
        } else if level == Level::Warning {
            ("可以留空", "it may stay blank")
        } else {
            ("请问收名单的部门怎么填", "ask those who receive the list")
        };
        row.report_at(level, Column::IdNumber, |finding| {
            finding.said("note", zh, en);
        });
    }
}

/// Whether the profile file lists a document, where it has a list of them.
fn lists(row: &Row<'_>, document: &str) -> Option<bool> {
    takes(row.roster, Column::IdType, document)
}

/// In a list without types a blank may be that of a pupil who has no number, unless the header demands one.
/// Of a list for submission the template says what has to be there; where it leaves the number open, a pupil
/// with a student number is known by that.
fn level_without_types(row: &Row<'_>) -> Option<Level> {
    let roster = row.roster;
    let index = roster.index_of(Column::IdNumber)?;
    if row.has(Column::IdType) {
        return None;
    }
    let is_known_otherwise = roster.is_required(Column::IdNumber)
        || roster.sheet.is_event_list()
        || !row.is_blank(Column::StudentNumber);
    if is_known_otherwise && !roster.is_own_list() {
        return None;
    }
    let is_marked = is_marked(&roster.sheet.columns[index].header);
    Some(if is_marked {
        Level::Error
    } else {
        Level::Warning
    })
}
