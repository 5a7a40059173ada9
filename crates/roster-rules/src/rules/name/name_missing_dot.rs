//! # 姓名可能漏了间隔号
//!
//! 这个少数民族姓名由本人名和父名组成，中间通常有间隔号“·”，这里没有。
//!
//! ## 为什么重要
//!
//! 户口簿上有“·”而这里没有，姓名就与户籍信息不一致，转学和考试报名时会卡住。
//!
//! ## 怎么改
//!
//! 对照户口簿：户口簿上有“·”的，在原处补上；户口簿上本来没有的，不用改。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 民族 |
//! | 买买提阿卜杜拉 | 男 | 维吾尔族 |
//! ! name level=info value=买买提阿卜杜拉
//! ~! name -> 买买提·阿卜杜拉
//! | 叶尔兰木拉提别克 | 男 | 哈萨克 |
//! ! name
//! ~! name -> 叶尔兰·木拉提别克
//! | 古丽巴哈尔斯地克玉努斯 | 女 | 维吾尔族 |
//! ! name
//! | 买买提·阿卜杜拉 | 男 | 维吾尔族 |
//! | 阿依古丽 | 女 | 维吾尔族 |
//! | 阿卜杜热合曼 | 男 | 维吾尔族 |
//! | 王小明 | 男 | 维吾尔族 |
//! | 扎西次仁 | 男 | 藏族 |
//! | 乌日娜 | 女 | 蒙古族 |
//! | 爱新觉罗启明 | 男 | 满族 |
//! | 马买买提 | 男 | 回族 |
//! | 欧阳小华 | 女 | 汉族 |
//! | 买买提阿卜杜拉 | 男 | 汉族 |
//! | ＭＡＲＹ ＳＭＩＴＨ | 女 | 其他 |
//! |  | 男 | 维吾尔族 |
//! ```
//!
//! 只看维吾尔、哈萨克、柯尔克孜、乌孜别克、塔塔尔、塔吉克族的姓名，并且只在两部分都是常见的名字，或者有八个字以上时才提示。
//!
//! ---
//!
//! # Dot of the name perhaps missing
//!
//! This name consists of a given name and the father's, which are usually separated by the dot “·”.
//! There is none here.
//!
//! ## Why it matters
//!
//! If the household register has the dot, the name differs from it without, and transfers and exam
//! entries get stuck.
//!
//! ## How to fix
//!
//! Compare with the household register. Put the dot in where the register has it, and leave the name
//! where it has none.
//!
//! Looked at are names of Uyghur, Kazakh, Kirgiz, Uzbek, Tatar and Tajik pupils only, and only where
//! both parts are common names or the name has eight characters and more.

use roster_model::{Column, Level, Trust};
use roster_values::name::two_names;
use roster_values::text::is_han;

use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R2004",
    slug: "name-missing-dot",
    level: Level::Info,
    zh: "姓名“{value}”中间通常有间隔号“·”，请对照户口簿核对。",
    en: "A name such as {value} usually has a dot inside; compare with the household register.",
    basis: "本工具自定：民委发〔2016〕33号的间隔号",
    since: "0.1",
    unless: &["R2001", "R2002", "R2003", "R2009"],
    check: Check::Row {
        needs: &[Column::Name, Column::EthnicGroup],
        check,
    },
};

/// A text of at least this many characters is no single name.
const LONG_CHARACTERS_MIN: usize = 8;

/// Whose names have a dot inside.
pub(super) const GROUPS: [&str; 6] = [
    "维吾尔族",
    "哈萨克族",
    "柯尔克孜族",
    "乌孜别克族",
    "塔塔尔族",
    "塔吉克族",
];

fn check(row: &mut Row<'_>) {
    let text = row.text(Column::Name);
    // Four characters of three bytes: nearly every name ends here.
    if text.len() < 12 || !text.chars().all(is_han) {
        return;
    }
    let group = row.listed(Column::EthnicGroup).entry();
    if !group.is_some_and(|it| GROUPS.contains(&it.label)) {
        return;
    }
    let parts = two_names(text);
    if parts.is_none() && text.chars().count() < LONG_CHARACTERS_MIN {
        return;
    }
    row.report(Column::Name, |finding| {
        finding.quote("value", Column::Name, text);
        if let Some((first, last)) = parts {
            finding.fix(Trust::Hint, text, format!("{first}·{last}"));
        }
    });
}
