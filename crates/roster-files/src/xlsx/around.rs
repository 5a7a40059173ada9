//! What a worksheet says around its cells: columns it hides, blocks it merges, and its filter.

use memchr::memchr;
use roster_model::{
    Failure, Merged, SHEET_COLUMNS_MAX as COLUMNS_MAX, SHEET_ROWS_MAX as ROWS_MAX, Sheet,
};
use roster_package::xml::{Tag, Value};

use super::cell::Reference;
use super::rows::Rows;

/// Merged blocks that are kept; no sheet that a person made has more.
const MERGED_MAX: usize = 1 << 20;

/// What was said so far.
#[derive(Default)]
pub(crate) struct Around {
    /// Changes of how many `col` elements hide a column, by position.
    hidden: Vec<i32>,
    merged: Vec<Merged>,
    pub(crate) filter_mode: bool,
    /// Rows of the filter, from 1; all when it does not say.
    filter: Option<(u32, u32)>,
    pub(crate) has_criteria: bool,
}

/// All that was said.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Facts {
    /// Positions, ascending.
    pub(crate) hidden_columns: Vec<u16>,
    pub(crate) merged: Vec<Merged>,
    /// First and last row of a filter that hides some.
    pub(crate) filter: Option<(u32, u32)>,
}

impl Around {
    pub(crate) fn column(&mut self, tag: &Tag) {
        let number = |name| tag.attribute(name).and_then(Value::number);
        let is_hidden = tag.attribute("hidden").is_some_and(Value::is_true);
        let (Some(first), Some(last)) = (number("min"), number("max")) else {
            return;
        };
        let last = last.min(COLUMNS_MAX);
        if !is_hidden || first == 0 || first > last {
            return;
        }
        // A range costs two steps, however often it is repeated.
        self.hidden.resize(COLUMNS_MAX as usize + 1, 0);
        self.hidden[first as usize - 1] = self.hidden[first as usize - 1].saturating_add(1);
        self.hidden[last as usize] = self.hidden[last as usize].saturating_sub(1);
    }

    pub(crate) fn merge(&mut self, tag: &Tag) {
        if self.merged.len() < MERGED_MAX {
            self.merged.extend(range(tag));
        }
    }

    pub(crate) fn filter(&mut self, tag: &Tag) {
        self.filter = range(tag).map(|it| (it.first_row, it.last_row));
    }

    pub(crate) fn finish(self) -> Facts {
        let mut open = 0_i64;
        let mut hidden_columns = Vec::new();
        for (position, change) in (0_u16..).zip(&self.hidden[..self.hidden.len().saturating_sub(1)])
        {
            open += i64::from(*change);
            if open > 0 {
                hidden_columns.push(position);
            }
        }
        let is_filtered = self.filter_mode || self.has_criteria;
        Facts {
            hidden_columns,
            merged: self.merged,
            filter: is_filtered.then(|| self.filter.unwrap_or((1, ROWS_MAX))),
        }
    }
}

impl Facts {
    /// The sheet of all rows that these facts are about.
    pub(crate) fn sheet(self, rows: Rows) -> Result<Sheet, Failure> {
        let mut sheet = rows.finish()?;
        sheet.is_filtered = self.filter.is_some_and(|(first, last)| {
            let mut hidden = sheet.hidden_rows.iter();
            hidden.any(|row| (first..=last).contains(row))
        });
        sheet.hidden_columns = self.hidden_columns;
        sheet.merged = self.merged;
        Ok(sheet)
    }
}

/// The block that `ref` names: `A1:C3`, or one cell.
pub(crate) fn range(tag: &Tag) -> Option<Merged> {
    let text = tag.attribute("ref")?.raw();
    let (first, last) = match memchr(b':', text) {
        Some(colon) => (&text[..colon], &text[colon + 1..]),
        None => (text, text),
    };
    let [first, last] = [first, last].map(Reference::of);
    let position = |column: u32| u16::try_from(column.checked_sub(1)?).ok();
    let (first_position, last_position) = (position(first.column)?, position(last.column)?);
    (first.row > 0 && last.row > 0).then_some(Merged {
        first_row: first.row.min(last.row),
        last_row: first.row.max(last.row),
        first_position: first_position.min(last_position),
        last_position: first_position.max(last_position),
    })
}
