//! # 内容太长，系统可能存不下
//!
//! 内容比系统给这一项留的位置长。长度按字节计算：一个汉字算两个，一个数字或字母算一个，生僻字算四个。
//!
//! ## 为什么重要
//!
//! 放不下的部分可能被截掉，也可能整行导入不了；姓名被截掉就与户口簿不符。
//!
//! ## 怎么改
//!
//! 先核对有没有多余的文字，例如说明、重复的地址，有就删去。少数民族姓名确实很长时照户口簿填写，不要自己缩写；系统不接受时，向学籍主管部门说明。籍贯不限长度。
//!
//! ## 例子
//!
//! 姓名超过 36 个字节作警告；超过 50 个字节作错误，标准只要求系统留 50 个，多半放不下：
//!
//! ```roster
//! | 姓名 | 班级名称 |
//! | 买买提·阿不都热依木·买买提·阿不都 | 一年级1班 |
//! | 买买提·阿不都热依木·买买提·阿不都热依木 | 一年级1班 |
//! ! name level=warning length=42 expected=36
//! | 阿不都热依木·买买提艾力·阿卜杜外力·图尔荪江·麦麦提 | 小学部一年级信息技术1班 |
//! ! name level=error length=54 expected=50
//! ! class_name level=warning length=23 expected=20
//! | 王小明 | １２３４５６７８９０ |
//! |  | \s小学部一年级信息技术\s |
//! ```
//!
//! 籍贯要写到县，县的全称常常超过标准给的 20 个字节，所以不限长度：
//!
//! ```roster
//! | 姓名 | 籍贯 |
//! | 王小明 | 新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县 |
//! | 李小红 | 广东省深圳市福田区福田街道 |
//! ```
//!
//! ---
//!
//! # The text is longer than its field
//!
//! The text is longer than the room the system has for it. Lengths are counted in bytes: two for a
//! Han character, one for a digit or letter, four for a rare character.
//!
//! ## Why it matters
//!
//! What does not fit may be cut off, or the whole row is refused. A name cut short no longer agrees
//! with the household register.
//!
//! ## How to fix
//!
//! Look for words too many, such as notes or an address written twice, and delete them. A name of a
//! minority that really is long stays as in the household register; do not shorten it, but tell the
//! authority if the system refuses it.
//!
//! A name of more than 36 bytes is a warning, and of more than 50 an error: the standard has systems keep 50,
//! and few will hold more.
//!
//! A native place has no limit: the full name of a county is often longer than the standard's field.

use roster_model::Level;
use roster_standard::Kind;
use roster_values::text::{Traits, gb18030_length, trim};

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R0213",
    slug: "length-over",
    level: Level::Error,
    zh: "内容可能太长：一个汉字算两个、一个字母或数字算一个，共{length}个，系统一般只留{expected}个的位置；请看有没有多余的文字。",
    en: "The text may be too long: {length}, counting two for a Han character and one for a letter or digit, where the system keeps {expected}; see whether something can go.",
    basis: "JY/T 1002-2012 的字段长度；民委发〔2016〕33号（姓名50字节）",
    since: "0.1",
    unless: &["R0204", "R0211", "R2009"],
    check: Check::Value {
        covers: Covers::Kinds(&[Kind::Name, Kind::Text, Kind::Email]),
        when: Traits::NONE,
        check,
    },
};

/// No system has to keep a longer name.
const NAME_BYTES_MAX: usize = 50;

fn check(cell: &mut Cell<'_>) {
    let info = cell.column().info();
    let Some(most) = info.length_bytes_max else {
        return;
    };
    let most = usize::from(most);
    let text = cell.text();
    // No character takes more than twice its bytes in UTF-8, so most texts need no counting.
    if text.len() * 2 <= most {
        return;
    }
    let length = gb18030_length(trim(text));
    if length <= most {
        return;
    }
    let is_refused = info.kind == Kind::Name && length > NAME_BYTES_MAX;
    let (level, most) = if is_refused {
        (Level::Error, NAME_BYTES_MAX)
    } else {
        (Level::Warning, most)
    };
    cell.report_at(level, |finding| {
        finding
            .number("length", length as u64)
            .number("expected", most as u64);
    });
}
