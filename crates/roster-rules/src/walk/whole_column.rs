//! One cause, one finding: a habit of a whole column is told once.
//!
//! A column that a program filled in its own way (dates of a spreadsheet, a quotation mark before
//! every number, codes instead of words) would otherwise give a warning for every pupil. Only what
//! a cell shows by itself is folded, and hardly an error: most of those have to be mended one by one.

use roster_model::{CellKind, Fact, Level, RowSet};

use crate::{CellFindings, Check, RULES, Roster, finding_at};

/// Fewer cells are told one by one.
const CELLS_MIN: u64 = 20;
/// A column that is blank from top to bottom is reported once if it has at least this many pupils.
const BLANK_CELLS_MIN: u64 = 3;
/// A habit shows in at least this share of the filled cells of the column.
const SHARE_PERCENT_MIN: u64 = 80;

/// A political status that a whole list has but for the first grade: 少先队员.
const SHARE_OF_STATUS: u64 = 50;

/// Errors and findings of rows that are the habit of a column too: what is written there is of the wrong
/// kind in every cell, or all of it belongs to another kind of list or another year.
const OF_KIND: [&str; 11] = [
    "R0214", "R0218", "R1010", "R3004", "R3006", "R3010", "R4009", "R5001", "R5002", "R5006",
    "R8013",
];
/// What is said of a blank cell has one cause where the whole column is blank.
const OF_BLANK: [&str; 6] = ["R0114", "R0215", "R1017", "R1026", "R6001", "R8014"];

/// Marks the findings that are the habit of a column.
pub(crate) fn mark(counted: &mut Vec<CellFindings>, roster: &Roster) {
    let mut parts = Vec::new();
    for cause in counted.iter_mut() {
        let rule = RULES[cause.rule];
        let found = cause.rows.len();
        let is_of_blank = OF_BLANK.contains(&rule.code);
        let least = if is_of_blank {
            BLANK_CELLS_MIN
        } else {
            CELLS_MIN
        };
        if found < least {
            continue;
        }
        let is_usual = rule.check.is_by_itself() && cause.level != Level::Error;
        cause.whole_column = if is_of_blank {
            found == u64::from(roster.sheet.row_count())
        } else if is_usual
            || OF_KIND.contains(&rule.code) && !needs_each(cause)
            || says_one_thing(cause, roster)
        {
            let share = if rule.code == "R4009" {
                SHARE_OF_STATUS
            } else {
                SHARE_PERCENT_MIN
            };
            !has_more_filled(roster, cause.index, found * 100 / share)
        } else {
            false
        };
        // A blank cell says the same in every row; what is blank beside it does not.
        if is_of_blank && cause.whole_column && matches!(rule.check, Check::Row { .. }) {
            part(cause, &mut parts, roster);
        }
    }
    counted.append(&mut parts);
}

/// Parts a cause of the whole column whose rows do not all say the same into one for each saying; of
/// which there are too few rows for a habit, that is told row by row.
fn part(cause: &mut CellFindings, parts: &mut Vec<CellFindings>, roster: &Roster) {
    let mut sayings: Vec<(Vec<Fact>, RowSet)> = Vec::new();
    for row in cause.rows.iter() {
        let Some(finding) = finding_at(cause, row, roster) else {
            continue;
        };
        let known = sayings.iter().position(|it| it.0 == finding.facts);
        let at = known.unwrap_or_else(|| {
            let none = RowSet::new(roster.sheet.row_count());
            sayings.push((finding.facts, none));
            sayings.len() - 1
        });
        sayings[at].1.insert(row);
    }
    if sayings.len() < 2 {
        return;
    }
    let all = sayings.into_iter().map(|(_, rows)| CellFindings {
        whole_column: rows.len() >= BLANK_CELLS_MIN,
        rows,
        ..cause.clone()
    });
    parts.extend(all);
    cause.rows = RowSet::new(0);
}

/// Whether all its cells have one text, which was filled down or is what a program made of all, and no
/// cell is offered another.
fn says_one_thing(cause: &CellFindings, roster: &Roster) -> bool {
    let cells = &roster.sheet.columns[cause.index].cells;
    let mut rows = cause.rows.iter();
    let Some(first) = rows.next() else {
        return false;
    };
    let value = cells.value(first);
    let is_one = cells.kind(value) != CellKind::Blank && rows.all(|it| cells.value(it) == value);
    is_one && finding_at(cause, first, roster).is_some_and(|it| it.fixes.is_empty())
}

/// Whether each cell is mended by itself: a phone number that is wrong is asked for.
fn needs_each(cause: &CellFindings) -> bool {
    RULES[cause.rule].code == "R5006" && cause.level == Level::Error
}

/// Whether a column has more filled cells than `most`; it is looked at only until it has.
pub(crate) fn has_more_filled(roster: &Roster, index: usize, most: u64) -> bool {
    let cells = &roster.sheet.columns[index].cells;
    let is_filled = |row: &u32| cells.kind(cells.value(*row)) != CellKind::Blank;
    let filled = (0..cells.row_count()).filter(is_filled);
    filled.take(most as usize + 1).count() as u64 > most
}
