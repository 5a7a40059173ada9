//! Decides whether a quote that spans lines is the quote of a cell or a stray one.
//!
//! A cell may have some line breaks. A quote that is closed many lines later, or where no field
//! ends, or around lines that look like rows, was never meant to be one: unless the row with the cell
//! in it is as wide as the table, and the lines are not.

use crate::marks::Marks;

/// A quoted field with more line breaks is the work of a stray quote.
const BREAKS_MAX: usize = 20;
/// So is one of more bytes: a cell holds 32,767 characters.
const BYTES_MAX: usize = 1 << 20;
/// So is one that spans lines and has as many delimiters a line.
const DELIMITERS_A_LINE_MAX: usize = 4;
/// Rows whose number of fields says how wide the table is.
const ROWS_MEASURED: u32 = 64;
/// Once the whole text has been searched this many times in vain, the file plainly does not quote.
const WASTE_MAX: usize = 8;

/// Where a quote closes.
pub(crate) enum Closing {
    At {
        place: usize,
        has_doubled: bool,
    },
    /// Nowhere.
    Stray,
    /// The text ends before it is clear.
    Unknown,
}

/// What is known of the quotes of a text.
pub(crate) struct Quotes {
    delimiter: u8,
    /// Fields of the widest of the first rows.
    width: usize,
    seen: usize,
    wasted: usize,
}

impl Quotes {
    pub(crate) fn new(delimiter: u8) -> Self {
        Quotes {
            delimiter,
            width: 0,
            seen: 0,
            wasted: 0,
        }
    }

    /// Remembers how many fields a row has.
    #[inline]
    pub(crate) fn note_width(&mut self, number: u32, fields: usize) {
        if number <= ROWS_MEASURED {
            self.width = self.width.max(fields);
        }
    }

    /// What was looked at so far: to be given back when a row is to be split again.
    #[inline]
    pub(crate) fn spent(&self) -> (usize, usize) {
        (self.seen, self.wasted)
    }

    /// Forgets what was looked at since.
    pub(crate) fn back_to(&mut self, (seen, wasted): (usize, usize)) {
        (self.seen, self.wasted) = (seen, wasted);
    }

    /// Where the quote closes that is open at `start`, given the bytes and fields of the row before it.
    pub(crate) fn closing(
        &mut self,
        bytes: &[u8],
        start: usize,
        is_end: bool,
        (begun, before): (usize, usize),
    ) -> Closing {
        self.seen += begun;
        if self.wasted > WASTE_MAX * (self.seen + BYTES_MAX) {
            return Closing::Stray;
        }
        let (closing, looked) = self.look(bytes, start, is_end, before);
        if matches!(closing, Closing::Stray) {
            self.wasted += looked;
        }
        closing
    }

    fn look(&self, bytes: &[u8], start: usize, is_end: bool, before: usize) -> (Closing, usize) {
        let mut marks = Marks::new(bytes, self.delimiter);
        marks.seek(start);
        let (mut breaks, mut delimiters, mut has_doubled) = (0, 0, false);
        // Delimiters of the first line, and before the last one.
        let (mut of_first, mut before_last) = (0, 0);
        let mut doubled = None;
        while let Some(at) = marks.next_place() {
            let looked = at - start;
            let byte = bytes[at];
            if looked > BYTES_MAX {
                return (Closing::Stray, looked);
            }
            let next = bytes.get(at + 1);
            match byte {
                b'"' if doubled == Some(at) => {}
                b'"' if next == Some(&b'"') => {
                    has_doubled = true;
                    doubled = Some(at + 1);
                }
                b'"' if next.is_none() && !is_end => return (Closing::Unknown, looked),
                b'"' => {
                    let ends_field =
                        next.is_none_or(|&it| it == self.delimiter || matches!(it, b'\r' | b'\n'));
                    if !ends_field {
                        return (Closing::Stray, looked);
                    }
                    if delimiters >= self.delimiters_a_line() * (breaks + 1) {
                        // Two stray quotes in one column make a row as wide, of whole rows.
                        let are_rows = of_first + before + 1 == self.width
                            && delimiters - before_last == before;
                        match self.fields_behind(bytes, at + 1, is_end) {
                            None => return (Closing::Unknown, looked),
                            Some(it) if !are_rows && before + 1 + it == self.width => {}
                            Some(_) => return (Closing::Stray, looked),
                        }
                    }
                    let place = at;
                    return (Closing::At { place, has_doubled }, looked);
                }
                b'\r' if next == Some(&b'\n') => {}
                b'\r' | b'\n' => {
                    breaks += 1;
                    of_first = if breaks == 1 { delimiters } else { of_first };
                    before_last = delimiters;
                }
                _ => delimiters += usize::from(byte == self.delimiter),
            }
            if breaks > BREAKS_MAX {
                return (Closing::Stray, looked);
            }
        }
        let looked = bytes.len() - start.min(bytes.len());
        if is_end || looked > BYTES_MAX {
            (Closing::Stray, looked)
        } else {
            (Closing::Unknown, looked)
        }
    }

    /// How many fields follow in the row behind a quote that closes; nothing if the text ends before that is clear.
    fn fields_behind(&self, bytes: &[u8], start: usize, is_end: bool) -> Option<usize> {
        let mut marks = Marks::new(bytes, self.delimiter);
        marks.seek(start);
        let (mut fields, mut inside) = (0, false);
        while let Some(at) = marks.next_place() {
            match bytes[at] {
                _ if at - start > BYTES_MAX => return Some(fields),
                b'"' => inside = !inside,
                b'\r' | b'\n' if !inside => return Some(fields),
                byte => fields += usize::from(byte == self.delimiter && !inside),
            }
        }
        is_end.then_some(fields)
    }

    /// Delimiters a line from which on the lines look like rows of this table.
    fn delimiters_a_line(&self) -> usize {
        match self.width {
            0..3 => DELIMITERS_A_LINE_MAX,
            width => (width - 1).min(DELIMITERS_A_LINE_MAX),
        }
    }
}
