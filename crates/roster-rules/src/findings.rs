//! The findings of a run, kept per cause.
//!
//! For the narrow widths a cause is a rule, a column and a level, and what is kept is the set of
//! rows. The details of one finding are worked out again when somebody asks for it. So counts are
//! exact, every occurrence can be reached, and a file full of errors costs little more than a
//! clean one.

use roster_model::{Finding, Level, RowSet};

use crate::registrations::Registration;

/// The rows of one sheet in which one rule reports one column at one level.
#[derive(Clone, Debug)]
pub struct CellFindings {
    /// Index into `RULES`.
    pub rule: usize,
    /// Position among the sheets of the run.
    pub sheet: u32,
    /// Index into the columns of the sheet.
    pub index: usize,
    /// The level.
    pub level: Level,
    /// The rows.
    pub rows: RowSet,
    /// Whether they have one cause, a habit of the whole column or of a long block of it, and are told as
    /// one finding.
    pub whole_column: bool,
}

impl CellFindings {
    /// How many findings they are.
    pub fn count(&self) -> u64 {
        if self.whole_column {
            1
        } else {
            self.rows.len()
        }
    }
}

/// Why a rule did not run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhyNotRun {
    /// The profile file of every sheet turns it off, or a parameter does.
    TurnedOff,
    /// No profile demands what it looks at.
    NotDemanded,
    /// No sheet has the columns it reads.
    ColumnAbsent,
    /// It speaks of pupils who are in the system already.
    OtherStage,
    /// It looks at a folder of scans, and there is none.
    NoScans,
}

impl WhyNotRun {
    /// The word of the report.
    pub fn key(self) -> &'static str {
        match self {
            WhyNotRun::TurnedOff => "turned-off",
            WhyNotRun::NotDemanded => "not-demanded",
            WhyNotRun::ColumnAbsent => "column-absent",
            WhyNotRun::OtherStage => "other-stage",
            WhyNotRun::NoScans => "no-scans",
        }
    }
}

/// A rule that did not run, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NotRun {
    /// Code of the rule.
    pub rule: &'static str,
    /// Why.
    pub why: WhyNotRun,
}

/// All findings of a run.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// Findings of value and row rules, by rule, sheet, column and level.
    pub cells: Vec<CellFindings>,
    /// Findings of sheet rules, by rule, in the order they were reported.
    pub whole: Vec<Finding>,
    /// Rules that did not run, by code.
    pub not_run: Vec<NotRun>,
    /// What the system's own lists say of pupils.
    pub registrations: Vec<Registration>,
}

impl Findings {
    /// Exact number at a level.
    pub fn count(&self, level: Level) -> u64 {
        let cells = self
            .cells
            .iter()
            .filter(|it| it.level == level)
            .map(CellFindings::count);
        let whole = self.whole.iter().filter(|it| it.level == level).count() as u64;
        cells.sum::<u64>() + whole
    }
}
