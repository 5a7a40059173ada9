//! Parts the rows of one name, sex and birth date into pupils.
//!
//! Rows are joined when they are of one family (`family`), share a 学籍号 or the number of a document, or
//! when their numbers are at most two slips apart. Rows that can be compared and share nothing are namesakes; rows that cannot
//! be compared stay open. All of it by sorting: a class may have every row of the run.

use roster_model::{Column, Kinship};

use super::family::{Family, HOME};
use super::{kinship_of_schools, split};
use crate::compare::documents::document_key;
use crate::compare::edits::slips;
use crate::people::People;
use crate::people::keys::Document;
use crate::people::second_number::in_student_number;
use crate::people::student_numbers::key;
use crate::people::witness::{Kind, Witness, agree, kinds};

/// Up to this many rows, every pair of numbers is compared; above it, only neighbours in the order of
/// the digits and of the digits backwards, which finds slips at either end. So it is with the families that
/// share a witness.
const PAIRS_MAX: usize = 32;

/// How the different numbers of a part are to one another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Numbers {
    /// More than two slips apart, or there is only one.
    #[default]
    Far,
    /// Some are at most two slips apart.
    Near,
    /// Nothing but that joins two of its rows, and their witnesses differ.
    NearAndContradicted,
}

/// What is known of a part that looks like one pupil.
#[derive(Clone, Debug, Default)]
pub(crate) struct Part {
    /// The row that stands for each unit of it, in the order given.
    pub(crate) rows: Vec<u32>,
    /// How the schools of its rows are to one another.
    pub(crate) schools: Kinship,
    pub(crate) numbers: Numbers,
    /// By how many kinds of witnesses, up to two, it can be compared with every other part of the class; it
    /// shares none of them with any. One alone says little: a pupil may have two telephones.
    pub(crate) apart_by: u8,
    /// The kinds that it shares with another part, which is not of its family all the same: one bit each, and `HOME`.
    pub(crate) shared: u8,
    /// It is apart because somebody said so.
    pub(crate) told_apart: bool,
    /// The kinds of witnesses in it, one bit each.
    kinds: u8,
}

impl Part {
    /// Whether another part, which is not of its family, has a telephone or a guardian of it.
    pub(crate) fn shares_somebody(&self) -> bool {
        self.shared & !(Kind::Address.bit() | HOME) != 0
    }

    /// Whether another part, which is not of its family, lives in its very house or room.
    pub(crate) fn shares_home(&self) -> bool {
        self.shared & HOME != 0
    }

    /// Whether another part, which is not of its family, has a telephone of it.
    pub(crate) fn shares_telephone(&self) -> bool {
        self.shared & Kind::Phone.bit() != 0
    }
}

/// The parts of a class, in the order of their first row.
///
/// A unit is the rows of one number, or one row without a number; its first row stands for it. The
/// witnesses of all of them count, so it does not matter which row that is.
pub(crate) fn parts(people: &People<'_>, units: &[Vec<u32>]) -> Vec<Part> {
    let rows = units.iter().map(Vec::len).sum::<usize>() as u32;
    let families = units.iter().map(|unit| Family::of(people, unit, rows));
    let families: Vec<Family> = families.collect();
    let mut forest = Forest::new(units.len());
    let half_shared = join_families(&families, &mut forest);
    join_by_student_number(people, units, &mut forest);
    join_by_document(people, units, &mut forest);
    let near = near_pairs(people, units);
    let mut bonds = Vec::with_capacity(near.len());
    for &(a, b) in &near {
        let joined = forest.root(a) == forest.root(b);
        let (one, other) = (&families[a].witnesses, &families[b].witnesses);
        let differ = agree(one, other) == Some(false);
        let numbers = if differ && !joined {
            Numbers::NearAndContradicted
        } else {
            Numbers::Near
        };
        bonds.push((a, b, numbers));
    }
    for (a, b) in near {
        forest.join(a, b);
    }
    let roots = roots(people, units, &mut forest);
    let mut parts = vec![Part::default(); units.len()];
    let mut schools = vec![Vec::new(); units.len()];
    for (unit, (family, &root)) in units.iter().zip(families.iter().zip(&roots)) {
        parts[root].rows.push(unit[0]);
        parts[root].kinds |= kinds(&family.witnesses);
        schools[root].extend_from_slice(unit);
    }
    for (part, rows) in parts.iter_mut().zip(&schools) {
        part.schools = kinship_of_schools(people, rows.iter().copied());
    }
    let within = bonds.into_iter().filter(|it| roots[it.0] == roots[it.1]);
    for (a, _, numbers) in within {
        let part = &mut parts[roots[a]];
        part.numbers = part.numbers.max(numbers);
    }
    for (a, b, shared) in half_shared {
        if roots[a] != roots[b] {
            parts[roots[a]].shared |= shared;
            parts[roots[b]].shared |= shared;
        }
    }
    parts.retain(|part| !part.rows.is_empty());
    mark_apart(&mut parts);
    mark_told_apart(people, &mut parts);
    parts
}

