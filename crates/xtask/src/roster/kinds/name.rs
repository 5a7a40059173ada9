//! Faults of names that are not plain mistypings: dots, letters, scripts, rare characters.

use crate::roster::columns as col;
use crate::roster::faults::Kind;
use crate::roster::faults::Level::{Error, Info, Warning};
use crate::roster::names;

use super::kind;

pub(super) static KINDS: &[Kind] = &[
    kind(
        "name_dot_at_end",
        "R2003",
        Warning,
        &[col::NAME],
        &[],
        |it| {
            it.person.name = names::dotted(it.rng, it.person.male);
            it.person.ethnic_group = "维吾尔族";
            let name = &it.person.name;
            match it.rng.below(3) {
                0 => format!("{name}·"),
                1 => format!("·{name}"),
                _ => name.replace('·', "··"),
            }
            .into()
        },
    ),
    kind(
        "name_dot_lost",
        "R2004",
        Info,
        &[col::NAME, col::ETHNIC_GROUP],
        &[],
        |it| {
            it.person.name = names::dotted(it.rng, it.person.male);
            it.person.ethnic_group = "维吾尔族";
            it.person.name.replace('·', "").into()
        },
    ),
    kind(
        "name_in_pinyin",
        "R2006",
        Warning,
        &[col::NAME, col::NATIONALITY],
        &[],
        |it| {
            let name = it.name_ending('文');
            name.replace('文', it.rng.pick(&["yan", "YAN", "ｙａｎ", "A"]))
                .into()
        },
    ),
    kind(
        "name_of_one_character",
        "R2007",
        Warning,
        &[col::NAME],
        &[],
        |it| it.rng.pick(&["王", "李", "赵", "孙", "周", "吴"]).into(),
    ),
    kind(
        "name_traditional",
        "R2008",
        Info,
        &[col::NAME],
        &["R7003"],
        |it| {
            let name = it.name_ending('国');
            name.replace('国', it.rng.pick(&["國", "偉", "華", "軍"]))
                .into()
        },
    ),
    kind("name_astral", "R2010", Info, &[col::NAME], &[], |it| {
        let rare = it.rng.pick(&['𠮷', '𬭚', '𣲗']);
        let name = it.name_ending('吉');
        name.replace('吉', &rare.to_string()).into()
    }),
    kind(
        "former_name_is_the_name",
        "R2011",
        Warning,
        &[col::FORMER_NAME, col::NAME],
        &[],
        |it| it.person.name.clone().into(),
    ),
    kind(
        "name_private_use_known",
        "R2012",
        Error,
        &[col::NAME],
        &[],
        |it| {
            let name = it.name_ending('文');
            let known = it.rng.pick(&["\u{e863}", "\u{e856}", "\u{e862}"]);
            name.replace('文', known).into()
        },
    ),
    kind(
        "name_in_pinyin_too",
        "R2014",
        Info,
        &[col::NAME_PINYIN],
        &[],
        |it| {
            it.rng
                .pick(&["Wang Xiaoming", "lixiaohong", "ZHANG HUA"])
                .into()
        },
    ),
    kind("name_is_a_date", "R2013", Error, &[col::NAME], &[], |it| {
        it.person.birth.to_string().into()
    }),
];
