//! # 一共有多少组重复
//!
//! 把这次检查找到的重复合在一起，说明有几组、涉及几行。
//!
//! ## 为什么重要
//!
//! 逐组处理以前，先知道有多少，便于分给各班核实，也便于处理完再核对一遍。
//!
//! ## 怎么改
//!
//! 逐组对照户口簿核实，按每一行的建议处理；全部做完后再检查一次，直到没有重复。可以用 `rostercheck settle` 生成《问题学籍处理清单》，打印出来逐行登记。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! ! file count=2 number=4
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! | 王　小明 | 男 | 20150901 | 居民身份证 | １１０１０１２０１５０９０１００１６ |
//! | 李小红 | 女 | 20150901 | 居民身份证 | 110101201509010024 |
//! | 李小红 | 女 | 20150901 | 居民身份证 | 110101201509010024 |
//! | 张华 | 男 | 20150901 | 居民身份证 |  |
//! ```
//!
//! 只有一组时，那一组自己已经说清楚了：
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! ```
//!
//! ---
//!
//! # How many groups of duplicates there are
//!
//! All duplicates of the run in two numbers: groups, and rows in them.
//!
//! ## Why it matters
//!
//! Before they are settled one by one it helps to know how many there are: to give them to the classes,
//! and to see afterwards that none is left.
//!
//! ## How to fix
//!
//! Compare each group with the household registers and do what is proposed for its rows, then check
//! again until none is left. `rostercheck settle` makes a list of them to print and to write on.

use roster_model::{Level, Place, Verdict};

use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R7016",
    slug: "duplicate-summary",
    level: Level::Info,
    zh: "共发现{count}组重复或疑似重复的学生，涉及{number}行；{decision}",
    en: "Duplicates, certain or possible: {count} group{s} of pupils, {number} rows in all; {decision}",
    basis: "本工具自定：先说总数，再说各处",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

fn check(run: &mut Run<'_>) {
    // A single group says everything itself.
    if run.groups.len() < 2 {
        return;
    }
    let members = run.groups.iter().flat_map(|it| &it.members);
    let mut rows: Vec<(u32, u32)> = members.map(|it| (it.sheet, it.row)).collect();
    roster_order::sort(&mut rows);
    rows.dedup();
    let certain = run.groups.iter();
    let certain = certain.filter(|it| it.verdict == Verdict::Certain).count();
    let mut files: Vec<u32> = rows
        .iter()
        .map(|it| run.rosters[it.0 as usize].sheet.file)
        .collect();
    files.dedup();
    let Some((&first, others)) = files.split_first() else {
        return;
    };
    let groups = run.groups.len() as u64;
    run.report(Place::File(first), |finding| {
        finding
            .related
            .extend(others.iter().map(|&it| Place::File(it)));
        finding
            .number("count", groups)
            .number("number", rows.len() as u64)
            .said(
                "decision",
                &format!("其中系统会判为重复的{certain}组。请逐组核对。"),
                &format!("the system will flag {certain} of them. Look at each."),
            );
    });
}
