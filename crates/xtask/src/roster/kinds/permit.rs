//! Faults of other documents, of made-up numbers and of the validity of a document.

use crate::roster::columns as col;
use crate::roster::faults::Level::{Error, Info, Warning};
use crate::roster::faults::{Kind, Maker};
use crate::roster::number::{replaced, resident, with_check};
use crate::roster::person::Cell;

use super::kind;

pub(super) static KINDS: &[Kind] = &[
    kind("id_made_up", "R1013", Error, &[col::ID_NUMBER], &[], |it| {
        it.detach_number();
        // A month 99, so that by no chance it is a number of somebody.
        let (school, serial) = (it.rng.below(10_000), it.rng.below(10_000));
        format!("999214{school:04}99{:02}{serial:04}", it.rng.below(100)).into()
    }),
    kind(
        "id_region_gone_before_birth",
        "R1016",
        Warning,
        &[col::ID_NUMBER],
        &[],
        |it| {
            let number = it.detach_number();
            // Counties that became districts of their city before any pupil was born.
            let six = it.rng.pick(&["110224", "310226", "320586", "140103"]);
            with_check(&format!("{six}{}", &number[6..17])).into()
        },
    ),
    kind(
        "permit_check_digit",
        "R1019",
        Error,
        &[col::ID_NUMBER, col::ID_TYPE],
        &[],
        |it| {
            let (birth, male) = (it.person.birth, it.person.male);
            let number = resident(it.rng, 820_000, birth, male);
            it.set_document("澳门特区护照/身份证明", number.clone(), "澳门同胞");
            last_digit_wrong(it, &number)
        },
    ),
    kind(
        "foreigner_card_check_digit",
        "R1020",
        Warning,
        &[col::ID_NUMBER, col::ID_TYPE],
        &[],
        |it| {
            let sequence = it.rng.below(400) * 2 + 20 + usize::from(it.person.male);
            let number = with_check(&format!("911840{}{sequence:03}", it.person.birth));
            it.set_document("境外永久居住证", number.clone(), "外国人");
            it.person.nationality = "美国";
            it.person.ethnic_group = "其他";
            last_digit_wrong(it, &number)
        },
    ),
    kind(
        "return_permit_too_short",
        "R1021",
        Error,
        &[col::ID_NUMBER, col::ID_TYPE],
        &[],
        |it| {
            let number = return_permit(it, "H", "香港同胞");
            number[..8].to_owned().into()
        },
    ),
    kind(
        "return_permit_of_the_other_region",
        "R1021",
        Warning,
        &[col::ID_NUMBER, col::ID_TYPE, col::HMT_STATUS],
        &[],
        |it| {
            let number = return_permit(it, "M", "澳门同胞");
            number.replace('M', "H").into()
        },
    ),
    kind(
        "no_number_under_other",
        "R1024",
        Info,
        &[col::ID_NUMBER, col::ID_TYPE],
        &[],
        |it| {
            let number = format!("X{:08}", it.rng.between(10_000_000, 99_999_999));
            it.set_document("其他", number, "否");
            "".into()
        },
    ),
    kind(
        "taiwan_permit_too_short",
        "R1022",
        Error,
        &[col::ID_NUMBER, col::ID_TYPE],
        &[],
        |it| {
            let number = it.rng.between(10_000_000, 99_999_999).to_string();
            let short = number[..7].to_owned();
            it.set_document("台湾居民来往大陆通行证", number, "台湾同胞");
            short.into()
        },
    ),
    kind(
        "passport_in_small_letters",
        "R1023",
        Warning,
        &[col::ID_NUMBER, col::ID_TYPE],
        &[],
        |it| {
            let number = format!("K{:08}", it.rng.between(10_000_000, 99_999_999));
            let small = number.to_ascii_lowercase();
            it.set_document("护照", number, "外国人");
            it.person.nationality = "韩国";
            it.person.ethnic_group = "其他";
            small.into()
        },
    ),
    kind(
        "resident_number_under_other",
        "R1025",
        Warning,
        &[col::ID_TYPE, col::ID_NUMBER],
        &["R7004"],
        |_| "其他".into(),
    ),
    kind(
        "validity_in_words",
        "R1027",
        Warning,
        &[col::ID_EXPIRY],
        &[],
        |it| {
            it.rng
                .pick(&[
                    "2022年9月1日至2027年9月1日",
                    "2022-09-01至2027-09-01",
                    "2027-09-01",
                    "五年",
                ])
                .into()
        },
    ),
    kind(
        "validity_reversed",
        "R1028",
        Error,
        &[col::ID_EXPIRY],
        &[],
        |_| "20270901-20220901".into(),
    ),
    kind(
        "validity_over",
        "R1029",
        Info,
        &[col::ID_EXPIRY],
        &[],
        |it| format!("{}0901-20251231", it.person.birth / 10_000 + 1).into(),
    ),
];

/// A pupil with the travel permit of Hong Kong and Macao residents, and its number.
fn return_permit(it: &mut Maker<'_>, letter: &str, status: &'static str) -> String {
    let number = format!("{letter}{:08}", it.rng.between(10_000_000, 99_999_999));
    it.set_document("港澳居民来往内地通行证", number.clone(), status);
    number
}

/// The number with another last character than the right one.
fn last_digit_wrong(it: &mut Maker<'_>, number: &str) -> Cell {
    let others = ["1", "2", "3", "4", "5"];
    let wrong = others.into_iter().cycle().skip(it.rng.below(5));
    let wrong = wrong.take(2).find(|digit| !number.ends_with(digit));
    replaced(number, 17, wrong.unwrap_or("6")).into()
}
