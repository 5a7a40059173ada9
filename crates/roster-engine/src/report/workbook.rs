//! The report as a workbook: every roster with its cells marked, the list of findings with links to
//! the cells, and the list of duplicates with the proposed handling.
//!
//! This is a fresh workbook, not the original one: rows and columns stand where they stood, so that
//! addresses agree, but formats and drop-downs of the original are not in it; titles and totals are,
//! where the workbook is of one file and nothing is masked.

use std::collections::btree_map::IntoIter;
use std::iter::Peekable;
use std::rc::Rc;

use roster_model::HeadRow;
use roster_order::FewMap;
use roster_write::{PlanWriter, Print, WorkbookCell, sheet_names};

use crate::describe::Describe;
use crate::language::Language;
use crate::output::rows_in_place::{CELL_WIDTH, RowsInPlace, cells_of};
use crate::output::stem;
use crate::report::lists::{List, ListFor};
use crate::report::marks::{Mark, Marks};
use crate::words::words;

impl Describe<'_> {
    /// The marked workbook, as a plan; `roster-office` makes a workbook of it.
    pub fn workbook_plan(&self, language: Language) -> Vec<u8> {
        self.planned(None, &FewMap::default(), language)
    }

    /// The plan of the report about one file, or about all; `others` are the rows that are no pupils, by the number of
    /// their sheet.
    pub(crate) fn planned(
        self,
        file: Option<usize>,
        others: &FewMap<usize, Vec<HeadRow>>,
        language: Language,
    ) -> Vec<u8> {
        let words = words(language);
        let titles = self.sheet_titles(file);
        let mut wanted = vec![words.findings_sheet, words.handling_sheet];
        let has_changes = self.session.edits().steps() > 0;
        if has_changes {
            wanted.push(words.changes_sheet);
        }
        let lists = wanted.len();
        wanted.extend(titles.iter().flatten().map(String::as_str));
        let mut unique = sheet_names(wanted).into_iter().skip(lists);
        let names = titles.iter().map(|it| match it {
            Some(_) => unique.next().unwrap_or_default(),
            None => String::new(),
        });
        let made_for = ListFor {
            file,
            names: names.collect(),
            language,
        };
        let mut writer = PlanWriter::new();
        plan_list(&mut writer, self.findings_list(made_for.clone()));
        plan_list(&mut writer, self.handling_list(made_for.clone()));
        if has_changes {
            plan_list(&mut writer, self.changes_list(made_for.clone()));
        }
        let names = Rc::clone(&made_for.names);
        let mut notes_left_out = 0;
        for (index, name) in names.iter().enumerate().filter(|it| !it.1.is_empty()) {
            let marks = self.marks_of(index as u32, words, language);
            notes_left_out += marks.notes_left_out;
            let others = others.get(&index).map_or(&[][..], Vec::as_slice);
            self.write_roster(&mut writer, index, name, marks, others);
        }
        plan_list(&mut writer, self.legend(&made_for, notes_left_out));
        writer.finish()
    }

    /// A title for each sheet that is written: its name, with the file before it where there are
    /// several files.
    fn sheet_titles(self, file: Option<usize>) -> Vec<Option<String>> {
        let several = file.is_none() && self.session.files().len() > 1;
        let rosters = self.session.rosters().iter();
        rosters
            .map(|roster| {
                let number = roster.sheet.file as usize;
                let stem = stem(&self.session.files()[number].name);
                let name = self.values.show_words(&roster.sheet.name);
                let title = match (several, name.as_str()) {
                    (_, "") => stem.to_owned(),
                    (false, name) => name.to_owned(),
                    (true, name) => format!("{stem}-{name}"),
                };
                file.is_none_or(|it| it == number).then_some(title)
            })
            .collect()
    }

    fn write_roster(
        self,
        writer: &mut PlanWriter,
        index: usize,
        name: &str,
        marks: Marks,
        others: &[HeadRow],
    ) {
        let sheet = &self.session.rosters()[index].sheet;
        let header_row = sheet.header_rows.last().copied().unwrap_or(0);
        let columns = sheet.columns.last().map_or(0, |it| it.position) + 1;
        let widths = vec![CELL_WIDTH; usize::from(columns)];
        writer.start_sheet(name, header_row, &widths, false);
        let mut rows = MarkedRows {
            rows: RowsInPlace::new(writer),
            marks: marks.cells.into_iter().peekable(),
            others: others.iter().peekable(),
        };
        let mut cells = vec![WorkbookCell::default(); usize::from(columns)];
        if header_row > 0 {
            let mut cells = cells.clone();
            for it in &sheet.columns {
                cells[usize::from(it.position)] =
                    WorkbookCell::header(self.values.show_header(sheet, it));
            }
            rows.put_others_before(header_row);
            rows.put(header_row, &mut cells);
        }
        for row in 0..sheet.row_count() {
            for (column, it) in sheet.columns.iter().enumerate() {
                // The cells still have the texts of the row above.
                let is_same = row > 0 && sheet.value(column, row) == sheet.value(column, row - 1);
                if is_same {
                    continue;
                }
                let shown = &mut cells[usize::from(it.position)].text;
                self.values.show_cell_in(shown, it, &it.cells.seen(row));
            }
            let row_number = sheet.row_numbers[row as usize];
            rows.put_others_before(row_number);
            rows.put(row_number, &mut cells);
        }
        rows.put_others_before(u32::MAX);
        rows.put_marked_before(u32::MAX);
    }
}

/// Adds a list to a plan.
pub(crate) fn plan_list(writer: &mut PlanWriter, list: List<'_>) {
    writer.start_sheet(
        list.name,
        list.freeze_rows,
        &list.columns_width,
        list.autofilter,
    );
    writer.print(Print::List {
        repeat_rows: list.freeze_rows.max(1),
    });
    list.rows.for_each(|row| writer.write_row(&row));
}

/// The rows of a roster, each where it stood, with its marks.
struct MarkedRows<'w> {
    rows: RowsInPlace<'w>,
    marks: Peekable<IntoIter<(u32, u16), Mark>>,
    /// Rows that are no pupils.
    others: Peekable<std::slice::Iter<'w, HeadRow>>,
}

impl MarkedRows<'_> {
    /// Puts a row and takes its marks off again, so that its cells can be used for the next one.
    fn put(&mut self, row_number: u32, cells: &mut Vec<WorkbookCell>) {
        self.put_marked_before(row_number);
        let mut marked = Vec::new();
        while let Some((spot, mark)) = self.marks.next_if(|(spot, _)| spot.0 == row_number) {
            let position = usize::from(spot.1);
            if cells.len() <= position {
                cells.resize(position + 1, WorkbookCell::default());
            }
            cells[position].mark = Some(mark.level);
            cells[position].note = (!mark.note.is_empty()).then_some(mark.note);
            marked.push(position);
        }
        self.rows.put(row_number, cells);
        for position in marked {
            (cells[position].mark, cells[position].note) = (None, None);
        }
    }

    /// Rows that are no pupils; the header is written by itself.
    fn put_others_before(&mut self, row_number: u32) {
        while let Some(other) = self.others.next_if(|it| it.row_number <= row_number) {
            if other.row_number < row_number {
                self.put(other.row_number, &mut cells_of(other));
            }
        }
    }

    /// Rows that are no pupils and yet marked.
    fn put_marked_before(&mut self, row_number: u32) {
        while let Some(&((next, _), _)) = self.marks.peek() {
            if next >= row_number {
                break;
            }
            self.put(next, &mut Vec::new());
        }
    }
}
