//! Rows of a worksheet as they stand in its part, on their way from the thread that scans the part to the
//! one that makes a sheet of them.
//!
//! A stream of bytes in pieces that end between two rows. A step is one byte and its numbers (LEB128):
//!
//! | byte | step | holds |
//! |---|---|---|
//! | 0–127 | cell | as its bits tell: column, row and look where they are not as expected; its value |
//! | 128, 129 | row, hidden row | its number, 0 where the part does not say |
//! | 192 | end | how many bytes came before it; what stands around the rows |
//!
//! Nothing in it is resolved: what a value means is found out where the sheet is made.

use roster_model::{Merged, SHEET_ROWS_MAX as ROWS_MAX};
use roster_package::bytes::{ByteReader, push_number};

use super::around::Facts;
use super::cell::{RawCell, Reference, Written};
use super::rows::Rows;
use super::shared::Shared;
use super::sheet::SheetError;

/// Bytes of a piece, and of the row that fills it.
const PIECE_BYTES: usize = 256 << 10;
/// Longest piece. One row of no sheet that a person made is longer.
const PIECE_BYTES_MAX: usize = 64 << 20;

/// How the value is written: the place in `Written::ALL`.
const WRITTEN_BITS: u8 = 7;
const FORMULA: u8 = 8;
/// The column is told, since it is not the next one.
const COLUMN: u8 = 16;
/// The row is told, since its row has no number.
const IN_ROW: u8 = 32;
/// The look is told, since it may make a date of a number.
const STYLE: u8 = 64;
const ROW: u8 = 128;
const HIDDEN_ROW: u8 = 129;
const END: u8 = 192;

/// The row that the next cell belongs to, and its column as far as it is the expected one.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    is_numbered: bool,
    next_column: u32,
}

impl Place {
    fn start(number: Option<u32>) -> Place {
        Place {
            is_numbered: number.is_some(),
            next_column: 1,
        }
    }

    /// The column of a cell is this one.
    fn pass(&mut self, column: u32) {
        if column > 0 {
            self.next_column = column + 1;
        }
    }
}

/// Writes the stream.
#[derive(Debug, Default)]
pub(crate) struct ScannedWriter {
    bytes: Vec<u8>,
    /// Bytes that were taken, counted in 32 bits.
    taken: u32,
    place: Place,
}

impl ScannedWriter {
    /// Begins a row.
    pub(crate) fn start(&mut self, number: Option<u32>, is_hidden: bool) {
        // One that lies outside of every sheet is not said.
        let number = number.filter(|it| (1..=ROWS_MAX).contains(it));
        self.bytes.push(if is_hidden { HIDDEN_ROW } else { ROW });
        push_number(number.unwrap_or(0), &mut self.bytes);
        self.place = Place::start(number);
    }

    /// Adds a cell to the row.
    pub(crate) fn push(&mut self, cell: &RawCell) -> Result<(), SheetError> {
        let Reference { column, row } = cell.reference;
        let bit = |is_set, bit| if is_set { bit } else { 0 };
        let column_bit = bit(column != self.place.next_column, COLUMN);
        let row_bit = bit(!self.place.is_numbered && row != 0, IN_ROW);
        let style_bit = bit(cell.written == Written::Number && cell.style != 0, STYLE);
        let formula_bit = bit(cell.has_formula, FORMULA);
        self.place.pass(column);
        let written = cell.written as u8;
        let bytes = &mut self.bytes;
        bytes.push(written | formula_bit | column_bit | row_bit | style_bit);
        if column_bit != 0 {
            push_number(column, bytes);
        }
        if row_bit != 0 {
            push_number(row, bytes);
        }
        if style_bit != 0 {
            push_number(cell.style, bytes);
        }
        let length = cell.value.len();
        if bytes.len() + length > PIECE_BYTES_MAX {
            return Err(SheetError::Damaged);
        }
        push_number(length as u32, bytes);
        bytes.extend_from_slice(cell.value);
        Ok(())
    }

