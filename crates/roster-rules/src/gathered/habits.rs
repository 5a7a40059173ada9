//! What a sheet does as a whole, where a rule about one pupil has to know it.
//!
//! Worked out once for each sheet, when the first pupil gives reason to ask, and forgotten when a
//! column changes. Nothing here reports.

use std::sync::OnceLock;

use roster_model::{Column, RowSet};
use roster_order::FewMap;
use roster_standard::region;
use roster_values::id_number::{IdNumber, ResidentId};
use roster_values::name::{has_simplified, traditional};

use crate::gathered::birth_months::are_months;
use crate::gathered::classes::Classes;
use crate::gathered::document::odd_documents;
use crate::gathered::odd_classes::OddClasses;
use crate::gathered::owners::{Owners, exchanged};
use crate::shifted;
use crate::shifted::shift::Shift;
use crate::shifted::sideways::{self, Sideways};
use crate::{CellFindings, Roster};

/// The answers so far.
#[derive(Default)]
pub(crate) struct Habits {
    names_are_simplified: OnceLock<bool>,
    late_regions: OnceLock<Vec<u32>>,
    odd_documents: OnceLock<RowSet>,
    shifts: OnceLock<Vec<Shift>>,
    sideways: OnceLock<Sideways>,
    classes: OnceLock<Option<Classes>>,
    odd_classes: OnceLock<OddClasses>,
    of_small_children: OnceLock<bool>,
    births_are_months: OnceLock<bool>,
    owners: OnceLock<Owners>,
    exchanged: OnceLock<Vec<(u32, u32)>>,
}

impl Roster {
    /// Whether the names are in the simplified script.
    pub(crate) fn names_are_simplified(&self) -> bool {
        let habit = &self.habits.names_are_simplified;
        *habit.get_or_init(|| names_are_simplified(self))
    }

    /// Whether most are too young for primary school, as in the lists of a kindergarten.
    pub(crate) fn is_of_small_children(&self) -> bool {
        let habit = &self.habits.of_small_children;
        *habit.get_or_init(|| is_of_small_children(self))
    }

    /// Whether six digits among the birth dates are a year and a month.
    pub(crate) fn births_are_months(&self) -> bool {
        let habit = &self.habits.births_are_months;
        *habit.get_or_init(|| are_months(self))
    }

    /// Regions, sorted, that pupils of this sheet have though they were abolished before the birth.
    pub(crate) fn late_regions(&self) -> &[u32] {
        self.habits.late_regions.get_or_init(|| late_regions(self))
    }

    /// The pupils whose document is not plainly right.
    pub(crate) fn odd_documents(&self) -> &RowSet {
        self.habits
            .odd_documents
            .get_or_init(|| odd_documents(self))
    }

    /// The classes of a sheet of pupils; nothing where it tells none.
    pub(crate) fn classes(&self) -> Option<&Classes> {
        let classes = self.habits.classes.get_or_init(|| Classes::of(self));
        classes.as_ref()
    }

    /// What its classes have against each other.
    pub(crate) fn odd_classes(&self) -> &OddClasses {
        let odd = &self.habits.odd_classes;
        odd.get_or_init(|| OddClasses::of(self))
    }

    /// Whose row a number is.
    pub(crate) fn owners(&self) -> &Owners {
        self.habits.owners.get_or_init(|| Owners::of(self))
    }

    /// Pairs of rows that fit each other's birth dates.
    pub(crate) fn exchanged(&self) -> &[(u32, u32)] {
        self.habits.exchanged.get_or_init(|| exchanged(self))
    }

    /// Ranges of pupils whose numbers belong to other rows. The check (`walk`) finds them; none before it.
    pub(crate) fn shifts(&self) -> &[Shift] {
        self.habits.shifts.get().map_or(&[], Vec::as_slice)
    }

    /// Looks for ranges of pupils whose numbers belong to other rows, if there is reason to.
    pub(crate) fn find_shifts(&self, is_likely: bool) -> &[Shift] {
        let find = || {
            if is_likely {
                shifted::find(self)
            } else {
                Vec::new()
            }
        };
        self.habits.shifts.get_or_init(find)
    }

