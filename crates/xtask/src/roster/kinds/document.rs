//! Faults of the document: kind and number.

use crate::roster::columns as col;
use crate::roster::faults::Level::{Error, Info, Warning};
use crate::roster::faults::{Kind, Maker, Told};
use crate::roster::number::{check, replaced, resident, with_check};
use crate::roster::person::Cell;

use super::{kind, one_digit, over_rows};

pub(super) static KINDS: &[Kind] = &[
    kind(
        "id_too_short",
        "R1001",
        Error,
        &[col::ID_NUMBER],
        &[],
        |it| {
            let number = it.detach_number_ending('4');
            let at = it.rng.below(6) + 10;
            replaced(&number, at, "").into()
        },
    ),
    kind(
        "id_too_long",
        "R1001",
        Error,
        &[col::ID_NUMBER],
        &[],
        |it| {
            let number = it.detach_number_ending('4');
            format!("{number}{}", it.rng.between(1, 9)).into()
        },
    ),
    kind(
        "id_illegal_char",
        "R1002",
        Error,
        &[col::ID_NUMBER],
        &[],
        |it| {
            let number = it.detach_number();
            let at = it.rng.below(3) + 14;
            replaced(&number, at, it.rng.pick(&["H", "K", "?", "#"])).into()
        },
    ),
    kind(
        "id_with_a_remark",
        "R1002",
        Error,
        &[col::ID_NUMBER],
        &[],
        |it| {
            let number = it.detach_number();
            let remark = it.rng.pick(&["（母）", "（本人）", "号", "待核"]);
            format!("{number}{remark}").into()
        },
    ),
    kind("id_masked", "R0218", Error, &[col::ID_NUMBER], &[], |it| {
        let number = it.detach_number();
        format!("{}********{}", &number[..6], &number[14..]).into()
    }),
    kind(
        "id_with_strokes",
        "R1002",
        Error,
        &[col::ID_NUMBER],
        &[],
        |it| {
            let number = it.detach_number();
            let stroke = it.rng.pick(&["-", "/", "."]);
            [&number[..6], &number[6..14], &number[14..]]
                .join(stroke)
                .into()
        },
    ),
    kind(
        "id_check_digit",
        "R1003",
        Error,
        &[col::ID_NUMBER],
        &[],
        |it| {
            let number = it.detach_number_ending('7');
            let last = it.rng.pick(&["1", "2", "3", "4", "5", "6", "8", "9"]);
            replaced(&number, 17, last).into()
        },
    ),
    kind(
        "id_transposed",
        "R1003",
        Error,
        &[col::ID_NUMBER],
        &[],
        transposed,
    ),
    kind(
        "id_one_digit",
        "R1003",
        Error,
        &[col::ID_NUMBER],
        &[],
        |it| {
            let number = it.detach_number();
            one_digit(&number, 14)
        },
    ),
    kind(
        "id_date_impossible",
        "R1004",
        Error,
        &[col::ID_NUMBER, col::BIRTH_DATE],
        &["R1005"],
        |it| {
            let number = it.detach_number();
            let date = it.rng.pick(&["1301", "0230", "0431", "0732", "0015"]);
            with_check(&format!("{}{date}{}", &number[..10], &number[14..17])).into()
        },
    ),
    kind(
        "birth_differs",
        "R1005",
        Error,
        &[col::BIRTH_DATE, col::ID_NUMBER],
        &[],
        |it| {
            let (year, month, day) = it.birth_parts();
            it.detach_number();
            let other = if day > 9 {
                day - it.rng.between(1, 9)
            } else {
                day + it.rng.between(1, 9)
            };
            format!("{year}{month:02}{other:02}").into()
        },
    ),
    kind(
        "sex_differs",
        "R1006",
        Error,
        &[col::SEX, col::ID_NUMBER],
        &[],
        |it| if it.person.male { "女" } else { "男" }.into(),
    ),
    kind(
        "id_lowercase_x",
        "R1007",
        Info,
        &[col::ID_NUMBER],
        &[],
        |it| it.detach_number_ending('X').replace('X', "x").into(),
    ),
    kind(
        "id_lookalike_x",
        "R1008",
        Warning,
        &[col::ID_NUMBER],
        &[],
        |it| {
            let number = it.detach_number_ending('X');
            number
                .replace('X', it.rng.pick(&["×", "Х", "Χ", "Ⅹ"]))
                .into()
        },
    ),
    kind(
        "id_lookalike_digit",
        "R1009",
        Warning,
        &[col::ID_NUMBER],
        &[],
        |it| {
            let number = it.detach_number();
            lookalike(it, &number)
        },
    ),
    kind(
        "id_as_number",
        "R1010",
        Error,
        &[col::ID_NUMBER],
        &[],
        |it| {
            let number = it.detach_number_ending('5');
            as_number(&number)
        },
    ),
    kind(
        "id_exponent_text",
        "R1010",
        Error,
        &[col::ID_NUMBER],
        &[],
        |it| {
            let number = it.detach_number_ending('5');
            exponent(&number).into()
        },
    ),
    kind(
        "id_ends_000",
        "R1010",
        Error,
        &[col::ID_NUMBER],
        &[],
        |it| {
            let number = it.detach_number_ending('5');
            zero_tail(&number)
        },
    ),
    kind(
        "id_15_digits",
        "R1012",
        Error,
        &[col::ID_NUMBER],
        &["R1005", "R1001"],
        |it| {
            let number = it.detach_number();
            format!("{}{}", &number[..6], &number[8..17]).into()
        },
    ),
    kind(
        "id_unknown_province",
        "R1014",
        Error,
        &[col::ID_NUMBER],
        &["R1015"],
        |it| {
            let number = it.detach_number();
            let two = it.rng.pick(&["16", "27", "38", "48", "58", "67", "75"]);
            with_check(&format!("{two}{}", &number[2..17])).into()
        },
    ),
    kind(
        "id_unknown_region",
        "R1015",
        Warning,
        &[col::ID_NUMBER],
        &[],
        |it| {
            let number = it.detach_number();
            let six = it
                .rng
                .pick(&["119898", "339898", "449898", "379898", "519898", "429898"]);
            with_check(&format!("{six}{}", &number[6..17])).into()
        },
    ),
    kind(
        "id_type_empty",
        "R1017",
        Error,
        &[col::ID_TYPE, col::ID_NUMBER],
        &["R0215"],
        |_| "".into(),
    ),
    kind(
        "residence_permit_as_resident",
        "R1018",
        Warning,
        &[col::ID_TYPE, col::ID_NUMBER],
        &["R4008", "R1014", "R1015"],
        |it| {
            let person = &it.person;
            let number = resident(it.rng, 810_000, person.birth, person.male);
            it.set_document("香港特区护照/身份证明", number, "香港同胞");
            "居民身份证".into()
        },
    ),
    kind(
        "travel_permit_as_resident",
        "R1018",
        Error,
        &[col::ID_TYPE, col::ID_NUMBER],
        &["R4008", "R1001", "R1002"],
        |it| {
            let number = format!("H{:08}", it.rng.between(10_000_000, 99_999_999));
            it.set_document("香港特区护照/身份证明", number, "香港同胞");
            "居民身份证".into()
        },
    ),
    kind(
        "foreigner_card_as_resident",
        "R1018",
        Warning,
        &[col::ID_TYPE, col::ID_NUMBER],
        &["R4008", "R1014", "R1015"],
        |it| {
            let head = format!(
                "911840{}{:03}",
                it.person.birth,
                20 + u32::from(it.person.male)
            );
            it.set_document("境外永久居住证", with_check(&head), "外国人");
            it.person.nationality = "美国";
            "居民身份证".into()
        },
    ),
    // One column slipped by a row, so that every number is that of the pupil above.
    Kind {
        guard: 3,
        told: Told::Block,
        ..over_rows(
            8,
            &kind(
                "id_column_slipped",
                "R1030",
                Error,
                &[col::ID_NUMBER, col::BIRTH_DATE],
                // At an end of the range two pupils may have one birth date, and fit by chance.
                &["R8003"],
                |it| it.block[(it.turn + 7) % 8].clone().into(),
            ),
        )
    },
    kind(
        "id_missing",
        "R1026",
        Error,
        &[col::ID_NUMBER, col::ID_TYPE],
        &["R0215"],
        |it| {
            it.detach_number();
            "".into()
        },
    ),
];

