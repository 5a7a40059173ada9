//! What the person has said about a file before it is read. What was not said is looked for.

use std::sync::Arc;

use roster_standard::{AnyColumn, header};
use roster_text::Encoding;

/// In the place of the header's row number: the first row is a pupil already.
pub const NO_HEADER: u32 = 0;

/// What the person has said about one sheet, or about every sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetChoice {
    /// The name of the sheet; every sheet when there is none.
    pub sheet: Option<String>,
    /// Row number of the first row of the header, from 1; looked for when there is none. [`NO_HEADER`] where
    /// the sheet has none.
    pub header_row: Option<u32>,
    /// The sheet is left out.
    pub skip: bool,
}

/// What the person has said about a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// About its sheets. What is said of a sheet by name goes before what is said of every sheet,
    /// and of two choices for one name the first holds.
    pub choices: Vec<SheetChoice>,
    /// The encoding of a text file.
    pub encoding: Option<Encoding>,
    /// What stands between the fields of a text file: `,`, `;`, tab or `|`.
    pub delimiter: Option<u8>,
    /// What becomes of rows that are no pupils.
    pub other_rows: OtherRows,
    /// Headers that a profile of the person's own adds to those of the standard.
    pub own_headers: OwnHeaders,
}

/// Headers beside those of the standard. They help to find the header row; what a column is called
/// is decided by the caller, who knows which profile a sheet is read under.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnHeaders(Arc<[(String, AnyColumn)]>);

impl OwnHeaders {
    /// The headers that a profile lists: each as `roster_standard::header::key` makes it, and its column.
    pub fn new(listed: &[(String, AnyColumn)]) -> Self {
        OwnHeaders(listed.into())
    }

    /// These and more, which go before them.
    #[must_use]
    pub fn with(&self, more: impl Iterator<Item = (String, AnyColumn)>) -> Self {
        let more: Vec<_> = more.collect();
        if more.is_empty() {
            self.clone()
        } else {
            OwnHeaders(more.into_iter().chain(self.0.iter().cloned()).collect())
        }
    }

    /// The columns that were said by their letters, `#C`, with their positions from 0.
    pub(crate) fn by_letters(&self) -> impl Iterator<Item = (u16, AnyColumn)> + '_ {
        self.0
            .iter()
            .filter_map(|(key, column)| Some((position(key.strip_prefix('#')?)?, *column)))
    }

    /// The column that a header of these means.
    pub fn find(&self, text: &str) -> Option<AnyColumn> {
        if self.0.is_empty() {
            return None;
        }
        let key = header::key(text);
        let found = self.0.iter().find(|it| it.0 == key);
        found.map(|it| it.1)
    }
}

/// The position of the column with these letters.
fn position(letters: &str) -> Option<u16> {
    let letter = |it: u8| it.is_ascii_alphabetic().then(|| u16::from(it & 31));
    let number = letters.bytes().try_fold(0_u16, |number, it| {
        number.checked_mul(26)?.checked_add(letter(it)?)
    });
    number?.checked_sub(1)
}

/// What becomes of rows that are no pupils: titles, headers, totals, everything on a sheet without a
/// header.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OtherRows {
    /// They are counted and named: enough for a check.
    #[default]
    Counted,
    /// Their texts are kept too, to write the whole sheet anew.
    Kept,
}

impl ReadOptions {
    /// The row of the header that was said for a sheet.
    pub fn header_row(&self, sheet: &str) -> Option<u32> {
        let named = self.choice(Some(sheet)).and_then(|it| it.header_row);
        named.or_else(|| self.choice(None).and_then(|it| it.header_row))
    }

    /// Whether a sheet is left out.
    pub fn is_skipped(&self, sheet: &str) -> bool {
        let choice = self.choice(Some(sheet)).or_else(|| self.choice(None));
        choice.is_some_and(|it| it.skip)
    }

    fn choice(&self, sheet: Option<&str>) -> Option<&SheetChoice> {
        self.choices.iter().find(|it| it.sheet.as_deref() == sheet)
    }
}
