//! # 文件加了密码
//!
//! 这个文件有打开密码，里面的内容读不出来，所以没有检查。
//!
//! ## 为什么重要
//!
//! 加密的学生没有检查，也没有参加查重；导入系统同样打不开这个文件。
//!
//! ## 怎么改
//!
//! 在 Excel 或 WPS 里输入密码打开，在“文件”菜单中取消打开密码，保存后再检查。密码向制表的老师询问。
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
//! A password is needed to open this file, so what is in it was not checked.
//!
//! ## Why it matters
//!
//! The pupils in it were not checked and not compared with others, and an import cannot open the
//! file either.
//!
//! ## How to fix
//!
//! Open it in Excel or WPS with the password, take the password away in the file menu, save it and
//! check again. Whoever made the table knows the password.

use roster_model::{FailureKind, Level, Place};

use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R0006",
    slug: "workbook-encrypted",
    level: Level::Error,
    zh: "文件加了密码，没能读取：{note}",
    en: "The file has a password and could not be read: {note}",
    basis: "House rule",
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