/// One number of a damaged column that does not pass the check any more; they are told together.
pub(in crate::roster) static NUMBER_DAMAGED: Kind = Kind {
    told: Told::File,
    ..damaged("id_of_damaged_column", "R1010")
};
/// The column as a whole, and any number of it that still passes the check.
pub(in crate::roster) static COLUMN_DAMAGED: Kind = Kind {
    told: Told::File,
    ..damaged("id_column_damaged", "R1011")
};

/// A fault of all pupils, which `damage` makes.
const fn damaged(name: &'static str, rule: &'static str) -> Kind {
    kind(name, rule, Error, &[col::ID_NUMBER], &[], |it| {
        zero_tail(&it.clean(col::ID_NUMBER))
    })
}

/// Two unequal neighbours among the digits of day and sequence change places.
fn transposed(it: &mut Maker<'_>) -> Cell {
    let number = it.detach_number_ending('5');
    let bytes = number.as_bytes();
    // The seventeenth digit tells the sex and stays where it is; the birth date stays too.
    if bytes[14] == bytes[15] {
        return one_digit(&number, 14);
    }
    let (a, b) = (&number[14..15], &number[15..16]);
    format!("{}{b}{a}{}", &number[..14], &number[16..]).into()
}

/// One digit becomes a letter that looks like it.
fn lookalike(it: &mut Maker<'_>, number: &str) -> Cell {
    let letters = [
        ('0', "O"),
        ('1', "l"),
        ('2', "Z"),
        ('5', "S"),
        ('8', "B"),
        ('0', "o"),
    ];
    let (digit, letter) = it.rng.pick(&letters);
    // Every number has a zero in its date of birth.
    let found = number[..17].find(digit).map(|at| (at, letter));
    let (at, letter) = found.unwrap_or_else(|| (number.find('0').unwrap_or(8), "O"));
    replaced(number, at, letter).into()
}

/// What a spreadsheet keeps of eighteen digits: fifteen.
fn as_number(number: &str) -> Cell {
    let kept: f64 = number[..15].parse().unwrap_or_default();
    Cell::Number(kept * 1000.0, exponent(number))
}

fn exponent(number: &str) -> String {
    format!("{}.{}E+17", &number[..1], &number[1..6])
}

/// Eighteen digits as text, the last three lost; the sequence keeps the check from passing.
fn zero_tail(number: &str) -> Cell {
    let head = format!("{}00", &number[..15]);
    if check(&head) == '0' {
        let other = one_digit(&head, 14);
        return format!("{}0", other.shown()).into();
    }
    format!("{head}0").into()
}
