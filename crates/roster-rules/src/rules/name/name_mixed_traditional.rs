//! # 姓名里有繁体字
//!
//! 这张表的姓名都用简体字，这名内地学生的姓名里却有一个繁体字。
//!
//! ## 为什么重要
//!
//! 户口簿上如果是简体字，姓名就与公安的人口信息不一致；同一个学生一处写繁体、一处写简体，也查不出重复。
//!
//! ## 怎么改
//!
//! 对照户口簿，户口簿上是哪个字就填哪个字。户口簿上确实是繁体字的，不用改。港澳台和外国学生的姓名、整张表都用繁体字的，不提示。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 港澳台侨外 |
//! | 陳小明 | 男 | 否 |
//! ! name level=info character=陳 expected=陈
//! | 陈小红 | 女 | 否 |
//! | 张丽 | 女 | 否 |
//! | 刘国伟 | 男 | 否 |
//! | 陳嘉欣 | 女 | 香港同胞 |
//! | 王昇 | 男 | 否 |
//! | 李喆 | 男 | 否 |
//! | 赵堃 | 男 |  |
//! | ＡＮＮＡ ＳＭＩＴＨ | 女 | 外国人 |
//! |  | 男 | 否 |
//! ```
//!
//! 整张表都用繁体字时不提示：
//!
//! ```roster
//! | 姓名 | 性别 |
//! | 陳小明 | 男 |
//! | 劉國偉 | 男 |
//! | 王小明 | 男 |
//! ```
//!
//! ---
//!
//! # Traditional character in the name
//!
//! The names of this sheet are in the simplified script, and this name of a mainland pupil has a
//! traditional character.
//!
//! ## Why it matters
//!
//! If the household register has the simplified one, the name does not agree with the population
//! register; and a pupil written in both ways is not found as a duplicate.
//!
//! ## How to fix
//!
//! Take the character of the household register. Leave it where the register really has the
//! traditional one.
//!
//! Nothing is said of pupils from Hong Kong, Macao, Taiwan and abroad, nor in a sheet that is
//! traditional throughout.

use roster_model::{Column, Level};
use roster_values::name::traditional;

use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R2008",
    slug: "name-mixed-traditional",
    level: Level::Info,
    zh: "姓名含繁体字“{character}”（简体为“{expected}”），请对照户口簿核对。",
    en: "The name has the traditional character {character} ({expected} in the simplified script); compare with the household register.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Row {
        needs: &[Column::Name],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let Some(found) = traditional(row.text(Column::Name)) else {
        return;
    };
    let status = row.listed(Column::HmtStatus).entry();
    let nationality = row.listed(Column::Nationality).entry();
    let is_mainland =
        status.is_none_or(|it| it.label == "否") && nationality.is_none_or(|it| it.label == "中国");
    if !is_mainland || !row.roster.names_are_simplified() {
        return;
    }
    row.report(Column::Name, |finding| {
        finding
            .fact("character", found.character)
            .fact("expected", found.simplified);
    });
}
