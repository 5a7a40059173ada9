//! Cells that are blank because they are merged with another one.
//!
//! A merged block has its text in its first cell only, so every pupil below lacks it. That is one
//! cause, told once for the column; what the blank cells would say by themselves is left unsaid.
//! Nothing is filled in here: what an import makes of the cells is what they hold.

use roster_model::{Merged, RowSet};
use roster_values::text::Traits;

use crate::Roster;

/// The blank cells of one known column that merged blocks cover.
pub(crate) struct Covered {
    /// Index among the columns of the sheet.
    pub(crate) index: usize,
    /// The pupils.
    pub(crate) rows: RowSet,
}

/// For each known column that has such cells, which they are.
pub(crate) fn covered(roster: &Roster) -> Vec<Covered> {
    let sheet = &roster.sheet;
    if sheet.merged.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (index, column) in sheet.columns.iter().enumerate() {
        if column.column.is_none() {
            continue;
        }
        let blocks = sheet.merged.iter();
        let mut spans: Vec<(u32, u32)> = blocks
            .filter_map(|it| span(roster, it, column.position))
            .collect();
        // Blocks of a file that is up to no good may overlap: no row is looked at twice.
        roster_order::sort(&mut spans);
        let mut rows = RowSet::new(sheet.row_count());
        let (traits, mut next) = (roster.traits(index), 0);
        for (start, end) in spans {
            for row in start.max(next)..end {
                if traits[roster.value(index, row).0 as usize].contains(Traits::BLANK) {
                    rows.insert(row);
                }
            }
            next = next.max(end);
        }
        if !rows.is_empty() {
            found.push(Covered { index, rows });
        }
    }
    found
}

/// The pupils, from and without, whose cell at a position the block covers without beginning there.
pub(crate) fn span(roster: &Roster, block: &Merged, position: u16) -> Option<(u32, u32)> {
    if !(block.first_position..=block.last_position).contains(&position) {
        return None;
    }
    let begins_here = block.first_position == position;
    let first = block.first_row + u32::from(begins_here);
    let numbers = &roster.sheet.row_numbers;
    let start = numbers.partition_point(|&it| it < first) as u32;
    let end = numbers.partition_point(|&it| it <= block.last_row) as u32;
    (start < end).then_some((start, end))
}
