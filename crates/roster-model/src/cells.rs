//! One column of a sheet, kept compactly.
//!
//! Every different text of a column is stored once, in one byte arena; a row holds only the index
//! of its text, in one, two or four bytes. A column whose texts hardly repeat (identity numbers)
//! gives up the dictionary and stores one text a row. So a cell costs bytes, not a `String`, and
//! a check of a cell runs once for each different text.
//!
//! A number is stored as it is shown: one that a format shows as 0501 is 0501 to everybody, to the checks as
//! to those who write it down. Only its kind tells that the zero is of the
//! format alone (`has_zeros_of_format`).
//!
//! Built once, row by row, then never changed: edits are an overlay (`EditLog`).

mod builder;
mod usual;

use std::borrow::Cow;
use std::sync::OnceLock;

use crate::RowSet;
use crate::texts::{CellKind, Texts, TooLarge};

pub use builder::CellsBuilder;

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
    usual: OnceLock<Vec<u32>>,
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

    /// What a person sees in a row, and what is written where the cell becomes a text: nothing of a formula that was
    /// never worked out, and an exponent where the program kept no more than 15 digits, lest digits that were lost
    /// look like zeros that somebody typed.
    pub fn seen(&self, row: u32) -> Cow<'_, str> {
        if self.lacks_result(row) {
            return Cow::Borrowed("");
        }
        let value = self.value(row);
        let text = self.text(value);
        if self.kind(value) == CellKind::Number && has_lost_digits(text) {
            return Cow::Owned(with_exponent(text));
        }
        Cow::Borrowed(text)
    }

    /// Whether the cell is a formula that was never worked out.
    pub fn lacks_result(&self, row: u32) -> bool {
        let value = self.value(row);
        self.text(value) == " " && self.kind(value) == CellKind::Formula
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
            builder.push(self.text(value), self.kind(value))?;
        }
        Ok(builder.finish())
    }

    /// Bytes held, to keep the promise that a cell costs bytes.
    pub fn bytes(&self) -> usize {
        self.texts.bytes() + self.rows.bytes()
    }
}

/// Whether a cell is a number that is shown with zeros before it, by a format such as `0000`: another program
/// may take the number without them.
pub fn has_zeros_of_format(text: &str, kind: CellKind) -> bool {
    kind == CellKind::Number && matches!(text.as_bytes(), [b'0', b'0'..=b'9', ..])
}

/// Digits of a number that a spreadsheet program keeps.
const DIGITS_KEPT: usize = 15;

/// Whether these are the digits of a number of which the program kept some, and zeros in place of the others.
fn has_lost_digits(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() > DIGITS_KEPT
        && bytes.iter().all(u8::is_ascii_digit)
        && bytes[DIGITS_KEPT..].iter().all(|&it| it == b'0')
}

/// The number as the program shows it in a narrow column, with all digits that there are: `1.1010120150901E+17`.
fn with_exponent(digits: &str) -> String {
    let (first, rest) = digits.split_at(1);
    let point = if rest.bytes().all(|it| it == b'0') {
        ""
    } else {
        "."
    };
    format!(
        "{first}{point}{}E+{}",
        rest.trim_end_matches('0'),
        rest.len()
    )
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
    fn a_number_has_the_zeros_that_its_format_shows() {
        let mut builder = CellsBuilder::default();
        for text in ["0501", "501", "00", "0.5", "0"] {
            builder.push(text, CellKind::Number).unwrap();
        }
        builder.push("0501", CellKind::Text).unwrap();
        let cells = builder.finish();
        let all = |of: &dyn Fn(u32) -> String| (0..6).map(of).collect::<Vec<_>>().join(" ");
        let text = |row| cells.text(cells.value(row));
        assert_eq!(all(&|row| text(row).to_owned()), "0501 501 00 0.5 0 0501");
        let is_of_format = |row| has_zeros_of_format(text(row), cells.kind(cells.value(row)));
        assert_eq!(
            all(&|row| is_of_format(row).to_string()),
            "true false true false false false"
        );
    }

    #[test]
    fn digits_that_were_lost_are_not_seen_as_zeros() {
        let mut builder = CellsBuilder::default();
        for text in [
            "110101201509010000",
            "1000000000000000",
            "1101012015090123",
            "110101201509010",
        ] {
            builder.push(text, CellKind::Number).unwrap();
        }
        builder.push("110101201509010000", CellKind::Text).unwrap();
        let cells = builder.finish();
        let seen: Vec<_> = (0..5).map(|row| cells.seen(row).into_owned()).collect();
        assert_eq!(
            seen.join(" "),
            "1.1010120150901E+17 1E+15 1101012015090123 110101201509010 110101201509010000"
        );
        assert_eq!(
            cells.first(1).unwrap().text(ValueId(0)),
            "110101201509010000"
        );
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
