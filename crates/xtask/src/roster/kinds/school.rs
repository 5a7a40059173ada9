//! Faults of grades, classes and numbers of the school.

use crate::roster::columns as col;
use crate::roster::faults::Kind;
use crate::roster::faults::Level::{Error, Info, Warning};
use crate::roster::person::Person;

use super::kind;

pub(super) static KINDS: &[Kind] = &[
    kind(
        "number_j_beside_resident_card",
        "R8008",
        Info,
        &[col::STUDENT_NUMBER, col::ID_NUMBER, col::ID_TYPE],
        &[],
        |it| {
            it.detach_number();
            let (birth, male) = (it.person.birth, it.person.male);
            Person::draw_j_number(it.rng, it.school, birth, male).into()
        },
    ),
    kind(
        "grade_of_another_stage",
        "R8012",
        Warning,
        &[col::GRADE, col::SCHOOL_CODE],
        &["R3006", "R3007", "R3010", "R4019"],
        |it| {
            match it.school.first_grade {
                1 => "初中二年级",
                _ => "高中二年级",
            }
            .into()
        },
    ),
    kind("grade_unknown", "R8013", Error, &[col::GRADE], &[], |it| {
        it.rng.pick(&["十五年级", "大班长", "二班"]).into()
    }),
    kind(
        "grade_in_digits",
        "R8013",
        Warning,
        &[col::GRADE],
        &[],
        |it| format!("{}年级", it.person.grade).into(),
    ),
    kind(
        "class_code_missing",
        "R8014",
        Error,
        &[col::CLASS_CODE],
        &[],
        |_| "".into(),
    ),
    kind(
        "class_serial_twice",
        "R8017",
        Warning,
        &[col::CLASS_SERIAL, col::CLASS_CODE],
        &[],
        // Every class has its first two numbers.
        |it| if it.person.serial == 1 { "02" } else { "01" }.into(),
    ),
];
