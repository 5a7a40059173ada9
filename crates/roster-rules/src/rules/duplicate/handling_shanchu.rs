//! # 已导入的学籍多余，建议删除
//!
//! 同一名学生导入了不止一次，这一条是多余的。
//!
//! ## 为什么重要
//!
//! 一名学生只能有一个学籍。多余的不删除，保留的那一条也恢复不了正常。
//!
//! ## 怎么改
//!
//! 先核实学生确实只有一名，再在系统里依次选：问题学籍处理列表 → 选中这条记录 → 删除。删除不需要证明材料。删除哪一条由学校决定，本工具不会替您删除。
//!
//! ## 例子
//!
//! ```roster
//! @ stage=after-import
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! | 王　小明 | 男 | 20150901 | 居民身份证 | １１０１０１２０１５０９０１００１６ |
//! ! id_number
//! | 王大明 | 男 | 20150901 | 居民身份证 | 110101201509010032 |
//! | 陈文 | 男 | 20150901 | 居民身份证 |  |
//! ```
//!
//! 导入以前从表格中删去即可：
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! ```
//!
//! ---
//!
//! # An imported row is surplus: 删除
//!
//! One pupil was imported more than once, and this row is surplus.
//!
//! ## Why it matters
//!
//! A pupil has one registration. Until the surplus one is deleted, the one that stays is a problem
//! registration too.
//!
//! ## How to fix
//!
//! Make sure that there is one pupil only. Then choose 问题学籍处理列表, the record, and 删除 in the system.
//! No papers are needed. Which row goes is for the school to decide; nothing is deleted here.

use roster_model::{Column, Level};

use crate::gathered::handled::{Todo, report};
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R7011",
    slug: "handling-shanchu",
    level: Level::Info,
    zh: "建议处理：删除。这一条是同一名学生的多余学籍，无需证明材料。系统建议，须由学校核实。",
    en: "Suggested handling: 删除. This row is a surplus one of the same pupil; no papers are needed. A suggestion; the school has to confirm it.",
    basis: "全国系统的问题学籍处理办法：有错变更、无错佐证、多余删除",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::Name],
        check,
    },
};

fn check(run: &mut Run<'_>) {
    report(run, Todo::Delete);
}
