//! # 姓名里有生僻字
//!
//! 姓名里有一个收录较晚的生僻字，字本身没有错，但有的系统和打印机显示不出来。
//!
//! ## 为什么重要
//!
//! 系统不支持这个字时，会变成方框或者问号，打印的证书、准考证上姓名也会不完整。
//!
//! ## 怎么改
//!
//! 先对照身份证，确认就是这个字；提交以后看一看系统里能不能显示。显示不了的，告诉学籍主管部门，不要换成别的字或者拼音。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 |
//! | 王𠮷 | 男 |
//! ! name level=info character=𠮷 code_point=U+20BB7
//! | 李𬭎𫍯 | 女 |
//! ! name character=𬭎
//! | 王䶮 | 男 |
//! | 赵〇 | 男 |
//! | 王\u{2F800} | 男 |
//! | 王\u{F0000} | 男 |
//! | Ａｎｎａ | 女 |
//! |  | 男 |
//! ```
//!
//! ---
//!
//! # Rare character in the name
//!
//! The name has a rare character that was encoded late. It is not wrong, but some systems and printers
//! cannot show it.
//!
//! ## Why it matters
//!
//! Where the system does not know the character it becomes a box or a question mark, and certificates
//! are printed with an incomplete name.
//!
//! ## How to fix
//!
//! Compare with the identity card and make sure that it is this character. After submitting, see
//! whether the system shows it; if not, tell the authority, and do not put another character or pinyin.

use roster_model::{Column, Level};
use roster_values::text::{Traits, is_han};

use crate::code_points::code_point;
use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R2010",
    slug: "name-needs-astral",
    level: Level::Info,
    zh: "姓名含生僻字“{character}”（{code_point}），请与身份证核对，提交后留意系统能否显示。",
    en: "The name has the rare character {character} ({code_point}); compare with the identity card, and see whether the system shows it.",
    basis: "本工具自定：Unicode 基本平面以外的字在 GB 18030 中占四个字节",
    since: "0.1",
    unless: &[],
    check: Check::Value {
        covers: Covers::Columns(&[Column::Name, Column::FormerName]),
        when: Traits::NONE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let text = cell.text();
    // In UTF-8 these characters begin with F0 and more, and nearly no name has one.
    if text.bytes().all(|it| it < 0xF0) {
        return;
    }
    let Some(rare) = text.chars().find(|&it| it > '\u{FFFF}' && is_han(it)) else {
        return;
    };
    cell.report(|finding| {
        finding
            .fact("character", rare)
            .fact("code_point", code_point(rare));
    });
}
