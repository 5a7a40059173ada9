//! Splits delimited text into rows and fields, with the row numbers a spreadsheet program shows.
//!
//! A record with line breaks inside quotes is one row and a blank line is a row. A quote that is
//! never closed, or only many rows later, is taken for an ordinary character, so that it cannot
//! swallow the rows behind it.

use csv::{ByteRecord, Reader, ReaderBuilder};

/// A quoted field with more line breaks is the work of a stray quote.
const BREAKS_MAX: usize = 20;
/// So is one that spans lines and has as many delimiters a line.
const DELIMITERS_A_LINE_MAX: usize = 4;
/// After having been looked at so many times in vain, the file plainly does not quote.
const WASTE_MAX: usize = 8;

/// Rows of delimited text, one after the other.
pub(crate) struct Rows<'b> {
    bytes: &'b [u8],
    delimiter: u8,
    reader: Reader<&'b [u8]>,
    quoting: bool,
    /// Where the reader began.
    base: usize,
    number: u32,
    /// Bytes looked at in vain because of stray quotes.
    wasted: usize,
    record: ByteRecord,
}

impl<'b> Rows<'b> {
    pub(crate) fn new(bytes: &'b [u8], delimiter: u8) -> Self {
        Rows {
            bytes,
            delimiter,
            reader: reader(bytes, delimiter, true),
            quoting: true,
            base: 0,
            number: 0,
            wasted: 0,
            record: ByteRecord::new(),
        }
    }

    /// Bytes taken so far.
    pub(crate) fn offset(&self) -> usize {
        self.base + self.reader.position().byte() as usize
    }

    /// The next row that is not a blank line: its number, from 1, and its fields.
    pub(crate) fn next_row(&mut self) -> Option<(u32, &ByteRecord)> {
        let before = self.offset();
        if !self.read() {
            return None;
        }
        let (blank, start) = blank_lines(self.bytes, before);
        self.number = self.number.saturating_add(blank).saturating_add(1);
        if self.quoting && self.has_stray_quote(start) {
            self.read_line_unquoted(start);
        }
        Some((self.number, &self.record))
    }

    fn read(&mut self) -> bool {
        // Reading from memory without checking lengths or encodings cannot fail.
        self.reader
            .read_byte_record(&mut self.record)
            .unwrap_or(false)
    }

    fn restart(&mut self, offset: usize, quoting: bool) {
        self.base = offset;
        self.quoting = quoting;
        self.reader = reader(
            self.bytes.get(offset..).unwrap_or_default(),
            self.delimiter,
            quoting,
        );
    }

    /// Reads the line again; what lies behind it has been looked at in vain.
    fn read_line_unquoted(&mut self, start: usize) {
        self.wasted = self
            .wasted
            .saturating_add(self.offset() - start.min(self.offset()));
        self.restart(start, false);
        self.read();
        if self.wasted / WASTE_MAX <= self.bytes.len() {
            self.restart(self.offset(), true);
        }
    }

    fn has_stray_quote(&self, start: usize) -> bool {
        let end = self.offset().min(self.bytes.len());
        let has_break = |field: &[u8]| memchr::memchr2(b'\n', b'\r', field).is_some();
        let (mut spans_lines, mut spoilt) = (false, false);
        for field in self.record.iter().filter(|field| has_break(field)) {
            let count = |byte| memchr::memchr_iter(byte, field).count();
            let breaks = count(b'\n').max(count(b'\r'));
            let delimiters = count(self.delimiter);
            spans_lines = true;
            spoilt |= breaks > BREAKS_MAX || delimiters >= DELIMITERS_A_LINE_MAX * (breaks + 1);
        }
        spoilt
            || (spans_lines || end == self.bytes.len())
                && !is_well_quoted(
                    &self.bytes[start.min(end)..end],
                    self.delimiter,
                    spans_lines,
                )
    }
}

fn reader(bytes: &[u8], delimiter: u8, quoting: bool) -> Reader<&[u8]> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .quoting(quoting)
        .buffer_capacity(if quoting { 64 << 10 } else { 4 << 10 })
        .from_reader(bytes)
}

