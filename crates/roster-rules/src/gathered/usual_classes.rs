//! Which name and which code of a class usually go together: the pairs of the rows, and of each name or code the pair
//! that most rows have.

use std::collections::BTreeMap;

use roster_model::Column;

use crate::Roster;
use crate::gathered::classes::{Labels, SchoolsOf, filled};
use crate::gathered::grades::Grades;

/// School, grade, name and code of a class.
pub(super) type Pair = (u32, u32, u32, u32);

/// At least this many times the rows of another grade are the class that a few are of.
const MANY: usize = 3;

/// What tells school, grade, name and code of each row.
pub(super) struct PairsOf {
    schools: SchoolsOf,
    grades: Grades,
    names: Labels,
    codes: Labels,
}

impl PairsOf {
    pub(super) fn of(roster: &Roster) -> Self {
        let labels = |column| Labels::of(roster, column, filled);
        PairsOf {
            schools: SchoolsOf::of(roster),
            grades: Grades::of(roster),
            names: labels(Column::ClassName),
            codes: labels(Column::ClassCode),
        }
    }

    pub(super) fn at(&self, roster: &Roster, row: u32) -> Option<Pair> {
        let (name, code) = (self.names.at(roster, row), self.codes.at(roster, row));
        let grade = self.grades.at(roster, row);
        let is_told = grade != 0 && name != 0 && code != 0;
        is_told.then(|| (self.schools.at(roster, row), grade, name, code))
    }

    /// Name and code in the grade where most rows have them, if those are many times so many.
    pub(super) fn in_another_grade(
        &self,
        pairs: &BTreeMap<Pair, Vec<u32>>,
        pair: Pair,
        count: usize,
    ) -> Option<Pair> {
        let mut best = (count * MANY - 1, None);
        // There are no more grades than this; other texts are told as such.
        for grade in (1..=self.grades.count().min(30)).filter(|it| *it != pair.1) {
            let other = (pair.0, grade, pair.2, pair.3);
            let rows = pairs.get(&other).map_or(0, Vec::len);
            if rows > best.0 {
                best = (rows, Some(other));
            }
        }
        best.1
    }
}

/// The pair that most rows of a name or a code have.
pub(super) struct Usual {
    pub(super) pair: Pair,
    pub(super) rows: usize,
    /// All rows of the name or the code.
    pub(super) all: usize,
}

/// For each name, or each code, the pair that most rows have; of equally frequent ones the first.
pub(super) fn usual(
    pairs: &BTreeMap<Pair, Vec<u32>>,
    key: fn(&Pair) -> (u32, u32, u32),
) -> BTreeMap<(u32, u32, u32), Usual> {
    let mut usual: BTreeMap<(u32, u32, u32), Usual> = BTreeMap::new();
    for (pair, rows) in pairs {
        let best = usual.entry(key(pair)).or_insert(Usual {
            pair: *pair,
            rows: 0,
            all: 0,
        });
        best.all += rows.len();
        if best.rows < rows.len() {
            (best.pair, best.rows) = (*pair, rows.len());
        }
    }
    usual
}
