//! What stands in the brackets of a header: a remark, as in 姓名(与户口簿一致); whose column it is, as in
//! 电话(父亲); which of the family members, as in 家庭成员(一)姓名; or what a column of that person holds, as in
//! 父亲(电话) and 学生(身份证号).

use super::{Ask, DIGITS, Header, PUPILS, alone, group_of, sub_header, tidy};
use crate::Kind;

const BRACKETS: &[(char, char)] = &[
    ('(', ')'),
    ('[', ']'),
    ('【', '】'),
    ('〔', '〕'),
    ('《', '》'),
    ('〈', '〉'),
    ('「', '」'),
    ('<', '>'),
    ('{', '}'),
];

/// The answer for the header as it is, with its brackets taken away, or without what stands in them.
#[inline(never)] // It is much code, and asked for in two places.
pub(super) fn with_brackets(text: &str, ask: Ask<'_>) -> Option<Header> {
    if let Some(found) = ask(text, None) {
        return Some(found);
    }
    let (outside, notes) = without_brackets(text);
    let said = notes.iter().rev().find_map(|it| ask(&outside, Some(it)));
    said.or_else(|| ask(&opened(text)?, None))
        .or_else(|| ask(&outside, None))
        .or_else(|| ask(notes.last().filter(|_| outside.is_empty())?, None))
}

/// A text without what stands in brackets, and that. There may be brackets within brackets, 班级(如三(1)班), and the
/// number of a column in a list is no note: (1)姓名.
fn without_brackets(text: &str) -> (String, Vec<&str>) {
    let mut outside = String::new();
    let mut notes = Vec::new();
    let mut closing: Vec<(char, usize)> = Vec::new();
    for (place, character) in text.char_indices() {
        if let Some(pair) = BRACKETS.iter().find(|it| it.0 == character) {
            closing.push((pair.1, place + character.len_utf8()));
            continue;
        }
        match closing.last() {
            None => outside.push(character),
            Some(&(end, start)) if character == end => {
                closing.pop();
                let note = &text[start..place];
                if closing.is_empty() && !(outside.is_empty() && is_number(note)) {
                    notes.push(note);
                }
            }
            Some(_) => {}
        }
    }
    (tidy(&outside), notes)
}

/// A longer text is a sentence and no word with brackets in it.
const BYTES_MAX: usize = 90;

/// A header whose brackets are only written around a part of its word, and the number of a family member as it is
/// listed: 家庭成员(一)姓名, 监护人①电话, 家长B, 身份证件(号), 第1监护人.
fn opened(text: &str) -> Option<String> {
    if text.len() > BYTES_MAX {
        return None;
    }
    let mut opened = String::with_capacity(text.len());
    let mut last = ' ';
    for character in text.chars() {
        if BRACKETS
            .iter()
            .any(|it| it.0 == character || it.1 == character)
        {
            continue;
        }
        let counted = match (last, character) {
            ('人' | '长' | '员', '①' | '⑴' | '⒈' | '㈠' | 'Ⅰ' | 'A' | 'a') => '1',
            ('人' | '长' | '员', '②' | '⑵' | '⒉' | '㈡' | 'Ⅱ' | 'B' | 'b') => '2',
            ('第', '1') => '一',
            ('第', '2') => '二',
            (_, other) => other,
        };
        opened.push(counted);
        last = character;
    }
    (opened != text).then_some(opened)
}

/// Notes with which a word is no column of the pupil as he is now.
const NOT_OF_PUPIL: &[&str] = &["农历", "阴历", "原", "班主任", "教师", "老师"];

/// Words for whoever of the family is meant, the longest of a beginning first.
const ANYBODY: &[&str] = &[
    "家庭成员或监护人",
    "家庭主要成员",
    "主要家庭成员",
    "家庭成员",
    "法定监护人",
    "监护人",
    "成员",
    "家长",
];

