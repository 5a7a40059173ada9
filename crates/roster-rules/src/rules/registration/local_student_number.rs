//! # 校内学号的编法不对
//!
//! 学校设定了校内学号的编法（例如入学年份4位、班2位、序号2位），这个学号不是这样编的。
//!
//! ## 为什么重要
//!
//! 编法不对的学号在本地的系统里查不到，也可能与别的学生重复。
//!
//! ## 怎么改
//!
//! 按本地的编法重新编，入学年份要与“入学年月”一致。
//!
//! 编法由模板参数 local_student_number 设置，例如 YYYYCCNN：Y 是入学年份，C 是班，N 是序号，# 是任意数字，其他字符照写。没有设置就不检查。
//!
//! ## 例子
//!
//! ```roster
//! @ set local_student_number=YYYYCCNN
//! | 姓名 | 入学年月 | 学号 |
//! | 王小明 | 202409 | 2024101 |
//! ! class_serial level=info expected=YYYYCCNN
//! | 李小红 | 202409 | 20230101 |
//! ! class_serial related=B3
//! | 赵小军 | 202409 | ２０２４０１０２ |
//! | 孙小芳 |  | 20230101 |
//! | 周文 | 202409 |  |
//! ```
//!
//! ```roster
//! | 姓名 | 入学年月 | 学号 |
//! | 王小明 | 202409 | 7 |
//! ```
//!
//! ---
//!
//! # Local number is not made up as set
//!
//! The school has set how its own numbers are made up, such as four digits of the year, two of the class
//! and two in sequence, and this one is not.
//!
//! ## Why it matters
//!
//! Such a number is not found in the local system, and may be another pupil's.
//!
//! ## How to fix
//!
//! Make up the number anew; the year must be that of the month of enrolment.
//!
//! The parameter local_student_number sets the form, such as YYYYCCNN: Y the year, C the class, N the
//! number in sequence, # any digit, other characters for themselves. Without it nothing is checked.

use roster_model::{Column, Level};
use roster_values::text::{Traits, tidy_code};

use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R8019",
    slug: "local-student-number",
    level: Level::Info,
    zh: "校内学号应按 {expected} 编，入学年份要与入学年月一致。",
    en: "The local number is to be made up as {expected}, with the year of enrolment.",
    basis: "本工具自定，由参数 local_student_number 设定",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215"],
    check: Check::Row {
        needs: &[Column::ClassSerial],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let nothing = Traits::BLANK | Traits::PLACEHOLDER;
    if !row.roster.terms().own_numbers || row.traits(Column::ClassSerial).intersects(nothing) {
        return;
    }
    let mask = row.parameter("local_student_number");
    let text = tidy_code(row.text(Column::ClassSerial));
    let month = row.month(Column::EnrolmentMonth).month();
    let fits = match year_in(&text, mask) {
        None => false,
        Some(year) => {
            year.is_empty() || month.is_none_or(|it| it.year().to_string().ends_with(&year))
        }
    };
    if !fits {
        let related = row.place(Column::EnrolmentMonth);
        row.report(Column::ClassSerial, |finding| {
            finding.related.extend(related);
            finding.fact("expected", mask);
        });
    }
}

/// The digits of the year in a text that is made up as the mask says.
fn year_in(text: &str, mask: &str) -> Option<String> {
    let mut year = String::new();
    let mut signs = text.chars();
    for wanted in mask.chars() {
        let sign = signs.next()?;
        match wanted {
            'Y' if sign.is_ascii_digit() => year.push(sign),
            'C' | 'N' | '#' if sign.is_ascii_digit() => {}
            'Y' | 'C' | 'N' | '#' => return None,
            _ if sign == wanted => {}
            _ => return None,
        }
    }
    signs.next().is_none().then_some(year)
}
