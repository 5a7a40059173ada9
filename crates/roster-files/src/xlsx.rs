//! Office Open XML workbooks: every worksheet, visible or hidden, cell by cell.
//!
//! Bytes go straight into the columns: a sheet is unpacked in a small window, and a sheet with one
//! cell in its far corner costs one cell. Looks are only used to tell dates from numbers; pictures
//! and validations are passed over and macros never run.

#[cfg(not(target_family = "wasm"))]
mod ahead;
mod around;
mod book;
pub(crate) mod cell;
pub(crate) mod date;
mod declared;
mod escapes;
mod nearest;
pub(crate) mod number;
mod part;
mod plain;
mod rows;
mod scan;
mod scanned;
mod shared;
mod sheet;
mod stream;
mod strings;
pub(crate) mod styles;
mod tables;

use std::collections::BTreeSet;

use roster_model::{Failure, FileTraits, Format, Sheet};
use roster_package::{Archive, Entry, PackageError};

use book::SheetPart;
use part::with_part;
use rows::Order;
use shared::Shared;
use sheet::{SheetError, SheetRead};

pub use scan::SheetScan;
pub(crate) use stream::SheetsRead;
pub use stream::WorkbookStream;

use crate::build::SheetBuilder;
use crate::{ReadFile, ReadOptions, failure};

/// Reads all worksheets but those that were read. Sheets that can be read are kept when another one
/// cannot.
pub(crate) fn read(
    archive: &Archive,
    already: SheetsRead,
    options: &ReadOptions,
    visit: &mut dyn FnMut(u64),
) -> ReadFile {
    let Some(book) = book::read(archive) else {
        return ReadFile::failed(Format::Xlsx, failure::damaged_package());
    };
    let mut reader = Reader {
        archive,
        options,
        visit,
        bytes_before: 0,
        already: already.sheets,
        read: ReadFile {
            format: if book.has_macros {
                Format::Xlsm
            } else {
                Format::Xlsx
            },
            encoding: None,
            traits: FileTraits {
                date_1904: book.date_1904,
                has_macros: book.has_macros,
                external_links: book.external_links,
                ..FileTraits::default()
            },
            failure: None,
            sheets: Vec::new(),
            skipped: Vec::new(),
        },
    };
    let shared = already.shared.unwrap_or_else(|| {
        let (shared, is_intact) = Shared::read(archive, &book, reader.visit);
        if !is_intact {
            reader.fail(failure::doubtful_package());
        }
        shared
    });
    reader.bytes_before = Shared::packed_size(&book);
    let mut taken = BTreeSet::new();
    for part in &book.sheets {
        reader.sheet(part, &shared, &mut taken);
    }
    let mut read = reader.read;
    if read.sheets.is_empty() && read.skipped.is_empty() && read.failure.is_none() {
        read.failure = Some(failure::no_sheet());
    }
    read
}

struct Reader<'a, 'b> {
    archive: &'a Archive<'b>,
    options: &'a ReadOptions,
    visit: &'a mut dyn FnMut(u64),
    /// Packed bytes of the parts that are done with.
    bytes_before: u64,
    /// Sheets that were read, by the name of the part.
    already: Vec<(String, SheetRead)>,
    read: ReadFile,
}

impl Reader<'_, '_> {
    /// Reads one sheet of the list, or says why not.
    fn sheet(&mut self, part: &SheetPart, shared: &Shared, taken: &mut BTreeSet<String>) {
        let name = part.name.as_str();
        if !part.is_worksheet {
            return;
        }
        if self.options.is_skipped(name) {
            self.read.skipped.push(name.to_owned());
            return;
        }
        // One part for many sheets would make a small file endless.
        let entry = part.entry.filter(|it| taken.insert(it.name().to_owned()));
        let Some(entry) = entry else {
            self.fail(failure::damaged_sheet(name));
            return;
        };
        match self.cells(entry, name, shared) {
            Ok(SheetRead {
                mut sheet,
                is_intact,
            }) => {
                sheet.visibility = part.visibility;
                if !sheet.is_filtered && !sheet.hidden_rows.is_empty() {
                    let filtered = tables::filtered_rows(self.archive, entry);
                    let hides = |row: &u32| filtered.iter().any(|it| (it.0..=it.1).contains(row));
                    sheet.is_filtered = sheet.hidden_rows.iter().any(hides);
                }
                self.read.sheets.push(sheet);
                if !is_intact {
                    self.fail(failure::doubtful_sheet(name));
                }
            }
            Err(SheetError::NoWorksheet) => {}
            Err(SheetError::Failure(failure)) => self.fail(failure),
            Err(SheetError::StringsMissing) => {
                self.read.failure = Some(failure::damaged_package());
            }
            Err(_) => self.fail(failure::damaged_sheet(name)),
        }
        self.bytes_before += entry.packed_size();
    }

    /// Reads the cells: once, or again when only the end of the part told what had to be known
    /// at its beginning.
    fn cells(
        &mut self,
        entry: &Entry,
        name: &str,
        shared: &Shared,
    ) -> Result<SheetRead, SheetError> {
        let (archive, options, before) = (self.archive, self.options, self.bytes_before);
        let mut told = 0;
        let mut visit = |done: u64| {
            // The second time, the same bytes pass again.
            told = done.max(told);
            (self.visit)(before + told);
        };
        let (mut order, mut merged) = (Order::AsTheyCome, Vec::new());
        let already = self.already.iter().position(|it| it.0 == entry.name());
        let mut already = already.map(|at| self.already.swap_remove(at).1);
        loop {
            let mut builder = SheetBuilder::new(name, options);
            for block in &merged {
                builder.merge(*block);
            }
            let read = match already.take() {
                Some(read) => Ok(Ok(read)),
                None => with_part(archive, entry, |part| {
                    sheet::read(part, shared, builder, order, &mut visit)
                }),
            };
            match read.map_err(|error| refused(error, name))? {
                Err(SheetError::Disorder) if order == Order::AsTheyCome => order = Order::Sorted,
                Ok(read) if merged.is_empty() && merges_header(&read.sheet) => {
                    merged = read.sheet.merged;
                }
                read => return read,
            }
        }
    }

    /// The first failure is told; it names the part that a person has to look at.
    fn fail(&mut self, failure: Failure) {
        self.read.failure.get_or_insert(failure);
    }
}

/// Whether cells are merged where the header is, or may be: then a word reaches further than its
/// cell. The part lists merged cells behind the rows. One block above the header is a title, several may be the
/// upper level of the header.
fn merges_header(sheet: &Sheet) -> bool {
    let last = sheet.head.last().map_or(0, |row| row.row_number);
    let starts_at = |row: u32| sheet.merged.iter().filter(move |it| it.first_row == row);
    match sheet.header_rows.first() {
        Some(first) => {
            sheet
                .header_rows
                .iter()
                .any(|it| starts_at(*it).count() > 0)
                || starts_at(first - 1).count() > 1
        }
        None => sheet.merged.iter().any(|it| it.first_row <= last),
    }
}

fn refused(error: PackageError, name: &str) -> SheetError {
    SheetError::Failure(match error {
        PackageError::Encrypted => failure::encrypted(),
        _ => failure::damaged_sheet(name),
    })
}
