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
            let filled = filled_cells(roster, cause.index);
            cause.whole_column = found * 100 >= filled * SHARE_PERCENT_MIN;
        }
    }
}

fn filled_cells(roster: &Roster, index: usize) -> u64 {
    let cells = &roster.sheet.columns[index].cells;
    let is_filled = |row: &u32| cells.kind(cells.value(*row)) != CellKind::Blank;
    (0..cells.row_count()).filter(is_filled).count() as u64
}
