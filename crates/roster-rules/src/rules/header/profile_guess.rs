//! # 按哪个模板检查
//!
//! 这里说明这张表是按哪个模板检查的，以及认出了多少列。
//!
//! ## 为什么重要
//!
//! 模板决定哪些列必填、日期怎么写；模板不对，结果就不对。
//!
//! ## 怎么改
//!
//! 看一眼模板和列数是否符合您的表；如果不符合，改选正确的模板后重新检查。序号一类的列和没有列名的列不计在内。
//!
//! 名称像问题学籍名单的（有“问题学籍”，或写着“身份证号重复”一类的话），如果是学籍系统给出的名单，把它的用途改为“问题学籍名单”（命令行用 --problem-list）；是名册的，改为“检查”（--roster）。
//!
//! ## 例子
//!
//! ```roster
//! @ profile=any
//! | 序号 | 姓名 | 性　别 | 期末评语 |
//! ! sheet number=2 count=3
//! | 1 | 王小明 | 男 | 认真 |
//! | 2 | 李小红 |  |  |
//! ```
//!
//! 一列写了两遍，两遍都认得：
//!
//! ```roster
//! @ profile=any
//! | 姓名 | 性别 | 籍贯 | 籍贯 | 出生日期 |
//! ! sheet number=5 count=5
//! | 王小明 | 男 |  |  | 20150901 |
//! ```
//!
//! 名称像问题学籍名单，却没有写明每名学生是什么问题的，当作名册检查，并说明：
//!
//! ```roster
//! @ profile=any
//! @ title=问题学籍学生
//! | 姓名 | 性别 | 出生日期 |
//! ! sheet number=3 decision="名称像问题学籍名单，但没有写明每名学生的问题类型，没有当作问题学籍名单；是学籍系统给出的问题学籍名单的，请把它的用途改为“问题学籍名单”（命令行用 --problem-list）。"
//! | 王小明 | 男 | 20150901 |
//! ```
//!
//! 没有表头的表不说：
//!
//! ```roster
//! | 王小明 | 男 |
//! | 李小红 |  |
//! ```
//!
//! ---
//!
//! # Which template the sheet was checked by
//!
//! This tells by which template the sheet was checked, and how many of its columns were known.
//!
//! ## Why it matters
//!
//! The template decides which columns are required and how a date is written. With the wrong
//! template the results are wrong.
//!
//! ## How to fix
//!
//! See whether the template and the number of columns fit your sheet. If not, choose the right
//! template and check again. Columns such as 序号, and those without a name, are not counted.
//!
//! If a list that is called one of 问题学籍 is the system's own, set what it is for to "List of problem
//! registrations" (--problem-list on the command line); if it is a roster, to "Checking" (--roster).

use roster_model::{Level, Place, SheetColumn, SheetRole};
use roster_values::text::is_blank;

use crate::gathered::part_lists::IF_LISTED;
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R0108",
    slug: "profile-guess",
    level: Level::Info,
    zh: "按“{profile}”检查，{count}列中认出了{number}列；{decision}",
    en: "Checked by the template “{profile}”; {number} of {count} columns are known. {decision}",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

const CHOOSE: (&str, &str) = ("模板不对时请改选。", "Choose another one if it is wrong.");

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.sheets() {
        if !roster.sheet.has_header() {
            continue;
        }
        let columns = &roster.sheet.columns;
        let is_known =
            |it: &&SheetColumn| it.column.is_some() || it.repeats.is_some() || it.local.is_some();
        let known = columns.iter().filter(is_known).count();
        let named = columns
            .iter()
            .filter(|it| !it.ignored && !is_blank(&it.header))
            .count();
        // Of a list of some of the pupils R7007 says it.
        let is_called =
            roster.sheet.is_called_problem_list && roster.sheet.role == SheetRole::Roster;
        let (zh, en) = if is_called { IF_LISTED } else { CHOOSE };
        run.report(Place::Sheet(sheet), |finding| {
            finding.said("profile", &roster.profile.zh, &roster.profile.en);
            finding
                .number("number", known as u64)
                .number("count", named as u64)
                .said("decision", zh, en);
        });
    }
}
