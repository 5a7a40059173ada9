//! A workbook whose large sheets are scanned by somebody else, by `SheetScan`, and come bit by bit.
//!
//! What comes whole is kept, and `read` reads everything else as ever. So nothing here says why a sheet
//! cannot be read: it is read once more, and that tells.

use roster_package::{Archive, Entry};

use super::book::{self, Book};
use super::rows::{Order, Rows};
use super::scanned::ScannedReader;
use super::shared::Shared;
use super::sheet::SheetRead;
use crate::build::SheetBuilder;
use crate::sniff::package::{Document, document};
use crate::sniff::{Content, sniff};
use crate::{ReadFile, ReadOptions};

/// Sheets that come so; where there are more, the others are read as ever.
const SHEETS_MAX: usize = 64;

/// A workbook of which some sheets were read.
pub struct WorkbookStream {
    options: ReadOptions,
    /// Part and name of the sheets to come, the next one last.
    to_come: Vec<(String, String)>,
    reading: Option<ScannedReader>,
    /// Packed bytes of what was read before, and of what came of this sheet.
    bytes_before: u64,
    bytes_came: u64,
    sheets: SheetsRead,
}

/// What was read of a workbook.
#[derive(Default)]
pub(crate) struct SheetsRead {
    /// What the sheets refer to, when it was read and is intact.
    pub(crate) shared: Option<Shared>,
    /// Sheets that are intact, by the name of the part.
    pub(crate) sheets: Vec<(String, SheetRead)>,
}

impl WorkbookStream {
    /// Begins with all bytes of a file; `None` where it has no sheet of `bytes_min` unpacked bytes.
    pub fn begin(bytes: &[u8], options: &ReadOptions, bytes_min: u64) -> Option<Self> {
        let archive = open(bytes)?;
        let book = book::read(&archive)?;
        let to_come = large_sheets(&book, options, bytes_min);
        (!to_come.is_empty()).then(|| WorkbookStream {
            options: options.clone(),
            to_come,
            reading: None,
            bytes_before: 0,
            bytes_came: 0,
            sheets: SheetsRead::default(),
        })
    }

    /// The part of the sheet that comes next; `None` when there is none any more.
    pub fn next_part(&mut self) -> Option<String> {
        let (part, name) = self.to_come.last()?;
        let builder = SheetBuilder::new(name, &self.options);
        self.reading = Some(ScannedReader::new(Rows::new(builder, Order::AsTheyCome)));
        Some(part.clone())
    }

    /// Reads what the sheets refer to, from the same bytes; before the first sheet comes. `visit` gets
    /// the number of packed bytes that were read.
    pub fn read_shared(&mut self, bytes: &[u8], visit: &mut dyn FnMut(u64)) {
        let archive = open(bytes);
        let Some((archive, book)) = archive.as_ref().and_then(|it| Some((it, book::read(it)?)))
        else {
            return;
        };
        let (shared, is_intact) = Shared::read(archive, &book, visit);
        self.sheets.shared = is_intact.then_some(shared);
        self.bytes_before = Shared::packed_size(&book);
    }

    /// Takes in the next piece of the sheet; `unpacked` counts the packed bytes that were unpacked until now.
    pub fn push(&mut self, piece: &[u8], unpacked: u64, visit: &mut dyn FnMut(u64)) {
        self.bytes_came = unpacked;
        visit(self.bytes_before + unpacked);
        if let (Some(reading), Some(shared)) = (&mut self.reading, &self.sheets.shared)
            && reading.take(piece, shared).is_none()
        {
            self.reading = None;
        }
    }

    /// The sheet came, or no more of it comes.
    pub fn end_part(&mut self) {
        self.bytes_before += std::mem::take(&mut self.bytes_came);
        let part = self.to_come.pop();
        let reading = self.reading.take();
        if let (Some((part, _)), Some(reading)) = (part, reading)
            && let Some(facts) = reading.facts
            && let Ok(sheet) = facts.sheet(reading.rows)
        {
            let is_intact = true;
            let read = SheetRead { sheet, is_intact };
            self.sheets.sheets.push((part, read));
        }
    }

    /// How many sheets came whole.
    #[cfg(test)]
    pub(crate) fn came(&self) -> usize {
        self.sheets.sheets.len()
    }

    /// Reads everything that did not come, and gives the file.
    pub fn finish(self, bytes: &[u8], visit: &mut dyn FnMut(u64)) -> ReadFile {
        // What is read once more was told.
        let mut visit = |done: u64| visit(done.max(self.bytes_before));
        crate::read_with(bytes, self.sheets, &self.options, &mut visit)
    }
}

fn open(bytes: &[u8]) -> Option<Archive<'_>> {
    if !matches!(sniff(bytes), Content::Zip) {
        return None;
    }
    let archive = Archive::open(bytes).ok()?;
    matches!(document(&archive), Document::Workbook).then_some(archive)
}

/// Part and name of the sheets of at least `bytes_min`, the first one last. A part that is there twice
/// belongs to the first of its sheets.
fn large_sheets(book: &Book, options: &ReadOptions, bytes_min: u64) -> Vec<(String, String)> {
    let mut sheets: Vec<(String, String)> = Vec::new();
    for sheet in &book.sheets {
        let entry = sheet.entry.filter(|it| it.size() >= bytes_min);
        let Some(part) = entry.map(Entry::name) else {
            continue;
        };
        let is_wanted = sheet.is_worksheet && !options.is_skipped(&sheet.name);
        if is_wanted && sheets.len() < SHEETS_MAX && sheets.iter().all(|it| it.0 != part) {
            sheets.push((part.to_owned(), sheet.name.clone()));
        }
    }
    sheets.reverse();
    sheets
}
