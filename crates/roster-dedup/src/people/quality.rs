//! How well a row is filled in, and what it says otherwise than another row of its pupil.
//!
//! Only for the rows of a class: of several rows the best one stays, and what is lost with another is named.

use roster_model::{Column, Listed, Said};
use roster_values::name::strict_key;
use roster_values::phone::{Phone, read_phone};
use roster_values::text::{half_width, is_placeholder, strip, trim, without_white};

use crate::people::People;
use crate::people::keys::{birth_in_number, sex_in_number, unpack};

/// What a row is worth beside the other rows of its pupil.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Worth {
    /// Cells with something in them that is not wrong, as far as that is cheaply told. What is no more than written
    /// otherwise than it should be is right.
    pub(crate) sound: u32,
    /// How many of those are not as they should be written.
    pub(crate) untidy: u32,
}

/// What a row is worth. An empty cell is no better than a wrong one, nor is one that says 无.
pub(crate) fn worth(people: &People<'_>, person: u32) -> Worth {
    let text = |column| people.text(person, column);
    let is_said = |text: &str| !trim(text).is_empty() && !is_placeholder(text);
    let sheet = people.sheet(people.place(person).0);
    let columns = sheet.columns.iter().filter_map(|it| it.column);
    let mut worth = Worth {
        sound: columns.filter(|it| is_said(text(*it))).count() as u32,
        untidy: 0,
    };
    for column in [Column::Sex, Column::IdType, Column::EthnicGroup] {
        let found = column.info().table.map(|it| it.find(trim(text(column))));
        match found {
            _ if !is_said(text(column)) => {}
            Some(Listed::Doubtful(_) | Listed::Unknown) => worth.sound -= 1,
            Some(Listed::Label(it) | Listed::Code(it) | Listed::Alias(it))
                if column == Column::IdType
                    && it.label != "居民身份证"
                    && people.has_valid_number(person) =>
            {
                worth.sound -= 1;
            }
            Some(Listed::Code(_) | Listed::Alias(_)) => worth.untidy += 1,
            Some(Listed::Label(_)) | None => {}
        }
    }
    for column in Column::PHONES {
        worth.sound -= u32::from(matches!(read_phone(trim(text(column))), Phone::Malformed));
    }
    let birth = text(Column::BirthDate);
    worth.sound -= u32::from(is_said(birth) && people.own_birth(person) == 0);
    let name = text(Column::Name);
    // The blanks of a name in letters belong there.
    let bare = if name.contains(|it: char| it.is_ascii_alphabetic()) {
        without_white(name)
    } else {
        name.into()
    };
    worth.untidy += u32::from(strict_key(name) != bare);
    let number = people.number(person);
    let digits = unpack(number).map(|it| if it == 10 { b'X' } else { b'0' + it });
    worth.untidy += u32::from(number != 0 && people.number_text(person).as_bytes() != digits);
    worth
}

/// The columns in which a row says something that the other one does not.
pub(crate) fn differing(people: &People<'_>, row: u32, other: u32) -> Vec<Column> {
    let sheet = people.sheet(people.place(row).0);
    let columns = sheet.columns.iter().filter_map(|it| it.column);
    let differs = |column: &Column| {
        let same_key = match column {
            Column::Name => people.name(row) == people.name(other),
            Column::IdNumber => {
                people.number(row) != 0 && people.number(row) == people.number(other)
            }
            Column::BirthDate => {
                people.own_birth(row) != 0 && people.own_birth(row) == people.own_birth(other)
            }
            Column::Sex => people.own_sex(row) != 0 && people.own_sex(row) == people.own_sex(other),
            // Where the row stands in its list.
            Column::ClassSerial => true,
            _ => false,
        };
        !same_key
            && says_another(
                *column,
                people.text(row, *column),
                people.text(other, *column),
            )
    };
    columns.filter(differs).collect()
}

fn says_another(column: Column, text: &str, other: &str) -> bool {
    if text == other || trim(text).is_empty() || is_placeholder(text) {
        return false;
    }
    let entry = |text| column.info().table.and_then(|it| it.find(text).entry());
    if let (Some(one), Some(other)) = (entry(text), entry(other)) {
        return one.code != other.code;
    }
    let tidy = |text: &str| without_white(&half_width(&strip(text))).into_owned();
    tidy(text) != tidy(other)
}

/// At most this many columns are named.
const COLUMNS_NAMED_MAX: usize = 6;

/// In which columns a surplus row says something that the row that stays does not.
pub(crate) fn differing_said(columns: &[Column]) -> Said {
    if columns.is_empty() {
        return Said::default();
    }
    let named = || columns.iter().take(COLUMNS_NAMED_MAX).map(|it| it.info());
    let zh: Vec<&str> = named().map(|it| it.zh).collect();
    let en: Vec<&str> = named().map(|it| it.en).collect();
    let (etc, more) = if columns.len() > COLUMNS_NAMED_MAX {
        (format!("等{}项", columns.len()), " and more")
    } else {
        (String::new(), "")
    };
    Said::new(
        format!(
            "与保留的一行不同的有：{}{etc}，删去前先核对哪一个对。",
            zh.join("、")
        ),
        format!(
            "It differs from the row that stays in: {}{more}. See which is right before removing it. ",
            en.join(", ")
        ),
    )
}

/// Which of number, birth date and sex of a row is at odds with the others.
pub(crate) fn at_odds(people: &People<'_>, row: u32) -> Said {
    let number = people.number(row);
    let is = |own: u32, in_number: u32| own != 0 && own != in_number;
    let (birth, sex) = (people.own_birth(row), people.own_sex(row));
    let birth = is(birth, birth_in_number(number));
    let sex = is(sex.into(), sex_in_number(number).into());
    let (zh, en) = match (birth, sex) {
        _ if number == 0 => ("", ""),
        _ if !people.has_valid_number(row) => {
            ("有误的是号码本身。", "The number itself is wrong. ")
        }
        (true, true) => (
            "出生日期和性别都与号码不符。",
            "Birth date and sex are at odds with the number. ",
        ),
        (true, false) => (
            "与号码不符的是出生日期。",
            "It is the birth date that is at odds with the number. ",
        ),
        (false, true) => (
            "与号码不符的是性别。",
            "It is the sex that is at odds with the number. ",
        ),
        (false, false) => ("", ""),
    };
    Said::new(zh, en)
}

/// That a pupil's name is written in several ways.
pub(crate) fn spelt_otherwise() -> Said {
    Said::new(
        "姓名的写法也与另一行不同，以户口簿为准。",
        "The name is written differently too: the household register decides. ",
    )
}