/// What a header means whose brackets do not hold a mere remark: a column, or nothing that is listed.
pub(super) fn noted(outside: &str, note: &str) -> Option<Header> {
    let note = tidy(note);
    if NOT_OF_PUPIL.contains(&&*note) {
        return Some(Header::Unknown);
    }
    if let Some(found) = of_whom(outside, &note) {
        return Some(found);
    }
    let column = alone(outside);
    // 父亲(监护人) says who he is, and does not ask.
    if is_anybody(&note) && matches!(column, Some(Header::Group(_))) {
        return column;
    }
    let is_pupil = is_pupil(outside);
    let group = match column {
        Some(Header::Group(group)) => Some(group),
        Some(Header::Column(it)) if it.info().kind == Kind::Name => it.member(),
        _ => None,
    };
    if is_number(&note) {
        // 监护人(3)姓名: nobody checks a third one.
        let is_third = !["1", "2", "一", "二"].contains(&&*note);
        return (is_third && behind_anybody(outside).is_some()).then_some(Header::Unknown);
    }
    let said = |word: &str| match group {
        Some(group) => sub_header(group, word),
        None => alone(&format!("学生{word}")),
    };
    if group.is_none() && !is_pupil {
        return None;
    }
    // 监护人(是/否) asks whether he is.
    if outside.contains("监护人") && note.split(BETWEEN).collect::<String>() == "是否" {
        return said("是否监护人");
    }
    let words = note.split(BETWEEN).filter(|it| !is_anybody(it));
    let mut words = words.filter_map(said);
    match words.next() {
        // Two things in one cell: 父亲(姓名、电话), 家长姓名(电话).
        Some(first) if words.any(|it| it != first) => Some(Header::Unknown),
        Some(first) => match column {
            Some(Header::Column(_)) if !is_pupil && column != Some(first) => Some(Header::Unknown),
            _ => Some(first),
        },
        None => {
            let is_of_another = OTHERS.iter().any(|it| note.contains(it));
            let is_column = || matches!(alone(&note), Some(Header::Column(_) | Header::Ignored));
            (is_of_another || is_column()).then_some(Header::Unknown)
        }
    }
}

/// The column of the family member that a note names: 电话(父亲), 监护人(母亲), 监护人(母亲)电话.
pub(super) fn of_whom(outside: &str, note: &str) -> Option<Header> {
    let group = group_of(note)?;
    match behind_anybody(outside) {
        Some("") => Some(Header::Group(group)),
        Some(rest) if !is_anybody(note) => sub_header(group, rest),
        _ => sub_header(group, outside),
    }
}

pub(super) fn is_anybody(word: &str) -> bool {
    ANYBODY.contains(&word)
}

fn behind_anybody(outside: &str) -> Option<&str> {
    ANYBODY.iter().find_map(|it| outside.strip_prefix(it))
}

/// The column of a family member whose number stands behind what it holds: 家长姓名1, 监护人电话2.
pub(super) fn counted(tidied: &str) -> Option<Header> {
    let number = [('1', 1), ('一', 1), ('2', 2), ('二', 2)];
    let (rest, group) = number
        .iter()
        .find_map(|it| Some((tidied.strip_suffix(it.0)?, it.1)))?;
    sub_header(group, behind_anybody(rest)?)
}

/// Whether the word outside only says that the pupil is meant: 学生, 幼儿信息, 基本信息.
fn is_pupil(outside: &str) -> bool {
    let word = outside.strip_suffix("信息");
    let whose = word.unwrap_or(outside).trim_end_matches(OWN);
    let is_own = whose.is_empty() && word.is_some_and(|it| !it.is_empty());
    is_own || PUPILS.contains(&whose)
}

const OWN: &[char] = &['基', '本', '个', '人'];

/// What stands between two words of a note.
const BETWEEN: &[char] = &[',', ';', '/', '、', '+', '及', '和', '或'];

/// What a note asks for of a person that is no column of a roster, and no name either.
const OTHERS: &[&str] = &[
    "签", "盖章", "意见", "学历", "文化", "年龄", "微信", "QQ", "qq", "收入", "人数", "备注",
];

fn is_number(note: &str) -> bool {
    !note.is_empty() && note.trim_matches(DIGITS).is_empty()
}

#[cfg(test)]
#[path = "brackets_tests.rs"]
mod tests;
