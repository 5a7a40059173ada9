//! The evidence of one link: field by field, how two rows agree, what that weighs, and a sentence.
//!
//! The weights are those of the comparisons; what is said twice counts once. No sentence repeats a name,
//! a number or a date: the rows are shown beside it. Which character of a name differs is told by its
//! place.

use roster_model::{Agreement, Column, Evidence, Said};

use super::kin::{are_next, of_family};
use super::shared::Shared;
use crate::compare::{births, names, numbers, sexes, witnesses};
use crate::linkage::{Comparison, Schema, Tenths};
use crate::near::pupils::{BIRTH, COLUMNS, KINDS, NAME, NUMBER, Pupils, SEX};
use crate::people::keys::known_digits;
use crate::people::student_numbers;
use crate::people::witness::Kind;

/// The evidence between two pupils, strongest first whichever way it points.
pub(crate) fn evidence<'p, 's>(
    schema: &Schema<Pupils<'p, 's>>,
    pupils: &Pupils<'p, 's>,
    (a, b): (u32, u32),
    shared: &mut Shared,
) -> Vec<Evidence> {
    let mut compared = Comparison::default();
    schema.compare(pupils, (a, b), Tenths::MIN / 2, &mut compared);
    let mut found = Vec::with_capacity(COLUMNS.len());
    for (at, (outcome, &tenth_bits)) in compared.outcomes.iter().zip(&compared.weights).enumerate()
    {
        let level = outcome.level;
        // Where a telephone, guardian or address is missing, nothing is said of it.
        if at > SEX && level == witnesses::MISSING {
            continue;
        }
        let same_number = numbers::SAME.contains(compared.outcomes[NUMBER].level);
        let said = match at {
            NUMBER if level == numbers::NEIGHBOURS && are_next(pupils.people, a, b) => words((
                "身份证号的地区和出生日期相同，顺序码相邻：先后登记的两个号码，双胞胎和同一天出生的孩子常有",
                "the identity numbers are of one region and birth date and next to one another, as those of twins \
                 and of children who were registered one after the other are",
            )),
            NUMBER => words(of_fifteen(pupils, level, a, b).unwrap_or_else(|| of_number(level))),
            NAME => of_name(pupils, level, a, b),
            BIRTH => words(
                of_family(pupils.people, &compared, a, b)
                    .unwrap_or_else(|| of_birth(pupils, level, same_number, a, b)),
            ),
            SEX => words(of_sex(pupils, level, same_number, a, b)),
            _ => words(of_witness(KINDS[at - SEX - 1], level)),
        };
        let agreement = schema.fields[at].levels[usize::from(level)].agreement;
        found.push(Evidence {
            column: COLUMNS[at],
            agreement,
            tenth_bits,
            said: shared.said(said),
        });
    }
    // In a regular one the identity number is told once more.
    let same_number = numbers::SAME.contains(compared.outcomes[NUMBER].level);
    if !same_number && student_numbers::are_one(pupils.people, a, b) {
        found.push(Evidence {
            column: Column::StudentNumber,
            agreement: Agreement::Equal,
            tenth_bits: student_numbers::SAME,
            said: shared.said(words(("学籍号相同", "same 学籍号"))),
        });
    }
    roster_order::sort_by_key(&mut found, |it| -it.tenth_bits.abs());
    found
}

pub(super) type Words = (&'static str, &'static str);

fn words((zh, en): Words) -> Said {
    Said::new(zh, en)
}

fn of_number(level: u8) -> Words {
    match level {
        numbers::EQUAL => ("身份证号相同", "same identity number"),
        numbers::EQUAL_FIFTEEN => (
            "15 位身份证号升为 18 位后相同",
            "same number once 15 digits are made 18",
        ),
        numbers::ONE_EDIT | numbers::ONE_EDIT_AT_END => (
            "身份证号只差一处",
            "the identity numbers differ in one place",
        ),
        numbers::SWAPPED | numbers::SWAPPED_AT_END => (
            "身份证号有相邻两位对调",
            "two neighbouring digits of the identity number are exchanged",
        ),
        numbers::TWO_EDITS | numbers::TWO_EDITS_AT_END => (
            "身份证号只差两处",
            "the identity numbers differ in two places",
        ),
        numbers::NEIGHBOURS => (
            "身份证号的地区和出生日期相同，只有末几位不同",
            "the identity numbers differ in their last digits only",
        ),
        numbers::HEAD => (
            "身份证号不全，现有的各位相同",
            "an identity number is incomplete; the digits it has are the same",
        ),
        numbers::SAME_DOCUMENT => ("证件号码相同", "same document number"),
        numbers::NEXT_DOCUMENT => (
            "证件号码只差最后一位",
            "the document numbers differ in their last digit only",
        ),
        numbers::OTHER_DOCUMENT => ("证件号码不同", "different document numbers"),
        numbers::ANOTHER_KIND => (
            "一行是身份证号，另一行是别的证件号码",
            "an identity number, and the number of another document",
        ),
        numbers::UNREADABLE => (
            "身份证号有误，无法比较",
            "an identity number is not readable and cannot be compared",
        ),
        numbers::MISSING => (
            "缺少身份证号，无法比较",
            "an identity number is missing and cannot be compared",
        ),
        _ => ("身份证号不同", "different identity numbers"),
    }
}

