//! Pairs of rows that somebody looked at and said are two pupils (不是重复).
//!
//! A pair is known by what its rows say, not by where they stand, so that it holds for the next file
//! too; when a row says something else in everything that tells, somebody has to look again. Names and numbers
//! tell, and with name, sex and birth date the telephones do, the guardians, and the addresses: each of the four by
//! itself, so that a pair holds when a number is filled in or a telephone mended. Where only one row has a number,
//! that tells with name, sex and birth date of both, and holds when the other is filled in. Where a row has none of them, all
//! that it says tells, and only where that is the same the 学籍号, which every
//! pupil gets after the import. All are tidied as matching tidies them: a date in another form or a
//! telephone without its spaces is the same. Only a hash is kept, and the caller has the hash. Two rows
//! that say the same cannot be told apart: nothing would know which of them is meant.

use std::sync::atomic::{AtomicBool, Ordering};

use roster_model::{CellKind, Column, Sheet};
use roster_values::name::strict_key;
use roster_values::text::{is_placeholder, tidy_code};

use crate::people::People;
use crate::people::keys::{birth_key, resident_number, sex_key};
use crate::people::witness::{Kind, positions, witnesses_of_row};

/// Of a group with more rows than this, no pair can be told apart.
pub const TOLD_APART_MAX: usize = 64;

/// What is known of a pair of rows: a hash of what both of them say, in either order; or a quarter of a hash for
/// each of the four that tell, zero for what does not.
pub type PairKey = [u8; 32];

/// The length of a quarter.
const QUARTER: usize = 8;

/// A hash that nobody turns round, SHA-256 in practice.
pub type Hash = fn(&[u8]) -> [u8; 32];

/// Pairs of rows that are two pupils.
#[derive(Debug)]
pub struct ToldApart {
    hash: Hash,
    /// Ascending, each with whether it made a difference.
    pairs: Vec<(PairKey, AtomicBool)>,
    /// The quarters of all pairs with the index of the pair, ascending.
    quarters: Vec<(u64, u32)>,
}

impl ToldApart {
    /// These pairs, made with this hash.
    pub fn new(hash: Hash, pairs: impl IntoIterator<Item = PairKey>) -> Self {
        let mut pairs: Vec<PairKey> = pairs.into_iter().collect();
        roster_order::sort(&mut pairs);
        pairs.dedup();
        let indexed = pairs.iter().zip(0..);
        let mut quarters: Vec<(u64, u32)> = indexed
            .flat_map(|(pair, index)| quarters(pair).map(move |it| (it, index)))
            .collect();
        roster_order::sort_many_pairs(&mut quarters);
        let pairs = pairs.into_iter().map(|it| (it, AtomicBool::new(false)));
        ToldApart {
            hash,
            pairs: pairs.collect(),
            quarters,
        }
    }

    /// The pairs, ascending.
    pub fn pairs(&self) -> impl Iterator<Item = &PairKey> {
        self.pairs.iter().map(|it| &it.0)
    }

    /// Whether this very pair is one of them; it counts as taken then.
    pub fn holds(&self, pair: &PairKey) -> bool {
        let found = self.pairs.binary_search_by(|it| it.0.cmp(pair));
        if let Ok(at) = found {
            self.pairs[at].1.store(true, Ordering::Relaxed);
        }
        found.is_ok()
    }

