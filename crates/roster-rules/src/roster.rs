//! A sheet seen through its profile: what the rules of a run look at.

use std::sync::{Arc, OnceLock};

use roster_model::{Column, Sheet, SheetColumn, ValueId};
use roster_standard::{AnyColumn, Listed, Profile};
use roster_values::date::{DateText, MonthText};
use roster_values::id_number::IdNumber;
use roster_values::student_number::StudentNumber;
use roster_values::text::Traits;

use crate::gathered::habits::Habits;
use crate::gathered::lost_zeros::zero_codes;
use crate::gathered::members::{MEMBERS, relation_in_headers};
use crate::gathered::readings::Readings;
use crate::gathered::school_year::Terms;
use crate::gathered::unknown_regions;
use crate::{ActiveProfile, Settings};

/// A sheet, its profile, the settings of the run, and what its texts mean.
pub struct Roster {
    /// The sheet.
    pub sheet: Sheet,
    /// The profile it is checked under.
    pub profile: Arc<ActiveProfile>,
    /// The settings of the run.
    pub settings: Arc<Settings>,
    /// For each standard column, its index among the sheet's columns.
    positions: Vec<Option<usize>>,
    /// For each standard column, whether the profile demands a value.
    required: Vec<bool>,
    /// For each of the profile's own columns, its index among the sheet's columns.
    locals: Vec<Option<usize>>,
    /// What the headers say that each family member is to the pupil: 父亲姓名, 母亲电话.
    pub(crate) headed: [Option<&'static str>; 2],
    readings: Vec<Readings>,
    terms: OnceLock<Terms>,
    shared_regions: OnceLock<Vec<u32>>,
    zero_codes: OnceLock<Vec<(u64, ValueId)>>,
    /// What the sheet does as a whole.
    pub(crate) habits: Habits,
}

/// Where no family member is wanted, what the template asks of one is not; what a profile file asks
/// beside it still is.
fn ask_no_member(profile: &Profile, required: &mut [bool]) {
    let Some(template) = Profile::by_id(profile.extends.as_ref().unwrap_or(&profile.id)) else {
        return;
    };
    for it in template.columns.iter().filter(|it| it.required) {
        required[it.column as usize] &= it.column.member().is_none();
    }
}

/// A list with at least this many columns of the standard is meant for submission, whatever its form.
const SUBMITTED_COLUMNS_MIN: usize = 20;

impl Roster {
    /// The sheet seen through the profile.
    pub fn new(sheet: Sheet, profile: Arc<ActiveProfile>, settings: Arc<Settings>) -> Self {
        let mut positions = vec![None; Column::COUNT];
        let mut required = vec![false; Column::COUNT];
        let mut locals = vec![None; profile.locals.len()];
        for (index, it) in sheet.columns.iter().enumerate() {
            if let Some(column) = it.column {
                positions[column as usize] = Some(index);
            }
            if let Some(place) = it
                .local
                .and_then(|it| locals.get_mut(usize::from(it.index)))
            {
                *place = Some(index);
            }
        }
        for it in profile.columns.iter() {
            required[it.column as usize] = it.required;
        }
        if settings.number(&profile, "members_required") == Some(0) {
            ask_no_member(&profile, &mut required);
        }
        let headed = MEMBERS.each_ref().map(|it| {
            let columns = it.asked().map(|it| positions[it as usize]);
            let headers = columns.into_iter().flatten();
            relation_in_headers(headers.map(|it| &*sheet.columns[it].header))
        });
        let readings = sheet.columns.iter().map(|_| Readings::default()).collect();
        Roster {
            sheet,
            profile,
            settings,
            positions,
            required,
            locals,
            headed,
            readings,
            terms: OnceLock::new(),
            shared_regions: OnceLock::new(),
            zero_codes: OnceLock::new(),
            habits: Habits::default(),
        }
    }

    /// Puts another version of a column in its place, the same column with other texts. Gives the
    /// one that was there.
    pub fn replace_column(&mut self, index: usize, column: SheetColumn) -> SheetColumn {
        debug_assert_eq!(self.sheet.columns[index].position, column.position);
        self.readings[index] = Readings::default();
        self.habits = Habits::default();
        self.shared_regions = OnceLock::new();
        self.zero_codes = OnceLock::new();
        std::mem::replace(&mut self.sheet.columns[index], column)
    }

    /// The index of a column among the sheet's columns.
    #[inline]
    pub fn index_of(&self, column: Column) -> Option<usize> {
        self.positions[column as usize]
    }

    /// The index of a column of the standard or of the profile's own.
    pub fn index_of_any(&self, column: AnyColumn) -> Option<usize> {
        match column {
            AnyColumn::Known(known) => self.index_of(known),
            AnyColumn::Local(local) => self.locals.get(usize::from(local)).copied().flatten(),
        }
    }

