//! Every sentence this crate says about a file that cannot be read.
//!
//! Each says what the file is and what to do. Nothing else in the crate writes a sentence.

use roster_model::Failure;

pub(crate) fn empty() -> Failure {
    Failure::unreadable(
        "这个文件是空的，没有任何内容。请重新导出或找到原来的表格文件再试。",
        "The file is empty. Export it again, or find the original table and try that.",
    )
}

/// `kind` is a name such as `PNG`.
pub(crate) fn image(kind: &str) -> Failure {
    Failure::unreadable(
        format!("这是一张图片（{kind}），不是表格。请找到原来的表格文件再试。"),
        format!("This is a picture ({kind}), not a table. Find the original table and try that."),
    )
}

pub(crate) fn pdf() -> Failure {
    Failure::unreadable(
        "这是 PDF 文件，不是表格。请找到生成它的 Excel 或 WPS 表格再试。",
        "This is a PDF file, not a table. Find the workbook it was made from and try that.",
    )
}

/// `zh` and `en` name the program or kind of document.
pub(crate) fn document(zh: &str, en: &str) -> Failure {
    Failure::unreadable(
        format!("这是{zh}，不是表格。请把其中的表格复制到 Excel 或 WPS 表格，另存为 .xlsx 再试。"),
        format!(
            "This is {en}, not a table. Copy its table into a workbook and save that as .xlsx."
        ),
    )
}

pub(crate) fn archive() -> Failure {
    Failure::unreadable(
        "这是一个压缩包，不是表格。请先解压，再选择里面的表格文件。",
        "This is an archive, not a table. Unpack it first, then choose the tables inside.",
    )
}

/// `zh` and `en` name a kind of workbook for which there is no reader.
pub(crate) fn save_as_xlsx(zh: &str, en: &str) -> Failure {
    save_in(zh, "Excel 或 WPS", en, "Excel or WPS")
}

/// Like it, for a kind that only LibreOffice opens.
pub(crate) fn save_in_libreoffice(zh: &str, en: &str) -> Failure {
    save_in(zh, "LibreOffice", en, "LibreOffice")
}

fn save_in(zh: &str, program_zh: &str, en: &str, program: &str) -> Failure {
    Failure::unreadable(
        format!("这是{zh}，目前请用 {program_zh} 另存为 .xlsx 再检查。"),
        format!("This is {en}. For now, save it as .xlsx in {program} and check that."),
    )
}

pub(crate) fn old_xls() -> Failure {
    save_as_xlsx(
        " Excel 97-2003 工作簿（.xls）",
        "an Excel 97-2003 workbook (.xls)",
    )
}

pub(crate) fn encrypted() -> Failure {
    Failure::encrypted(
        "文件设了打开密码，请输入密码再检查；也可以先取消密码：Excel 打开后点“文件→信息→保护工作簿→用密码进行加密”，WPS 打开后点“文件→文档加密→密码加密”，清空后保存再检查。",
        "The file is protected by a password: type it and check again. Or remove it first: in Excel, File, Info, Protect Workbook, Encrypt with Password, empty it, save, and check that.",
    )
}

pub(crate) fn junk() -> Failure {
    Failure::unreadable(
        "无法识别的文件，不像表格或文本。请用 Excel 或 WPS 打开原来的表格，另存为 .xlsx 再试。",
        "The file is neither a workbook nor readable text. Open the original table and save it as .xlsx.",
    )
}

/// Said by other readers too.
pub fn damaged_package() -> Failure {
    Failure::unreadable(
        "文件不完整或已损坏，可能没有下载完。请重新下载，或用 Excel、WPS 打开修复后另存为 .xlsx 再试。",
        "The file is incomplete or damaged. Download it again, or repair it in Excel or WPS and save it as .xlsx.",
    )
}