/// Joins the units of one family; gives those that share something and are not, with the kinds.
fn join_families(families: &[Family], forest: &mut Forest) -> Vec<(usize, usize, u8)> {
    let mut witnesses: Vec<(Witness, usize)> = Vec::new();
    for (index, family) in families.iter().enumerate() {
        witnesses.extend(family.witnesses.iter().map(|&witness| (witness, index)));
    }
    roster_order::sort(&mut witnesses);
    let mut pairs = Vec::new();
    for run in witnesses.chunk_by(|a, b| a.0 == b.0) {
        let others = if run.len() > PAIRS_MAX { 1 } else { PAIRS_MAX };
        for (at, one) in run.iter().enumerate() {
            let others = run[at + 1..].iter().take(others);
            pairs.extend(others.map(|other| (one.1, other.1)));
        }
    }
    roster_order::sort(&mut pairs);
    pairs.dedup();
    let mut half_shared = Vec::new();
    for (a, b) in pairs {
        match families[a].is_one(&families[b]) {
            Ok(()) => forest.join(a, b),
            Err(0) => {}
            Err(kinds) => half_shared.push((a, b, kinds)),
        }
    }
    half_shared
}

/// A 学籍号 is one pupil's, and that of a row without a number may have the number of another.
fn join_by_student_number(people: &People<'_>, units: &[Vec<u32>], forest: &mut Forest) {
    let number = |unit: &[u32]| match people.number(unit[0]) {
        0 => in_student_number(people, unit[0]),
        number => Some(number),
    };
    let numbered = units.iter().enumerate();
    let numbered = numbered.filter_map(|(index, unit)| Some((number(unit)?, index)));
    forest.join_equal(numbered.collect());
    let rows = units.iter().enumerate();
    let rows = rows.flat_map(|(index, unit)| unit.iter().map(move |&row| (row, index)));
    let keyed = rows
        .filter_map(|(row, index)| Some((key(people.text(row, Column::StudentNumber))?, index)));
    forest.join_equal(keyed.collect());
}

/// The number of a passport or a permit is one pupil's.
fn join_by_document(people: &People<'_>, units: &[Vec<u32>], forest: &mut Forest) {
    let others = units.iter().map(|unit| unit[0]).enumerate();
    let others = others.filter(|&(_, row)| people.document(row) == Document::Other);
    let keyed =
        others.filter_map(|(index, row)| Some((document_key(people.number_text(row))?, index)));
    forest.join_equal(keyed.collect());
}