    /// Whether a cell has nothing, or nothing but white space.
    pub fn is_blank_at(&self, index: usize, row: u32) -> bool {
        self.traits(index)[self.value(index, row).0 as usize].contains(Traits::BLANK)
    }

    /// Whether the sheet has the column.
    #[inline]
    pub fn has(&self, column: Column) -> bool {
        self.index_of(column).is_some()
    }

    /// Whether the sheet has the column, or says in its headers what would stand there.
    pub(crate) fn has_or_says(&self, column: Column) -> bool {
        let mut members = MEMBERS.iter().zip(self.headed);
        self.has(column) || members.any(|(it, said)| it.relation == column && said.is_some())
    }

    /// Whether the profile demands a value in this column.
    pub fn is_required(&self, column: Column) -> bool {
        self.required[column as usize]
    }

    /// Whether it is a list of the school's own, of which nobody submits anything as it stands: no template
    /// fits it, and it has fewer columns of the standard than a form for submission.
    pub fn is_own_list(&self) -> bool {
        let known = self.positions.iter().flatten().count();
        self.profile.partial && self.profile.extends.is_none() && known < SUBMITTED_COLUMNS_MIN
    }

    /// The text of a parameter of the profile, as set for this run.
    pub fn parameter(&self, name: &str) -> &str {
        self.settings.text(&self.profile, name)
    }

    /// The number of a parameter of the profile, as set for this run.
    pub fn parameter_number(&self, name: &str) -> Option<i64> {
        self.settings.number(&self.profile, name)
    }

    /// The cell's text; empty when the cell is blank or the column absent.
    #[inline]
    pub fn text(&self, column: Column, row: u32) -> &str {
        self.index_of(column)
            .map_or("", |index| self.sheet.text(index, row))
    }

    /// The stored text of a cell.
    #[inline]
    pub fn value(&self, index: usize, row: u32) -> ValueId {
        self.sheet.value(index, row)
    }

    /// What can be seen at a glance, for each stored text of a column.
    #[inline]
    pub fn traits(&self, index: usize) -> &[Traits] {
        self.readings[index].traits(&self.sheet.columns[index])
    }

    /// What can be seen at a glance in any text of a column.
    pub fn traits_seen(&self, index: usize) -> Traits {
        self.readings[index].traits_seen(&self.sheet.columns[index])
    }

    /// Each stored text of a column, read as an identity number.
    #[inline]
    pub fn ids(&self, index: usize) -> &[IdNumber] {
        self.readings[index].ids(&self.sheet.columns[index])
    }

    /// Each stored text of a column, read as a date.
    #[inline]
    pub fn dates(&self, index: usize) -> &[DateText] {
        self.readings[index].dates(&self.sheet.columns[index], self.settings.today)
    }

    /// Each stored text of a column, read as a month.
    #[inline]
    pub fn months(&self, index: usize) -> &[MonthText] {
        self.readings[index].months(&self.sheet.columns[index])
    }

    /// Each stored text of a column, read as a 学籍号.
    #[inline]
    pub fn student_numbers(&self, index: usize) -> &[StudentNumber] {
        self.readings[index].student_numbers(&self.sheet.columns[index])
    }

    /// Each stored text of a column, looked up in the column's table.
    #[inline]
    pub fn listed(&self, index: usize) -> &[Listed<'static>] {
        self.readings[index].listed(&self.sheet.columns[index])
    }

    /// The rows of a column that have something, in the order of their texts without outer space;
    /// of equal ones the first row first.
    pub(crate) fn rows_by_text(&self, index: usize) -> &[u32] {
        self.readings[index].by_text(&self.sheet.columns[index])
    }

    /// Whether several pupils have a number of this region, which is in no list.
    pub(crate) fn has_unknown_region_often(&self, region: u32) -> bool {
        let gather = || unknown_regions::shared(self);
        let shared = self.shared_regions.get_or_init(gather);
        shared.binary_search(&region).is_ok()
    }

    /// The class code that is this number with a zero in front, if any pupil has one.
    pub(crate) fn code_with_zero(&self, number: u64) -> Option<&str> {
        let codes = self.zero_codes.get_or_init(|| zero_codes(self));
        let at = codes.binary_search_by_key(&number, |it| it.0).ok()?;
        let cells = &self.sheet.columns[self.index_of(Column::ClassCode)?].cells;
        Some(cells.text(codes[at].1))
    }

    /// The parameters that rules ask for in every row, read once.
    pub(crate) fn terms(&self) -> &Terms {
        self.terms.get_or_init(|| Terms::of(self))
    }
}
