//! # 姓名、籍贯等列里是别的内容
//!
//! “姓名”一栏填的是号码、日期、民族、性别、地名、班级、别的列的选项，或者“同上”“已故”“李女士”之类的话，不是姓名；“籍贯”一栏填的不是地名，或者特长、工作单位、职务里写了“同上”。
//!
//! ## 为什么重要
//!
//! 多半是整行错了一列，其余各栏也都填错了位置，这样的行导入不了，或者导入成一个不存在的人。
//!
//! ## 怎么改
//!
//! 先看这一行是不是整体左移或者右移了一格，是的把整行移回来；不是的，对照户口簿填写姓名。家长已故、失联的，仍填户口簿上的姓名，情况写到备注里；没有这名家长的，姓名留空。“同上”的，写出内容来。
//!
//! 号码、日期和“同上”不会是姓名，作错误；民族、性别、家庭关系、地名这样的词，偶尔真是人名，作警告，别的列的也作警告。“高一”“毕业”“江苏”可能是人名，不提示。
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
//! 家庭成员：
//!
//! ```roster
//! | 姓名 | 成员1姓名 | 成员2姓名 |
//! | 王小明 | 已故 | 去世 |
//! ! member1_name level=warning kind=情况说明 note=家长已故、失联的仍填户口簿上的姓名，没有这名家长的留空
//! ! member2_name level=warning kind=情况说明
//! | 王小明 | 父亲已故 | 离异 |
//! ! member1_name
//! ! member2_name
//! | 王小明 | 爸爸 | 母 |
//! ! member1_name kind=家庭关系
//! ! member2_name kind=家庭关系
//! | 王小明 | 监护人 | 李女士 |
//! ! member1_name kind=家庭关系
//! ! member2_name level=warning kind=称呼 note=请填户口簿上的姓名
//! | 王小明 | 王小明父亲 | 王小明家长 |
//! ! member1_name kind=称呼
//! ! member2_name kind=称呼
//! | 王小明 | 见户口簿 | 户主 |
//! ! member1_name level=warning kind=“同上”之类的话
//! ! member2_name kind=称呼
//! | 王小明 | 李先生 | 欧阳先生 |
//! ! member1_name level=warning kind=称呼
//! ! member2_name level=warning kind=称呼
//! | 王小明 | 王家长 | 李学先 |
//! | 王小明 | 王亲民 | 艾故 |
//! ```
//!
//! 别的列的选项、地名、班级：
//!
//! ```roster
//! | 姓名 | 性别 | 曾用名 |
//! | 居民身份证 | 男 | 同上 |
//! ! name level=warning kind=身份证件类型
//! ! former_name level=error kind=“同上”之类的话
//! | 群众 | 女 |  |
//! ! name kind=政治面貌
//! | 农业户口 | 男 |  |
//! ! name
//! | 三年级 | 女 |  |
//! ! name kind=年级
//! | 一班 | 男 |  |
//! ! name kind=班级
//! | 休学 | 男 | 已转走 |
//! ! name kind=异动类别
//! ! former_name level=warning kind=异动类别
//! | 姓名 | 男 |  |
//! ! name kind=列名
//! | 李娟之子 | 男 |  |
//! ! name kind=称呼
//! | 高一 | 男 | 毕业 |
//! | 江苏 | 女 | 农业 |
//! | 欧阳红旗 | 男 | 张三省 |
//! | 党员 | 男 | 李新生 |
//! | 艾 | 男 | 古巴 |
//! ```
//!
//! 籍贯，以及姓名与籍贯填反：
//!
//! ```roster
//! | 姓名 | 性别 | 籍贯 |
//! | 吉林省通化县 | 男 | 王小明 |
//! ! name level=warning kind=籍贯，“籍贯”一栏的像姓名 related=C2
//! ! native_place level=warning kind=人名
//! | 李小红 | 女 | 220521 |
//! ! native_place level=warning kind=数字
//! | 李小红 | 女 | １３８０００００００１ |
//! ! native_place kind=电话号码
//! | 李小红 | 女 | 123abc |
//! ! native_place kind=数字
//! | 李小红 | 女 | 汉族 |
//! ! native_place kind=民族
//! | 李小红 | 女 | 男 |
//! ! native_place kind=性别
//! | 李小红 | 女 | 同上 |
//! ! native_place level=warning
//! | 李小红 | 女 | 吉林通化 |
//! | 李小红 | 女 | 通化 |
//! | 李小红 | 女 | 新疆兵团第8师 |
//! | 李小红 | 女 | 广西壮族自治区 |
//! | 李小红 | 女 | New York |
//! | 李小红 | 女 |  |
//! ```
//!
//! 特长、工作单位、职务里的“同上”：
//!
//! ```roster
//! | 姓名 | 特长 | 成员1工作单位 |
//! | 王小明 | 同上 | 同左 |
//! ! talents level=warning kind=“同上”之类的话
//! ! member1_employer level=warning
//! | 王小明 | 女红 | 同济大学 |
//! | 王小明 | 男高音 | 一致行公司 |
//! ```
//!
//! ---
//!
//! # Name, native place or the like is something else
//!
//! A number, a date, an ethnic group, a sex, a place, a class, a word of another column's list, “as above” or a remark on
//! a parent stands in the name column instead of a name; or the native place is no place, or talents, employer or position
//! read “as above”.
//!
//! ## Why it matters
//!
//! Probably the whole row moved by a column, and everything else stands in the wrong place too. Such a
//! row is refused, or becomes somebody who does not exist.
//!
//! ## How to fix
//!
//! See whether the whole row stands one cell too far left or right, and move it back; if not, fill in
//! the name of the household register. A parent who died or cannot be reached keeps the name of the register; where
//! there is no such parent, the name stays blank.
//!
//! A number, a date or “as above” is no name: an error. The word for an ethnic group, a sex, a relation or a place may be
//! one after all: a warning, as all that is told of the native place. 高一, 毕业 and 江苏 may be names and are left alone.

