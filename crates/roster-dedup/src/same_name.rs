//! Pairs of one name whose birth dates bring them together nowhere: one cannot be read and no number has it, or they
//! differ in more than a part.
//!
//! A row without a date meets the rows of its name with which it has a telephone, a guardian, an address or a 学籍号 in
//! common, whose number is a slip from its own, and its exact copies. Rows with two dates meet where the sex is one and a telephone, the number of a guardian
//! or a 学籍号, since no family has two children of one name. One of them at least has no number that goes with it: a
//! clean roster has no such row, and costs nothing.

use roster_model::RowSet;
use roster_standard::Column;

use crate::compare::{births, sexes, witnesses};
use crate::fold::{SEED, fold};
use crate::keys::known_digits;
use crate::linkage::{Comparison, Keep, Oversize, Tenths};
use crate::pupils::Pupils;
use crate::student_numbers::key;
use crate::witness::{Kind, guardians, witnesses as witnesses_of};

/// Of more rows that have all of one witness only so many are compared.
const TOGETHER: usize = 32;
/// A copy of a row that says less is a namesake.
const FEWEST_CELLS: u32 = 3;

/// The most that a pair weighs besides its name, with two dates that differ: the sex, and a witness.
const MOST: Tenths = sexes::LEVELS[sexes::EQUAL as usize].weight
    + witnesses::MOST
    + births::LEVELS[births::DIFFERENT as usize].weight;

/// Gives a key of the digits of a number, and one of those that are left without each: numbers in which a digit is
/// another, is missing or is there twice have one in common, and so have those with two neighbours exchanged.
fn but_one_digit(text: &str, mut give: impl FnMut(u64)) {
    let digits = known_digits(text);
    let digits = digits.as_bytes();
    if !(17..=19).contains(&digits.len()) {
        return;
    }
    let key = |digits: &mut dyn Iterator<Item = &u8>| fold(SEED, digits.map(|&it| u64::from(it)));
    give(key(&mut digits.iter()));
    for at in 0..digits.len() {
        // Of equal neighbours it does not matter which is missing.
        if at == 0 || digits[at] != digits[at - 1] {
            give(key(&mut digits[..at].iter().chain(&digits[at + 1..])));
        }
    }
}

/// The pairs that are kept, which weigh `at_least` so much, and what was not compared in full; those of one 学籍号 may
/// weigh less without that.
pub(crate) fn pairs(
    pupils: &Pupils<'_, '_>,
    open: &RowSet,
    at_least: Tenths,
    (keep, keep_numbered): (Keep<'_>, Keep<'_>),
) -> (Vec<(u32, u32)>, Vec<Oversize>) {
    let people = pupils.people;
    let is_named = |&it: &u32| people.name(it) != 0 && !pupils.is_silent(it);
    let (mut pairs, mut oversize) = (Vec::new(), Vec::new());
    let mut names: Vec<u32> = open
        .iter()
        .filter(is_named)
        .map(|it| people.name(it))
        .collect();
    if names.is_empty() {
        return (pairs, oversize);
    }
    roster_order::sort_many_small(&mut names);
    names.dedup();
    let named = || {
        let all = (0..people.len()).filter(is_named);
        let all = all.filter(|&it| names.binary_search(&people.name(it)).is_ok());
        all.map(|it| (u64::from(people.name(it)), it))
    };
    let is_undated = |it: u32| people.birth(it) == 0;
    let mut comparison = Comparison::default();
    // What is of one pupil only, of one family only, and what may be of two.
    let (mut student, mut slips) = (Vec::new(), Vec::new());
    let (mut sure, mut unsure) = (Vec::new(), Vec::new());
    for of_name in roster_order::repeated(people.len(), named).chunk_by(|a, b| a.0 == b.0) {
        if !of_name.iter().any(|it| open.contains(it.1)) {
            continue;
        }
        let has_undated = of_name.iter().any(|it| is_undated(it.1));
        let spelt = people.spelt();
        let rarity = spelt.whole(spelt.characters(people.name(of_name[0].1)));
        if !has_undated && rarity + MOST < at_least {
            continue;
        }
        student.clear();
        slips.clear();
        sure.clear();
        unsure.clear();
        for &(_, person) in of_name {
            let number = key(people.text(person, Column::StudentNumber));
            student.extend(number.map(|it| (it, person)));
            let numbers = guardians(people, person).map(|it| it.number);
            sure.extend(numbers.filter(|&it| it != 0).map(|it| (it, person)));
            for it in witnesses_of(people, person, 2) {
                if it.kind == Kind::Phone {
                    sure.push((it.hash, person));
                } else if has_undated {
                    unsure.push((it.hash, person));
                }
            }
            if has_undated && people.filled(person) >= FEWEST_CELLS {
                unsure.push((people.content(person), person));
            }
            if has_undated {
                but_one_digit(people.number_text(person), |it| slips.push((it, person)));
            }
        }
        for (keyed, is_sure, keep) in [
            (&mut student, true, keep_numbered),
            (&mut slips, true, keep),
            (&mut sure, true, keep),
            (&mut unsure, false, keep),
        ] {
            roster_order::sort_many_pairs(keyed);
            for run in keyed.chunk_by(|a, b| a.0 == b.0) {
                if run.len() > TOGETHER {
                    oversize.push(Oversize {
                        family: usize::MAX,
                        record: run[0].1,
                        records: run.len() as u32,
                    });
                }
                let run = &run[..run.len().min(TOGETHER)];
                for (at, &(_, a)) in run.iter().enumerate() {
                    for &(_, b) in run[at + 1..].iter().filter(|it| it.1 != a) {
                        let one_sex = is_sure && people.sex(a) == people.sex(b);
                        let meet = one_sex || is_undated(a) || is_undated(b);
                        let is_open = open.contains(a) || open.contains(b);
                        if meet && is_open && keep((a, b), &mut comparison) {
                            pairs.push((a, b));
                        }
                    }
                }
            }
        }
    }
    (pairs, oversize)
}
