//! # 身份证号末三位已丢失
//!
//! 表格软件把18位号码当成了数字，只保留前15位，末尾变成000，或者显示成1.10101E+17的样子。
//!
//! ## 为什么重要
//!
//! 丢掉的三位没有办法算回来（末尾只多了“.0”的，没有丢；由程序写出、18位数字都还在的，也没有丢，但用表格软件打开再保存一次就会丢）。这样的号码会与同一天出生、同一地区的其他学生变成同一个号，导入后成为问题学籍。
//!
//! ## 怎么改
//!
//! 先把这一列的格式设为“文本”，再按户口簿重新录入完整的18位。把格式改成文本或者拉宽列宽，都不能让丢掉的数字回来；如果有更早的文件或者纸质材料，可以从那里抄录。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 证件类型 | 证件号 |
//! | 王小明 | 居民身份证 | num:110101201509010016 |
//! ! id_number
//! | 王小明 | 居民身份证 | 1.10101E+17 |
//! ! id_number
//! | 王小明 | 居民身份证 | １.１０１０１Ｅ＋１７ |
//! ! id_number
//! | 王小明 | 居民身份证 | 110101201509010000 |
//! ! id_number
//! | 王小明 | 居民身份证 | num:110101201509070000 |
//! ! id_number
//! | 王小明 | 居民身份证 | 110101201509010016 |
//! | 王小明 | 居民身份证 | 110101201509010016.0 |
//! ! id_number level=warning note=末尾多了“.0”，请去掉
//! ~ id_number -> 110101201509010016
//! | 王小明 | 居民身份证 |  |
//! | 王小明 | 其他 | 1.10101E+17 |
//! ! id_number
//! | 王小明 | 其他 | 110101201509010000 |
//! | 王小明 | 户口簿 | num:110101201509010016 |
//! ! id_number
//! ```
//!
//! ---
//!
//! # Last three digits of the ID lost
//!
//! A spreadsheet took the 18 digits for a quantity and kept only 15 of them: the end became 000, or
//! the cell shows something like 1.10101E+17.
//!
//! ## Why it matters
//!
//! The three digits cannot be computed again (a number with .0 at its end has lost none, nor has one that a program
//! wrote with all its 18 digits, but a spreadsheet that opens and saves it loses them). Such a number becomes the same as that of other pupils
//! of the same day and region, and a problem registration after import.
//!
//! ## How to fix
//!
//! Set the column's format to text first, then type all 18 characters again from the household
//! register. Changing the format or the width afterwards does not bring the digits back; an earlier
//! file or the paper may have them.

use roster_model::{CellKind, Column, Level, Trust};
use roster_values::id_number::{IdNumber, ResidentId};
use roster_values::text::tidy_code;

use crate::{Check, Document, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R1010",
    slug: "id-excel-truncated",
    level: Level::Error,
    zh: "身份证号被表格软件当作数字，{note}。",
    en: "The ID was stored as a number: {note}.",
    basis: "本工具自定：表格软件的数字只存15位",
    since: "0.1",
    unless: &["R1013"],
    check: Check::Row {
        needs: &[Column::IdNumber],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let text = row.text(Column::IdNumber);
    if let IdNumber::Resident(id) = row.id(Column::IdNumber)
        && text.trim_end().ends_with(['0', '０'])
        && tidy_code(text).ends_with(".0")
    {
        row.report_at(Level::Warning, Column::IdNumber, |finding| {
            finding
                .said(
                    "note",
                    "末尾多了“.0”，请去掉",
                    "take away the .0 at its end",
                )
                .fix(Trust::Safe, text, id.text());
        });
        return;
    }
    if row.kind(Column::IdNumber) == CellKind::Number
        && let Some((trust, zh, en)) = still_there(row)
    {
        row.report(Column::IdNumber, |finding| {
            finding
                .said("note", zh, en)
                .fix(trust, text, tidy_code(text));
        });
        return;
    }
    if *row.id(Column::IdNumber) != IdNumber::Damaged {
        return;
    }
    // Digits that end in 000 may be right for another document; an exponent never is, nor eighteen digits
    // that are kept as a number.
    let has_exponent = tidy_code(row.text(Column::IdNumber)).contains(['E', 'e']);
    let is_lost = has_exponent || row.kind(Column::IdNumber) == CellKind::Number;
    if row.document() != Document::Resident && !is_lost {
        return;
    }
    row.report(Column::IdNumber, |finding| {
        finding.said(
            "note",
            "末三位已经丢失，恢复不了；请把这一列设为“文本”，再按户口簿重新录入",
            "its last three digits are lost; set the column to text and enter it again from the household register",
        );
    });
}

/// What to say of a number cell that has all its digits, for certain or as its check digit says.
fn still_there(row: &Row<'_>) -> Option<(Trust, &'static str, &'static str)> {
    match row.id(Column::IdNumber) {
        IdNumber::Resident(_) => Some((
            Trust::Safe,
            "18位都还在，但用表格软件再保存一次就会丢掉末三位，请改成文本",
            "all 18 digits are there, but the next save in a spreadsheet loses three; make it a text",
        )),
        IdNumber::Damaged => {
            let id = ResidentId::parse(&tidy_code(row.text(Column::IdNumber)))?;
            let is_right = id.check_digit_is_right() && !id.text().ends_with("000");
            is_right.then_some((
                Trust::Review,
                "校验码相符，末三位多半还在，请与户口簿核对后改成文本",
                "its check digit is right, so the last three digits are probably there; compare it with the household \
                 register and make it a text",
            ))
        }
        _ => None,
    }
}
