//! Splits delimited text into rows and fields, with the row numbers a spreadsheet program shows.
//!
//! A row with line breaks inside quotes is one row and a blank line is a row. A quote that is never
//! closed, or only where no cell could end, is taken for an ordinary character and told, so that it
//! cannot swallow the rows behind it. Rows come in blocks, because what is done to many rows at once
//! is done faster.

use std::borrow::Cow;

use crate::Decision;
use crate::block::{Block, ESCAPED, Field, Head, QUOTED};
use crate::fed::Fed;
use crate::marks::Marks;
use crate::quotes::{Closing, Quotes};
use crate::source::Source;

/// Text of one block, more or less.
const BLOCK_BYTES: usize = 1 << 20;
/// A longer row is no row of a table.
const ROW_BYTES_MAX: usize = 64 << 20;
/// A row of more fields is none either, whatever is in them.
const FIELDS_MAX: usize = 1 << 16;

/// A row that no table has. Nothing behind it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowError {
    /// The row of this number, from 1, is longer than 64 megabytes.
    TooLong(u32),
    /// The row of this number, from 1, has more than 65,536 fields.
    TooManyFields(u32),
}

/// The rows of a text, in blocks.
pub struct Rows<'b> {
    source: Source<'b>,
    delimiter: u8,
    /// Number of the row before.
    number: u32,
    quotes: Quotes,
    unclosed: Vec<u32>,
    size: usize,
}

impl<'b> Rows<'b> {
    /// The rows of a file whose encoding is known.
    pub fn new(bytes: &'b [u8], decision: &Decision, delimiter: u8) -> Self {
        Rows::of(Source::text(bytes, decision), bytes.len(), delimiter)
    }

    /// The rows of UTF-8 that comes bit by bit, by `feed` and at last `end`; its mark is no part of it.
    pub fn fed(delimiter: u8) -> Rows<'static> {
        Rows::of(Source::Fed(Fed::default()), 0, delimiter)
    }

    /// Takes in the next bytes of such a text; `false` if they are no UTF-8. The blocks before have to
    /// be taken first, or the text gathers.
    pub fn feed(&mut self, bytes: &[u8]) -> bool {
        match &mut self.source {
            Source::Fed(fed) => fed.feed(bytes),
            _ => false,
        }
    }

    /// Nothing more comes of such a text; `false` if it ends inside a character.
    pub fn end(&mut self) -> bool {
        match &mut self.source {
            Source::Fed(fed) => fed.end(),
            _ => false,
        }
    }

    /// The same rows, with a character for each unit of the file.
    pub(crate) fn shadow(bytes: &'b [u8], decision: &Decision, delimiter: u8) -> Self {
        Rows::of(Source::shadow(bytes, decision), bytes.len(), delimiter)
    }

    fn of(source: Source<'b>, size: usize, delimiter: u8) -> Self {
        Rows {
            source,
            delimiter,
            number: 0,
            quotes: Quotes::new(delimiter),
            unclosed: Vec::new(),
            size,
        }
    }

    /// Bytes of the file taken so far; at most its size.
    pub(crate) fn bytes_taken(&self) -> u64 {
        let left = match &self.source {
            Source::Whole { text, at } => text.len() - at,
            Source::Pieces(pieces) => pieces.bytes_left(),
            Source::Fed(fed) => return fed.bytes_taken(),
        };
        (self.size - left) as u64
    }

    /// Bytes of the file.
    #[cfg(not(target_family = "wasm"))]
    pub(crate) fn size(&self) -> u64 {
        self.size as u64
    }

    /// Row numbers, from 1, in which a quote is opened and never closed; of the blocks read so far.
    pub fn unclosed_quotes(&self) -> &[u32] {
        &self.unclosed
    }

    /// The next rows; `false` when there are none, or none before more is fed.
    pub fn next_block(&mut self, block: &mut Block<'b>) -> Result<bool, RowError> {
        block.fields.clear();
        block.heads.clear();
        let mut split = |text: &str, is_end, block: &mut Block<'b>| {
            let mut splitter = Splitter {
                text,
                is_end,
                delimiter: self.delimiter,
                number: &mut self.number,
                quotes: &mut self.quotes,
                unclosed: &mut self.unclosed,
                block,
            };
            splitter.split()
        };
        // First split what is already in the buffer; decode more only if that gave no whole row.
        let mut has_looked = true;
        match &mut self.source {
            Source::Whole { text, at } => {
                let rest = &text[*at..];
                let taken = split(rest, true, block)?;
                *at += taken;
                block.text = Cow::Borrowed(&rest[..taken]);
                Ok(taken > 0)
            }
            Source::Pieces(pieces) => loop {
                if !has_looked || pieces.buffer().len() < BLOCK_BYTES {
                    pieces.fill();
                }
                has_looked = false;
                let is_end = pieces.bytes_left() == 0;
                let taken = split(pieces.buffer(), is_end, block)?;
                if taken > 0 || is_end {
                    block.text = Cow::Owned(pieces.take(taken));
                    return Ok(taken > 0);
                }
            },
            Source::Fed(fed) => {
                let text = fed.text();
                let taken = split(text, fed.is_whole(), block)?;
                let mut own = match std::mem::take(&mut block.text) {
                    Cow::Owned(own) => own,
                    Cow::Borrowed(_) => String::new(),
                };
                own.clear();
                own.push_str(&text[..taken]);
                block.text = Cow::Owned(own);
                if !text.is_empty() {
                    fed.take(taken);
                }
                Ok(taken > 0)
            }
        }
    }
}

