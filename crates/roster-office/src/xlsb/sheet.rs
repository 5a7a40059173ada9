//! The records of one sheet of an xlsb.

use roster_files::{Look, RawWriter};
use roster_model::{
    CellKind, Failure, Merged, SHEET_COLUMNS_MAX as COLUMNS_MAX, SHEET_ROWS_MAX as ROWS_MAX,
};
use roster_package::Archive;

use super::records::{Record, Records};
use super::{Book, Named};
use crate::biff::rk;
use crate::cells::SheetCells;
use crate::failure;
use crate::number::{error_text, write_number};
use crate::read::Broken;

const ROW: u16 = 0x0000;
const SHORT_FIRST: u16 = 12;
const SHORT_LAST: u16 = 18;
const RICH_TEXT: u16 = 0x003E;
const COLUMNS: u16 = 0x003C;
const DATA_END: u16 = 0x0092;
const FILTER_COLUMN: u16 = 0x00A3;
const MERGED: u16 = 0x00B0;

/// Reads a sheet; what is read before it breaks off is kept.
pub(super) fn read(
    book: &Book,
    archive: &Archive<'_>,
    part: &str,
    sheet: &Named,
    raw: &mut RawWriter,
) -> Result<(), Broken> {
    let mut reader = SheetReader {
        book,
        cells: SheetCells::default(),
        row: 0,
        next_position: 0,
        text: String::new(),
    };
    let broken = reader.read(archive, part).err();
    reader.cells.write(&sheet.name, sheet.visibility, raw)?;
    if let Some(Broken(failure)) = broken {
        raw.fail(&own(failure, &sheet.name));
    }
    Ok(())
}

/// A damaged part is the damage of its sheet.
fn own(failure: Failure, name: &str) -> Failure {
    if failure == failure::damaged() {
        failure::damaged_sheet(name)
    } else {
        failure
    }
}

struct SheetReader<'s> {
    book: &'s Book,
    cells: SheetCells,
    /// Row number, from 1; zero before the first row.
    row: u32,
    next_position: u32,
    text: String,
}

impl SheetReader<'_> {
    fn read(&mut self, archive: &Archive<'_>, part: &str) -> Result<(), Broken> {
        let mut records = Records::open(archive, part)?;
        let mut is_whole = false;
        while let Some(record) = records.next()? {
            match record.kind {
                DATA_END => is_whole = true,
                FILTER_COLUMN => self.cells.is_filtered = true,
                // A record that is too short says nothing.
                _ => self.take(&record).unwrap_or(Ok(()))?,
            }
        }
        if is_whole {
            Ok(())
        } else {
            Err(Broken(failure::damaged()))
        }
    }

    fn take(&mut self, it: &Record<'_>) -> Option<Result<(), Broken>> {
        match it.kind {
            ROW => {
                let row = it.u32(0)?;
                if row >= ROWS_MAX {
                    return Some(Err(Broken(failure::damaged())));
                }
                (self.row, self.next_position) = (row + 1, 0);
                self.cells.listed_rows.push(self.row);
                if it.u8(11)? & 0x10 != 0 {
                    self.cells.hidden_rows.push(self.row);
                }
            }
            COLUMNS if it.u16(16)? & 1 != 0 => {
                let (first, last) = (it.u32(0)?, it.u32(4)?.min(COLUMNS_MAX - 1));
                if first <= last {
                    let range = (first as u16, last as u16);
                    self.cells.hidden_columns.push(range);
                }
            }
            MERGED => self.cells.merged.push(Merged {
                first_row: it.u32(0)?.saturating_add(1),
                last_row: it.u32(4)?.saturating_add(1),
                first_position: u16::try_from(it.u32(8)?).ok()?,
                last_position: u16::try_from(it.u32(12)?).ok()?,
            }),
            1..=11 | RICH_TEXT => {
                let position = it.u32(0)?;
                return self.cell(it, it.kind, position, 4);
            }
            // A cell right beside the one before.
            SHORT_FIRST..=SHORT_LAST => {
                return self.cell(it, it.kind - 11, self.next_position, 0);
            }
            _ => {}
        }
        Some(Ok(()))
    }

    /// A cell of a kind; its look, and after that its value, stand at `at`.
    fn cell(
        &mut self,
        it: &Record<'_>,
        kind: u16,
        position: u32,
        at: usize,
    ) -> Option<Result<(), Broken>> {
        if position >= COLUMNS_MAX || self.row == 0 {
            return None;
        }
        self.next_position = position + 1;
        let look = self.book.looks.get((it.u32(at)? & 0x00FF_FFFF) as usize);
        let at = at + 4;
        let is_result = (8..=11).contains(&kind);
        let look = if is_result { look.of_result() } else { look };
        self.text.clear();
        let own = match kind {
            2 => self.number(rk(it.u32(at)?), look)?,
            5 | 9 => self.number(it.f64(at)?, look)?,
            3 | 11 => {
                self.text.push_str(error_text(it.u8(at)?));
                CellKind::Error
            }
            4 | 10 => {
                let is_true = it.u8(at)? != 0;
                self.text.push_str(if is_true { "TRUE" } else { "FALSE" });
                CellKind::Boolean
            }
            6 | 8 => {
                self.text = it.text(at)?.0;
                CellKind::Text
            }
            7 => {
                self.text.push_str(self.book.shared_text(it.u32(at)?)?);
                CellKind::Text
            }
            RICH_TEXT => {
                self.text = it.text(at + 1)?.0;
                CellKind::Text
            }
            _ => return None,
        };
        let kind = if is_result && own != CellKind::Error {
            CellKind::Formula
        } else {
            own
        };
        Some(self.cells.push(self.row, position as u16, &self.text, kind))
    }

    fn number(&mut self, number: f64, look: Look) -> Option<CellKind> {
        let is_1904 = self.book.is_1904;
        number
            .is_finite()
            .then(|| write_number(number, look, is_1904, &mut self.text))
    }
}
