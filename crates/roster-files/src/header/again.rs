//! Rows below a header that are a header: the same once more, or another one.
//!
//! Lists of several classes are put one below the other, each with its header. Where the columns of one
//! differ, nothing below it may be read under the columns of the first.

use roster_standard::header::{Header, find, find_in_group};

use crate::header::alone;
use crate::header::row_kind::Surroundings;
use crate::header::somebody::has_name;
use crate::row::{Row, RowCell};

/// What a row with words of a header is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Again {
    Same,
    Other,
}

/// What no pupil has.
const OFFICES: [&str; 5] = ["职务", "职称", "学科", "任教学科", "科目"];
/// Rows of pupils are told by their first cells; only the others are looked at in full.
const CELLS_FIRST: usize = 4;

/// Whether a row below a header is one. A row of pupils that somebody took for the header has much in common
/// with the others.
pub(crate) fn header_again(row: &Row, around: &Surroundings) -> Option<Again> {
    if around.is_doubtful {
        return None;
    }
    let first = || row.filled().take(CELLS_FIRST);
    if !first().any(|it| around.is_header_word(it.text.trim())) {
        return None;
    }
    let meanings = row.filled().map(|it| find(it.text));
    let mut named = meanings.clone();
    let names_a_pupil =
        named.any(|it| matches!(it, Header::Column(column) if column.names_a_pupil()));
    let is_word = |it: &RowCell<'_>| {
        around.is_header_word(it.text.trim())
            || find_in_group(1, it.text) != Header::Unknown
            || find(it.text) != Header::Unknown
    };
    let (words, count) = (row.filled().filter(is_word).count(), row.filled().count());
    // A name is enough for a pupil: most of another header has to be words, which no pupil has.
    let is_header = names_a_pupil && words >= 2 && words * 2 > count;
    if is_header && (is_of_others(row, around) || !differing(row, around).is_empty()) {
        return Some(Again::Other);
    }
    let is_same = first().any(|it| is_in_place(&it, around));
    // Below 孤儿 and 留守儿童 a pupil has a tick or these very words, and a name.
    let is_half = words >= 2 && words * 2 >= count && (names_a_pupil || !has_name(row, around));
    if is_same && is_half && names_a_pupil && replaces_many(row, around) {
        return Some(Again::Other);
    }
    (is_header || is_same && is_half).then_some(Again::Same)
}

/// Whether a row says in English what the header says: none of its cells has anything but Latin letters, as
/// hardly a pupil's, and two of them head the column that they stand in.
pub(crate) fn translates(row: &Row, around: &Surroundings) -> bool {
    let is_same = |cell: &RowCell<'_>| {
        let mut columns = around.columns.iter();
        let here = columns.find(|it| it.position == cell.position);
        let Some(Header::Column(column)) = here.map(|it| it.meaning) else {
            return false;
        };
        let meaning = match column.member() {
            Some(group) => find_in_group(group, cell.text),
            None => find(cell.text),
        };
        meaning == Header::Column(column)
    };
    is_in_latin(row) && row.filled().filter(is_same).nth(1).is_some()
}

/// Whether every cell of a row begins with a Latin letter and has no character of another script.
pub(crate) fn is_in_latin(row: &Row) -> bool {
    let is_latin = |text: &str| {
        text.starts_with(|it: char| it.is_ascii_alphabetic())
            && text.chars().all(|it| it.is_ascii() || it == '’')
    };
    row.filled().all(|it| is_latin(it.text.trim()))
}

/// Whether the header says there what the cell says.
fn is_in_place(cell: &RowCell<'_>, around: &Surroundings) -> bool {
    let mut rows = around.header.iter();
    rows.any(|it| it.text_at(cell.position).trim() == cell.text.trim())
}

/// Whether the cell has a word that nobody knows where the header has one that is known, and quite another.
fn replaces(cell: &RowCell<'_>, around: &Surroundings) -> bool {
    let mut columns = around.columns.iter();
    let here = columns.find(|it| it.position == cell.position && it.named().is_some());
    let is_other = |header: &str| !cell.text.trim().contains(|it| header.contains(it));
    here.is_some_and(|it| is_other(&it.text)) && find(cell.text) == Header::Unknown
}

/// Whether a list of something else begins, as one of teachers does: 职务 and 学科 in place of 民族 and 班级.
fn replaces_many(row: &Row, around: &Surroundings) -> bool {
    row.filled()
        .filter(|it| replaces(it, around))
        .nth(1)
        .is_some()
}

/// Whether a header is of parents, teachers or others with an office, and of few columns: that a list of pupils goes
/// on below it, nobody would think.
pub(crate) fn is_of_others(row: &Row, around: &Surroundings) -> bool {
    let is_office = |text: &str| OFFICES.contains(&text) && !around.is_header_word(text);
    row.filled().any(|it| is_office(it.text.trim()))
        && row.filled().count() * 2 <= around.columns.len()
}

/// The cells of a header that call a column what the header of the sheet does not call it. A word that
/// nobody knows differs only where the header has it elsewhere, or several stand in place of known ones.
pub(crate) fn differing(row: &Row, around: &Surroundings) -> Vec<(u16, String)> {
    let replaces_many = replaces_many(row, around);
    let differs = |cell: &RowCell<'_>| {
        if is_in_place(cell, around) {
            return false;
        }
        let mut columns = around.columns.iter();
        let here = columns.find(|it| it.position == cell.position);
        let meant = here.map_or(Header::Unknown, |it| it.meaning);
        // A word of the second level stands below that of a family member.
        let member = match meant {
            Header::Column(column) => column.member(),
            _ => None,
        };
        let in_group = member.map(|it| find_in_group(it, cell.text));
        match find(cell.text) {
            Header::Unknown => {
                around.is_header_word(cell.text.trim()) || replaces_many && replaces(cell, around)
            }
            Header::Ignored => here.is_some_and(|it| it.named().is_some()),
            Header::Group(group) if member == Some(group) => false,
            _ => alone(cell.text) != meant && in_group != Some(meant),
        }
    };
    let cells = row.filled().filter(differs);
    cells
        .map(|it| (it.position, it.text.trim().to_owned()))
        .collect()
}
