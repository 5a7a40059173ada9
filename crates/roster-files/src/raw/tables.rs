//! Which tables of a web page are sheets, and which of them are one.
//!
//! Where a table has a header, one that goes on below it belongs to it: the body apart from its header, the next
//! page of a printed list, the next class. What has no header and goes on with nothing is what else stands
//! on a page, unless it looks like a list: then it is a sheet like any other, of which it is told that it
//! was not read.

use roster_model::{Column, Failure, Sheet};
use roster_package::bytes::ByteReader;
use roster_standard::{AnyColumn, Kind};

use super::read::{Open, Reading};
use crate::build::{OpenColumn, SheetBuilder, Stage};
use crate::failure;
use crate::row::Row;

/// What tables are called by their numbers.
pub(crate) const TABLE_NAME: &str = "表格";
/// Tables of a page that may be sheets.
const TABLES_MAX: usize = 1024;
/// Rows, and cells of one of them, that a list has at least.
const LIST_ROWS_MIN: u32 = 3;
const LIST_CELLS_MIN: usize = 3;
/// Digits of a date, and of a number that is one person's.
const DATE_DIGITS_MIN: usize = 6;
const NUMBER_DIGITS_MIN: usize = 11;

/// The tables of a page, while they are read.
#[derive(Default)]
pub(super) struct Tables<'r> {
    /// Where the rows of the last one begin.
    start: Option<ByteReader<'r>>,
    /// The name of the first.
    first: Option<String>,
    /// The last one with a header, for what goes on with it may follow; and its last row.
    above: Option<Open>,
    last_row: u32,
    /// It is read on, as the table that is open.
    goes_on: bool,
    /// Tables without a header behind it.
    behind: Vec<Sheet>,
}

impl Reading<'_> {
    /// A table begins. What is said of a page with one sheet holds for the table that it is.
    pub(super) fn start_table(&mut self, builder: &mut SheetBuilder) {
        self.tables.start = Some(self.stream);
        let name = &builder.sheet.name;
        let first = self.tables.first.get_or_insert_with(|| name.clone());
        let whole = page_name(first);
        builder.header_row = builder
            .header_row
            .or_else(|| self.options.header_row(whole));
    }

    /// Ends a table. `true` where it is to be read again, as a part of the one above.
    pub(super) fn close_table(&mut self, mut open: Open) -> bool {
        let has_header = match has_header(&mut open.builder) {
            Ok(it) => it,
            Err(too_large) => {
                self.fail(open.failure.unwrap_or(too_large));
                return false;
            }
        };
        let tables = &mut self.tables;
        let (last_row, table) = (tables.last_row, &open.builder);
        let above = tables
            .above
            .take_if(|it| goes_on(&it.builder, last_row, table));
        if let Some(mut above) = above {
            // What stands between the two was never looked at: it is not said to be blank.
            above.builder.last_number = first_row(&table.sheet).saturating_sub(1);
            self.stream = tables.start.unwrap_or(self.stream);
            tables.goes_on = true;
            self.open = Some(above);
            return true;
        }
        if has_header {
            if !std::mem::take(&mut tables.goes_on) {
                self.end_above();
            }
            self.tables.last_row = open.row.number;
            open.row = Row::default();
            self.tables.above = Some(open);
        } else if open.builder.sheet.filled_rows > 1 || is_list(&open.builder.sheet) {
            let sheet = self.finish(open);
            self.tables.behind.extend(sheet);
        }
        false
    }

    /// The last table with a header is complete.
    fn end_above(&mut self) {
        let above = self.tables.above.take();
        let above = above.and_then(|it| self.finish(it));
        let behind = std::mem::take(&mut self.tables.behind);
        for sheet in above.into_iter().chain(behind) {
            if self.read.sheets.len() < TABLES_MAX {
                self.read.sheets.push(sheet);
            } else {
                self.fail(failure::too_many_tables());
            }
        }
    }

    /// All tables were read: those that are sheets get their names, and those that the person does
    /// not want go.
    pub(super) fn end_tables(&mut self) {
        self.end_above();
        let sheets = &mut self.read.sheets;
        if sheets.iter().any(Sheet::has_header) {
            sheets.retain(|it| it.has_header() || is_list(it));
        }
        let first = self.tables.first.take().unwrap_or_default();
        if let [only] = &mut *self.read.sheets {
            page_name(&first).clone_into(&mut only.name);
        }
        for sheet in std::mem::take(&mut self.read.sheets) {
            if self.options.is_skipped(&sheet.name) {
                self.read.skipped.push(sheet.name);
            } else {
                self.read.sheets.push(sheet);
            }
        }
    }
}

