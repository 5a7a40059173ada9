//! What the crate promises, tried from outside: bytes in, sheets or one sentence out.
//!
//! Every file here is made by the test itself; none is a copy of a real one.

mod form_row;
mod header;
mod header_chosen;
mod header_levels;
mod header_row;
mod markup;
mod mhtml;
mod random;
mod raw;
mod rows;
mod rows_beside;
mod rows_nobody;
mod rows_somebody;
mod spreadsheet_xml;
mod stream;
mod text;
mod workbook;
mod wrong;
mod xlsx;

use roster_model::{Column, Sheet};
use rust_xlsxwriter::{Workbook, Worksheet};

use crate::{ReadFile, ReadOptions, read};

/// Reads bytes, checking that the progress never goes back or beyond the end.
fn read_bytes(bytes: &[u8]) -> ReadFile {
    let mut last = 0;
    let read = read(bytes, &ReadOptions::default(), &mut |done| {
        assert!(
            done >= last && done <= bytes.len() as u64,
            "{last} then {done}"
        );
        last = done;
    });
    assert!(
        !read.sheets.is_empty() || read.failure.is_some(),
        "neither a sheet nor a failure"
    );
    assert_eq!(last, bytes.len() as u64);
    // As two workers read it, it is the same; what is huge is left to other tests.
    let rows: u32 = read.sheets.iter().map(Sheet::row_count).sum();
    if rows < 10_000
        && let Some((scanned, _)) = xlsx::scanned(bytes, &ReadOptions::default())
    {
        assert_eq!(format!("{scanned:?}"), format!("{read:?}"));
    }
    read
}

/// The only sheet of a file that can be read.
fn read_sheet(bytes: &[u8]) -> Sheet {
    let mut read = read_bytes(bytes);
    assert_eq!(read.failure, None);
    assert_eq!(read.sheets.len(), 1);
    read.sheets.remove(0)
}

fn read_text(text: &str) -> Sheet {
    read_sheet(text.as_bytes())
}

/// A workbook with one sheet.
fn workbook(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    book.save_to_buffer().unwrap()
}

/// Texts of one column of the standard, top to bottom.
fn texts(sheet: &Sheet, column: Column) -> Vec<&str> {
    let index = sheet.index_of(column).unwrap();
    (0..sheet.row_count())
        .map(|row| sheet.text(index, row))
        .collect()
}
