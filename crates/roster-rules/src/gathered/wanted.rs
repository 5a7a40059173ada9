//! Pupils who are looked for in other sheets of the run: by 学籍号, else by identity number, else by
//! name and birth date where no number speaks against it.
//!
//! The pupils looked for are sorted; the sheets are gone through once.

use roster_model::Column;
use roster_values::date::Date;
use roster_values::id_number::{IdNumber, ResidentId};
use roster_values::name::strict_key;
use roster_values::student_number::StudentNumber;

use crate::Roster;

/// What tells one row from others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Identity {
    pub(crate) number: Option<(char, ResidentId)>,
    pub(crate) id: Option<ResidentId>,
    pub(crate) name: String,
    pub(crate) birth: Option<Date>,
}

impl Identity {
    /// What a row says of itself.
    pub(crate) fn of(roster: &Roster, row: u32) -> Self {
        let (number, id) = numbers(roster, row);
        let birth = roster
            .index_of(Column::BirthDate)
            .and_then(|index| roster.dates(index)[roster.value(index, row).0 as usize].date());
        Identity {
            number,
            id,
            name: strict_key(roster.text(Column::Name, row)),
            birth: birth.or_else(|| id.and_then(|it| it.birth())),
        }
    }

    /// Whether there is enough to find the pupil by.
    pub(crate) fn is_known(&self) -> bool {
        self.number.is_some() || self.id.is_some() || self.birth.is_some() && !self.name.is_empty()
    }

    /// Whether two rows are of one pupil.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        let same = |a: Option<(char, ResidentId)>, b| a.is_some() && a == b;
        let differ =
            |a: Option<ResidentId>, b: Option<ResidentId>| a.is_some() && b.is_some() && a != b;
        same(self.number, other.number)
            || self.id.is_some() && self.id == other.id
            || !self.name.is_empty()
                && self.name == other.name
                && self.birth.is_some()
                && self.birth == other.birth
                && !differ(self.id, other.id)
    }
}

/// Pupils who are looked for.
pub(crate) struct Wanted {
    all: Vec<Identity>,
    by_number: Vec<((char, ResidentId), usize)>,
    by_id: Vec<(ResidentId, usize)>,
    by_name: Vec<(String, usize)>,
    /// Sheet and row of each that was found.
    found: Vec<Option<(u32, u32)>>,
}

impl Wanted {
    pub(crate) fn new(all: Vec<Identity>) -> Self {
        let known = all.iter().enumerate();
        let mut by_number: Vec<_> = known
            .clone()
            .filter_map(|(at, it)| Some((it.number?, at)))
            .collect();
        let mut by_id: Vec<_> = known
            .clone()
            .filter_map(|(at, it)| Some((it.id?, at)))
            .collect();
        let with_birth = known.filter(|(_, it)| it.birth.is_some() && !it.name.is_empty());
        let mut by_name: Vec<_> = with_birth.map(|(at, it)| (it.name.clone(), at)).collect();
        roster_order::sort(&mut by_number);
        roster_order::sort(&mut by_id);
        roster_order::sort(&mut by_name);
        let found = vec![None; all.len()];
        Wanted {
            all,
            by_number,
            by_id,
            by_name,
            found,
        }
    }

    /// Looks through the rows of a sheet that `counts` admits.
    pub(crate) fn look_through(
        &mut self,
        sheet: u32,
        roster: &Roster,
        counts: impl Fn(u32) -> bool,
    ) {
        for row in 0..roster.sheet.row_count() {
            if !counts(row) {
                continue;
            }
            let (number, id) = numbers(roster, row);
            let mut same: Vec<usize> = Vec::new();
            if let Some(number) = number {
                same.extend(having(&self.by_number, &number));
            }
            if let Some(id) = id {
                same.extend(having(&self.by_id, &id));
            }
            if same.is_empty() && !self.by_name.is_empty() {
                let here = Identity::of(roster, row);
                let namesakes = having(&self.by_name, &here.name);
                same.extend(namesakes.filter(|&it| self.all[it].is_same(&here)));
            }
            for at in same {
                self.found[at].get_or_insert((sheet, row));
            }
        }
    }

    /// Sheet and row of the first that is the pupil.
    pub(crate) fn found(&self, at: usize) -> Option<(u32, u32)> {
        self.found[at]
    }

    /// Whether there is enough to find the pupil by.
    pub(crate) fn is_known(&self, at: usize) -> bool {
        self.all[at].is_known()
    }
}

/// The places of a key among sorted pairs.
fn having<'k, K: Ord>(
    sorted: &'k [(K, usize)],
    key: &K,
) -> impl Iterator<Item = usize> + use<'k, K> {
    let start = sorted.partition_point(|it| it.0 < *key);
    let end = sorted.partition_point(|it| it.0 <= *key);
    sorted[start..end].iter().map(|it| it.1)
}

/// The 学籍号 and the identity number of a row, where their shapes are right.
fn numbers(roster: &Roster, row: u32) -> (Option<(char, ResidentId)>, Option<ResidentId>) {
    let number = roster.index_of(Column::StudentNumber).and_then(|index| {
        let number: StudentNumber =
            roster.student_numbers(index)[roster.value(index, row).0 as usize];
        Some((number.letter()?, number.tail()?))
    });
    let id = roster.index_of(Column::IdNumber).and_then(|index| {
        let id: IdNumber = roster.ids(index)[roster.value(index, row).0 as usize];
        id.resident().filter(ResidentId::check_digit_is_right)
    });
    (number, id)
}
