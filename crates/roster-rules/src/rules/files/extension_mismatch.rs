//! # 文件后缀与内容不符
//!
//! 文件名后缀说的是一种格式，文件里其实是另一种。检查时已按实际内容读取。
//!
//! ## 为什么重要
//!
//! 别的软件或导入系统可能只看后缀，于是打不开这个文件，或者把它读错。
//!
//! ## 怎么改
//!
//! 用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”，以新存的文件为准。不要直接改后缀。
//!
//! ## 例子
//!
//! ```roster
//! @ file=一班.xlsx real=csv
//! | 姓名 | 性别 |
//! | 王小明 | 男 |
//! ! file value=xlsx format=csv
//! @ file=二班.csv real=gbk-csv
//! | 姓名 | 性别 |
//! | 李小红 | 女 |
//! @ file=三班.TXT real=tsv
//! | 姓名 | 性别 |
//! | 赵小华 |  |
//! @ file=四班.xlsx
//! | 姓名 | 性别 |
//! | 钱小军 | 男 |
//! ```
//!
//! ---
//!
//! # File name ending does not fit the content
//!
//! The ending of the name says one format and the file holds another. It was read as what it is.
//!
//! ## Why it matters
//!
//! Other programs, and import systems, may go by the ending: they refuse the file or misread it.
//!
//! ## How to fix
//!
//! Open it in Excel or WPS, save it as a workbook (.xlsx) and go on with the new file. Do not just
//! change the ending.

use roster_model::{Format, Level, Place};

use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R0002",
    slug: "extension-mismatch",
    level: Level::Info,
    zh: "文件后缀是 .{value}，实际内容是 {format}，已按实际内容读取；请另存为 .xlsx。",
    en: "The name ends in .{value} but the content is {format}, and was read as such; save it as .xlsx.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

fn check(run: &mut Run<'_>) {
    let files = run.files;
    for (file, it) in files.iter().enumerate() {
        // Nothing was read of a file that failed, and web pages have a rule of their own.
        if it.failure.is_some() || it.format == Format::Html {
            continue;
        }
        // A name without an ending promises nothing.
        let Some((_, ending)) = it.name.rsplit_once('.') else {
            continue;
        };
        let ending = ending.to_ascii_lowercase();
        if fitting_endings(it.format).is_none_or(|fitting| fitting.contains(&ending.as_str())) {
            continue;
        }
        run.report(Place::File(file as u32), |finding| {
            finding
                .fact("value", ending)
                .fact("format", it.format.key());
        });
    }
}

/// The endings a format goes by; `None` where the content is not known either.
fn fitting_endings(format: Format) -> Option<&'static [&'static str]> {
    match format {
        // A workbook for macros need not have any.
        Format::Xlsx => Some(&["xlsx", "xltx", "xlsm", "xltm"]),
        Format::Xlsm => Some(&["xlsm", "xltm"]),
        Format::Xlsb => Some(&["xlsb"]),
        Format::Xls => Some(&["xls", "xlt", "xlw", "et", "ett"]),
        Format::Ods => Some(&["ods", "ots"]),
        Format::SpreadsheetXml => Some(&["xml"]),
        // Nobody is helped by telling the three spellings of plain text apart.
        Format::Csv | Format::Tsv => Some(&["csv", "tsv", "tab", "txt", "text"]),
        Format::Html | Format::Unknown => None,
    }
}
