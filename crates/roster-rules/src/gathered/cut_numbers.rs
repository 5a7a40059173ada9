//! A column of identity numbers that a spreadsheet took for quantities: too many of them end in 000.
//!
//! One such number by itself may be right; that is not for this module to say.

use roster_model::{Column, RowSet};
use roster_values::text::{is_blank, tidy_code};

use crate::Roster;

/// At least this many numbers are damaged, and at least one in this many of those that are filled in.
const DAMAGED_MIN: u64 = 2;
const DAMAGED_ONE_IN: u64 = 5;

/// The columns that have such numbers.
pub(crate) const COLUMNS: [Column; 3] = [
    Column::IdNumber,
    Column::Member1IdNumber,
    Column::Member2IdNumber,
];

/// The numbers of a damaged column that end in 000.
pub(crate) struct CutNumbers {
    /// Index of the column.
    pub(crate) index: usize,
    /// Where they stand.
    pub(crate) rows: RowSet,
    /// How many cells of the column are filled.
    pub(crate) filled: u64,
}

impl CutNumbers {
    /// The cut numbers of a column, if it is damaged.
    pub(crate) fn of(roster: &Roster, column: Column) -> Option<Self> {
        let index = roster.index_of(column)?;
        let cells = &roster.sheet.columns[index].cells;
        let mut is_cut = Vec::new();
        let mut is_filled = Vec::new();
        for value in cells.values() {
            let text = cells.text(value);
            let has_zeros = text.contains("000") || text.contains("０００");
            is_cut.push(has_zeros && ends_in_000(&tidy_code(text)));
            is_filled.push(!is_blank(text));
        }
        let rows = cells.rows_with(&is_cut);
        // Brothers and sisters have one father.
        let count = match column {
            Column::IdNumber => rows.len(),
            _ => is_cut.iter().filter(|it| **it).count() as u64,
        };
        let filled = cells.rows_with(&is_filled).len();
        (count >= DAMAGED_MIN && rows.len() * DAMAGED_ONE_IN >= filled).then_some(Self {
            index,
            rows,
            filled,
        })
    }
}

fn ends_in_000(tidy: &str) -> bool {
    tidy.len() == 18 && tidy.ends_with("000") && tidy.bytes().all(|it| it.is_ascii_digit())
}
