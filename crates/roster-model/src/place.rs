//! Where something is: file, sheet, row, column; and the address a person sees.
//!
//! Everything inside is a position from 0; `cell_name` is the one place that makes `F12` of it.

/// Rows of the longest sheet of a workbook.
pub const SHEET_ROWS_MAX: u32 = 1_048_576;
/// Columns of the widest.
pub const SHEET_COLUMNS_MAX: u32 = 16_384;

/// One cell of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellPlace {
    /// Position among the sheets of the run.
    pub sheet: u32,
    /// Position among the pupils of the sheet.
    pub row: u32,
    /// Position in the file, from 0 (column `A`); not an index into the columns of the sheet.
    pub position: u16,
}

/// A pupil: position of the sheet in the run, and among the pupils of the sheet.
pub type RowPlace = (u32, u32);

/// What a finding speaks of, from wide to narrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// A file of the run.
    File(u32),
    /// A whole sheet.
    Sheet(u32),
    /// A column of a sheet, by its position in the file.
    Column(u32, u16),
    /// A row of the file that is no pupil (a title, a sample): sheet and row number in the file.
    FileRow(u32, u32),
    /// A pupil: sheet, and position among its pupils.
    Row(u32, u32),
    /// A cell.
    Cell(CellPlace),
}

/// The address a spreadsheet program shows, for example `F12`.
/// `position` counts from 0, `row_number` from 1.
pub fn cell_name(position: u16, row_number: u32) -> String {
    format!("{}{row_number}", column_letters(position))
}

/// The letters of a column, for example `A`, `Z`, `AA`; `position` counts from 0.
pub fn column_letters(position: u16) -> String {
    let mut letters = Vec::new();
    let mut rest = u32::from(position) + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_those_of_a_spreadsheet() {
        let expected = [
            (0, "A"),
            (25, "Z"),
            (26, "AA"),
            (51, "AZ"),
            (701, "ZZ"),
            (702, "AAA"),
        ];
        for (position, letters) in expected {
            assert_eq!(column_letters(position), letters);
        }
        assert_eq!(column_letters(16_383), "XFD");
        assert_eq!(cell_name(5, 12), "F12");
    }
}
