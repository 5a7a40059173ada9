//! Rows of a sheet that have one cause, told as one finding: the first cell is its place, the others are related, and
//! count and range are facts. A sentence shortens a long range; the finding does not.
//!
//! What makes them one cause is for the rule that asks.

pub(crate) mod parents;
pub(crate) mod rows_said;

use roster_model::{CellPlace, Column, Finding, Level, Place, cell_name};
use roster_values::text::tidy_code;

use crate::{Roster, Run};

/// At least this many months of enrolment that count up were filled down (R8021).
pub(crate) const MONTHS_MIN: u32 = 5;
/// From how many rows on classes and their codes that count up are told; a list may have one pupil of each class.
pub(crate) const CLASSES_MIN: u32 = 10;

/// Consecutive pupils.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    /// Position of the first among the pupils.
    pub(crate) first: u32,
    /// The first behind them.
    pub(crate) end: u32,
}

impl Block {
    /// One pupil.
    pub(crate) fn one(row: u32) -> Self {
        let end = row + 1;
        Block { first: row, end }
    }

    /// How many there are.
    pub(crate) fn len(self) -> u32 {
        self.end - self.first
    }

    /// Their positions.
    pub(crate) fn rows(self) -> std::ops::Range<u32> {
        self.first..self.end
    }
}

/// The longest stretches of at least `least` rows in which each row follows the one before it.
pub(crate) fn blocks(row_count: u32, least: u32, follows: impl Fn(u32, u32) -> bool) -> Vec<Block> {
    let mut found = Vec::new();
    let mut first = 0;
    for row in 1..=row_count {
        if row < row_count && follows(row - 1, row) {
            continue;
        }
        if row - first >= least.max(2) {
            found.push(Block { first, end: row });
        }
        first = row;
    }
    found
}

/// The stretches of a column in which each number is one more than the one above, as in cells filled down.
pub(crate) fn counting_up(roster: &Roster, index: usize, least: u32) -> Vec<Block> {
    let cells = &roster.sheet.columns[index].cells;
    let is_name = roster.sheet.columns[index].column == Some(Column::ClassName);
    let number = |text: &str| {
        let tidy = tidy_code(text);
        if is_name {
            return numbered(&tidy);
        }
        Some((String::new(), tidy.parse().ok()?))
    };
    let numbers: Vec<_> = cells.values().map(|it| number(cells.text(it))).collect();
    let at = |row: u32| numbers[roster.value(index, row).0 as usize].as_ref();
    let follows = |before: u32, row: u32| match (at(before), at(row)) {
        (Some((rest, number)), Some((next_rest, next))) => {
            number.checked_add(1) == Some(*next) && rest == next_rest
        }
        _ => false,
    };
    blocks(roster.sheet.row_count(), least, follows)
}

/// The last number of a text and what stands around it: 三年级 班 and 2 of 三年级2班.
fn numbered(text: &str) -> Option<(String, u64)> {
    let is_digit = |it: char| it.is_ascii_digit();
    let after = text.trim_end_matches(|it| !is_digit(it));
    let before = after.trim_end_matches(is_digit);
    let number = after[before.len()..].parse().ok()?;
    Some((format!("{before} {}", &text[after.len()..]), number))
}

/// Reports cells of one column, of rows in ascending order, as one finding.
pub(crate) fn report_rows(
    run: &mut Run<'_>,
    level: Level,
    (sheet, index): (u32, usize),
    rows: impl Iterator<Item = u32>,
    tell: impl FnOnce(&mut Finding),
) {
    let roster = &run.rosters[sheet as usize];
    let position = roster.sheet.columns[index].position;
    let mut cells: Vec<Place> = Vec::new();
    let pieces = pieces(rows.inspect(|&row| {
        cells.push(Place::Cell(CellPlace {
            sheet,
            row,
            position,
        }));
    }));
    if cells.is_empty() {
        return;
    }
    let range = range(roster, position, &pieces);
    let count = cells.len() as u64;
    let first = cells.remove(0);
    run.report_at(level, first, |finding| {
        finding.related = cells;
        tell(finding);
        finding.number("count", count).fact("range", range);
    });
}

/// Rows in ascending order as stretches without a gap.
pub(crate) fn pieces(rows: impl Iterator<Item = u32>) -> Vec<Block> {
    let mut found: Vec<Block> = Vec::new();
    for row in rows {
        match found.last_mut().filter(|it| it.end == row) {
            Some(last) => last.end += 1,
            None => found.push(Block {
                first: row,
                end: row + 1,
            }),
        }
    }
    found
}

/// The cells as a spreadsheet writes them, `D2:D41,D50`; pupils with a blank row between them are
/// still one piece.
pub(crate) fn range(roster: &Roster, position: u16, pieces: &[Block]) -> String {
    let numbers = &roster.sheet.row_numbers;
    let address = |row: u32| cell_name(position, numbers[row as usize]);
    let shown = pieces.iter().map(|it| {
        if it.len() > 1 {
            format!("{}:{}", address(it.first), address(it.end - 1))
        } else {
            address(it.first)
        }
    });
    shown.collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_the_longest_stretches() {
        let texts = [1, 1, 1, 2, 3, 3, 1, 1, 1, 1];
        let equal = |a: u32, b: u32| texts[a as usize] == texts[b as usize];
        let found = blocks(texts.len() as u32, 3, equal);
        assert_eq!(
            found,
            [Block { first: 0, end: 3 }, Block { first: 6, end: 10 }]
        );
        assert_eq!(blocks(0, 3, equal), []);
        assert_eq!(found[1].rows().count(), 4);
    }
}
