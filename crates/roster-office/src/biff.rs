//! xls of Excel 5 to 2003: records of a kind, a length and that many bytes, one stream a workbook.
//!
//! Cells lie where they lie; no grid is ever made of them. Formulas, pictures and macros are not
//! looked into. `sheet` reads the records of one sheet, `strings` texts that may be cut anywhere.

mod narrow;
mod sheet;
mod strings;

pub(crate) use sheet::rk;

use roster_files::RawWriter;
use roster_model::{FileTraits, Visibility};

use crate::failure;
use crate::number::Looks;
use crate::read::Broken;
use narrow::Narrow;
use strings::Pieces;

const BOF: u16 = 0x0809;
const EOF: u16 = 0x000A;
const CONTINUE: u16 = 0x003C;
const CODE_PAGE: u16 = 0x0042;
const DATE_MODE: u16 = 0x0022;
const FILE_PASS: u16 = 0x002F;
const FORMAT: u16 = 0x041E;
const XF: u16 = 0x00E0;
const BOUND_SHEET: u16 = 0x0085;
const SST: u16 = 0x00FC;
const SUP_BOOK: u16 = 0x01AE;

/// Sheets that are no tables: charts, dialogs, modules of macros.
const TABLE: u8 = 0;

/// Whether a file is such a stream without a compound file around it.
pub(crate) fn is_stream(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [0x09, 0x00 | 0x02 | 0x04 | 0x08, 4 | 6 | 8 | 16, 0x00, ..]
    )
}

/// Reads the stream of a workbook.
pub(crate) fn read(bytes: &[u8], has_macros: bool, raw: &mut RawWriter) -> Result<(), Broken> {
    let mut book = Book::read(bytes, None)?;
    let sheets = book.sheets(bytes)?;
    // Many programs wrote Chinese in the code page of the machine and declared another one.
    let (book, sheets) = if book.narrow.is_misread() {
        let mut book = Book::read(bytes, Some(Narrow::gbk()))?;
        let sheets = book.sheets(bytes)?;
        (book, sheets)
    } else {
        (book, sheets)
    };
    raw.traits(&FileTraits {
        date_1904: book.is_1904,
        has_macros,
        external_links: book.external_links,
        ..FileTraits::default()
    });
    for (bound, (cells, broken)) in book.bounds.iter().zip(sheets) {
        cells.write(&bound.name, bound.visibility, raw)?;
        if let Some(Broken(failure)) = broken {
            raw.fail(&failure);
        }
    }
    Ok(())
}

/// What is said before the sheets.
#[derive(Default)]
struct Book {
    is_biff8: bool,
    is_1904: bool,
    /// By number of the format.
    /// By number of the look of a cell.
    looks: Looks,
    bounds: Vec<Bound>,
    strings: strings::Shared,
    external_links: u32,
    narrow: Narrow,
}

/// Where a sheet begins, and how it is named.
struct Bound {
    start: usize,
    name: String,
    visibility: Visibility,
}

/// Cells of a sheet, and why there are not all of them.
type Read = (crate::cells::SheetCells, Option<Broken>);

impl Book {
    fn read(bytes: &[u8], narrow: Option<Narrow>) -> Result<Self, Broken> {
        let mut records = Records { bytes, at: 0 };
        let first = records.next().ok_or_else(|| Broken(failure::damaged()))?;
        let mut book = Book {
            is_biff8: match (first.kind, first.u16(0)) {
                (BOF, Some(0x0600)) => true,
                (BOF, Some(0x0500)) => false,
                _ => return Err(Broken(failure::ancient())),
            },
            ..Book::default()
        };
        let is_chosen = narrow.is_some();
        book.narrow = narrow.unwrap_or_default();
        let mut formats: Vec<Record<'_>> = Vec::new();
        let mut bounds: Vec<Record<'_>> = Vec::new();
        while let Some(record) = records.next() {
            match record.kind {
                EOF => break,
                FILE_PASS => return Err(Broken(failure::locked_xls())),
                CODE_PAGE if !is_chosen => {
                    if let Some(page) = record.u16(0) {
                        book.narrow = Narrow::of_page(page);
                    }
                }
                DATE_MODE if record.u16(0) == Some(1) => book.is_1904 = true,
                // Texts are read when the code page is known, which may be told later.
                FORMAT => formats.push(record),
                XF => book.looks.add_look(record.u16(2).unwrap_or(0)),
                BOUND_SHEET => bounds.push(record),
                SST => {
                    let pieces = Pieces::new(records.with_continues(record));
                    book.strings = strings::Shared::read(pieces, &mut book.narrow);
                }
                // 0x0401 is the workbook itself, 0x3A01 a library of functions.
                SUP_BOOK if !matches!(record.u16(2), Some(0x0401 | 0x3A01)) => {
                    book.external_links += 1;
                }
                _ => {}
            }
        }
        for record in formats {
            book.take_format(&record);
        }
        for record in bounds {
            book.take_bound(&record);
        }
        Ok(book)
    }