/// What is said of a number of 15 digits that is nearly one of 18, which it cannot equal.
fn of_fifteen(pupils: &Pupils<'_, '_>, level: u8, a: u32, b: u32) -> Option<Words> {
    let digits = |person| known_digits(pupils.people.number_text(person));
    let slip = level == numbers::ONE_EDIT || level == numbers::ONE_EDIT_AT_END;
    let (a, b) = slip.then(|| (digits(a), digits(b)))?;
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let is_century_left_out = short.len() == 15
        && long.len() == 18
        && short.get(..6) == long.get(..6)
        && short.get(6..) == long.get(8..17);
    is_century_left_out.then_some((
        "15 位的身份证号缺年份的前两位和校验码，其余各位相同",
        "the number of 15 digits lacks the first two of the year and the check character; all the others are the same",
    ))
}

fn of_name(pupils: &Pupils<'_, '_>, level: u8, a: u32, b: u32) -> Said {
    let (zh, en) = match level {
        names::EQUAL => return words(("姓名相同", "same name")),
        names::MISSING => return words(("缺少姓名，无法比较", "a name is missing")),
        names::DROPPED | names::ONE_LEFT => {
            return words((
                "姓名只少一个字或姓",
                "one name has a character or the surname fewer",
            ));
        }
        names::PART => {
            return words((
                "姓名只写了前面的部分",
                "one name has only the first part of the other",
            ));
        }
        names::SWAPPED => {
            return words((
                "姓名有相邻两个字或两部分对调",
                "two neighbouring characters or parts of the name are exchanged",
            ));
        }
        names::FORMER => {
            return words((
                "姓名与另一行的曾用名相同",
                "the name is the other's former name",
            ));
        }
        names::IN_PINYIN => {
            return words((
                "姓名一处写汉字，一处写拼音，读音相同",
                "one name is the other in pinyin",
            ));
        }
        names::OTHER_SURNAME => {
            return words(("名相同，姓不同", "same given name, another surname"));
        }
        names::DIFFERENT => return words(("姓名不同", "different names")),
        names::VARIANT => ("繁简、异体或间隔号写法不同", "other forms of the same"),
        names::HOMOPHONE => ("读音相同", "the same sound"),
        names::ILLEGIBLE => ("其中一个看不出是什么字", "illegible in one of them"),
        names::OTHER_CHARACTER => ("其余相同", "the others are the same"),
        names::LOOK_ALIKE => ("字形相近", "alike in looks"),
        names::RATHER_ALIKE => ("字形有些相近", "rather alike in looks"),
        _ => ("读音相近", "nearly the same sound"),
    };
    let length = |person| {
        pupils
            .people
            .spelt()
            .characters(pupils.people.name(person))
            .len()
    };
    if level == names::LOOK_ALIKE && length(a) != length(b) {
        return words((
            "姓名有一个字拆开写成了几个字",
            "a character of one name is written in pieces in the other",
        ));
    }
    let places = differing(pupils, a, b);
    if !places.is_empty() && differ_in_capitals(pupils, a, b) {
        return words((
            "姓名只有字母的大小写不同",
            "the names differ in capitals only",
        ));
    }
    if places.is_empty() && level == names::ILLEGIBLE {
        return words((
            "姓名有遮住的字，露出的字相同",
            "characters of the names are masked; those that are shown are the same",
        ));
    }
    if places.is_empty() {
        return words((
            "姓名只有序号、间隔号或括号里的内容不同",
            "the names differ in a number in front, their dots or brackets only",
        ));
    }
    let places: Vec<String> = places.iter().map(usize::to_string).collect();
    Said::new(
        format!("姓名第 {} 个字不同，{zh}", places.join("、")),
        match places.split_last() {
            Some((last, [])) => format!("character {last} of the name differs: {en}"),
            Some((last, others)) => {
                let others = others.join(", ");
                format!("characters {others} and {last} of the name differ: {en}")
            }
            None => String::new(),
        },
    )
}

