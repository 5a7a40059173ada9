//! # 有的字是兼容汉字
//!
//! 有的字看起来正常，用的却是“兼容汉字”的编码，不是平常的那个字，多半来自 PDF、韩文或日文的资料。
//!
//! ## 为什么重要
//!
//! 电脑把它当作另一个字：姓名比对不上，重复的学生查不出来；有的系统保存时会自动换掉它，前后就不一致了。
//!
//! ## 怎么改
//!
//! 采用给出的写法，只把兼容编码换成平常的汉字。少数兼容汉字与平常的字样子略有不同，这时请先对照户口簿再采用。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 家庭地址 |
//! | \u{F9E1}小明 | \u{F981} | 一村１号 |
//! ! name level=warning character=\u{F9E1} expected=李
//! ~ name -> 李小明
//! ! sex expected=女
//! ~ sex -> 女
//! | 王\u{FA19} | 男 |  |
//! ! name expected=神
//! ~? name -> 王神
//! | 李小明 | 女 | \u{FA0E}村1号 |
//! | 王神 | 男 | \u{FA29}村 |
//! ```
//!
//! ---
//!
//! # A compatibility character in place of the ordinary one
//!
//! A character looks right but has the code of a compatibility ideograph. Such characters come out of
//! PDFs and of Korean or Japanese sources.
//!
//! ## Why it matters
//!
//! For a computer it is another character: names compare as different and duplicates are not found.
//! Some systems replace it when they store it, so that the two no longer agree.
//!
//! ## How to fix
//!
//! Accept the offered spelling; only the code changes to that of the ordinary character. A few look a
//! little different from it: compare with the household register before accepting those.

use roster_model::{Level, Trust};
use roster_values::text::{Traits, compat, is_same_shape};

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R0208",
    slug: "compat-ideograph",
    level: Level::Warning,
    zh: "“{character}”用的是兼容汉字的编码，建议改为平常的“{expected}”。",
    en: "“{character}” has the code of a compatibility character; change it to the ordinary “{expected}”.",
    basis: "Unicode 标准 18.1（中日韩兼容汉字）",
    since: "0.1",
    unless: &[],
    check: Check::Value {
        covers: Covers::All,
        when: Traits::COMPAT,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let text = cell.text();
    // Only the first one is named: a fact shown as it is must not give a whole name away.
    let first = text.chars().find_map(|c| compat(c).map(|meant| (c, meant)));
    let Some((character, meant)) = first else {
        return;
    };
    let is_certain = text
        .chars()
        .filter(|&c| compat(c).is_some())
        .all(is_same_shape);
    let trust = if is_certain {
        Trust::Safe
    } else {
        Trust::Review
    };
    let replaced: String = text.chars().map(|c| compat(c).unwrap_or(c)).collect();
    cell.report(|finding| {
        finding.fact("character", character).fact("expected", meant);
        finding.fix(trust, text, replaced);
    });
}
