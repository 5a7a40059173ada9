//! One sheet of a stream, written before its turn: tables of a page stand inside one another, and that a
//! sheet is hidden may be said behind its cells.

use roster_model::{Failure, Merged, Visibility};

use super::{RAW_BYTES_MAX, RawWriter};
use crate::failure;
use crate::row::Row;

/// What a stream says of one sheet.
pub(crate) struct RawSheet {
    steps: RawWriter,
    /// Rows in which a person sees something.
    pub(crate) filled_rows: u32,
}

impl RawSheet {
    /// A sheet with nothing in it.
    pub(crate) fn new() -> Self {
        RawSheet {
            steps: RawWriter::of_steps(),
            filled_rows: 0,
        }
    }

    /// The next row. One with the number of the row before it, as a page can have, stands below that.
    pub(crate) fn push(&mut self, row: &Row) -> Result<(), Failure> {
        if row.is_blank() {
            return Ok(());
        }
        if self.steps.bytes.len() + row.bytes() > RAW_BYTES_MAX {
            return Err(failure::too_many_cells());
        }
        self.filled_rows = self.filled_rows.saturating_add(1);
        self.steps.start_row(row.number.max(self.steps.row + 1));
        for cell in row.cells() {
            self.steps.cell(cell.position, cell.text, cell.kind);
        }
        Ok(())
    }

    /// A merged block; before its first row.
    pub(crate) fn merge(&mut self, block: Merged) {
        self.steps.merge(block);
    }

    /// Rows and columns that the file hides, in ascending order, and whether it was a filter.
    pub(crate) fn hide(&mut self, rows: &[u32], columns: &[u16], is_filtered: bool) {
        for &row in rows {
            self.steps.hide_rows(row, 1);
        }
        for &column in columns {
            self.steps.hide_columns(column, 1);
        }
        if is_filtered {
            self.steps.filter();
        }
    }
}

impl RawWriter {
    /// A sheet that was written before.
    pub(crate) fn sheet(&mut self, name: &str, visibility: Visibility, sheet: &RawSheet) {
        self.start_sheet(name, visibility);
        self.bytes.extend_from_slice(&sheet.steps.bytes);
    }

    fn of_steps() -> Self {
        RawWriter {
            bytes: Vec::new(),
            row: 0,
            next_position: 0,
        }
    }
}
