//! # 没有找到表头
//!
//! 前面几行里没有一行写着“姓名”“证件号”这样的列名，分不清哪一列是什么，所以没有检查。
//!
//! ## 为什么重要
//!
//! 不知道每一列是什么，就不能检查，系统也不能导入。
//!
//! ## 怎么改
//!
//! 在学生上面加一行列名，至少要有“姓名”或“身份证件号”，写法照导入模板；列名在很下面时，把上面的说明删掉。也可以在检查时指定表头在第几行。同一个文件里别的工作表已经找到表头时，这里只告诉您这一个没有检查；隐藏的不说。
//!
//! ## 例子
//!
//! ```roster
//! | 王小明 | 男 | 汉族 |
//! | 李小红 | 女 |  |
//! ! sheet level=error
//! ```
//!
//! ```roster
//! | ＊姓名 | 性　别 | 民族 |
//! | 王小明 | 男 |  |
//! ```
//!
//! 一个工作表有表头，另一个没有：
//!
//! ```roster
//! | 姓名 | 性别 |
//! | 王小明 | 男 |
//! @ sheet=说明
//! | 本表由班主任填写 | 九月十日前交 |
//! ! sheet level=info
//! @ sheet=代码 hidden
//! | 男 |
//! | 女 |
//! ```
//!
//! ---
//!
//! # No header was found
//!
//! None of the first rows has column names such as 姓名 or 证件号, so nobody can tell which column is
//! which, and nothing was checked.
//!
//! ## Why it matters
//!
//! Without column names nothing can be checked, and nothing imported.
//!
//! ## How to fix
//!
//! Add a row of column names above the pupils, at least 姓名 or 身份证件号, spelled as in the import
//! template. If they stand far below, delete the notes above them, or say which row has the header.
//! Where another sheet of the file has a header, this only tells you that this sheet was not checked;
//! of a hidden one nothing is said.

use roster_model::{Level, Place, Sheet, Visibility};

use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R0101",
    slug: "header-not-found",
    level: Level::Error,
    zh: "没有找到表头，这里的内容没有检查；请确认列名写在哪一行。",
    en: "No header was found and nothing here was checked; make sure which row has the column names.",
    basis: "House rule",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

fn check(run: &mut Run<'_>) {
    let (files, rosters) = (run.files, run.rosters);
    for (file, it) in files.iter().enumerate() {
        let all = rosters
            .iter()
            .enumerate()
            .map(|(at, roster)| (at as u32, &roster.sheet));
        let sheets: Vec<(u32, &Sheet)> = all.filter(|(_, it)| it.file == file as u32).collect();
        let has_good_one = sheets.iter().any(|(_, it)| it.has_header());
        let level = if has_good_one {
            Level::Info
        } else {
            Level::Error
        };
        let is_empty = sheets
            .iter()
            .all(|(_, it)| it.filled_rows == 0 && !it.has_header());
        // Of a file that could not be read it is known why nothing is there.
        if is_empty && it.failure.is_none() {
            run.report(Place::File(file as u32), |_| {});
        }
        for (sheet, it) in sheets {
            // The lists behind the drop-downs of a template are not the clerk's.
            let is_aside = has_good_one && it.visibility != Visibility::Visible;
            if it.filled_rows > 0 && !it.has_header() && !is_aside {
                run.report_at(level, Place::Sheet(sheet), |_| {});
            }
        }
    }
}
