//! Faults of region codes, postcodes, addresses, and of numbers that many pupils share.

use crate::roster::columns as col;
use crate::roster::faults::Level::{Error, Info, Warning};
use crate::roster::faults::{Kind, Only, Told};
use crate::roster::person::{Cell, Person};

use super::{kind, mobile, only, over_rows};

pub(super) static KINDS: &[Kind] = &[
    kind(
        "region_of_eleven_digits",
        "R5001",
        Error,
        &[col::HUKOU_CODE],
        &[],
        |it| it.clean(col::HUKOU_CODE)[..11].to_owned().into(),
    ),
    kind(
        "region_by_name",
        "R5002",
        Error,
        &[col::BIRTH_PLACE_CODE],
        &[],
        |it| it.clean(col::NATIVE_PLACE).into(),
    ),
    Kind {
        told: Told::File,
        ..kind(
            "region_without_village",
            "R5004",
            Info,
            &[col::HUKOU_CODE],
            &[],
            |it| format!("{}000000", it.person.home.code).into(),
        )
    },
    kind(
        "region_of_no_county",
        "R5003",
        Warning,
        &[col::HUKOU_CODE],
        &[],
        |it| {
            it.rng
                .pick(&["119898000000", "339898000000", "990000000000"])
                .into()
        },
    ),
    Kind {
        told: Told::Block,
        guard: 1,
        ..over_rows(
            5,
            &kind(
                "postcode_filled_down",
                "R8021",
                Warning,
                &[col::POSTCODE],
                &[],
                |it| {
                    let first = it.block[0].parse().unwrap_or(100_000_u32);
                    format!("{:06}", first + 1 + it.turn as u32).into()
                },
            ),
        )
    },
    kind(
        "phone_zero_lost",
        "R5007",
        Error,
        &[col::PHONE],
        &[],
        |it| {
            let number = u64::from(it.rng.between(20_000_000, 89_999_999)) + 43_100_000_000;
            it.person.phone = format!("0{number}");
            Cell::Number(number as f64, number.to_string())
        },
    ),
    only(
        Only::Workbook,
        &kind("phone_as_number", "R5014", Info, &[col::PHONE], &[], |it| {
            let number = mobile(it);
            it.person.phone.clone_from(&number);
            Cell::Number(number.parse().unwrap_or_default(), number)
        }),
    ),
    kind(
        "postcode_of_five_digits",
        "R5009",
        Warning,
        &[col::POSTCODE],
        &[],
        |it| it.clean(col::POSTCODE)[..5].to_owned().into(),
    ),
    kind(
        "email_without_at",
        "R5010",
        Info,
        &[col::EMAIL],
        &[],
        |it| it.rng.pick(&["example.com", "10001", "a@b"]).into(),
    ),
    kind(
        "address_as_above",
        "R5011",
        Warning,
        &[col::ADDRESS],
        &[],
        |it| it.rng.pick(&["同上", "本村", "同户籍地址"]).into(),
    ),
    over_rows(
        6,
        &kind(
            "phone_of_the_school",
            "R5008",
            Info,
            &[col::PHONE],
            &[],
            |it| {
                match it.above {
                    Some(above) => above.to_owned(),
                    None => mobile(it),
                }
                .into()
            },
        ),
    ),
    over_rows(
        6,
        &kind(
            "phone_counting_up",
            "R5013",
            Info,
            &[col::PHONE],
            &[],
            |it| {
                match it.above.and_then(|above| above.parse::<u64>().ok()) {
                    Some(above) => (above + 1).to_string(),
                    None => mobile(it),
                }
                .into()
            },
        ),
    ),
    over_rows(
        6,
        &kind(
            "address_filled_down",
            "R5012",
            Info,
            &[col::ADDRESS],
            &[],
            |it| {
                match it.above {
                    Some(above) => above.to_owned(),
                    None => Person::draw_address(it.rng, it.person.home),
                }
                .into()
            },
        ),
    ),
];