    fn take_format(&mut self, record: &Record<'_>) {
        let Some(id) = record.u16(0) else { return };
        let code = if self.is_biff8 {
            Pieces::new(vec![record.rest(2)]).text16(&mut self.narrow)
        } else {
            let length = usize::from(record.u8(2).unwrap_or(0));
            let bytes = record.rest(3);
            Some(self.narrow.decode(&bytes[..length.min(bytes.len())]))
        };
        let code = code.unwrap_or_default();
        self.looks.add_format(id, &code);
    }

    fn take_bound(&mut self, record: &Record<'_>) {
        let (Some(start), Some(state), Some(kind)) = (record.u32(0), record.u8(4), record.u8(5))
        else {
            return;
        };
        if kind != TABLE {
            return;
        }
        let length = usize::from(record.u8(6).unwrap_or(0));
        let name = if self.is_biff8 {
            let mut pieces = Pieces::new(vec![record.rest(7)]);
            pieces.flagged(length, &mut self.narrow).unwrap_or_default()
        } else {
            let bytes = record.rest(7);
            self.narrow.decode(&bytes[..length.min(bytes.len())])
        };
        self.bounds.push(Bound {
            start: start as usize,
            name,
            visibility: match state & 3 {
                0 => Visibility::Visible,
                1 => Visibility::Hidden,
                _ => Visibility::VeryHidden,
            },
        });
    }

    /// Reads all sheets, in the order of the workbook.
    fn sheets(&mut self, bytes: &[u8]) -> Result<Vec<Read>, Broken> {
        let mut sheets = Vec::new();
        for index in 0..self.bounds.len() {
            let start = self.bounds[index].start;
            // Names that lead to one place would make of a small file a large one.
            let is_again = self.bounds[..index].iter().any(|it| it.start == start);
            let name = self.bounds[index].name.clone();
            let mut reader = sheet::SheetReader::new(self);
            let is_whole = !is_again && reader.read(bytes, start)?;
            let broken = (!is_whole).then(|| Broken(failure::damaged_sheet(&name)));
            sheets.push((reader.finish(), broken));
        }
        Ok(sheets)
    }
}

/// A record: its kind and its bytes.
#[derive(Clone, Copy)]
struct Record<'b> {
    kind: u16,
    bytes: &'b [u8],
}

impl<'b> Record<'b> {
    fn u8(&self, at: usize) -> Option<u8> {
        self.bytes.get(at).copied()
    }

    fn u16(&self, at: usize) -> Option<u16> {
        let two = self.bytes.get(at..at + 2)?;
        Some(u16::from_le_bytes([two[0], two[1]]))
    }

    fn u32(&self, at: usize) -> Option<u32> {
        let low = u32::from(self.u16(at)?);
        Some(low | u32::from(self.u16(at + 2)?) << 16)
    }

    fn f64(&self, at: usize) -> Option<f64> {
        let eight = self.bytes.get(at..at + 8)?;
        Some(f64::from_le_bytes(eight.try_into().ok()?))
    }

    fn rest(&self, at: usize) -> &'b [u8] {
        self.bytes.get(at..).unwrap_or_default()
    }
}

/// The records of a stream from some place on.
struct Records<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Records<'b> {
    /// The next whole record; none at the end and where the stream breaks off.
    fn next(&mut self) -> Option<Record<'b>> {
        let head = self.bytes.get(self.at..self.at.checked_add(4)?)?;
        let kind = u16::from_le_bytes([head[0], head[1]]);
        let length = usize::from(u16::from_le_bytes([head[2], head[3]]));
        let bytes = self.bytes.get(self.at + 4..self.at + 4 + length)?;
        self.at += 4 + length;
        Some(Record { kind, bytes })
    }

    /// The bytes of a record and of those that continue it.
    fn with_continues(&mut self, record: Record<'b>) -> Vec<&'b [u8]> {
        let mut pieces = vec![record.bytes];
        loop {
            let before = self.at;
            match self.next() {
                Some(next) if next.kind == CONTINUE => pieces.push(next.bytes),
                _ => {
                    self.at = before;
                    return pieces;
                }
            }
        }
    }
}
