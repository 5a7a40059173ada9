//! # 身份证号有误的学籍不能佐证
//!
//! 这个身份证号本身就不对：校验码、位数、字符或其中的日期有误，不可能是任何人的号码。
//!
//! ## 为什么重要
//!
//! 学籍导入以后，这一条会列为“身份证号错误”的问题学籍。佐证是证明“没有错”，号码有误就无从证明，只能变更或删除。
//!
//! ## 怎么改
//!
//! 对照户口簿或身份证找出正确的号码，在系统里依次选：问题学籍处理列表 → 选中这条记录 → 变更 → 修改正确 → 上传户口簿或身份证的扫描件或照片 → 保存。学生不在本校就读的，核实后删除。
//!
//! ## 例子
//!
//! ```roster
//! @ stage=after-import
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010017 |
//! ! id_number
//! | 李小红 | 女 | 20150901 | 居民身份证 | 110101201509010024 |
//! | 张华 | 男 | 20150901 | 居民身份证 | １１０１０１２０１５０９０１００３２ |
//! | 陈文 | 男 | 20150901 | 护照 | E12345678 |
//! | 赵伟 | 男 | 20150901 | 居民身份证 |  |
//! ```
//!
//! 导入以前改正表格即可：
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010017 |
//! ```
//!
//! ---
//!
//! # A wrong identity number cannot be proved
//!
//! The number itself is wrong, in its check digit, its length, a character or the date in it: it can be
//! nobody's.
//!
//! ## Why it matters
//!
//! Once imported, the row is listed as a problem registration. 佐证 proves that a row is right, which a
//! wrong number never is: it can only be corrected (变更) or deleted (删除).
//!
//! ## How to fix
//!
//! Find the right number in the household register or the identity card. In the system choose
//! 问题学籍处理列表, the record, 变更, correct it, upload a scan or photograph of the household register or
//! the identity card, and save. If the pupil does not attend the school, delete the row.

use roster_model::{Column, Level};
use roster_values::date::Date;
use roster_values::id_number::IdNumber;

use crate::handled::{Todo, todos};
use crate::{Check, Document, Roster, Row, Rule, Run, Stage};

pub(crate) const RULE: Rule = Rule {
    code: "R7013",
    slug: "checksum-cannot-be-evidenced",
    level: Level::Info,
    zh: "身份证号有误，不能佐证，只能变更或删除：变更时上传户口簿或身份证的扫描件或照片，删除无需材料。",
    en: "The identity number is wrong, so the row cannot be proved (佐证), only corrected (变更, with a scan of the household register or the identity card) or deleted (删除, without papers).",
    basis: "全国系统的问题学籍处理办法：身份证号错误只能变更或删除",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::IdNumber],
        check,
    },
};

fn check(run: &mut Run<'_>) {
    if run.settings.stage != Stage::AfterImport {
        return;
    }
    // Where 变更 or 删除 is proposed already, that is told.
    let mut told = todos(run);
    told.retain(|it| matches!(it.1, Todo::Change | Todo::Delete));
    let today = run.settings.today;
    for (sheet, roster) in run.lists_of_pupils() {
        let Some(index) = roster.index_of(Column::IdNumber) else {
            continue;
        };
        let ids = roster.ids(index).iter();
        let wrong: Vec<bool> = ids.map(|it| is_wrong(it, today)).collect();
        for row in 0..roster.sheet.row_count() {
            let is_told = || told.binary_search_by_key(&(sheet, row), |it| it.0).is_ok();
            let id_wrong = wrong[roster.value(index, row).0 as usize];
            if id_wrong && is_resident(roster, row) && !is_told() {
                let place = run.cell_or_row(sheet, row, Column::IdNumber);
                run.report(place, |_| {});
            }
        }
    }
}

/// Whether the number of a row is one of which this rule speaks.
pub(super) fn speaks_of(run: &Run<'_>, (sheet, row): (u32, u32)) -> bool {
    let roster = &run.rosters[sheet as usize];
    let id = roster.index_of(Column::IdNumber);
    let id = id.map(|it| roster.ids(it)[roster.value(it, row).0 as usize]);
    run.settings.stage == Stage::AfterImport
        && id.is_some_and(|it| is_wrong(&it, run.settings.today))
        && is_resident(roster, row)
}

/// Whether a resident number like this can be nobody's.
fn is_wrong(id: &IdNumber, today: Date) -> bool {
    match id {
        IdNumber::Resident(id) => !id.is_valid_by_itself(today),
        IdNumber::Damaged | IdNumber::WrongLength { .. } | IdNumber::WrongCharacter { .. } => true,
        _ => false,
    }
}

fn is_resident(roster: &Roster, number: u32) -> bool {
    Row::unasked(roster, number).document() == Document::Resident
}
