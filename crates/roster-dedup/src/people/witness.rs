//! Who else is named in a row: telephones, guardians, addresses.
//!
//! They tell namesakes from one pupil entered twice. A witness is kept as a hash of its tidied text;
//! at 64 bits a chance meeting is out of the question, and it would only change a proposal. They are
//! read from the sheet when they are needed, which is for few rows.

use roster_model::{Column, Sheet};
use roster_values::name::strict_key;
use roster_values::phone::{Phone, read_phone};
use roster_values::text::{half_width, is_placeholder, strip, tidy_code, without_white};

use crate::fold::{SEED, fold};
use crate::people::People;
use crate::people::keys::{may_be_somebodys, resident_number};

/// What a witness is; the order is that of their weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Phone,
    Guardian,
    Address,
}

impl Kind {
    pub(crate) const ALL: [Kind; 3] = [Kind::Phone, Kind::Guardian, Kind::Address];

    pub(crate) fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// Which columns hold witnesses.
pub(crate) const WITNESSES: [(Column, Kind); 10] = [
    (Column::Phone, Kind::Phone),
    (Column::Member1Phone, Kind::Phone),
    (Column::Member2Phone, Kind::Phone),
    (Column::Member1Name, Kind::Guardian),
    (Column::Member2Name, Kind::Guardian),
    (Column::Member1IdNumber, Kind::Guardian),
    (Column::Member2IdNumber, Kind::Guardian),
    (Column::Address, Kind::Address),
    (Column::HomeAddress, Kind::Address),
    (Column::MailingAddress, Kind::Address),
];

/// The names of guardians among `WITNESSES`, each with where the number of the guardian is.
const GUARDIANS: [(usize, usize); 2] = [(3, 5), (4, 6)];

/// Where a sheet has the columns of `WITNESSES`.
pub(crate) type WitnessPositions = [Option<usize>; WITNESSES.len()];

/// One witness of one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Witness {
    pub(crate) kind: Kind,
    pub(crate) hash: u64,
}

/// The bit in the hash of an address that is as narrow as one house or one room.
const HOME: u64 = 1;

impl Witness {
    /// Whether it is an address at which one family lives.
    pub(crate) fn is_home(self) -> bool {
        self.kind == Kind::Address && self.hash & HOME != 0
    }
}

/// The witnesses of a pupil that tell one, sorted, each once; `own` rows may be the pupil's. What many share tells
/// nobody: the telephone of the school office, the village.
pub(crate) fn witnesses(people: &People<'_>, person: u32, own: u32) -> Vec<Witness> {
    let (sheet, row) = people.place(person);
    let positions = people.witness_positions(sheet);
    let mut found = Vec::new();
    for_each_in_row(
        people.sheet(sheet),
        positions,
        row,
        &Kind::ALL,
        |witness, which| {
            if people.counts().tells(people, person, which, own) {
                found.push(witness);
            }
        },
    );
    roster_order::sort(&mut found);
    found.dedup();
    found
}

/// The witnesses of a row of a sheet, sorted, each once.
pub(crate) fn witnesses_of_row(
    sheet: &Sheet,
    positions: &WitnessPositions,
    row: u32,
) -> Vec<Witness> {
    let mut found = Vec::new();
    let kinds = &Kind::ALL;
    for_each_in_row(sheet, positions, row, kinds, |witness, _| {
        found.push(witness);
    });
    roster_order::sort(&mut found);
    found.dedup();
    found
}

/// Where a sheet has the columns of `WITNESSES`.
pub(crate) fn positions(sheet: &Sheet) -> WitnessPositions {
    WITNESSES.map(|(column, _)| sheet.index_of(column))
}

/// Tells every witness of one kind of a pupil with the index of its column among `WITNESSES`.
pub(crate) fn for_each_witness(
    people: &People<'_>,
    person: u32,
    kind: Kind,
    tell: impl FnMut(Witness, usize),
) {
    let (sheet, row) = people.place(person);
    let positions = people.witness_positions(sheet);
    for_each_in_row(people.sheet(sheet), positions, row, &[kind], tell);
}

fn for_each_in_row(
    sheet: &Sheet,
    positions: &WitnessPositions,
    row: u32,
    kinds: &[Kind],
    mut tell: impl FnMut(Witness, usize),
) {
    for (which, ((column, kind), position)) in WITNESSES.iter().zip(positions).enumerate() {
        let Some(index) = position.filter(|_| kinds.contains(kind)) else {
            continue;
        };
        let text = sheet.text(index, row);
        if text.is_empty() || is_placeholder(text) {
            continue;
        }
        let mut add = |text: &str| {
            let mut hash = hash(*column, text);
            if *kind == Kind::Address {
                hash = hash & !HOME | u64::from(is_home(text));
            }
            tell(Witness { kind: *kind, hash }, which);
        };
        match kind {
            Kind::Phone => add_phones(text, add),
            Kind::Address => {
                // A shorter text names a village or a street, which many pupils share.
                let tidy = tidy_address(text);
                if tidy.chars().count() >= 8 {
                    add(&tidy);
                }
            }
            Kind::Guardian if is_guardian_number(*column) => {
                let tidy = tidy_code(text);
                if tidy.len() >= 15 {
                    add(&tidy.to_ascii_uppercase());
                }
            }
            Kind::Guardian => {
                let key = strict_key(text);
                if key.chars().count() >= 2 {
                    add(&key);
                }
            }
        }
    }
}

