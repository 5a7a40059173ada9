//! # 文字编码是推断的
//!
//! 这个文本文件没有写明用的是哪种编码，检查时按推断的编码读取。
//!
//! ## 为什么重要
//!
//! 推断错了，汉字就成了别的字；别的软件打开时也要推断一次，可能与这里不同，于是出现乱码。
//!
//! ## 怎么改
//!
//! 看一眼姓名和列名：正常就不必改；是乱码就改选编码，重新检查。提交前最好用 Excel 或 WPS 打开，确认没有乱码，另存为“Excel 工作簿（.xlsx）”。
//!
//! 认出了汉字的列名，就说明推断对了，只作提示；一个也没有认出来时作警告。
//!
//! ## 例子
//!
//! ```roster
//! @ file=一班.csv real=gbk-csv
//! | 姓名 | 性别 |
//! ! file level=info format=GB18030
//! | 王小明 | 男 |
//! @ file=二班.csv real=csv
//! | 姓名 | 性别 |
//! | 李小红 |  |
//! @ file=三班.csv real=gbk-csv
//! | 甲 | 乙 |
//! ! file level=warning format=GB18030
//! | 赵小华 | 男 |
//! ```
//!
//! ---
//!
//! # The encoding of the text was concluded
//!
//! This text file does not say in which encoding it is written, so it was read in the one that fits.
//!
//! ## Why it matters
//!
//! In the wrong encoding characters turn into others. Another program has to conclude as well, perhaps
//! otherwise than here, and shows garbled text.
//!
//! ## How to fix
//!
//! Look at the names and headers. If they are right, nothing has to change; if they are garbled, choose
//! another encoding and check again. Before submitting, open the file in Excel or WPS, make sure that
//! it is readable, and save it as a workbook (.xlsx).
//!
//! Headers in Chinese that were recognised show that the conclusion is right; then this is
//! an info only.

use roster_model::{Level, Place};

use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R0004",
    slug: "text-encoding-guessed",
    level: Level::Warning,
    zh: "文件没有写明文字编码，已按 {format} 读取；如果有乱码，请改选编码。",
    en: "The file does not state its encoding and was read as {format}; choose another one if text is garbled.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

fn check(run: &mut Run<'_>) {
    let (files, rosters) = (run.files, run.rosters);
    for (file, it) in files.iter().enumerate() {
        if !it.traits.encoding_guessed || it.failure.is_some() {
            continue;
        }
        let Some(encoding) = it.encoding else {
            continue;
        };
        // In a wrong encoding no header in Chinese would be one that is known.
        let sheets = rosters.iter().filter(|it| it.sheet.file == file as u32);
        let is_proved = sheets
            .flat_map(|it| &it.sheet.columns)
            .any(|it| it.column.is_some() && !it.header.is_ascii());
        let level = if is_proved {
            Level::Info
        } else {
            Level::Warning
        };
        run.report_at(level, Place::File(file as u32), |finding| {
            finding.fact("format", encoding);
        });
    }
}
