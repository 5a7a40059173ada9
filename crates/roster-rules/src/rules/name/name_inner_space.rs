//! # 姓名中有空格
//!
//! 姓名的汉字之间有空格，多半是为了与三个字的姓名对齐。用字母书写的外国姓名可以有空格，不在此列。
//!
//! ## 为什么重要
//!
//! 对电脑来说“张 三”和“张三”是两个人，与公安的人口信息核对时姓名不匹配，查重也查不出来。
//!
//! ## 怎么改
//!
//! 去掉汉字之间的空格，户口簿上的姓名没有空格。两三个字拉开写的，复姓加两个字的（欧阳　文慧），可以放心统一去掉；更长的、后面像是说明或者另一个姓名的，先看一看：是不是一格里写了两个人，少数民族姓名的空格处是不是本来有间隔号“·”。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 成员1姓名 |
//! | 张 三 | 男 | 张大山 |
//! ! name value="张 三" level=warning
//! ~ name -> 张三
//! | 王\u{3000}小明 | 男 | 王\u{A0}\s强 |
//! ! name level=warning
//! ~ name -> 王小明
//! ! member1_name level=warning
//! ~ member1_name -> 王强
//! | 欧阳 小华 | 男 | 王强 李丽 |
//! ! name level=warning
//! ~ name -> 欧阳小华
//! ! member1_name level=error
//! ~? member1_name -> 王强李丽
//! | 王 明 李 红 | 男 | 王强 男 |
//! ! name level=error
//! ~? name -> 王明李红
//! ! member1_name level=error
//! ~? member1_name -> 王强
//! | 欧\u{3000}阳文慧 | 女 |  |
//! ! name level=warning
//! ~ name -> 欧阳文慧
//! | 欧阳文 慧 | 女 |  |
//! ! name level=error
//! ~? name -> 欧阳文慧
//! | 王明 张 | 男 | 欧阳 明 |
//! ! name level=error
//! ~? name -> 王明张
//! ! member1_name level=warning
//! ~ member1_name -> 欧阳明
//! | 王小明 女 | 女 |  |
//! | 买买提 阿卜杜拉 | 男 |  |
//! ! name level=error
//! ~? name -> 买买提·阿卜杜拉
//! ~? name -> 买买提阿卜杜拉
//! | 买买提 · 阿卜杜拉 | 男 |  |
//! ! name level=error
//! ~? name -> 买买提·阿卜杜拉
//! | 张三 | 男 | Mary Ann Smith |
//! | 买买提·阿卜杜拉 | 男 | ＭＡＲＹ ＳＭＩＴＨ |
//! | 买买提 . 阿卜杜拉 | 男 | 张三\s |
//! | Mary Smith | 女 | 王 Mary |
//! |  | 男 | 王强 |
//! ```
//!
//! ---
//!
//! # Space inside the name
//!
//! White space stands between the Han characters of a name, mostly to align it with longer ones.
//! Names in Latin letters may have spaces and are not meant.
//!
//! ## Why it matters
//!
//! To a program 张 三 and 张三 are two people: the name does not agree with the population register,
//! and duplicates are missed.
//!
//! ## How to fix
//!
//! Take the space out; the household register has none. Two or three characters set wide can be
//! joined without a look, and so can a compound surname and two characters. With longer ones, or where a remark may follow, look first: two people may
//! stand in one cell, or a minority name may have lost its dot “·” there.

use roster_model::{Column, Level, Trust};
use roster_standard::Listed;
use roster_values::name::{DOT, defects, with_right_dots, without_inner_space, written_twice};
use roster_values::text::{Traits, is_han, is_white, strip};

use super::name_missing_dot::GROUPS;
use crate::{Cell, Check, Covers, Roster, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R2001",
    slug: "name-inner-space",
    level: Level::Error,
    zh: "姓名“{value}”中有空格，请去掉。",
    en: "There is a space inside the name {value}; take it out.",
    basis: "本工具自定：户口簿上的汉字姓名没有空格",
    since: "0.1",
    unless: &[],
    check: Check::Value {
        covers: Covers::Columns(&Column::NAMES),
        when: Traits::INNER_SPACE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    // A wrong dot takes the space around it along, and has a rule of its own.
    let (text, column, roster) = (cell.text(), cell.column(), cell.roster);
    // What else surrounds the name has rules of its own, and goes with a correction.
    let bare = strip(text);
    let dotted = with_right_dots(&bare);
    let found = defects(&dotted);
    // R2009 tells it of a pupil.
    let is_member = matches!(column, Column::Member1Name | Column::Member2Name);
    let note = found
        .note
        .filter(|it| is_member && it.note.starts_with(is_white));
    if !found.inner_space && note.is_none() {
        return;
    }
    let (joined, is_safe) = match note {
        Some(note) => (note.name.to_owned(), false),
        None => without_inner_space(&dotted),
    };
    let joined = without_space_at_dots(&joined);
    let (level, trust) = if is_safe {
        (Level::Warning, Trust::Safe)
    } else {
        (Level::Error, Trust::Review)
    };
    cell.report_at(level, |finding| {
        finding.quote("value", column, text);
        if let Some(once) = written_twice(&dotted) {
            finding.fix(Trust::Review, text, once);
            return;
        }
        // In a longer name the space may stand where a dot was lost.
        let is_long = joined.chars().count() > 4 && joined.chars().all(is_han);
        if !is_long {
            finding.fix(trust, text, joined);
            return;
        }
        let parts: Vec<&str> = dotted.split_whitespace().collect();
        let with_dot = parts.join("\u{B7}");
        let [first, second] = if has_dotted_names(roster) {
            [with_dot, joined]
        } else {
            [joined, with_dot]
        };
        finding.fix(trust, text, first).fix(trust, text, second);
    });
}

/// Whether the pupils of a sheet have names with a dot, of which a program may have made a space.
fn has_dotted_names(roster: &Roster) -> bool {
    let has_one = |it: &Listed<'_>| it.entry().is_some_and(|it| GROUPS.contains(&it.label));
    let groups = roster.index_of(Column::EthnicGroup);
    let names = roster.index_of(Column::Name);
    groups.is_some_and(|it| roster.listed(it).iter().any(has_one))
        || names.is_some_and(|it| roster.sheet.columns[it].cells.has_char(DOT))
}

fn without_space_at_dots(text: &str) -> String {
    let parts: Vec<&str> = text
        .split(DOT)
        .map(|it| it.trim_matches(is_white))
        .collect();
    parts.join("\u{B7}")
}
