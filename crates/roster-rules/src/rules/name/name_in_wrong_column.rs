//! # 姓名列里不是姓名
//!
//! “姓名”一栏填的是号码、日期、民族、性别或者“同上”之类的话，不是姓名。
//!
//! ## 为什么重要
//!
//! 多半是整行错了一列，其余各栏也都填错了位置，这样的行导入不了，或者导入成一个不存在的人。
//!
//! ## 怎么改
//!
//! 先看这一行是不是整体左移或者右移了一格，是的把整行移回来；不是的，对照户口簿填写姓名。
//!
//! 号码、日期和“同上”不会是姓名，作错误；民族、性别、家庭关系这样的词，偶尔真是人名，作警告。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 |
//! | 20150901 | 男 |
//! ! name level=error kind=日期
//! | １１０１０１２０１５０９０１００１６ | 男 |
//! ! name kind=身份证号
//! | 13800000001 | 男 |
//! ! name kind=电话号码
//! | G110101201509010016 | 男 |
//! ! name kind=学籍号
//! | 12 | 男 |
//! ! name kind=数字
//! | 维吾尔族 | 男 |
//! ! name level=warning kind=民族
//! | 女 | 男 |
//! ! name level=warning kind=性别
//! | 2015年9月1日 | 男 |
//! ! name kind=日期
//! | 同上 | 男 |
//! ! name level=error kind=“同上”之类的话
//! | "汉族" | 男 |
//! ! name level=warning kind=民族
//! | '女 | 男 |
//! ! name level=warning kind=性别
//! | 王小明 | 男 |
//! | 王3明 | 男 |
//! | 汉 | 男 |
//! | 白族明 | 男 |
//! | 张三丰1 | 男 |
//! |  | 男 |
//! ```
//!
//! ```roster
//! | 姓名 | 父亲 | 母亲 |
//! | 王小明 | 13800000001 | 母亲 |
//! ! member1_name level=error kind=电话号码
//! ! member2_name level=warning kind=家庭关系
//! | 王小明 | 王建军 | 周秀英 |
//! ```
//!
//! ---
//!
//! # Name column holds something else
//!
//! A number, a date, an ethnic group, a sex or “as above” stands in the name column instead of a name.
//!
//! ## Why it matters
//!
//! Probably the whole row moved by a column, and everything else stands in the wrong place too. Such a
//! row is refused, or becomes somebody who does not exist.
//!
//! ## How to fix
//!
//! See whether the whole row stands one cell too far left or right, and move it back; if not, fill in
//! the name of the household register.
//!
//! A number, a date or “as above” is no name: an error. The word for an ethnic group, a sex or a relation may be one after
//! all: a warning.

use roster_model::{Column, Level};
use roster_values::date::{DateText, read_date};
use roster_values::id_number::{IdNumber, read_id};
use roster_values::student_number::{StudentNumber, read_student_number};
use roster_values::text::{Traits, half_width_char, strip, tidy_code};

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R2013",
    slug: "name-in-wrong-column",
    level: Level::Error,
    zh: "姓名一栏的内容像{kind}，请看这一行是否错了列。",
    en: "The name looks like {kind}; see whether the row moved by a column.",
    basis: "本工具自定：姓名不会是数字或日期",
    since: "0.1",
    unless: &["R0012", "R0210"],
    check: Check::Value {
        covers: Covers::Columns(&[Column::Name, Column::Member1Name, Column::Member2Name]),
        when: Traits::NONE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let Some((level, zh, en)) = kind(&strip(cell.text())) else {
        return;
    };
    cell.report_at(level, |finding| {
        finding.said("kind", zh, en);
    });
}

fn kind(text: &str) -> Option<(Level, &'static str, &'static str)> {
    if is_label_of(Column::Sex, text, 1) {
        return Some((Level::Warning, "性别", "a sex"));
    }
    if text.ends_with('族') && is_label_of(Column::EthnicGroup, text, 2) {
        return Some((Level::Warning, "民族", "an ethnic group"));
    }
    if text.ends_with('亲') && is_label_of(Column::Member1Relation, text, 2) {
        return Some((Level::Warning, "家庭关系", "a relation"));
    }
    if matches!(text, "同上" | "同左" | "同右") {
        let (zh, en) = ("“同上”之类的话", "a remark such as “as above”");
        return Some((Level::Error, zh, en));
    }
    if !text.contains(|it| half_width_char(it).is_ascii_digit()) {
        return None;
    }
    let tidy = tidy_code(text);
    let error = |zh, en| Some((Level::Error, zh, en));
    if matches!(read_date(text), DateText::Plain { .. }) {
        return error("日期", "a date");
    }
    if matches!(
        read_id(text, false),
        IdNumber::Resident(_) | IdNumber::Fifteen(_)
    ) {
        return error("身份证号", "an ID number");
    }
    if matches!(
        read_student_number(text),
        StudentNumber::G(_) | StudentNumber::L(_) | StudentNumber::J(_)
    ) {
        return error("学籍号", "a student number");
    }
    if !tidy.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    match tidy.as_bytes() {
        [b'1', b'3'..=b'9', ..] if tidy.len() == 11 => error("电话号码", "a telephone number"),
        _ => error("数字", "a number"),
    }
}

/// Whether the text is a label of the column as it stands, of at least `characters_min` characters.
fn is_label_of(column: Column, text: &str, characters_min: usize) -> bool {
    let table = column.info().table;
    let entry = table.and_then(|it| it.labelled(text));
    entry.is_some_and(|it| it.label.chars().count() >= characters_min)
}
