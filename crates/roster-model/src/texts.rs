//! The stored texts of a column: one byte arena, where each text ends, and how the file stored it.

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
    /// A number shown as a date; the text is `YYYY-MM-DD`, with ` HH:MM:SS` where there is a time.
    Date,
    /// `TRUE` or `FALSE`.
    Boolean,
    /// `#N/A` and its kin.
    Error,
    /// The stored result of a formula.
    Formula,
}

/// A column has more text than four gigabytes, or more rows than four thousand million.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge;

/// The stored texts of a column: text `i` is `arena[ends[i - 1]..ends[i]]`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Texts {
    arena: String,
    ends: Vec<u32>,
    kinds: Vec<CellKind>,
}

impl Texts {
    #[inline]
    pub(crate) fn push(&mut self, text: &str, kind: CellKind) -> Result<u32, TooLarge> {
        let end = u32::try_from(self.arena.len() + text.len()).map_err(|_| TooLarge)?;
        let id = u32::try_from(self.ends.len()).map_err(|_| TooLarge)?;
        self.arena.push_str(text);
        self.ends.push(end);
        self.kinds.push(kind);
        Ok(id)
    }

    #[inline]
    pub(crate) fn get(&self, id: u32) -> (&str, CellKind) {
        let id = id as usize;
        let start = if id == 0 {
            0
        } else {
            self.ends[id - 1] as usize
        };
        (&self.arena[start..self.ends[id] as usize], self.kinds[id])
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
