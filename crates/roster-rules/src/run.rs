//! What a sheet rule sees: all files, all sheets, all rows, and the groups of duplicates.

use roster_model::{
    Carried, CellPlace, Column, Finding, Group, Level, Matches, NotCompared, PartList, Place,
    SheetRole, SourceFile,
};

use crate::gathered::Gathered;
use crate::{Roster, Rule, Settings};

/// Everything of a run, and the way to report.
///
/// Unlike the narrower widths, findings are put together at once, so a rule of this width has to
/// keep them few: one finding for a cause, with the places in `related` or a count in the facts.
pub struct Run<'a> {
    /// The files, in the order they were given.
    pub files: &'a [SourceFile],
    /// The sheets with a header, in order, and those without one.
    pub rosters: &'a [Roster],
    /// Groups of duplicates.
    pub groups: &'a [Group],
    /// Rows that were not all compared with one another.
    pub not_compared: &'a [NotCompared],
    /// Pupils whom an archive has as they were before.
    pub carried: &'a [Carried],
    /// Lists of some of the pupils of other sheets.
    pub part_lists: &'a [PartList],
    /// The settings.
    pub settings: &'a Settings,
    pub(crate) gathered: &'a Gathered,
    pub(crate) rule: &'static str,
    pub(crate) level: Level,
    pub(crate) findings: Vec<Finding>,
}

/// What all rules of a run see alike.
pub(crate) struct Shared<'a> {
    pub(crate) files: &'a [SourceFile],
    pub(crate) rosters: &'a [Roster],
    pub(crate) matches: &'a Matches,
    pub(crate) settings: &'a Settings,
    pub(crate) gathered: &'a Gathered,
}

impl<'a> Run<'a> {
    pub(crate) fn new(rule: &Rule, shared: &Shared<'a>) -> Self {
        Run {
            files: shared.files,
            rosters: shared.rosters,
            groups: &shared.matches.groups,
            not_compared: &shared.matches.not_compared,
            carried: &shared.matches.carried,
            part_lists: &shared.matches.part_lists,
            settings: shared.settings,
            gathered: shared.gathered,
            rule: rule.code,
            level: rule.level,
            findings: Vec::new(),
        }
    }

    /// Every sheet that is checked, with its number.
    pub fn sheets(&self) -> impl Iterator<Item = (u32, &'a Roster)> + use<'a> {
        let all = (0..).zip(self.rosters);
        all.filter(|(_, it)| it.sheet.is_checked())
    }

    /// Every sheet that lists pupils, not changes of them, with its number.
    pub(crate) fn lists_of_pupils(&self) -> impl Iterator<Item = (u32, &'a Roster)> + use<'a> {
        self.sheets().filter(|(_, it)| !it.sheet.is_event_list())
    }

    /// Every sheet that is checked and has the whole of its classes, with its number.
    pub(crate) fn lists_of_classes(&self) -> impl Iterator<Item = (u32, &'a Roster)> + use<'a> {
        self.sheets()
            .filter(|(_, it)| it.sheet.role != SheetRole::PartList)
    }

    /// Reports a place at the rule's own level.
    pub fn report(&mut self, place: Place, tell: impl FnOnce(&mut Finding)) {
        self.report_at(self.level, place, tell);
    }

    /// Reports a place at a less serious level.
    pub fn report_at(&mut self, level: Level, place: Place, tell: impl FnOnce(&mut Finding)) {
        debug_assert!(
            level >= self.level,
            "a finding is never more serious than its rule"
        );
        let mut finding = Finding::new(self.rule, level, place);
        tell(&mut finding);
        self.findings.push(finding);
    }

    /// The cell of a column in a row, or the row itself when the sheet lacks the column.
    pub fn cell_or_row(&self, sheet: u32, row: u32, column: Column) -> Place {
        let roster = &self.rosters[sheet as usize];
        match roster.index_of(column) {
            Some(index) => {
                let position = roster.sheet.columns[index].position;
                Place::Cell(CellPlace {
                    sheet,
                    row,
                    position,
                })
            }
            None => Place::Row(sheet, row),
        }
    }
}
