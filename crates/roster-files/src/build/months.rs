//! Months that a spreadsheet program made days of.
//!
//! A person who types 2014-6 or 2014年6月 below 出生年月 gets the first of the month, as a date. Where the format of
//! the cell does not show it any more, all days of the column together do: they are months.

use roster_model::{CellKind, Cells, CellsBuilder, Column, Sheet, TooLarge};

use crate::xlsx::styles::leave_first_day;

/// At least this many first days of a month are no chance.
const ROWS_MIN: u32 = 3;

/// Makes months of the dates in a column of months of birth, where every one is the first of a month.
pub(crate) fn read_months(sheets: &mut [Sheet]) -> Result<(), TooLarge> {
    for column in sheets.iter_mut().flat_map(|it| &mut it.columns) {
        let is_of_months = column.header.contains("年月") && !column.header.contains('日');
        if column.column == Some(Column::BirthDate) && is_of_months && are_first_days(&column.cells)
        {
            column.cells = with_months(&column.cells)?;
        }
    }
    Ok(())
}

fn are_first_days(cells: &Cells) -> bool {
    let is_date = |it: &_| cells.kind(*it) == CellKind::Date;
    let is_month = |it| {
        let text = cells.text(it);
        text.ends_with("-01") || text.len() == "2014-06".len()
    };
    if !cells.values().filter(is_date).all(is_month) {
        return false;
    }
    let dates = (0..cells.row_count()).filter(|row| is_date(&cells.value(*row)));
    dates.count() as u32 >= ROWS_MIN
}

fn with_months(cells: &Cells) -> Result<Cells, TooLarge> {
    let mut builder = CellsBuilder::default();
    for row in 0..cells.row_count() {
        let value = cells.value(row);
        let mut text = cells.text(value).to_owned();
        if cells.kind(value) == CellKind::Date {
            leave_first_day(&mut text, 0);
        }
        builder.push(&text, cells.kind(value))?;
    }
    Ok(builder.finish())
}
