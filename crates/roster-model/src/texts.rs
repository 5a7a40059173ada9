//! The stored texts of a column: one byte arena, where each text ends, and how the file stored it.

use crate::short::is_same;

/// How the file stored a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum CellKind {
    /// Nothing there. A cell of white space is not blank: it has text.
    Blank,
    /// Text, as typed.
    Text,
    /// A number; the text has its digits.
    Number,
    /// A number shown as a date; the text is `YYYY-MM-DD`, with ` HH:MM:SS` where there is a time, and
    /// `YYYY-MM` where a year and a month were entered.
    Date,
    /// `TRUE` or `FALSE`.
    Boolean,
    /// `#N/A` and its kin.
    Error,
    /// The stored result of a formula.
    Formula,
}

impl CellKind {
    /// All of them.
    pub const ALL: [CellKind; 7] = [
        CellKind::Blank,
        CellKind::Text,
        CellKind::Number,
        CellKind::Date,
        CellKind::Boolean,
        CellKind::Error,
        CellKind::Formula,
    ];
}

/// A column has more text than four gigabytes, or more rows than four thousand million.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge;

/// The stored texts of a column: text `i` is `arena[ends[i - 1]..ends[i]]`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Texts {
    arena: String,
    ends: Vec<u32>,
    /// Empty while every text is stored as a text file would store it.
    kinds: Vec<CellKind>,
}

/// How a text file stores a cell.
#[inline]
fn plain_kind(text: &str) -> CellKind {
    if text.is_empty() {
        CellKind::Blank
    } else {
        CellKind::Text
    }
}

impl Texts {
    #[inline]
    pub(crate) fn push(&mut self, text: &str, kind: CellKind) -> Result<u32, TooLarge> {
        let end = u32::try_from(self.arena.len() + text.len()).map_err(|_| TooLarge)?;
        let id = u32::try_from(self.ends.len()).map_err(|_| TooLarge)?;
        let is_plain = kind == plain_kind(text);
        if !is_plain && self.kinds.is_empty() {
            self.kinds = (0..id).map(|it| plain_kind(self.text(it))).collect();
        }
        if !is_plain || !self.kinds.is_empty() {
            self.kinds.push(kind);
        }
        self.arena.push_str(text);
        self.ends.push(end);
        Ok(id)
    }

    // What is read here is not marked `inline`, nor above it in `cells` and `sheet`: it would be compiled in
    // the crates that ask, and those which the page has small would be the slower for it by a quarter.
    pub(crate) fn text(&self, id: u32) -> &str {
        let id = id as usize;
        let start = match id.checked_sub(1) {
            Some(before) => self.ends[before] as usize,
            None => 0,
        };
        &self.arena[start..self.ends[id] as usize]
    }

    pub(crate) fn kind(&self, id: u32) -> CellKind {
        match self.kinds.get(id as usize) {
            Some(&kind) => kind,
            None => plain_kind(self.text(id)),
        }
    }

    /// Whether that is the text, and how it is stored.
    pub(crate) fn is(&self, id: u32, text: &str, kind: CellKind) -> bool {
        is_same(self.text(id), text) && self.kind(id) == kind
    }

    /// All texts, one after the other.
    pub(crate) fn all(&self) -> &str {
        &self.arena
    }

    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(crate) fn shrink(&mut self) {
        self.arena.shrink_to_fit();
        self.ends.shrink_to_fit();
        self.kinds.shrink_to_fit();
    }

    pub(crate) fn bytes(&self) -> usize {
        self.arena.capacity() + self.ends.capacity() * 4 + self.kinds.capacity()
    }
}
