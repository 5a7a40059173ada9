//! The records of one sheet of an xls.

use roster_model::{CellKind, Merged};

use super::strings::Pieces;
use super::{BOF, Book, EOF, Record, Records};
use crate::cells::SheetCells;
use crate::number::{error_text, write_number};
use crate::read::Broken;

const ROW: u16 = 0x0208;
const COLUMNS: u16 = 0x007D;
const MERGED: u16 = 0x00E5;
const FILTER_MODE: u16 = 0x009B;
const NUMBER: u16 = 0x0203;
const LABEL: u16 = 0x0204;
const RICH_LABEL: u16 = 0x00D6;
const SHARED_LABEL: u16 = 0x00FD;
const RK: u16 = 0x027E;
const MANY_RK: u16 = 0x00BD;
const BOOLEAN_OR_ERROR: u16 = 0x0205;
const FORMULA: u16 = 0x0006;
const FORMULA_TEXT: u16 = 0x0207;

/// Columns of the widest sheet of the format.
const COLUMNS_MAX: u16 = 256;

pub(super) struct SheetReader<'b> {
    book: &'b mut Book,
    cells: SheetCells,
    /// Where the text goes that comes in a record of its own: row number and position.
    awaited: Option<(u32, u16)>,
    text: String,
}

impl<'b> SheetReader<'b> {
    pub(super) fn new(book: &'b mut Book) -> Self {
        SheetReader {
            book,
            cells: SheetCells::default(),
            awaited: None,
            text: String::new(),
        }
    }

    pub(super) fn finish(self) -> SheetCells {
        self.cells
    }

    /// Reads the sheet; `false` where its end is missing.
    pub(super) fn read(&mut self, bytes: &[u8], start: usize) -> Result<bool, Broken> {
        let mut records = Records { bytes, at: start };
        match records.next() {
            Some(record) if record.kind == BOF => {}
            _ => return Ok(false),
        }
        // Charts within the sheet are workbooks within it.
        let mut depth = 1_u32;
        while depth > 0 {
            let Some(record) = records.next() else {
                return Ok(false);
            };
            match record.kind {
                BOF => depth += 1,
                EOF => depth -= 1,
                _ if depth == 1 => {
                    if record.kind == LABEL || record.kind == FORMULA_TEXT {
                        let pieces = records.with_continues(record);
                        self.take_text(&record, &pieces)?;
                    } else {
                        // A record that is too short says nothing.
                        self.take(&record).unwrap_or(Ok(()))?;
                    }
                }
                _ => {}
            }
        }
        Ok(true)
    }

    fn take(&mut self, record: &Record<'_>) -> Option<Result<(), Broken>> {
        let it = record;
        match it.kind {
            ROW => {
                let row = u32::from(it.u16(0)?) + 1;
                self.cells.listed_rows.push(row);
                if it.u16(12)? & 0x20 != 0 {
                    self.cells.hidden_rows.push(row);
                }
            }
            COLUMNS if it.u16(8)? & 1 != 0 => {
                let (first, last) = (it.u16(0)?, it.u16(2)?.min(COLUMNS_MAX - 1));
                if first <= last {
                    self.cells.hidden_columns.push((first, last));
                }
            }
            MERGED => {
                for index in 0..usize::from(it.u16(0)?) {
                    let at = 2 + index * 8;
                    self.cells.merged.push(Merged {
                        first_row: u32::from(it.u16(at)?) + 1,
                        last_row: u32::from(it.u16(at + 2)?) + 1,
                        first_position: it.u16(at + 4)?,
                        last_position: it.u16(at + 6)?,
                    });
                }
            }
            FILTER_MODE => self.cells.is_filtered = true,
            NUMBER => return Some(self.number(it, it.f64(6)?, None)),
            RK => return Some(self.number(it, rk(it.u32(6)?), None)),
            MANY_RK => return self.many(it),
            RICH_LABEL => return Some(self.narrow_label(it)),
            SHARED_LABEL => {
                let (row, position) = place(it)?;
                let text = self.book.strings.get(it.u32(6)?)?;
                return Some(self.cells.push(row, position, text, CellKind::Text));
            }
            BOOLEAN_OR_ERROR => {
                let (row, position) = place(it)?;
                let (text, kind) = flag(it.u8(6)?, it.u8(7)? != 0);
                return Some(self.cells.push(row, position, text, kind));
            }
            FORMULA => return self.formula(it),
            _ => {}
        }
        Some(Ok(()))
    }

