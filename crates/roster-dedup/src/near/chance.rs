//! How likely two rows are one pupil before they are compared: the more rows there are to meet, the less.
//!
//! A pair of one school is one of the pairs of that school: rows of other schools, or of an archive, hide nothing of
//! what a school sees of itself. But schools together have many pairs that meet by chance, so that this counts in full
//! only where more than name and birth date speaks for a pair, and not at all where something speaks against it.

use roster_model::{Schools, SheetRole};

use crate::linkage::{Tenths, prior};
use crate::people::People;

/// Expected share of pupils entered twice with a difference, per thousand.
const DUPLICATES_PER_THOUSAND: u64 = 10;
/// Fewer rows than this get the prior of so many: chance is that of the town, not of the class.
const POPULATION_MIN: u64 = 1000;

/// The priors of a pair.
#[derive(Clone, Copy)]
pub(super) struct Prior {
    /// Among all rows.
    pub(super) of_any: Tenths,
    /// Among those of the school, where both are of one.
    pub(super) of_school: Tenths,
}

impl Prior {
    /// What counts of it.
    pub(super) fn with(self, speaks: Option<bool>) -> Tenths {
        match speaks {
            Some(true) => self.of_school,
            Some(false) => self.of_any,
            None => Tenths::midpoint(self.of_school, self.of_any),
        }
    }
}

/// The priors of all pairs of a run.
pub(super) struct Chance<'q, 's> {
    people: &'q People<'s>,
    own: Priors,
    /// Those of pairs with a row of an archive, where there is one.
    archived: Option<Priors>,
}

/// The priors of pairs of some sheets.
struct Priors {
    of_any: Tenths,
    /// Of two rows of one school, by its key; empty where the run tells of one alone.
    of_schools: Vec<(u64, Tenths)>,
}

impl<'q, 's> Chance<'q, 's> {
    pub(super) fn new(people: &'q People<'s>) -> Self {
        let archived = people.has_archive();
        Chance {
            people,
            own: Priors::new(people, |role| role != SheetRole::Archive),
            archived: archived.then(|| Priors::new(people, |_| true)),
        }
    }

    /// The priors of a pair.
    pub(super) fn of(&self, a: u32, b: u32) -> Prior {
        let is_archived = |it| self.people.is_archived(it);
        match &self.archived {
            Some(priors) if is_archived(a) || is_archived(b) => priors.of(self.people, a, b),
            _ => self.own.of(self.people, a, b),
        }
    }

    /// The highest prior of two rows, whatever their schools.
    pub(super) fn of_any(&self) -> Tenths {
        self.own.of_any
    }

    /// The highest prior of two rows of one school.
    pub(super) fn of_one_school(&self) -> Tenths {
        let of_schools = self.own.of_schools.iter().map(|it| it.1);
        of_schools.max().unwrap_or(self.own.of_any)
    }
}

impl Priors {
    fn new(people: &People<'_>, counts: impl Fn(SheetRole) -> bool) -> Self {
        let mut rows: Vec<(u64, u32)> = Vec::new();
        for sheet in (0..people.sheet_count()).map(|it| people.sheet(it)) {
            if !sheet.lists_pupils() || !counts(sheet.role) {
                continue;
            }
            match &sheet.schools {
                Schools::Each(schools) => {
                    let runs = schools.chunk_by(|a, b| a == b);
                    rows.extend(runs.map(|it| (it[0], it.len() as u32)));
                }
                _ => rows.push((sheet.school(0), sheet.row_count())),
            }
        }
        let of = |count: u64| prior(count, POPULATION_MIN, DUPLICATES_PER_THOUSAND);
        let count = |rows: &[(u64, u32)]| rows.iter().map(|it| u64::from(it.1)).sum();
        let of_any = of(count(&rows));
        roster_order::sort_many_pairs(&mut rows);
        let schools = rows.chunk_by(|a, b| a.0 == b.0);
        let mut of_schools: Vec<(u64, Tenths)> = schools
            .map(|of_school| (of_school[0].0, of(count(of_school))))
            .collect();
        if of_schools.len() == 1 {
            of_schools.clear();
        }
        // Rows that do not tell their school may be of any.
        of_schools.retain(|it| it.0 != 0);
        Priors { of_any, of_schools }
    }

    fn of(&self, people: &People<'_>, a: u32, b: u32) -> Prior {
        let of_school = || {
            let school = people.school(a);
            let at = self.of_schools.binary_search_by_key(&school, |it| it.0);
            let at = at.ok().filter(|_| people.school(b) == school)?;
            Some(self.of_schools[at].1)
        };
        let of_school = if self.of_schools.is_empty() {
            None
        } else {
            of_school()
        };
        Prior {
            of_any: self.of_any,
            of_school: of_school.unwrap_or(self.of_any),
        }
    }
}
