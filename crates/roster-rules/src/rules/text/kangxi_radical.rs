//! # 有的字其实是部首符号
//!
//! 有的字看起来正常，其实是“康熙部首”符号，不是汉字，多半是从 PDF 复制来的。
//!
//! ## 为什么重要
//!
//! 系统把它当作另一个字：姓名与公安部门的不符，这名学生可能成为“问题学籍”，重复的学生也查不出来。
//!
//! ## 怎么改
//!
//! 采用给出的写法即可，只把部首符号换成样子相同的汉字；“户”“青”“黄”的部首符号另有旧字形，请看一眼再采用。以后尽量从原来的表格复制，不从 PDF 复制。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 家庭地址 |
//! | 王\u{2F29}明 | \u{2F25} | \u{2F00}村1号 |
//! ! name level=error expected=小
//! ~ name -> 王小明
//! ! sex expected=女
//! ~ sex -> 女
//! ! home_address expected=一
//! ~ home_address -> 一村1号
//! | 王小明 | 女 | 一村１号 |
//! | \u{2F45}\u{2F29}红 | 女 |  |
//! ! name expected=方
//! ~ name -> 方小红
//! | 王小华 | 女 | 落\u{2F3E}村 |
//! ! home_address expected=户
//! ~? home_address -> 落户村
//! | \u{2EE2}\u{2F29}军 | 男 |  |
//! ! name expected=小
//! ~ name -> 马小军
//! ```
//!
//! ---
//!
//! # A radical in place of a character
//!
//! A character looks right but is the symbol of a Kangxi radical, usually copied out of a PDF.
//!
//! ## Why it matters
//!
//! For a system it is another character: the name differs from the one the police have, the pupil may
//! become a problem registration, and duplicates are not found.
//!
//! ## How to fix
//!
//! Accept the offered spelling; only the symbol is replaced by the character of the same shape. The
//! symbols of 户, 青 and 黄 also stand for an older form, so look before accepting. Copy from the
//! original table rather than from a PDF.

use roster_model::Level;
use roster_values::text::{Traits, kangxi, meant_here};

use super::cjk_radical_supplement::replaced;
use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R0206",
    slug: "kangxi-radical",
    level: Level::Error,
    zh: "“{character}”是部首符号（多由 PDF 复制产生），不是汉字，应为“{expected}”。",
    en: "“{character}” is the symbol of a radical (usually copied out of a PDF), not a character; it should be “{expected}”.",
    basis: "Unicode 标准第18章（中日韩部首和康熙部首）",
    since: "0.1",
    unless: &[],
    check: Check::Value {
        covers: Covers::All,
        when: Traits::KANGXI,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let text = cell.text();
    // Only the first one is named: a fact shown as it is must not give a whole name away.
    let first = text.chars().find(|&it| kangxi(it).is_some());
    let Some((character, meant)) = first.and_then(|it| Some((it, meant_here(it)?))) else {
        return;
    };
    cell.report(|finding| {
        finding.fact("character", character).fact("expected", meant);
        let (meant, trust) = replaced(text);
        finding.fix(trust, text, meant);
    });
}
