//! # 数字或字母是全角的
//!
//! 号码、日期、代码里的数字或字母是用中文输入法打的全角字符，比平常的宽。
//!
//! ## 为什么重要
//!
//! 系统只认半角的数字和字母，全角的会被判为格式不对，导入时拒收。
//!
//! ## 怎么改
//!
//! 采用给出的写法即可，只把全角换成半角，内容不变。输入号码前先切换到英文输入法。
//!
//! 姓名、地址等文字不在检查之列。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 证件号 | 出生日期 | 血型 | 手机号 | 家庭地址 |
//! | 王小明 | １１０１０１２０１５０９０１００１６ | ２０１５－０９－０１ | Ａ型 | 13８00138000 | 一村１号 |
//! ! id_number level=warning
//! ~ id_number -> 110101201509010016
//! ! birth_date
//! ~ birth_date -> 2015-09-01
//! ! blood_type
//! ~ blood_type -> A型
//! ! phone
//! ~ phone -> 13800138000
//! | 李小红 | 11010519491231002ｘ | 20150901 | A型 | 13800138000 | 一村1号 |
//! ! id_number
//! ~ id_number -> 11010519491231002x
//! | 赵小华 |  | 2015－09－01 |  |  |  |
//! ```
//!
//! ---
//!
//! # Full-width digits or letters
//!
//! Digits or letters of a number, a date or a code were typed with a Chinese input method and are
//! wider than ordinary ones.
//!
//! ## Why it matters
//!
//! Systems know only ordinary digits and letters. Full-width ones count as a wrong format and are
//! refused on import.
//!
//! ## How to fix
//!
//! Accept the offered spelling; only the width changes. Switch the keyboard to English before typing
//! numbers.
//!
//! Names, addresses and other text are not looked at.

use std::borrow::Cow;

use roster_model::{Column, Level, Trust};
use roster_standard::{Kind, Listed};
use roster_values::text::{Traits, half_width, half_width_char, strip};

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R0204",
    slug: "fullwidth-alnum",
    level: Level::Warning,
    zh: "含有全角的数字或字母，请改为半角。",
    en: "The text has full-width digits or letters; use ordinary ones.",
    basis: "本工具自定",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215", "R1026"],
    check: Check::Value {
        covers: Covers::All,
        when: Traits::FULL_WIDTH,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let (text, column) = (cell.text(), cell.column());
    let info = column.info();
    if !is_coded(column, info.kind) {
        return;
    }
    let stripped = strip(text);
    let narrow = match info.table {
        // A listed text may hold full-width signs of its own.
        Some(table) if matches!(table.find(&stripped), Listed::Label(_)) => return,
        Some(_) => Cow::Owned(stripped.chars().map(narrow_alnum).collect()),
        None => half_width(&stripped),
    };
    cell.report(|finding| {
        finding.fix(Trust::Safe, text, narrow);
    });
}

fn is_coded(column: Column, kind: Kind) -> bool {
    match kind {
        Kind::Name => false,
        Kind::Text => {
            let numbered = [
                Column::ClassCode,
                Column::ClassSerial,
                Column::AuxiliaryNumber,
            ];
            numbered.contains(&column)
        }
        _ => true,
    }
}

fn narrow_alnum(c: char) -> char {
    let narrow = half_width_char(c);
    if narrow.is_ascii_alphanumeric() {
        narrow
    } else {
        c
    }
}