    /// Ends the stream of a part that was read to its end.
    pub(crate) fn end(&mut self, facts: &Facts) {
        let written = self.taken.wrapping_add(self.bytes.len() as u32);
        let bytes = &mut self.bytes;
        bytes.push(END);
        push_number(written, bytes);
        push_number(facts.hidden_columns.len() as u32, bytes);
        for position in &facts.hidden_columns {
            push_number(u32::from(*position), bytes);
        }
        push_number(facts.merged.len() as u32, bytes);
        for it in &facts.merged {
            let (first, last) = (u32::from(it.first_position), u32::from(it.last_position));
            for number in [it.first_row, it.last_row, first, last] {
                push_number(number, bytes);
            }
        }
        let (first, last) = facts.filter.unwrap_or_default();
        push_number(first, bytes);
        push_number(last, bytes);
    }

    /// Whether there is a piece to be taken.
    pub(crate) fn is_full(&self) -> bool {
        self.bytes.len() >= PIECE_BYTES
    }

    /// What was written since the last time.
    pub(crate) fn take(&mut self) -> Vec<u8> {
        self.taken = self.taken.wrapping_add(self.bytes.len() as u32);
        let next = Vec::with_capacity(self.bytes.capacity());
        std::mem::replace(&mut self.bytes, next)
    }
}

/// Reads the stream into rows.
pub(crate) struct ScannedReader {
    pub(crate) rows: Rows,
    /// Bytes that came before this piece, counted in 32 bits.
    came: u32,
    place: Place,
    /// What stands around the rows, once the end came.
    pub(crate) facts: Option<Facts>,
}

impl ScannedReader {
    /// Begins with the first piece still to come.
    pub(crate) fn new(rows: Rows) -> Self {
        ScannedReader {
            rows,
            came: 0,
            place: Place::default(),
            facts: None,
        }
    }

    /// Takes in the next piece; `None` where it gives no sheet.
    pub(crate) fn take(&mut self, piece: &[u8], shared: &Shared) -> Option<()> {
        let mut stream = ByteReader::new(piece);
        while let Some(step) = stream.byte() {
            match step {
                ROW | HIDDEN_ROW => {
                    let number = stream.number()?;
                    let number = (number > 0).then_some(number);
                    self.rows.start(number, step == HIDDEN_ROW).ok()?;
                    self.place = Place::start(number);
                }
                END => {
                    let before = (piece.len() - stream.left() - 1) as u32;
                    // A sheet that lost a piece on the way looks like a shorter one.
                    if stream.number()? != self.came.wrapping_add(before) {
                        return None;
                    }
                    self.facts = Some(facts(&mut stream)?);
                }
                ..ROW => self.cell(step, &mut stream, shared)?,
                _ => return None,
            }
        }
        self.came = self.came.wrapping_add(piece.len() as u32);
        Some(())
    }

    fn cell(&mut self, step: u8, stream: &mut ByteReader<'_>, shared: &Shared) -> Option<()> {
        let mut told = |bit, expected| match step & bit {
            0 => Some(expected),
            _ => stream.number(),
        };
        let reference = Reference {
            column: told(COLUMN, self.place.next_column)?,
            row: told(IN_ROW, 0)?,
        };
        let style = told(STYLE, 0)?;
        let length = stream.number()? as usize;
        self.place.pass(reference.column);
        let cell = RawCell {
            reference,
            style,
            written: Written::ALL[usize::from(step & WRITTEN_BITS)],
            value: stream.take(length)?,
            has_formula: step & FORMULA != 0,
        };
        self.rows.push(&cell, shared).ok()
    }
}

fn facts(stream: &mut ByteReader<'_>) -> Option<Facts> {
    let mut facts = Facts::default();
    for _ in 0..stream.number()? {
        facts.hidden_columns.push(position(stream)?);
    }
    for _ in 0..stream.number()? {
        facts.merged.push(Merged {
            first_row: stream.number()?,
            last_row: stream.number()?,
            first_position: position(stream)?,
            last_position: position(stream)?,
        });
    }
    let (first, last) = (stream.number()?, stream.number()?);
    facts.filter = (first > 0).then_some((first, last));
    Some(facts)
}

fn position(stream: &mut ByteReader<'_>) -> Option<u16> {
    u16::try_from(stream.number()?).ok()
}
