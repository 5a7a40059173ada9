//! Rows that the look for duplicates has brought together.
//!
//! What rows of one pupil have in common is told by the rules of duplicates and by nobody else.

use roster_model::Case;

use crate::Run;

/// The rows of groups.
pub(crate) struct Grouped {
    /// Sheet and row, sorted, each with its group.
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