pub(crate) fn damaged_sheet(name: &str) -> Failure {
    Failure::unreadable(
        format!(
            "工作表“{name}”的内容已损坏，无法读取。请用 Excel 或 WPS 打开，另存为 .xlsx 再试。"
        ),
        format!(
            "Sheet \"{name}\" is damaged and cannot be read. Open the file and save it as .xlsx again."
        ),
    )
}

/// The sheet is there; whether all of it is right cannot be told.
pub(crate) fn doubtful_sheet(name: &str) -> Failure {
    Failure::unreadable(
        format!(
            "工作表“{name}”已读取，但文件有一部分损坏，个别内容可能不对。请用 Excel 或 WPS 打开核对，另存为 .xlsx 再检查一次。"
        ),
        format!(
            "Sheet \"{name}\" was read, but a part of the file is damaged and some of it may be wrong. Open the file, compare, save it as .xlsx and check it again."
        ),
    )
}

/// A part that sheets share is damaged, and what refers to it may be wrong.
pub(crate) fn doubtful_package() -> Failure {
    Failure::unreadable(
        "文件有一部分损坏，个别文字或日期可能不对。请用 Excel 或 WPS 打开核对，另存为 .xlsx 再检查一次。",
        "A part of the file is damaged, and some texts or dates may be wrong. Open it, compare, save it as .xlsx and check it again.",
    )
}

pub(crate) fn no_sheet() -> Failure {
    Failure::unreadable(
        "这个工作簿里没有可以检查的工作表。请确认选对了文件。",
        "The workbook has no worksheet to check. Make sure this is the right file.",
    )
}

/// Said by other readers too.
pub fn swollen_package() -> Failure {
    Failure::too_large(
        "这个文件解压后大得不正常，为安全起见没有读取。请用 Excel 或 WPS 打开，把数据复制到新工作簿再试。",
        "Unpacked, the file is abnormally large, so it was not read. Copy its data into a new workbook and try that.",
    )
}

/// Said by other readers too.
pub fn too_many_cells() -> Failure {
    Failure::too_large(
        "表格太大，放不下。请按年级或班级拆成几个文件，再用命令行程序 rostercheck 检查。",
        "The table is too large to hold. Split it by grade or class and check it with the command line, rostercheck.",
    )
}

pub(crate) fn too_many_columns() -> Failure {
    Failure::too_large(
        "表格超过 16384 列，超出 Excel 的限度。请检查文件是否导出有误。",
        "The table has more than 16,384 columns, which no workbook can hold. Check how it was exported.",
    )
}

/// A row of text that is longer than any row of a table.
pub(crate) fn endless_row(number: u32) -> Failure {
    Failure::too_large(
        format!(
            "第 {number} 行超过 64 MB，不像表格中的一行。请检查文件是否导出有误，或用 Excel、WPS 打开后另存为 .xlsx 再试。"
        ),
        format!(
            "Row {number} is longer than 64 MB, which no row of a table is. Check how the file was exported, or save it as .xlsx."
        ),
    )
}

/// A web page without a table.
pub(crate) fn no_table() -> Failure {
    Failure::unreadable(
        "这是一个网页，里面没有可以检查的表格。请把表格复制到 Excel 或 WPS 表格，另存为 .xlsx 再试。",
        "This is a web page without a table to check. Copy its table into a workbook and save that as .xlsx.",
    )
}

/// A web page with more tables than any system writes.
pub(crate) fn too_many_tables() -> Failure {
    Failure::too_large(
        "这个网页里的表格超过 1024 个，只读了前面的。请把名单复制到 Excel 或 WPS 表格，另存为 .xlsx 再检查。",
        "The web page has more than 1,024 tables, and only the first were read. Copy the roster into a workbook, save it as .xlsx and check that.",
    )
}

pub(crate) fn too_many_rows() -> Failure {
    Failure::too_large(
        "工作表超过 1048576 行，超出 Excel 的限度。请检查文件是否导出有误。",
        "The sheet has more than 1,048,576 rows, which no workbook can hold. Check how it was exported.",
    )
}
