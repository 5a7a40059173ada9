//! The family members of all rows, and where rows do not agree about one of them.
//!
//! A number that is wrong by itself, or that is the pupil's own, tells of nobody. Nothing here says
//! who is right; that is for the household register.

use std::cell::LazyCell;

use roster_model::{Column, Dictionary};
use roster_values::date::Date;
use roster_values::id_number::{IdNumber, ResidentId};
use roster_values::name::strict_key;
use roster_values::phone::{Phone, read_phone};
use roster_values::text::{is_placeholder, tidy_code};

use crate::gathered::cut_numbers::CutNumbers;
use crate::gathered::grouped::Grouped;
use crate::gathered::members::MEMBERS;
use crate::{Roster, Run};

/// The two members of one row. Zero is unknown.
struct Family {
    sheet: u32,
    row: u32,
    numbers: [u64; 2],
    names: [u32; 2],
    phones: [u32; 2],
}

/// The family members of a run.
pub(crate) struct Guardians<'a> {
    families: Vec<Family>,
    grouped: &'a Grouped,
}

/// What about a parent is not the same everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Odd {
    /// One number, several names.
    Name,
    /// One name and phone, several numbers.
    Number,
    /// One father or mother by number, and one name of the other parent with several numbers.
    OtherParent,
}

/// Rows that do not agree about one parent.
pub(crate) struct Contradiction {
    pub(crate) odd: Odd,
    /// How many different names or numbers there are.
    pub(crate) different: usize,
    /// Sheet, row and member, in the order of sheets and rows.
    pub(crate) seen: Vec<(u32, u32, usize)>,
    /// Of those, the one with the rarest spelling; the first of equally rare ones.
    pub(crate) rarest: usize,
}

/// A family and which of its members is spoken of.
type At = (u32, u8);
/// A member with a key; the members of one key stand together.
type Keyed = ((u64, u32), At);

impl<'a> Guardians<'a> {
    pub(crate) fn gather(run: &Run<'a>) -> Self {
        let mut families = Vec::new();
        let (mut names, mut phones) = (Dictionary::default(), Dictionary::default());
        for (sheet, roster) in run.sheets() {
            if !roster.sheet.is_event_list() {
                let today = run.settings.today;
                read(sheet, roster, today, &mut names, &mut phones, &mut families);
            }
        }
        forget_shared_phones(&mut families);
        let grouped = run.grouped();
        Guardians { families, grouped }
    }

    /// Everything that does not agree, by kind and place.
    pub(crate) fn contradictions(&self) -> Vec<Contradiction> {
        let by_number = self.sorted(|it, of| Some((it.numbers[of], 0)));
        let mut found = Vec::new();
        for same in several(&by_number) {
            let seen: Vec<At> = same.iter().map(|it| it.1).collect();
            found.extend(self.compare(Odd::Name, &seen, |it, of| u64::from(it.names[of])));
        }
        let mut told: Vec<At> = Vec::new();
        let by_name = self.sorted(|it, of| {
            let known = it.phones[of] != 0 && it.numbers[of] != 0;
            known.then_some((u64::from(it.names[of]), it.phones[of]))
        });
        for same in several(&by_name) {
            let seen: Vec<At> = same.iter().map(|it| it.1).collect();
            let odd = self.compare(Odd::Number, &seen, |it, of| it.numbers[of]);
            if odd.is_some() {
                told.extend(&seen);
            }
            found.extend(odd);
        }
        roster_order::sort(&mut told);
        for same in several(&by_number) {
            self.other_parents(same, &told, &mut found);
        }
        roster_order::sort_by_key(&mut found, |it| (it.odd as u8, it.seen.clone()));
        found
    }

    /// Among siblings by one parent: one name of the other parent and several numbers.
    fn other_parents(&self, siblings: &[Keyed], told: &[At], found: &mut Vec<Contradiction>) {
        let others = siblings.iter().map(|&(_, (family, of))| (family, 1 - of));
        let mut named: Vec<(u32, At)> = others
            .map(|at| (self.families[at.0 as usize].names[usize::from(at.1)], at))
            .filter(|(name, at)| *name != 0 && told.binary_search(at).is_err())
            .collect();
        roster_order::sort(&mut named);
        for same in named.chunk_by(|a, b| a.0 == b.0) {
            let seen: Vec<At> = same.iter().map(|it| it.1).collect();
            let odd = self.compare(Odd::OtherParent, &seen, |it, of| it.numbers[of]);
            found.extend(odd);
        }
    }

    /// Every known member, sorted by a key, where no part that is asked for is zero.
    fn sorted(&self, key: impl Fn(&Family, usize) -> Option<(u64, u32)>) -> Vec<Keyed> {
        let mut sorted = Vec::new();
        for (at, family) in self.families.iter().enumerate() {
            for of in 0..2 {
                match key(family, of) {
                    Some(key) if key.0 != 0 => sorted.push((key, (at as u32, of as u8))),
                    _ => {}
                }
            }
        }
        roster_order::sort(&mut sorted);
        sorted
    }

