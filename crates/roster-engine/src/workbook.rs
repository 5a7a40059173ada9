//! The report as a workbook: every roster with its cells marked, the list of findings with links to
//! the cells, and the list of duplicates with the proposed handling.
//!
//! This is a fresh workbook, not the original one: rows and columns stand where they stood, so that
//! addresses agree, but titles, formats and drop-downs of the original are not in it.

use std::collections::BTreeMap;

use roster_model::{CellPlace, Finding, Level, Place};
use roster_write::{PlanWriter, WorkbookCell, link_to, sheet_names};

use crate::describe::Describe;
use crate::language::Language;
use crate::wire;
use crate::words::{Words, words};

/// Width of a roster's column, in characters.
const CELL_WIDTH: f64 = 14.0;

/// The findings that name a cell from afar, by cell.
type Remote<'s> = BTreeMap<CellPlace, Vec<&'s Finding>>;

impl Describe<'_> {
    /// The marked workbook, as a plan; `roster-office` makes a workbook of it.
    pub fn workbook_plan(&self, language: Language) -> Vec<u8> {
        let words = words(language);
        let titles = self.sheet_titles();
        let wanted = [words.findings_sheet, words.handling_sheet];
        let names = sheet_names(wanted.into_iter().chain(titles.iter().map(String::as_str)));
        let mut writer = PlanWriter::new();
        self.write_findings_sheet(&mut writer, &names, words, language);
        self.write_handling_sheet(&mut writer, &names, words, language);
        let remote = self.remote();
        for (index, name) in names.iter().enumerate().skip(2) {
            self.write_roster(&mut writer, index - 2, name, &remote, words, language);
        }
        writer.finish()
    }

    /// A title for each sheet: its name, with the file before it where there are several files.
    fn sheet_titles(&self) -> Vec<String> {
        let several = self.session.files().len() > 1;
        let rosters = self.session.rosters().iter();
        rosters
            .map(|roster| {
                let file = &self.session.files()[roster.sheet.file as usize].name;
                let stem = file
                    .rsplit_once('.')
                    .map_or(file.as_str(), |(stem, _)| stem);
                match (several, roster.sheet.name.as_str()) {
                    (_, "") => stem.to_owned(),
                    (false, name) => name.to_owned(),
                    (true, name) => format!("{stem}-{name}"),
                }
            })
            .collect()
    }

    fn write_findings_sheet(
        &self,
        writer: &mut PlanWriter,
        names: &[String],
        words: &Words,
        language: Language,
    ) {
        let widths = [24.0, 14.0, 9.0, 18.0, 8.0, 9.0, 60.0, 24.0];
        writer.start_sheet(&names[0], 1, &widths, true);
        writer.write_row(&words.findings_header.map(WorkbookCell::header));
        for finding in self.session.all_findings() {
            let link = link_of(finding.place, names, self);
            let told = self.finding(&finding);
            let place = &told.place;
            let row = place.row.map(|it| it.to_string()).unwrap_or_default();
            let mut address = WorkbookCell::text(place.cell.clone().unwrap_or(row));
            address.link = link;
            let mut level = WorkbookCell::text(words.level(finding.level));
            level.mark = Some(finding.level);
            writer.write_row(&[
                WorkbookCell::text(place.file.as_str()),
                WorkbookCell::text(place.sheet.as_deref().unwrap_or_default()),
                address,
                WorkbookCell::text(place.column.map_or("", |it| title_of(it, language))),
                WorkbookCell::text(told.rule),
                level,
                WorkbookCell::text(language.of(&told.message)),
                WorkbookCell::text(proposals(&told, words)),
            ]);
        }
    }

    fn write_handling_sheet(
        &self,
        writer: &mut PlanWriter,
        names: &[String],
        words: &Words,
        language: Language,
    ) {
        let widths = [8.0, 8.0, 18.0, 24.0, 14.0, 8.0, 40.0, 10.0, 60.0, 40.0];
        writer.start_sheet(&names[1], 1, &widths, true);
        writer.write_row(&words.handling_header.map(WorkbookCell::header));
        for (number, group) in self.session.groups().iter().enumerate() {
            let told = self.group(number);
            for (member, shown) in group.members.iter().zip(&told.members) {
                let place = Place::Row(member.sheet, member.row);
                let mut row = WorkbookCell::text(shown.row.to_string());
                row.link = link_of(place, names, self);
                let who: Vec<&str> = shown.shown.iter().map(|it| it.text.as_str()).collect();
                let papers: Vec<&str> = shown.materials.iter().map(|it| language.of(it)).collect();
                writer.write_row(&[
                    WorkbookCell::text(told.group.as_str()),
                    WorkbookCell::text(told.case),
                    WorkbookCell::text(words.verdict(told.verdict)),
                    WorkbookCell::text(shown.file.as_str()),
                    WorkbookCell::text(shown.sheet.as_str()),
                    row,
                    WorkbookCell::text(who.join(" ")),
                    WorkbookCell::text(words.handling(shown.handling)),
                    WorkbookCell::text(language.of(&shown.why)),
                    WorkbookCell::text(papers.join("\n")),
                ]);
            }
        }
    }

    fn write_roster(
        &self,
        writer: &mut PlanWriter,
        index: usize,
        name: &str,
        remote: &Remote<'_>,
        words: &Words,
        language: Language,
    ) {
        let sheet = &self.session.rosters()[index].sheet;
        let header_row = sheet.header_rows.last().copied().unwrap_or(0);
        let last_position = sheet.columns.last().map_or(0, |it| it.position);
        let widths = vec![CELL_WIDTH; usize::from(last_position) + 1];
        writer.start_sheet(name, header_row, &widths, false);
        let mut written = 0;
        let mut write_at = |row_number: u32, cells: &[WorkbookCell]| {
            while written + 1 < row_number {
                writer.write_row(&[]);
                written += 1;
            }
            written += 1;
            writer.write_row(cells);
        };
        let blank = vec![WorkbookCell::text(""); usize::from(last_position) + 1];
        if header_row > 0 {
            let mut cells = blank.clone();
            for it in &sheet.columns {
                cells[usize::from(it.position)] = WorkbookCell::header(it.header.as_str());
            }
            write_at(header_row, &cells);
        }
        for row in 0..sheet.row_count() {
            let mut cells = blank.clone();
            for (column, it) in sheet.columns.iter().enumerate() {
                let text = self.values.show_cell(it, sheet.text(column, row));
                cells[usize::from(it.position)] = WorkbookCell::text(text);
            }
            self.mark_row(index as u32, row, &mut cells, remote, words, language);
            write_at(sheet.row_numbers[row as usize], &cells);
        }
    }

    /// Marks the cells of a row and writes what was found into their notes.
    fn mark_row(
        &self,
        sheet: u32,
        row: u32,
        cells: &mut [WorkbookCell],
        remote: &Remote<'_>,
        words: &Words,
        language: Language,
    ) {
        let mut mark = |position: u16, finding: &Finding| {
            let told = self.finding(finding);
            let cell = &mut cells[usize::from(position)];
            let level = cell
                .mark
                .map_or(finding.level, |it: Level| it.min(finding.level));
            cell.mark = Some(level);
            let mut line = format!("{} {}", told.rule, language.of(&told.message));
            let proposals = proposals(&told, words);
            if !proposals.is_empty() {
                line.push_str(&format!("\n{proposals}"));
            }
            match &mut cell.note {
                Some(note) => note.push_str(&format!("\n{line}")),
                None => cell.note = Some(line),
            }
        };
        let roster = &self.session.rosters()[sheet as usize];
        for cause in &self.session.findings().cells {
            if cause.sheet != sheet || !cause.rows.contains(row) {
                continue;
            }
            if let Some(finding) = roster_rules::finding_at(cause, row, roster) {
                mark(roster.sheet.columns[cause.index].position, &finding);
            }
        }
        let first = CellPlace {
            sheet,
            row,
            position: 0,
        };
        let last = CellPlace {
            sheet,
            row,
            position: u16::MAX,
        };
        for (cell, findings) in remote.range(first..=last) {
            for finding in findings {
                mark(cell.position, finding);
            }
        }
    }

    /// Findings over many rows, at each cell they name.
    fn remote(&self) -> Remote<'_> {
        let mut remote: Remote<'_> = BTreeMap::new();
        for finding in &self.session.findings().whole {
            for place in std::iter::once(&finding.place).chain(&finding.related) {
                if let Place::Cell(cell) = place {
                    remote.entry(*cell).or_default().push(finding);
                }
            }
        }
        remote
    }
}

