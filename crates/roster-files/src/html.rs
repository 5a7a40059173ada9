//! Tables of web pages: what web systems export under the name of a workbook, and what spreadsheet
//! programs save as a page.
//!
//! Every table with a header is a sheet; where none has one, so is every table of more than one
//! row. Tables inside cells are tables of their own. Texts are read as a person sees them; a number
//! or a date that the program stored beside its look is preferred to the look.

use roster_model::{Failure, FileTraits, Format, Merged, Sheet};
use roster_text::{Decision, Encoding, decide};

use crate::build::SheetBuilder;
use crate::html_cell::Cell;
use crate::markup::{Element, Piece, Pieces, resolve};
use crate::row::Row;
use crate::{ReadFile, ReadOptions, failure};

/// Columns of the widest workbook.
const COLUMNS_MAX: u32 = 16_384;
/// Rows that one cell may span.
const ROWS_SPANNED_MAX: u32 = 65_534;
/// Merged blocks that are kept.
const MERGED_MAX: usize = 1 << 16;
/// Tables inside tables.
const DEPTH_MAX: usize = 32;
/// Tables of a page.
const TABLES_MAX: usize = 1024;
/// Bytes in which the page names its encoding.
const HEAD_BYTES: usize = 4096;
/// Bytes between two reports of progress.
const BYTES_BETWEEN_VISITS: usize = 1 << 18;

/// Reads the tables of a web page.
pub(crate) fn read(bytes: &[u8], options: &ReadOptions, visit: &mut dyn FnMut(u64)) -> ReadFile {
    let Some(decision) = encoding(bytes, options) else {
        return ReadFile::failed(Format::Html, failure::junk());
    };
    let page = roster_text::decode(bytes, &decision);
    let mut read = ReadFile {
        encoding: Some(decision.encoding.name()),
        traits: FileTraits {
            encoding_guessed: decision.is_guessed,
            ..FileTraits::default()
        },
        ..ReadFile::failed(Format::Html, failure::no_table())
    };
    let mut reader = Reader {
        options,
        name: sheet_name(&page),
        open: Vec::new(),
        closed: Vec::new(),
        count: 0,
    };
    let mut pieces = Pieces::new(&page);
    let mut next_visit = BYTES_BETWEEN_VISITS;
    while let Some(piece) = pieces.next_piece() {
        if let Err(failure) = reader.take(&piece) {
            read.failure = Some(failure);
            return read;
        }
        if pieces.at() >= next_visit {
            next_visit = pieces.at() + BYTES_BETWEEN_VISITS;
            visit((pieces.at() as u64).min(bytes.len() as u64));
        }
    }
    match reader.finish() {
        Ok(closed) => choose(closed, options, &mut read),
        Err(failure) => read.failure = Some(failure),
    }
    read
}

/// What the person says, a mark, what the page says, or what the bytes look like.
fn encoding(bytes: &[u8], options: &ReadOptions) -> Option<Decision> {
    if options.encoding.is_some() {
        return decide(bytes, options.encoding);
    }
    let decision = decide(bytes, None)?;
    let is_wide = matches!(decision.encoding, Encoding::Utf16Le | Encoding::Utf16Be);
    if is_wide || decision.mark_bytes > 0 {
        return Some(decision);
    }
    let head = bytes[..bytes.len().min(HEAD_BYTES)].to_ascii_lowercase();
    let told = memchr::memmem::find(&head, b"charset=").and_then(|at| {
        let rest = head[at + 8..].trim_ascii_start();
        let rest = rest.strip_prefix(b"\"").unwrap_or(rest);
        let end = rest
            .iter()
            .position(|it| !it.is_ascii_alphanumeric() && *it != b'-');
        Encoding::by_name(str::from_utf8(&rest[..end?]).ok()?)
    });
    match told {
        // A page that says UTF-8 and is not was converted by a program that did not look inside.
        Some(Encoding::Utf8) if decision.encoding != Encoding::Utf8 => Some(decision),
        Some(encoding) if encoding != decision.encoding && !decision.is_guessed => Some(decision),
        Some(encoding) => decide(bytes, Some(encoding)),
        None => Some(decision),
    }
}

/// The name that Excel keeps for the only sheet of a page.
fn sheet_name(page: &str) -> String {
    let mut names = page.match_indices("<x:Name>");
    let name = names.next().and_then(|(at, mark)| {
        let rest = &page[at + mark.len()..];
        rest.find('<')
            .map(|end| resolve(&rest[..end]).trim().to_owned())
    });
    match names.next() {
        None => name.unwrap_or_default(),
        Some(_) => String::new(),
    }
}

/// Keeps the tables that are sheets, and names them.
fn choose(mut closed: Vec<Sheet>, options: &ReadOptions, read: &mut ReadFile) {
    let has_header = closed.iter().any(Sheet::has_header);
    closed.retain(|it| {
        if has_header {
            it.has_header()
        } else {
            it.filled_rows > 1
        }
    });
    if !closed.is_empty() {
        read.failure = None;
    }
    for sheet in closed {
        if options.is_skipped(&sheet.name) {
            read.skipped.push(sheet.name);
        } else {
            read.sheets.push(sheet);
        }
    }
}

struct Reader<'o> {
    options: &'o ReadOptions,
    name: String,
    /// Tables that are not closed, each inside a cell of the one before.
    open: Vec<Table>,
    closed: Vec<(u32, Sheet)>,
    count: u32,
}

