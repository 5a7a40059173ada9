//! Faults of dates that can be read: ages, months of enrolment, dates filled down.

use crate::roster::columns as col;
use crate::roster::faults::Level::{Error, Info, Warning};
use crate::roster::faults::{Kind, Maker, Only};
use crate::roster::number::resident;

use super::{kind, over_rows};

pub(super) static KINDS: &[Kind] = &[
    kind(
        "birth_of_an_adult",
        "R3006",
        Warning,
        &[col::BIRTH_DATE, col::ID_TYPE],
        &["R6007"],
        |it| {
            become_foreign(it);
            let (year, month, day) = it.birth_parts();
            format!("{}{month:02}{day:02}", year - 30).into()
        },
    ),
    kind(
        "birth_of_a_toddler",
        "R3006",
        Warning,
        &[col::BIRTH_DATE, col::ID_TYPE],
        &[],
        |it| {
            become_foreign(it);
            "20250315".into()
        },
    ),
    Kind {
        only: Only::NewPupils,
        without: &[col::GRADE, col::ENROLMENT_MONTH],
        ..kind(
            "birth_unlike_the_others",
            "R3013",
            Warning,
            &[col::BIRTH_DATE, col::ID_NUMBER],
            &["R3006"],
            |it| {
                let person = &mut *it.person;
                person.birth -= 80_000;
                let (origin, birth, male) = (person.origin.code, person.birth, person.male);
                person.id_number = resident(it.rng, origin, birth, male);
                it.clean(col::BIRTH_DATE).into()
            },
        )
    },
    kind(
        "birth_default",
        "R3012",
        Warning,
        &[col::BIRTH_DATE, col::ID_TYPE],
        &["R6007"],
        |it| {
            become_foreign(it);
            it.rng.pick(&["19000101", "19700101", "18991231"]).into()
        },
    ),
    kind(
        "enrolment_in_spring",
        "R3008",
        Warning,
        &[col::ENROLMENT_MONTH],
        &["R3010"],
        |it| {
            let month = it.rng.pick(&["02", "03", "05"]);
            format!("{}{month}", it.person.enrolment_month() / 100).into()
        },
    ),
    kind(
        "enrolment_as_a_baby",
        "R3009",
        Error,
        &[col::ENROLMENT_MONTH, col::BIRTH_DATE],
        &["R3010"],
        |it| format!("{}09", it.birth_parts().0 + 1).into(),
    ),
    kind(
        "enrolment_years_ago",
        "R3010",
        Warning,
        &[col::ENROLMENT_MONTH, col::GRADE],
        &[],
        // Three years are no other system of grades.
        |it| (it.person.enrolment_month() - 300).to_string().into(),
    ),
    over_rows(
        8,
        &kind(
            "birth_filled_down",
            "R3011",
            Info,
            &[col::BIRTH_DATE],
            &["R1005", "R1030", "R3007"],
            |it| match it.above {
                Some(above) => above.to_owned().into(),
                // Nobody of this grade or the next one was born so early.
                None => (it.person.birth - 30_000).to_string().into(),
            },
        ),
    ),
];

/// Without a resident's number nothing contradicts the date of birth.
fn become_foreign(it: &mut Maker<'_>) {
    it.person.political_status = "群众";
    let number = format!("E{:08}", it.rng.between(10_000_000, 99_999_999));
    it.set_document("护照", number, "外国人");
    it.person.nationality = "美国";
    it.person.ethnic_group = "其他";
}
