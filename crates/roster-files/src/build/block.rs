//! Takes the rows of a text file into the columns of a sheet, many rows at a time.
//!
//! A column takes all its cells of a block before the next column does, so that what it looks up
//! stays near; and outside of a browser threads share the columns. The sheet is the same as if
//! the rows had come one by one.

use roster_model::{CellKind, Failure, TooLarge};
use roster_order::each_piece;
use roster_standard::header::Header;
use roster_text::{Block, BlockRow};
use roster_values::text::is_blank;

use crate::build::{OpenColumn, SheetBuilder};
use crate::failure;
use crate::header::HeaderColumn;
use crate::row::Row;

/// Rows whose cells a column takes at a time.
const ROWS_AT_A_TIME: usize = 512;
/// Cells that are worth a second thread.
const CELLS_SHARED_MIN: usize = 16_384;
/// Columns that a thread takes at a time: some take far longer than others.
const COLUMNS_AT_A_TIME: usize = 4;
/// More threads would wait for the one that splits the rows.
const THREADS: usize = 2;

/// What is used again for every block.
#[derive(Default)]
pub(crate) struct Scratch {
    row: Row,
    text: String,
    /// Indexes of the pupils in the block.
    pupils: Vec<u32>,
}

impl SheetBuilder {
    /// The next rows of a text file.
    pub(crate) fn push_block(&mut self, block: &Block<'_>) -> Result<(), Failure> {
        let mut scratch = std::mem::take(&mut self.scratch);
        let taken = self.take_block(block, &mut scratch);
        self.scratch = scratch;
        taken
    }

    fn take_block(&mut self, block: &Block<'_>, scratch: &mut Scratch) -> Result<(), Failure> {
        let mut first = 0;
        while first < block.len() && !self.is_found() {
            fill(&mut scratch.row, block.row(first), &mut scratch.text)?;
            self.push(&scratch.row)?;
            first += 1;
        }
        scratch.pupils.clear();
        for index in first..block.len() {
            let fields = block.row(index);
            if self.is_plainly_pupil(fields) {
                self.note_gap(fields.number);
                self.sheet.filled_rows = self.sheet.filled_rows.saturating_add(1);
            } else {
                fill(&mut scratch.row, fields, &mut scratch.text)?;
                if !self.is_pupil_below(&scratch.row)? {
                    continue;
                }
            }
            self.note_pupil(fields.number);
            self.open_columns(fields, &mut scratch.text)?;
            scratch.pupils.push(index as u32);
        }
        self.check_size()?;
        if scratch.pupils.is_empty() {
            return Ok(());
        }
        // The other pupils are in their columns.
        let base = (self.sheet.row_numbers.len() - scratch.pupils.len()) as u32;
        push_columns(&mut self.columns, base, block, &scratch.pupils)
            .map_err(|TooLarge| failure::too_many_cells())
    }

    #[inline]
    fn is_plainly_pupil(&self, fields: BlockRow<'_>) -> bool {
        self.has_head()
            && self.below_other.is_none()
            && self.below.is_silent(fields.number)
            && self
                .around
                .is_plainly_pupil(fields.len(), |position| fields.plain_text(position))
    }

    /// Whether a row behind the header is a pupil; the row is counted and what else it is, noted.
    fn is_pupil_below(&mut self, row: &Row) -> Result<bool, Failure> {
        if row.is_blank() {
            return Ok(false);
        }
        self.count(row);
        self.is_pupil(row)
    }

    /// Makes a column for every text that stands under no header.
    fn open_columns(&mut self, fields: BlockRow<'_>, scratch: &mut String) -> Result<(), Failure> {
        if self.every_position_has_a_column(fields.len()) {
            return Ok(());
        }
        for position in 0..fields.len() {
            let known = self.indexes.get(position).copied().flatten();
            if known.is_some() || is_blank(fields.text(position, scratch)) {
                continue;
            }
            let position = u16::try_from(position).map_err(|_| failure::too_many_columns())?;
            self.open_column(HeaderColumn {
                position,
                text: String::new(),
                meaning: Header::Unknown,
                own: None,
            })?;
        }
        Ok(())
    }
}

fn fill(row: &mut Row, fields: BlockRow<'_>, scratch: &mut String) -> Result<(), Failure> {
    row.start(fields.number);
    for position in 0..fields.len() {
        let text = fields.text(position, scratch);
        if text.is_empty() {
            continue;
        }
        let position = u16::try_from(position).map_err(|_| failure::too_many_columns())?;
        row.push(position, text, CellKind::Text);
    }
    Ok(())
}

fn push_columns(
    columns: &mut [OpenColumn],
    base: u32,
    block: &Block<'_>,
    pupils: &[u32],
) -> Result<(), TooLarge> {
    let is_small = columns.len() < 2 || columns.len() * pupils.len() < CELLS_SHARED_MIN;
    if cfg!(target_family = "wasm") || is_small {
        return push_some(columns, base, block, pupils);
    }
    let some = |_, columns: &mut [OpenColumn]| push_some(columns, base, block, pupils);
    let pushed = each_piece(THREADS, columns, COLUMNS_AT_A_TIME, some);
    pushed.into_iter().collect()
}

fn push_some(
    columns: &mut [OpenColumn],
    base: u32,
    block: &Block<'_>,
    pupils: &[u32],
) -> Result<(), TooLarge> {
    let mut scratch = String::new();
    for column in &mut *columns {
        column.cells.pad_to(base)?;
    }
    for rows in pupils.chunks(ROWS_AT_A_TIME) {
        for column in &mut *columns {
            push_cells(column, block, rows, &mut scratch)?;
        }
    }
    Ok(())
}

fn push_cells(
    column: &mut OpenColumn,
    block: &Block<'_>,
    rows: &[u32],
    scratch: &mut String,
) -> Result<(), TooLarge> {
    let position = usize::from(column.header.position);
    for &index in rows {
        let text = block.row(index as usize).text(position, scratch);
        let kind = if text.is_empty() {
            CellKind::Blank
        } else {
            CellKind::Text
        };
        column.cells.push(text, kind)?;
    }
    Ok(())
}
