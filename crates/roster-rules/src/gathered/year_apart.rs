//! Lists of which all pupils in common are one grade higher in one than in the other: last year's roster was given as
//! one to report.

use roster_model::{Case, Column, Group};
use roster_standard::Listed;

use crate::duplicates::is_archived;
use crate::gathered::school_year::Grade;
use crate::{Row, Run};

/// Fewer pupils in common do not tell.
const FEWEST: usize = 5;
/// Of the rows of one group, at most this many are held against each other.
const ROWS_MAX: usize = 8;

/// Pairs of sheets, sorted, that are a year apart.
pub(crate) fn pairs(run: &Run<'_>) -> Vec<(u32, u32)> {
    let mut shared: Vec<((u32, u32), i32)> = Vec::new();
    for group in run.groups {
        // One pupil in each; what a file is that is only compared with is known.
        let has_archived = group.members.iter().any(|it| is_archived(run, it));
        if has_archived || !matches!(group.case, Case::A | Case::G | Case::I) {
            continue;
        }
        let members = &group.members[..group.members.len().min(ROWS_MAX)];
        for (at, a) in members.iter().enumerate() {
            for b in members[at + 1..].iter().filter(|it| it.sheet != a.sheet) {
                let years = [a, b].map(|it| year(run, it.sheet, it.row));
                let apart = match years {
                    [Some(one), Some(other)] => other - one,
                    _ => 0,
                };
                shared.push(((a.sheet, b.sheet), apart));
            }
        }
    }
    roster_order::sort(&mut shared);
    let of_sheets = shared.chunk_by(|a, b| a.0 == b.0);
    let are_apart = |it: &&[((u32, u32), i32)]| {
        let (first, last) = (it[0].1, it[it.len() - 1].1);
        it.len() >= FEWEST && first == last && first.abs() == 1
    };
    of_sheets.filter(are_apart).map(|it| it[0].0).collect()
}

/// Whether the rows of a group are of sheets that are a year apart.
pub(crate) fn is_between(pairs: &[(u32, u32)], group: &Group) -> bool {
    let mut sheets = group.members.iter().map(|it| it.sheet);
    let first = sheets.next().unwrap_or(0);
    let other = sheets.find(|it| *it != first);
    other.is_some_and(|it| pairs.binary_search(&(first, it)).is_ok())
}

/// The year of a pupil, from the first of primary school on.
fn year(run: &Run<'_>, sheet: u32, row: u32) -> Option<i32> {
    let roster = &run.rosters[sheet as usize];
    let said = match roster.text(Column::Grade, row).trim() {
        "" => Column::Grade.info().table?.find(&roster.sheet.named.grade),
        _ => Row::unasked(roster, row).grade_listed(),
    };
    let (Listed::Label(it) | Listed::Code(it) | Listed::Alias(it)) = said else {
        return None;
    };
    let grade = Grade::of(it)?;
    Some(grade.school.years_before() + grade.year)
}