    /// The contradiction among members who should be one person, if their `value` differs.
    fn compare(
        &self,
        odd: Odd,
        seen: &[At],
        value: impl Fn(&Family, usize) -> u64,
    ) -> Option<Contradiction> {
        let of = |at: &At| value(&self.families[at.0 as usize], usize::from(at.1));
        let first = seen.first().map(&of)?;
        if seen.iter().all(|it| of(it) == first) {
            return None;
        }
        let mut seen: Vec<(u64, At)> = seen.iter().map(|it| (of(it), *it)).collect();
        seen.retain(|it| it.0 != 0);
        roster_order::sort_by_key(&mut seen, |it| it.1);
        let mut values: Vec<u64> = seen.iter().map(|it| it.0).collect();
        roster_order::sort_many(&mut values);
        let count = |of: u64| {
            values.partition_point(|&it| it <= of) - values.partition_point(|&it| it < of)
        };
        let rarest = (0..seen.len()).min_by_key(|&it| count(seen[it].0))?;
        let different = values.chunk_by(|a, b| a == b).count();
        let places: Vec<(u32, u32, usize)> = seen
            .iter()
            .map(|(_, at)| {
                let family = &self.families[at.0 as usize];
                (family.sheet, family.row, usize::from(at.1))
            })
            .collect();
        let rows: Vec<(u32, u32)> = places.iter().map(|it| (it.0, it.1)).collect();
        (different > 1 && !self.grouped.is_one_pupil(&rows)).then_some(Contradiction {
            odd,
            different,
            seen: places,
            rarest,
        })
    }
}

/// A telephone that more names have is a school's or nobody's.
const NAMES_OF_PHONE_MAX: usize = 4;

/// Such a telephone does not tell who is one person with whom.
fn forget_shared_phones(families: &mut [Family]) {
    let members = families
        .iter()
        .flat_map(|it| it.phones.into_iter().zip(it.names));
    let mut named: Vec<(u32, u32)> = members.filter(|it| it.0 != 0 && it.1 != 0).collect();
    roster_order::sort(&mut named);
    named.dedup();
    let of_phones = named.chunk_by(|a, b| a.0 == b.0);
    let shared = of_phones.filter(|it| it.len() > NAMES_OF_PHONE_MAX);
    let shared: Vec<u32> = shared.map(|it| it[0].0).collect();
    for phone in families.iter_mut().flat_map(|it| &mut it.phones) {
        if shared.binary_search(phone).is_ok() {
            *phone = 0;
        }
    }
}

/// The members of each key that more than one has.
fn several(sorted: &[Keyed]) -> impl Iterator<Item = &[Keyed]> {
    sorted.chunk_by(|a, b| a.0 == b.0).filter(|it| it.len() > 1)
}

/// Reads the members of one sheet. Every stored text is read once.
fn read(
    sheet: u32,
    roster: &Roster,
    today: Date,
    names: &mut Dictionary,
    phones: &mut Dictionary,
    into: &mut Vec<Family>,
) {
    if MEMBERS.iter().all(|it| !roster.has(it.id_number)) {
        return;
    }
    let own = numbers(roster, Column::IdNumber, today);
    let read = MEMBERS.each_ref().map(|member| {
        let name = |text: &str| {
            let key = strict_key(text);
            let is_name = !key.is_empty() && !is_placeholder(text);
            is_name.then(|| names.number(&key).ok())?.map(|it| it + 1)
        };
        let phone = |text: &str| {
            let is_phone = matches!(read_phone(text), Phone::Mobile | Phone::Landline);
            let number = is_phone.then(|| phones.number(&tidy_code(text)).ok())?;
            number.map(|it| it + 1)
        };
        (
            numbers(roster, member.id_number, today),
            texts(roster, member.name, name),
            texts(roster, member.phone, phone),
        )
    });
    // Pupils whose numbers stand in other rows are told as a range; which rows are one pupil is not known.
    let shifts = roster.shifts();
    let is_shifted = |row: u32| {
        let mut moved = shifts.iter().filter(|it| it.moves_numbers());
        moved.any(|it| (it.first..=it.last).contains(&row))
    };
    for row in (0..roster.sheet.row_count()).filter(|row| !is_shifted(*row)) {
        let pupil = own.at(roster, row);
        let number = |of: usize| Some(read[of].0.at(roster, row)).filter(|&it| it != pupil);
        let mut numbers = [0, 1].map(|of| number(of).unwrap_or(0));
        // One number twice in a row is that row's own matter.
        if numbers[0] == numbers[1] {
            numbers[1] = 0;
        }
        if numbers == [0, 0] {
            continue;
        }
        into.push(Family {
            sheet,
            row,
            numbers,
            names: [0, 1].map(|of| read[of].1.at(roster, row)),
            phones: [0, 1].map(|of| read[of].2.at(roster, row)),
        });
    }
}

/// What the stored texts of a column mean; nothing where the column is absent.
struct Read<T> {
    index: Option<usize>,
    values: Vec<T>,
}

impl<T: Copy + Default> Read<T> {
    fn at(&self, roster: &Roster, row: u32) -> T {
        self.index.map_or(T::default(), |index| {
            self.values[roster.value(index, row).0 as usize]
        })
    }
}

/// Resident numbers that are right by themselves, without their check digit. Those that lost their end are
/// nobody's.
fn numbers(roster: &Roster, column: Column, today: Date) -> Read<u64> {
    let index = roster.index_of(column);
    let is_damaged = LazyCell::new(|| CutNumbers::of(roster, column).is_some());
    let pack = |it: &IdNumber| {
        let id = it
            .resident()
            .filter(|id: &ResidentId| id.is_valid_by_itself(today) && !id.looks_made_up());
        let id = id.filter(|it| !(it.text().ends_with("000") && *is_damaged));
        id.and_then(|it| it.text().get(..17)?.parse().ok())
            .unwrap_or(0)
    };
    let values = index.map_or(Vec::new(), |it| roster.ids(it).iter().map(pack).collect());
    Read { index, values }
}

fn texts(
    roster: &Roster,
    column: Column,
    mut number: impl FnMut(&str) -> Option<u32>,
) -> Read<u32> {
    let index = roster.index_of(column);
    let values = index.map_or(Vec::new(), |it| {
        let cells = &roster.sheet.columns[it].cells;
        let texts = cells.values().map(|value| cells.text(value));
        texts.map(|text| number(text).unwrap_or(0)).collect()
    });
    Read { index, values }
}
