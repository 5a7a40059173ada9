//! One table of a web page, while its rows are read.

use roster_model::{Failure, Merged, SHEET_COLUMNS_MAX as COLUMNS_MAX};

use super::cell::Cell;
use super::pieces::Element;
use crate::failure;
use crate::raw::RawSheet;
use crate::row::Row;

/// Rows that one cell may span.
const ROWS_SPANNED_MAX: u32 = 65_534;
/// Steps over cells that reach down from above: a page with more of them means none of them.
const STEPS_MAX: u64 = 1 << 28;
/// Merged blocks that are kept.
const MERGED_MAX: usize = 1 << 16;

/// A table that is not closed.
pub(crate) struct Table {
    /// Its place among the tables of the file.
    pub(crate) order: u32,
    sheet: RawSheet,
    /// Its number is that of a row of the page; see `Reader`.
    row: Row,
    /// Rows so far.
    rows: u32,
    /// By position: the last of these that a cell from above reaches down to.
    taken: Vec<u32>,
    /// The last rows of the page that tables inside the cell and inside the row take.
    cell_end: u32,
    row_end: u32,
    /// Merged blocks so far.
    merged: usize,
    hidden_rows: Vec<u32>,
    hidden_columns: Vec<u16>,
    /// Columns told so far.
    columns: u32,
    position: u32,
    steps: u64,
    pub(crate) cell: Option<Cell>,
}

impl Table {
    /// A table with nothing in it; `order` is its place among the tables of the file, `above` counts the
    /// rows of the page above it.
    pub(crate) fn new(order: u32, above: u32) -> Self {
        let mut row = Row::default();
        row.start(above);
        Table {
            order,
            sheet: RawSheet::new(),
            row,
            rows: 0,
            taken: Vec::new(),
            cell_end: 0,
            row_end: 0,
            merged: 0,
            hidden_rows: Vec::new(),
            hidden_columns: Vec::new(),
            columns: 0,
            position: 0,
            steps: 0,
            cell: None,
        }
    }

    /// One or more columns, perhaps hidden.
    pub(crate) fn column(&mut self, element: &Element) {
        let first = self.columns;
        self.columns = first.saturating_add(span(element, "span")).min(COLUMNS_MAX);
        if is_hidden(element) {
            let hidden = (first..self.columns).map(|it| it as u16);
            self.hidden_columns.extend(hidden);
        }
    }

    /// The next row begins.
    pub(crate) fn start_row(&mut self, element: &Element) -> Result<(), Failure> {
        self.end_row()?;
        self.next_row();
        if is_hidden(element) {
            self.hidden_rows.push(self.row.number);
        }
        Ok(())
    }

    fn next_row(&mut self) {
        self.rows = self.rows.saturating_add(1);
        self.row.start(self.end().saturating_add(1));
        self.position = 0;
    }

    /// The last row of the page that the table takes so far.
    pub(crate) fn end(&self) -> u32 {
        self.row.number.max(self.row_end)
    }

    /// Rows of the page above a table that begins here: it stands below the text of its cell.
    pub(crate) fn above_inner(&self) -> u32 {
        let before = self.row.number - u32::from(self.rows > 0);
        let lines = self.cell.as_ref().map_or(0, Cell::lines);
        before.saturating_add(lines).max(self.cell_end)
    }

    /// A table inside ends with this row of the page.
    pub(crate) fn end_inner(&mut self, end: u32) {
        self.cell_end = self.cell_end.max(end);
        self.row_end = self.row_end.max(end);
    }

    /// The row is over, with the cell that is open.
    pub(crate) fn end_row(&mut self) -> Result<(), Failure> {
        self.end_cell();
        self.sheet.push(&self.row)?;
        let number = self.row.number;
        self.row.start(number);
        Ok(())
    }

    /// The next cell begins.
    pub(crate) fn start_cell(&mut self, element: &Element) -> Result<(), Failure> {
        self.end_cell();
        if self.rows == 0 {
            self.next_row();
        }
        self.cell_end = 0;
        let row = self.rows;
        let taken = |it: &Self| {
            it.taken
                .get(it.position as usize)
                .is_some_and(|&last| last >= row)
        };
        while taken(self) {
            self.position += 1;
            self.steps += 1;
        }
        if self.steps > STEPS_MAX {
            return Err(failure::too_many_cells());
        }
        if self.position >= COLUMNS_MAX {
            return Ok(());
        }
        let columns = span(element, "colspan").min(COLUMNS_MAX - self.position);
        let rows = span(element, "rowspan").min(ROWS_SPANNED_MAX);
        let (first, last) = (self.position, self.position + columns - 1);
        if rows > 1 {
            let length = self.taken.len().max(last as usize + 1);
            self.taken.resize(length, 0);
            self.taken[first as usize..=last as usize].fill(row.saturating_add(rows - 1));
        }
        if (rows > 1 || columns > 1) && self.merged < MERGED_MAX {
            self.merged += 1;
            self.sheet.merge(Merged {
                first_row: self.row.number,
                last_row: self.row.number.saturating_add(rows - 1),
                first_position: first as u16,
                last_position: last as u16,
            });
        }
        self.cell = Some(Cell::new(first, element));
        self.position = last + 1;
        Ok(())
    }

    /// The cell is over.
    pub(crate) fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else {
            return;
        };
        let mut date = String::new();
        let (text, kind) = cell.value(&mut date);
        self.row.push(cell.position as u16, text, kind);
    }

    /// The table as a sheet.
    pub(crate) fn finish(mut self) -> Result<RawSheet, Failure> {
        self.end_row()?;
        self.sheet
            .hide(&self.hidden_rows, &self.hidden_columns, false);
        Ok(self.sheet)
    }
}

/// How many rows or columns an element says it covers; one where it says nothing sensible.
fn span(element: &Element, name: &str) -> u32 {
    let value = element.attribute(name).unwrap_or_default();
    value.trim().parse::<u32>().unwrap_or(1).max(1)
}

/// A row or column that the page does not show.
fn is_hidden(element: &Element) -> bool {
    let style = element.attribute("style").unwrap_or_default();
    let plain: String = style.chars().filter(|it| !it.is_whitespace()).collect();
    plain.to_ascii_lowercase().contains("display:none") || element.attribute("hidden").is_some()
}
