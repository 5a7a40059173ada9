//! Some rows of a text, each with its number and its fields.
//!
//! Deliberately absent: where a row and a field end, for that is the business of `rows`.

use std::borrow::Cow;
use std::ops::Range;

/// Some rows in a row, without the blank lines between them.
#[derive(Default)]
pub struct Block<'b> {
    pub(crate) text: Cow<'b, str>,
    pub(crate) fields: Vec<Field>,
    pub(crate) heads: Vec<Head>,
}

#[derive(Clone, Copy)]
pub(crate) struct Head {
    pub(crate) number: u32,
    /// Index of its first field.
    pub(crate) first: u32,
}

/// Where a field stands in the text, with its quotes.
#[derive(Clone, Copy)]
pub(crate) struct Field {
    pub(crate) start: u32,
    /// The end, and in the two highest bits the form; a block is far shorter.
    pub(crate) end: u32,
}

pub(crate) const QUOTED: u32 = 1 << 31;
pub(crate) const ESCAPED: u32 = 1 << 30;

impl Field {
    pub(crate) fn range(self) -> Range<usize> {
        self.start as usize..(self.end & !(QUOTED | ESCAPED)) as usize
    }
}

impl Block<'_> {
    /// Number of rows.
    pub fn len(&self) -> usize {
        self.heads.len()
    }

    /// Whether there is none. Blank lines alone make a block without rows, and more may follow.
    pub fn is_empty(&self) -> bool {
        self.heads.is_empty()
    }

    /// A row by its index in the block, which must exist.
    #[inline]
    pub fn row(&self, index: usize) -> BlockRow<'_> {
        let head = self.heads[index];
        let end = match self.heads.get(index + 1) {
            Some(next) => next.first as usize,
            None => self.fields.len(),
        };
        BlockRow {
            number: head.number,
            text: &self.text,
            fields: &self.fields[head.first as usize..end],
        }
    }

    /// Length of the text of all rows.
    pub(crate) fn text_length(&self) -> usize {
        self.text.len()
    }
}

/// One row of a block.
#[derive(Clone, Copy)]
pub struct BlockRow<'r> {
    /// Row number, from 1.
    pub number: u32,
    text: &'r str,
    fields: &'r [Field],
}

impl<'r> BlockRow<'r> {
    /// Number of fields.
    #[inline]
    pub fn len(&self) -> usize {
        self.fields.len()
    }

    /// Whether there is none; a row of a block has one at least.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// The text of a field as a spreadsheet program shows it; empty behind the last one. A field with
    /// doubled quotes is put together in `scratch`.
    #[inline]
    pub fn text<'s>(&self, position: usize, scratch: &'s mut String) -> &'s str
    where
        'r: 's,
    {
        let text = self.written(position, scratch);
        shown(text).unwrap_or(text)
    }

    /// Whether a field is written as a formula that shows a text.
    pub(crate) fn is_formula(&self, position: usize) -> bool {
        let mut scratch = String::new();
        shown(self.written(position, &mut scratch)).is_some()
    }

    #[inline]
    fn written<'s>(&self, position: usize, scratch: &'s mut String) -> &'s str
    where
        'r: 's,
    {
        let Some(field) = self.fields.get(position) else {
            return "";
        };
        let text = &self.text[field.range()];
        if field.end < ESCAPED {
            return text;
        }
        if field.end & ESCAPED == 0 {
            return &text[1..text.len() - 1];
        }
        unescape(text, scratch);
        scratch
    }

    /// The text of a field if it need not be put together; empty behind the last one.
    #[inline]
    pub fn plain_text(&self, position: usize) -> Option<&'r str> {
        let Some(field) = self.fields.get(position) else {
            return Some("");
        };
        let text = &self.text[field.range()];
        match field.end & (QUOTED | ESCAPED) {
            0 => Some(shown(text).unwrap_or(text)),
            QUOTED => Some(&text[1..text.len() - 1]),
            _ => None,
        }
    }

    /// Where a field stands in the text of the block, with its quotes.
    pub(crate) fn place(&self, position: usize) -> Option<Range<usize>> {
        self.fields.get(position).map(|field| field.range())
    }

    /// Whether a field is quoted.
    pub(crate) fn is_quoted(&self, position: usize) -> bool {
        let field = self.fields.get(position);
        field.is_some_and(|field| field.end >= ESCAPED)
    }
}

/// What the formula `="110101"` shows, in which programs export what a spreadsheet should not take for
/// a number.
#[inline]
fn shown(text: &str) -> Option<&str> {
    let inner = text.strip_prefix("=\"")?.strip_suffix('"')?;
    (!inner.contains('"')).then_some(inner)
}

/// The text of a field that begins with a quote: doubled quotes are one, and what stands behind
/// the closing quote belongs to the text.
fn unescape(field: &str, into: &mut String) {
    into.clear();
    let mut rest = &field[1..];
    while let Some(quote) = memchr::memchr(b'"', rest.as_bytes()) {
        into.push_str(&rest[..quote]);
        rest = &rest[quote + 1..];
        let Some(after) = rest.strip_prefix('"') else {
            break;
        };
        into.push('"');
        rest = after;
    }
    into.push_str(rest);
}
