//! # 台胞证号码不对
//!
//! 台湾居民来往大陆通行证（台胞证）的号码是8位数字，旧证是10位数字，有的后面带括号；这个号码不是。
//!
//! ## 为什么重要
//!
//! 号码抄错了，系统核对不上，学生转学、升学时会卡住。
//!
//! ## 怎么改
//!
//! 对照证件上的号码填写8位数字，不要填台湾身份证字号。拿的是台湾居民居住证的，号码是以830000开头的18位，可以照填。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 证件类型 | 证件号 |
//! | 何志强 | 台湾居民来往大陆通行证 | 1234567 |
//! ! id_number level=error
//! | 何志强 | 台胞证 | Ａ１２３４５６７８９ |
//! ! id_number
//! | 何志强 | 台湾居民来往大陆通行证 | 110101201509010016 |
//! | 何志强 | 台湾居民来往大陆通行证 | 12345678 |
//! | 何志强 | 台湾居民来往大陆通行证 | １２３４５６７８９０ |
//! | 何志强 | 台湾居民来往大陆通行证 | 1234567890（B） |
//! | 何志强 | 台湾居民来往大陆通行证 | 12345678(01) |
//! | 何志强 | 台湾居民来往大陆通行证 | 830000201603150020 |
//! | 何志强 | 台湾居民来往大陆通行证 |  |
//! | 何志强 | 护照 | A123456789 |
//! ```
//!
//! ---
//!
//! # Taiwan travel permit number is wrong
//!
//! The mainland travel permit of Taiwan residents has eight digits, the older one ten, sometimes with
//! brackets behind. This number has not.
//!
//! ## Why it matters
//!
//! A number copied wrongly cannot be confirmed, and transfers and entrance to the next school get
//! stuck.
//!
//! ## How to fix
//!
//! Copy the eight digits of the permit, not the number of the Taiwan identity card. The number of a
//! residence permit, 18 characters that begin with 830000, may stand here as well.

use roster_model::{Column, Level};
use roster_values::id_number::IdNumber;
use roster_values::text::tidy_code;

use crate::gathered::document::{Look, is_right_number, stated_label};
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R1022",
    slug: "tw-permit-format",
    level: Level::Error,
    zh: "台胞证号码应为8位数字（旧证10位），请对照证件核对。",
    en: "The number of the Taiwan travel permit should have eight digits (ten on older ones); compare with the permit.",
    basis: "本工具自定：台湾居民来往大陆通行证的号码形式",
    since: "0.1",
    unless: &["R0012", "R1013"],
    check: Check::Document {
        needs: &[Column::IdNumber, Column::IdType],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    if stated_label(row) != Some("台湾居民来往大陆通行证") {
        return;
    }
    let is_told_otherwise = match (row.id(Column::IdNumber), Look::of(row)) {
        // Systems without a type for the residence permit take it here.
        (IdNumber::Blank | IdNumber::Placeholder, _) | (_, Some(Look::ResidencePermit(_))) => true,
        // A right number of the mainland is told with the type.
        (_, Some(Look::ResidentCard(id))) => is_right_number(&id, row.settings().today),
        _ => false,
    };
    if !is_told_otherwise && !has_form(&tidy_code(row.text(Column::IdNumber))) {
        row.report(Column::IdNumber, |_| {});
    }
}

/// Eight or ten digits, perhaps with one or two letters or digits in brackets.
fn has_form(tidy: &str) -> bool {
    let (digits, rest) = tidy.split_at(tidy.find('(').unwrap_or(tidy.len()));
    let in_brackets = rest.strip_prefix('(').and_then(|it| it.strip_suffix(')'));
    let is_right_end = rest.is_empty()
        || in_brackets.is_some_and(|it| {
            (1..=2).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_alphanumeric())
        });
    matches!(digits.len(), 8 | 10) && digits.bytes().all(|it| it.is_ascii_digit()) && is_right_end
}