    /// Number of pairs.
    pub fn len(&self) -> usize {
        self.pairs.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// How many of them kept rows apart that would have come together otherwise, in the last search, or hold for a
    /// group that was asked about since.
    pub fn taken(&self) -> usize {
        let taken = self.pairs.iter().filter(|it| it.1.load(Ordering::Relaxed));
        taken.count()
    }

    pub(crate) fn forget_taken(&self) {
        for pair in &self.pairs {
            pair.1.store(false, Ordering::Relaxed);
        }
    }

    /// Whether a pair is among them; it counts as taken then. With `one_number`, what was decided while their
    /// numbers or names differed no longer holds.
    fn takes(&self, pair: &PairKey, one_number: bool) -> bool {
        let found = self.pairs.binary_search_by_key(&pair, |it| &it.0);
        let found = found.into_iter();
        let by_quarter = quarters(pair).flat_map(|it| {
            let first = self.quarters.partition_point(|other| other.0 < it);
            let same = self.quarters[first..].iter();
            let same = same.take_while(move |other| other.0 == it);
            same.map(|it| it.1 as usize)
        });
        let had_one_number = |at: &usize| {
            let (number, _) = self.pairs[*at].0.split_at(QUARTER);
            number.iter().all(|it| *it == 0)
        };
        let by_quarter = by_quarter.filter(|it| !one_number || had_one_number(it));
        let taken = found.chain(by_quarter);
        taken
            .inspect(|&at| self.pairs[at].1.store(true, Ordering::Relaxed))
            .count()
            > 0
    }
}

/// The quarters of a key that tell.
fn quarters(pair: &PairKey) -> impl Iterator<Item = u64> {
    let quarters = pair.chunks(QUARTER);
    let numbers = quarters.map(|it| it.iter().fold(0, |all, &it| all << 8 | u64::from(it)));
    numbers.filter(|&it| it != 0)
}

/// How much of what two rows say tells them apart.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Told {
    /// Name and number, where there is one.
    Number,
    /// Name, sex and birth date, and what there is of one kind.
    Kind(Kind),
    /// Name, number, sex and birth date; so pairs with numbers were known once.
    Identity,
    /// All of it but the 学籍号.
    Witnesses,
    /// With the 学籍号; all pairs were known so once.
    Everything,
}

/// What tells by itself.
const APART: [Told; 4] = [
    Told::Number,
    Told::Kind(Kind::Phone),
    Told::Kind(Kind::Guardian),
    Told::Kind(Kind::Address),
];

/// What a pair of rows is known by; nothing where both say the same.
pub fn pair_key(hash: Hash, a: (&Sheet, u32), b: (&Sheet, u32)) -> Option<PairKey> {
    let mut pair = PairKey::default();
    for (quarter, told) in pair.chunks_mut(QUARTER).zip(APART) {
        let key = match told {
            Told::Number => key(hash, a, b, told).or_else(|| key_of_one_number(hash, a, b)),
            _ => key(hash, a, b, told),
        };
        if let Some(key) = key {
            quarter.copy_from_slice(&key[..QUARTER]);
        }
    }
    if pair != PairKey::default() {
        return Some(pair);
    }
    let whole = [Told::Witnesses, Told::Everything];
    whole.iter().find_map(|&told| key(hash, a, b, told))
}

/// Where only one of the rows has a number: that number, and name, sex and birth date of both.
fn key_of_one_number(hash: Hash, a: (&Sheet, u32), b: (&Sheet, u32)) -> Option<PairKey> {
    let has_number = |row: (&Sheet, u32)| said(row, Told::Number).is_some();
    (has_number(a) != has_number(b))
        .then(|| key(hash, a, b, Told::Identity))
        .flatten()
}

/// The key that the pair had while the number of one of them, or of the other, was not filled in yet.
fn keys_before(hash: Hash, a: (&Sheet, u32), b: (&Sheet, u32)) -> [Option<PairKey>; 2] {
    let before = |(sheet, row): (&Sheet, u32), other| {
        let whole = hash(&said(other, Told::Identity)?);
        let without = hash(&said_with((sheet, row), Told::Identity, "")?);
        let both = [whole.min(without), whole.max(without)].concat();
        let mut pair = PairKey::default();
        pair[..QUARTER].copy_from_slice(&hash(&both)[..QUARTER]);
        Some(pair)
    };
    [before(a, b), before(b, a)]
}

pub(crate) fn key(hash: Hash, a: (&Sheet, u32), b: (&Sheet, u32), told: Told) -> Option<PairKey> {
    let (a, b) = (hash(&said(a, told)?), hash(&said(b, told)?));
    let both = [a.min(b), a.max(b)].concat();
    (a != b).then(|| hash(&both))
}

impl<'s> People<'s> {
    /// The pupils with pairs of rows that a person told apart.
    #[must_use]
    pub fn with_told_apart(mut self, pairs: &'s ToldApart) -> Self {
        pairs.forget_taken();
        self.told_apart = (!pairs.is_empty()).then_some(pairs);
        self
    }

