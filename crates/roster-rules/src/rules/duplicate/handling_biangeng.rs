//! # 已导入的学籍有错，建议变更
//!
//! 这一条学籍与别的学籍重复，错在这一条：身份证号、出生日期或性别与本人不符。
//!
//! ## 为什么重要
//!
//! 学籍已经导入，改表格没有用，要在系统的“问题学籍处理列表”里办“变更”，并上传材料。不处理，问题学籍会一直挂着。
//!
//! ## 怎么改
//!
//! 对照户口簿或身份证找出正确的内容，在系统里依次选：问题学籍处理列表 → 选中这条记录 → 变更 → 修改正确 → 上传户口簿或身份证的扫描件或照片 → 保存。若不是录入错误，家长先带户口簿、身份证到公安部门更正，再上传更正后的材料。
//!
//! ## 例子
//!
//! ```roster
//! @ stage=after-import
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! | 李小红 | 女 | 20150902 | 居民身份证 | １１０１０１２０１５０９０１００１６ |
//! ! id_number
//! | 张华 | 男 | 20150901 | 居民身份证 | 110101201509010032 |
//! | 陈文 | 男 | 20150901 | 居民身份证 |  |
//! ```
//!
//! 导入以前把表格改正即可：
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! | 李小红 | 女 | 20150902 | 居民身份证 | 110101201509010016 |
//! ```
//!
//! ---
//!
//! # An imported row is wrong: 变更
//!
//! The row has become a duplicate of another, and the mistake is in this one: number, birth date or sex
//! are not those of the pupil.
//!
//! ## Why it matters
//!
//! The row is in the system already, so mending the sheet does not help: it has to be handled as 变更 in
//! the list of problem registrations, with papers. Until then it stays a problem registration.
//!
//! ## How to fix
//!
//! Find the right value in the household register or the identity card. In the system choose
//! 问题学籍处理列表, the record, 变更, correct it, upload a scan or photograph of the household register or
//! the identity card, and save. If it is no typing error, the parents have it corrected by the police
//! first.

use roster_model::{Column, Level};

use crate::gathered::handled::{Todo, report};
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R7009",
    slug: "handling-biangeng",
    level: Level::Info,
    zh: "建议处理：变更。先把写错的内容改正，再上传户口簿或身份证的扫描件或照片；若不是录入错误，须先到公安部门更正。系统建议，须由学校核实。",
    en: "Suggested handling: 变更. Correct what is wrong and upload a scan of the household register or the identity card; if it is no typing error, the police correct it first. A suggestion; the school has to confirm it.",
    basis: "全国系统的问题学籍处理办法：有错变更、无错佐证、多余删除",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::Name],
        check,
    },
};

fn check(run: &mut Run<'_>) {
    report(run, Todo::Change);
}
