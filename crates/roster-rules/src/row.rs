//! What a row rule sees: the cells of one pupil.

use roster_model::{CellKind, CellPlace, Column, Finding, Level, Place};
use roster_standard::Listed;
use roster_values::date::{Date, DateText, MonthText};
use roster_values::id_number::{IdNumber, Sex};
use roster_values::student_number::StudentNumber;
use roster_values::text::Traits;

use crate::gathered::birth_months::BornIn;
use crate::gathered::school_year::Grade;
use crate::{Document, Roster, Settings};

/// Full years of children in the grades before school.
const AGES_BEFORE_SCHOOL: (u16, u16) = (2, 7);

/// One pupil, and the way to report a cell of the row.
pub struct Row<'a> {
    pub(crate) roster: &'a Roster,
    pub(crate) sheet: u32,
    /// Position among the pupils of the sheet.
    pub(crate) number: u32,
    pub(crate) rule: &'static str,
    pub(crate) level: Level,
    pub(crate) outcome: RowOutcome,
}

/// What became of one check of one row.
pub(crate) enum RowOutcome {
    /// Count only: the index of the column, and the level.
    Count(Vec<(usize, Level)>),
    /// Put everything together.
    Tell(Vec<Finding>),
}

impl<'a> Row<'a> {
    /// A row that is looked at by no rule: nothing is reported of it.
    pub(crate) fn unasked(roster: &'a Roster, number: u32) -> Self {
        Row {
            roster,
            sheet: 0,
            number,
            rule: "",
            level: Level::Info,
            outcome: RowOutcome::Count(Vec::new()),
        }
    }

    /// Whether the sheet has the column.
    #[inline]
    pub fn has(&self, column: Column) -> bool {
        self.roster.has(column)
    }

