//! The rows of a sheet that is written anew, each where it stood in its file.

use roster_model::HeadRow;
use roster_write::{PlanWriter, WorkbookCell};

/// Width of a column of pupils, in characters.
pub(crate) const CELL_WIDTH: f64 = 14.0;

/// Writes rows at their numbers, which ascend; those between them are blank.
pub(crate) struct RowsInPlace<'w> {
    writer: &'w mut PlanWriter,
    written: u32,
}

impl<'w> RowsInPlace<'w> {
    /// For the sheet that the plan has just begun.
    pub(crate) fn new(writer: &'w mut PlanWriter) -> Self {
        RowsInPlace { writer, written: 0 }
    }

    pub(crate) fn put(&mut self, row_number: u32, cells: &[WorkbookCell]) {
        while self.written + 1 < row_number {
            self.writer.write_row(&[]);
            self.written += 1;
        }
        self.written += 1;
        self.writer.write_row(cells);
    }
}

/// The cells of a row that is no pupil.
pub(crate) fn cells_of(row: &HeadRow) -> Vec<WorkbookCell> {
    let last = row.cells.last().map_or(0, |it| usize::from(it.0) + 1);
    let mut cells = vec![WorkbookCell::default(); last];
    for (position, text) in &row.cells {
        text.clone_into(&mut cells[usize::from(*position)].text);
    }
    cells
}
