//! Faults of family members.

use crate::roster::columns as col;
use crate::roster::faults::Level::{Error, Info, Warning};
use crate::roster::faults::{Kind, Maker};
use crate::roster::number::{replaced, resident};
use crate::roster::person::{Cell, Mother};

use super::{kind, one_digit};

const NAME: usize = col::MEMBER1;
const RELATION: usize = col::MEMBER1 + 1;
const NOTE: usize = col::MEMBER1 + 2;
const PHONE: usize = col::MEMBER1 + 5;
const GUARDIAN: usize = col::MEMBER1 + 6;
const ID_TYPE: usize = col::MEMBER1 + 7;
const ID_NUMBER: usize = col::MEMBER1 + 8;
const OTHER_NAME: usize = col::MEMBER2;
const OTHER_GUARDIAN: usize = col::MEMBER2 + 6;
const OTHER_ID_NUMBER: usize = col::MEMBER2 + 8;

pub(super) static KINDS: &[Kind] = &[
    // Only the template with all its columns asks for a family member.
    kind(
        "member_without_phone",
        "R6001",
        Error,
        &[PHONE, col::MIGRANT_CHILD],
        &[],
        |_| "".into(),
    ),
    kind(
        "member_without_relation",
        "R6001",
        Error,
        &[RELATION, col::MIGRANT_CHILD],
        &[],
        |_| "".into(),
    ),
    kind(
        "nobody_is_guardian",
        "R6002",
        Error,
        &[GUARDIAN, OTHER_GUARDIAN],
        &[],
        |it| {
            it.person.mother = Mother::NoGuardian;
            "否".into()
        },
    ),
    kind(
        "member_has_pupils_number",
        "R6003",
        Error,
        &[ID_NUMBER, col::ID_NUMBER, NAME],
        &[],
        |it| it.person.id_number.clone().into(),
    ),
    kind(
        "members_have_one_number",
        "R6004",
        Warning,
        &[OTHER_ID_NUMBER, ID_NUMBER, OTHER_NAME],
        &[],
        |it| it.clean(ID_NUMBER).into(),
    ),
    kind(
        "father_is_mother",
        "R6005",
        Warning,
        &[RELATION, ID_NUMBER],
        &["R6010"],
        |_| "母亲".into(),
    ),
    kind(
        "relation_other_unexplained",
        "R6006",
        Warning,
        &[RELATION, NOTE],
        &[],
        |_| "其他".into(),
    ),
    kind(
        "father_is_a_child",
        "R6007",
        Warning,
        &[ID_NUMBER, RELATION, col::BIRTH_DATE],
        &[],
        |it| {
            let birth = it.person.birth - 80_000;
            let region = it.person.home.code;
            // A day that every month has.
            resident(it.rng, region, birth / 100 * 100 + 11, true).into()
        },
    ),
    kind(
        "member_id_check_digit",
        "R6008",
        Error,
        &[ID_NUMBER],
        &[],
        |it| {
            let number = it.clean(ID_NUMBER);
            one_digit(&number, 15)
        },
    ),
    kind("member_id_short", "R6008", Error, &[ID_NUMBER], &[], |it| {
        let number = it.clean(ID_NUMBER);
        replaced(&number, 12, "").into()
    }),
    kind(
        "member_id_damaged",
        "R6008",
        Error,
        &[ID_NUMBER],
        &[],
        |it| {
            let number = it.clean(ID_NUMBER);
            format!("{}.{}E+17", &number[..1], &number[1..6]).into()
        },
    ),
    kind(
        "one_parent_alone",
        "R6010",
        Info,
        &[OTHER_NAME, NAME, RELATION],
        &[],
        |it| {
            it.person.mother = Mother::OnlyNamed;
            "".into()
        },
    ),
    Kind {
        with_another: true,
        ..kind(
            "father_of_another",
            "R6011",
            Warning,
            &[ID_NUMBER, NAME, OTHER_NAME],
            &[],
            |it| {
                it.another
                    .cell(ID_NUMBER, it.school)
                    .shown()
                    .to_owned()
                    .into()
            },
        )
    },
    kind(
        "no_number_and_no_parents",
        "R6009",
        Error,
        &[ID_NUMBER, ID_TYPE, col::ID_NUMBER, col::ID_TYPE],
        &["R1024"],
        without_number,
    ),
];

/// A pupil without a number, and nothing to know the father by.
fn without_number(it: &mut Maker<'_>) -> Cell {
    it.set_document("其他", String::new(), "否");
    "".into()
}
