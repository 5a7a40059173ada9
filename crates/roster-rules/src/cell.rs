//! What a value rule sees: one cell by itself.

use roster_model::{CellKind, CellPlace, Column, Finding, Level, Place, ValueId};
use roster_values::date::DateText;
use roster_values::id_number::IdNumber;
use roster_values::student_number::StudentNumber;
use roster_values::text::Traits;

use crate::{Roster, Row, Settings};

/// One stored text of a column, and the way to report it.
///
/// While findings are only counted, what a report would say is not put together: the closures
/// given to `report` run when somebody asks for that finding.
pub struct Cell<'a> {
    pub(crate) roster: &'a Roster,
    pub(crate) index: usize,
    pub(crate) column: Column,
    pub(crate) value: ValueId,
    pub(crate) level: Level,
    pub(crate) outcome: Outcome,
}

/// What became of one check: counted, or put together for one place.
pub(crate) enum Outcome {
    /// Count only; the level when it was reported.
    Count(Option<Level>),
    /// Put together for this place.
    Tell {
        rule: &'static str,
        place: CellPlace,
        finding: Option<Finding>,
    },
}

impl<'a> Cell<'a> {
    /// The text, exactly as the file has it.
    #[inline]
    pub fn text(&self) -> &'a str {
        self.roster.sheet.columns[self.index].cells.text(self.value)
    }

    /// How the file stored it.
    pub fn kind(&self) -> CellKind {
        self.roster.sheet.columns[self.index].cells.kind(self.value)
    }

    /// The column.
    pub fn column(&self) -> Column {
        self.column
    }

    /// Whether the profile demands a value in this column.
    pub fn is_required(&self) -> bool {
        self.roster.is_required(self.column)
    }

    /// The settings of the run.
    pub fn settings(&self) -> &'a Settings {
        &self.roster.settings
    }

    /// The text of a parameter of the profile.
    pub fn parameter(&self, name: &str) -> &'a str {
        self.roster.parameter(name)
    }

    /// What can be seen of the text at a glance.
    #[inline]
    pub fn traits(&self) -> Traits {
        self.roster.traits(self.index)[self.value.0 as usize]
    }

    /// The text read as an identity number.
    #[inline]
    pub fn id(&self) -> &'a IdNumber {
        &self.roster.ids(self.index)[self.value.0 as usize]
    }

    /// The text read as a date.
    #[inline]
    pub fn date(&self) -> DateText {
        self.roster.dates(self.index)[self.value.0 as usize]
    }

    /// The text read as a 学籍号.
    #[inline]
    pub fn student_number(&self) -> &'a StudentNumber {
        &self.roster.student_numbers(self.index)[self.value.0 as usize]
    }

    /// The row that the finding is put together for; none while findings are only counted.
    pub(crate) fn row_told(&self) -> Option<Row<'a>> {
        match &self.outcome {
            Outcome::Count(_) => None,
            Outcome::Tell { place, .. } => Some(Row::unasked(self.roster, place.row)),
        }
    }

    /// Reports the cell at the rule's own level.
    pub fn report(&mut self, tell: impl FnOnce(&mut Finding)) {
        self.report_at(self.level, tell);
    }

    /// Reports the cell at a less serious level. A rule reports a cell at most once.
    pub fn report_at(&mut self, level: Level, tell: impl FnOnce(&mut Finding)) {
        debug_assert!(
            level >= self.level,
            "a finding is never more serious than its rule"
        );
        match &mut self.outcome {
            Outcome::Count(seen) => {
                debug_assert!(seen.is_none(), "a rule reports a cell at most once");
                *seen = Some(level);
            }
            Outcome::Tell {
                rule,
                place,
                finding,
            } => {
                let mut told = Finding::new(rule, level, Place::Cell(*place));
                tell(&mut told);
                *finding = Some(told);
            }
        }
    }
}
