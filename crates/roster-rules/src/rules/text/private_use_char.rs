//! # 含有自造字
//!
//! 有一个字是在某台电脑上自己造的，换一台电脑就显示成方框或别的字。
//!
//! ## 为什么重要
//!
//! 系统里看不到这个字，姓名与公安部门的不符，这名学生可能成为“问题学籍”。
//!
//! ## 怎么改
//!
//! 对照身份证或户口簿，用支持生僻字的输入法重新输入这个字。有些旧字体的自造字已有正式的汉字，下面会给出建议，请核对后采用。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 家庭地址 |
//! | 王\u{E000} | \u{F0000}村 |
//! ! name level=error code_point=U+E000
//! ! home_address code_point=U+F0000
//! | 李小明 | \u{E863}村 |
//! ! home_address code_point=U+E863
//! ~? home_address -> 䶮村
//! | 王\u{E863} | 一村１号 |
//! | 王䶮 | 一村１号 |
//! | 王〇 |  |
//! ```
//!
//! 姓名里的自造字查得到正式汉字的，按 R2012 提示。
//!
//! ---
//!
//! # A home-made character
//!
//! A character was made up on one computer and shows as a box, or as something else, on any other.
//!
//! ## Why it matters
//!
//! The system cannot show the character, the name differs from the one the police have, and the pupil
//! may become a problem registration.
//!
//! ## How to fix
//!
//! Type the character again from the identity card or the household register, with an input method
//! that knows rare characters. Some such characters of old fonts are regular ones by now: accept the
//! suggestion after comparing.
//!
//! In names, those with a known regular character are told by R2012.

use roster_model::{Level, Trust};
use roster_values::text::{Traits, gbk_private_use, is_private_use};

use crate::code_points::code_point;
use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R0209",
    slug: "private-use-char",
    level: Level::Error,
    zh: "含有自造字（{code_point}），其他电脑无法显示，请按身份证或户口簿重新输入。",
    en: "The text has a home-made character ({code_point}) that other computers cannot show; type it again from the identity card.",
    basis: "Unicode 标准 23.5（私用区字符）",
    since: "0.1",
    unless: &["R2012"],
    check: Check::Value {
        covers: Covers::All,
        when: Traits::PRIVATE_USE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let text = cell.text();
    let Some(first) = text.chars().find(|&c| is_private_use(c)) else {
        return;
    };
    cell.report(|finding| {
        finding.fact("code_point", code_point(first));
        let known: String = text
            .chars()
            .map(|c| gbk_private_use(c).unwrap_or(c))
            .collect();
        if !known.contains(is_private_use) {
            finding.fix(Trust::Review, text, known);
        }
    });
}
