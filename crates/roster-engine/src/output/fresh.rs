//! A file of a format that is not written back, as a fresh workbook: every sheet and every row of it,
//! each where it was, as text, with the changes of the run in the rosters.

use roster_files::OtherRows;
use roster_model::{HeadRow, Place, Sheet, Visibility};
use roster_order::FewMap;
use roster_write::{PlanWriter, WorkbookCell};

use crate::output::Original;
use crate::session::Session;

/// Width of a column, in characters.
const CELL_WIDTH: f64 = 14.0;

impl Session {
    /// The plan of the workbook. The file is read again, since the run keeps the pupils alone.
    pub(crate) fn fresh_workbook(&self, file: usize, original: &Original<'_>) -> Vec<u8> {
        let name = &self.files()[file].name;
        let mut reading = self.options().choices.reading(name);
        // A sheet that was not to be checked is still a part of the file.
        reading.choices.iter_mut().for_each(|it| it.skip = false);
        reading.other_rows = OtherRows::Kept;
        let mut writer = PlanWriter::new();
        let sheets = original.read(&reading, &mut |_| {}).sheets;
        let is_seen = |it: &Sheet| it.visibility == Visibility::Visible;
        let has_seen = sheets.iter().any(is_seen);
        for sheet in sheets {
            if has_seen {
                writer.set_visibility(sheet.visibility);
            }
            let mut rosters = self.rosters().iter().enumerate();
            let checked = rosters
                .find(|(_, it)| it.sheet.file as usize == file && it.sheet.name == sheet.name);
            match checked {
                // A list that the run left alone has its rows in the sheet that was read again.
                Some((index, roster)) if roster.sheet.has_header() == sheet.has_header() => {
                    let headers = self.changed_headers(index as u32);
                    write_sheet(&mut writer, &roster.sheet, &sheet.other_rows, &headers);
                }
                _ => write_sheet(&mut writer, &sheet, &sheet.other_rows, &FewMap::default()),
            }
        }
        writer.finish()
    }

    /// The rows of a file that are no pupils, by the number of their sheet in the run.
    pub(crate) fn other_rows(
        &self,
        file: usize,
        original: &Original<'_>,
    ) -> FewMap<usize, Vec<HeadRow>> {
        let name = &self.files()[file].name;
        let mut reading = self.options().choices.reading(name);
        reading.other_rows = OtherRows::Kept;
        let mut others = FewMap::default();
        for sheet in original.read(&reading, &mut |_| {}).sheets {
            let mut rosters = self.rosters().iter();
            let checked = rosters
                .position(|it| it.sheet.file as usize == file && it.sheet.name == sheet.name);
            if let Some(index) = checked {
                others.get_or_insert_with(index, || sheet.other_rows);
            }
        }
        others
    }

    /// The new headers of a sheet, by position.
    fn changed_headers(&self, sheet: u32) -> FewMap<u16, &str> {
        let mut headers = FewMap::default();
        for (place, text) in self.changed() {
            if let Place::Column(here, position) = place
                && here == sheet
            {
                headers.get_or_insert_with(position, || text);
            }
        }
        headers
    }
}

/// Writes the pupils of a sheet and its other rows, in the order of their numbers.
fn write_sheet(
    writer: &mut PlanWriter,
    sheet: &Sheet,
    others: &[HeadRow],
    headers: &FewMap<u16, &str>,
) {
    let header_row = sheet.header_rows.last().copied().unwrap_or(0);
    let columns = sheet
        .columns
        .last()
        .map_or(0, |it| usize::from(it.position) + 1);
    let name = match sheet.name.as_str() {
        "" => "Sheet1",
        name => name,
    };
    writer.start_sheet(name, header_row, &vec![CELL_WIDTH; columns], false);
    let mut rows = Rows { writer, written: 0 };
    let mut others = others.iter().peekable();
    for row in 0..sheet.row_count() {
        let row_number = sheet.row_numbers[row as usize];
        while let Some(other) = others.next_if(|it| it.row_number < row_number) {
            rows.put_other(other, header_row, headers);
        }
        let mut cells = vec![WorkbookCell::default(); columns];
        for it in &sheet.columns {
            cells[usize::from(it.position)].text = it.cells.seen(row).into_owned();
        }
        rows.put(row_number, &cells);
    }
    for other in others {
        rows.put_other(other, header_row, headers);
    }
}

struct Rows<'w> {
    writer: &'w mut PlanWriter,
    written: u32,
}

impl Rows<'_> {
    fn put(&mut self, row_number: u32, cells: &[WorkbookCell]) {
        while self.written + 1 < row_number {
            self.writer.write_row(&[]);
            self.written += 1;
        }
        self.written += 1;
        self.writer.write_row(cells);
    }

    fn put_other(&mut self, row: &HeadRow, header_row: u32, headers: &FewMap<u16, &str>) {
        let is_header = row.row_number == header_row;
        let last = row.cells.last().map_or(0, |it| usize::from(it.0) + 1);
        let mut cells = vec![WorkbookCell::default(); last];
        for (position, text) in &row.cells {
            let changed = headers.get(position).filter(|_| is_header);
            cells[usize::from(*position)] = WorkbookCell {
                header: is_header,
                ..WorkbookCell::text(changed.map_or(text.as_str(), |it| it))
            };
        }
        self.put(row.row_number, &cells);
    }
}
