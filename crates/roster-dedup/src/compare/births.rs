//! The birth dates of two pupils.
//!
//! Dates are compared as dates: day and month exchanged, one part of three wrong, one digit wrong. What
//! they weigh hangs on how many years the run covers: within one grade, equal dates say less.

use roster_model::Agreement;

use super::level;
use crate::linkage::{Level, Outcome, Tenths, log2_ratio};

pub(crate) const EQUAL: u8 = 0;
pub(crate) const IN_NUMBER: u8 = 1;
pub(crate) const SWAPPED: u8 = 2;
pub(crate) const SLIP: u8 = 3;
pub(crate) const DAY: u8 = 4;
pub(crate) const MONTH: u8 = 5;
pub(crate) const YEAR: u8 = 6;
pub(crate) const FIRST_OF_JANUARY: u8 = 7;
pub(crate) const DIFFERENT: u8 = 8;
pub(crate) const MISSING: u8 = 9;

/// The rarity of equal dates is added to all levels but the last three.
pub(crate) const LEVELS: [Level; 10] = [
    level(Agreement::Equal, 0),
    level(Agreement::Equal, -34),
    level(Agreement::Swapped, -44),
    level(Agreement::OneEdit, -74),
    level(Agreement::Partial, -84),
    level(Agreement::Partial, -84),
    level(Agreement::Partial, -94),
    level(Agreement::Missing, 0),
    level(Agreement::Different, -70),
    level(Agreement::Missing, 0),
];

/// An equal birth date is never taken as rarer.
pub(crate) const MOST: Tenths = 130;

/// The birth dates that a pupil's row has, as YYYYMMDD, zero for none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Births {
    /// That of the column, else that of the number, as far as it is legible.
    pub(crate) said: u32,
    /// That of a valid number.
    pub(crate) in_number: u32,
}

/// How two birth dates agree; `rarity` is that of `x.said`.
pub(crate) fn compare(x: Births, y: Births, rarity: Tenths) -> Outcome {
    let (a, b) = (x.said, y.said);
    if a == 0 || b == 0 {
        return Outcome::level(MISSING);
    }
    if a == b {
        return Outcome::rare(EQUAL, rarity);
    }
    if a == y.in_number || b == x.in_number {
        return Outcome::rare(IN_NUMBER, rarity);
    }
    let (one, other) = (parts(a), parts(b));
    let same = (one.0 == other.0, one.1 == other.1, one.2 == other.2);
    let january = |it: (u32, u32, u32)| it.1 == 1 && it.2 == 1;
    if same.0 && january(one) != january(other) {
        return Outcome::level(FIRST_OF_JANUARY);
    }
    if same.0 && one.1 == other.2 && one.2 == other.1 {
        return Outcome::rare(SWAPPED, rarity);
    }
    let level = match same {
        (true, true, false) | (true, false, true) | (false, true, true) if is_slip(a, b) => SLIP,
        (true, true, false) => DAY,
        (true, false, true) => MONTH,
        (false, true, true) if one.0.abs_diff(other.0) == 1 => YEAR,
        _ => return Outcome::level(DIFFERENT),
    };
    Outcome::rare(level, rarity)
}

fn parts(date: u32) -> (u32, u32, u32) {
    (date / 10_000, date / 100 % 100, date % 100)
}

/// One digit differs, or two neighbours are exchanged.
fn is_slip(a: u32, b: u32) -> bool {
    let digit = |date: u32, at: u32| date / 10_u32.pow(at) % 10;
    let mut differing = (0..8).filter(|&at| digit(a, at) != digit(b, at));
    match (differing.next(), differing.next(), differing.next()) {
        (Some(_), None, None) => true,
        (Some(x), Some(y), None) => {
            y == x + 1 && digit(a, x) == digit(b, y) && digit(a, y) == digit(b, x)
        }
        _ => false,
    }
}

/// How rare the birth dates of a run are.
#[derive(Debug, Default)]
pub(crate) struct Rarity {
    /// That of a date of an even spread over the years of the run.
    even: Tenths,
    /// Dates that are commoner than that, ascending.
    common: Vec<(u32, Tenths)>,
}

impl Rarity {
    pub(crate) fn new(births: impl Iterator<Item = u32>) -> Self {
        let mut dates: Vec<u32> = births.filter(|&it| it != 0).collect();
        roster_order::sort_many_small(&mut dates);
        let all = dates.len() as u64;
        let square = |run: &[u32]| (run.len() as u64).pow(2);
        let squares: u64 = dates
            .chunk_by(|a, b| a / 10_000 == b / 10_000)
            .map(square)
            .sum();
        // Years as many as an even spread would need for the same chance of an equal year.
        let even = log2_ratio(365 * all * all, squares.max(1)).clamp(85, MOST);
        let mut common = Vec::new();
        for run in dates.chunk_by(|a, b| a == b).filter(|run| run.len() > 4) {
            let rarity = log2_ratio(all, run.len() as u64);
            if rarity + 20 < even {
                common.push((run[0], rarity));
            }
        }
        Rarity { even, common }
    }

    /// In tenths of a bit.
    pub(crate) fn get(&self, date: u32) -> Tenths {
        let common = self.common.binary_search_by_key(&date, |it| it.0);
        common.map_or(self.even, |at| self.common[at].1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level_of(a: u32, b: u32) -> u8 {
        let births = |said| Births { said, in_number: 0 };
        let (one, other) = (
            compare(births(a), births(b), 100),
            compare(births(b), births(a), 100),
        );
        assert_eq!(one, other);
        one.level
    }

    #[test]
    fn dates_are_compared_as_dates() {
        for (a, b, level) in [
            (20_150_901, 20_150_901, EQUAL),
            (20_150_901, 20_150_109, SWAPPED),
            (20_150_901, 20_150_902, SLIP),
            (20_150_901, 20_150_910, SLIP),
            (20_150_912, 20_150_927, DAY),
            (20_150_912, 20_151_112, MONTH),
            (20_151_231, 20_141_231, SLIP),
            (20_191_231, 20_201_231, YEAR),
            (20_150_101, 20_150_912, FIRST_OF_JANUARY),
            (20_150_901, 20_141_112, DIFFERENT),
            (20_150_901, 0, MISSING),
        ] {
            assert_eq!(level_of(a, b), level, "{a} {b}");
        }
    }

    #[test]
    fn the_date_in_the_other_ones_number_is_a_witness() {
        let x = Births {
            said: 20_150_901,
            in_number: 0,
        };
        let y = Births {
            said: 20_141_112,
            in_number: 20_150_901,
        };
        assert_eq!(compare(x, y, 100).level, IN_NUMBER);
        assert_eq!(compare(y, x, 100).level, IN_NUMBER);
    }

    #[test]
    fn a_date_typed_for_want_of_one_says_little() {
        let mut births: Vec<u32> = (0..300)
            .map(|at| 20_150_000 + at % 12 * 100 + 101 + at % 28)
            .collect();
        births.extend([20_150_101; 100]);
        let rarity = Rarity::new(births.into_iter());
        assert!(rarity.get(20_150_101) < 25);
        assert_eq!(rarity.get(20_150_203), 85);
    }
}
