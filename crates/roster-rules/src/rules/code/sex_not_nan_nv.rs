//! # 性别没有填“男”或“女”
//!
//! 性别一列只能填“男”或“女”，这里是别的写法。
//!
//! ## 为什么重要
//!
//! 系统不认别的写法；性别还要与身份证号核对，写法不对就无法核对。
//!
//! ## 怎么改
//!
//! 填写“男”或“女”。写成1、2、男生、女生、M、F这类意思明确的，可以直接采用给出的写法；其他的请查看户口簿。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 民族 |
//! | 王小明 | 1 | 汉族 |
//! ! sex level=warning value=1
//! ~ sex -> 男
//! | 王小明 | 男 | 汉族 |
//! | 李小红 | 女生 | 汉族 |
//! ! sex level=warning
//! ~ sex -> 女
//! | 李小红 | 女\s | 汉族 |
//! | 张华 | Ｍ | 汉族 |
//! ! sex level=warning
//! ~ sex -> 男
//! | 张华 | 先生 | 汉族 |
//! ! sex level=error value=先生
//! | 张华 |  | 汉族 |
//! | 张华 | 不详 | 汉族 |
//! ```
//!
//! 列名规定填代码的，以及国家学生体质健康标准的上报表（有“民族代码”或“肺活量”列），按规定填代码，不用改：
//!
//! ```roster
//! | 姓名 | 性别（1男2女） | 民族 |
//! | 王小明 | 1 | 汉族 |
//! | 李小红 | ２ | 汉族 |
//! | 张华 | 先生 | 汉族 |
//! ! sex level=error
//! ```
//!
//! ```roster
//! | 姓名 | 性别1为男,2为女 | 民族 |
//! | 王小明 | 1 | 汉族 |
//! ```
//!
//! ```roster
//! | 姓名 | 性别（1代表男，2代表女） | 民族 |
//! | 李小红 | 2 | 汉族 |
//! ```
//!
//! ```roster
//! | 姓名 | 12、性别（男/女） | 民族 |
//! | 王小明 | 1 | 汉族 |
//! ! sex level=warning
//! ~ sex -> 男
//! ```
//!
//! ```roster
//! | 班级名称 | 学籍号 | 民族代码 | 姓名 | 性别 | 出生日期 | 身高 | 体重 | 肺活量 |
//! | 一年级1班 | G110101201509010016 | 01 | 王小明 | 1 | 20150901 | 121 | 22 | 1100 |
//! ```
//!
//! ---
//!
//! # The sex is not 男 or 女
//!
//! The column takes 男 or 女 only, and the cell has something else.
//!
//! ## Why it matters
//!
//! The system knows no other spelling, and the sex cannot be compared with the identity number.
//!
//! ## How to fix
//!
//! Write 男 or 女. Where the meaning is plain (1, 2, 男生, 女生, M, F), accept the offered spelling;
//! otherwise look into the household register. Where the header says what the codes mean, and in the
//! tables of the national test of fitness (with 民族代码 or 肺活量), codes are right.

use roster_model::{Column, Level, Trust};
use roster_standard::{Listed, header};
use roster_values::text::Traits;

use crate::lists::{is_of_fitness_test, look_up};
use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R4007",
    slug: "sex-not-nan-nv",
    level: Level::Error,
    zh: "性别只能填“男”或“女”，不能填“{value}”。",
    en: "The sex must be 男 or 女, not {value}.",
    basis: "GB/T 2261.1-2003；全国系统导入模板填“男”或“女”",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215", "R4003"],
    check: Check::Value {
        covers: Covers::Columns(&[Column::Sex]),
        when: Traits::NONE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let (text, column) = (cell.text(), cell.column());
    let (level, fix) = match look_up(cell) {
        None | Some((_, Listed::Label(_))) => return,
        Some((_, Listed::Code(_))) if wants_codes(cell) => return,
        Some((_, Listed::Unknown)) => (Level::Error, None),
        Some((_, Listed::Code(it) | Listed::Alias(it))) => {
            (Level::Warning, Some((Trust::Safe, it.label)))
        }
        Some((_, Listed::Doubtful(it))) => (Level::Warning, Some((Trust::Review, it.label))),
    };
    cell.report_at(level, |finding| {
        finding.quote("value", column, text);
        if let Some((trust, label)) = fix {
            finding.fix(trust, text, label);
        }
    });
}

/// Whether the header says what the codes mean, or those of other columns show a table of the national test of
/// fitness, which has codes.
fn wants_codes(cell: &Cell<'_>) -> bool {
    let columns = &cell.roster.sheet.columns;
    let mut text = header::key(&columns[cell.index].header);
    text.retain(|it| !":=-为是代表示".contains(it));
    text.contains("1男")
        || text.contains("男1")
        || columns.iter().any(|it| it.header.contains("民族代码"))
        || is_of_fitness_test(cell.roster)
}
