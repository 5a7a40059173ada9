//! # 姓名容易与公安登记的写法不一致
//!
//! 这些学生的身份证号没有错，但姓名里有生僻字、繁体字或间隔号“·”，录入时最容易与户口簿的写法不一致。
//!
//! ## 为什么重要
//!
//! 学籍导入以后，系统会拿姓名和身份证号与公安的登记比对，不一致就列为“身份证号与姓名不匹配”的问题学籍。这时错的常常不是号码，而是姓名的写法。
//!
//! ## 怎么改
//!
//! 如果系统提示不匹配，先对照户口簿逐字核对姓名：写法不同的，按户口簿变更；与户口簿一致的，请家长到公安部门核对。各地另有规定的，在参数 `register_mismatch` 里设定。
//!
//! ## 例子
//!
//! ```roster
//! @ stage=after-import
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! ! column=name count=2 rows=第2、3行
//! | 王𠮷 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! | 阿依·买买提 | 女 | 20150901 | 居民身份证 | １１０１０１２０１５０９０１００２４ |
//! | 张华 | 男 | 20150901 | 居民身份证 | 110101201509010032 |
//! | 阿里·买买提 | 男 | 20150901 | 护照 | E12345678 |
//! |  | 女 | 20150901 | 居民身份证 | 110101201509010040 |
//! ```
//!
//! 导入以前不提示：
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 王𠮷 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! ```
//!
//! ---
//!
//! # Names that easily differ from the police register
//!
//! The numbers of these pupils are right, but their names have a rare character, one of the traditional
//! script, or the dot “·”, and are easily written otherwise than in the household register.
//!
//! ## Why it matters
//!
//! After the import the system compares name and number with the police register. If they differ, the
//! row becomes a problem registration, and it is often the name that is wrong, not the number.
//!
//! ## How to fix
//!
//! If the system reports a mismatch, compare the name with the household register, character by
//! character. A name that differs is corrected (变更); if it is the same, the parents ask the police. What
//! a district allows beside is set by the parameter `register_mismatch`.

use roster_model::{Column, Level, Place, Stage};
use roster_values::id_number::IdNumber;
use roster_values::name::traditional;
use roster_values::text::is_han;

use crate::block::rows_said::rows_said;
use crate::{Check, Roster, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R7015",
    slug: "name-mismatch-police-hint",
    level: Level::Info,
    zh: "有{count}名学生的姓名有生僻字、繁体字或间隔号（{rows}）：若系统提示“身份证号与姓名不匹配”，请先对照户口簿核对姓名。{decision}",
    en: "{count} names have a rare or traditional character or a dot ({rows}): if the system reports that name and number do not match, compare the name with the household register first. {decision}",
    basis: "全国系统把姓名和号码与公安户籍比对",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::Name, Column::IdNumber],
        check,
    },
};

fn check(run: &mut Run<'_>) {
    if run.settings.stage != Stage::AfterImport {
        return;
    }
    for (sheet, roster) in run.lists_of_pupils() {
        let rows = rows_that_may_differ(sheet, roster);
        let Some(name) = roster.index_of(Column::Name).filter(|_| !rows.is_empty()) else {
            continue;
        };
        let (zh, en) = match roster.parameter("register_mismatch") {
            "change-or-corroborate" => (
                "写法有误的变更，与户口簿一致的佐证。",
                "A wrong name is corrected (变更); one that is as in the register is proved (佐证).",
            ),
            _ => (
                "写法有误的变更，与户口簿一致的请家长到公安部门核对。",
                "A wrong name is corrected (变更); if it is as in the register, the parents ask the police.",
            ),
        };
        let phrase = rows_said(run, &rows);
        let position = roster.sheet.columns[name].position;
        run.report(Place::Column(sheet, position), |finding| {
            finding
                .number("count", rows.len() as u64)
                .said("rows", &phrase.zh, &phrase.en)
                .said("decision", zh, en);
        });
    }
}

/// The rows with a right number and such a name.
fn rows_that_may_differ(sheet: u32, roster: &Roster) -> Vec<(u32, u32)> {
    let columns = (
        roster.index_of(Column::Name),
        roster.index_of(Column::IdNumber),
    );
    let (Some(name), Some(number)) = columns else {
        return Vec::new();
    };
    let cells = &roster.sheet.columns[name].cells;
    let hard: Vec<bool> = cells.values().map(|it| is_hard(cells.text(it))).collect();
    let (ids, today) = (roster.ids(number), roster.settings.today);
    let is_right = |row| match &ids[roster.value(number, row).0 as usize] {
        IdNumber::Resident(id) => id.is_valid_by_itself(today),
        _ => false,
    };
    let rows = 0..roster.sheet.row_count();
    rows.filter(|&row| hard[roster.value(name, row).0 as usize] && is_right(row))
        .map(|row| (sheet, row))
        .collect()
}

/// Whether a name is easily written otherwise.
fn is_hard(name: &str) -> bool {
    let is_rare = |c: char| c == '·' || c > '\u{FFFF}' && is_han(c);
    name.chars().any(is_rare) || traditional(name).is_some()
}
