//! The fast road for cells: those that are written the way nearly every program writes them.
//!
//! `<c r="B2" s="1" t="s"><v>12</v></c>`, without a prefix, with its attributes in double
//! quotation marks, is taken from the bytes directly. What looks different, or does not lie in the
//! window as a whole, is left to the tokens; so nothing here may guess.

use memchr::memchr;

use super::cell::{RawCell, Reference, Written};

/// What stands at the front of the bytes.
pub(crate) enum Plain<'w> {
    /// A plain cell, and its length.
    Cell(RawCell<'w>, usize),
    /// Something else, or a cell that is not plain.
    Odd,
    /// Not enough bytes to tell.
    Cut,
}

/// Looks at the front of the bytes.
pub(crate) fn plain_cell(bytes: &[u8]) -> Plain<'_> {
    let mut cell = RawCell {
        reference: Reference::default(),
        style: 0,
        written: Written::Number,
        value: b"",
        has_formula: false,
    };
    match bytes {
        [b'<', b'c', b' ' | b'>' | b'/', ..] => {}
        [] | [b'<'] | [b'<', b'c'] => return Plain::Cut,
        _ => return Plain::Odd,
    }
    let at = match attributes(bytes, &mut cell) {
        Step::At(at) => at,
        Step::Odd => return Plain::Odd,
        Step::Cut => return Plain::Cut,
    };
    if bytes[at] == b'/' {
        return match bytes.get(at + 1) {
            Some(b'>') => Plain::Cell(cell, at + 2),
            Some(_) => Plain::Odd,
            None => Plain::Cut,
        };
    }
    match content(bytes, at + 1, &mut cell) {
        Step::At(at) => Plain::Cell(cell, at),
        Step::Odd => Plain::Odd,
        Step::Cut => Plain::Cut,
    }
}

enum Step {
    At(usize),
    Odd,
    Cut,
}

/// Reads the attributes up to the `>` or `/` behind them.
fn attributes(bytes: &[u8], cell: &mut RawCell) -> Step {
    let mut at = 2;
    loop {
        match bytes.get(at..) {
            Some([b'>' | b'/', ..]) => return Step::At(at),
            Some([b' ', name, b'=', b'"', value @ ..]) => {
                let length = match name {
                    b'r' => reference(value, &mut cell.reference),
                    b's' => number(value, &mut cell.style),
                    b't' => written(value, &mut cell.written),
                    _ => return Step::Odd,
                };
                match length {
                    Step::At(length) => at += 4 + length + 1,
                    other => return other,
                }
            }
            Some([_, _, _, _, ..]) => return Step::Odd,
            _ => return Step::Cut,
        }
    }
}

/// The length of the value up to its quotation mark.
fn reference(value: &[u8], reference: &mut Reference) -> Step {
    let (mut column, mut row) = (0_u32, 0_u32);
    let mut at = 0;
    while let Some(byte @ b'A'..=b'Z') = value.get(at) {
        column = column.wrapping_mul(26).wrapping_add(u32::from(byte & 0x1F));
        at += 1;
    }
    let letters = at;
    while let Some(byte @ b'0'..=b'9') = value.get(at) {
        row = row.wrapping_mul(10).wrapping_add(u32::from(byte & 15));
        at += 1;
    }
    // More letters or digits than these could have wrapped around.
    if letters > 3 || at - letters > 7 {
        return Step::Odd;
    }
    match value.get(at) {
        Some(b'"') => {
            *reference = Reference { column, row }.clean();
            Step::At(at)
        }
        Some(_) => Step::Odd,
        None => Step::Cut,
    }
}

fn number(value: &[u8], number: &mut u32) -> Step {
    let mut at = 0;
    while let Some(byte @ b'0'..=b'9') = value.get(at) {
        *number = number.wrapping_mul(10).wrapping_add(u32::from(byte & 15));
        at += 1;
    }
    match value.get(at) {
        Some(b'"') if (1..=9).contains(&at) => Step::At(at),
        Some(_) => Step::Odd,
        None => Step::Cut,
    }
}

fn written(value: &[u8], written: &mut Written) -> Step {
    match value {
        [b's', b'"', ..] => {
            *written = Written::Shared;
            Step::At(1)
        }
        [b'n', b'"', ..] => Step::At(1),
        _ => match memchr(b'"', value) {
            Some(length) => {
                *written = Written::of(&value[..length]);
                Step::At(length)
            }
            None => Step::Cut,
        },
    }
}

/// Reads what is inside of the cell, and its end tag.
fn content<'w>(bytes: &'w [u8], start: usize, cell: &mut RawCell<'w>) -> Step {
    let mut at = start;
    let rest = &bytes[at..];
    if let [b'<', b'f', b'>', ..] = rest {
        let Some(length) = memchr(b'<', &rest[3..]) else {
            return Step::Cut;
        };
        at += 3 + length;
        match behind(&bytes[at..], b"</f>") {
            Step::At(length) => at += length,
            other => return other,
        }
        cell.has_formula = true;
    }
    let rest = &bytes[at..];
    if let [b'<', b'v', b'>', ..] = rest {
        at += 3;
        let Some(length) = value_length(&bytes[at..]) else {
            return Step::Cut;
        };
        // An inline text does not stand here, and a reference has to be resolved.
        if bytes[at + length] != b'<' || cell.written == Written::Inline {
            return Step::Odd;
        }
        cell.value = &bytes[at..at + length];
        at += length;
        return match behind(&bytes[at..], b"</v></c>") {
            Step::At(length) => Step::At(at + length),
            other => other,
        };
    }
    if cell.written == Written::Inline && rest.starts_with(b"<is><t>") {
        at += 7;
        let Some(length) = memchr::memchr3(b'<', b'&', b'\r', &bytes[at..]) else {
            return Step::Cut;
        };
        cell.value = &bytes[at..at + length];
        at += length;
        return match behind(&bytes[at..], b"</t></is></c>") {
            Step::At(length) => Step::At(at + length),
            other => other,
        };
    }
    match behind(rest, b"</c>") {
        Step::At(length) => Step::At(at + length),
        Step::Odd if rest.len() < 7 => Step::Cut,
        other => other,
    }
}

/// The length of a value that is nearly always short.
fn value_length(bytes: &[u8]) -> Option<usize> {
    bytes
        .iter()
        .position(|byte| matches!(byte, b'<' | b'&' | b'\r'))
}

/// The length of `expected`, if the bytes begin with it. A few bytes are looked at faster one by one.
fn behind(bytes: &[u8], expected: &[u8]) -> Step {
    let pairs = bytes.iter().zip(expected);
    match pairs.take_while(|(a, b)| a == b).count() {
        length if length == expected.len() => Step::At(length),
        length if length == bytes.len() => Step::Cut,
        _ => Step::Odd,
    }
}
