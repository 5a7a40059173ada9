//! Ranges of pupils whose identity numbers stand in other rows than the pupils they belong to.
//!
//! A cell was inserted or taken out in one column, or one column was sorted without the others: then
//! number after number disagrees with the birth date beside it, and agrees with one some rows away,
//! or the numbers of the range have the same birth dates as the column, in another order. Two or
//! three numbers exchanged by hand are told one by one and not here.

use roster_model::{Column, RowSet};
use roster_values::date::Date;
use roster_values::id_number::{IdNumber, ResidentId, Sex};

use crate::Roster;

/// Fewer pupils are told one by one.
pub(crate) const ROWS_MIN: u64 = 5;
/// In a range at least so many of a hundred disagree as they stand.
const WRONG_PERCENT_MIN: usize = 80;
/// And so many of a hundred agree with the row at the offset.
const FOUND_PERCENT_MIN: usize = 80;
/// More pupils in a row that agree end a range; a few do by chance.
const RIGHT_MAX: usize = 2;
/// The farthest offset, and the pupils it is tried on.
const OFFSET_MAX: usize = 200;
const SAMPLE: usize = 64;

/// A range of pupils with numbers of other rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shift {
    /// The first pupil and the last, by position.
    pub(crate) first: u32,
    pub(crate) last: u32,
    /// How many of them disagree with their number.
    pub(crate) count: u64,
    /// The column that does not fit the others.
    pub(crate) column: Column,
    /// Where its cells went.
    pub(crate) way: Way,
}

/// Where the cells of a column went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// So many rows too far down.
    Down(u32),
    /// So many rows too far up.
    Up(u32),
    /// Into another order.
    Mixed,
}

/// What a row says of the day of birth: its number, and the column beside it.
#[derive(Clone, Copy, Default)]
struct Pair {
    number: Option<Date>,
    stated: Option<Date>,
    /// Whether the sex column agrees with the number, and whether the number is a boy's.
    sex: Option<(bool, bool)>,
}

impl Pair {
    fn agrees(self) -> Option<bool> {
        Some(self.number? == self.stated?)
    }
}

/// The pupils of all ranges.
pub(crate) fn rows(shifts: &[Shift], row_count: u32) -> RowSet {
    let mut rows = RowSet::new(row_count);
    for row in shifts.iter().flat_map(|it| it.first..=it.last) {
        rows.insert(row);
    }
    rows
}

/// Finds the ranges, in order.
pub(crate) fn find(roster: &Roster) -> Vec<Shift> {
    let pairs = pairs(roster);
    let ranges = ranges(&pairs).into_iter();
    ranges
        .filter_map(|(first, last)| explain(&pairs, first, last))
        .collect()
}

fn pairs(roster: &Roster) -> Vec<Pair> {
    let columns = (
        roster.index_of(Column::IdNumber),
        roster.index_of(Column::BirthDate),
    );
    let (Some(number), Some(birth)) = columns else {
        return Vec::new();
    };
    let today = roster.settings.today;
    let sexes = roster.index_of(Column::Sex);
    let sexes = sexes.map(|index| (index, roster.listed(index)));
    let (ids, dates) = (roster.ids(number), roster.dates(birth));
    let pair = |row: u32| {
        let id = match &ids[roster.value(number, row).0 as usize] {
            IdNumber::Resident(id) if id.is_valid_by_itself(today) => Some(id),
            _ => None,
        };
        let stated = dates[roster.value(birth, row).0 as usize].date();
        let sex = sexes.and_then(|(index, listed)| {
            let stated = listed[roster.value(index, row).0 as usize].entry()?.label;
            let is_boy = id?.sex() == Sex::Male;
            Some((stated == if is_boy { "男" } else { "女" }, is_boy))
        });
        Pair {
            number: id.and_then(ResidentId::birth),
            stated,
            sex,
        }
    };
    (0..roster.sheet.row_count()).map(pair).collect()
}

/// Ranges in which nearly all pupils disagree with their number: the first and the last.
fn ranges(pairs: &[Pair]) -> Vec<(usize, usize)> {
    let mut ranges = Vec::new();
    let mut open: Option<Range> = None;
    for (row, pair) in pairs.iter().enumerate() {
        match (pair.agrees(), &mut open) {
            (Some(false), Some(range)) => range.add(row),
            (Some(false), None) => open = Some(Range::new(row)),
            (Some(true), Some(range)) => {
                range.right_since += 1;
                if range.right_since > RIGHT_MAX {
                    ranges.extend(range.closed());
                    open = None;
                }
            }
            _ => {}
        }
    }
    ranges.extend(open.and_then(|it| it.closed()));
    ranges
}

