//! One cell: from what the file says of it to a text and a kind.
//!
//! A cell that makes no sense is that cell only: its text is kept as text.

use roster_model::{CellKind, SHEET_COLUMNS_MAX as COLUMNS_MAX, SHEET_ROWS_MAX as ROWS_MAX};

use super::date::push_iso_date;
use super::escapes::unescape;
use super::number::{parse_number, push_number};
use super::shared::Shared;
use super::styles::Look;
use crate::row::Row;

/// How a cell says that its value is written: `t`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    Number,
    Shared,
    Text,
    Inline,
    Boolean,
    Error,
    Date,
    Unknown,
}

impl Written {
    pub(super) const ALL: [Written; 8] = [
        Written::Number,
        Written::Shared,
        Written::Text,
        Written::Inline,
        Written::Boolean,
        Written::Error,
        Written::Date,
        Written::Unknown,
    ];

    pub(crate) fn of(t: &[u8]) -> Written {
        match t {
            b"n" => Written::Number,
            b"s" => Written::Shared,
            b"str" => Written::Text,
            b"inlineStr" => Written::Inline,
            b"b" => Written::Boolean,
            b"e" => Written::Error,
            b"d" => Written::Date,
            _ => Written::Unknown,
        }
    }
}

/// What the file says of a cell.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RawCell<'w> {
    /// Its reference, `B7`, as far as it has one.
    pub(crate) reference: Reference,
    /// Its look.
    pub(crate) style: u32,
    /// How its value is written.
    pub(crate) written: Written,
    /// The value, references resolved.
    pub(crate) value: &'w [u8],
    /// The value is the result of a formula.
    pub(crate) has_formula: bool,
}

/// Where a cell says it is. Zero for what it does not say, or says wrongly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reference {
    /// Column, from 1.
    pub(crate) column: u32,
    /// Row number, from 1.
    pub(crate) row: u32,
}

impl Reference {
    /// Reads `B7`, `$B$7` and `b7`.
    pub(crate) fn of(text: &[u8]) -> Reference {
        let mut reference = Reference::default();
        let mut rest = text;
        while let [byte, after @ ..] = rest {
            match byte {
                b'A'..=b'Z' | b'a'..=b'z' if reference.row == 0 => {
                    let letter = u32::from(byte & 0x1F);
                    reference.column = (reference.column * 26 + letter).min(COLUMN_END);
                }
                b'0'..=b'9' => {
                    let digit = u32::from(byte & 15);
                    reference.row = (reference.row * 10 + digit).min(ROW_END);
                }
                b'$' => {}
                _ => return Reference::default(),
            }
            rest = after;
        }
        reference.clean()
    }

    /// What lies outside of every sheet is not said.
    pub(crate) fn clean(self) -> Reference {
        Reference {
            column: if self.column > COLUMNS_MAX {
                0
            } else {
                self.column
            },
            row: if self.row > ROWS_MAX { 0 } else { self.row },
        }
    }
}

/// Larger than any row, and ten times it is still a number.
const ROW_END: u32 = 100_000_000;
/// Larger than any column.
const COLUMN_END: u32 = 1_000_000;

/// Stands for the result of a formula that a program wrote without working it out: nothing that a person sees,
/// and yet a cell.
pub const NO_RESULT: &str = " ";

/// A cell refers to a shared string that is not there, and the strings are damaged.
#[derive(Clone, Copy, Debug)]
pub(crate) struct StringsMissing;

/// Adds a cell to its row. `scratch` is for texts that have to be made first.
pub(crate) fn push_cell(
    cell: &RawCell,
    position: u16,
    shared: &Shared,
    row: &mut Row,
    scratch: &mut String,
) -> Result<(), StringsMissing> {
    let kind_of = |kind| {
        if cell.has_formula {
            CellKind::Formula
        } else {
            kind
        }
    };
    if cell.written == Written::Shared {
        let Some(span) = index(cell.value).and_then(|it| shared.strings.span(it)) else {
            if cell.value.trim_ascii().is_empty() {
                return Ok(());
            }
            if !shared.strings.is_complete() {
                return Err(StringsMissing);
            }
            // It refers to nothing, and a person has to see that.
            row.push(position, "#REF!", CellKind::Error);
            return Ok(());
        };
        row.push_shared(
            position,
            shared.strings.all(),
            span,
            kind_of(CellKind::Text),
        );
        return Ok(());
    }
    // A formula that gives an empty text has a value of that type; this one was never worked out.
    if cell.has_formula && cell.value.is_empty() && cell.written == Written::Number {
        row.push(position, NO_RESULT, CellKind::Formula);
        return Ok(());
    }
    scratch.clear();
    let kind = match cell.written {
        Written::Number => push_value(cell, shared, scratch),
        Written::Boolean => push_boolean(cell.value, scratch),
        _ => None,
    };
    if let Some(kind) = kind {
        row.push(position, scratch, kind_of(kind));
        return Ok(());
    }
    let value = String::from_utf8_lossy(cell.value);
    match cell.written {
        Written::Date if push_iso_date(&value, scratch) => {
            row.push(position, scratch, kind_of(CellKind::Date));
        }
        Written::Error => row.push(position, &value, CellKind::Error),
        Written::Text | Written::Inline => {
            row.push(position, &unescape(&value), kind_of(CellKind::Text));
        }
        _ => row.push(position, &value, kind_of(CellKind::Text)),
    }
    Ok(())
}

/// A number, or the date that it is shown as.
fn push_value(cell: &RawCell, shared: &Shared, text: &mut String) -> Option<CellKind> {
    let mut look = shared.styles.look(cell.style);
    if cell.has_formula {
        look = look.of_result();
    }
    if matches!(look, Look::Date | Look::Month)
        && let Some(serial) = parse_number(cell.value)
        && look.push_date(serial, shared.date_1904, text)
    {
        return Some(CellKind::Date);
    }
    let is_number = push_number(cell.value, text);
    look.pad(text);
    is_number.then_some(CellKind::Number)
}

fn push_boolean(value: &[u8], text: &mut String) -> Option<CellKind> {
    text.push_str(match value.trim_ascii() {
        b"1" | b"true" | b"TRUE" => "TRUE",
        b"0" | b"false" | b"FALSE" => "FALSE",
        _ => return None,
    });
    Some(CellKind::Boolean)
}

fn index(value: &[u8]) -> Option<u32> {
    let digits = value.trim_ascii();
    if digits.is_empty() || digits.len() > 9 {
        return None;
    }
    digits.iter().try_fold(0, |index, byte| {
        byte.is_ascii_digit()
            .then(|| index * 10 + u32::from(byte & 15))
    })
}