/// Blank lines at an offset, and where the line behind them begins. The second half of the line
/// end before the offset is no line.
fn blank_lines(bytes: &[u8], offset: usize) -> (u32, usize) {
    let mut at = offset;
    if at > 0 && bytes.get(at - 1) == Some(&b'\r') && bytes.get(at) == Some(&b'\n') {
        at += 1;
    }
    let mut count = 0;
    loop {
        at += match (bytes.get(at), bytes.get(at + 1)) {
            (Some(b'\r'), Some(b'\n')) => 2,
            (Some(b'\r' | b'\n'), _) => 1,
            _ => return (count, at),
        };
        count += 1;
    }
}

/// Whether every quote of a record is closed, and if asked, closed at the end of its field.
fn is_well_quoted(record: &[u8], delimiter: u8, closed_at_end: bool) -> bool {
    let (mut inside, mut at_start, mut bytes) = (false, true, record.iter().peekable());
    while let Some(&byte) = bytes.next() {
        if !inside {
            inside = byte == b'"' && at_start;
            at_start = byte == delimiter;
            continue;
        }
        // A doubled quote stays inside; a single one closes.
        if byte != b'"' || bytes.next_if(|&&next| next == b'"').is_some() {
            continue;
        }
        inside = false;
        let is_end = bytes
            .peek()
            .is_none_or(|&&next| next == delimiter || matches!(next, b'\r' | b'\n'));
        if closed_at_end && !is_end {
            return false;
        }
    }
    !inside
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
        let mut rows = Rows::new(text.as_bytes(), b',');
        let mut all = Vec::new();
        while let Some((number, record)) = rows.next_row() {
            let fields = record
                .iter()
                .map(|it| String::from_utf8_lossy(it).into_owned());
            all.push((number, fields.collect()));
        }
        all
    }

    fn numbers(text: &str) -> Vec<u32> {
        rows(text).into_iter().map(|(number, _)| number).collect()
    }

    #[test]
    fn blank_lines_are_rows_whatever_ends_them() {
        for end in ["\n", "\r\n", "\r"] {
            let text = "\na,b\n\n\nc,d\ne,f\n\n".replace('\n', end);
            assert_eq!(numbers(&text), [2, 5, 6], "{end:?}");
        }
        assert_eq!(numbers("a\r\n\nb\n\r\nc"), [1, 3, 5]);
    }

    #[test]
    fn a_quoted_line_break_is_not_a_row() {
        for end in ["\n", "\r\n", "\r"] {
            let text = "a,\"x\n\ny\"\nb,\"\"\"q\"\"\"\n\nc,d".replace('\n', end);
            assert_eq!(numbers(&text), [1, 2, 4], "{end:?}");
        }
    }

    #[test]
    fn a_quote_that_is_never_closed_swallows_nothing() {
        let all = rows("a,b\n\"c,d\n\ne,f\n\"g\",h\n");
        let expected = [
            (1, ["a", "b"]),
            (2, ["\"c", "d"]),
            (4, ["e", "f"]),
            (5, ["g", "h"]),
        ];
        assert_eq!(all.len(), 4, "{all:?}");
        for ((number, fields), (expected_number, expected_fields)) in all.iter().zip(expected) {
            assert_eq!(
                (*number, fields.as_slice()),
                (
                    expected_number,
                    expected_fields.map(str::to_owned).as_slice()
                )
            );
        }
    }

    #[test]
    fn a_quote_closed_many_rows_later_swallows_nothing() {
        let text = format!("x,\"y\n{}x,\"y\nlast,1\n", "1,2\n".repeat(30));
        assert_eq!(numbers(&text), (1..=33).collect::<Vec<_>>());
        let wide = "\"a,b,c,d,e,f\ng,h,i,j,k,\"l\nm,n\n";
        assert_eq!(numbers(wide), [1, 2, 3]);
    }
}
