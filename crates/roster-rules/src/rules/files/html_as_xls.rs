//! # 其实是网页，不是 Excel 工作簿
//!
//! 这个文件叫作工作簿，里面其实是一张网页表格，常见于从网页系统导出的 .xls。检查时已按网页读取。
//!
//! ## 为什么重要
//!
//! Excel 打开时会提示格式与后缀不符；导入系统多半读不了网页，会报错，或者一名学生也读不到。
//!
//! ## 怎么改
//!
//! 用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”，以新存的文件为准。另存后请看一眼证件号有没有变成科学记数法，有就从原来的系统重新导出。提示没有下载完的，重新导出一次，核对人数。
//!
//! 里面的学生已经读出来了，所以一般只作提示；网页没有下载完的，可能少了学生，作警告。
//!
//! ## 例子
//!
//! ```roster
//! @ file=导出.xls real=html
//! | 姓名 | 性别 |
//! ! file level=info value=xls
//! | 王小明 | 男 |
//! @ file=导出.html real=html
//! | 姓名 | 性别 |
//! | 李小红 | 女 |
//! @ file=一班.xlsx
//! | 姓名 | 性别 |
//! | 赵小华 |  |
//! ```
//!
//! ---
//!
//! # A web page instead of a workbook
//!
//! The file is called a workbook and holds a table of a web page, as some web systems export it. It
//! was read as what it is.
//!
//! ## Why it matters
//!
//! Excel says on opening that format and ending do not agree. An import can hardly read a web page: it
//! refuses the file, or finds no pupils in it.
//!
//! ## How to fix
//!
//! Open it in Excel or WPS, save it as a workbook (.xlsx) and go on with the new file. Then look at
//! the ID numbers: if they turned into 1.10101E+17, export the table again. So do where the page seems to end too early, and
//! count the pupils.
//!
//! Its pupils were read, so this is an info. It is a warning where the page ends too early, since pupils may be missing.

use roster_model::{Format, Level, Place};

use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R0003",
    slug: "html-as-xls",
    level: Level::Warning,
    zh: "文件名后缀是 .{value}，里面其实是网页表格（HTML），{note}。",
    en: "The name ends in .{value}, but the file is a table of a web page (HTML){note}.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

/// The endings of a web page.
const WEB_PAGE: [&str; 5] = ["html", "htm", "mht", "mhtml", "xhtml"];

fn check(run: &mut Run<'_>) {
    let files = run.files;
    for (file, it) in files.iter().enumerate() {
        let Some((_, ending)) = it.name.rsplit_once('.') else {
            continue;
        };
        let ending = ending.to_ascii_lowercase();
        if it.format != Format::Html || it.failure.is_some() {
            continue;
        }
        let (level, zh, en) = if it.traits.ends_early {
            (
                Level::Warning,
                "在表格中间就结束了，像是没有下载完，后面的学生可能少了；请重新导出，核对人数",
                "; it ends in the middle of the table, as if not all of it had been downloaded. Export it again and count the pupils",
            )
        } else if WEB_PAGE.contains(&ending.as_str()) {
            continue;
        } else {
            (
                Level::Info,
                "已读取；提交前请另存为 Excel 工作簿",
                "; it was read. Save it as a workbook before submitting",
            )
        };
        run.report_at(level, Place::File(file as u32), |finding| {
            finding.fact("value", ending).said("note", zh, en);
        });
    }
}