/// What a page calls its sheet, by the name of its first table.
fn page_name(first: &str) -> &str {
    if first.starts_with(TABLE_NAME) {
        ""
    } else {
        first
    }
}

/// Whether a table that was read to its end has a header.
fn has_header(builder: &mut SheetBuilder) -> Result<bool, Failure> {
    builder.settle()?;
    while matches!(builder.stage, Stage::LookingFar(_)) {
        builder.settle_far()?;
    }
    Ok(builder.is_found())
}

fn first_row(sheet: &Sheet) -> u32 {
    sheet.head.first().map_or(0, |it| it.row_number)
}

/// Whether a table stands below another, which ends with a row, and has its columns: without a header, or
/// under the same one.
fn goes_on(above: &SheetBuilder, last_row: u32, table: &SheetBuilder) -> bool {
    let (columns, sheet) = (&above.columns, &table.sheet);
    if !sheet.name.starts_with(TABLE_NAME) || first_row(sheet) <= last_row {
        return false;
    }
    if table.is_found() {
        return sheet.title_rows.is_empty() && headers(columns).eq(headers(&table.columns));
    }
    let is_told = named(columns).any(|(_, it)| is_telling(it));
    sheet.head.iter().any(|row| {
        let cells = || row.cells.iter().map(|it| (it.0, it.1.trim()));
        if is_told {
            cells().any(|(at, text)| named(columns).any(|it| it.0 == at && is_like(it.1, text)))
        } else {
            columns
                .iter()
                .map(|it| it.header.position)
                .eq(cells().map(|it| it.0))
        }
    })
}

/// What the columns are called, by their positions.
fn headers(columns: &[OpenColumn]) -> impl Iterator<Item = (u16, &str)> {
    let headers = columns.iter().map(|it| &it.header);
    headers
        .filter(|it| !it.text.is_empty())
        .map(|it| (it.position, it.text.trim()))
}

/// The known columns by their positions.
fn named(columns: &[OpenColumn]) -> impl Iterator<Item = (u16, AnyColumn)> {
    let headers = columns.iter().map(|it| &it.header);
    headers.filter_map(|it| it.named().map(|column| (it.position, column)))
}

/// Whether the texts of a column cannot be mistaken.
fn is_telling(column: AnyColumn) -> bool {
    is_like(column, "男") || is_like(column, "20150901")
}

/// Whether a text is such a one.
fn is_like(column: AnyColumn, text: &str) -> bool {
    let AnyColumn::Known(column) = column else {
        return false;
    };
    match column.info().kind {
        Kind::Id | Kind::Date | Kind::Phone | Kind::StudentNumber => {
            digits(text) >= DATE_DIGITS_MIN
        }
        _ => column == Column::Sex && matches!(text, "男" | "女"),
    }
}

/// Whether a table without a header is a list all the same.
fn is_list(sheet: &Sheet) -> bool {
    let mut rows = sheet.head.iter();
    let is_number =
        |text: &str| digits(text) >= NUMBER_DIGITS_MIN && text.len() < 2 * NUMBER_DIGITS_MIN;
    rows.any(|row| {
        let is_wide = row.cells.len() >= LIST_CELLS_MIN && sheet.filled_rows >= LIST_ROWS_MIN;
        is_wide || row.cells.iter().any(|it| is_number(&it.1))
    })
}

fn digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}
