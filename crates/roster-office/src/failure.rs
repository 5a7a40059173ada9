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

/// A password that this program cannot use even if it were given.
pub(crate) fn locked_xls() -> Failure {
    Failure {
        kind: FailureKind::Encrypted,
        said: Said::new(
            "文件设了打开密码，.xls 的密码这里不能解。请先取消密码：Excel 打开后点“文件→信息→保护工作簿→用密码进行加密”，清空后保存；WPS 打开后点“文件→文档加密→密码加密”，清空后保存。",
            "The file is protected by a password, and of an .xls it cannot be opened here. Remove it first: in Excel, File, Info, Protect Workbook, Encrypt with Password, empty it and save.",
        ),
    }
}
