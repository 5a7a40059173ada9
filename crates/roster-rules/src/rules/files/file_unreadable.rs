//! # 文件读不出来
//!
//! 这个文件不是能读取的表格，或者已经损坏，或者太大，所以里面的内容没有检查，或没有全部检查。
//!
//! ## 为什么重要
//!
//! 没有读出来的学生一条也没有检查，也没有参加查重，不能当作已经合格。
//!
//! ## 怎么改
//!
//! 按提示找到原来的表格，用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”，再重新检查。只改文件名的后缀没有用。打开时提示损坏的，先让 Excel 修复，或者请制表的老师重新发一份；图片、PDF 和 Word 里的表要先录成表格。太大的文件，按年级或班级分成几个。
//!
//! ## 例子
//!
//! ```roster
//! @ file=一班.xlsx real=png
//! | 姓名 | 性别 |
//! ! file
//! @ file=二班.xlsx real=empty
//! | 姓名 | 性别 |
//! ! file
//! @ file=三班.xlsx
//! | 姓名 | 性别 |
//! | 王小明 | 男 |
//! | 李小红 |  |
//! ```
//!
//! ---
//!
//! # The file cannot be read
//!
//! This file is no table that can be read, or it is damaged or too large, so what is in it was not
//! checked, or not all of it.
//!
//! ## Why it matters
//!
//! Pupils that were not read were not checked and not compared with others. Nothing is known about
//! them.
//!
//! ## How to fix
//!
//! Find the original table as the note says, open it in Excel or WPS, save it as a workbook (.xlsx)
//! and check again. Changing the ending of the file's name does not help. If the program says that the
//! file is damaged, let it repair the file or ask for a new copy. A table in a picture, a PDF or a
//! document has to be typed into a sheet first. Split a file that is too large by grade or class.

use roster_model::{FailureKind, Level, Place};

use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R0001",
    slug: "file-unreadable",
    level: Level::Error,
    zh: "文件没能读取：{note}",
    en: "The file could not be read. {note}",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

fn check(run: &mut Run<'_>) {
    let files = run.files;
    for (file, it) in files.iter().enumerate() {
        let Some(failure) = &it.failure else { continue };
        match failure.kind {
            FailureKind::Unreadable | FailureKind::TooLarge => {
                run.report(Place::File(file as u32), |finding| {
                    finding.said("note", &failure.said.zh, &failure.said.en);
                });
            }
            FailureKind::Encrypted => {}
        }
    }
}