    /// Rows and columns whose cells stand beside their own. The check (`walk`) finds them; nothing before it.
    pub(crate) fn sideways(&self) -> Option<&Sideways> {
        self.habits.sideways.get()
    }

    /// Looks for rows and columns whose cells stand beside their own, where what is said of them tells so.
    pub(crate) fn find_sideways(&self, counted: &[CellFindings]) -> &Sideways {
        let find = || sideways::find(self, counted);
        self.habits.sideways.get_or_init(find)
    }
}

/// Years that a code may be in use after it is gone, since registers follow slowly.
const YEARS_OF_GRACE: u16 = 2;
/// The years where a whole prefecture got new codes.
const YEARS_OF_GRACE_RENUMBERED: u16 = 15;
/// An abolished code is local practice if at least this many pupils have it, and one in this many.
const LATE_PUPILS_MIN: u64 = 5;
const LATE_ONE_IN: u64 = 10;

/// The year in which the region of a number was abolished, if that was well before the birth.
///
/// Where a whole prefecture got new codes, the registers of the place may go on with the old ones for
/// years. Nothing is said of a county that belonged to no prefecture and was put under one, nor of
/// the first code of a prefecture, which stands for all its districts together.
pub(crate) fn abolished_before_birth(id: &ResidentId) -> Option<u16> {
    let region = id.region();
    let year = region::abolished_in(region)?;
    let birth = id.birth()?.year();
    let prefecture = region - region % 100;
    if matches!(prefecture % 10_000, 0 | 9_000) || region % 100 == 1 {
        return None;
    }
    let grace = if region::abolished_in(prefecture).is_some() {
        YEARS_OF_GRACE_RENUMBERED
    } else {
        YEARS_OF_GRACE
    };
    (birth > year + grace).then_some(year)
}

/// The regions, sorted, that were abolished well before the birth of pupils and that are local practice
/// all the same.
fn late_regions(roster: &Roster) -> Vec<u32> {
    let Some(index) = roster.index_of(Column::IdNumber) else {
        return Vec::new();
    };
    let (ids, cells) = (roster.ids(index), &roster.sheet.columns[index].cells);
    let mut late: FewMap<u32, u64> = FewMap::default();
    let mut filled = 0;
    for row in 0..roster.sheet.row_count() {
        let IdNumber::Resident(id) = &ids[cells.value(row).0 as usize] else {
            continue;
        };
        filled += 1;
        if id.check_digit_is_right() && abolished_before_birth(id).is_some() {
            *late.get_or_insert_with(id.region(), || 0) += 1;
        }
    }
    let is_usual = |count: u64| count >= LATE_PUPILS_MIN && count * LATE_ONE_IN >= filled;
    let usual = late.into_iter().filter(|it| is_usual(it.1));
    usual.map(|it| it.0).collect()
}

/// Years at which nobody is in primary school yet.
const SMALL_CHILD_MAX: u16 = 5;

/// Whether more than half of the different birth dates are of children too young for primary school.
fn is_of_small_children(roster: &Roster) -> bool {
    let Some(index) = roster.index_of(Column::BirthDate) else {
        return false;
    };
    let dates = roster.dates(index).iter().filter_map(|it| it.date());
    let ages = dates.filter_map(|it| it.age_on(roster.settings.today));
    let (mut small, mut all) = (0, 0);
    for age in ages {
        all += 1;
        small += u64::from(age <= SMALL_CHILD_MAX);
    }
    small * 2 > all
}

/// Whether the names of a sheet are in the simplified script: more of them have a character that
/// only this script has than one that only the traditional has.
fn names_are_simplified(roster: &Roster) -> bool {
    let Some(index) = roster.index_of(Column::Name) else {
        return false;
    };
    let cells = &roster.sheet.columns[index].cells;
    let (mut simplified, mut old) = (0_u64, 0);
    for value in cells.values() {
        let text = cells.text(value);
        simplified += u64::from(has_simplified(text));
        old += u64::from(traditional(text).is_some());
    }
    old < simplified
}
