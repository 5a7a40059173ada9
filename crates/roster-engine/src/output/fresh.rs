//! A file of a format that is not written back, as a fresh workbook: every sheet and every row of it,
//! each where it was, as text, with the changes of the run in the rosters.

use roster_files::{OtherRows, ReadOptions};
use roster_model::{HeadRow, Place, Sheet, Visibility};
use roster_order::FewMap;
use roster_rules::Roster;
use roster_write::{PlanWriter, WorkbookCell};

use crate::output::Original;
use crate::output::rows_in_place::{CELL_WIDTH, RowsInPlace, cells_of};
use crate::report::lists::List;
use crate::report::workbook::plan_list;
use crate::session::Session;

impl Session {
    /// The plan of the workbook, with these lists behind its sheets.
    pub(crate) fn fresh_workbook(
        &self,
        file: usize,
        original: &Original<'_>,
        lists: Vec<List<'_>>,
    ) -> Vec<u8> {
        let mut reading = self.reading_whole(file);
        // A sheet that was not to be checked is still a part of the file.
        reading.choices.iter_mut().for_each(|it| it.skip = false);
        let mut writer = PlanWriter::new();
        let sheets = original.read(&reading, &mut |_| {}).sheets;
        let is_seen = |it: &Sheet| it.visibility == Visibility::Visible;
        let has_seen = sheets.iter().any(is_seen);
        for sheet in sheets {
            if has_seen {
                writer.set_visibility(sheet.visibility);
            }
            let checked = self.checked_sheet(file, &sheet.name);
            match checked.map(|it| (it, &self.roster(it).sheet)) {
                // A list that the run left alone has its rows in the sheet that was read again.
                Some((index, checked)) if checked.has_header() == sheet.has_header() => {
                    let headers = self.changed_headers(index);
                    write_sheet(&mut writer, checked, &sheet.other_rows, &headers);
                }
                _ => write_sheet(&mut writer, &sheet, &sheet.other_rows, &FewMap::default()),
            }
        }
        for list in lists {
            plan_list(&mut writer, list);
        }
        writer.finish()
    }

    /// The rows of a file that are no pupils, by the number of their sheet in the run.
    pub(crate) fn other_rows(
        &self,
        file: usize,
        original: &Original<'_>,
    ) -> FewMap<usize, Vec<HeadRow>> {
        let reading = self.reading_whole(file);
        let mut others = FewMap::default();
        for sheet in original.read(&reading, &mut |_| {}).sheets {
            if let Some(index) = self.checked_sheet(file, &sheet.name) {
                others.get_or_insert_with(index as usize, || sheet.other_rows);
            }
        }
        others
    }

    /// How a file is read once more, with what is no pupil: the run keeps the pupils alone.
    fn reading_whole(&self, file: usize) -> ReadOptions {
        let name = &self.files()[file].name;
        let mut reading = self.options().choices.reading(name);
        reading.other_rows = OtherRows::Kept;
        reading
    }

    /// The sheet of the run that is the one with this name in a file.
    fn checked_sheet(&self, file: usize, name: &str) -> Option<u32> {
        let mut rosters = self.rosters().iter();
        let is_it = |it: &Roster| it.sheet.file as usize == file && it.sheet.name == name;
        rosters.position(is_it).map(|it| it as u32)
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
    let mut rows = RowsInPlace::new(writer);
    let mut others = others.iter().peekable();
    for row in 0..sheet.row_count() {
        let row_number = sheet.row_numbers[row as usize];
        while let Some(other) = others.next_if(|it| it.row_number < row_number) {
            put_other(&mut rows, other, header_row, headers);
        }
        let mut cells = vec![WorkbookCell::default(); columns];
        for it in &sheet.columns {
            cells[usize::from(it.position)].text = it.cells.seen(row).into_owned();
        }
        rows.put(row_number, &cells);
    }
    for other in others {
        put_other(&mut rows, other, header_row, headers);
    }
}

fn put_other(
    rows: &mut RowsInPlace<'_>,
    row: &HeadRow,
    header_row: u32,
    headers: &FewMap<u16, &str>,
) {
    let mut cells = cells_of(row);
    if row.row_number == header_row {
        for (position, _) in &row.cells {
            let cell = &mut cells[usize::from(*position)];
            cell.header = true;
            if let Some(changed) = headers.get(position) {
                (*changed).clone_into(&mut cell.text);
            }
        }
    }
    rows.put(row.row_number, &cells);
}
