//! # 中国学生的姓名里有字母
//!
//! 中国学生的姓名里有拉丁字母。夹在汉字里的，多半是生僻字打不出来，用拼音代替了；整个是字母的，多半写的是外文名。
//!
//! ## 为什么重要
//!
//! 户口簿上没有这样的姓名，与公安的人口信息对不上，学籍会成为问题学籍。
//!
//! ## 怎么改
//!
//! 用支持生僻字的输入法，按户口簿重新输入这个字；写了外文名的，换成户口簿上的姓名；用字母区分同名学生的，把字母去掉，系统按证件号区分。外国学生的姓名确实这样写的，请先核对“国籍”一栏。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 国籍/地区 | 曾用名 |
//! | 王yan | 中国 |  |
//! ! name level=warning character=y
//! | 李ＹＡＮ明 | 中国 |  |
//! ! name character=Ｙ
//! | 张伟A | 中国 | 张B伟 |
//! ! name character=A
//! ! former_name character=B
//! | 王䶮 | 中国 |  |
//! | 王 Mary | 美国 |  |
//! | Mary Smith | 美国 |  |
//! | Mary Smith | 中国 |  |
//! | 王小明 | 中国 |  |
//! |  | 中国 |  |
//! ```
//!
//! 有居民身份证号，或者国籍填的是中国、又不是港澳台侨外的学生，户口簿上的姓名是汉字；外国籍学生和用护照的不提醒：
//!
//! ```roster
//! | 姓名 | 国籍/地区 | 证件类型 | 证件号 | 成员1姓名 |
//! | WANG XIAOMING | 中国 | 居民身份证 | 110101201509010016 | 王yan |
//! ! name level=warning character=W
//! ! member1_name level=warning character=y
//! | ＷＡＮＧ　Ｘｉａｏｈｏｎｇ | 中国 | 居民身份证 | 11010120150902002X |  |
//! ! name character=Ｗ
//! | WANG XIAOGANG | 中国 | 居民身份证 | 110101201509010017 |  |
//! ! name
//! | Mary Smith | 美国 | 护照 | E12345678 | John Smith |
//! | Mary Smith | 中国 | 护照 | E12345678 | John Smith |
//! ```
//!
//! ```roster
//! | 姓名 | 国籍/地区 | 港澳台侨外 | 证件类型 | 证件号 |
//! | Wang Xiaoming | 中国 | 否 | 其他 |  |
//! ! name level=warning character=W
//! | Chan Kaming | 中国 | 香港同胞 | 其他 |  |
//! | Mary Smith | 美国 | 外国人 | 其他 |  |
//! | Mary Smith | 中国 | 否 | 护照 | E12345678 |
//! ```
//!
//! ```roster
//! | 姓名 | 证件类型 | 证件号 |
//! | 陈安娜 Anna | 护照 | E12345678 |
//! | KIM金智秀 |  | AB1234567 |
//! | 王yan |  |  |
//! ! name
//! | 王yan | 出生医学证明 | Q440123456 |
//! ! name
//! ```
//!
//! ---
//!
//! # Latin letters in a Chinese pupil's name
//!
//! There are Latin letters in a Chinese pupil's name. Among Han characters they are mostly pinyin in place of a
//! rare one that could not be typed; where all are letters, it is mostly a foreign name.
//!
//! ## Why it matters
//!
//! The household register has no such name. It does not agree with the population register and makes a
//! problem registration.
//!
//! ## How to fix
//!
//! Type the character as in the household register, with an input method that knows rare ones; put the
//! name of the register for a foreign one. Take
//! letters off that tell namesakes apart: the system tells them by their numbers. If the pupil is
//! foreign and really has this name, check the nationality first.

use roster_model::{Column, Level};
use roster_values::name::defects;
use roster_values::text::{Traits, half_width_char};

use crate::gathered::document::{Look, RESIDENT_CARD, stated_label};
use crate::{Check, Document, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R2006",
    slug: "name-latin-in-han",
    level: Level::Warning,
    zh: "中国学生的姓名里有字母“{character}”，请按户口簿上的姓名改正；生僻字不要用拼音代替。",
    en: "There are letters ({character}) in a Chinese pupil's name; write it as in the household register, with no pinyin for a rare character.",
    basis: "本工具自定：户口簿上的中文姓名用汉字",
    since: "0.1",
    unless: &[
        "R0012", "R0210", "R0211", "R0215", "R2005", "R2009", "R2013",
    ],
    check: Check::Row {
        needs: &[Column::Name],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    for column in Column::NAMES {
        if !row.traits(column).contains(Traits::MIXED) {
            continue;
        }
        let text = row.text(column);
        let found = defects(text);
        let in_latin = || {
            let is_letter = |it: &char| half_width_char(*it).is_ascii_alphabetic();
            let letter = text.chars().find(is_letter);
            letter.filter(|_| column == Column::Name && found.han == 0 && is_chinese(row))
        };
        let Some(letter) = found.latin_in_han.or_else(in_latin) else {
            continue;
        };
        if !is_foreign(row) {
            row.report(column, |finding| {
                finding.fact("character", letter);
            });
        }
    }
}

/// Whether the pupil is of another country, by the nationality or by the document.
fn is_foreign(row: &Row<'_>) -> bool {
    let nationality = row.listed(Column::Nationality).entry();
    nationality.is_some_and(|it| !it.label.starts_with("中国"))
        || match row.document() {
            Document::Resident => false,
            Document::Other => {
                stated_label(row).is_some_and(|it| it.contains("护照") || it.contains("永久居留"))
            }
            Document::Unstated | Document::Unknown => matches!(
                Look::of(row),
                Some(Look::Passport | Look::ForeignerPermit(_) | Look::OldForeignerPermit)
            ),
        }
}

/// Whether nothing speaks for another country than China: the pupil has a right number of the mainland, or is
/// stated to be Chinese and neither of another region nor from abroad. On the card and in the register of one who
/// is, the name is in Chinese.
fn is_chinese(row: &Row<'_>) -> bool {
    if row.document() == Document::Resident
        && let Some(Look::ResidentCard(id)) = Look::of(row)
        && id.is_valid_by_itself(row.settings().today)
    {
        return true;
    }
    let is_stated = row.label(Column::Nationality) == Some("中国");
    is_stated
        && if row.has(Column::HmtStatus) {
            row.label(Column::HmtStatus) == Some("否")
        } else {
            stated_label(row) == Some(RESIDENT_CARD)
        }
}