    /// The cell's text as the file has it; empty when blank or absent.
    #[inline]
    pub fn text(&self, column: Column) -> &'a str {
        self.roster.text(column, self.number)
    }

    /// What kind of cell it is; blank when the column is absent.
    pub(crate) fn kind(&self, column: Column) -> CellKind {
        let Some(index) = self.roster.index_of(column) else {
            return CellKind::Blank;
        };
        let cells = &self.roster.sheet.columns[index].cells;
        cells.kind(self.roster.value(index, self.number))
    }

    /// Whether the cell has nothing, or nothing but white space, or the column is absent.
    #[inline]
    pub fn is_blank(&self, column: Column) -> bool {
        self.traits(column).contains(Traits::BLANK)
    }

    /// What can be seen of a cell at a glance; blank when the column is absent.
    #[inline]
    pub fn traits(&self, column: Column) -> Traits {
        let Some(index) = self.roster.index_of(column) else {
            return Traits::BLANK;
        };
        self.roster.traits(index)[self.roster.value(index, self.number).0 as usize]
    }

    /// A cell read as an identity number; blank when the column is absent.
    #[inline]
    pub fn id(&self, column: Column) -> &'a IdNumber {
        let Some(index) = self.roster.index_of(column) else {
            return &IdNumber::Blank;
        };
        &self.roster.ids(index)[self.roster.value(index, self.number).0 as usize]
    }

    /// A cell read as a date; blank when the column is absent.
    #[inline]
    pub fn date(&self, column: Column) -> DateText {
        let Some(index) = self.roster.index_of(column) else {
            return DateText::Blank;
        };
        self.roster.dates(index)[self.roster.value(index, self.number).0 as usize]
    }

    /// A cell read as a month; blank when the column is absent.
    #[inline]
    pub fn month(&self, column: Column) -> MonthText {
        let Some(index) = self.roster.index_of(column) else {
            return MonthText::Blank;
        };
        self.roster.months(index)[self.roster.value(index, self.number).0 as usize]
    }

    /// A cell read as a 学籍号; blank when the column is absent.
    #[inline]
    pub fn student_number(&self, column: Column) -> &'a StudentNumber {
        let Some(index) = self.roster.index_of(column) else {
            return &StudentNumber::Blank;
        };
        &self.roster.student_numbers(index)[self.roster.value(index, self.number).0 as usize]
    }

    /// A cell looked up in the code table of its column.
    #[inline]
    pub fn listed(&self, column: Column) -> Listed<'static> {
        let Some(index) = self.roster.index_of(column) else {
            return Listed::Unknown;
        };
        self.roster.listed(index)[self.roster.value(index, self.number).0 as usize]
    }

    /// The label that a cell means beyond doubt, however it is written.
    #[inline]
    pub fn label(&self, column: Column) -> Option<&'static str> {
        match self.listed(column) {
            Listed::Label(it) | Listed::Code(it) | Listed::Alias(it) => Some(it.label),
            Listed::Doubtful(_) | Listed::Unknown => None,
        }
    }

    /// The day the pupil was born: the one in a resident number that passes its check, otherwise the
    /// one the column states.
    pub(crate) fn birth(&self) -> Option<Date> {
        if let Some(id) = self.id(Column::IdNumber).meant()
            && self.document() == Document::Resident
            && id.is_valid_by_itself(self.settings().today)
            && id.is_of_a_province()
        {
            return id.birth();
        }
        self.date(Column::BirthDate).date()
    }

    /// The sex the column states, when it states one.
    pub fn sex(&self) -> Option<Sex> {
        match self.label(Column::Sex)? {
            "男" => Some(Sex::Male),
            "女" => Some(Sex::Female),
            _ => None,
        }
    }

    /// The day the column states, which is nearly always the pupil's; the number's where it states none.
    /// For a first look that finds nothing wrong in most rows: `birth` decides.
    pub(crate) fn stated_birth(&self) -> Option<Date> {
        match self.date(Column::BirthDate).date() {
            Some(stated) => Some(stated),
            None => self.birth(),
        }
    }

    /// The month in which the column says that the pupil was born, where it says no day.
    #[inline]
    pub(crate) fn born_in(&self) -> Option<BornIn> {
        let index = self.roster.index_of(Column::BirthDate)?;
        BornIn::of(self.roster, index, self.roster.value(index, self.number))
    }

    /// Whether somebody born on this day has the age of a pupil. Where not, the date itself is told,
    /// and nothing that follows from it.
    pub(crate) fn is_pupil_birth(&self, birth: Date) -> bool {
        let age = birth.age_on(self.settings().today);
        age.is_some_and(|it| self.ages_passed(it).is_none())
    }

    /// The ages between which a pupil of this row is, where this age is not among them. 0 as the highest
    /// is none.
    pub(crate) fn ages_passed(&self, age: u16) -> Option<(u16, u16)> {
        let (mut least, mut most) = self.roster.terms().ages;
        let grade = self.listed(Column::Grade).entry();
        if grade.is_some_and(|it| Grade::of(it).is_none()) {
            least = least.min(AGES_BEFORE_SCHOOL.0);
            most = most.min(AGES_BEFORE_SCHOOL.1);
        } else if age < least && grade.is_none() && self.is_before_school() {
            least = least.min(AGES_BEFORE_SCHOOL.0);
        }
        (age < least || most > 0 && age > most).then_some((least, most))
    }

    /// The kind of document the pupil is registered with.
    pub fn document(&self) -> Document {
        Document::of(self)
    }

    /// The settings of the run.
    pub fn settings(&self) -> &'a Settings {
        &self.roster.settings
    }

    /// The text of a parameter of the profile.
    pub fn parameter(&self, name: &str) -> &'a str {
        self.roster.parameter(name)
    }

    /// The number of a parameter of the profile.
    pub fn parameter_number(&self, name: &str) -> Option<i64> {
        self.roster.parameter_number(name)
    }

    /// Reports a cell of this row at the rule's own level.
    pub fn report(&mut self, column: Column, tell: impl FnOnce(&mut Finding)) {
        self.report_at(self.level, column, tell);
    }

    /// Reports a cell at a less serious level. A rule reports a cell at most once.
    pub fn report_at(&mut self, level: Level, column: Column, tell: impl FnOnce(&mut Finding)) {
        debug_assert!(
            level >= self.level,
            "a finding is never more serious than its rule"
        );
        let Some(index) = self.roster.index_of(column) else {
            return;
        };
        match &mut self.outcome {
            RowOutcome::Count(seen) => seen.push((index, level)),
            RowOutcome::Tell(findings) => {
                let position = self.roster.sheet.columns[index].position;
                let place = CellPlace {
                    sheet: self.sheet,
                    row: self.number,
                    position,
                };
                let mut finding = Finding::new(self.rule, level, Place::Cell(place));
                tell(&mut finding);
                findings.push(finding);
            }
        }
    }

    /// The place of another cell of this row, for `related`.
    pub fn place(&self, column: Column) -> Option<Place> {
        let index = self.roster.index_of(column)?;
        let position = self.roster.sheet.columns[index].position;
        Some(Place::Cell(CellPlace {
            sheet: self.sheet,
            row: self.number,
            position,
        }))
    }
}
