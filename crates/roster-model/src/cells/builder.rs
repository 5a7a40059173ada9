//! Takes the cells of one column in row order.

use std::sync::OnceLock;

use super::{Cells, Rows};
use crate::interner::Interner;
use crate::texts::{CellKind, Texts, TooLarge};

/// After this many rows, and at every doubling, the dictionary has to prove its worth.
const FIRST_REVIEW: u32 = 4096;

/// Takes the cells of one column in row order.
#[derive(Debug)]
pub struct CellsBuilder {
    texts: Texts,
    rows: Rows,
    interner: Option<Interner>,
    /// The text of the row before: a column often repeats itself downwards.
    last: Option<u32>,
    row_count: u32,
    next_review: u32,
}

impl Default for CellsBuilder {
    fn default() -> Self {
        CellsBuilder {
            texts: Texts::default(),
            rows: Rows::One(Vec::new()),
            interner: Some(Interner::default()),
            last: None,
            row_count: 0,
            next_review: FIRST_REVIEW,
        }
    }
}

impl CellsBuilder {
    /// Number of rows so far.
    pub fn row_count(&self) -> u32 {
        self.row_count
    }

    /// The cell of the next row. A number has the zeros before it that its format shows.
    pub fn push(&mut self, text: &str, kind: CellKind) -> Result<(), TooLarge> {
        let id = match &mut self.interner {
            None => self.texts.push(text, kind)?,
            Some(interner) => match self.last {
                Some(last) if self.texts.is(last, text, kind) => last,
                _ => interner.intern(&mut self.texts, text, kind)?,
            },
        };
        self.last = Some(id);
        self.rows.push(id);
        self.row_count = self.row_count.checked_add(1).ok_or(TooLarge)?;
        if self.row_count == self.next_review {
            self.next_review = self.next_review.saturating_mul(2);
            self.review()?;
        }
        Ok(())
    }

    /// Blank cells up to, and without, `row`.
    pub fn pad_to(&mut self, row: u32) -> Result<(), TooLarge> {
        while self.row_count < row {
            self.push("", CellKind::Blank)?;
        }
        Ok(())
    }

    /// The finished column.
    pub fn finish(mut self) -> Cells {
        self.texts.shrink();
        Cells {
            texts: self.texts,
            rows: self.rows,
            row_count: self.row_count,
            usual: OnceLock::new(),
        }
    }

    /// Gives up the dictionary when more than half of the rows brought a new text.
    fn review(&mut self) -> Result<(), TooLarge> {
        if self.interner.is_none() || self.texts.len() as u32 <= self.row_count / 2 {
            return Ok(());
        }
        let mut own = Texts::default();
        for row in 0..self.row_count {
            let id = self.rows.get(row);
            own.push(self.texts.text(id), self.texts.kind(id))?;
        }
        self.texts = own;
        self.rows = Rows::Own;
        self.interner = None;
        Ok(())
    }
}