/// The link to a place of a marked roster; `names` has two lists before the rosters.
fn link_of(place: Place, names: &[String], describe: &Describe<'_>) -> Option<String> {
    let sheet = match place {
        Place::Cell(cell) => cell.sheet,
        Place::Row(sheet, _) | Place::Column(sheet, _) => sheet,
        Place::File(_) | Place::Sheet(_) | Place::FileRow(_, _) => return None,
    };
    let told = describe.place(place);
    let cell = told
        .cell
        .or_else(|| told.row.map(|row| format!("A{row}")))?;
    Some(link_to(names.get(sheet as usize + 2)?, &cell))
}

/// What is proposed, in words; hints are named as such.
fn proposals(finding: &wire::Finding, words: &Words) -> String {
    let fixes = finding.fixes.iter();
    let told = fixes.flat_map(|fix| {
        fix.edits
            .iter()
            .map(|edit| format!("{} {}", words.trust(fix.trust), edit.to))
    });
    told.collect::<Vec<_>>().join("\n")
}

/// The title of a column.
fn title_of(key: &str, language: Language) -> &'static str {
    match (roster_model::Column::from_key(key), language) {
        (Some(column), Language::Zh) => column.info().zh,
        (Some(column), Language::En) => column.info().en,
        (None, _) => "",
    }
}
