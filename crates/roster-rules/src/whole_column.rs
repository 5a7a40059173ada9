//! One cause, one finding: a habit of a whole column is told once.
//!
//! A column that a program filled in its own way (dates of a spreadsheet, a quotation mark before
//! every number, codes instead of words) would otherwise give a warning for every pupil. Only what
//! a cell shows by itself is folded, and never an error: each of those has to be mended by itself.

use roster_model::{CellKind, Level};

use crate::{CellFindings, RULES, Roster};

/// Fewer cells are told one by one.
const CELLS_MIN: u64 = 20;
/// A habit shows in at least this share of the filled cells of the column.
const SHARE_PERCENT_MIN: u64 = 80;

/// Marks the findings that are the habit of a column.
pub(crate) fn mark(counted: &mut [CellFindings], roster: &Roster) {
    for cause in counted {
        let by_itself = RULES[cause.rule].check.is_by_itself();
        let found = cause.rows.len();
        if by_itself && cause.level != Level::Error && found >= CELLS_MIN {
            let most = found * 100 / SHARE_PERCENT_MIN;
            cause.whole_column = !has_more_filled(roster, cause.index, most);
        }
    }
}

/// Whether a column has more filled cells than `most`; it is looked at only until it has.
fn has_more_filled(roster: &Roster, index: usize, most: u64) -> bool {
    let cells = &roster.sheet.columns[index].cells;
    let is_filled = |row: &u32| cells.kind(cells.value(*row)) != CellKind::Blank;
    let filled = (0..cells.row_count()).filter(is_filled);
    filled.take(most as usize + 1).count() as u64 > most
}
