//! One column of a sheet, kept compactly.
//!
//! Every different text of a column is stored once, in one byte arena; a row holds only the index
//! of its text, in one, two or four bytes. A column whose texts hardly repeat (identity numbers)
//! gives up the dictionary and stores one text a row. So a cell costs bytes, not a `String`, and
//! a check of a cell runs once for each different text.
//!
//! A number is stored by its digits, so that one that a format shows as 0501 is 501 to every check; the
//! zeros are kept beside it, for callers that write down what a person sees.
//!
//! Built once, row by row, then never changed: edits are an overlay (`EditLog`).

mod usual;

use std::borrow::Cow;
use std::sync::OnceLock;

use crate::RowSet;
use crate::interner::Interner;
use crate::texts::{CellKind, Texts, TooLarge};

/// Index of a text among the stored texts of one column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ValueId(pub u32);

/// Which stored text each row has, as narrow as the number of texts allows.
#[derive(Clone, Debug)]
enum Rows {
    /// Row `r` has text `r`.
    Own,
    One(Vec<u8>),
    Two(Vec<u16>),
    Four(Vec<u32>),
}

impl Rows {
    #[inline]
    fn push(&mut self, id: u32) {
        match self {
            Rows::Own => {}
            Rows::One(ids) => {
                if let Ok(id) = u8::try_from(id) {
                    ids.push(id);
                } else {
                    *self = Rows::Two(ids.iter().map(|&it| u16::from(it)).collect());
                    self.push(id);
                }
            }
            Rows::Two(ids) => {
                if let Ok(id) = u16::try_from(id) {
                    ids.push(id);
                } else {
                    *self = Rows::Four(ids.iter().map(|&it| u32::from(it)).collect());
                    self.push(id);
                }
            }
            Rows::Four(ids) => ids.push(id),
        }
    }

    #[inline]
    fn get(&self, row: u32) -> u32 {
        match self {
            Rows::Own => row,
            Rows::One(ids) => u32::from(ids[row as usize]),
            Rows::Two(ids) => u32::from(ids[row as usize]),
            Rows::Four(ids) => ids[row as usize],
        }
    }

    fn bytes(&self) -> usize {
        match self {
            Rows::Own => 0,
            Rows::One(ids) => ids.capacity(),
            Rows::Two(ids) => ids.capacity() * 2,
            Rows::Four(ids) => ids.capacity() * 4,
        }
    }
}

/// One finished column.
#[derive(Clone, Debug)]
pub struct Cells {
    texts: Texts,
    rows: Rows,
    row_count: u32,
    zeros: Vec<Zeros>,
    usual: OnceLock<Vec<u32>>,
}

/// Rows whose numbers are shown with zeros before them, by a format such as `0000`.
#[derive(Clone, Copy, Debug)]
struct Zeros {
    first: u32,
    last: u32,
    /// Characters of a number as it is shown.
    width: usize,
}

impl Cells {
    /// Number of rows.
    pub fn row_count(&self) -> u32 {
        self.row_count
    }

    /// Number of stored texts; at most the number of rows.
    pub fn value_count(&self) -> u32 {
        self.texts.len() as u32
    }

    /// All stored texts, in the order of their first row.
    pub fn values(&self) -> impl Iterator<Item = ValueId> + use<> {
        (0..self.value_count()).map(ValueId)
    }

    /// The stored text of a row.
    pub fn value(&self, row: u32) -> ValueId {
        ValueId(self.rows.get(row))
    }

    /// The text, exactly as the file has it; empty for a blank cell.
    pub fn text(&self, value: ValueId) -> &str {
        self.texts.text(value.0)
    }

    /// What a person sees in a row: the text, and the zeros that a number has by its format alone; nothing
    /// of a formula that was never worked out.
    pub fn seen(&self, row: u32) -> Cow<'_, str> {
        if self.lacks_result(row) {
            return Cow::Borrowed("");
        }
        let text = self.text(self.value(row));
        let place = self.zeros.partition_point(|it| it.last < row);
        match self.zeros.get(place) {
            Some(it) if it.first <= row => Cow::Owned(format!("{text:0>0$}", it.width)),
            _ => Cow::Borrowed(text),
        }
    }

    /// Whether the cell is a formula that was never worked out.
    pub fn lacks_result(&self, row: u32) -> bool {
        let value = self.value(row);
        self.text(value) == " " && self.kind(value) == CellKind::Formula
    }

    /// Whether some number is shown with zeros before it.
    pub fn has_zeros(&self) -> bool {
        !self.zeros.is_empty()
    }

    /// How the file stored it.
    pub fn kind(&self, value: ValueId) -> CellKind {
        self.texts.kind(value.0)
    }

    /// Whether some stored text has the character; one look at all of them together.
    pub fn has_char(&self, c: char) -> bool {
        self.texts.all().contains(c)
    }

    /// The rows whose stored text is chosen; `chosen` has one entry a stored text.
    pub fn rows_with(&self, chosen: &[bool]) -> RowSet {
        match &self.rows {
            Rows::Own => RowSet::of(chosen.iter().copied()),
            Rows::One(ids) => RowSet::of(ids.iter().map(|&it| chosen[usize::from(it)])),
            Rows::Two(ids) => RowSet::of(ids.iter().map(|&it| chosen[usize::from(it)])),
            Rows::Four(ids) => RowSet::of(ids.iter().map(|&it| chosen[it as usize])),
        }
    }

    /// The first rows alone, and no text that only others have.
    pub fn first(&self, rows: u32) -> Result<Cells, TooLarge> {
        let mut builder = CellsBuilder::default();
        for row in 0..rows.min(self.row_count) {
            let value = self.value(row);
            match self.kind(value) {
                CellKind::Number => builder.push(&self.seen(row), CellKind::Number)?,
                kind => builder.push(self.text(value), kind)?,
            }
        }
        Ok(builder.finish())
    }

    /// Bytes held, to keep the promise that a cell costs bytes.
    pub fn bytes(&self) -> usize {
        self.texts.bytes() + self.rows.bytes()
    }
}

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
    zeros: Vec<Zeros>,
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
            zeros: Vec::new(),
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
        let text = match text.as_bytes() {
            [b'0', b'0'..=b'9', ..] if kind == CellKind::Number => self.without_zeros(text),
            _ => text,
        };
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

    fn without_zeros<'t>(&mut self, text: &'t str) -> &'t str {
        let (row, width) = (self.row_count, text.len());
        match self.zeros.last_mut() {
            Some(it) if it.last + 1 == row && it.width == width => it.last = row,
            _ => self.zeros.push(Zeros {
                first: row,
                last: row,
                width,
            }),
        }
        let digits = text.trim_start_matches('0');
        if digits.is_empty() { "0" } else { digits }
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
            zeros: self.zeros,
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