/// Splits the text of one block.
struct Splitter<'s, 'b> {
    text: &'s str,
    /// Nothing follows behind the text.
    is_end: bool,
    delimiter: u8,
    number: &'s mut u32,
    quotes: &'s mut Quotes,
    unclosed: &'s mut Vec<u32>,
    block: &'s mut Block<'b>,
}

/// Where the splitter is in a row.
struct State {
    /// Where the row begins, and its field.
    row: usize,
    field: usize,
    /// Index of the first field of the row.
    first: usize,
    /// The form of the field so far.
    form: u32,
    inside_quotes: bool,
    /// The last place at which a quote closed.
    closed: usize,
    /// The row has a stray quote, so that its quotes mean nothing.
    is_literal: bool,
    /// What `Quotes` had looked at before the row.
    spent: (usize, usize),
}

impl Splitter<'_, '_> {
    /// Makes rows until there are enough, and says how much of the text they are.
    fn split(&mut self) -> Result<usize, RowError> {
        let text = self.text;
        let bytes = text.as_bytes();
        let mut marks = Marks::new(bytes, self.delimiter);
        let mut state = State {
            row: 0,
            field: 0,
            first: 0,
            form: 0,
            inside_quotes: false,
            closed: 0,
            is_literal: false,
            spent: self.quotes.spent(),
        };
        while state.row < BLOCK_BYTES {
            let Some(at) = marks.next_place() else {
                if self.is_end && state.inside_quotes {
                    self.go_literal(&mut state, &mut marks);
                    continue;
                }
                return self.end(&mut state);
            };
            if at < state.field {
                // The second half of a line end or of a doubled quote.
                continue;
            }
            let byte = bytes[at];
            if state.inside_quotes {
                if !self.inside(at, byte, &mut state, &mut marks) {
                    return self.partial(&state);
                }
            } else if byte == self.delimiter {
                self.push_field(&mut state, at)?;
                state.field = at + 1;
            } else if byte == b'\n' {
                self.push_row(&mut state, at, at + 1)?;
            } else if byte == b'\r' {
                let next = bytes.get(at + 1);
                if next.is_none() && !self.is_end {
                    return self.partial(&state);
                }
                let length = if next == Some(&b'\n') { 2 } else { 1 };
                self.push_row(&mut state, at, at + length)?;
            } else if byte == b'"' && at == state.field && !state.is_literal {
                state.inside_quotes = true;
                state.form = QUOTED;
                state.closed = at;
            }
        }
        Ok(state.row)
    }

