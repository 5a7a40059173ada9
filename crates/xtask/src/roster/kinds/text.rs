//! Faults of plain text: spaces, marks no one sees, wide forms, blanks.

use crate::roster::columns as col;
use crate::roster::faults::Level::{Error, Info, Warning};
use crate::roster::faults::{Kind, TEXT};
use crate::roster::person::Cell;

use super::kind;
use super::mobile;

pub(super) static KINDS: &[Kind] = &[
    kind("formula_error", "R0012", Error, &[TEXT], &["R5011"], |it| {
        it.rng
            .pick(&["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!"])
            .into()
    }),
    kind(
        "outer_space_name",
        "R0201",
        Warning,
        &[col::NAME],
        &[],
        |it| {
            let clean = it.clean(col::NAME);
            if it.rng.percent(50) {
                format!("{clean}\u{3000}")
            } else {
                format!(" {clean}")
            }
            .into()
        },
    ),
    kind(
        "outer_space_address",
        "R0201",
        Warning,
        &[TEXT],
        &[],
        |it| format!("{}\u{a0}", it.clean(TEXT)).into(),
    ),
    kind(
        "zero_width_name",
        "R0202",
        Warning,
        &[col::NAME],
        &[],
        |it| {
            let clean = it.clean(col::NAME);
            let gap = it.person.surname.len();
            let (a, b) = clean.split_at(gap);
            format!("{a}\u{200b}{b}").into()
        },
    ),
    kind(
        "zero_width_id",
        "R0202",
        Warning,
        &[col::ID_NUMBER],
        &[],
        |it| format!("{}\u{feff}", it.detach_number()).into(),
    ),
    kind("control_char", "R0203", Warning, &[TEXT], &[], |it| {
        let mark = it.rng.pick(&["\u{7}", "\u{81}"]);
        format!("{}{mark}", it.clean(TEXT)).into()
    }),
    kind(
        "fullwidth_id",
        "R0204",
        Warning,
        &[col::ID_NUMBER],
        &[],
        |it| {
            let number = it.detach_number();
            fullwidth(&number)
        },
    ),
    kind(
        "fullwidth_phone",
        "R0204",
        Warning,
        &[col::PHONE],
        &[],
        |it| {
            it.person.phone = mobile(it);
            fullwidth(&it.person.phone)
        },
    ),
    kind(
        "fullwidth_date",
        "R0204",
        Warning,
        &[col::BIRTH_DATE],
        &[],
        |it| fullwidth(&it.clean(col::BIRTH_DATE)),
    ),
    kind("apostrophe", "R0205", Info, &[col::ID_NUMBER], &[], |it| {
        format!("'{}", it.detach_number()).into()
    }),
    kind("text_like_formula", "R0216", Warning, &[TEXT], &[], |it| {
        it.rng
            .pick(&["=HYPERLINK(\"http://example.invalid\")", "@SUM(1)", "＝A1"])
            .into()
    }),
    kind("quoted_text", "R0217", Info, &[TEXT], &[], |it| {
        let (open, close) = it.rng.pick(&[("\"", "\""), ("“", "”")]);
        format!("{open}{}{close}", it.clean(TEXT)).into()
    }),
    kind("kangxi_radical", "R0206", Error, &[col::NAME], &[], |it| {
        let (plain, radical) = it.rng.pick(&KANGXI);
        it.name_ending(plain).replace(plain, radical).into()
    }),
    kind(
        "radical_supplement",
        "R0207",
        Error,
        &[col::NAME],
        &[],
        |it| {
            let (plain, radical) = it.rng.pick(&[('马', "\u{2ee2}"), ('长', "\u{2ed3}")]);
            it.name_ending(plain).replace(plain, radical).into()
        },
    ),
    kind("compatibility", "R0208", Warning, &[col::NAME], &[], |it| {
        let (plain, other) =
            it.rng
                .pick(&[('金', "\u{f90a}"), ('林', "\u{f9f4}"), ('良', "\u{f97c}")]);
        it.name_ending(plain).replace(plain, other).into()
    }),
    kind("code_of_web_pages", "R0211", Warning, &[TEXT], &[], |it| {
        let remnant = it.rng.pick(&["&nbsp;", "<br>2单元", "&#183;"]);
        format!("{}{remnant}", it.clean(TEXT)).into()
    }),
    kind(
        "variation_selector",
        "R0212",
        Warning,
        &[col::NAME],
        &[],
        |it| {
            let name = it.name_ending('葛');
            name.replace('葛', "葛\u{e0100}").into()
        },
    ),
    kind(
        "address_too_long",
        "R0213",
        Warning,
        &[col::MAILING_ADDRESS],
        &[],
        |it| it.clean(col::MAILING_ADDRESS).repeat(9).into(),
    ),
    kind("character_lost", "R0214", Error, &[col::NAME], &[], |it| {
        let name = it.name_ending('文');
        name.replace('文', it.rng.pick(&["?", "？", "□", "〓"]))
            .into()
    }),
    kind("private_use", "R0209", Error, &[col::NAME], &[], |it| {
        let name = it.name_ending('文');
        name.replace('文', it.rng.pick(&["\u{e123}", "\u{e1a7}", "\u{e2c4}"]))
            .into()
    }),
    kind(
        "placeholder",
        "R0210",
        Warning,
        &[col::FORMER_NAME],
        &[],
        |it| it.rng.pick(&["无", "/", "-", "NULL", "暂无"]).into(),
    ),
    // Where a value is required, a placeholder is no value, and leaving it blank no advice.
    kind(
        "placeholder_required",
        "R0215",
        Error,
        &[col::NATIVE_PLACE],
        &["R0210"],
        |it| it.rng.pick(&["无", "/", "-", "NULL", "暂无"]).into(),
    ),
    kind("empty_health", "R0215", Error, &[col::HEALTH], &[], |_| {
        "".into()
    }),
    kind(
        "empty_native_place",
        "R0215",
        Error,
        &[col::NATIVE_PLACE],
        &[],
        |_| "".into(),
    ),
    kind(
        "empty_hukou_type",
        "R0215",
        Error,
        &[col::HUKOU_TYPE],
        &[],
        |_| "".into(),
    ),
    kind(
        "empty_boarding",
        "R0215",
        Error,
        &[col::BOARDING],
        &[],
        |_| "".into(),
    ),
    kind(
        "empty_enrolment_method",
        "R0215",
        Error,
        &[col::ENROLMENT_METHOD],
        &[],
        |_| "".into(),
    ),
    kind(
        "empty_address",
        "R0215",
        Error,
        &[col::ADDRESS],
        &[],
        |_| "".into(),
    ),
    kind(
        "empty_nationality",
        "R0215",
        Error,
        &[col::NATIONALITY],
        &["R4008"],
        |_| "".into(),
    ),
];

/// Characters of names and the Kangxi radicals that look like them.
const KANGXI: [(char, &str); 10] = [
    ('文', "⽂"),
    ('方', "⽅"),
    ('立', "⽴"),
    ('玉', "⽟"),
    ('金', "⾦"),
    ('山', "⼭"),
    ('水', "⽔"),
    ('羽', "⽻"),
    ('竹', "⽵"),
    ('田', "⽥"),
];

fn fullwidth(text: &str) -> Cell {
    let widen = |it: char| match it {
        '!'..='~' => char::from_u32(it as u32 + 0xFEE0).unwrap_or(it),
        _ => it,
    };
    text.chars().map(widen).collect::<String>().into()
}
