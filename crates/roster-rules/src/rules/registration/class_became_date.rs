//! # 班级变成了日期
//!
//! 班级写成“3-1”“3/1”的，输入时被表格软件改成了日期。
//!
//! ## 为什么重要
//!
//! 单元格里存的是某年3月1日，不再是三年级1班：导入、拆分名单时，这名学生会落到另一个班。
//!
//! ## 怎么改
//!
//! 先把班级这一列设成“文本”，再重新填写，也可以写成“三年级1班”。原来是哪个班，对照分班名单核对。
//!
//! 同一列里别的学生写成“3-1”的，给出同样写法的建议，核对后采用。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 班级 |
//! | 王小明 | 3-1 |
//! | 李小红 | date:2026-03-01 |
//! ! class_name level=warning meant=3-1
//! ~? class_name -> 3-1
//! | 张华 | 3-2 |
//! ```
//!
//! 整列都变成了日期的，只说大概原来是什么：
//!
//! ```roster
//! @ file=名单.csv real=csv
//! | 姓名 | 班级 |
//! | 王小明 | 3月1日 |
//! ! class_name meant=3-1
//! | 李小红 | 2026/3/12 |
//! ! class_name meant=3-12
//! | 赵小华 | 2026年3月2日 |
//! ! class_name meant=3-2
//! | 张华 | 三年级1班 |
//! | 陈文 | 20260301 |
//! | 周文 | 2024-3-1 |
//! | 周文 | 2024/13/1 |
//! | 孙丽 |  |
//! ```
//!
//! ---
//!
//! # A class became a date
//!
//! A class was typed as 3-1 or 3/1, and the spreadsheet program made a date of it.
//!
//! ## Why it matters
//!
//! The cell now holds the first of March and no longer the first class of the third grade: when the list is imported or
//! divided, the pupil ends up in a class of its own.
//!
//! ## How to fix
//!
//! Set the column of classes to text first, then fill the cell in again, perhaps as 三年级1班. Look up the class in the
//! list of classes.
//!
//! Where the other pupils of the column have 3-1, the same spelling is offered; look at it before you accept it.

use roster_model::{CellKind, Column, Level, Trust};
use roster_values::text::Traits;

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R8023",
    slug: "class-became-date",
    level: Level::Warning,
    zh: "班级“{value}”是日期，多半是“{meant}”被表格软件改成的；请把这一列设为文本，重新填写。",
    en: "The class {value} is a date, most likely made of {meant} by the spreadsheet program; set the column to text and fill it in again.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Value {
        covers: Covers::Columns(&[Column::ClassName]),
        when: Traits::NONE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let text = cell.text();
    let Some((month, day)) = month_and_day(text, cell.kind()) else {
        return;
    };
    let sign = cell.roster.index_of(Column::ClassName).and_then(|index| {
        let cells = &cell.roster.sheet.columns[index].cells;
        cells.values().find_map(|it| sign_between(cells.text(it)))
    });
    cell.report(|finding| {
        finding.quote("value", Column::ClassName, text);
        finding.fact("meant", format!("{month}{}{day}", sign.unwrap_or('-')));
        if let Some(sign) = sign {
            finding.fix(Trust::Review, text, format!("{month}{sign}{day}"));
        }
    });
}

/// Month and day of a date. In a text file only those count as such that no class is written like: 2024-3-1 may be one.
fn month_and_day(text: &str, kind: CellKind) -> Option<(u8, u8)> {
    let text = text.trim();
    let is_date = kind == CellKind::Date || text.contains('/') || text.ends_with('日');
    let is_part = |it: char| it.is_ascii_digit() || "-/年月日".contains(it);
    if !is_date || !text.chars().all(is_part) {
        return None;
    }
    let mut numbers = text.split(['-', '/', '年', '月', '日']);
    let year = text.find(|it: char| !it.is_ascii_digit()) == Some(4);
    if year {
        numbers.next();
    } else if !text.ends_with('日') {
        return None;
    }
    let mut number = |most: u8| {
        numbers
            .next()?
            .parse()
            .ok()
            .filter(|it| (1..=most).contains(it))
    };
    Some((number(12)?, number(31)?))
}

/// What stands between the two numbers of a class such as 3-1.
fn sign_between(text: &str) -> Option<char> {
    let sign = text.chars().find(|it| !it.is_ascii_digit())?;
    let (grade, class) = text.split_once(sign)?;
    let is_number =
        |it: &str| (1..=2).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_digit());
    (is_number(grade) && is_number(class) && "-－—–/.．".contains(sign)).then_some(sign)
}