    /// Whether a person may have told apart some of `rows` rows.
    pub(crate) fn may_be_told_apart(&self, rows: usize) -> bool {
        self.told_apart.is_some() && rows <= TOLD_APART_MAX
    }

    /// Whether somebody said that a row of the one and a row of the other are two pupils. Every pair is
    /// asked about, because every one that is taken counts.
    pub(crate) fn some_are_told_apart(&self, some: &[u32], others: &[u32]) -> bool {
        let pairs = some
            .iter()
            .flat_map(|&a| others.iter().map(move |&b| (a, b)));
        pairs.filter(|it| self.are_told_apart(it.0, it.1)).count() > 0
    }

    /// Whether somebody said that these two are two pupils.
    #[inline(never)] // It is asked in several places, and hardly ever.
    pub(crate) fn are_told_apart(&self, a: u32, b: u32) -> bool {
        let row = |person| {
            let (sheet, row) = self.place(person);
            (self.sheet(sheet), row)
        };
        self.told_apart.is_some_and(|pairs| {
            let number = |person| said(row(person), Told::Number);
            let one_number = number(a).is_some() && number(a) == number(b);
            let takes = |key: Option<PairKey>| key.is_some_and(|it| pairs.takes(&it, one_number));
            let of_all = |told| key(pairs.hash, row(a), row(b), told);
            let before = keys_before(pairs.hash, row(a), row(b));
            takes(pair_key(pairs.hash, row(a), row(b)))
                || before.into_iter().filter(|_| !one_number).any(takes)
                || [Told::Identity, Told::Witnesses, Told::Everything]
                    .into_iter()
                    .any(|it| takes(of_all(it)))
        })
    }
}

/// What a row says to matching, or that much of it, one text after another, each behind its length; nothing where
/// the row has none of what is to tell.
fn said((sheet, row): (&Sheet, u32), told: Told) -> Option<Vec<u8>> {
    said_with((sheet, row), told, &number(sheet, row))
}

/// What a row says, if its number were this one.
fn said_with((sheet, row): (&Sheet, u32), told: Told, number: &str) -> Option<Vec<u8>> {
    let text = |column: Column| {
        let index = sheet.index_of(column);
        index.map_or("", |index| sheet.text(index, row))
    };
    let mut said = Vec::new();
    let mut push = |text: &str| {
        said.extend((text.len() as u64).to_le_bytes());
        said.extend(text.as_bytes());
    };
    push(&strict_key(text(Column::Name)));
    if told == Told::Number {
        push(number);
        let has_number = !number.is_empty() && !is_placeholder(number);
        return has_number.then_some(said);
    }
    let mut tells = true;
    if let Told::Kind(kind) = told {
        push(&format!("{kind:?}"));
        tells = false;
    } else {
        push(number);
    }
    let (sex, birth) = (text(Column::Sex), text(Column::BirthDate));
    push(&known(sex_key(sex).into(), sex));
    push(&known(birth_key(birth), birth));
    if told == Told::Everything {
        push(&tidy_code(text(Column::StudentNumber)).to_ascii_uppercase());
    }
    for witness in witnesses_of_row(sheet, &positions(sheet), row) {
        if told >= Told::Witnesses || told == Told::Kind(witness.kind) {
            push(&format!("{:?} {:x}", witness.kind, witness.hash));
            tells = true;
        }
    }
    tells.then_some(said)
}

/// The resident number in one form, another number as it is written.
fn number(sheet: &Sheet, row: u32) -> String {
    let Some(index) = sheet.index_of(Column::IdNumber) else {
        return String::new();
    };
    let cells = &sheet.columns[index].cells;
    let is_numeric = cells.kind(cells.value(row)) == CellKind::Number;
    match resident_number(sheet.text(index, row), is_numeric) {
        Some(id) => id.text().to_owned(),
        None => tidy_code(sheet.text(index, row)).to_ascii_uppercase(),
    }
}

/// A key that was understood, or the text that was not.
fn known(key: u32, text: &str) -> String {
    match key {
        0 => tidy_code(text).into_owned(),
        key => key.to_string(),
    }
}