use roster_model::{CellPlace, Column, Level, Place};
use roster_standard::{Kind, Listed};
use roster_values::address::{Address, read_address};
use roster_values::date::{DateText, read_date};
use roster_values::id_number::{IdNumber, read_id};
use roster_values::student_number::{StudentNumber, read_student_number};
use roster_values::text::{Traits, half_width_char, is_han, is_ideographs, strip, tidy_code};

use crate::gathered::no_name::{self, SURNAMES};
use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R2013",
    slug: "name-in-wrong-column",
    level: Level::Error,
    zh: "“{column}”一栏的内容像{kind}，{note}。",
    en: "The text in {column} looks like {kind}; {note}.",
    basis: "本工具自定：姓名不会是数字或日期",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215"],
    check: Check::Value {
        covers: Covers::Columns(&[
            Column::Name,
            Column::FormerName,
            Column::Member1Name,
            Column::Member2Name,
            Column::NativePlace,
            Column::Talents,
            Column::Member1Employer,
            Column::Member1Position,
            Column::Member2Employer,
            Column::Member2Position,
        ]),
        when: Traits::NONE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let (column, text) = (cell.column(), strip(cell.text()));
    let Some((level, zh, en)) = kind(column, &text) else {
        return;
    };
    // No system is known to refuse another text than a name.
    let level = match column.info().kind {
        Kind::Name => level,
        _ => Level::Warning,
    };
    let exchanged = exchanged_with(cell, &text);
    let (note_zh, note_en) = advice(column, zh);
    let title = cell.roster.sheet.columns[cell.index].title();
    cell.report_at(level, |finding| {
        finding.said("column", title, column.info().en);
        finding.said("note", note_zh, note_en);
        let Some(position) = exchanged else {
            finding.said("kind", zh, en);
            return;
        };
        let (zh, en) = (
            "籍贯，“籍贯”一栏的像姓名",
            "a native place, and that looks like a name",
        );
        finding.said("kind", zh, en);
        if let Place::Cell(here) = finding.place {
            let other = CellPlace { position, ..here };
            finding.related.push(Place::Cell(other));
        }
    });
}

/// What to do about it. Only of what another column holds it is likely that the row moved.
fn advice(column: Column, kind: &str) -> (&'static str, &'static str) {
    let is_name = column.info().kind == Kind::Name;
    match kind {
        _ if kind == AS_ABOVE.0 && is_name => (
            "每行都要填户口簿上的姓名",
            "every row has the name of the household register",
        ),
        _ if kind == AS_ABOVE.0 => ("每行都要写出内容", "every row says what it means"),
        "情况说明" if column.member().is_some() => (
            "家长已故、失联的仍填户口簿上的姓名，没有这名家长的留空",
            "a parent who died or cannot be reached keeps the name of the register; where there is no such parent the name stays blank",
        ),
        "情况说明" | "称呼" | "家庭关系" if is_name => (
            "请填户口簿上的姓名",
            "write the name of the household register",
        ),
        _ => (
            "请看这一行是否错了列",
            "see whether the row moved by a column",
        ),
    }
}

