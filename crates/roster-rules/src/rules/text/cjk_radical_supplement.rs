//! # 有的字其实是偏旁符号
//!
//! 有的字看起来正常，其实是“部首补充”里的偏旁符号，不是汉字，多半是从 PDF 复制来的。
//!
//! ## 为什么重要
//!
//! 系统把它当作另一个字：姓名与公安部门的不符，这名学生可能成为“问题学籍”，重复的学生也查不出来。
//!
//! ## 怎么改
//!
//! 样子与某个汉字完全相同的，采用给出的写法即可；只是一个偏旁的（例如“肉月旁”），请对照户口簿确认是哪个字，再重新输入。以后尽量从原来的表格复制，不从 PDF 复制。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 民族 | 家庭地址 |
//! | \u{2EE2}小明 | 汉族 | \u{2ED3}安村１号 |
//! ! name level=error character=\u{2EE2} expected=马
//! ~ name -> 马小明
//! ! home_address expected=长
//! ~ home_address -> 长安村１号
//! | 王\u{2EBC} | 汉族 |  |
//! ! name expected=肉
//! ~? name -> 王肉
//! | 马小明 | 汉族 | 长安村1号 |
//! | 王\u{2E80} | 汉族 |  |
//! ! name expected=户口簿上的字
//! ```
//!
//! ---
//!
//! # A radical's sign in place of a character
//!
//! A character looks right but is the sign of a radical from the radicals supplement, usually copied
//! out of a PDF.
//!
//! ## Why it matters
//!
//! For a system it is another character: the name differs from the one the police have, the pupil may
//! become a problem registration, and duplicates are not found.
//!
//! ## How to fix
//!
//! Where the sign looks exactly like a character, accept the offered spelling. Where it is only a
//! part of characters, find the right one in the household register and type it again. Copy from the
//! original table rather than from a PDF.

use roster_model::{Level, Trust};
use roster_values::text::{Traits, is_same_shape, meant_here};

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R0207",
    slug: "cjk-radical-supplement",
    level: Level::Error,
    zh: "“{character}”是偏旁符号（多由 PDF 复制产生），不是汉字，应为“{expected}”。",
    en: "“{character}” is the sign of a radical (usually copied out of a PDF), not a character; it should be {expected}.",
    basis: "Unicode 标准第18章（中日韩部首和康熙部首）",
    since: "0.1",
    // A text with both kinds is told once, and both are replaced.
    unless: &["R0206"],
    check: Check::Value {
        covers: Covers::All,
        when: Traits::RADICAL,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let text = cell.text();
    let Some(character) = text.chars().find(|it| is_radical(*it)) else {
        return;
    };
    cell.report(|finding| {
        finding.fact("character", character);
        match meant_here(character) {
            Some(meant) => finding.fact("expected", meant),
            None => finding.said("expected", "户口簿上的字", "as in the household register"),
        };
        let (meant, trust) = replaced(text);
        if meant != text {
            finding.fix(trust, text, meant);
        }
    });
}

fn is_radical(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{2EF3}' | '\u{2F00}'..='\u{2FD5}')
}

/// The text with the characters that are meant, and how far that may be trusted.
pub(super) fn replaced(text: &str) -> (String, Trust) {
    let radicals = || text.chars().filter(|it| is_radical(*it));
    let trust = if radicals().all(is_same_shape) {
        Trust::Safe
    } else {
        Trust::Review
    };
    let meant = |c: char| meant_here(c).filter(|_| is_radical(c)).unwrap_or(c);
    (text.chars().map(meant).collect(), trust)
}
