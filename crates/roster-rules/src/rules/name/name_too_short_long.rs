//! # 姓名太短或者太长
//!
//! 姓名只有一个汉字，或者汉族学生的姓名有七个字以上，都很少见；同一个姓名连写了两遍的也算。
//!
//! ## 为什么重要
//!
//! 多半是漏了字，或者两名学生写进了一格；姓名与户籍信息不一致，学籍会成为问题学籍。
//!
//! ## 怎么改
//!
//! 对照户口簿核对姓名，漏了字的补上，两个人的分成两行。户口簿上确实这样的，不用改。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 民族 |
//! | 王 | 男 | 汉族 |
//! ! name level=warning length=1
//! | \s李\s | 女 | 回族 |
//! ! name length=1
//! | "张" | 男 | 汉族 |
//! ! name length=1
//! | '刘 | 男 | 汉族 |
//! ! name length=1
//! | 赵佳慧赵佳慧 | 女 | 汉族 |
//! ! name length=6
//! ~? name -> 赵佳慧
//! | 王明王明 | 男 | 汉族 |
//! ! name length=4
//! ~? name -> 王明
//! | 阿牛阿牛 | 男 | 彝族 |
//! | 娜娜娜娜 | 女 | 汉族 |
//! | 王小明李小红赵小刚 | 男 | 汉族 |
//! ! name length=9
//! | 王明 | 男 | 汉族 |
//! | 欧阳张小明 | 男 | 汉族 |
//! | 买买提阿卜杜热合曼 | 男 | 维吾尔族 |
//! | 爱新觉罗启明 | 男 | 满族 |
//! | 买买提·阿卜杜热合曼 | 男 | 汉族 |
//! | 王？ | 男 | 汉族 |
//! | Ｘ | 男 | 其他 |
//! |  | 男 | 汉族 |
//! ```
//!
//! 系统放不下的长姓名另有提示（R0213）。
//!
//! ---
//!
//! # Name is unusually short or long
//!
//! The name has one Han character only, or seven and more for a pupil of Han nationality; both are
//! rare. A name that stands there twice counts too.
//!
//! ## Why it matters
//!
//! Probably characters are missing, or two pupils stand in one cell. A name that differs from the
//! household registration makes a problem registration.
//!
//! ## How to fix
//!
//! Compare with the household register; add what is missing, and put two pupils into two rows. Leave
//! the name where the register really has it.
//!
//! Names for which the system has no room are told by R0213.

use roster_model::{Column, Level, Trust};
use roster_values::name::{defects, written_twice};
use roster_values::text::{Traits, strip};

use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R2007",
    slug: "name-too-short-long",
    level: Level::Warning,
    zh: "姓名有{length}个字，很少见，请对照户口簿核对。",
    en: "A name of this length, {length}, is rare; compare with the household register.",
    basis: "本工具自定：汉字姓名二至六个字",
    since: "0.1",
    unless: &[
        "R0218", "R0012", "R0209", "R0210", "R0213", "R0214", "R0215", "R2001", "R2005", "R2006",
        "R2009", "R2012", "R2013",
    ],
    check: Check::Row {
        needs: &[Column::Name],
        check,
    },
};

/// Han names of more characters are hardly ever one name.
const LONG: u16 = 7;

fn check(row: &mut Row<'_>) {
    let text = row.text(Column::Name);
    // Quotation marks have a rule of their own.
    let bare = strip(text);
    let found = defects(&bare);
    let is_han = || {
        let group = row.listed(Column::EthnicGroup).entry();
        group.is_some_and(|it| it.label == "汉族")
    };
    // Names of four characters are doubled by some peoples.
    let once = written_twice(&bare).filter(|_| found.han > 4 || is_han());
    let is_odd = match found.han {
        // A character that was lost counts.
        1 => found.is_empty() && !row.traits(Column::Name).contains(Traits::REPLACEMENT),
        LONG.. => is_han() && !text.contains('·'),
        _ => false,
    };
    if is_odd || once.is_some() {
        row.report(Column::Name, |finding| {
            finding.number("length", found.han);
            if let Some(once) = once {
                finding.fix(Trust::Review, text, once);
            }
        });
    }
}