const AS_ABOVE: (&str, &str) = ("“同上”之类的话", "a remark such as “as above”");

/// Where the native place of the row stands, if it may be the name that a place stands for.
fn exchanged_with(cell: &Cell<'_>, text: &str) -> Option<u16> {
    let row = cell.row_told()?;
    let index = row.roster.index_of(Column::NativePlace)?;
    let other = row.text(Column::NativePlace).trim();
    let is_exchanged = cell.column() == Column::Name
        && no_name::is_region(text)
        && !no_name::is_region(other)
        && (2..=4).contains(&other.chars().count())
        && is_ideographs(other);
    is_exchanged.then(|| row.roster.sheet.columns[index].position)
}

fn kind(column: Column, text: &str) -> Option<(Level, &'static str, &'static str)> {
    let warning = |(zh, en)| Some((Level::Warning, zh, en));
    if matches!(text, "同上" | "同左" | "同右") {
        return Some((Level::Error, AS_ABOVE.0, AS_ABOVE.1));
    }
    if read_address(text) == Address::Pointer && text.chars().nth(1).is_some() {
        return warning(AS_ABOVE);
    }
    let is_name = column.info().kind == Kind::Name;
    // Of what a person can do and where one works anything else may be said.
    if !is_name && column != Column::NativePlace {
        return None;
    }
    if is_label_of(Column::Sex, text, 1) {
        return warning(("性别", "a sex"));
    }
    if text.ends_with('族') && is_label_of(Column::EthnicGroup, text, 2) {
        return warning(("民族", "an ethnic group"));
    }
    if !is_name && is_persons(text) {
        return warning(("人名", "a person's name"));
    }
    if is_name && is_ideographs(text) {
        return if is_relation(text) {
            warning(("家庭关系", "a relation"))
        } else {
            no_name::kind(text).and_then(warning)
        };
    }
    if !text.contains(|it| half_width_char(it).is_ascii_digit()) {
        return None;
    }
    number_kind(text).or_else(|| {
        // A place abroad has letters, and no digit in front.
        let is_code = !is_name && text.starts_with(|it| half_width_char(it).is_ascii_digit());
        let is_code = is_code && !text.contains(is_han);
        is_code.then_some((Level::Warning, "数字", "a number"))
    })
}

/// How places are called that no list of regions has: 马家沟, 黄土岭.
const OF_PLACES: &str = "家村镇乡庄湾路校班族县市区州山江河湖海岛洲港沟岭角口桥店寨堡屯营坪坝塘岗川埠集场坊里门台铺关坡洞垭圩浜渡井泉城街头东西南北";

/// Whether a native place is three characters of which the first is a frequent surname, and no place.
fn is_persons(text: &str) -> bool {
    text.starts_with(|it| SURNAMES.contains(it))
        && text.chars().count() == 3
        && is_ideographs(text)
        && !text.contains(|it| OF_PLACES.contains(it))
        && !no_name::is_region(text)
}

/// How relations end. Only a filter, to save the closer look.
const RELATION_ENDS: &str = "亲父爸子女母妈爷奶公婆姥孙兄弟姐妹哥他它属系人戚叔婶姑舅伯";

/// 父亲, 爸爸, 父, 监护人: whatever the list of relations knows.
fn is_relation(text: &str) -> bool {
    if !text.ends_with(|it| RELATION_ENDS.contains(it)) {
        return false;
    }
    let table = Column::Member1Relation.info().table;
    let listed = table.map_or(Listed::Unknown, |it| it.find(text));
    !matches!(listed, Listed::Code(_) | Listed::Unknown)
}

fn number_kind(text: &str) -> Option<(Level, &'static str, &'static str)> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_relation_ends_as_the_filter_has_it() {
        let table = Column::Member1Relation.info().table.expect("a list");
        let words = table.entries.iter().flat_map(|it| {
            let others = [it.also, it.aliases, it.doubtful];
            std::iter::once(it.label).chain(others.into_iter().flatten())
        });
        for word in words.filter(|it| is_ideographs(it)) {
            assert!(is_relation(word), "{word}");
        }
        assert!(!is_relation("王小明"));
    }
}
