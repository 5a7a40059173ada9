//! Rows right below the header that seem to say how its columns are to be filled.
//!
//! A header has a few of them. Where one follows the other and no pupil comes, a whole list would be set aside for a
//! wrong guess: then they are the pupils.

use roster_model::{Failure, SetAsideReason};

use crate::build::SheetBuilder;
use crate::header::row_kind::{RowKind, explains_columns};
use crate::header::somebody::is_somebody;
use crate::row::Row;

/// Such rows that a header has at most: the names of a database, the types, whether to fill in and how.
const ROWS_MAX: usize = 4;

impl SheetBuilder {
    /// Keeps a row if it seems to be one; `true` where it is one too many, and those before it are taken in as pupils.
    pub(crate) fn is_too_much(&mut self, row: &Row, kind: RowKind) -> Result<bool, Failure> {
        let is_one = self.sheet.row_numbers.is_empty()
            && kind == RowKind::SetAside(SetAsideReason::Sample)
            && (explains_columns(row, &self.around) || is_somebody(row, &self.around));
        if !is_one {
            return Ok(false);
        }
        if self.explaining.len() < ROWS_MAX {
            self.explaining.push(row.clone());
            return Ok(false);
        }
        for row in std::mem::take(&mut self.explaining) {
            let is_other = |number: u32| number != row.number;
            self.sheet.set_aside.retain(|it| is_other(it.row_number));
            self.sheet.other_rows.retain(|it| is_other(it.row_number));
            self.push_pupil(&row)?;
        }
        Ok(true)
    }
}