/// The unit that stands for the part of each: the first of those that are joined and not told apart.
fn roots(people: &People<'_>, units: &[Vec<u32>], forest: &mut Forest) -> Vec<usize> {
    let mut roots: Vec<usize> = (0..units.len()).map(|index| forest.root(index)).collect();
    if !people.may_be_told_apart(units.len()) {
        return roots;
    }
    let mut firsts: Vec<usize> = roots.clone();
    roster_order::sort(&mut firsts);
    firsts.dedup();
    for first in firsts {
        let joined = (0..units.len()).filter(|&index| roots[index] == first);
        let parts = split(joined.collect(), |a: usize, b: usize| {
            people.are_told_apart(units[a][0], units[b][0])
        });
        for part in parts {
            for &index in &part {
                roots[index] = part[0];
            }
        }
    }
    roots
}

/// A part that somebody told from every other, or that shares nothing with those, is another pupil too.
fn mark_told_apart(people: &People<'_>, parts: &mut [Part]) {
    if !people.may_be_told_apart(parts.len()) {
        return;
    }
    for at in 0..parts.len() {
        let part = &parts[at];
        let told = |other: &Part| people.some_are_told_apart(&part.rows, &other.rows);
        let others = (0..parts.len()).filter(|&it| it != at);
        let others: Vec<(bool, bool)> = others
            .map(|it| (told(&parts[it]), part.kinds & parts[it].kinds != 0))
            .collect();
        let is_apart = others.iter().any(|it| it.0) && others.iter().all(|it| it.0 || it.1);
        parts[at].told_apart = is_apart;
        parts[at].apart_by = parts[at].apart_by.max(u8::from(is_apart));
    }
}

/// Compares the kinds of each part with those of all others, by counting the parts of each set of
/// kinds: there are only eight sets.
fn mark_apart(parts: &mut [Part]) {
    let mut count = [0_usize; 1 << Kind::ALL.len()];
    for part in parts.iter() {
        count[usize::from(part.kinds)] += 1;
    }
    for part in parts.iter_mut() {
        let own = part.kinds & !part.shared;
        let compared = |kinds: usize| (usize::from(own) & kinds).count_ones();
        let others = (0..count.len()).filter(|&kinds| count[kinds] > 0);
        // A part without witnesses is not compared with itself either, which is right: it is open.
        let fewest = others.map(compared).min().unwrap_or(0);
        // Who shares a telephone or a guardian is not shown to be another.
        let most = if part.shares_somebody() { 1 } else { 2 };
        part.apart_by = fewest.min(most) as u8;
    }
}

fn near_pairs(people: &People<'_>, units: &[Vec<u32>]) -> Vec<(usize, usize)> {
    let numbers: Vec<(u64, usize)> = units
        .iter()
        .enumerate()
        .map(|(index, unit)| (people.number(unit[0]), index))
        .filter(|&(number, _)| number != 0)
        .collect();
    let mut candidates = Vec::new();
    if numbers.len() <= PAIRS_MAX {
        for (at, &one) in numbers.iter().enumerate() {
            candidates.extend(numbers[at + 1..].iter().map(|&other| (one, other)));
        }
    } else {
        let mut order = numbers;
        roster_order::sort(&mut order);
        candidates.extend(order.windows(2).map(|pair| (pair[0], pair[1])));
        roster_order::sort_by_cached_key(&mut order, |&(number, index)| {
            let mut backwards = crate::people::keys::unpack(number);
            backwards.reverse();
            (backwards, index)
        });
        candidates.extend(order.windows(2).map(|pair| (pair[0], pair[1])));
    }
    let near = candidates
        .into_iter()
        .filter(|(one, other)| slips(one.0, other.0).is_some());
    near.map(|(one, other)| (one.1, other.1)).collect()
}

/// Disjoint sets; the root of a set is its first element.
struct Forest(Vec<usize>);

impl Forest {
    fn new(length: usize) -> Self {
        Forest((0..length).collect())
    }

    fn root(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    /// Joins those with equal keys.
    fn join_equal<K: Ord>(&mut self, mut keyed: Vec<(K, usize)>) {
        roster_order::sort(&mut keyed);
        for pair in keyed.windows(2) {
            if pair[0].0 == pair[1].0 {
                self.join(pair[0].1, pair[1].1);
            }
        }
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }
}
