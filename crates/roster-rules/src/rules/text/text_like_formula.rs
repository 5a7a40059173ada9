//! # 文字像公式
//!
//! 单元格里是文字，却以等号或@开头，换个地方粘贴或打开时会变成公式。
//!
//! ## 为什么重要
//!
//! 变成公式以后，这一格会显示成错误值，也可能去打开外面的链接；交上去的表可能被退回。
//!
//! ## 怎么改
//!
//! 对照学生的信息采集表，重新填写这一格。本工具写出的文件里，这样的内容一律按文字保存，不会运行。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 现住址 | 特长 |
//! | 王小明 | =HYPERLINK("http://example.invalid","点击") | @SUM(1) |
//! ! address level=warning
//! ! talents
//! | 李小红 | ＝A1 | 书法 |
//! ! address
//! | 陈文 | =DISPIMG("ID_1",1) |  |
//! | 张华 | +8号楼2单元 | - |
//! | 张华 | a=b路1号2单元 | = |
//! | 陈文 | -1层2号3单元 |  |
//! ```
//!
//! ---
//!
//! # Text like a formula
//!
//! The cell holds a text that begins with an equals sign or an @, and becomes a formula once it is
//! pasted or opened elsewhere.
//!
//! ## Why it matters
//!
//! As a formula the cell shows an error, or may even open a link; a sheet with such cells may be sent back.
//!
//! ## How to fix
//!
//! Fill the cell in again from the pupil's information form. In the files that this tool writes such
//! contents are always text and never run.

use roster_model::Level;
use roster_standard::Kind;
use roster_values::text::{Traits, is_cell_picture};

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R0216",
    slug: "text-like-formula",
    level: Level::Warning,
    zh: "内容以“{character}”开头，像一条公式，请重新填写。",
    en: "The text begins with {character} like a formula; fill the cell in again.",
    basis: "本工具自定：表格软件会当成公式的写法",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215"],
    check: Check::Value {
        covers: Covers::Kinds(&[Kind::Text]),
        when: Traits::NONE,
        check,
    },
};

/// A sign alone is a slip of the hand; plus and minus begin addresses and numbers as well.
fn check(cell: &mut Cell<'_>) {
    let text = cell.text();
    let Some(first) = text.chars().next() else {
        return;
    };
    if !matches!(first, '=' | '＝' | '@' | '＠')
        || text.len() == first.len_utf8()
        || is_cell_picture(text)
    {
        return;
    }
    cell.report(|finding| {
        finding.fact("character", first);
    });
}
