//! Cells that are blank because they are merged with another one, or were until the list was saved as text.
//!
//! A merged block has its text in its first cell only, so every pupil below lacks it. That is one
//! cause, told once for the column; what the blank cells would say by themselves is left unsaid. So is it where each
//! class, grade or school stands in its first row only.
//! Nothing is filled in here: what an import makes of the cells is what they hold. Whose class a merged
//! cell tells is known all the same, for what divides or counts the pupils.

use roster_model::{Column, Merged, RowSet, Sheet};
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
    let mut found = Vec::new();
    for (index, column) in sheet.columns.iter().enumerate() {
        if column.column.is_none() {
            continue;
        }
        let blocks = sheet.merged.iter();
        let mut spans: Vec<(u32, u32)> = blocks
            .filter_map(|it| span(sheet, it, column.position))
            .collect();
        if spans.is_empty() {
            spans = said_once(roster, index)
                .iter()
                .map(|it| (it.start, it.end))
                .collect();
        }
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

/// How many rows say more of the pupil above them, with whose name theirs is merged.
pub fn rows_of_one_above(roster: &Roster) -> u64 {
    let name = roster.index_of(Column::Name);
    let covered = covered(roster)
        .into_iter()
        .find(|it| Some(it.index) == name);
    covered.map_or(0, |it| it.rows.len())
}

/// Pupils whose cell a block covers that begins in the same column, or who stand below the one who has their class.
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

/// The blocks of a column that begin with a pupil and go down over others, as `blocks_down`. Where nothing is merged,
/// the pupils below the first of each class, if no other has it filled in.
pub fn filled_down(roster: &Roster, index: usize) -> Vec<Filled> {
    let merged = blocks_down(&roster.sheet, index);
    if merged.is_empty() {
        return said_once(roster, index);
    }
    merged
}

/// The merged blocks of a column that begin with a pupil and go down over others, ascending; of those that overlap,
/// as no file should have them, the first.
pub(crate) fn blocks_down(sheet: &Sheet, index: usize) -> Vec<Filled> {
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

/// What may stand once, in the first row of those of whom it is said.
const SAID_ONCE: [Column; 4] = [
    Column::SchoolCode,
    Column::Grade,
    Column::ClassCode,
    Column::ClassName,
];
/// Rows for each text, at least, for it to be said of more than its own row.
const ROWS_MIN: usize = 3;

/// The pupils below each text of a column that has one in the first row of each class and in no other: every text has
/// blank cells below it, and no two in a row are one.
fn said_once(roster: &Roster, index: usize) -> Vec<Filled> {
    let sheet = &roster.sheet;
    let is_said = |it: Column| SAID_ONCE.contains(&it) && sheet.lists_pupils();
    let rows = sheet.row_count();
    if !sheet.columns[index].column.is_some_and(is_said)
        || rows == 0
        || roster.is_blank_at(index, 0)
    {
        return Vec::new();
    }
    let (mut said, mut from) = (Vec::new(), 0);
    for row in 1..=rows {
        if row < rows && roster.is_blank_at(index, row) {
            continue;
        }
        let is_again = row < rows && roster.value(index, row) == roster.value(index, from);
        if is_again || row == from + 1 {
            return Vec::new();
        }
        said.push(Filled {
            start: from + 1,
            end: row,
            from,
        });
        from = row;
    }
    if said.len() * ROWS_MIN > rows as usize {
        return Vec::new();
    }
    said
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