/// A range while it is being read.
struct Range {
    first: usize,
    last: usize,
    wrong: usize,
    right: usize,
    right_since: usize,
}

impl Range {
    fn new(row: usize) -> Self {
        Range {
            first: row,
            last: row,
            wrong: 1,
            right: 0,
            right_since: 0,
        }
    }

    fn add(&mut self, row: usize) {
        self.last = row;
        self.wrong += 1;
        self.right += std::mem::take(&mut self.right_since);
    }

    fn closed(&self) -> Option<(usize, usize)> {
        let is_long = self.wrong as u64 >= ROWS_MIN;
        let is_dense = self.wrong * 100 >= (self.wrong + self.right) * WRONG_PERCENT_MIN;
        (is_long && is_dense).then_some((self.first, self.last))
    }
}

fn explain(pairs: &[Pair], first: usize, last: usize) -> Option<Shift> {
    let here = &pairs[first..=last];
    let way = match offset(pairs, first, last) {
        Some(offset) if offset > 0 => Way::Down(offset.unsigned_abs() as u32),
        Some(offset) => Way::Up(offset.unsigned_abs() as u32),
        None if has_the_same_dates(here) => Way::Mixed,
        None => return None,
    };
    let column = if fits_sex(here) {
        Column::BirthDate
    } else {
        Column::IdNumber
    };
    // Numbers too far down are birth dates too far up.
    let way = match (column, way) {
        (Column::BirthDate, Way::Down(rows)) => Way::Up(rows),
        (Column::BirthDate, Way::Up(rows)) => Way::Down(rows),
        _ => way,
    };
    let count = here.iter().filter(|it| it.agrees() == Some(false)).count();
    Some(Shift {
        first: first as u32,
        last: last as u32,
        count: count as u64,
        column,
        way,
    })
}

/// By how many rows the numbers of a range stand too far down (or up, below zero).
fn offset(pairs: &[Pair], first: usize, last: usize) -> Option<isize> {
    let farthest = (last - first).min(OFFSET_MAX).cast_signed();
    let is_enough = |found: usize, seen: usize| {
        found as u64 >= ROWS_MIN - 1 && found * 100 >= seen * FOUND_PERCENT_MIN
    };
    let candidates = (1..=farthest).flat_map(|it| [it, -it]);
    candidates.into_iter().find(|&offset| {
        let (found, seen) = agreement(pairs, first, last.min(first + SAMPLE - 1), offset);
        if !is_enough(found, seen) {
            return false;
        }
        let (found, seen) = agreement(pairs, first, last, offset);
        is_enough(found, seen)
    })
}

/// How many numbers of a range agree with the birth date at an offset, of how many that can tell.
fn agreement(pairs: &[Pair], first: usize, last: usize, offset: isize) -> (usize, usize) {
    let (mut found, mut seen) = (0, 0);
    for row in first..=last {
        let other = row.checked_add_signed(-offset).and_then(|it| pairs.get(it));
        let stated = other.and_then(|it| it.stated);
        if let (Some(number), Some(stated)) = (pairs[row].number, stated) {
            seen += 1;
            found += usize::from(number == stated);
        }
    }
    (found, seen)
}

/// Whether the numbers of a range have the birth dates of the column, whatever the order; one in
/// twenty may be missing.
fn has_the_same_dates(here: &[Pair]) -> bool {
    let mut numbers: Vec<Date> = here.iter().filter_map(|it| it.number).collect();
    let mut stated: Vec<Date> = here.iter().filter_map(|it| it.stated).collect();
    let most = numbers.len().max(stated.len());
    roster_order::sort(&mut numbers);
    roster_order::sort(&mut stated);
    let (mut a, mut b, mut common) = (0, 0, 0);
    while let (Some(one), Some(other)) = (numbers.get(a), stated.get(b)) {
        common += usize::from(one == other);
        a += usize::from(one <= other);
        b += usize::from(other <= one);
    }
    most - common <= (most / 20).max(1)
}

/// Whether the numbers fit the sex column, where both sexes are there to tell: then it is the birth
/// dates that moved.
fn fits_sex(here: &[Pair]) -> bool {
    let seen: Vec<(bool, bool)> = here.iter().filter_map(|it| it.sex).collect();
    let fitting = seen.iter().filter(|it| it.0).count();
    let boys = seen.iter().filter(|it| it.1).count();
    let fewer = boys.min(seen.len() - boys);
    seen.len() as u64 >= ROWS_MIN && fitting * 100 >= seen.len() * 90 && fewer * 5 >= seen.len()
}
