//! Faults of a list of changes (异动).

use crate::roster::columns as col;
use crate::roster::faults::Kind;
use crate::roster::faults::Level::{Error, Info, Warning};
use crate::roster::person::Person;

use super::kind;

pub(in crate::roster) static KINDS: &[Kind] = &[
    of(
        is_transfer,
        &kind(
            "change_unknown",
            "R9001",
            Error,
            &[col::EVENT_TYPE],
            &[],
            |it| it.rng.pick(&["消失", "请长假", "待定中"]).into(),
        ),
    ),
    of(
        is_transfer,
        &kind(
            "change_in_other_words",
            "R9001",
            Warning,
            &[col::EVENT_TYPE],
            &[],
            |it| {
                if is_of(it.person, "转出") {
                    "转走"
                } else {
                    "转来"
                }
                .into()
            },
        ),
    ),
    of(
        is_transfer,
        &kind(
            "change_without_reason",
            "R9002",
            Warning,
            &[col::EVENT_REASON, col::EVENT_TYPE],
            &[],
            |_| "".into(),
        ),
    ),
    of(
        is_departure,
        &kind(
            "departure_to_nowhere",
            "R9002",
            Warning,
            &[col::EVENT_TO_SCHOOL, col::EVENT_TYPE],
            &[],
            |_| "".into(),
        ),
    ),
    of(
        is_leave,
        &kind(
            "leave_of_two_years",
            "R9003",
            Warning,
            &[col::EVENT_END_DATE, col::EVENT_DATE],
            &[],
            |it| (date(it.person) + 20_000).to_string().into(),
        ),
    ),
    of(
        is_leave,
        &kind(
            "leave_over",
            "R9004",
            Warning,
            &[col::EVENT_END_DATE],
            &[],
            |it| (20_261_000 + it.rng.between(1, 28)).to_string().into(),
        ),
    ),
    of(
        is_leave,
        &kind(
            "leave_ends_soon",
            "R9005",
            Info,
            &[col::EVENT_END_DATE],
            &[],
            |it| (20_261_121 + it.rng.between(1, 8)).to_string().into(),
        ),
    ),
    of(
        is_leave,
        &kind(
            "leave_ends_before_it_begins",
            "R9006",
            Error,
            &[col::EVENT_END_DATE, col::EVENT_DATE],
            &[],
            |it| (date(it.person) - 10_000).to_string().into(),
        ),
    ),
    of(
        is_return,
        &kind(
            "return_before_the_leave",
            "R9006",
            Warning,
            &[col::EVENT_DATE],
            &[],
            |it| (before(it.person) - 10_000).to_string().into(),
        ),
    ),
    of(
        is_transfer,
        &kind(
            "transfer_out_of_season",
            "R9007",
            Error,
            &[col::EVENT_DATE, col::EVENT_TYPE],
            &[],
            |it| it.rng.pick(&["20260415", "20260520", "20261105"]).into(),
        ),
    ),
    of(
        is_departure,
        &kind(
            "departure_under_punishment",
            "R9008",
            Error,
            &[col::STUDENT_STATUS, col::EVENT_TYPE],
            &[],
            |it| it.rng.pick(&["记过处分", "休学", "留校察看"]).into(),
        ),
    ),
    of(
        is_arrival,
        &kind(
            "arrival_in_a_full_class",
            "R9009",
            Warning,
            &[col::CLASS_CODE, col::EVENT_TYPE],
            &[],
            |it| {
                let full = it.school.full_class.map_or(777, |it| it.full);
                it.person.class_code(full).into()
            },
        ),
    ),
    of(
        is_departure,
        &kind("expelled", "R9010", Error, &[col::EVENT_TYPE], &[], |_| {
            "开除学籍".into()
        }),
    ),
    of(
        is_leave,
        &kind(
            "leave_of_a_stranger",
            "R9011",
            Warning,
            &[col::NAME],
            &[],
            |it| {
                let stranger = it.stranger();
                *it.person = Person {
                    name: it.person.name.clone(),
                    change: it.person.change.take(),
                    ..stranger.clone()
                };
                stranger.name.into()
            },
        ),
    ),
    of(
        is_second_move,
        &kind(
            "change_twice",
            "R9012",
            Warning,
            &[col::EVENT_DATE, col::EVENT_TYPE],
            &[],
            |it| before(it.person).to_string().into(),
        ),
    ),
    of(
        is_departure,
        &kind(
            "dropped_out",
            "R9013",
            Info,
            &[col::EVENT_TYPE],
            &[],
            |_| "辍学".into(),
        ),
    ),
];

/// A kind of fault that only such rows can have.
const fn of(fits: fn(&Person) -> bool, kind: &Kind) -> Kind {
    Kind { fits, ..*kind }
}

fn is_of(it: &Person, kind: &str) -> bool {
    it.change.as_ref().is_some_and(|it| it.kind == kind)
}

fn is_transfer(it: &Person) -> bool {
    is_departure(it) || is_arrival(it)
}

fn is_departure(it: &Person) -> bool {
    is_of(it, "转出")
}

fn is_arrival(it: &Person) -> bool {
    is_of(it, "转入")
}

/// A leave that nothing has ended.
fn is_leave(it: &Person) -> bool {
    let goes_on = |end: u32| end > 20_261_220;
    is_of(it, "休学") && it.change.as_ref().is_some_and(|it| goes_on(it.end))
}

fn is_return(it: &Person) -> bool {
    is_of(it, "复学")
}

fn is_second_move(it: &Person) -> bool {
    is_of(it, "转班级") && before(it) > 0
}

fn date(it: &Person) -> u32 {
    it.change.as_ref().map_or(0, |it| it.date)
}

fn before(it: &Person) -> u32 {
    it.change.as_ref().and_then(|it| it.before).unwrap_or(0)
}
