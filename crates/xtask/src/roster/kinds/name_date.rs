//! Faults of names and of dates.

use crate::roster::columns as col;
use crate::roster::faults::Level::{Error, Warning};
use crate::roster::faults::{Kind, Maker};
use crate::roster::names;
use crate::roster::number::{resident, serial};
use crate::roster::person::{Cell, fitting_year};

use super::kind;

pub(super) static KINDS: &[Kind] = &[
    kind(
        "name_inner_space",
        "R2001",
        Warning,
        &[col::NAME],
        &[],
        |it| {
            let (surname, given) = it.short_name();
            let gap = it.rng.pick(&[" ", "\u{3000}", "  "]);
            format!("{surname}{gap}{given}").into()
        },
    ),
    kind(
        "name_wrong_dot",
        "R2002",
        Warning,
        &[col::NAME],
        &[],
        |it| {
            it.person.name = names::dotted(it.rng, it.person.male);
            it.person.ethnic_group = "维吾尔族";
            let dot = it.rng.pick(&["・", "•", "．", ".", "‧", "∙"]);
            it.person.name.replace('·', dot).into()
        },
    ),
    kind("name_symbol", "R2005", Error, &[col::NAME], &[], |it| {
        let mark = it.rng.pick(&["#", "@", "7", "{"]);
        let gap = it.person.surname.len();
        let (a, b) = it.person.name.split_at(gap);
        format!("{a}{mark}{b}").into()
    }),
    kind(
        "name_note",
        "R2009",
        Error,
        &[col::NAME],
        &["R2005"],
        |it| {
            let note = it.rng.pick(&["(转)", "（复读）", "*", "1", "（女）"]);
            format!("{}{note}", it.person.name).into()
        },
    ),
    kind(
        "date_impossible",
        "R3001",
        Error,
        &[col::BIRTH_DATE],
        &[],
        |it| {
            let (year, _, _) = it.birth_parts();
            format!("{year}{}", it.rng.pick(&["0230", "1305", "0431"])).into()
        },
    ),
    kind("date_text", "R3001", Error, &[col::BIRTH_DATE], &[], |it| {
        it.rng.pick(&["春季生", "属猴", "二月出生"]).into()
    }),
    kind(
        "date_format",
        "R3002",
        Warning,
        &[col::BIRTH_DATE],
        &[],
        |it| {
            let (year, month, day) = it.birth_parts();
            match it.rng.below(4) {
                0 => format!("{year}-{month:02}-{day:02}"),
                1 => format!("{year}.{month}.{day}"),
                2 => format!("{year}年{month}月{day}日"),
                _ => format!("{year}/{month}/{day}"),
            }
            .into()
        },
    ),
    kind(
        "date_serial",
        "R3003",
        Warning,
        &[col::BIRTH_DATE],
        &[],
        |it| {
            let day = serial(it.person.birth);
            Cell::Number(f64::from(day), day.to_string())
        },
    ),
    kind(
        "date_ambiguous",
        "R3004",
        Error,
        &[col::BIRTH_DATE],
        &[],
        |it| {
            let birth = it.rng.pick(&[306, 407, 508, 1106, 1203]);
            it.person.birth = fitting_year(it.person.grade, birth) * 10_000 + birth;
            renumber(it);
            let (year, month, day) = it.birth_parts();
            format!("{day:02}/{month:02}/{year}").into()
        },
    ),
    kind(
        "date_two_digit_year",
        "R3004",
        Error,
        &[col::BIRTH_DATE],
        &["R3001"],
        |it| {
            let (year, month, day) = it.birth_parts();
            format!("{:02}-{month:02}-{day:02}", year % 100).into()
        },
    ),
    kind(
        "date_future",
        "R3005",
        Error,
        &[col::BIRTH_DATE, col::ID_TYPE],
        &["R3006", "R3009"],
        |it| {
            let number = format!("E{:08}", it.rng.between(10_000_000, 99_999_999));
            it.set_document("护照", number, "外国人");
            it.person.nationality = "美国";
            it.person.ethnic_group = "其他";
            "20980315".into()
        },
    ),
];

/// A resident's number that fits a changed date of birth.
fn renumber(it: &mut Maker<'_>) {
    let person = &it.person;
    let (origin, birth, male) = (person.origin.code, person.birth, person.male);
    it.person.id_number = resident(it.rng, origin, birth, male);
    it.person.student_number = format!("G{}", it.person.id_number);
}
