//! Rows behind the last pupil that somebody filled down in advance: the class, the usual ethnic group,
//! formulas that wait for a number.
//!
//! Nobody is in such a row, and every one of them would be told of as a pupil without a name. In doubt a
//! row stays a pupil: it goes only if nothing in it could be somebody's own.

use roster_model::{
    CellKind, Column, HeadRow, SetAside, SetAsideReason, Sheet, SheetColumn, TooLarge,
};
use roster_values::text::is_blank;

use crate::OtherRows;
use crate::header::row_kind::is_serial;
use crate::xlsx::cell::NO_RESULT;

/// At least this many neighbouring rows that say the same were filled down, though some pupils have another value.
const FILLED_DOWN_MIN: u32 = 3;
/// What a formula makes of an empty number, such as a G before it, is shorter.
const NUMBER_BYTES_MIN: usize = 8;

/// What a cell says of whether somebody is in its row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Says {
    Nothing,
    /// It counts the rows.
    Counted,
    /// A name or number was looked up and not found.
    Failed,
    /// There is a text that the row may share with the pupils above.
    Text,
    Somebody,
}

/// Takes such rows from the pupils of a sheet.
pub(crate) fn set_aside(sheet: &mut Sheet, other_rows: OtherRows) -> Result<(), TooLarge> {
    let named = |it: &&SheetColumn| matches!(it.column, Some(Column::Name | Column::IdNumber));
    let rows = sheet.row_count();
    if rows == 0 || !sheet.columns.iter().any(|it| named(&it)) {
        return Ok(());
    }
    let has_somebody = |row: u32| {
        let mut columns = sheet.columns.iter();
        columns.any(|it| says(it, row) == Says::Somebody)
    };
    let behind = (0..rows).rev().take_while(|&it| !has_somebody(it)).count() as u32;
    let pupils = rows - behind;
    if behind == 0 || pupils == 0 {
        return Ok(());
    }
    let mut usual: Vec<Option<String>> = Vec::new();
    for column in &sheet.columns {
        usual.push(usual_text(column, pupils, behind));
    }
    let is_prefilled = |row: u32| {
        let (mut has_failed, mut is_typed) = (false, false);
        for (column, usual) in sheet.columns.iter().zip(&usual) {
            match says(column, row) {
                Says::Nothing => {}
                Says::Failed => has_failed = true,
                Says::Somebody => return false,
                Says::Text if usual.as_deref() != Some(text(column, row)) => return false,
                Says::Counted | Says::Text => is_typed = true,
            }
        }
        // What was typed may be what a name was looked up by.
        !has_failed || behind >= FILLED_DOWN_MIN && !is_typed
    };
    let keep = rows
        - (pupils..rows)
            .rev()
            .take_while(|&it| is_prefilled(it))
            .count() as u32;
    if keep < rows {
        cut(sheet, keep, other_rows)?;
    }
    Ok(())
}

fn text(column: &SheetColumn, row: u32) -> &str {
    column.cells.text(column.cells.value(row)).trim()
}

fn says(column: &SheetColumn, row: u32) -> Says {
    let value = column.cells.value(row);
    let (whole, kind) = (column.cells.text(value), column.cells.kind(value));
    let text = whole.trim();
    let is_result = kind == CellKind::Formula;
    let is_unknown = is_result && whole == NO_RESULT;
    if is_blank(whole) && !is_unknown {
        return Says::Nothing;
    }
    let tells = |is_somebody: bool| match (kind, is_somebody) {
        (CellKind::Error, _) => Says::Failed,
        (_, true) => Says::Somebody,
        (_, false) => Says::Nothing,
    };
    match column.column.or(column.repeats) {
        Some(Column::Name) => tells(!is_result || text != "0"),
        Some(Column::IdNumber | Column::StudentNumber | Column::AuxiliaryNumber) => {
            tells(!is_result || is_unknown || text.len() >= NUMBER_BYTES_MIN)
        }
        _ if is_result || kind == CellKind::Error => Says::Nothing,
        Some(Column::BirthDate) => Says::Somebody,
        Some(Column::ClassSerial) if is_serial(text) => Says::Counted,
        None if column.ignored && is_serial(text) => Says::Counted,
        _ => Says::Text,
    }
}

/// The text that rows behind the pupils may have for having been filled down: what all pupils have, and if
/// many rows have it, what most have.
fn usual_text(column: &SheetColumn, pupils: u32, behind: u32) -> Option<String> {
    let rows = (pupils..pupils + behind).rev();
    let mut typed = rows.filter(|&it| says(column, it) == Says::Text);
    let last = text(column, typed.next()?);
    let (mut same, mut filled) = (0, 0);
    for row in 0..pupils {
        let text = text(column, row);
        filled += u32::from(!text.is_empty());
        same += u32::from(text == last);
    }
    let run = 1 + typed.take_while(|&it| text(column, it) == last).count() as u32;
    let is_usual = same == filled && same > 1 || run >= FILLED_DOWN_MIN && same * 2 >= filled;
    (same > 0 && is_usual).then(|| last.to_owned())
}

/// Leaves the first pupils of a sheet.
fn cut(sheet: &mut Sheet, keep: u32, other_rows: OtherRows) -> Result<(), TooLarge> {
    let numbers = sheet.row_numbers.split_off(keep as usize);
    if other_rows == OtherRows::Kept {
        for (row, &row_number) in (keep..).zip(&numbers) {
            let cells = sheet.columns.iter().filter_map(|it| {
                let text = it.cells.seen(row);
                (!is_blank(&text)).then(|| (it.position, text.into_owned()))
            });
            let cells = cells.collect();
            sheet.other_rows.push(HeadRow { row_number, cells });
        }
        roster_order::sort_by_key(&mut sheet.other_rows, |it| it.row_number);
    }
    let reason = SetAsideReason::Prefilled;
    let aside = numbers
        .iter()
        .map(|&row_number| SetAside { row_number, reason });
    sheet.set_aside.extend(aside);
    roster_order::sort_by_key(&mut sheet.set_aside, |it| it.row_number);
    let last = sheet.row_numbers.last().copied().unwrap_or(0);
    sheet.blank_rows.retain(|&it| it < last);
    for column in &mut sheet.columns {
        column.cells = column.cells.first(keep)?;
    }
    // A column that only these rows had.
    let has_text = |it: &SheetColumn| it.cells.values().any(|id| !is_blank(it.cells.text(id)));
    sheet
        .columns
        .retain(|it| !it.header.is_empty() || has_text(it));
    Ok(())
}
