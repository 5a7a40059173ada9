//! The rows of a worksheet on their way into the builder.
//!
//! Knows which row and column come next where the file does not say, and what to do when rows do
//! not ascend.

use roster_model::{
    CellKind, Failure, SHEET_COLUMNS_MAX as COLUMNS_MAX, SHEET_ROWS_MAX as ROWS_MAX, Sheet,
};

use super::cell::{RawCell, push_cell};
use super::shared::Shared;
use super::sheet::SheetError;
use crate::build::SheetBuilder;
use crate::failure;
use crate::row::Row;

/// Text of one row. A few bytes of a file can refer to a shared string of any length, so what is
/// written is no measure of what is meant.
const ROW_BYTES_MAX: usize = 16 << 20;
/// Text of one sheet, repetitions counted.
const BYTES_MAX: u64 = 2 << 30;

/// Cells of one row that stand left of an earlier one, those that are there twice counted.
const LATE_CELLS_MAX: usize = 1 << 20;

/// What to do with rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// They ascend: each is given to the builder and forgotten.
    AsTheyCome,
    /// They do not: all are kept and sorted first.
    Sorted,
}

struct LateCell {
    position: u16,
    kind: CellKind,
    text: String,
}

/// The rows of one worksheet.
pub(crate) struct Rows {
    builder: SheetBuilder,
    row: Row,
    /// The number of the row was concluded from the one before.
    is_assumed: bool,
    /// The column after the last cell, from 1.
    next_column: u32,
    /// The rightmost column of the row so far, from 1.
    last_column: u32,
    /// Cells that stand left of an earlier one.
    late: Vec<LateCell>,
    scratch: String,
    hidden: Vec<u32>,
    /// Rows since the last one with anything in it.
    phantom: u32,
    order: Order,
    kept: Vec<Row>,
    /// Text so far, repetitions counted.
    bytes: u64,
    /// Text of the late cells of this row.
    late_bytes: usize,
}

impl Rows {
    pub(crate) fn new(builder: SheetBuilder, order: Order) -> Rows {
        Rows {
            builder,
            row: Row::default(),
            is_assumed: false,
            next_column: 1,
            last_column: 0,
            late: Vec::new(),
            scratch: String::new(),
            hidden: Vec::new(),
            phantom: 0,
            order,
            kept: Vec::new(),
            bytes: 0,
            late_bytes: 0,
        }
    }

    /// The next row begins; its number as far as it has one.
    pub(crate) fn start(&mut self, number: Option<u32>, is_hidden: bool) -> Result<(), SheetError> {
        let said = number.filter(|it| (1..=ROWS_MAX).contains(it));
        let number = said.unwrap_or(self.row.number + 1);
        if number > ROWS_MAX {
            return Err(SheetError::Failure(failure::too_many_rows()));
        }
        self.next_column = 1;
        if number != self.row.number {
            self.begin(number)?;
        }
        self.is_assumed = said.is_none();
        if is_hidden && self.hidden.last() != Some(&number) {
            self.hidden.push(number);
        }
        Ok(())
    }

    /// The next cell of the row.
    pub(crate) fn push(&mut self, cell: &RawCell, shared: &Shared) -> Result<(), SheetError> {
        if self.is_assumed {
            self.believe(cell.reference.row)?;
        }
        let column = match cell.reference.column {
            0 => self.next_column,
            said => said,
        };
        if column > COLUMNS_MAX {
            return Err(SheetError::Failure(failure::too_many_columns()));
        }
        self.next_column = column + 1;
        let position = (column - 1) as u16;
        if column <= self.last_column {
            return self.push_late(cell, position, shared);
        }
        self.last_column = column;
        push_cell(cell, position, shared, &mut self.row, &mut self.scratch)
            .map_err(|_| SheetError::StringsMissing)?;
        if self.row.bytes() > ROW_BYTES_MAX {
            return Err(SheetError::Failure(failure::too_many_cells()));
        }
        Ok(())
    }

