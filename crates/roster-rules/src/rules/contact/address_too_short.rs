//! # 地址太简单，或写了“同上”
//!
//! 现住址或家庭地址只有几个字，或者写的是“同上”“同户籍地址”之类。
//!
//! ## 为什么重要
//!
//! 系统逐格读取，“同上”会被当作地址存下来；太简单的地址找不到人，入学划片也用不上。
//!
//! ## 怎么改
//!
//! 询问家长，写到街道门牌或者村组，例如“×县×镇×村3组”。写了“同上”的，可以采用同一行里另一个地址栏的内容，但要先看清“同上”指的是哪一个。少于几个字才提醒可以在“模板参数”里改。通信地址可以是短的地名，但不能只有一个字、没有文字，或者是学生、家长的姓名。
//!
//! ## 例子
//!
//! ```roster
//! @ set address_length_min=5
//! | 姓名 | 现住址 | 通信地址 | 家庭地址 |
//! | 王小明 | 北京市东城区人民路1号 | 北京市东城区人民路1号 | 同上 |
//! ! home_address value=同上
//! ~? home_address -> 北京市东城区人民路1号
//! | 王小明 | 北京市东城区人民路1号 | 北京市东城区人民路1号 | 北京市东城区人民路1号 |
//! | 李小红 | 本村 | 学校转 | 同心县河西镇桃山村3组 |
//! ! address value=本村
//! | 李小红 | 同现住址 | （同 上） | 同 上 |
//! ! address
//! ! mailing_address
//! ! home_address
//! | 张华 | 人民路１号 | 人民路1号 | 人民路1号 |
//! | 陈文 |  |  |  |
//! | 陈文 | 无 | 无 | 无 |
//! | 陈文 | 13971234567 | 13971234567 |  |
//! ! address
//! ! mailing_address
//! | 陈文 |  | 1 |  |
//! ! mailing_address level=warning value=1
//! | 陈文 |  | 家 |  |
//! ! mailing_address
//! | 陈文 |  | 一致 |  |
//! ! mailing_address
//! | 陈文 |  | 陈文 |  |
//! ! mailing_address
//! | 陈文 |  | 通化 |  |
//! | 赵云 | 见家庭地址 |  | 家庭住址同上 |
//! ! address
//! ! home_address
//! | 赵云 | 河西镇大同上村3组 |  | 东城区人民路大同上 |
//! ```
//!
//! ---
//!
//! # Address too short, or “as above”
//!
//! The address has only a few characters, or reads 同上 or 同户籍地址.
//!
//! ## Why it matters
//!
//! The system reads cell by cell and stores 同上 as the address; an address too short finds nobody, and
//! says nothing about which school is near.
//!
//! ## How to fix
//!
//! Ask the parents and write it down to the house number or the village group. For 同上 accept the text
//! of another address column of the row, after a look at which one is meant. The least length can be
//! set. A mailing address may be a short name of a place, but not one character, no word at all, or the name of the pupil or
//! of a parent.

use roster_model::{Column, Level, Trust};
use roster_values::address::{Address, read_address};

use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R5011",
    slug: "address-too-short",
    level: Level::Warning,
    zh: "地址“{value}”{note}，请写到街道门牌或村组。",
    en: "The address {value} {note}; write it down to the house number or village group.",
    basis: "本工具自定；最短长度是模板的参数",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215", "R0216"],
    check: Check::AnyOf {
        columns: &ADDRESSES,
        check,
    },
};

/// Where an address may stand; the pupil's come first.
const ADDRESSES: [Column; 5] = [
    Column::Address,
    Column::HomeAddress,
    Column::MailingAddress,
    Column::Member1Address,
    Column::Member2Address,
];

/// Whose name is no address.
const PERSONS: [Column; 3] = [Column::Name, Column::Member1Name, Column::Member2Name];

fn check(row: &mut Row<'_>) {
    let least = row.roster.terms().address_length_min;
    for column in ADDRESSES {
        let text = row.text(column);
        if text.is_empty() {
            continue;
        }
        // A letter may be sent to a place with a short name.
        let shortest = if is_pupils(column) {
            least
        } else {
            least.min(2)
        };
        let is_person = PERSONS.iter().any(|it| row.text(*it) == text);
        let is_pointer = match read_address(text) {
            Address::Pointer => true,
            Address::Text { length }
                if least > 0
                    && (length < shortest || !text.contains(char::is_alphabetic) || is_person) =>
            {
                false
            }
            _ => continue,
        };
        let other = is_pointer.then(|| other_address(row, column)).flatten();
        row.report(column, |finding| {
            let (zh, en) = if is_pointer {
                ("只是“同上”之类的话", "only says “as above”")
            } else if is_person {
                ("是人的姓名", "is the name of a person")
            } else {
                ("写得太简单", "is too short")
            };
            finding.quote("value", column, text).said("note", zh, en);
            if let Some(other) = other {
                finding.fix(Trust::Review, text, other);
            }
        });
    }
}

/// Whether the pupil lives there.
fn is_pupils(column: Column) -> bool {
    matches!(column, Column::Address | Column::HomeAddress)
}

/// The first address of the row that is one.
fn other_address<'a>(row: &Row<'a>, column: Column) -> Option<&'a str> {
    let least = row.roster.terms().address_length_min;
    let mut others = ADDRESSES.iter().filter(|it| **it != column);
    others.find_map(|&it| {
        let text = row.text(it);
        let is_clean = row.traits(it).is_empty();
        (is_clean && matches!(read_address(text), Address::Text { length } if length >= least))
            .then_some(text)
    })
}
