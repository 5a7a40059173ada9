//! Which cells of a sheet are marked, how, and what their notes say.
//!
//! Causes are walked once each, so a sheet with many findings costs what its findings cost. A check
//! of a text by itself says the same wherever the text stands, so it is told once.

use std::collections::BTreeMap;

use roster_model::{Finding, Level, Place};
use roster_rules::{CellFindings, Check, RULES};

use crate::describe::Describe;
use crate::language::Language;
use crate::report::lists::proposals;
use crate::words::Words;

/// Longest note, in characters: what is longer nobody reads, and all of it stands in the list.
const NOTE_CHARACTERS_MAX: usize = 600;
/// More notes make a sheet slow to open; the cells are still marked and listed.
pub(crate) const NOTES_MAX: usize = 20_000;

/// A finding about a range that names at least this many cells besides its first is told at the header.
const RELATED_CELLS_MIN: usize = 20;

/// A marked cell.
#[derive(Clone, Debug)]
pub(crate) struct Mark {
    pub(crate) level: Level,
    /// Empty where the mark alone has to do.
    pub(crate) note: String,
    /// Findings that did not fit into the note.
    more: u32,
}

/// The marked cells of a sheet, by row number of the file and position.
#[derive(Clone, Debug, Default)]
pub(crate) struct Marks {
    pub(crate) cells: BTreeMap<(u32, u16), Mark>,
    /// Notes that were left out because there would be too many.
    pub(crate) notes_left_out: u64,
}

impl Describe<'_> {
    /// The marked cells of a sheet of the run.
    pub(crate) fn marks_of(&self, sheet: u32, words: &Words, language: Language) -> Marks {
        let mut marks = Marks::default();
        for cause in &self.session.findings().cells {
            if cause.sheet != sheet {
                continue;
            }
            if cause.whole_column {
                self.mark_column(cause, &mut marks, words, language);
            } else {
                self.mark_cells(cause, &mut marks, words, language);
            }
        }
        for finding in &self.session.findings().whole {
            let places = std::iter::once(&finding.place).chain(&finding.related);
            let mut line = None;
            let is_range = finding.related.len() >= RELATED_CELLS_MIN
                && finding.facts.iter().any(|it| it.name == "range")
                && self.spot_of(sheet, finding.place).is_some();
            for &place in places {
                let Some(spot) = self.spot_of(sheet, place) else {
                    continue;
                };
                let line = line.get_or_insert_with(|| self.line(finding, words, language));
                if is_range {
                    marks.add(spot, finding.level, "");
                } else if finding.fixes.is_empty() {
                    marks.add(spot, finding.level, line);
                } else {
                    let line = self.line_at(place, finding, words, language);
                    marks.add(spot, finding.level, &line);
                }
            }
            let header = self.session.roster(sheet).sheet.header_rows.last();
            if let (true, Some(line), Some(&row)) = (is_range, line, header)
                && let Some((_, position)) = self.spot_of(sheet, finding.place)
            {
                marks.add((row, position), finding.level, &line);
            }
        }
        marks.end_notes(words);
        marks
    }

    fn mark_cells(
        &self,
        cause: &CellFindings,
        marks: &mut Marks,
        words: &Words,
        language: Language,
    ) {
        let roster = self.session.roster(cause.sheet);
        let column = &roster.sheet.columns[cause.index];
        let by_itself = matches!(RULES[cause.rule].check, Check::Value { .. });
        let mut told: BTreeMap<u32, String> = BTreeMap::new();
        for row in cause.rows.iter() {
            let spot = (roster.sheet.row_numbers[row as usize], column.position);
            if by_itself {
                let value = column.cells.value(row).0;
                let line = told.entry(value).or_insert_with(|| {
                    let finding = roster_rules::finding_at(cause, row, roster);
                    finding.map_or_else(String::new, |it| self.line(&it, words, language))
                });
                marks.add(spot, cause.level, line);
                continue;
            }
            let Some(finding) = roster_rules::finding_at(cause, row, roster) else {
                marks.add(spot, cause.level, "");
                continue;
            };
            // Of two cells that gainsay each other either may be wrong.
            for &place in std::iter::once(&finding.place).chain(&finding.related) {
                if let Some(spot) = self.spot_of(cause.sheet, place) {
                    let line = self.line_at(place, &finding, words, language);
                    marks.add(spot, cause.level, &line);
                }
            }
        }
    }

    /// A habit of a column: its cells are marked, and the header says what it is.
    fn mark_column(
        &self,
        cause: &CellFindings,
        marks: &mut Marks,
        words: &Words,
        language: Language,
    ) {
        let sheet = &self.session.roster(cause.sheet).sheet;
        let position = sheet.columns[cause.index].position;
        for row in cause.rows.iter() {
            let spot = (sheet.row_numbers[row as usize], position);
            marks.add(spot, cause.level, "");
        }
        let first = cause.rows.iter().next();
        let finding = first.and_then(|row| self.session.finding_in(cause, row));
        if let (Some(finding), Some(&row_number)) = (finding, sheet.header_rows.last()) {
            let line = self.line(&finding, words, language);
            marks.add((row_number, position), cause.level, &line);
        }
    }

    /// What a note says of a finding: its code and sentence, and what is proposed.
    fn line(&self, finding: &Finding, words: &Words, language: Language) -> String {
        let told = self.finding(finding);
        let said = format!("{} {}", told.rule, language.of(&told.message));
        match proposals(&told, words).as_str() {
            "" => said,
            proposals => format!("{said}\n{proposals}"),
        }
    }

    /// What the note of one of the cells involved says. What is proposed for another cell would be written into the
    /// wrong one here: it says where that is instead.
    fn line_at(
        &self,
        place: Place,
        finding: &Finding,
        words: &Words,
        language: Language,
    ) -> String {
        if finding.fixes.iter().any(|it| it.place == place) {
            return self.line(finding, words, language);
        }
        let told = self.finding(finding);
        let said = format!("{} {}", told.rule, language.of(&told.message));
        let other = finding.fixes.first().map_or(finding.place, |it| it.place);
        let cell = self.place(other).cell.filter(|_| other != place);
        let Some(cell) = cell else {
            return said;
        };
        let title = self.title_at(other, language);
        let see = words.see.replace("{place}", &format!("{cell} {title}"));
        format!("{said}\n{}", see.trim_end())
    }

    /// Where a place of a sheet can be marked: row number and position. A row is marked at its first
    /// column.
    fn spot_of(&self, sheet: u32, place: Place) -> Option<(u32, u16)> {
        let roster = self.session.rosters().get(sheet as usize)?;
        let first = roster.sheet.columns.first().map_or(0, |it| it.position);
        match place {
            Place::Row(here, row) if here == sheet => {
                Some((roster.sheet.row_numbers[row as usize], first))
            }
            Place::FileRow(here, row_number) if here == sheet => Some((row_number, first)),
            _ => {
                let spot = self.session.spot(place)?;
                (spot.sheet == sheet).then_some((spot.row_number, spot.position))
            }
        }
    }
}

