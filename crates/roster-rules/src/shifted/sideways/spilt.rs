//! Cells of a row behind the last column of the header, where hardly another row has any: one cell too many before
//! them, such as an address with a comma in a text file, has pushed them out.

use roster_values::text::is_blank;

use crate::{CellFindings, Roster};

/// Where as many of a hundred rows have something there, it is a column without a name.
const FILLED_PERCENT_MAX: u64 = 10;

/// The index of the first column without a name right behind the last one with a name.
pub(super) fn first_behind(roster: &Roster) -> Option<usize> {
    let columns = &roster.sheet.columns;
    let last = columns.iter().rposition(|it| !is_blank(&it.header))?;
    let behind = columns.get(last + 1)?;
    let rows = 0..roster.sheet.row_count();
    let all = u64::from(rows.end);
    let filled = rows.filter(|&it| !roster.is_blank_at(last + 1, it)).count() as u64;
    let is_next = columns[last].position + 1 == behind.position;
    // One row of a short list may be the one.
    (is_next && (filled == 1 && all > 2 || filled * 100 <= all * FILLED_PERCENT_MAX))
        .then_some(last + 1)
}

/// The index of the last such cell of a row.
pub(super) fn last_behind(roster: &Roster, first: usize, row: u32) -> Option<usize> {
    let behind = first..roster.sheet.columns.len();
    behind.take_while(|&it| !roster.is_blank_at(it, row)).last()
}

/// Whether something is said of two cells of a row.
pub(super) fn is_said_twice(said: &[&CellFindings], row: u32) -> bool {
    let mut here = said
        .iter()
        .filter(|it| it.rows.contains(row))
        .map(|it| it.index);
    let first = here.next();
    here.any(|it| Some(it) != first)
}
