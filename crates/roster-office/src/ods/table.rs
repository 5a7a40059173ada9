//! The rows of one sheet of an ods.

use roster_files::RawWriter;
use roster_model::{
    CellKind, Merged, SHEET_COLUMNS_MAX as COLUMNS_MAX, SHEET_ROWS_MAX as ROWS_MAX,
};
use roster_package::xml::{Tag, Token};

use super::cell::{Content, read_cell};
use super::{Source, repeated, value};
use crate::failure;
use crate::read::Broken;

/// Where sheets end, now and formerly: programs fill them up to there with blank rows, in one or two
/// steps, and that says nothing of the file.
const ENDS: [u32; 2] = [65_536, ROWS_MAX];

/// Cells of a file that stand there only because a row or a cell is counted: four columns of a sheet that were
/// filled down to its end. Beyond it, a file of a thousand bytes would ask for gigabytes.
const REPEATED_MAX: u64 = 4 << 20;

/// A sheet that is being read; its rows are written as they come.
pub(super) struct Table<'r> {
    raw: &'r mut RawWriter,
    /// Cells of the file so far that are told by a count alone.
    repeated: &'r mut u64,
    /// The next row, from 1.
    row: u32,
    /// The next column, from 0, where columns are described.
    column: u32,
    /// First position, how many, text and kind of each filled cell of the row at hand.
    cells: Vec<(u32, u32, String, CellKind)>,
    position: u32,
    /// Whether a cell of the row at hand has a look of its own.
    is_formatted: bool,
    /// The last row with anything in it, and the last one that has content or a look.
    last_filled: u32,
    last_formatted: u32,
    is_filtered: bool,
}

impl<'r> Table<'r> {
    pub(super) fn new(raw: &'r mut RawWriter, repeated: &'r mut u64) -> Self {
        Table {
            raw,
            repeated,
            row: 1,
            column: 0,
            cells: Vec::new(),
            position: 0,
            is_formatted: false,
            last_filled: 0,
            last_formatted: 0,
            is_filtered: false,
        }
    }

    /// Reads to the end tag of the table.
    pub(super) fn read(mut self, tokens: &mut Source<'_>) -> Result<(), Broken> {
        let depth = tokens.depth();
        while let Some(found) = next_inside(tokens, depth, InTable::of)? {
            match found {
                InTable::Columns { count, is_hidden } => self.take_columns(count, is_hidden),
                InTable::Row {
                    count,
                    visibility,
                    is_closed,
                } => {
                    if !is_closed {
                        self.read_row(tokens)?;
                    }
                    self.put_rows(count, visibility.as_deref())?;
                }
                InTable::Rows => {}
                InTable::Other => tokens.skip_element()?,
            }
        }
        if self.is_filtered {
            self.raw.filter();
        }
        let phantoms = self.last_formatted.saturating_sub(self.last_filled);
        if phantoms > 0 {
            self.raw.phantom_rows(phantoms);
        }
        Ok(())
    }

    fn take_columns(&mut self, count: u32, is_hidden: bool) {
        let count = count.min(COLUMNS_MAX - self.column.min(COLUMNS_MAX));
        if is_hidden && count > 0 {
            self.raw.hide_columns(self.column as u16, count as u16);
        }
        self.column += count;
    }

    fn read_row(&mut self, tokens: &mut Source<'_>) -> Result<(), Broken> {
        self.position = 0;
        let depth = tokens.depth();
        while let Some(found) = next_inside(tokens, depth, InRow::of)? {
            match found {
                InRow::Cell {
                    content,
                    count,
                    rows,
                    columns,
                    is_closed,
                } => {
                    self.is_formatted |= content.is_formatted;
                    let (text, kind) = read_cell(content, is_closed, tokens)?;
                    self.put_merged(rows, columns);
                    self.put_cell(count, text, kind);
                }
                InRow::Nothing => {}
                InRow::Other => tokens.skip_element()?,
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
        let is_formatted = std::mem::take(&mut self.is_formatted);
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
        let last = self.row - 1;
        if cells.is_empty() {
            if is_formatted && !ENDS.iter().any(|end| (end - 1..=*end).contains(&last)) {
                self.last_formatted = last;
            }
            return Ok(());
        }
        (self.last_filled, self.last_formatted) = (last, last);
        let in_row: u64 = cells.iter().map(|it| u64::from(it.1)).sum();
        *self.repeated += in_row * u64::from(count) - cells.len() as u64;
        if *self.repeated > REPEATED_MAX {
            return Err(Broken(failure::swollen()));
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

/// What stands in a table.
enum InTable {
    Columns {
        count: u32,
        is_hidden: bool,
    },
    Row {
        count: u32,
        visibility: Option<String>,
        is_closed: bool,
    },
    /// Groups and header rows, which only hold rows, or an element without anything in it.
    Rows,
    /// Anything else holds no rows.
    Other,
}

impl InTable {
    fn of(tag: &Tag<'_>) -> Self {
        let visibility = || value(tag, b"table:visibility");
        let is_closed = tag.is_closed();
        match tag.local() {
            b"table-column" => InTable::Columns {
                count: repeated(tag, b"table:number-columns-repeated"),
                is_hidden: visibility().is_some_and(|it| it != "visible"),
            },
            b"table-row" => InTable::Row {
                count: repeated(tag, b"table:number-rows-repeated"),
                visibility: visibility(),
                is_closed,
            },
            b"table-row-group"
            | b"table-rows"
            | b"table-header-rows"
            | b"table-column-group"
            | b"table-columns"
            | b"table-header-columns" => InTable::Rows,
            _ if is_closed => InTable::Rows,
            _ => InTable::Other,
        }
    }
}

/// What stands in a row.
enum InRow {
    Cell {
        content: Content,
        count: u32,
        rows: u32,
        columns: u32,
        is_closed: bool,
    },
    Nothing,
    Other,
}

impl InRow {
    fn of(tag: &Tag<'_>) -> Self {
        let is_closed = tag.is_closed();
        match tag.local() {
            b"table-cell" | b"covered-table-cell" => InRow::Cell {
                content: Content::of(tag),
                count: repeated(tag, b"table:number-columns-repeated"),
                rows: repeated(tag, b"table:number-rows-spanned"),
                columns: repeated(tag, b"table:number-columns-spanned"),
                is_closed,
            },
            _ if is_closed => InRow::Nothing,
            _ => InRow::Other,
        }
    }
}

/// What the next start tag inside an element says; `None` at the end of the element.
fn next_inside<T>(
    tokens: &mut Source<'_>,
    depth: usize,
    look: fn(&Tag<'_>) -> T,
) -> Result<Option<T>, Broken> {
    loop {
        match tokens.next()? {
            None => return Err(Broken(failure::damaged())),
            Some(Token::Start(tag)) => return Ok(Some(look(&tag))),
            Some(_) => {}
        }
        if tokens.depth() < depth {
            return Ok(None);
        }
    }
}
