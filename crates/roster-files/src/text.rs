//! Text files: comma, tab or semicolon between the fields, in any encoding clerks have.
//!
//! Text without a delimiter is still a sheet, of one column and without a header; only bytes that
//! are no text at all are refused.

use roster_model::{CellKind, Failure, FileTraits, Format};
use roster_standard::header::{Header, find};

use crate::build::SheetBuilder;
use crate::delimited::Rows;
use crate::encoding::{Decoded, decode};
use crate::row::Row;
use crate::{ReadFile, ReadOptions, failure};

/// Rows in which a delimiter has to show itself.
const ROWS_SAMPLED: usize = 16;
/// How often the progress is told.
const ROWS_BETWEEN_VISITS: u32 = 512;

/// Reads a text file.
pub(crate) fn read(bytes: &[u8], options: &ReadOptions, visit: &mut dyn FnMut(u64)) -> ReadFile {
    let Some(decoded) = decode(bytes) else {
        return ReadFile::failed(Format::Unknown, failure::junk());
    };
    let delimiter = delimiter(&decoded);
    let format = if delimiter == b'\t' {
        Format::Tsv
    } else {
        Format::Csv
    };
    let mut read = ReadFile {
        format,
        encoding: Some(decoded.name),
        traits: FileTraits::default(),
        failure: None,
        sheets: Vec::new(),
        skipped: Vec::new(),
    };
    let mut report = |done: usize| {
        // Text that was decoded first may be longer than the file.
        visit((done as u64).min(bytes.len() as u64));
    };
    match read_rows(&decoded, delimiter, options, &mut report) {
        Ok(sheet) => read.sheets.push(sheet),
        Err(failure) => read.failure = Some(failure),
    }
    read
}

fn read_rows(
    decoded: &Decoded,
    delimiter: u8,
    options: &ReadOptions,
    report: &mut dyn FnMut(usize),
) -> Result<roster_model::Sheet, Failure> {
    let mut rows = Rows::new(&decoded.bytes, delimiter);
    let mut builder = SheetBuilder::new("", options);
    let mut row = Row::default();
    let mut next_visit = ROWS_BETWEEN_VISITS;
    loop {
        let offset = rows.offset();
        let Some((number, record)) = rows.next_row() else {
            break;
        };
        row.start(number);
        for (position, field) in record.iter().enumerate() {
            if field.is_empty() {
                continue;
            }
            let position = u16::try_from(position).map_err(|_| failure::too_many_columns())?;
            row.push(position, &decoded.text(field), CellKind::Text);
        }
        builder.push(&row)?;
        if number >= next_visit {
            next_visit = number.saturating_add(ROWS_BETWEEN_VISITS);
            report(offset);
        }
    }
    builder.finish()
}

/// The delimiter under which most headers are known words; of equals, the one that splits most.
fn delimiter(decoded: &Decoded) -> u8 {
    let mut best = (b',', (0, 0));
    for delimiter in [b',', b'\t', b';'] {
        let mut rows = Rows::new(&decoded.bytes, delimiter);
        let (mut known_most, mut splits) = (0, 0);
        for _ in 0..ROWS_SAMPLED {
            let Some((_, record)) = rows.next_row() else {
                break;
            };
            splits += record.len() - 1;
            let known = record.iter().take(512).filter(|field| {
                field.len() < 256 && matches!(find(&decoded.text(field)), Header::Column(_))
            });
            known_most = known_most.max(known.count());
        }
        if (known_most, splits) > best.1 {
            best = (delimiter, (known_most, splits));
        }
    }
    best.0
}
