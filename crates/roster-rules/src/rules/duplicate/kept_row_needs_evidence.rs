//! # 删除多余学籍后，保留的一条还要佐证
//!
//! 同一名学生导入了不止一次，建议保留这一条。
//!
//! ## 为什么重要
//!
//! 只把多余的学籍删除还不够，保留的这一条仍然是“问题学籍”，上传材料佐证以后才恢复正常。
//!
//! ## 怎么改
//!
//! 先删除多余的学籍，再在系统里依次选：问题学籍处理列表 → 选中这条记录 → 佐证 → 上传佐证材料 → 保存。材料是户口簿或身份证的扫描件或照片，以及学校出具的证明材料的扫描件或照片，两样都要。
//!
//! ## 例子
//!
//! ```roster
//! @ stage=after-import
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! ! id_number
//! | 王　小明 | 男 | 20150901 | 居民身份证 | １１０１０１２０１５０９０１００１６ |
//! | 王大明 | 男 | 20150901 | 居民身份证 | 110101201509010032 |
//! | 陈文 | 男 | 20150901 | 居民身份证 |  |
//! ```
//!
//! 导入以前改正表格即可，什么都不用上传：
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! ```
//!
//! ---
//!
//! # The row that stays still has to be proved
//!
//! One pupil was imported more than once, and this row is proposed to stay.
//!
//! ## Why it matters
//!
//! Deleting the surplus rows is not enough: the one that stays is a problem registration until it is
//! proved with papers.
//!
//! ## How to fix
//!
//! Delete the surplus rows first. Then choose 问题学籍处理列表, the record, 佐证, upload the papers, and
//! save. Two papers are needed: a scan or photograph of the household register or the identity card, and
//! one of a certificate issued by the school.

use roster_model::{Column, Level};

use crate::gathered::handled::{Todo, report};
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R7012",
    slug: "kept-row-needs-evidence",
    level: Level::Info,
    zh: "建议处理：佐证。多余的学籍删除后，保留的这一条仍须佐证：上传户口簿或身份证，以及学校证明材料的扫描件或照片。系统建议，须由学校核实。",
    en: "Suggested handling: 佐证. Once the surplus rows are deleted, this one still has to be proved: upload scans of the household register or the identity card, and of a certificate of the school. A suggestion; the school has to confirm it.",
    basis: "全国系统的问题学籍处理办法：有错变更、无错佐证、多余删除",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::Name],
        check,
    },
};

fn check(run: &mut Run<'_>) {
    report(run, Todo::ProveKept);
}