#[cfg(test)]
mod tests {
    use super::*;

    fn build(texts: impl Iterator<Item = String>) -> Cells {
        let mut builder = CellsBuilder::default();
        for text in texts {
            let kind = if text.is_empty() {
                CellKind::Blank
            } else {
                CellKind::Text
            };
            builder.push(&text, kind).unwrap();
        }
        builder.finish()
    }

    #[test]
    fn repeated_texts_are_stored_once() {
        let cells = build((0..100_000).map(|row| ["男", "女", ""][row % 3].to_owned()));
        assert_eq!(cells.value_count(), 3);
        assert_eq!(cells.text(cells.value(99_998)), "");
        assert_eq!(cells.kind(cells.value(99_998)), CellKind::Blank);
        assert!(cells.bytes() < 2 * 131_072 + 100, "{}", cells.bytes());
    }

    #[test]
    fn widths_grow_with_the_number_of_texts() {
        for different in [1, 255, 256, 257, 60_000, 70_000] {
            let cells = build((0..300_000).map(|row| format!("值{}", row % different)));
            for row in [0, 1, 255, 256, 65_535, 65_536, 299_999_u32] {
                let expected = format!("值{}", row as usize % different);
                assert_eq!(cells.text(cells.value(row)), expected);
            }
        }
    }

    #[test]
    fn a_column_of_different_texts_gives_up_the_dictionary() {
        let cells = build((0..20_000).map(|row| format!("{:018}", row / 2 * 2)));
        assert_eq!(cells.value_count(), 10_000, "half of the rows repeat: kept");
        let cells = build((0..20_000).map(|row| format!("{row:018}")));
        assert_eq!(cells.value_count(), 20_000);
        assert_eq!(cells.value(12_345), ValueId(12_345));
        assert_eq!(cells.text(ValueId(12_345)), "000000000000012345");
    }

    #[test]
    fn zeros_of_a_format_are_kept_beside_the_number() {
        let mut builder = CellsBuilder::default();
        for text in ["0501", "0502", "00", "501", "0.5"] {
            builder.push(text, CellKind::Number).unwrap();
        }
        builder.push("0501", CellKind::Text).unwrap();
        let cells = builder.finish();
        let all = |of: &dyn Fn(u32) -> String| (0..6).map(of).collect::<Vec<_>>().join(" ");
        let stored = all(&|row| cells.text(cells.value(row)).to_owned());
        assert_eq!(stored, "501 502 0 501 0.5 0501");
        assert_eq!(
            all(&|row| cells.seen(row).into_owned()),
            "0501 0502 00 501 0.5 0501"
        );
        assert_eq!(cells.zeros.len(), 2);
    }

    #[test]
    fn kind_is_part_of_the_value() {
        let mut builder = CellsBuilder::default();
        builder.push("1", CellKind::Text).unwrap();
        builder.push("1", CellKind::Number).unwrap();
        builder.pad_to(4).unwrap();
        let cells = builder.finish();
        assert_eq!(cells.value_count(), 3);
        assert_eq!(cells.row_count(), 4);
        assert_eq!(
            cells
                .rows_with(&[false, true, false])
                .iter()
                .collect::<Vec<_>>(),
            [1]
        );
    }

    #[test]
    fn a_usual_text_comes_again_and_again() {
        let few = build((0..20).map(|row| ["走读", "走读", "走读", "王伟"][row % 4].to_owned()));
        assert!(few.is_usual("走读") && few.is_usual("王伟") && !few.is_usual("住读"));
        let many =
            build((0..4000).map(|row| format!("值{}", if row % 200 == 0 { 0 } else { row })));
        assert!(many.is_usual("值0") && !many.is_usual("值1"));
    }
}
