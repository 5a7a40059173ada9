//! A raw stream becomes sheets. Any bytes are taken: what is no stream is a damaged file.

use roster_model::{
    CellKind, Failure, FailureKind, FileTraits, Format, Merged, SHEET_COLUMNS_MAX as COLUMNS_MAX,
    SHEET_ROWS_MAX as ROWS_MAX, Said, Sheet, Visibility,
};
use roster_package::bytes::ByteReader;
use roster_text::Encoding;

use super::tables::Tables;
use super::{
    CELL, ENCODING, END, FAILURE, FILTERED, FORMATS, HIDDEN_COLUMNS, HIDDEN_ROWS, MARK, MERGED,
    PHANTOM_ROWS, ROW, SHEET, TRAITS,
};
use crate::build::SheetBuilder;
use crate::row::Row;
use crate::{NO_HEADER, ReadFile, ReadOptions, failure};

/// How often the progress is told.
const ROWS_BETWEEN_VISITS: u32 = 512;

/// Makes sheets of a stream that was made of a file of `total` bytes.
pub(crate) fn read_raw(
    total: u64,
    raw: &[u8],
    options: &ReadOptions,
    visit: &mut dyn FnMut(u64),
) -> ReadFile {
    let mut reading = Reading {
        stream: ByteReader::new(raw),
        read: ReadFile::failed(Format::Unknown, failure::damaged_package()),
        options,
        open: None,
        tables: Tables::default(),
    };
    reading.read.failure = None;
    let length = raw.len().max(1) as u64;
    let mut least = raw.len();
    let mut progress = |rest: usize| {
        least = least.min(rest);
        let done = raw.len() as u64 - least as u64;
        visit((u128::from(total) * u128::from(done) / u128::from(length)) as u64);
    };
    if reading.run(&mut progress).is_none() {
        // A table that goes on with the one above would be read from there.
        while reading.close(None) {}
        reading.fail(failure::damaged_package());
    }
    let is_page = reading.is_page();
    if is_page {
        reading.end_tables();
    }
    let read = &mut reading.read;
    if read.sheets.is_empty() && read.skipped.is_empty() && read.failure.is_none() {
        read.failure = Some(if is_page {
            failure::no_table()
        } else {
            failure::no_sheet()
        });
    }
    visit(total);
    reading.read
}

pub(super) struct Reading<'r> {
    pub(super) stream: ByteReader<'r>,
    pub(super) read: ReadFile,
    pub(super) options: &'r ReadOptions,
    pub(super) open: Option<Open>,
    pub(super) tables: Tables<'r>,
}

/// The sheet that is being read.
pub(super) struct Open {
    /// The name of a sheet that is left out: it is read over.
    skipped: Option<String>,
    pub(super) builder: SheetBuilder,
    pub(super) row: Row,
    next_position: u32,
    facts: Facts,
    pub(super) failure: Option<Failure>,
}

/// What a file says of a sheet besides its cells.
#[derive(Default)]
struct Facts {
    visibility: Visibility,
    is_filtered: bool,
    hidden_rows: Vec<u32>,
    hidden_columns: Vec<u16>,
    phantom_rows: u32,
    merged: Vec<Merged>,
}

impl Reading<'_> {
    /// `None` where the bytes are no stream.
    fn run(&mut self, progress: &mut dyn FnMut(usize)) -> Option<()> {
        if self.stream.take(MARK.len())? != MARK {
            return None;
        }
        let format = usize::from(self.stream.byte()?);
        self.read.format = *FORMATS.get(format)?;
        loop {
            match self.stream.byte()? {
                END if self.close(None) => {}
                END => break,
                TRAITS => {
                    let flags = self.stream.number()?;
                    self.read.traits = FileTraits {
                        date_1904: flags & 1 != 0,
                        has_macros: flags & 2 != 0,
                        encoding_guessed: flags & 4 != 0,
                        ends_early: flags & 8 != 0,
                        external_links: self.stream.number()?,
                        ..FileTraits::default()
                    };
                }
                ENCODING => {
                    let encoding = Encoding::by_name(self.stream.text()?)?;
                    self.read.encoding = Some(encoding.name());
                }
                SHEET => {
                    let name = self.stream.text()?;
                    let visibility = usize::from(self.stream.byte()?);
                    let visibility = *Visibility::ALL.get(visibility)?;
                    if !self.close(None) {
                        self.start(name, visibility);
                    }
                }
                FAILURE => {
                    let failure = read_failure(&mut self.stream)?;
                    self.close(Some(failure));
                }
                ROW => {
                    let step = self.stream.number()?;
                    let rest = self.stream.left();
                    let is_page = self.is_page();
                    let open = self.open.as_mut()?;
                    let is_first = open.row.number == 0;
                    let number = open.start_row(step)?;
                    if is_page && is_first {
                        open.forget_header_above(number);
                    }
                    // A web page may have more.
                    if number > ROWS_MAX && !is_page {
                        return None;
                    }
                    if number % ROWS_BETWEEN_VISITS == 0 {
                        progress(rest);
                    }
                }
                step if step >= CELL => {
                    let kind = *CellKind::ALL.get(usize::from(step - CELL))?;
                    let position = self.stream.number()?;
                    let text = self.stream.text()?;
                    self.open.as_mut()?.cell(position, text, kind)?;
                }
                step => self.open.as_mut()?.take(step, &mut self.stream)?,
            }
        }
        Some(())
    }

    /// A page has tables rather than sheets: which of them are some is known when all are read.
    pub(super) fn is_page(&self) -> bool {
        self.read.format == Format::Html
    }

    fn start(&mut self, name: &str, visibility: Visibility) {
        let is_skipped = !self.is_page() && self.options.is_skipped(name);
        let mut builder = SheetBuilder::new(name, self.options);
        if self.is_page() {
            self.start_table(&mut builder);
        }
        self.open = Some(Open {
            skipped: is_skipped.then(|| name.to_owned()),
            builder,
            row: Row::default(),
            next_position: 0,
            facts: Facts {
                visibility,
                ..Facts::default()
            },
            failure: None,
        });
    }

    /// Ends the sheet that is being read; what was read of it before a failure is kept. `true` where it is
    /// to be read again, as a part of the one above.
    fn close(&mut self, failure: Option<Failure>) -> bool {
        if let Some(mut open) = self.open.take() {
            if let Some(name) = open.skipped {
                self.read.skipped.push(name);
                return false;
            }
            open.push_row();
            if self.is_page() {
                if self.close_table(open) {
                    return true;
                }
            } else if let Some(sheet) = self.finish(open) {
                self.read.sheets.push(sheet);
            }
        }
        if let Some(failure) = failure {
            self.fail(failure);
        }
        false
    }

    /// The sheet that was read, unless there is too much of it.
    pub(super) fn finish(&mut self, open: Open) -> Option<Sheet> {
        if let Some(failure) = open.failure {
            self.fail(failure);
        }
        match open.builder.finish() {
            Ok(mut sheet) => {
                open.facts.give(&mut sheet);
                Some(sheet)
            }
            Err(too_large) => {
                self.fail(too_large);
                None
            }
        }
    }

    /// The first failure is the one that is told.
    pub(super) fn fail(&mut self, failure: Failure) {
        self.read.failure.get_or_insert(failure);
    }
}

