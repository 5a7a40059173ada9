//! The cells of one sheet on their way into a raw stream: formats may give them in any order.

use roster_files::{RAW_BYTES_MAX, RawWriter};
use roster_model::{CellKind, Merged, Visibility};

use crate::failure;
use crate::read::Broken;

/// A sheet as a file tells it.
#[derive(Default)]
pub(crate) struct SheetCells {
    cells: Vec<SheetCell>,
    text: String,
    /// Row numbers, from 1.
    pub(crate) hidden_rows: Vec<u32>,
    /// First and last position, from 0.
    pub(crate) hidden_columns: Vec<(u16, u16)>,
    pub(crate) merged: Vec<Merged>,
    pub(crate) is_filtered: bool,
    /// Row numbers that the file lists, whether there is anything in them or not.
    pub(crate) listed_rows: Vec<u32>,
}

#[derive(Clone, Copy)]
struct SheetCell {
    row: u32,
    position: u16,
    kind: CellKind,
    start: u32,
    end: u32,
}

impl SheetCells {
    /// A cell; row number from 1, position from 0. An empty text adds nothing.
    pub(crate) fn push(
        &mut self,
        row: u32,
        position: u16,
        text: &str,
        kind: CellKind,
    ) -> Result<(), Broken> {
        if text.is_empty() {
            return Ok(());
        }
        let start = self.text.len();
        if start + text.len() > RAW_BYTES_MAX {
            return Err(Broken(failure::too_many_cells()));
        }
        self.text.push_str(text);
        self.cells.push(SheetCell {
            row,
            position,
            kind,
            start: start as u32,
            end: (start + text.len()) as u32,
        });
        Ok(())
    }

    /// Writes the sheet. The first of two cells at one place is kept.
    pub(crate) fn write(
        mut self,
        name: &str,
        visibility: Visibility,
        raw: &mut RawWriter,
    ) -> Result<(), Broken> {
        raw.start_sheet(name, visibility);
        let place = |it: &SheetCell| (it.row, it.position);
        if !self.cells.is_sorted_by_key(place) {
            self.cells.sort_by_key(place);
        }
        self.cells.dedup_by_key(|it| place(it));
        let mut row = 0;
        for cell in &self.cells {
            if cell.row != row {
                row = cell.row;
                raw.start_row(row);
                if raw.is_full() {
                    return Err(Broken(failure::too_many_cells()));
                }
            }
            let text = &self.text[cell.start as usize..cell.end as usize];
            raw.cell(cell.position, text, cell.kind);
        }
        self.write_facts(row, raw);
        Ok(())
    }

    fn write_facts(mut self, last_row: u32, raw: &mut RawWriter) {
        self.hidden_rows.sort_unstable();
        self.hidden_rows.dedup();
        let mut rows = self.hidden_rows.iter().copied().peekable();
        while let Some(first) = rows.next() {
            let mut last = first;
            while let Some(next) = rows.next_if(|it| *it == last + 1) {
                last = next;
            }
            raw.hide_rows(first, last - first + 1);
        }
        self.hidden_columns.sort_unstable();
        for (first, last) in self.hidden_columns {
            raw.hide_columns(first, last.saturating_sub(first) + 1);
        }
        for merged in self.merged {
            raw.merge(merged);
        }
        if self.is_filtered {
            raw.filter();
        }
        let phantoms = self.listed_rows.iter().filter(|it| **it > last_row);
        match phantoms.count() {
            0 => {}
            count => raw.phantom_rows(count as u32),
        }
    }
}
