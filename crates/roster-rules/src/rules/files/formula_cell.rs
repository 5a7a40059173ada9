//! # 内容是公式算出来的
//!
//! 这个单元格里是公式，检查的是文件里保存的计算结果。
//!
//! ## 为什么重要
//!
//! 有的系统读到的是公式本身，或者是空白；公式引用的表不在时，结果会变成 #REF! 或旧的内容。
//!
//! ## 怎么改
//!
//! 选中这些单元格，复制，再“选择性粘贴—数值”，把公式换成内容。粘贴以后看一眼，确认与原来显示的相同。
//!
//! 如果说没有保存结果：这个文件是程序生成的，还没有用表格软件打开过；或者公式引用的单元格刚刚自动改过，旧的结果已经去掉。用 Excel 或 WPS 打开，保存一次，再检查。
//!
//! 有结果的，多数系统照样读得到，所以只作提示；没有结果的，系统读到的是空白，必填的列会被退回，作错误，别的列作警告。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 民族 |
//! | formula:王小明 | 男 | 汉族 |
//! ! name level=info
//! | 李小红 | formula:女 | ＝汉族 |
//! ! sex level=info
//! | =赵小华 | 女 |  |
//! ```
//!
//! WPS 嵌在单元格里的照片不是要改的公式：
//!
//! ```roster
//! | 姓名 | 照片 |
//! | 王小明 | formula:=DISPIMG("ID_1",1) |
//! ```
//!
//! 文件里没有保存结果的，必填的列作错误，别的作警告：
//!
//! ```roster
//! | 姓名 | 特长 |
//! | formula: | 书法 |
//! ! name level=error
//! | 李小红 | formula: |
//! ! talents level=warning
//! ```
//!
//! ---
//!
//! # The content comes from a formula
//!
//! The cell holds a formula. What was checked is its result as the file has it.
//!
//! ## Why it matters
//!
//! Some systems read the formula itself, or nothing. Where the table that it points to is missing, the
//! result turns into #REF! or stays an old one.
//!
//! ## How to fix
//!
//! Select the cells, copy them and paste them as values, so that the content takes the place of the
//! formula. Then make sure that it is what was shown before.
//!
//! Where no result was saved, a program made the file and no spreadsheet program has opened it since, or a
//! cell that the formula looks at was just fixed here and the old result went with it: open
//! it, save it, and check it again.
//!
//! Most systems read a result that was saved, so that is an info. Without one they read a blank, which is refused in a
//! required column: an error there, a warning in another.

use roster_model::{Column, Level};
use roster_values::text::{Traits, is_cell_picture};

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R0011",
    slug: "formula-cell",
    level: Level::Error,
    zh: "这里是公式，{note}。",
    en: "The cell holds a formula{note}.",
    basis: "本工具自定",
    since: "0.1",
    unless: &["R0012"],
    check: Check::Value {
        covers: Covers::All,
        when: Traits::FORMULA.union(Traits::BLANK),
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    if !cell.traits().contains(Traits::FORMULA) || is_cell_picture(cell.text()) {
        return;
    }
    if cell.traits().contains(Traits::BLANK) {
        let is_required = cell.is_required() || cell.column() == Column::IdNumber;
        let level = if is_required {
            Level::Error
        } else {
            Level::Warning
        };
        cell.report_at(level, |finding| {
            finding.said(
                "note",
                "文件里没有保存它的结果，没有检查；请用 Excel 或 WPS 打开，保存后再检查",
                ", and the file has no result of it, so it was not checked; open it in Excel or WPS, save it and check again",
            );
        });
        return;
    }
    cell.report_at(Level::Info, |finding| {
        finding.said(
            "note",
            "已按保存的结果检查；提交前请粘贴为数值",
            "; its stored result was checked. Paste it as a value before submitting",
        );
    });
}
