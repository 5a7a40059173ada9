//! Days that stand in a workbook that counts from 1904 as bare numbers, without the format of a date.
//!
//! Only the file knows from when it counts, so such a number becomes the date it is while the file is at
//! hand. In any other workbook it stays a number, for the rules to say what it may be.

use roster_model::{CellKind, Cells, CellsBuilder, Sheet, TooLarge, ValueId};
use roster_standard::Kind;

use crate::push_date;

/// Of 1990 and later, as far as five digits go. What lies before is no pupil's day.
const DAYS: std::ops::Range<u32> = 31_412..100_000;

/// Makes dates of the days in the columns of dates.
pub(crate) fn read_from_1904(sheets: &mut [Sheet]) -> Result<(), TooLarge> {
    for column in sheets.iter_mut().flat_map(|it| &mut it.columns) {
        let kind = column.column.map(|it| it.info().kind);
        let is_of_dates = matches!(kind, Some(Kind::Date | Kind::Month | Kind::EventDate));
        let cells = &column.cells;
        if is_of_dates && cells.values().any(|it| day(cells, it).is_some()) {
            column.cells = with_dates(cells)?;
        }
    }
    Ok(())
}

fn with_dates(cells: &Cells) -> Result<Cells, TooLarge> {
    let mut builder = CellsBuilder::default();
    for row in 0..cells.row_count() {
        let value = cells.value(row);
        match day(cells, value) {
            Some(date) => builder.push(&date, CellKind::Date)?,
            None => builder.push(cells.text(value), cells.kind(value))?,
        }
    }
    Ok(builder.finish())
}

/// The day that a number stands for.
fn day(cells: &Cells, value: ValueId) -> Option<String> {
    let text = cells.text(value);
    if cells.kind(value) != CellKind::Number || text.len() != 5 {
        return None;
    }
    let day = text.parse().ok().filter(|it| DAYS.contains(it))?;
    let mut date = String::new();
    push_date(f64::from(day), true, &mut date).then_some(date)
}
