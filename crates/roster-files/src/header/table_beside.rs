//! Little tables to the right of a list, behind an empty column: how many there are of each class, who is the
//! monitor. They end after a few rows, and their words head no column of the pupils.

use roster_model::{Column, Sheet, SheetColumn};
use roster_values::text::is_blank;

/// In a shorter list such a table might be of all pupils.
const PUPILS_MIN: u32 = 6;
/// A longer one is a list.
const ROWS_MAX: u32 = 40;

/// Takes from the columns of such tables what they would mean in the list.
pub(crate) fn set_apart(sheet: &mut Sheet) {
    let pupils = sheet.row_count();
    let columns = &sheet.columns;
    let is_gap = |at: &usize| columns[*at].position > columns[*at - 1].position + 1;
    let gaps: Vec<usize> = (1..columns.len()).filter(is_gap).collect();
    let mut tables = Vec::new();
    for (index, &start) in gaps.iter().enumerate() {
        let end = gaps.get(index + 1).copied().unwrap_or(columns.len());
        let (list, table) = (&columns[..start], &columns[start..end]);
        if pupils >= PUPILS_MIN && table.len() > 1 && is_little(list, table, pupils) {
            tables.push(start..end);
        }
    }
    for table in tables {
        for column in &mut sheet.columns[table] {
            (column.column, column.repeats) = (None, None);
        }
    }
}

fn text(column: &SheetColumn, row: u32) -> &str {
    column.cells.text(column.cells.value(row)).trim()
}

/// Whether a table has something in each of its first rows and nothing below, at least beside half of the pupils;
/// and nobody in it is not in the list.
fn is_little(list: &[SheetColumn], table: &[SheetColumn], pupils: u32) -> bool {
    let means = |it: &SheetColumn| it.column.or(it.repeats);
    let is_filled = |row: &u32| table.iter().any(|it| !is_blank(text(it, *row)));
    // One more is enough to know that it is a list.
    let rows = (0..pupils.min(ROWS_MAX + 1)).take_while(is_filled).count() as u32;
    let names = list.iter().find(|it| it.column == Some(Column::Name));
    let is_of_list = |it: &SheetColumn| match (means(it), names) {
        (Some(Column::IdNumber | Column::StudentNumber), _) | (Some(Column::Name), None) => false,
        (Some(Column::Name), Some(names)) => (0..rows).all(|row| {
            let name = text(it, row);
            (0..pupils).any(|other| text(names, other) == name)
        }),
        _ => true,
    };
    (1..=ROWS_MAX).contains(&rows)
        && rows * 2 <= pupils
        && !(rows..pupils).any(|row| is_filled(&row))
        && names.is_some()
        && table.iter().all(is_of_list)
}
