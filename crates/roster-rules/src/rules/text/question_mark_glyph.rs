//! # 有字丢失，变成了问号或方框
//!
//! 汉字中间出现了问号、方框一类的符号，这里原来多半有一个字，复制或转换时丢失了。
//!
//! ## 为什么重要
//!
//! 姓名少了一个字，与公安的人口信息不匹配，学籍会成为问题学籍；地址里少了字，就找不到地方。
//!
//! ## 怎么改
//!
//! 对照身份证或户口簿，用支持生僻字的输入法重新输入丢失的字，不要用问号、拼音或者拆字代替。只是对内容有疑问时，把问号移到备注里。
//!
//! 姓名里的一律算错；地址里的只在前后都是汉字时提醒；特长等随意填写的内容不看。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 曾用名 | 家庭地址 | 特长 |
//! | 张？丰 | 张□丰 | 一村１号？ | 跳舞？唱歌 |
//! ! name level=error character=？
//! ! former_name level=error character=□
//! | ?? | 王〓 | 人民?街1号 | 书法 |
//! ! name character=?
//! ! former_name character=〓
//! ! home_address level=warning character=?
//! | 张〇丰 | ？ | 一村１号（？） | ？ |
//! ! former_name character=？
//! |  |  |  |  |
//! ```
//!
//! ---
//!
//! # A character was lost and became a question mark
//!
//! A question mark, a box or the like stands among Han characters. Most likely there was a character
//! that was lost in copying or converting.
//!
//! ## Why it matters
//!
//! A name without one of its characters does not agree with the population register and makes a
//! problem registration; an address without it leads nowhere.
//!
//! ## How to fix
//!
//! Type the lost character again from the identity card or the household register, with an input
//! method that knows rare characters; do not put pinyin or its parts. If the mark only says that
//! somebody is not sure, move it to the notes.
//!
//! In names it is always an error, in addresses a warning where Han characters stand on both sides;
//! talents and other free text are left alone.

use roster_model::{Column, Level};
use roster_standard::{Kind, Sensitive};
use roster_values::name::defects;
use roster_values::text::{Traits, is_garbled, is_han, is_lost_glyph, strip};

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R0214",
    slug: "question-mark-glyph",
    level: Level::Error,
    zh: "含有“{character}”，可能有一个字丢失了，请对照户口簿重新输入。",
    en: "{character} stands here; a character may have been lost. Type it again from the household register.",
    basis: "本工具自定",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215"],
    check: Check::Value {
        covers: Covers::Kinds(&[Kind::Name, Kind::Text]),
        when: Traits::LOST,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let info = cell.column().info();
    let text = strip(cell.text());
    // Of a text that is garbled as a whole it is told as such.
    if is_garbled(&text) {
        return;
    }
    let is_place =
        info.sensitive == Some(Sensitive::Address) || cell.column() == Column::NativePlace;
    let (level, found) = match info.kind {
        // Of a remark behind the name (王小明（？）) it is told as such.
        Kind::Name => (Level::Error, defects(&text).lost),
        _ if is_place => (Level::Warning, between_han(&text)),
        _ => return,
    };
    let Some(character) = found else { return };
    cell.report_at(level, |finding| {
        finding.fact("character", character);
    });
}

/// The first such sign with a Han character on both sides.
fn between_han(text: &str) -> Option<char> {
    let mut before = None;
    let mut sign = None;
    for c in text.chars() {
        if is_lost_glyph(c) {
            sign = sign.or(before.filter(|&it| is_han(it)).map(|_| c));
        } else {
            if sign.is_some() && is_han(c) {
                return sign;
            }
            sign = None;
        }
        before = Some(c);
    }
    None
}
