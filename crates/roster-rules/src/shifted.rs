//! Ranges of pupils in which one column does not fit the numbers beside it, for one cause.
//!
//! A cell was inserted or taken out in one column, or one column was sorted without the others: then
//! number after number disagrees with the birth date or the sex beside it, and agrees with one some rows
//! away, or the numbers of the range say the same as the column, in another order. Or a program filled the
//! column: every date is so many days off, or one date was filled down, every sex is the other one. Or every
//! 学籍号 of the range ends in the number of another pupil of the sheet. Two or
//! three numbers exchanged by hand are told one by one and not here.

pub(crate) mod column;
pub(crate) mod fathers;
pub(crate) mod order;
pub(crate) mod shift;
pub(crate) mod sideways;

use roster_model::{Column, RowSet};
use roster_values::date::Date;
use roster_values::id_number::Sex;
use roster_values::text::tidy_code;

use crate::Roster;
use crate::block::{Block, counting_up};
use crate::gathered::owners::registered;
use crate::shifted::column::Beside;
use crate::shifted::shift::{Shift, Way, by_rows};

/// Fewer pupils are told one by one.
pub(crate) const ROWS_MIN: u64 = 5;
/// Characters of a resident number.
const DIGITS: usize = 18;
/// The farthest offset, and the pupils it is tried on.
const OFFSET_MAX: usize = 200;
const SAMPLE: usize = 64;

/// From where on pupils are a range, and its cells those of other rows.
pub(crate) struct Limits {
    /// At least this many disagree as they stand,
    wrong_min: u64,
    /// and at least this many of a hundred.
    wrong_percent_min: usize,
    /// More pupils in a row that agree end a range; a few do by chance.
    right_max: usize,
    /// At least this many agree with the row at the offset,
    found_min: usize,
    /// and at least this many of a hundred.
    found_percent_min: usize,
}

const OF_BIRTHS: Limits = Limits {
    wrong_min: ROWS_MIN,
    wrong_percent_min: 80,
    right_max: 2,
    found_min: ROWS_MIN as usize - 1,
    found_percent_min: 80,
};
/// More sexes are the same one below each other where some program filled them, not where a class is of one sex but for slips.
const SEXES_FILLED_MIN: usize = 20;
/// Half of the sexes agree with any other row.
const OF_SEXES: Limits = Limits {
    wrong_min: 8,
    wrong_percent_min: 30,
    right_max: 16,
    found_min: 16,
    found_percent_min: 95,
};

/// What a row says of the birth, the sex or the registration: its number, and the column beside it. Days, 1 for
/// a boy, or a row.
#[derive(Clone, Copy, Default)]
pub(crate) struct Pair {
    pub(crate) number: Option<i32>,
    pub(crate) stated: Option<i32>,
}

impl Pair {
    fn agrees(self) -> Option<bool> {
        Some(self.number? == self.stated?)
    }

    pub(crate) fn is_wrong(&self) -> bool {
        self.agrees() == Some(false)
    }
}

/// The pupils of whom the ranges tell what a rule says.
pub(crate) fn rows(shifts: &[Shift], code: &str, row_count: u32) -> RowSet {
    let mut rows = RowSet::new(row_count);
    let told = shifts.iter().filter(|it| it.tells(code));
    for row in told.flat_map(|it| it.first..=it.last) {
        rows.insert(row);
    }
    rows
}