    fn number(
        &mut self,
        record: &Record<'_>,
        number: f64,
        kind: Option<CellKind>,
    ) -> Result<(), Broken> {
        let (Some((row, position)), Some(look)) = (place(record), record.u16(4)) else {
            return Ok(());
        };
        self.put_number(row, position, look, number, kind)
    }

    fn put_number(
        &mut self,
        row: u32,
        position: u16,
        look: u16,
        number: f64,
        kind: Option<CellKind>,
    ) -> Result<(), Broken> {
        if !number.is_finite() {
            return Ok(());
        }
        self.text.clear();
        let mut look = self.book.looks.get(usize::from(look));
        if kind.is_some() {
            look = look.of_result();
        }
        let own = write_number(number, look, self.book.is_1904, &mut self.text);
        let kind = kind.unwrap_or(own);
        self.cells.push(row, position, &self.text, kind)
    }

    /// Numbers side by side: row, first position, then look and number of each, last position.
    fn many(&mut self, record: &Record<'_>) -> Option<Result<(), Broken>> {
        let (row, first) = place(record)?;
        let count = record.bytes.len().saturating_sub(6) / 6;
        for index in 0..count {
            let at = 4 + index * 6;
            let position = first.checked_add(index as u16)?;
            if position >= COLUMNS_MAX {
                break;
            }
            let (look, number) = (record.u16(at)?, rk(record.u32(at + 2)?));
            if let Err(broken) = self.put_number(row, position, look, number, None) {
                return Some(Err(broken));
            }
        }
        Some(Ok(()))
    }

    /// The stored result of a formula.
    fn formula(&mut self, record: &Record<'_>) -> Option<Result<(), Broken>> {
        let (row, position) = place(record)?;
        self.awaited = None;
        if record.u16(12)? != 0xFFFF {
            return Some(self.number(record, record.f64(6)?, Some(CellKind::Formula)));
        }
        match record.u8(6)? {
            0 => self.awaited = Some((row, position)),
            kind @ (1 | 2) => {
                let (text, kind) = flag(record.u8(8)?, kind == 2);
                let kind = if kind == CellKind::Error {
                    kind
                } else {
                    CellKind::Formula
                };
                return Some(self.cells.push(row, position, text, kind));
            }
            _ => {}
        }
        Some(Ok(()))
    }

    /// A text that stands in the sheet itself.
    fn take_text(&mut self, record: &Record<'_>, pieces: &[&[u8]]) -> Result<(), Broken> {
        let (place, kind, skip) = if record.kind == LABEL {
            (place(record), CellKind::Text, 6)
        } else {
            (self.awaited.take(), CellKind::Formula, 0)
        };
        let Some((row, position)) = place else {
            return Ok(());
        };
        let mut pieces = pieces.to_vec();
        pieces[0] = record.rest(skip);
        let text = if self.book.is_biff8 {
            Pieces::new(pieces).text16(&mut self.book.narrow)
        } else {
            let bytes = pieces.concat();
            let length = record.u16(skip).map_or(0, usize::from);
            let bytes = bytes.get(2..).unwrap_or_default();
            let bytes = &bytes[..length.min(bytes.len())];
            Some(self.book.narrow.decode(bytes))
        };
        let text = text.unwrap_or_default();
        self.cells.push(row, position, &text, kind)
    }

    /// A text with looks of its parts, from Excel 5 on; Excel 97 writes none, others do.
    fn narrow_label(&mut self, record: &Record<'_>) -> Result<(), Broken> {
        let label = Record {
            kind: LABEL,
            bytes: record.bytes,
        };
        self.take_text(&label, &[record.bytes])
    }
}

/// Row number from 1, and position.
fn place(record: &Record<'_>) -> Option<(u32, u16)> {
    let (row, position) = (record.u16(0)?, record.u16(2)?);
    (position < COLUMNS_MAX).then_some((u32::from(row) + 1, position))
}

fn flag(value: u8, is_error: bool) -> (&'static str, CellKind) {
    match (is_error, value) {
        (true, code) => (error_text(code), CellKind::Error),
        (false, 0) => ("FALSE", CellKind::Boolean),
        (false, _) => ("TRUE", CellKind::Boolean),
    }
}

/// A number in four bytes: a whole number or the upper half of a fraction, perhaps of a hundredth.
pub(crate) fn rk(word: u32) -> f64 {
    let number = if word & 2 == 0 {
        f64::from_bits(u64::from(word & !3) << 32)
    } else {
        f64::from(word.cast_signed() >> 2)
    };
    if word & 1 == 0 {
        number
    } else {
        number / 100.0
    }
}
