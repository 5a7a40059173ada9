//! Which of two columns moved, where numbers and birth dates of a range fit each other in other rows.

use roster_model::Column;

use crate::Roster;
use crate::shifted::{Pair, ROWS_MIN, agreement};

/// What stands beside the numbers and birth dates of a range, and speaks for one of them.
pub(crate) struct Beside<'a> {
    pub(crate) roster: &'a Roster,
    pub(crate) sexes: &'a [Pair],
    pub(crate) registered: &'a [Pair],
}

/// A witness is for the birth dates, for the numbers, or does not know.
const BIRTHS: i32 = 1;
const NUMBERS: i32 = -1;
const UNKNOWN: i32 = 0;

impl Beside<'_> {
    /// The column that moved, so many rows down if it is the numbers, or into another order. None where nothing
    /// tells, or the witnesses contradict one another.
    pub(crate) fn moved(&self, first: usize, last: usize, by: Option<isize>) -> Option<Column> {
        let by_sexes = match by {
            Some(by) => self.by_sexes_there(first, last, by),
            None => self.by_sexes_here(first, last),
        };
        let by_hole = by.map_or(UNKNOWN, |it| self.by_hole(first, last, it));
        match by_sexes + self.by_registered(first, last) + by_hole {
            UNKNOWN => None,
            votes if votes > 0 => Some(Column::BirthDate),
            _ => Some(Column::IdNumber),
        }
    }

    /// The sexes fit the numbers where they stand, or where the birth dates say they belong. A few sexes may be
    /// wrong by themselves.
    fn by_sexes_there(&self, first: usize, last: usize, by: isize) -> i32 {
        let wrong = |offset| {
            let (found, seen) = agreement(self.sexes, first, last, offset);
            seen - found
        };
        let (here, there) = (wrong(0), wrong(by));
        let is_more = |it: usize, than: usize| it >= 2 + than * 3 / 2;
        match (is_more(there, here), is_more(here, there)) {
            (true, _) => BIRTHS,
            (_, true) => NUMBERS,
            _ => UNKNOWN,
        }
    }

    /// Where the other place of a number is not known: numbers of other pupils fit half of the sexes, if both
    /// sexes are there.
    fn by_sexes_here(&self, first: usize, last: usize) -> i32 {
        let here = &self.sexes[first..=last];
        let seen = here.iter().filter(|it| it.stated.is_some());
        let boys = seen.filter(|it| it.number == Some(1)).count();
        let (fitting, all) = agreement(self.sexes, first, last, 0);
        let wrong = all - fitting;
        if all < ROWS_MIN as usize || boys.min(all.saturating_sub(boys)) * 5 < all {
            UNKNOWN
        } else if fitting > wrong && (fitting - wrong).pow(2) >= 4 * all {
            BIRTHS
        } else if wrong * 10 >= all * 3 {
            NUMBERS
        } else {
            UNKNOWN
        }
    }

    /// A 学籍号 has the number beside it, or that of another row.
    fn by_registered(&self, first: usize, last: usize) -> i32 {
        if self.registered.is_empty() {
            return UNKNOWN;
        }
        let (fitting, all) = agreement(self.registered, first, last, 0);
        if all < ROWS_MIN as usize {
            UNKNOWN
        } else if fitting * 10 >= all * 9 {
            BIRTHS
        } else if fitting * 2 <= all {
            NUMBERS
        } else {
            UNKNOWN
        }
    }

    /// A column that moved down has an empty cell above the range, and one that moved up below it.
    fn by_hole(&self, first: usize, last: usize, by: isize) -> i32 {
        let is_blank = |column, row: Option<usize>| {
            let row = row.filter(|&it| it < self.roster.sheet.row_count() as usize)?;
            let index = self.roster.index_of(column)?;
            Some(self.roster.is_blank_at(index, row as u32))
        };
        let (above, below) = (first.checked_sub(1), Some(last + 1));
        // Numbers too far down are birth dates too far up.
        let (number, birth) = if by > 0 {
            (above, below)
        } else {
            (below, above)
        };
        let is_hole = |column, other, row| {
            is_blank(column, row) == Some(true) && is_blank(other, row) == Some(false)
        };
        let in_births = is_hole(Column::BirthDate, Column::IdNumber, birth);
        let in_numbers = is_hole(Column::IdNumber, Column::BirthDate, number);
        i32::from(in_births) - i32::from(in_numbers)
    }
}
