//! # 文件带有宏或外部链接
//!
//! 这个工作簿带有宏（能自动执行的程序），或者引用了别的工作簿。检查时没有执行宏，也没有打开别的文件。
//!
//! ## 为什么重要
//!
//! 带宏的文件常被导入系统和邮件拦下；引用的工作簿不在时，显示的内容可能是旧的，或者变成 #REF!。
//!
//! ## 怎么改
//!
//! 另存为“Excel 工作簿（.xlsx）”去掉宏；在“数据—编辑链接”里断开链接，或者把公式粘贴为数值。来历不明的文件，不要点“启用宏”。
//!
//! ## 例子
//!
//! ```roster
//! @ file=一班.xlsm real=xlsm
//! | 姓名 | 性别 |
//! ! file level=info kind=宏
//! | 王小明 | 男 |
//! @ file=二班.xlsx
//! | 姓名 | 性别 |
//! | 李小红 |  |
//! ```
//!
//! ---
//!
//! # Macros or links to other files
//!
//! The workbook carries macros (programs that may start by themselves) or refers to other workbooks.
//! No macro was run, and no other file was opened.
//!
//! ## Why it matters
//!
//! Import systems and mail often refuse files with macros. Where a workbook that is referred to is
//! missing, what is shown may be old or turn into #REF!.
//!
//! ## How to fix
//!
//! Save it as a workbook (.xlsx), which leaves the macros out; break the links in the data menu, or
//! paste the formulas as values. Do not allow macros in a file of unknown origin.

use roster_model::{Level, Place};

use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R0014",
    slug: "macro-or-external-links",
    level: Level::Info,
    zh: "文件带有{kind}，检查时没有理会；提交前请去掉。",
    en: "The file has {kind}, which were left alone; remove them before submitting.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

fn check(run: &mut Run<'_>) {
    let files = run.files;
    for (file, it) in files.iter().enumerate() {
        let (zh, en) = match (it.traits.has_macros, it.traits.external_links) {
            (false, 0) => continue,
            (true, 0) => ("宏", "macros"),
            (false, _) => ("指向其他工作簿的链接", "links to other workbooks"),
            (true, _) => (
                "宏和指向其他工作簿的链接",
                "macros and links to other workbooks",
            ),
        };
        run.report(Place::File(file as u32), |finding| {
            finding
                .said("kind", zh, en)
                .number("count", it.traits.external_links);
        });
    }
}
