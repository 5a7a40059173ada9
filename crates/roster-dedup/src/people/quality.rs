//! How well a row is filled in, and what it says otherwise than another row of its pupil.
//!
//! Only for the rows of a class: of several rows the best one stays, and what is lost with another is named.

use roster_model::Said;
use roster_standard::{Column, Listed};
use roster_values::name::strict_key;
use roster_values::phone::{Phone, read_phone};
use roster_values::text::{half_width, is_placeholder, strip, trim, without_white};

use crate::people::People;
use crate::people::keys::unpack;

/// How many cells of a row are wrong, or not as they should be written, of those that are cheaply told.
pub(crate) fn faults(people: &People<'_>, person: u32) -> u32 {
    let text = |column| trim(people.text(person, column));
    let mut faults = 0;
    let mut add = |is_fault: bool| faults += u32::from(is_fault);
    for column in [Column::Sex, Column::IdType, Column::EthnicGroup] {
        let found = column.info().table.map(|it| it.find(text(column)));
        let is_label = matches!(found, Some(Listed::Label(_)));
        add(!text(column).is_empty() && !is_label);
    }
    for column in [Column::Phone, Column::Member1Phone, Column::Member2Phone] {
        add(matches!(read_phone(text(column)), Phone::Malformed));
    }
    add(!text(Column::BirthDate).is_empty() && people.own_birth(person) == 0);
    add(strict_key(people.text(person, Column::Name)) != people.text(person, Column::Name));
    let number = people.number(person);
    let digits = unpack(number).map(|it| if it == 10 { b'X' } else { b'0' + it });
    add(number != 0 && people.number_text(person).as_bytes() != digits);
    let resident = Column::IdType
        .info()
        .table
        .and_then(|it| it.find(text(Column::IdType)).entry());
    add(people.has_valid_number(person) && resident.is_some_and(|it| it.label != "居民身份证"));
    faults
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

/// That a pupil's name is written in several ways.
pub(crate) fn spelt_otherwise() -> Said {
    Said::new(
        "姓名的写法也与另一行不同，以户口簿为准。",
        "The name is written differently too: the household register decides. ",
    )
}
