//! Sheets, files and rows of which nobody knows the pupils, since no header was found or none is theirs: the rule that tells it asks
//! here, and so does whatever is made of a run without its findings.

use roster_model::{Column, Level, Sheet, SheetColumn, SourceFile, Visibility};
use roster_values::id_number::{IdNumber, read_id};

use crate::Roster;
use crate::gathered::beside::{has_lists_beside, text_of};

/// The files that were read and have nothing in them but, perhaps, lists that this program wrote.
pub fn unread_files(files: &[SourceFile], rosters: &[Roster]) -> Vec<u32> {
    let is_empty = |file: u32| {
        let mut sheets = sheets_of(rosters, file);
        sheets.all(|it| it.filled_rows == 0 && !it.has_header())
    };
    // Of a file that could not be read it is known why nothing is there.
    let read = (0..).zip(files).filter(|it| it.1.failure.is_none());
    read.map(|it| it.0).filter(|it| is_empty(*it)).collect()
}

/// How grave it is that no header was found in a sheet: nothing where one was, where the sheet is empty, and where it
/// is hidden beside another that was understood.
pub fn level_of_unread(rosters: &[Roster], sheet: u32) -> Option<Level> {
    let it = &rosters[sheet as usize].sheet;
    if it.filled_rows == 0 || is_understood(it) {
        return None;
    }
    let has_good_one = sheets_of(rosters, it.file).any(is_understood);
    // The lists behind the drop-downs of a template are not the clerk's.
    if has_good_one && it.visibility != Visibility::Visible {
        return None;
    }
    Some(if has_good_one && !lists_people(it) {
        Level::Info
    } else {
        Level::Error
    })
}

/// Rows with pupils who were not read, since no header says what their cells are, or they stand in a list to the right
/// of another: the number of the first, and how many there are.
pub fn rows_not_read(roster: &Roster) -> Option<(u32, usize)> {
    let sheet = &roster.sheet;
    let mut rows: Vec<u32> = sheet.unread_rows().collect();
    if has_lists_beside(roster) {
        let is_name = |it: &&SheetColumn| it.repeats == Some(Column::Name);
        let names: Vec<&SheetColumn> = sheet.columns.iter().filter(is_name).collect();
        let has_pupil = |row: u32| names.iter().any(|it| !text_of(it, row).is_empty());
        let numbers = (0..).zip(&sheet.row_numbers);
        rows.extend(numbers.filter(|it| has_pupil(it.0)).map(|it| it.1));
    }
    Some((rows.iter().copied().min()?, rows.len()))
}

fn sheets_of(rosters: &[Roster], file: u32) -> impl Iterator<Item = &Sheet> {
    let sheets = rosters.iter().map(|it| &it.sheet);
    sheets.filter(move |it| it.file == file)
}

/// Whether a header was found in which a column was known: any row may be said to be the header.
fn is_understood(sheet: &Sheet) -> bool {
    let mut columns = sheet.columns.iter();
    sheet.has_header() && columns.any(|it| it.column.is_some() || it.local.is_some())
}

/// Whether two of the first rows have an identity number; one may be an example.
fn lists_people(sheet: &Sheet) -> bool {
    let is_number = |text: &str| {
        matches!(
            read_id(text, false),
            IdNumber::Resident(_) | IdNumber::Damaged
        )
    };
    let of_people = sheet.head.iter();
    let of_people = of_people.filter(|row| row.cells.iter().any(|it| is_number(&it.1)));
    of_people.count() > 1
}
