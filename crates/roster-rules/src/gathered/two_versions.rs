//! Lists that are one roster of two times, both given as ones to report: nearly all pupils are in both, or all pupils of
//! both are one grade higher in one than in the other.

use std::collections::BTreeMap;

use roster_model::{Case, Column, Group};
use roster_standard::Listed;

use crate::duplicates::is_archived;
use crate::gathered::school_year::Grade;
use crate::{Row, Run};

/// Fewer pupils in common do not tell.
const FEWEST: usize = 5;
/// Of the rows of one group, at most this many are held against each other.
const ROWS_MAX: usize = 8;

/// Two sheets that are one roster of two times.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TwoVersions {
    /// Their positions, ascending.
    pub(crate) sheets: (u32, u32),
    /// How many pupils are in both.
    pub(crate) pupils: usize,
    /// All of these are one grade apart.
    pub(crate) are_a_year_apart: bool,
    /// The system flags some of them.
    pub(crate) are_certain: bool,
}

/// What a group says of two sheets it has rows of.
#[derive(Clone, Copy)]
struct Shared {
    sheets: (u32, u32),
    /// By how many grades the second is higher; none where that is not told.
    apart: i32,
    case: Case,
}

/// Pairs of sheets that are one roster of two times, sorted.
pub(super) fn pairs(run: &Run<'_>) -> Vec<TwoVersions> {
    let mut shared: Vec<Shared> = Vec::new();
    for group in run.groups {
        // One pupil in each; what a file is that is only compared with is known.
        let has_archived = group.members.iter().any(|it| is_archived(run, it));
        if !has_archived && matches!(group.case, Case::A | Case::G | Case::I) {
            shared.extend(of_group(run, group).into_values());
        }
    }
    roster_order::sort_by_key(&mut shared, |it| (it.sheets, it.apart));
    let of_sheets = shared.chunk_by(|a, b| a.sheets == b.sheets);
    of_sheets.filter_map(|it| two_versions(run, it)).collect()
}

/// The pair that a group has rows of, where it is one of these.
pub(crate) fn of_pair<'p>(pairs: &'p [TwoVersions], group: &Group) -> Option<&'p TwoVersions> {
    let mut sheets = group.members.iter().map(|it| it.sheet);
    let first = sheets.next()?;
    let other = sheets.find(|it| *it != first)?;
    let found = pairs.binary_search_by_key(&(first, other), |it| it.sheets);
    found.ok().map(|it| &pairs[it])
}

/// The pairs of sheets that a group has rows of, each once.
fn of_group(run: &Run<'_>, group: &Group) -> BTreeMap<(u32, u32), Shared> {
    let mut found = BTreeMap::new();
    let members = &group.members[..group.members.len().min(ROWS_MAX)];
    for (at, a) in members.iter().enumerate() {
        for b in members[at + 1..].iter().filter(|it| it.sheet != a.sheet) {
            let years = [a, b].map(|it| year(run, it.sheet, it.row));
            let apart = match years {
                [Some(one), Some(other)] => other - one,
                _ => 0,
            };
            let sheets = (a.sheet, b.sheet);
            let case = group.case;
            let shared = Shared {
                sheets,
                apart,
                case,
            };
            found.entry(sheets).or_insert(shared);
        }
    }
    found
}

/// What pupils in both tell of two sheets, by how much their grades are apart.
fn two_versions(run: &Run<'_>, shared: &[Shared]) -> Option<TwoVersions> {
    let (first, last) = (shared[0].apart, shared[shared.len() - 1].apart);
    let are_a_year_apart = first == last && first.abs() == 1;
    let sheets = shared[0].sheets;
    let rows = |sheet: u32| run.rosters[sheet as usize].sheet.row_count() as usize;
    let longer = rows(sheets.0).max(rows(sheets.1));
    // Pupils in two schools are no two versions of a list, nor is a class of a school's.
    let of_one_school = shared.iter().filter(|it| it.case != Case::I).count();
    let are_nearly_all = of_one_school * 5 >= longer * 4;
    let is_told = shared.len() >= FEWEST && (are_a_year_apart || are_nearly_all);
    is_told.then(|| TwoVersions {
        sheets,
        pupils: shared.len(),
        are_a_year_apart,
        are_certain: shared.iter().any(|it| it.case == Case::A),
    })
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