/// Finds the ranges: those of numbers that count up, those of birth dates in order, and those of sexes.
pub(crate) fn find(roster: &Roster) -> Vec<Shift> {
    let Some((births, mut sexes)) = pairs(roster) else {
        return Vec::new();
    };
    let mut found: Vec<Shift> = filled_down(roster).collect();
    let mut registered = registered(roster);
    let beside = Beside {
        roster,
        sexes: &sexes,
        registered: &registered,
    };
    for (first, last) in ranges(&births, &OF_BIRTHS) {
        found.extend(explain_births(&births, &beside, first, last));
    }
    for (birth, sex) in births.iter().zip(&mut sexes) {
        if birth.is_wrong() {
            *sex = Pair::default();
        }
    }
    for (pair, birth) in registered.iter_mut().zip(&births) {
        if birth.is_wrong() {
            *pair = Pair::default();
        }
    }
    for (first, last) in ranges(&registered, &OF_BIRTHS) {
        if is_one_number(&registered[first..=last]) {
            let column = Column::StudentNumber;
            found.push(shift(&registered, first, last, column, Way::Filled));
            continue;
        }
        let by = offset(&registered, first, last, &OF_BIRTHS);
        // Beside numbers of other pupils a good part of the sexes is wrong.
        let here = &mut sexes[first..=last];
        let wrong = here.iter().filter(|it| it.is_wrong()).count();
        let seen = here.iter().filter(|it| it.agrees().is_some()).count();
        let (column, way) = if wrong > 1 && wrong * 100 >= seen * OF_SEXES.wrong_percent_min {
            here.fill(Pair::default());
            (Column::IdNumber, by.map(by_rows))
        } else {
            (Column::StudentNumber, by.map(|it| by_rows(-it)))
        };
        found.push(shift(
            &registered,
            first,
            last,
            column,
            way.unwrap_or(Way::Mixed),
        ));
    }
    for (first, last) in ranges(&sexes, &OF_SEXES) {
        let way = explain_sexes(&sexes, first, last);
        found.extend(way.map(|it| shift(&sexes, first, last, Column::Sex, it)));
    }
    found
}

/// Numbers each of which is one more than the one above: nobody's, but for the first.
fn filled_down(roster: &Roster) -> impl Iterator<Item = Shift> {
    let column = Column::IdNumber;
    let blocks = roster
        .index_of(column)
        .map(|it| counting_up(roster, it, ROWS_MIN as u32));
    let blocks = blocks.unwrap_or_default().into_iter();
    let is_number = move |it: &Block| tidy_code(roster.text(column, it.first)).len() == DIGITS;
    blocks.filter(is_number).map(move |it| Shift {
        first: it.first,
        last: it.end - 1,
        count: u64::from(it.len()) - 1,
        column,
        or: None,
        way: Way::Filled,
    })
}

pub(crate) fn shift(pairs: &[Pair], first: usize, last: usize, column: Column, way: Way) -> Shift {
    let wrong = pairs[first..=last].iter().filter(|it| it.is_wrong());
    Shift {
        first: first as u32,
        last: last as u32,
        count: wrong.count() as u64,
        column,
        or: None,
        way,
    }
}

/// Births and sexes of all rows.
pub(crate) fn pairs(roster: &Roster) -> Option<(Vec<Pair>, Vec<Pair>)> {
    let today = roster.settings.today;
    let number = roster.index_of(Column::IdNumber)?;
    let births = roster.index_of(Column::BirthDate);
    let births = births.map(|index| (index, roster.dates(index)));
    let sexes = roster.index_of(Column::Sex);
    let sexes = sexes.map(|index| (index, roster.listed(index)));
    let ids = roster.ids(number);
    let pair = |row: u32| {
        let id = ids[roster.value(number, row).0 as usize].meant();
        let id = id.filter(|it| it.is_valid_by_itself(today));
        let birth = births.and_then(|(index, dates)| {
            let stated = dates[roster.value(index, row).0 as usize].date();
            stated.map(Date::days)
        });
        let sex = sexes.and_then(|(index, listed)| {
            let stated = listed[roster.value(index, row).0 as usize].entry()?.label;
            match stated {
                "男" => Some(1),
                "女" => Some(0),
                _ => None,
            }
        });
        let born = Pair {
            number: id.and_then(|it| it.birth()).map(Date::days),
            stated: birth,
        };
        let is_boy = Pair {
            number: id.map(|it| i32::from(it.sex() == Sex::Male)),
            stated: sex,
        };
        (born, is_boy)
    };
    Some((0..roster.sheet.row_count()).map(pair).unzip())
}

