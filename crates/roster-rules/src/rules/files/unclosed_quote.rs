//! # 引号没有成对
//!
//! 这个文本文件里有的内容以英文双引号开头，却没有结尾的引号。检查时把这个引号当作普通文字。
//!
//! ## 为什么重要
//!
//! 双引号在 CSV 里有特殊意思：少了一个，别的软件会把后面许多行并成一格，那些学生就不见了。
//!
//! ## 怎么改
//!
//! 找到提示的行，删去多余的双引号，或者补上少的那一个；文字里要用引号时，用中文的“”。最好用 Excel 或 WPS 另存为工作簿（.xlsx）再提交。
//!
//! ## 例子
//!
//! ```roster
//! @ file=一班.csv real=csv
//! | 姓名 | 家庭地址 |
//! ! sheet level=warning count=1 rows=3
//! | 王小明 | 一村１号 |
//! | 李小红 | raw:"二村2号 |
//! | 赵小华 | 三村3号 |
//! @ file=二班.csv real=csv
//! | 姓名 | 家庭地址 |
//! | 钱小军 | “人民”路1号 |
//! | 孙小丽 | raw:"四村4号" |
//! | 周小强 |  |
//! ```
//!
//! ---
//!
//! # A quotation mark without its partner
//!
//! Some text in this file begins with a quotation mark (") and has none at its end. The mark was taken
//! for ordinary text.
//!
//! ## Why it matters
//!
//! In CSV the mark has a meaning of its own: with one missing, other programs join many rows into one
//! cell, and those pupils are gone.
//!
//! ## How to fix
//!
//! Find the rows named in the message and delete the mark, or add the missing one. In text use Chinese
//! quotation marks. Best is to save the table as a workbook (.xlsx) before submitting.

use roster_model::{Level, Place};

use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R0018",
    slug: "unclosed-quote",
    level: Level::Warning,
    zh: "有{count}行的双引号没有成对（第{rows}行），请核对这几行，删去或补上引号。",
    en: "Rows with a quotation mark that has no partner: {count} ({rows}); look at them and delete or add the mark.",
    basis: "RFC 4180 第2.5至2.7条（CSV 的引号）",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

/// More row numbers than a reader can use are not listed.
const LISTED_MAX: usize = 20;

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.sheets() {
        let rows = &roster.sheet.unclosed_quotes;
        if rows.is_empty() {
            continue;
        }
        let mut list: Vec<String> = rows.iter().take(LISTED_MAX).map(u32::to_string).collect();
        if rows.len() > LISTED_MAX {
            list.push("…".to_owned());
        }
        run.report(Place::Sheet(sheet), |finding| {
            finding
                .number("count", rows.len() as u64)
                .fact("rows", list.join(","));
        });
    }
}
