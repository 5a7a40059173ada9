//! Office Open XML workbooks: every worksheet, visible or hidden, cell by cell.
//!
//! Cells are streamed, so a sheet with one cell in its far corner costs one cell. Formats are only
//! used to tell dates from numbers; styles, pictures and macros are not read.

use std::cell::Cell;
use std::fmt::{Display, Write};
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, Xlsx, XlsxError};
use roster_model::{CellKind, Failure, FileTraits, Format, Sheet};

use crate::build::SheetBuilder;
use crate::package::Package;
use crate::row::Row;
use crate::{ReadFile, ReadOptions, failure};

/// The first serial that is no date: 1 January of the year 10000.
const SERIAL_END: f64 = 2_958_466.0;
/// Rows of the longest workbook.
const ROWS_MAX: u32 = 1_048_576;
/// How often the progress is told.
const ROWS_BETWEEN_VISITS: u32 = 512;

/// The workbook's bytes, counting how many were read.
struct Counted<'b> {
    bytes: Cursor<&'b [u8]>,
    count: Rc<Cell<u64>>,
}

impl Read for Counted<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.bytes.read(buffer)?;
        self.count.set(self.count.get() + count as u64);
        Ok(count)
    }
}

impl Seek for Counted<'_> {
    fn seek(&mut self, place: SeekFrom) -> io::Result<u64> {
        self.bytes.seek(place)
    }
}

/// Reads all worksheets. Sheets that can be read are kept when another one cannot.
pub(crate) fn read(
    bytes: &[u8],
    package: &Package,
    options: &ReadOptions,
    visit: &mut dyn FnMut(u64),
) -> ReadFile {
    // The library beneath adds up untrusted numbers and may panic where overflow is checked;
    // nothing it touched is used afterwards.
    let read = catch_unwind(AssertUnwindSafe(|| {
        read_workbook(bytes, package, options, visit)
    }));
    match read {
        Ok(Ok(read)) => read,
        Ok(Err(failure)) => ReadFile::failed(Format::Xlsx, failure),
        Err(_) => ReadFile::failed(Format::Xlsx, failure::damaged_package()),
    }
}

fn read_workbook(
    bytes: &[u8],
    package: &Package,
    options: &ReadOptions,
    visit: &mut dyn FnMut(u64),
) -> Result<ReadFile, Failure> {
    let count = Rc::new(Cell::new(0));
    let source = Counted {
        bytes: Cursor::new(bytes),
        count: Rc::clone(&count),
    };
    let mut workbook = Xlsx::new(source).map_err(|error| match error {
        XlsxError::Password => failure::encrypted(),
        _ => failure::damaged_package(),
    })?;
    let mut report = || visit(count.get().min(bytes.len() as u64));
    report();
    let names: Vec<String> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut read = ReadFile {
        format: Format::Xlsx,
        encoding: None,
        traits: FileTraits::default(),
        failure: None,
        sheets: Vec::new(),
        skipped: Vec::new(),
    };
    for name in names {
        if options.is_skipped(&name) {
            read.skipped.push(name);
            continue;
        }
        match read_sheet(&mut workbook, &name, options, &mut report) {
            Ok(Some(mut sheet)) => {
                if let Some(hidden) = package.hidden.get(&name) {
                    sheet.hidden_rows.clone_from(&hidden.rows);
                    sheet.hidden_columns.clone_from(&hidden.columns);
                }
                read.sheets.push(sheet);
            }
            Ok(None) => {}
            Err(failure) => read.failure = read.failure.or(Some(failure)),
        }
    }
    if read.sheets.is_empty() && read.skipped.is_empty() && read.failure.is_none() {
        read.failure = Some(failure::no_sheet());
    }
    Ok(read)
}

/// `None` for a part that turns out to be no worksheet.
fn read_sheet(
    workbook: &mut Xlsx<Counted>,
    name: &str,
    options: &ReadOptions,
    report: &mut dyn FnMut(),
) -> Result<Option<Sheet>, Failure> {
    let damaged = |_| failure::damaged_sheet(name);
    let mut cells = match workbook.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        Err(XlsxError::NotAWorksheet(_)) => return Ok(None),
        Err(error) => return Err(damaged(error)),
    };
    let mut builder = SheetBuilder::new(name, options);
    let mut row = Row::default();
    let mut text = String::new();
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(damaged)? {
        let number = cell.pos.0.saturating_add(1);
        if number != row.number {
            builder.push(&row)?;
            if number < row.number || number > ROWS_MAX {
                return Err(failure::damaged_sheet(name));
            }
            if number / ROWS_BETWEEN_VISITS != row.number / ROWS_BETWEEN_VISITS {
                report();
            }
            row.start(number);
        }
        let position = u16::try_from(cell.pos.1).map_err(|_| failure::too_many_columns())?;
        text.clear();
        let kind = write_cell(&cell.value, &mut text);
        let is_result = cell.formula.is_some() && kind != CellKind::Error;
        row.push(
            position,
            &text,
            if is_result { CellKind::Formula } else { kind },
        );
    }
    builder.push(&row)?;
    builder.finish().map(Some)
}

/// Writes the text of a cell, and says how the file stored it.
fn write_cell(value: &DataRef, text: &mut String) -> CellKind {
    let (written, kind): (&dyn Display, CellKind) = match value {
        DataRef::Empty => (&"", CellKind::Blank),
        DataRef::String(it) | DataRef::DurationIso(it) => (it, CellKind::Text),
        DataRef::SharedString(it) => (it, CellKind::Text),
        DataRef::Int(it) => (it, CellKind::Number),
        DataRef::Float(it) => return write_number(*it, text),
        DataRef::Bool(it) => (if *it { &"TRUE" } else { &"FALSE" }, CellKind::Boolean),
        DataRef::DateTime(it) => return write_date(it, text),
        DataRef::DateTimeIso(it) => {
            text.push_str(it.replace('T', " ").trim_end_matches(" 00:00:00"));
            return CellKind::Date;
        }
        DataRef::Error(it) => (it, CellKind::Error),
    };
    append(text, written);
    kind
}

fn append(text: &mut String, written: impl Display) {
    // Writing to a string does not fail.
    let _ = write!(text, "{written}");
}

/// All digits and never an exponent: the shortest digits that give the number back, with zeros
/// behind them where it is large.
fn write_number(number: f64, text: &mut String) -> CellKind {
    // Negative zero is shown as zero.
    let number = if number == 0.0 { 0.0 } else { number };
    append(text, number);
    CellKind::Number
}

fn write_date(date: &ExcelDateTime, text: &mut String) -> CellKind {
    let serial = date.as_f64();
    if date.is_duration() || !(1.0..SERIAL_END).contains(&serial) {
        return write_number(serial, text);
    }
    let (year, month, day, hour, minute, second, milli) = date.to_ymd_hms_milli();
    append(text, format_args!("{year:04}-{month:02}-{day:02}"));
    if (hour, minute, second, milli) != (0, 0, 0, 0) {
        append(text, format_args!(" {hour:02}:{minute:02}:{second:02}"));
    }
    CellKind::Date
}
