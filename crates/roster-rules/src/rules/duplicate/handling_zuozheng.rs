//! # 已导入的学籍没有错，建议佐证
//!
//! 这一条学籍与别的学籍重复，但这一条没有错：号码与本人相符，或者只是不同学生的姓名、性别、出生日期碰巧相同。
//!
//! ## 为什么重要
//!
//! 系统不知道哪一条对，双方都会成为“问题学籍”。没有错的一方要上传材料佐证，才能恢复正常。
//!
//! ## 怎么改
//!
//! 在系统里依次选：问题学籍处理列表 → 选中这条记录 → 佐证 → 上传佐证材料 → 保存。材料是户口簿或身份证的扫描件或照片，以及学校出具的证明材料的扫描件或照片，两样都要。
//!
//! ## 例子
//!
//! ```roster
//! @ stage=after-import
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! ! id_number
//! | 李小红 | 女 | 20150902 | 居民身份证 | １１０１０１２０１５０９０１００１６ |
//! | 张华 | 男 | 20150901 | 居民身份证 | 110101201509010032 |
//! | 陈文 | 男 | 20150901 | 居民身份证 |  |
//! ```
//!
//! 重复填写的学生，保留的一条由另一条规则提示；导入以前不需要佐证：
//!
//! ```roster
//! @ stage=after-import
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! ```
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! | 李小红 | 女 | 20150902 | 居民身份证 | 110101201509010016 |
//! ```
//!
//! ---
//!
//! # An imported row is right: 佐证
//!
//! The row has become a duplicate of another, but this one is right: the number goes with the pupil, or
//! different pupils happen to share name, sex and birth date.
//!
//! ## Why it matters
//!
//! The system does not know which row is right, so all of them become problem registrations. The right
//! one has to be proved with papers.
//!
//! ## How to fix
//!
//! In the system choose 问题学籍处理列表, the record, 佐证, upload the papers, and save. Two papers are
//! needed: a scan or photograph of the household register or the identity card, and one of a certificate
//! issued by the school.

use roster_model::{Column, Level};

use crate::gathered::handled::{Todo, report};
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R7010",
    slug: "handling-zuozheng",
    level: Level::Info,
    zh: "建议处理：佐证。核对无误后，上传户口簿或身份证、学校证明材料的扫描件或照片，两样都要。系统建议，须由学校核实。",
    en: "Suggested handling: 佐证. Once it is checked that this row is right, upload scans of the household register or the identity card, and of a certificate of the school. A suggestion; the school has to confirm it.",
    basis: "全国系统的问题学籍处理办法：有错变更、无错佐证、多余删除",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::Name],
        check,
    },
};

fn check(run: &mut Run<'_>) {
    report(run, Todo::Prove);
}