/// A guardian who is named in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Guardian {
    /// The hash that the name has as a witness.
    pub(crate) name: u64,
    /// The packed resident number; zero without a valid one.
    pub(crate) number: u64,
}

impl Guardian {
    /// Somebody else of the same name.
    pub(crate) fn is_namesake(self, other: Guardian) -> bool {
        let numbers = (self.number, other.number);
        self.name == other.name && numbers.0 != 0 && numbers.1 != 0 && numbers.0 != numbers.1
    }
}

/// The guardians of a row whose names are known.
pub(crate) fn guardians(people: &People<'_>, person: u32) -> impl Iterator<Item = Guardian> {
    (0..WITNESSES.len()).filter_map(move |which| guardian(people, person, which))
}

/// The guardian whose name is in this of the columns of `WITNESSES`.
pub(crate) fn guardian(people: &People<'_>, person: u32, which: usize) -> Option<Guardian> {
    let (_, number) = GUARDIANS.into_iter().find(|it| it.0 == which)?;
    let name = strict_key(people.text(person, WITNESSES[which].0));
    let number = resident_number(people.text(person, WITNESSES[number].0), false);
    let number = number.filter(|it| may_be_somebodys(it, people.today()));
    (!name.is_empty()).then(|| Guardian {
        name: hash(WITNESSES[which].0, &name),
        number: number.map_or(0, |it| it.packed()),
    })
}

/// Which kinds are there, one bit each.
pub(crate) fn kinds(witnesses: &[Witness]) -> u8 {
    witnesses.iter().fold(0, |bits, it| bits | it.kind.bit())
}

/// How two rows compare in one kind: `None` when one of them has none, else whether they share one.
pub(crate) fn shares(a: &[Witness], b: &[Witness], kind: Kind) -> Option<bool> {
    if kinds(a) & kinds(b) & kind.bit() == 0 {
        return None;
    }
    let of_kind = a.iter().filter(|it| it.kind == kind);
    Some(of_kind.into_iter().any(|it| b.binary_search(it).is_ok()))
}

/// Whether two rows share a witness of any kind; `None` when there is nothing to compare.
pub(crate) fn agree(a: &[Witness], b: &[Witness]) -> Option<bool> {
    let compared = Kind::ALL.into_iter().filter_map(|kind| shares(a, b, kind));
    compared.reduce(|one, other| one || other)
}

fn is_guardian_number(column: Column) -> bool {
    matches!(column, Column::Member1IdNumber | Column::Member2IdNumber)
}

fn add_phones(text: &str, mut add: impl FnMut(&str)) {
    let mut add_digits = |number: &str| {
        let digits: String = half_width(number)
            .chars()
            .filter(char::is_ascii_digit)
            .collect();
        if !is_filler(digits.as_bytes()) {
            add(&digits);
        }
    };
    match read_phone(text) {
        Phone::Mobile | Phone::Landline => add_digits(text),
        Phone::Prefixed(number) => add_digits(&number),
        Phone::Several(numbers) => numbers.iter().for_each(|number| add_digits(number)),
        Phone::Blank | Phone::Placeholder | Phone::Malformed => {}
    }
}

/// Whether such digits are typed where nobody has a telephone: zeros behind the prefix, 13800000000, or one key held
/// down from within it on, 13888888888. 13977777777 is somebody's.
fn is_filler(digits: &[u8]) -> bool {
    let is_of = |from: usize, digit: u8| digits.iter().skip(from).all(|&it| it == digit);
    is_of(3, b'0') || digits.get(2).is_some_and(|&it| is_of(2, it))
}

fn tidy_address(text: &str) -> String {
    without_white(&half_width(&strip(text))).into_owned()
}

/// Whether a tidy address ends in the number of a house or a room; a village, a group or a building is many families'.
fn is_home(address: &str) -> bool {
    let number = address.trim_end_matches(['号', '室', '户', '房']);
    number.ends_with(|it: char| it.is_ascii_digit())
}

/// Folds the bytes, with names and numbers of guardians kept apart.
fn hash(column: Column, text: &str) -> u64 {
    let seed = SEED ^ u64::from(is_guardian_number(column));
    fold(seed, text.bytes().map(u64::from))
}
