//! Every sentence this crate says about a file that cannot be read: what it is and what to do.

use roster_model::{Failure, FailureKind, Said};

fn unreadable(zh: impl Into<String>, en: impl Into<String>) -> Failure {
    Failure {
        kind: FailureKind::Unreadable,
        said: Said::new(zh, en),
    }
}

pub(crate) fn damaged() -> Failure {
    unreadable(
        "文件不完整或已损坏，可能没有下载完。请重新下载，或用 Excel、WPS 打开修复后另存为 .xlsx 再试。",
        "The file is incomplete or damaged. Download it again, or repair it in Excel or WPS and save it as .xlsx.",
    )
}

pub(crate) fn damaged_sheet(name: &str) -> Failure {
    unreadable(
        format!(
            "工作表“{name}”的内容已损坏，没有读完。请用 Excel 或 WPS 打开，另存为 .xlsx 再试。"
        ),
        format!(
            "Sheet \"{name}\" is damaged and was not read to its end. Open the file and save it as .xlsx again."
        ),
    )
}

pub(crate) fn too_many_cells() -> Failure {
    Failure {
        kind: FailureKind::TooLarge,
        said: Said::new(
            "表格太大，放不下。请按年级或班级拆成几个文件，再用命令行程序 rostercheck 检查。",
            "The table is too large to hold. Split it by grade or class and check it with the command line, rostercheck.",
        ),
    }
}

pub(crate) fn swollen() -> Failure {
    Failure {
        kind: FailureKind::TooLarge,
        said: Said::new(
            "这个文件解压后大得不正常，为安全起见没有读取。请用 Excel 或 WPS 打开，把数据复制到新工作簿再试。",
            "Unpacked, the file is abnormally large, so it was not read. Copy its data into a new workbook and try that.",
        ),
    }
}

/// xls before Excel 5.
pub(crate) fn ancient() -> Failure {
    unreadable(
        "这是 Excel 4 或更早的表格。请用 Excel 或 WPS 打开，另存为 .xlsx 再检查。",
        "This is a table of Excel 4 or before. Open it in Excel or WPS, save it as .xlsx and check that.",
    )
}

fn locked(zh: &str, en: &str) -> Failure {
    Failure {
        kind: FailureKind::Encrypted,
        said: Said::new(zh, en),
    }
}

pub(crate) fn wrong_password() -> Failure {
    locked(
        "密码不对，文件没有打开。请核对大小写和全角、半角后再输入。",
        "That is not the password of the file. Check upper and lower case and try again.",
    )
}

/// A kind of lock that cannot be opened even with the password.
pub(crate) fn unknown_lock() -> Failure {
    locked(
        "这种加密方式这里不能解。请先取消密码：Excel 打开后点“文件→信息→保护工作簿→用密码进行加密”，清空后保存；WPS 打开后点“文件→文档加密→密码加密”，清空后保存。",
        "This kind of encryption cannot be opened here. Remove the password first: in Excel, File, Info, Protect Workbook, Encrypt with Password, empty it and save.",
    )
}

/// A locked xls whose password was not given, or one of Excel 95.
pub(crate) fn locked_xls() -> Failure {
    locked(
        "文件设了打开密码，这种 .xls 的密码这里不能解。请先取消密码：Excel 打开后点“文件→信息→保护工作簿→用密码进行加密”，清空后保存；WPS 打开后点“文件→文档加密→密码加密”，清空后保存。",
        "The file is protected by a password that cannot be used here. Remove it first: in Excel, File, Info, Protect Workbook, Encrypt with Password, empty it and save.",
    )
}
