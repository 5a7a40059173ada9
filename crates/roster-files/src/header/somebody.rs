//! Rows with somebody in them, whatever else their cells say.
//!
//! A word in the first cell makes no note of a row that has the number of a person, or a name with a sex or a
//! telephone: somebody would be told to delete a pupil.

use roster_model::Column;
use roster_standard::Kind;
use roster_standard::header::{Header, find};
use roster_values::text::without_white;

use crate::header::HeaderColumn;
use crate::header::above::is_number;
use crate::header::nobody::could_be_name;
use crate::header::notes::{is_label, may_be_pupils};
use crate::header::row_kind::{Surroundings, is_serial};
use crate::row::{Row, RowCell};

/// Whether a row has what no note has. Who signs a list has a name and a telephone, too.
pub(crate) fn is_somebody(row: &Row, around: &Surroundings) -> bool {
    let Some(first) = row.filled().next() else {
        return false;
    };
    let text = without_white(first.text);
    let is_signed = around.is_before_pupil(first.position) && is_label(&text);
    let may_sign = is_signed && !may_be_pupils(&text, around.name == Some(first.position));
    let is_named = is_named(row, around, &[]);
    around.columns.iter().any(|it| {
        let Header::Column(column) = it.meaning else {
            return false;
        };
        let text = row.text_at(it.position).rsplit([':', '：']).next();
        let text = text.unwrap_or("").trim();
        match column {
            Column::IdNumber => is_number(text),
            Column::Sex => is_named && matches!(text, "男" | "女"),
            _ => is_named && !may_sign && column.info().kind == Kind::Phone && is_mobile(text),
        }
    })
}

fn is_mobile(text: &str) -> bool {
    text.len() == 11 && text.starts_with('1') && text.bytes().all(|it| it.is_ascii_digit())
}

/// Whether there is something below 姓名 that is no word of a header.
pub(crate) fn has_name(row: &Row, around: &Surroundings) -> bool {
    let text = around.name.map_or("", |it| row.text_at(it).trim());
    !text.is_empty() && !around.is_header_word(text) && find(text) == Header::Unknown
}

/// Whether somebody's name may stand below 姓名, perhaps with a colon or with the word once more.
pub(crate) fn is_named(row: &Row, around: &Surroundings, samples: &[&str]) -> bool {
    const COLONS: [char; 2] = [':', '：'];
    let text = around.name.map_or("", |it| row.text_at(it).trim());
    let text = text
        .strip_prefix("姓名")
        .unwrap_or(text)
        .trim_matches(COLONS);
    !text.contains(|it: char| it.is_ascii_digit())
        && find(text) == Header::Unknown
        && !around.is_header_word(text)
        && could_be_name(text)
        && !samples.contains(&text)
}

/// Whether the class of a pupil without a name is followed by numbers that their columns have: the number in the
/// class, a date.
pub(crate) fn has_own_numbers(row: &Row, around: &Surroundings) -> bool {
    let of_class = |it: &HeaderColumn| {
        let of_class = [Column::ClassName, Column::ClassCode, Column::Grade];
        matches!(it.meaning, Header::Column(it) if of_class.contains(&it))
    };
    let column = |it: &RowCell<'_>| around.column_at(it.position);
    let mut cells = row.filled();
    cells.next().as_ref().and_then(column).is_some_and(of_class)
        && cells.all(|cell| {
            let is_own = |it: &HeaderColumn| match it.meaning {
                Header::Ignored | Header::Column(Column::ClassSerial) => true,
                Header::Column(it) => {
                    use Kind::{Code, Name, Text, YesNo};
                    !matches!(it.info().kind, Name | Text | Code | YesNo)
                }
                _ => false,
            };
            let column = column(&cell);
            column.is_some_and(of_class) || is_serial(cell.text) && column.is_some_and(is_own)
        })
}
