//! Cells that are blank because they are merged with another one.
//!
//! A merged block has its text in its first cell only, so every pupil below lacks it. That is one
//! cause, told once for the column; what the blank cells would say by themselves is left unsaid.
//! Nothing is filled in here: what an import makes of the cells is what they hold. Whose class a merged
//! cell tells is known all the same, for what divides or counts the pupils.

use roster_model::{Merged, RowSet, Sheet};
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
            .filter_map(|it| span(sheet, it, column.position))
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

/// Pupils whose cell a block covers that begins in the same column.
#[derive(Clone, Copy, Debug)]
pub struct Filled {
    /// The first of them.
    pub start: u32,
    /// Behind the last of them.
    pub end: u32,
    /// The pupil who has the text.
    pub from: u32,
}

/// The row that has the text of a pupil's cell in a column with these blocks: its own, where none covers it.
pub fn row_that_says(blocks: &[Filled], row: u32) -> u32 {
    let at = blocks.partition_point(|it| it.end <= row);
    let block = blocks.get(at).filter(|it| it.start <= row);
    block.map_or(row, |it| it.from)
}

/// The blocks of a column that begin with a pupil and go down over others, ascending; of those that overlap,
/// as no file should have them, the first.
pub fn filled_down(sheet: &Sheet, index: usize) -> Vec<Filled> {
    let position = sheet.columns[index].position;
    let blocks = sheet
        .merged
        .iter()
        .filter(|it| it.first_position == position);
    let filled = blocks.filter_map(|it| {
        let (start, end) = span(sheet, it, position)?;
        let from = sheet.row_numbers.binary_search(&it.first_row).ok()? as u32;
        Some(Filled { start, end, from })
    });
    let mut filled: Vec<Filled> = filled.collect();
    roster_order::sort_by_key(&mut filled, |it| it.start);
    let mut last = 0;
    filled.retain(|it| {
        let is_apart = it.start >= last;
        last = last.max(it.end);
        is_apart
    });
    filled
}

/// The pupils, from and without, whose cell at a position the block covers without beginning there.
pub(crate) fn span(sheet: &Sheet, block: &Merged, position: u16) -> Option<(u32, u32)> {
    if !(block.first_position..=block.last_position).contains(&position) {
        return None;
    }
    let begins_here = block.first_position == position;
    let first = block.first_row + u32::from(begins_here);
    let numbers = &sheet.row_numbers;
    let start = numbers.partition_point(|&it| it < first) as u32;
    let end = numbers.partition_point(|&it| it <= block.last_row) as u32;
    (start < end).then_some((start, end))
}
