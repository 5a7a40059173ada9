//! The rows of one sheet.

use roster_files::RawWriter;
use roster_model::{CellKind, Merged};
use roster_package::xml::{Tag, Token};

use super::cell::{Content, read_cell};
use super::{Source, repeated, value};
use crate::failure;
use crate::read::Broken;

const ROWS_MAX: u32 = 1_048_576;
const COLUMNS_MAX: u32 = 16_384;

/// A sheet that is being read; its rows are written as they come.
pub(super) struct Table<'r> {
    raw: &'r mut RawWriter,
    /// The next row, from 1.
    row: u32,
    /// The next column, from 0, where columns are described.
    column: u32,
    /// First position, how many, text and kind of each filled cell of the row at hand.
    cells: Vec<(u32, u32, String, CellKind)>,
    position: u32,
    is_filtered: bool,
}

impl<'r> Table<'r> {
    pub(super) fn new(raw: &'r mut RawWriter) -> Self {
        Table {
            raw,
            row: 1,
            column: 0,
            cells: Vec::new(),
            position: 0,
            is_filtered: false,
        }
    }

    /// Reads to the end tag of the table.
    pub(super) fn read(mut self, tokens: &mut Source<'_>) -> Result<(), Broken> {
        let depth = tokens.depth();
        loop {
            let Some(token) = tokens.next()? else {
                return Err(Broken(failure::damaged()));
            };
            let Token::Start(tag) = token else {
                if tokens.depth() < depth {
                    break;
                }
                continue;
            };
            match tag.local() {
                b"table-column" => self.take_columns(&tag),
                b"table-row" => {
                    let is_closed = tag.is_closed();
                    let count = repeated(&tag, b"table:number-rows-repeated");
                    let visibility = value(&tag, b"table:visibility");
                    if !is_closed {
                        self.read_row(tokens)?;
                    }
                    self.put_rows(count, visibility.as_deref())?;
                }
                // Groups and header rows only hold rows; anything else holds none.
                b"table-row-group"
                | b"table-rows"
                | b"table-header-rows"
                | b"table-column-group"
                | b"table-columns"
                | b"table-header-columns" => {}
                _ if !tag.is_closed() => tokens.skip_element()?,
                _ => {}
            }
        }
        if self.is_filtered {
            self.raw.filter();
        }
        Ok(())
    }

    fn take_columns(&mut self, tag: &Tag<'_>) {
        let count = repeated(tag, b"table:number-columns-repeated");
        let count = count.min(COLUMNS_MAX - self.column.min(COLUMNS_MAX));
        let is_hidden = value(tag, b"table:visibility").is_some_and(|it| it != "visible");
        if is_hidden && count > 0 {
            self.raw.hide_columns(self.column as u16, count as u16);
        }
        self.column += count;
    }

    fn read_row(&mut self, tokens: &mut Source<'_>) -> Result<(), Broken> {
        self.position = 0;
        let depth = tokens.depth();
        loop {
            let Some(token) = tokens.next()? else {
                return Err(Broken(failure::damaged()));
            };
            let Token::Start(tag) = token else {
                if tokens.depth() < depth {
                    break;
                }
                continue;
            };
            match tag.local() {
                b"table-cell" | b"covered-table-cell" => {
                    let content = Content::of(&tag);
                    let count = repeated(&tag, b"table:number-columns-repeated");
                    let columns = repeated(&tag, b"table:number-columns-spanned");
                    let rows = repeated(&tag, b"table:number-rows-spanned");
                    let is_closed = tag.is_closed();
                    let (text, kind) = read_cell(content, is_closed, tokens)?;
                    self.put_merged(rows, columns);
                    self.put_cell(count, text, kind);
                }
                _ if !tag.is_closed() => tokens.skip_element()?,
                _ => {}
            }
        }
        Ok(())
    }

    fn put_merged(&mut self, rows: u32, columns: u32) {
        let last_row = self.row.saturating_add(rows - 1);
        let last = self.position.saturating_add(columns - 1);
        let is_block = rows > 1 || columns > 1;
        if is_block && last_row <= ROWS_MAX && last < COLUMNS_MAX {
            self.raw.merge(Merged {
                first_row: self.row,
                last_row,
                first_position: self.position as u16,
                last_position: last as u16,
            });
        }
    }

    /// Cells beyond the last column of the widest sheet are none.
    fn put_cell(&mut self, count: u32, text: String, kind: CellKind) {
        let count = count.min(COLUMNS_MAX - self.position.min(COLUMNS_MAX));
        if count > 0 && !text.is_empty() {
            self.cells.push((self.position, count, text, kind));
        }
        self.position = self.position.saturating_add(count);
    }

    /// Writes the row at hand as often as it stands there.
    fn put_rows(&mut self, count: u32, visibility: Option<&str>) -> Result<(), Broken> {
        let cells = std::mem::take(&mut self.cells);
        let (first, left) = (self.row, ROWS_MAX + 1 - self.row.min(ROWS_MAX + 1));
        let count = count.min(left);
        self.row += count;
        if count == 0 {
            return Ok(());
        }
        self.is_filtered |= visibility == Some("filter");
        if visibility.is_some_and(|it| it != "visible") {
            self.raw.hide_rows(first, count);
        }
        if cells.is_empty() {
            return Ok(());
        }
        for number in first..first + count {
            self.raw.start_row(number);
            for (position, count, text, kind) in &cells {
                for position in *position..position + count {
                    self.raw.cell(position as u16, text, *kind);
                }
                if self.raw.is_full() {
                    return Err(Broken(failure::too_many_cells()));
                }
            }
        }
        Ok(())
    }
}