    /// A mark inside quotes; `false` if the text ends before it is clear what it means.
    #[inline]
    fn inside(&mut self, at: usize, byte: u8, state: &mut State, marks: &mut Marks) -> bool {
        let bytes = self.text.as_bytes();
        match byte {
            // The second one of a doubled quote.
            b'"' if at == state.closed && state.form & ESCAPED != 0 => {}
            b'"' => match bytes.get(at + 1) {
                Some(b'"') => {
                    state.form |= ESCAPED;
                    state.closed = at + 1;
                }
                None if !self.is_end => return false,
                _ => {
                    state.inside_quotes = false;
                    state.closed = at;
                }
            },
            b'\r' | b'\n' => {
                let after = state.closed + 1;
                let begun = (at - state.row, self.block.fields.len() - state.first);
                match self.quotes.closing(bytes, after, self.is_end, begun) {
                    Closing::At { place, has_doubled } => {
                        state.inside_quotes = false;
                        state.closed = place;
                        state.form |= if has_doubled { ESCAPED } else { 0 };
                        marks.seek(place + 1);
                    }
                    Closing::Stray => self.go_literal(state, marks),
                    Closing::Unknown => return false,
                }
            }
            _ => {}
        }
        true
    }

    /// Begins the row again, as if no quote meant anything in it.
    #[cold]
    fn go_literal(&mut self, state: &mut State, marks: &mut Marks) {
        self.unclosed.push(self.number.saturating_add(1));
        self.block.fields.truncate(state.first);
        state.field = state.row;
        state.form = 0;
        state.inside_quotes = false;
        state.is_literal = true;
        marks.seek(state.row);
    }

    #[inline]
    fn push_field(&mut self, state: &mut State, end: usize) -> Result<(), RowError> {
        // What stands behind the closing quote has to be put together with what is inside.
        let mut form = state.form;
        if form != 0 && state.closed + 1 != end {
            form |= ESCAPED;
        }
        if self.block.fields.len() - state.first >= FIELDS_MAX {
            return Err(RowError::TooManyFields(self.number.saturating_add(1)));
        }
        self.block.fields.push(Field {
            start: state.field as u32,
            end: end as u32 | form,
        });
        state.form = 0;
        Ok(())
    }

    #[inline]
    fn push_row(&mut self, state: &mut State, end: usize, next: usize) -> Result<(), RowError> {
        let number = self.number.saturating_add(1);
        if end - state.row > ROW_BYTES_MAX {
            return Err(RowError::TooLong(number));
        }
        if end > state.row {
            self.push_field(state, end)?;
            self.block.heads.push(Head {
                number,
                first: state.first as u32,
            });
            self.quotes
                .note_width(number, self.block.fields.len() - state.first);
            state.first = self.block.fields.len();
        }
        *self.number = number;
        state.row = next;
        state.field = next;
        state.is_literal = false;
        state.spent = self.quotes.spent();
        Ok(())
    }

    /// The text has ended outside quotes.
    fn end(&mut self, state: &mut State) -> Result<usize, RowError> {
        if !self.is_end {
            return self.partial(state);
        }
        let end = self.text.len();
        if end > state.row {
            self.push_row(state, end, end)?;
        }
        Ok(end)
    }

    /// The text has ended inside a row, and more of it will come.
    fn partial(&mut self, state: &State) -> Result<usize, RowError> {
        let number = self.number.saturating_add(1);
        if self.text.len() - state.row > ROW_BYTES_MAX {
            return Err(RowError::TooLong(number));
        }
        // The row is split again when all of it is there.
        if state.is_literal {
            self.unclosed.pop();
        }
        self.quotes.back_to(state.spent);
        self.block.fields.truncate(state.first);
        Ok(state.row)
    }
}
