//! Every sentence this crate says about a file that cannot be read: what it is and what to do.

pub(crate) use roster_files::failure::{
    damaged_package as damaged, swollen_package as swollen, too_many_cells,
};
use roster_model::Failure;

pub(crate) fn damaged_sheet(name: &str) -> Failure {
    Failure::unreadable(
        format!(
            "工作表“{name}”的内容已损坏，没有读完。请用 Excel 或 WPS 打开，另存为 .xlsx 再试。"
        ),
        format!(
            "Sheet \"{name}\" is damaged and was not read to its end. Open the file and save it as .xlsx again."
        ),
    )
}

/// xls before Excel 5.
pub(crate) fn ancient() -> Failure {
    Failure::unreadable(
        "这是 Excel 4 或更早的表格。请用 Excel 或 WPS 打开，另存为 .xlsx 再检查。",
        "This is a table of Excel 4 or before. Open it in Excel or WPS, save it as .xlsx and check that.",
    )
}

pub(crate) fn wrong_password() -> Failure {
    Failure::encrypted(
        "密码不对，文件没有打开。请核对大小写和全角、半角后再输入。",
        "That is not the password of the file. Check upper and lower case and try again.",
    )
}

/// A kind of lock that cannot be opened even with the password.
pub(crate) fn unknown_lock() -> Failure {
    Failure::encrypted(
        "这种加密方式这里不能解。请先取消密码：Excel 打开后点“文件→信息→保护工作簿→用密码进行加密”，清空后保存；WPS 打开后点“文件→文档加密→密码加密”，清空后保存。",
        "This kind of encryption cannot be opened here. Remove the password first: in Excel, File, Info, Protect Workbook, Encrypt with Password, empty it and save.",
    )
}

/// A locked xls whose password was not given, or one of Excel 95.
pub(crate) fn locked_xls() -> Failure {
    Failure::encrypted(
        "文件设了打开密码，这种 .xls 的密码这里不能解。请先取消密码：Excel 打开后点“文件→信息→保护工作簿→用密码进行加密”，清空后保存；WPS 打开后点“文件→文档加密→密码加密”，清空后保存。",
        "The file is protected by a password that cannot be used here. Remove it first: in Excel, File, Info, Protect Workbook, Encrypt with Password, empty it and save.",
    )
}
