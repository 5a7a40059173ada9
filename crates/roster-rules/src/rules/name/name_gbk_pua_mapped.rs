//! # 姓名里的自造字有正式的字
//!
//! 姓名里有一个旧字体的自造字，这个位置现在已有正式的汉字。
//!
//! ## 为什么重要
//!
//! 换一台电脑，自造字就显示成方框或者别的字；公安系统用的是正式的汉字，两边对不上，学籍可能成为问题学籍。
//!
//! ## 怎么改
//!
//! 对照身份证或户口簿，看给出的是不是这个字，是的点一下采用；不是的，用支持生僻字的输入法重新输入。
//!
//! 公安的人口信息里没有自造字，这样的姓名一定对不上，所以作错误。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 成员1姓名 |
//! | 王\u{E863} | 男 | \u{E864}大山 |
//! ! name level=error code_point=U+E863 expected=䶮
//! ~? name -> 王䶮
//! ! member1_name code_point=U+E864 expected=龻
//! ~? member1_name -> 龻大山
//! | 李\u{E856}\u{E85C} | 女 |  |
//! ! name code_point=U+E856
//! ~? name -> 李䲣䴓
//! | 王䶮 | 男 |  |
//! | 王\u{E815} | 男 |  |
//! | 王\u{E000} | 男 |  |
//! | 王\u{E863}\u{E000} | 男 |  |
//! | Ｓｍｉｔｈ | 男 |  |
//! |  | 男 |  |
//! ```
//!
//! 查不到对应汉字的自造字，按“含有自造字”（R0209）提示。
//!
//! ---
//!
//! # Home-made character with a known meaning
//!
//! The name has a home-made character of old fonts at a place that has a regular character by now.
//!
//! ## Why it matters
//!
//! On another computer it shows as a box or as something else. The police use the regular character,
//! so the two differ, and the pupil may become a problem registration.
//!
//! ## How to fix
//!
//! Compare the offered character with the identity card or the household register and accept it with
//! one click; if it is another one, type it with an input method that knows rare characters.
//!
//! The population register has no home-made characters, so such a name never agrees with it: an error. Those whose meaning
//! is not known are told by R0209.

use roster_model::{Column, Level, Trust};
use roster_values::text::{Traits, gbk_private_use, is_han, is_private_use};

use crate::code_points::code_point;
use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R2012",
    slug: "name-gbk-pua-mapped",
    level: Level::Error,
    zh: "自造字（{code_point}）应为“{expected}”，请对照身份证核对后采用。",
    en: "The home-made character {code_point} should be {expected}; compare with the identity card, then accept.",
    basis: "GB 18030-2005 和 GB 18030-2022：GBK 自定义区的对应字",
    since: "0.1",
    unless: &[],
    check: Check::Value {
        covers: Covers::Columns(&Column::NAMES),
        when: Traits::PRIVATE_USE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let text = cell.text();
    // Some of the places are radicals, which nobody has for a name.
    let known = |c: char| gbk_private_use(c).filter(|&it| is_han(it));
    let right: String = text.chars().map(|c| known(c).unwrap_or(c)).collect();
    let first = text.chars().find_map(|c| Some((c, known(c)?)));
    let Some((character, expected)) = first.filter(|_| !right.contains(is_private_use)) else {
        return;
    };
    cell.report(|finding| {
        finding
            .fact("code_point", code_point(character))
            .fact("expected", expected)
            .fix(Trust::Review, text, right);
    });
}