impl Marks {
    fn add(&mut self, spot: (u32, u16), level: Level, line: &str) {
        let mark = self.cells.entry(spot).or_insert(Mark {
            level,
            note: String::new(),
            more: 0,
        });
        mark.level = mark.level.min(level);
        if line.is_empty() {
            return;
        }
        let length = mark.note.chars().count() + line.chars().count();
        if mark.note.is_empty() {
            line.clone_into(&mut mark.note);
        } else if length < NOTE_CHARACTERS_MAX {
            mark.note.push('\n');
            mark.note.push_str(line);
        } else {
            mark.more += 1;
        }
    }

    /// Says in each note what did not fit, and keeps the notes of the most serious cells where there
    /// would be too many.
    fn end_notes(&mut self, words: &Words) {
        for mark in self.cells.values_mut() {
            if mark.more > 0 {
                let more = words.more_findings.replace("{n}", &mark.more.to_string());
                mark.note.push_str(&format!("\n{more}"));
            }
        }
        let with_note = self.cells.values().filter(|it| !it.note.is_empty());
        let count = with_note.clone().count();
        if count <= NOTES_MAX {
            return;
        }
        let mut at_level = [0; 3];
        with_note.for_each(|it| at_level[it.level as usize] += 1);
        let mut left = NOTES_MAX;
        let kept = at_level.map(|count| {
            let kept = left.min(count);
            left -= kept;
            kept
        });
        let mut seen = [0; 3];
        for mark in self.cells.values_mut().filter(|it| !it.note.is_empty()) {
            let level = mark.level as usize;
            seen[level] += 1;
            if seen[level] > kept[level] {
                mark.note.clear();
            }
        }
        self.notes_left_out = (count - NOTES_MAX) as u64;
    }
}