/// Ranges in which many pupils disagree with their number: the first and the last.
pub(crate) fn ranges(pairs: &[Pair], limits: &Limits) -> Vec<(usize, usize)> {
    let mut ranges = Vec::new();
    let mut open: Option<Range> = None;
    for (row, pair) in pairs.iter().enumerate() {
        match (pair.agrees(), &mut open) {
            (Some(false), Some(range)) => range.add(row),
            (Some(false), None) => open = Some(Range::new(row)),
            (Some(true), Some(range)) => {
                range.right_since += 1;
                if range.right_since > limits.right_max {
                    ranges.extend(range.closed(limits));
                    open = None;
                }
            }
            _ => {}
        }
    }
    ranges.extend(open.and_then(|it| it.closed(limits)));
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

    fn closed(&self, limits: &Limits) -> Option<(usize, usize)> {
        let is_long = self.wrong as u64 >= limits.wrong_min;
        let is_dense = self.wrong * 100 >= (self.wrong + self.right) * limits.wrong_percent_min;
        (is_long && is_dense).then_some((self.first, self.last))
    }
}

/// Whether the 学籍号 of a range are one number of one other row.
fn is_one_number(registered: &[Pair]) -> bool {
    let mut wrong = registered.iter().filter(|it| it.is_wrong());
    let first = wrong.next().and_then(|it| it.stated);
    wrong.all(|it| it.stated == first)
}

fn explain_births(
    births: &[Pair],
    beside: &Beside<'_>,
    first: usize,
    last: usize,
) -> Option<Shift> {
    let here = &births[first..=last];
    let shifted = |column, way| Some(shift(births, first, last, column, way));
    let birth = Column::BirthDate;
    let by = offset(births, first, last, &OF_BIRTHS);
    if by.is_some() || says_the_same(here) {
        let moved = beside.moved(first, last, by);
        let way = |by: Option<isize>| by.map_or(Way::Mixed, by_rows);
        return if moved == Some(birth) {
            // Numbers too far down are birth dates too far up.
            shifted(birth, way(by.map(|it| -it)))
        } else {
            let or = moved.is_none().then_some(birth);
            shifted(Column::IdNumber, way(by)).map(|it| Shift { or, ..it })
        };
    }
    let steps = |by| {
        let mut pairs = here.windows(2).map(|it| (it[0].stated, it[1].stated));
        pairs.all(|it| matches!(it, (Some(one), Some(next)) if next - one == by))
    };
    if steps(0) || steps(1) {
        return shifted(birth, Way::Filled);
    }
    let mut later = here.iter().map(|it| Some(it.stated? - it.number?));
    let by = later.next()??;
    if later.flatten().all(|it| it == by) {
        return shifted(birth, Way::Days(by));
    }
    None
}

/// What became of the sexes of a range, or of the names and sexes together.
fn explain_sexes(sexes: &[Pair], first: usize, last: usize) -> Option<Way> {
    let here = &sexes[first..=last];
    let wrong = here.iter().filter(|it| it.is_wrong()).count();
    let seen = here.iter().filter(|it| it.agrees().is_some()).count();
    if wrong * 100 >= seen * 90 {
        return Some(Way::Opposite);
    }
    let is_one = |it: &Pair| it.stated == here[0].stated;
    if here.iter().all(is_one) && seen >= SEXES_FILLED_MIN {
        return Some(Way::Filled);
    }
    match offset(sexes, first, last, &OF_SEXES) {
        Some(by) => Some(by_rows(-by)),
        None => says_the_same(here).then_some(Way::Mixed),
    }
}

/// By how many rows the numbers of a range stand too far down (or up, below zero).
pub(crate) fn offset(pairs: &[Pair], first: usize, last: usize, limits: &Limits) -> Option<isize> {
    let farthest = (last - first).min(OFFSET_MAX).cast_signed();
    let is_enough = |found: usize, seen: usize| {
        found >= limits.found_min && found * 100 >= seen * limits.found_percent_min
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

/// How many numbers of a range agree with the column at an offset, of how many that can tell.
pub(crate) fn agreement(
    pairs: &[Pair],
    first: usize,
    last: usize,
    offset: isize,
) -> (usize, usize) {
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

/// Whether the numbers of a range say the same as the column, whatever the order; one in twenty may be
/// missing.
fn says_the_same(here: &[Pair]) -> bool {
    let mut numbers: Vec<i32> = here.iter().filter_map(|it| it.number).collect();
    let mut stated: Vec<i32> = here.iter().filter_map(|it| it.stated).collect();
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