/// Whether two names are the same but for small letters and capitals.
fn differ_in_capitals(pupils: &Pupils<'_, '_>, a: u32, b: u32) -> bool {
    let key = |person| pupils.people.name_key(person);
    key(a).eq_ignore_ascii_case(key(b))
}

/// Which characters of two names of one length differ, counted from one.
fn differing(pupils: &Pupils<'_, '_>, a: u32, b: u32) -> Vec<usize> {
    let (people, names) = (pupils.people, pupils.people.spelt());
    let (x, y) = (
        names.characters(people.name(a)),
        names.characters(people.name(b)),
    );
    let pairs = x.iter().zip(y).zip(1..);
    pairs
        .filter(|((a, b), _)| a != b)
        .map(|(_, at)| at)
        .collect()
}

fn of_birth(pupils: &Pupils<'_, '_>, level: u8, same_number: bool, a: u32, b: u32) -> Words {
    let people = pupils.people;
    let derived = [a, b].iter().any(|&it| people.own_birth(it) == 0);
    let is_in_number = people.birth(a) == people.birth_in_number(a);
    match level {
        births::EQUAL if derived => (
            "出生日期相同（由身份证号得出）",
            "same birth date (taken from the number)",
        ),
        births::EQUAL if same_number && is_in_number => (
            "出生日期相同（已含在身份证号中）",
            "same birth date (part of the number)",
        ),
        births::EQUAL => ("出生日期相同", "same birth date"),
        births::IN_NUMBER => (
            "出生日期与另一行身份证号中的相同",
            "the birth date is that in the other's identity number",
        ),
        births::SWAPPED => (
            "出生日期的月和日对调",
            "day and month of the birth date are exchanged",
        ),
        births::SLIP => ("出生日期只差一位", "the birth dates differ in one digit"),
        births::DAY => (
            "出生日期只有日不同",
            "the birth dates differ in the day only",
        ),
        births::MONTH => (
            "出生日期只有月不同",
            "the birth dates differ in the month only",
        ),
        births::YEAR => ("出生日期只差一年", "the birth dates are one year apart"),
        births::FIRST_OF_JANUARY => (
            "其中一个出生日期是 1 月 1 日，可能是代填的，不作比较",
            "one birth date is 1 January, which may stand for an unknown one, and is not compared",
        ),
        births::MISSING if people.legible_birth(a) != 0 && people.legible_birth(b) != 0 => (
            "出生日期只在有误的身份证号里，已随号码比较",
            "the birth date is in a wrong number only, and compared with that",
        ),
        births::MISSING => ("缺少出生日期，无法比较", "a birth date is missing"),
        _ => ("出生日期不同", "different birth dates"),
    }
}

fn of_sex(pupils: &Pupils<'_, '_>, level: u8, same_number: bool, a: u32, b: u32) -> Words {
    let derived = [a, b].iter().any(|&it| pupils.people.own_sex(it) == 0);
    match level {
        sexes::EQUAL if derived => (
            "性别相同（由身份证号得出）",
            "same sex (taken from the number)",
        ),
        sexes::EQUAL if same_number => (
            "性别相同（已含在身份证号中）",
            "same sex (part of the number)",
        ),
        sexes::EQUAL => ("性别相同", "same sex"),
        sexes::MISSING => ("缺少性别，无法比较", "a sex is missing"),
        _ => ("性别不同", "different sexes"),
    }
}

fn of_witness(kind: Kind, level: u8) -> Words {
    match (kind, level == witnesses::EQUAL) {
        (Kind::Phone, true) => ("有相同的联系电话", "a telephone number in common"),
        (Kind::Phone, false) => ("联系电话不同", "different telephone numbers"),
        (Kind::Guardian, true) => ("有相同的监护人", "a guardian in common"),
        (Kind::Guardian, false) => ("监护人不同", "different guardians"),
        (Kind::Address, true) => ("住址相同", "same address"),
        (Kind::Address, false) => ("住址不同", "different addresses"),
    }
}
