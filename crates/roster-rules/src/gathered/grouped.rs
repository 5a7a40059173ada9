//! Rows that the look for duplicates has brought together.
//!
//! What rows of one pupil have in common is told by the rules of duplicates and by nobody else.

use roster_model::{Case, Member};

use crate::Run;

/// The rows of groups.
pub(crate) struct Grouped {
    /// Sheet and row, sorted, each with its group, or with the first of those that it joins.
    rows: Vec<((u32, u32), usize)>,
}

impl Grouped {
    /// The rows of all groups.
    pub(crate) fn of(run: &Run<'_>) -> Self {
        Grouped::of_cases(run, |_| true)
    }

    /// The rows of the groups of some cases.
    pub(crate) fn of_cases(run: &Run<'_>, is_meant: impl Fn(Case) -> bool) -> Self {
        let groups = run.groups.iter().enumerate();
        let groups = groups.filter(|(_, it)| is_meant(it.case));
        let mut rows: Vec<_> = groups
            .flat_map(|(at, group)| group.members.iter().map(move |it| ((it.sheet, it.row), at)))
            .collect();
        roster_order::sort(&mut rows);
        join(&mut rows, run.groups.len());
        Grouped { rows }
    }

    /// Whether all the rows are one row, or are in one group.
    pub(crate) fn is_one_pupil(&self, rows: &[(u32, u32)]) -> bool {
        let Some(first) = rows.first() else {
            return true;
        };
        let group = |row: &(u32, u32)| {
            let found = self.rows.binary_search_by_key(row, |it| it.0).ok()?;
            Some(self.rows[found].1)
        };
        rows.iter().all(|it| it == first)
            || group(first).is_some_and(|of| rows.iter().all(|it| group(it) == Some(of)))
    }
}

/// Gives groups that have a row in common one number: a copy may be in one with its original, and a row without a
/// number that is nearly the same in another.
fn join(rows: &mut [((u32, u32), usize)], count: usize) {
    let mut joined: Vec<usize> = (0..count).collect();
    let root = |joined: &[usize], mut it: usize| {
        while joined[it] != it {
            it = joined[it];
        }
        it
    };
    for pair in rows.windows(2).filter(|it| it[0].0 == it[1].0) {
        let (a, b) = (root(&joined, pair[0].1), root(&joined, pair[1].1));
        joined[a.max(b)] = a.min(b);
    }
    for it in rows {
        it.1 = root(&joined, it.1);
    }
}

/// The rows, sorted, of whose pupil an earlier row is in the same class, beyond doubt.
pub(crate) fn copies(run: &Run<'_>) -> Vec<(u32, u32)> {
    let mut found: Vec<(u32, u32)> = Vec::new();
    for group in run.groups.iter().filter(|it| it.case == Case::A) {
        let place = |it: &Member| {
            let classes = run.rosters[it.sheet as usize].classes()?;
            Some((it.pupil, it.sheet, classes.at(it.row)?, it.row))
        };
        let mut rows: Vec<_> = group.members.iter().filter_map(place).collect();
        roster_order::sort(&mut rows);
        let pairs = rows.windows(2);
        let same = pairs.filter(|it| (it[0].0, it[0].1, it[0].2) == (it[1].0, it[1].1, it[1].2));
        found.extend(same.map(|it| (it[1].1, it[1].3)));
    }
    roster_order::sort(&mut found);
    found.dedup();
    found
}
