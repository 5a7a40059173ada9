//! Pupils above a header: a sort took the header along, or one list was put above another.
//!
//! Titles, notes and samples stand there too, so only a row that is plainly a pupil counts, by the very
//! columns of the header.

use roster_model::Column;
use roster_standard::AnyColumn;
use roster_standard::header::{Header, find};
use roster_values::date::read_date;
use roster_values::id_number::{IdNumber, read_id};
use roster_values::name::SAMPLE_NAMES;

use crate::header::HeaderColumn;
use crate::header::row_kind::{RowKind, Surroundings, row_kind};
use crate::row::Row;

/// Whether a row has an identity number, or a name with a sex or a date of birth.
pub(crate) fn is_pupil(row: &Row, columns: &[HeaderColumn]) -> bool {
    let text = |column| {
        let named = Some(AnyColumn::Known(column));
        let found = columns.iter().find(|it| it.named() == named);
        found.map_or("", |it| row.text_at(it.position).trim())
    };
    let name = text(Column::Name);
    let is_marked = row.filled().next().is_some_and(|it| is_example(it.text));
    if is_marked || SAMPLE_NAMES.contains(&name) {
        return false;
    }
    if is_number(text(Column::IdNumber)) {
        return true;
    }
    is_name(name)
        && (matches!(text(Column::Sex), "男" | "女")
            || read_date(text(Column::BirthDate)).date().is_some())
}

/// 示例, 例1, （样例）.
fn is_example(text: &str) -> bool {
    let bare = text.trim_start_matches(|it: char| !it.is_alphanumeric());
    ["例", "示例", "样例", "范例", "举例", "填写", "说明"]
        .iter()
        .any(|it| bare.starts_with(it))
}

/// An identity number, or what a spreadsheet has left of one.
pub(crate) fn is_number(text: &str) -> bool {
    matches!(
        read_id(text, false),
        IdNumber::Resident(_) | IdNumber::Damaged
    )
}

/// Letters alone that are no word of a header.
pub(crate) fn is_name(text: &str) -> bool {
    let is_letter = |it: char| it.is_alphabetic() || matches!(it, '·' | ' ');
    !text.is_empty() && text.chars().all(is_letter) && find(text) == Header::Unknown
}

/// Which of the rows above a header are pupils: those from the first that is plainly one, but for lone
/// titles and what is no pupil below a header either.
pub(crate) fn pupils(above: &[Row], columns: &[HeaderColumn], around: &Surroundings) -> Vec<u32> {
    let from_first = above.iter().skip_while(|it| !is_pupil(it, columns));
    let pupils = from_first.filter(|row| {
        is_pupil(row, columns)
            || row.filled().nth(1).is_some() && row_kind(row, around, 1) == RowKind::Pupil
    });
    pupils.map(|it| it.number).collect()
}