    /// All rows as a sheet.
    pub(crate) fn finish(mut self) -> Result<Sheet, Failure> {
        self.end()?;
        if self.order == Order::Sorted {
            self.sort()?;
        }
        let mut sheet = self.builder.finish()?;
        roster_order::sort(&mut self.hidden);
        self.hidden.dedup();
        sheet.hidden_rows = self.hidden;
        sheet.phantom_rows = self.phantom;
        Ok(sheet)
    }

    /// The first cell of a row without a number tells its number.
    fn believe(&mut self, number: u32) -> Result<(), SheetError> {
        self.is_assumed = false;
        if number == 0 || number == self.row.number {
            return Ok(());
        }
        if number < self.row.number && self.order == Order::AsTheyCome {
            return Err(SheetError::Disorder);
        }
        if self.hidden.last() == Some(&self.row.number) {
            self.hidden.pop();
            self.hidden.push(number);
        }
        self.row.number = number;
        Ok(())
    }

    /// Keeps a cell until the row is complete; many of them are sorted at once.
    fn push_late(
        &mut self,
        cell: &RawCell,
        position: u16,
        shared: &Shared,
    ) -> Result<(), SheetError> {
        let mut alone = Row::default();
        push_cell(cell, position, shared, &mut alone, &mut self.scratch)
            .map_err(|_| SheetError::StringsMissing)?;
        self.late.extend(alone.cells().map(|cell| LateCell {
            position,
            kind: cell.kind,
            text: cell.text.to_owned(),
        }));
        self.late_bytes += alone.bytes();
        if self.late_bytes > ROW_BYTES_MAX || self.late.len() > LATE_CELLS_MAX {
            return Err(SheetError::Failure(failure::too_many_cells()));
        }
        Ok(())
    }

    /// Puts the late cells where they belong; the first of two cells at one place is kept.
    fn settle_late(&mut self) {
        if self.late.is_empty() {
            return;
        }
        let mut cells: Vec<LateCell> = Vec::new();
        cells.extend(self.row.cells().map(|cell| LateCell {
            position: cell.position,
            kind: cell.kind,
            text: cell.text.to_owned(),
        }));
        cells.append(&mut self.late);
        roster_order::sort_by_key(&mut cells, |cell| cell.position);
        cells.dedup_by_key(|cell| cell.position);
        self.row.start(self.row.number);
        for cell in cells {
            self.row.push(cell.position, &cell.text, cell.kind);
        }
        self.late_bytes = 0;
    }

    fn begin(&mut self, number: u32) -> Result<(), SheetError> {
        if number < self.row.number && self.order == Order::AsTheyCome {
            return Err(SheetError::Disorder);
        }
        self.end()?;
        self.row.start(number);
        self.last_column = 0;
        Ok(())
    }

    /// The row is complete.
    fn end(&mut self) -> Result<(), Failure> {
        if self.row.number == 0 {
            return Ok(());
        }
        self.settle_late();
        self.bytes += self.row.bytes() as u64;
        if self.bytes > BYTES_MAX {
            return Err(failure::too_many_cells());
        }
        if self.order == Order::Sorted {
            if self.kept.len() as u32 == ROWS_MAX {
                return Err(failure::too_many_rows());
            }
            self.kept.push(self.row.clone());
            return Ok(());
        }
        if self.row.is_blank() {
            self.phantom += 1;
        } else {
            self.phantom = 0;
        }
        self.builder.push(&self.row)
    }

    /// Gives the kept rows to the builder; rows of one number become one.
    fn sort(&mut self) -> Result<(), Failure> {
        let mut kept = std::mem::take(&mut self.kept);
        roster_order::sort_by_key(&mut kept, |row| row.number);
        let mut rows = kept.into_iter().peekable();
        self.order = Order::AsTheyCome;
        while let Some(mut row) = rows.next() {
            while let Some(same) = rows.next_if(|it| it.number == row.number) {
                for cell in same.cells() {
                    row.push(cell.position, cell.text, cell.kind);
                }
            }
            self.row = row;
            self.end()?;
        }
        Ok(())
    }
}
