//! # 多个工作表都有学生
//!
//! 这个文件里不止一个看得见的工作表填了学生。检查时每个工作表都查了，查重也算在一起。
//!
//! ## 为什么重要
//!
//! 导入时可能只读其中一个工作表，其余的学生就漏了；如果有一个是旧稿，同一名学生会出现两次。
//!
//! ## 怎么改
//!
//! 确认哪些工作表是要上报的，把旧稿和备份删掉；提交时建议每个文件只留一个工作表。只想检查其中几个时，在文件的选项里选定工作表，再重新检查。隐藏的工作表另有提示。系统是否读取其余工作表，各地做法没有统一说明，所以这里只作警告。
//!
//! ## 例子
//!
//! ```roster
//! @ sheet=一班
//! | 姓名 | 性别 |
//! | 王小明 | 男 |
//! ! file count=2
//! @ sheet=二班
//! | 姓名 | 性别 |
//! | 李小红 | 女 |
//! | 赵小华 |  |
//! ```
//!
//! 两个文件各有一个工作表，或者另一个工作表只有表头、是隐藏的，都不算：
//!
//! ```roster
//! @ file=一班.xlsx
//! | 姓名 | 性别 |
//! | 王小明 | 男 |
//! @ sheet=空表
//! | 姓名 | 性别 |
//! @ sheet=旧稿 hidden
//! | 姓名 | 性别 |
//! | 赵小华 | 女 |
//! @ file=二班.xlsx
//! | 姓名 | 性别 |
//! | 李小红 | 女 |
//! ```
//!
//! ---
//!
//! # Several sheets have pupils
//!
//! More than one visible sheet of this file has pupils. All of them were checked, and compared
//! together.
//!
//! ## Why it matters
//!
//! An import may read only one sheet and leave the other pupils out. If one sheet is an old draft,
//! the same pupil stands there twice.
//!
//! ## How to fix
//!
//! Find out which sheets are meant to be submitted and delete drafts and copies; one sheet a file is
//! best. To check only some of them, choose the sheets of the file and check again. Hidden sheets have
//! a message of their own. What the receiving systems do with further sheets is not stated everywhere, so this is a
//! warning only.

use roster_model::{Level, Place, Visibility};

use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R0007",
    slug: "multiple-sheets",
    level: Level::Warning,
    zh: "文件里有{count}个工作表填了学生（{list}），已全部检查；请确认是否都要上报。",
    en: "{count} sheets of the file have pupils ({list}), and all were checked; confirm that all are meant.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

fn check(run: &mut Run<'_>) {
    let rosters = run.rosters;
    for file in 0..run.files.len() as u32 {
        let sheets = rosters
            .iter()
            .map(|it| &it.sheet)
            .filter(|it| it.file == file && it.is_checked());
        let seen = sheets.filter(|it| it.visibility == Visibility::Visible);
        let filled = seen.filter(|it| it.has_header() && it.row_count() > 0);
        let names: Vec<&str> = filled.map(|it| it.name.as_str()).collect();
        if names.len() > 1 {
            run.report(Place::File(file), |finding| {
                finding
                    .number("count", names.len() as u64)
                    .fact("list", names.join("、"));
            });
        }
    }
}
