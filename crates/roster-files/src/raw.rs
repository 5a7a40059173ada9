//! The cells of a foreign workbook as a compact stream of bytes.
//!
//! Readers of formats with large libraries live apart and hand over what they read in this form:
//! `RawWriter` writes it, `read_raw` makes sheets of it. The stream knows positions, texts and what
//! a file hides; it knows nothing of headers and pupils.
//!
//! The stream is `MARK`, one byte for the format, then steps. A step is one byte and its numbers
//! (LEB128, at most five bytes) and texts (length in bytes, then UTF-8):
//!
//! | byte | step | holds |
//! |---|---|---|
//! | 0 | end | |
//! | 1 | traits | flags (1: dates from 1904, 2: macros, 4: encoding guessed, 8: ends early), number of external links |
//! | 2 | sheet | name, visibility (0, 1, 2) |
//! | 3 | row | row number minus that of the row before; the first row of a sheet counts from 0 |
//! | 4 | hidden rows | first row number, how many |
//! | 5 | hidden columns | first position, how many |
//! | 6 | merged | first row, last row, first position, last position |
//! | 7 | filtered | |
//! | 8 | phantom rows | how many |
//! | 9 | failure | kind, the sentence in Chinese, in English |
//! | 10 | encoding | its name |
//! | 16 + kind | cell | position minus that of the cell before (the first counts from −1), text |

mod read;
#[cfg(feature = "markup")]
mod sheet;
mod tables;

use roster_model::{CellKind, Failure, FileTraits, Format, Merged, Visibility};
use roster_package::bytes::{push_number, push_text};

pub(crate) use read::read_raw;
#[cfg(feature = "markup")]
pub(crate) use sheet::RawSheet;
#[cfg(feature = "markup")]
pub(crate) use tables::TABLE_NAME;

/// The first bytes of a stream; the last of them is its version.
const MARK: &[u8; 4] = b"RCC1";
/// Longest stream. A small file that repeats long texts can ask for any amount of memory.
pub const RAW_BYTES_MAX: usize = 1 << 29;

const END: u8 = 0;
const TRAITS: u8 = 1;
const SHEET: u8 = 2;
const ROW: u8 = 3;
const HIDDEN_ROWS: u8 = 4;
const HIDDEN_COLUMNS: u8 = 5;
const MERGED: u8 = 6;
const FILTERED: u8 = 7;
const PHANTOM_ROWS: u8 = 8;
const FAILURE: u8 = 9;
const ENCODING: u8 = 10;
const CELL: u8 = 16;

const FORMATS: [Format; 6] = [
    Format::Unknown,
    Format::Xls,
    Format::Xlsb,
    Format::Ods,
    Format::Html,
    Format::SpreadsheetXml,
];
/// Writes the stream of one file. Sheets, rows and cells are given in ascending order.
#[derive(Clone, Debug)]
pub struct RawWriter {
    bytes: Vec<u8>,
    row: u32,
    next_position: u32,
}

impl RawWriter {
    /// Begins the stream of a file of a format: xls, xlsb, ods, a web page or an XML spreadsheet.
    pub fn new(format: Format) -> Self {
        let mut writer = RawWriter {
            bytes: MARK.to_vec(),
            row: 0,
            next_position: 0,
        };
        let place = FORMATS.iter().position(|it| *it == format);
        writer.bytes.push(place.unwrap_or(0) as u8);
        writer
    }

    /// What is worth knowing of the file besides its cells.
    pub fn traits(&mut self, traits: &FileTraits) {
        let flags = [
            traits.date_1904,
            traits.has_macros,
            traits.encoding_guessed,
            traits.ends_early,
        ];
        let flags = flags
            .iter()
            .rev()
            .fold(0, |all, &it| all << 1 | u32::from(it));
        self.step(TRAITS, &[flags, traits.external_links]);
    }

    /// The encoding that the texts of the file were in, by the name of an `Encoding`.
    pub fn encoding(&mut self, name: &str) {
        self.bytes.push(ENCODING);
        self.text(name);
    }

    /// Begins a sheet.
    pub fn start_sheet(&mut self, name: &str, visibility: Visibility) {
        (self.row, self.next_position) = (0, 0);
        self.bytes.push(SHEET);
        self.text(name);
        self.bytes.push(visibility as u8);
    }

    /// Begins a row of the sheet; its number, from 1, is greater than that of the row before.
    pub fn start_row(&mut self, number: u32) {
        debug_assert!(number > self.row, "rows ascend");
        self.step(ROW, &[number.saturating_sub(self.row)]);
        (self.row, self.next_position) = (number, 0);
    }

    /// A cell of the row; its position, from 0, is greater than that of the cell before.
    pub fn cell(&mut self, position: u16, text: &str, kind: CellKind) {
        let position = u32::from(position);
        debug_assert!(position >= self.next_position, "cells ascend");
        let step = position.saturating_sub(self.next_position);
        self.step(CELL + kind as u8, &[step]);
        self.text(text);
        self.next_position = position + 1;
    }

    /// Rows of the sheet that the file hides: first row number, and how many.
    pub fn hide_rows(&mut self, first: u32, count: u32) {
        self.step(HIDDEN_ROWS, &[first, count]);
    }

    /// Columns of the sheet that the file hides: first position, and how many.
    pub fn hide_columns(&mut self, first: u16, count: u16) {
        self.step(HIDDEN_COLUMNS, &[u32::from(first), u32::from(count)]);
    }

    /// A merged block of the sheet.
    pub fn merge(&mut self, it: Merged) {
        let (first, last) = (u32::from(it.first_position), u32::from(it.last_position));
        self.step(MERGED, &[it.first_row, it.last_row, first, last]);
    }

    /// A filter hides rows of the sheet.
    pub fn filter(&mut self) {
        self.bytes.push(FILTERED);
    }

    /// Rows the file lists behind the last one of the sheet with anything in it.
    pub fn phantom_rows(&mut self, count: u32) {
        self.step(PHANTOM_ROWS, &[count]);
    }

    /// Why the file, or the sheet begun last, could not be read to its end.
    pub fn fail(&mut self, failure: &Failure) {
        self.bytes.push(FAILURE);
        self.bytes.push(failure.kind as u8);
        self.text(&failure.said.zh);
        self.text(&failure.said.en);
    }

    /// Whether no more cells may be written.
    pub fn is_full(&self) -> bool {
        self.bytes.len() >= RAW_BYTES_MAX
    }

    /// The finished stream.
    pub fn finish(mut self) -> Vec<u8> {
        self.bytes.push(END);
        self.bytes
    }

    fn step(&mut self, step: u8, numbers: &[u32]) {
        self.bytes.push(step);
        for &number in numbers {
            self.number(number);
        }
    }

    fn number(&mut self, number: u32) {
        push_number(number, &mut self.bytes);
    }

    fn text(&mut self, text: &str) {
        push_text(text, &mut self.bytes);
    }
}

/// Whether the bytes are such a stream.
pub fn is_raw(bytes: &[u8]) -> bool {
    bytes.starts_with(MARK)
}
