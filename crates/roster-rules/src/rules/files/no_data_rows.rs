//! # 只有表头，没有学生
//!
//! 找到了表头，但表头下面没有一行是学生。
//!
//! ## 为什么重要
//!
//! 没有学生可以检查，也没有学生可以导入，很可能选错了文件或工作表。
//!
//! ## 怎么改
//!
//! 确认选对了文件；如果学生在另一个文件或工作表里，改用那一个；如果这是还没有填的模板，填好学生再检查。同一个文件里另有填了学生的工作表时，这里只作警告。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 证件号 |
//! ! sheet level=error
//! ```
//!
//! ```roster
//! | 姓名 | 性别 | 证件号 |
//! | 王小明 |  |  |
//! @ sheet=模板 hidden
//! | 姓名 | 性别 | 证件号 |
//! @ sheet=三班
//! | 姓名 | 性别 | 证件号 |
//! ! sheet level=warning
//! ```
//!
//! ---
//!
//! # A header, but no pupils
//!
//! The header was found, but no row under it is a pupil.
//!
//! ## Why it matters
//!
//! There is nothing to check and nothing to import; probably it is the wrong file or sheet.
//!
//! ## How to fix
//!
//! Make sure this is the right file. If the pupils are in another file or sheet, use that one; if
//! this is a template still to be filled, fill it first. Where another sheet of the same file has
//! pupils, this is a warning only.

use roster_model::{Level, Place, Visibility};

use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R0016",
    slug: "no-data-rows",
    level: Level::Error,
    zh: "表头下面没有学生，请确认选对了文件和工作表。",
    en: "There are no pupils under the header; make sure this is the right file and sheet.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.sheets() {
        // Pupils who stand elsewhere in the sheet are told of by themselves (R0021, R0117).
        let is_filled = roster.sheet.row_count() > 0 || roster.sheet.unread_rows().next().is_some();
        if !roster.sheet.has_header() || is_filled {
            continue;
        }
        let file = roster.sheet.file;
        // An unused sheet beside a filled one keeps nothing from being imported.
        let has_pupils_elsewhere = run
            .rosters
            .iter()
            .any(|it| it.sheet.file == file && it.sheet.row_count() > 0);
        // Nor does a hidden one, which a template may bring along.
        if has_pupils_elsewhere && roster.sheet.visibility != Visibility::Visible {
            continue;
        }
        let level = if has_pupils_elsewhere {
            Level::Warning
        } else {
            Level::Error
        };
        run.report_at(level, Place::Sheet(sheet), |_| {});
    }
}
