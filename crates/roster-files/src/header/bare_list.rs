//! Lists of names beside rosters.
//!
//! A sheet of names and nothing else is checked like any roster, and so is one with little else that is
//! known. Where another sheet of the file has a
//! fuller header, it is more likely a list of teachers or of choices: then it is left alone, which is
//! told like of any sheet without a header. So is a sheet that says of nobody who it is: the lists that
//! the drop-downs of a template choose from have the headers of its columns.

use roster_model::{Column, Sheet, SheetColumn};
use roster_standard::AnyColumn;

use crate::{OtherRows, ReadOptions};

/// What a person is known by.
const OF_SOMEBODY: [Column; 5] = [
    Column::Name,
    Column::IdNumber,
    Column::StudentNumber,
    Column::AuxiliaryNumber,
    Column::BirthDate,
];

/// In at most this many columns two that are known make a roster.
const COLUMNS_MAX: usize = 4;

/// Leaves such lists alone, unless the person has said which row is their header.
pub(crate) fn leave(sheets: &mut [Sheet], options: &ReadOptions) {
    let column = |it: &SheetColumn| {
        let own = options.own_headers.find(&it.header);
        own.or(it.column.map(AnyColumn::Known))
    };
    let known = |it: &Sheet| it.columns.iter().filter_map(column).count();
    let is_of_somebody =
        |it: AnyColumn| matches!(it, AnyColumn::Known(it) if OF_SOMEBODY.contains(&it));
    let is_bare = |it: &Sheet| {
        if !it.columns.iter().filter_map(column).any(is_of_somebody) {
            return true;
        }
        let headed = it.columns.iter().filter(|it| !it.header.is_empty());
        let is_wide = headed.count() > COLUMNS_MAX && it.index_of(Column::IdNumber).is_none();
        known(it) <= if is_wide { 2 } else { 1 }
    };
    let has_roster = sheets.iter().any(|it| it.has_header() && !is_bare(it));
    // A caller that asks for the other rows writes all of them down again, whatever they are.
    if !has_roster || options.other_rows == OtherRows::Kept {
        return;
    }
    for sheet in sheets {
        let is_chosen = options.header_row(&sheet.name).is_some();
        if sheet.has_header() && is_bare(sheet) && !is_chosen {
            let whole = std::mem::take(sheet);
            *sheet = Sheet {
                file: whole.file,
                name: whole.name,
                visibility: whole.visibility,
                filled_rows: whole.filled_rows,
                head: whole.head,
                merged: whole.merged,
                hidden_rows: whole.hidden_rows,
                hidden_columns: whole.hidden_columns,
                is_filtered: whole.is_filtered,
                ..Sheet::default()
            };
        }
    }
}
