//! # 文件加了密码
//!
//! 这个文件有打开密码，还没有输入密码，或者密码不对，里面的内容没有检查。
//!
//! ## 为什么重要
//!
//! 加密的学生没有检查，也没有参加查重；导入系统同样打不开这个文件，提交前总要取消密码。
//!
//! ## 怎么改
//!
//! 在这里输入密码，重新检查即可；密码只在这台电脑上使用，不会保存，也不会发送。密码向制表的老师询问。
//!
//! 提交前请取消密码。Excel：输入密码打开，“文件”—“信息”—“保护工作簿”—“用密码进行加密”，把密码删成空白，确定后保存。WPS：输入密码打开，“文件”—“文档加密”—“密码加密”，把“打开权限”里的密码清空，应用后保存。
//!
//! ## 例子
//!
//! ```roster
//! @ file=一班.xlsx real=encrypted
//! | 姓名 | 性别 |
//! ! file
//! @ file=二班.xlsx real=pdf
//! | 姓名 | 性别 |
//! @ file=三班.xlsx
//! | 姓名 | 性别 |
//! | 王小明 | 男 |
//! | 李小红 |  |
//! ```
//!
//! ---
//!
//! # The file has a password
//!
//! A password is needed to open this file and was not given, or not the right one, so what is in it
//! was not checked.
//!
//! ## Why it matters
//!
//! The pupils in it were not checked and not compared with others. An import cannot open the file
//! either, so the password has to go before it is submitted.
//!
//! ## How to fix
//!
//! Type the password here and check again. It is used on this computer only, and neither kept nor sent.
//! Whoever made the table knows it.
//!
//! Before submitting, take it away. In Excel: open the file with the password, go to File, Info,
//! Protect Workbook, Encrypt with Password, empty the field and save. In WPS: open it, go to File,
//! document encryption, password encryption, empty the password to open and save.

use roster_model::{FailureKind, Level, Place};

use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R0006",
    slug: "workbook-encrypted",
    level: Level::Error,
    zh: "没能读取：{note}",
    en: "Could not be read. {note}",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

fn check(run: &mut Run<'_>) {
    let files = run.files;
    for (file, it) in files.iter().enumerate() {
        let Some(failure) = &it.failure else { continue };
        if failure.kind == FailureKind::Encrypted {
            run.report(Place::File(file as u32), |finding| {
                finding.said("note", &failure.said.zh, &failure.said.en);
            });
        }
    }
}
