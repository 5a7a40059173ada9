//! What the page asks for: an overview, and then only what is visible.

use roster_model::{CellPlace, FailureKind, Level, Place};
use roster_rules::{finding_at, rule_index};

use crate::describe::Describe;
use crate::wire::{Finding, Grid, Overview, ShownRow};

/// Other cells that are listed with a finding.
const OTHERS_SHOWN: usize = 20;

impl Describe<'_> {
    /// Everything but findings, rows and groups.
    pub fn overview(&self) -> Overview {
        let grids = self.session.rosters().iter().map(|roster| Grid {
            headers: roster
                .sheet
                .columns
                .iter()
                .map(|it| self.values.show_header(&roster.sheet, it))
                .collect(),
            letters: roster
                .sheet
                .columns
                .iter()
                .map(|it| roster_model::column_letters(it.position))
                .collect(),
        });
        Overview {
            files: self.files(),
            sheets: self.sheets(),
            summary: self.summary(),
            outcome: self.outcome().key(),
            groups: self.session.groups().len() as u64,
            schools: self.school_count(),
            grids: grids.collect(),
            found: self.found(),
            changes: self.changes(),
            not_duplicates: self.told_apart_pairs(),
            not_duplicates_taken: self.told_apart().taken,
            locked: self.locked(),
        }
    }

    fn locked(&self) -> Vec<u32> {
        let files = (0..).zip(self.session.files());
        let locked = files.filter(|(_, file)| {
            let failure = file.failure.as_ref();
            failure.is_some_and(|it| it.kind == FailureKind::Encrypted)
        });
        locked.map(|(index, _)| index).collect()
    }

    /// `count` findings of a rule, without the first `from`, each with the first of the other cells involved: these may
    /// be as many as there are pupils, and are marked as they come into view.
    pub fn findings(&self, code: &str, from: u64, count: usize) -> Vec<Finding> {
        let Some(rule) = rule_index(code) else {
            return Vec::new();
        };
        let findings = self.session.findings_of(rule, from).take(count);
        let with_first_others = |mut it: roster_model::Finding| {
            it.related.truncate(OTHERS_SHOWN);
            self.finding(&it)
        };
        findings.map(with_first_others).collect()
    }

    /// `count` pupils of a sheet, without the first `from`.
    pub fn rows(&self, sheet: usize, from: u32, count: u32) -> Vec<ShownRow> {
        let Some(roster) = self.session.rosters().get(sheet) else {
            return Vec::new();
        };
        let until = from.saturating_add(count).min(roster.sheet.row_count());
        let columns = &roster.sheet.columns;
        (from..until)
            .map(|row| ShownRow {
                number: roster.sheet.row_numbers[row as usize],
                cells: columns
                    .iter()
                    .enumerate()
                    .map(|(index, it)| self.values.show_cell(it, roster.sheet.text(index, row)))
                    .collect(),
            })
            .collect()
    }

    /// The marked cells among `count` pupils of a sheet, without the first `from`: four numbers a
    /// mark, namely row (position among the pupils), column (index), level (0 error, 1 warning,
    /// 2 info) and rule (index into the list of rules); by row, column and level.
    pub fn marks(&self, sheet: usize, from: u32, count: u32) -> Vec<u32> {
        let Some(roster) = self.session.rosters().get(sheet) else {
            return Vec::new();
        };
        let until = from.saturating_add(count).min(roster.sheet.row_count());
        let mut marks = Vec::new();
        let mut mark = |place: &Place, level: Level, rule: usize| {
            if let Place::Cell(cell) = place
                && cell.sheet as usize == sheet
                && (from..until).contains(&cell.row)
                && let Some(index) = roster.sheet.index_at(cell.position)
            {
                marks.push([cell.row, index as u32, level as u32, rule as u32]);
            }
        };
        for cause in &self.session.findings().cells {
            if cause.sheet as usize != sheet {
                continue;
            }
            let position = roster.sheet.columns[cause.index].position;
            for row in (from..until).filter(|&row| cause.rows.contains(row)) {
                let here = CellPlace {
                    sheet: cause.sheet,
                    row,
                    position,
                };
                mark(&Place::Cell(here), cause.level, cause.rule);
                // Of two cells that gainsay each other either may be wrong.
                for place in finding_at(cause, row, roster)
                    .iter()
                    .flat_map(|it| &it.related)
                {
                    mark(place, cause.level, cause.rule);
                }
            }
        }
        // Of a duplicate every row is marked.
        for finding in &self.session.findings().whole {
            let Some(rule) = rule_index(finding.rule) else {
                continue;
            };
            for place in std::iter::once(&finding.place).chain(&finding.related) {
                mark(place, finding.level, rule);
            }
        }
        roster_order::sort(&mut marks);
        marks.dedup();
        marks.concat()
    }

    /// The position among the pupils of a row of the file.
    pub fn row_index(&self, sheet: usize, row_number: u32) -> Option<u32> {
        let roster = self.session.rosters().get(sheet)?;
        roster
            .sheet
            .row_numbers
            .binary_search(&row_number)
            .ok()
            .map(|it| it as u32)
    }
}
