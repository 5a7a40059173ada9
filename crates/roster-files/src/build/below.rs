//! What a row below the header is, told from those before it too: below a table of numbers stand its rows, and
//! below the header once more stands what stood below it first.

use roster_model::SetAsideReason;

use crate::header::counts;
use crate::header::row_kind::{RowKind, Surroundings, explains_columns, row_kind};
use crate::row::Row;

/// What the rows before have been.
#[derive(Default)]
pub(crate) struct Below {
    /// The positions of the head of a table of numbers, while below it.
    counts: Vec<u16>,
    /// The last row that was the header once more or belonged to it.
    repeated: u32,
}

impl Below {
    /// Tells what a row is; `pupils` is how many came before it.
    pub(crate) fn kind(&mut self, row: &Row, around: &Surroundings, pupils: u32) -> RowKind {
        let is_counts = !self.counts.is_empty() && counts::is_row(row, &self.counts, around);
        if is_counts || pupils > 0 && counts::is_head(row) {
            if !is_counts {
                self.counts = row.filled().map(|it| it.position).collect();
            }
            return RowKind::SetAside(SetAsideReason::Footer);
        }
        let mut kind = row_kind(row, around, pupils);
        let is_below = self.repeated + 1 == row.number && pupils > 0;
        if kind == RowKind::Pupil && is_below && explains_columns(row, around) {
            kind = RowKind::SetAside(SetAsideReason::RepeatedHeader);
        }
        match kind {
            RowKind::SetAside(SetAsideReason::RepeatedHeader) => {
                self.repeated = row.number;
                self.counts.clear();
            }
            RowKind::Pupil => self.counts.clear(),
            _ => {}
        }
        kind
    }

    /// Whether nothing before a row says anything of it.
    #[inline]
    pub(crate) fn is_silent(&self, number: u32) -> bool {
        self.counts.is_empty() && self.repeated + 1 != number
    }
}
