//! Lists that stand beside another on one sheet: the pupils of the right ones are not read.

use roster_model::{Column, SheetColumn};

use crate::Roster;

/// Whether lists stand to the right of the one that is read, with pupils of their own.
pub(crate) fn has_lists_beside(roster: &Roster) -> bool {
    let is_list = |it: &SheetColumn| it.repeats == Some(Column::Name) && pupils_of(roster, it) > 0;
    !roster.sheet.beside.is_empty()
        || has_equal_blocks(roster) && roster.sheet.columns.iter().any(is_list)
}

/// The pupils that a column of names beside the first one has; none where it mostly says the same.
pub(crate) fn pupils_of(roster: &Roster, names: &SheetColumn) -> u64 {
    let text = |row| text_of(names, row);
    let rows = (0..roster.sheet.row_count()).filter(|row| !text(*row).is_empty());
    let other = rows
        .clone()
        .filter(|row| text(*row) != roster.text(Column::Name, *row).trim());
    let below = roster.sheet.beside.iter();
    let below = below.filter(|it| **it == names.position).count();
    let (all, other) = (rows.count() + below, other.count() + below);
    if other * 2 > all { all as u64 } else { 0 }
}

/// What a column has in a row.
pub(crate) fn text_of(column: &SheetColumn, row: u32) -> &str {
    column.cells.text(column.cells.value(row)).trim()
}

/// Whether the known columns are one block of them, with the name in it, that stands there again and
/// again.
fn has_equal_blocks(roster: &Roster) -> bool {
    let columns = roster.sheet.columns.iter();
    let known: Vec<Column> = columns.filter_map(|it| it.column.or(it.repeats)).collect();
    let length = known.iter().skip(1).position(|it| *it == known[0]);
    length.is_some_and(|it| {
        let block = &known[..=it];
        block.contains(&Column::Name) && known.chunks(it + 1).all(|other| other == block)
    })
}