struct Table {
    /// Its place among the tables of the page.
    order: u32,
    builder: SheetBuilder,
    row: Row,
    /// By position: the last row that a cell from above reaches down to.
    taken: Vec<u32>,
    merged: Vec<Merged>,
    hidden_rows: Vec<u32>,
    hidden_columns: Vec<u16>,
    /// Columns told so far.
    columns: u32,
    position: u32,
    cell: Option<Cell>,
}

impl Reader<'_> {
    fn take(&mut self, piece: &Piece) -> Result<(), Failure> {
        match piece {
            Piece::Start(element) => self.start(element),
            Piece::End(name) => self.end(name),
            Piece::Text(text) => {
                if let Some(cell) = self.open.last_mut().and_then(|it| it.cell.as_mut()) {
                    cell.add(&resolve(text));
                }
                Ok(())
            }
        }
    }

    fn start(&mut self, element: &Element) -> Result<(), Failure> {
        if element.is("table") {
            if self.open.len() < DEPTH_MAX && self.closed.len() < TABLES_MAX {
                self.count += 1;
                let name = self.table_name();
                self.open.push(Table::new(self.count, &name, self.options));
            }
            return Ok(());
        }
        // Rows without a table are a table.
        let is_row = element.is("tr");
        if self.open.is_empty() && is_row {
            self.count += 1;
            let name = self.table_name();
            self.open.push(Table::new(self.count, &name, self.options));
        }
        let Some(table) = self.open.last_mut() else {
            return Ok(());
        };
        if element.is("col") {
            table.column(element);
            Ok(())
        } else if is_row {
            table.start_row(element)
        } else if element.is("td") || element.is("th") {
            table.start_cell(element);
            Ok(())
        } else {
            if let Some(cell) = &mut table.cell {
                cell.breaks(element.name);
            }
            Ok(())
        }
    }

    fn end(&mut self, name: &str) -> Result<(), Failure> {
        let is = |it: &str| name.eq_ignore_ascii_case(it);
        let Some(table) = self.open.last_mut() else {
            return Ok(());
        };
        if is("td") || is("th") {
            table.end_cell();
        } else if is("tr") {
            table.end_row()?;
        } else if is("table") {
            self.close()?;
        }
        Ok(())
    }

    fn close(&mut self) -> Result<(), Failure> {
        if let Some(table) = self.open.pop() {
            let order = table.order;
            let sheet = table.finish()?;
            if sheet.filled_rows > 0 {
                self.closed.push((order, sheet));
            }
        }
        Ok(())
    }

    fn table_name(&self) -> String {
        match self.count {
            0 | 1 => self.name.clone(),
            number => format!("表格{number}"),
        }
    }

    fn finish(mut self) -> Result<Vec<Sheet>, Failure> {
        while !self.open.is_empty() {
            self.close()?;
        }
        self.closed.sort_by_key(|it| it.0);
        Ok(self.closed.into_iter().map(|it| it.1).collect())
    }
}

impl Table {
    fn new(order: u32, name: &str, options: &ReadOptions) -> Self {
        Table {
            order,
            builder: SheetBuilder::new(name, options),
            row: Row::default(),
            taken: Vec::new(),
            merged: Vec::new(),
            hidden_rows: Vec::new(),
            hidden_columns: Vec::new(),
            columns: 0,
            position: 0,
            cell: None,
        }
    }

    /// One or more columns, perhaps hidden.
    fn column(&mut self, element: &Element) {
        let first = self.columns;
        self.columns = first.saturating_add(span(element, "span")).min(COLUMNS_MAX);
        if is_hidden(element) {
            let hidden = (first..self.columns).map(|it| it as u16);
            self.hidden_columns.extend(hidden);
        }
    }

    fn start_row(&mut self, element: &Element) -> Result<(), Failure> {
        self.end_row()?;
        self.row.start(self.row.number.saturating_add(1));
        self.position = 0;
        if is_hidden(element) {
            self.hidden_rows.push(self.row.number);
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Failure> {
        self.end_cell();
        self.builder.push(&self.row)?;
        let number = self.row.number;
        self.row.start(number);
        Ok(())
    }

    fn start_cell(&mut self, element: &Element) {
        self.end_cell();
        if self.row.number == 0 {
            self.row.start(1);
        }
        let row = self.row.number;
        let taken = |it: &Self| {
            it.taken
                .get(it.position as usize)
                .is_some_and(|&last| last >= row)
        };
        while taken(self) {
            self.position += 1;
        }
        if self.position >= COLUMNS_MAX {
            return;
        }
        let columns = span(element, "colspan").min(COLUMNS_MAX - self.position);
        let rows = span(element, "rowspan").min(ROWS_SPANNED_MAX);
        let (first, last) = (self.position, self.position + columns - 1);
        if rows > 1 {
            let length = self.taken.len().max(last as usize + 1);
            self.taken.resize(length, 0);
            self.taken[first as usize..=last as usize].fill(row.saturating_add(rows - 1));
        }
        if (rows > 1 || columns > 1) && self.merged.len() < MERGED_MAX {
            let block = Merged {
                first_row: row,
                last_row: row.saturating_add(rows - 1),
                first_position: first as u16,
                last_position: last as u16,
            };
            self.merged.push(block);
            self.builder.merge(block);
        }
        self.cell = Some(Cell::new(first, element));
        self.position = last + 1;
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else {
            return;
        };
        let mut date = String::new();
        let (text, kind) = cell.value(&mut date);
        self.row.push(cell.position as u16, text, kind);
    }

    fn finish(mut self) -> Result<Sheet, Failure> {
        self.end_row()?;
        let mut sheet = self.builder.finish()?;
        sheet.merged = self.merged;
        sheet.hidden_rows = self.hidden_rows;
        sheet.hidden_columns = self.hidden_columns;
        Ok(sheet)
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