impl Open {
    /// A row said to be the header stands above the table.
    fn forget_header_above(&mut self, first_row: u32) {
        let chosen = &mut self.builder.header_row;
        *chosen = chosen.filter(|it| *it == NO_HEADER || *it >= first_row);
    }

    fn start_row(&mut self, step: u32) -> Option<u32> {
        let number = self.row.number.checked_add(step)?;
        if step == 0 {
            return None;
        }
        // Not before: where the stream ends here, closing the sheet takes the row.
        self.push_row();
        self.row.start(number);
        self.next_position = 0;
        Some(number)
    }

    /// After a failure, which is the sheet's, its further rows are passed over.
    pub(super) fn push_row(&mut self) {
        if self.failure.is_none() && self.skipped.is_none() {
            self.failure = self.builder.push(&self.row).err();
        }
    }

    fn cell(&mut self, step: u32, text: &str, kind: CellKind) -> Option<()> {
        let position = self.next_position.checked_add(step)?;
        if position >= COLUMNS_MAX || self.row.number == 0 {
            return None;
        }
        self.next_position = position + 1;
        self.row.push(position as u16, text, kind);
        Some(())
    }

    fn take(&mut self, step: u8, stream: &mut ByteReader<'_>) -> Option<()> {
        if step != MERGED {
            return self.facts.take(step, stream);
        }
        let numbers = [0; 4].map(|_: u32| stream.number());
        let [first_row, last_row, first, last] = numbers;
        let (first, last) = (first?, last?);
        let block = Merged {
            first_row: first_row?,
            last_row: last_row?,
            first_position: first.min(COLUMNS_MAX) as u16,
            last_position: last.min(COLUMNS_MAX) as u16,
        };
        // No workbook is so wide: a program counted wrongly, and how far the block reaches is unknown.
        if last < COLUMNS_MAX {
            self.facts.merged.push(block);
            // A block that is told before its row says how far a word of the header reaches.
            self.builder.merge(block);
        }
        Some(())
    }
}

impl Facts {
    fn take(&mut self, step: u8, stream: &mut ByteReader<'_>) -> Option<()> {
        match step {
            HIDDEN_ROWS => {
                let (first, count) = (stream.number()?, stream.number()?);
                let end = first.checked_add(count)?;
                // Each row once, or a short stream could ask for any amount of memory.
                let after = self.hidden_rows.last().map_or(1, |last| last + 1);
                self.hidden_rows
                    .extend(first.max(after)..end.min(ROWS_MAX + 1));
            }
            HIDDEN_COLUMNS => {
                let (first, count) = (stream.number()?, stream.number()?);
                let end = first.checked_add(count)?.min(COLUMNS_MAX);
                let after = self.hidden_columns.last().map_or(0, |&last| last + 1);
                let positions = first.max(u32::from(after))..end;
                self.hidden_columns
                    .extend(positions.map(|position| position as u16));
            }
            FILTERED => self.is_filtered = true,
            PHANTOM_ROWS => self.phantom_rows = stream.number()?,
            _ => return None,
        }
        Some(())
    }

    fn give(self, sheet: &mut Sheet) {
        sheet.visibility = self.visibility;
        sheet.is_filtered = self.is_filtered;
        sheet.hidden_rows = self.hidden_rows;
        sheet.hidden_columns = self.hidden_columns;
        sheet.phantom_rows = self.phantom_rows;
        sheet.merged = self.merged;
    }
}

fn read_failure(stream: &mut ByteReader<'_>) -> Option<Failure> {
    let kind = usize::from(stream.byte()?);
    let kind = *FailureKind::ALL.get(kind)?;
    let (zh, en) = (stream.text()?, stream.text()?);
    Some(Failure {
        kind,
        said: Said::new(zh, en),
    })
}
