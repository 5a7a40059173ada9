//! # 列名与模板写得不一样
//!
//! 这一列认得出来，但列名与导入模板的写法不同，例如多了星号、空格，或者用了另一个名称。
//!
//! ## 为什么重要
//!
//! 有的系统逐字核对列名，写得不同就拒收整张表，或者当作没有这一列。
//!
//! ## 怎么改
//!
//! 采用给出的写法即可，只改列名，下面的内容不动。最稳妥的办法是下载系统的原模板，把内容粘贴进去。
//!
//! 模板参数“列名和列的顺序”是“不要求”的（任意名单、学生基本信息表、学籍异动名册），不比对列名。
//!
//! ## 例子
//!
//! ```roster
//! @ set header_form=exact
//! | *姓　名 | 2、性别 | 生日 | 证件号码 | 成员1姓名 | 期末评语 |
//! ! column=name level=warning header=*姓　名 standard_header=姓名
//! ~ column=name -> 姓名
//! ! column=sex standard_header=性别
//! ~ column=sex -> 性别
//! ! column=birth_date standard_header=出生日期
//! ~ column=birth_date -> 出生日期
//! ! column=id_number standard_header=身份证件号
//! ~ column=id_number -> 身份证件号
//! | 王小明 | 男 | 20150901 |  |  | 认真 |
//! ```
//!
//! 中英文写在一起的，按中文认：
//!
//! ```roster
//! @ set header_form=exact
//! | 姓名 Name | Gender（性别） | Date of Birth | 姓名(英文) |
//! ! column=name standard_header=姓名
//! ~ column=name -> 姓名
//! ! column=sex standard_header=性别
//! ! column=birth_date standard_header=出生日期
//! | 王小明 | 男 | 20150901 |  |
//! ```
//!
//! 模板要填班号，“班级”一列里填的就是班号：
//!
//! ```roster
//! @ profile=xj-2013
//! | 姓名 | 班级 |
//! ! column=class_code header=班级 standard_header=班号
//! ~ column=class_code -> 班号
//! | 王小明 | 202601 |
//! | 李小红 | 202602 |
//! | 张小凡 |  |
//! ```
//!
//! ```roster
//! @ profile=xj-2013
//! | 姓名 | 班级 |
//! | 王小明 | 一年级1班 |
//! | 李小红 | 101 |
//! ```
//!
//! ```roster
//! | *姓　名 | 性别 | 生日 |
//! | 王小明 | 男 |  |
//! ```
//!
//! ---
//!
//! # Header spelled unlike the template
//!
//! The column is known, but its header is not spelled as the import template spells it: a star or a
//! space too many, or another name.
//!
//! ## Why it matters
//!
//! Some systems compare headers letter by letter: they refuse the sheet, or act as if the column were
//! not there.
//!
//! ## How to fix
//!
//! Accept the offered spelling; only the header changes, not what is below it. Safest is to download
//! the system's own template and to paste the contents into it.
//!
//! Headers are not compared where the parameter header_form is any: for any list, the form of basic
//! information and lists of changes.

use roster_model::{Level, Place, Trust};

use crate::{Check, Roster, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R0104",
    slug: "header-text-differs",
    level: Level::Warning,
    zh: "列名“{header}”与模板的“{standard_header}”写法不同，系统可能逐字核对，请改为模板的写法。",
    en: "The header “{header}” is “{standard_header}” in the template; the system may compare letter by letter. Spell it as the template does.",
    basis: "本工具自定；2021年模板的一种导入程序逐字比对表头",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.sheets() {
        // A header of two levels has no cell that could be spelled as in the template.
        if !is_compared(roster) || roster.sheet.header_rows.len() > 1 {
            continue;
        }
        for it in &roster.sheet.columns {
            let line = it.column.and_then(|it| roster.profile.column(it));
            let Some(line) = line.filter(|line| line.header != it.header) else {
                continue;
            };
            run.report(Place::Column(sheet, it.position), |finding| {
                finding
                    .fact("header", it.header.as_str())
                    .fact("standard_header", &*line.header)
                    .fix(Trust::Safe, &it.header, &*line.header);
            });
        }
    }
}

/// Whether headers and their order have to be those of the template.
pub(super) fn is_compared(roster: &Roster) -> bool {
    roster.sheet.has_header() && roster.parameter("header_form") == "exact"
}
