//! What a sheet does as a whole, where a rule about one pupil has to know it.
//!
//! Worked out once for each sheet, when the first pupil gives reason to ask, and forgotten when a
//! column changes. Nothing here reports.

use std::sync::OnceLock;

use roster_model::{Column, RowSet};
use roster_order::FewMap;
use roster_standard::region;
use roster_values::date::{Date, Month};
use roster_values::id_number::{IdNumber, ResidentId};
use roster_values::name::{has_simplified, traditional};

use crate::gathered::birth_months::are_months;
use crate::gathered::classes::Classes;
use crate::gathered::document::odd_documents;
use crate::gathered::enrolled::Enrolled;
use crate::gathered::odd_classes::OddClasses;
use crate::gathered::owners::{Owners, exchanged};
use crate::gathered::stage::{Stages, is_of_special_school};
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
    has_special_classes: OnceLock<bool>,
    owners: OnceLock<Owners>,
    stages: OnceLock<Stages>,
    enrolled: OnceLock<Enrolled>,
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

    /// Whether most grades or classes are those of a special school.
    pub(crate) fn has_special_classes(&self) -> bool {
        let has = || {
            [Column::Grade, Column::ClassName]
                .iter()
                .any(|it| has_special(self, *it))
        };
        *self.habits.has_special_classes.get_or_init(has)
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

    /// What says of which stage the rows are.
    pub(crate) fn stages(&self) -> &Stages {
        self.habits.stages.get_or_init(|| Stages::of(self))
    }

    /// When the pupils of each grade enrolled.
    pub(crate) fn enrolled(&self) -> &Enrolled {
        self.habits.enrolled.get_or_init(|| Enrolled::of(self))
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

/// Whether more than half of the different birth dates, or of those in the numbers where there are none, are of
/// children too young for primary school; or the classes are those of a kindergarten.
fn is_of_small_children(roster: &Roster) -> bool {
    let today = roster.settings.today;
    let (mut small, mut all) = (0, 0);
    let mut count = |birth: Option<Date>| {
        if let Some(age) = birth.and_then(|it| it.age_on(today)) {
            all += 1;
            small += u64::from(age <= SMALL_CHILD_MAX);
        }
    };
    if let Some(index) = roster.index_of(Column::BirthDate) {
        let months = roster.births_are_months().then(|| roster.months(index));
        for (value, date) in roster.dates(index).iter().enumerate() {
            let month = months.and_then(|it| it[value].month());
            count(date.date().or(month.map(Month::first_day)));
        }
    } else if let Some(index) = roster.index_of(Column::IdNumber) {
        let numbers = roster.ids(index).iter().filter_map(|it| it.resident());
        numbers.for_each(|it| count(it.birth()));
    }
    small * 2 > all || has_classes_of_kindergarten(roster)
}

/// Whether more than half of the rows of a column say a grade or class of a special school.
fn has_special(roster: &Roster, column: Column) -> bool {
    let Some(index) = roster.index_of(column) else {
        return false;
    };
    let cells = &roster.sheet.columns[index].cells;
    let special: Vec<bool> = cells
        .values()
        .map(|it| is_of_special_school(cells.text(it)))
        .collect();
    cells.rows_with(&special).len() * 2 > u64::from(roster.sheet.row_count())
}

/// Whether most classes are called 小一班, 中2班, 大班 or 托班, and not all of them 小: that may be primary school.
fn has_classes_of_kindergarten(roster: &Roster) -> bool {
    let Some(index) = roster.index_of(Column::ClassName) else {
        return false;
    };
    let cells = &roster.sheet.columns[index].cells;
    let (mut ours, mut all, mut plain) = (0, 0, false);
    for value in cells.values() {
        let name = cells.text(value).trim();
        let stem = name.strip_suffix('班').unwrap_or(name);
        let number = stem.trim_start_matches(['托', '小', '中', '大']);
        let is_number = |it: char| it.is_ascii_digit() || "一二三四五六七八九十()（）".contains(it);
        let is_ours = stem.len() < name.len()
            && stem.len() - number.len() == 3
            && number.chars().all(is_number);
        all += u32::from(!name.is_empty());
        ours += u32::from(is_ours);
        plain |= is_ours && !stem.starts_with('小');
    }
    plain && ours * 2 > all
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
