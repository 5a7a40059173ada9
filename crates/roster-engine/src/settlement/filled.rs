//! Whether somebody has written into a list that an earlier run made: it is not to be lost.

use roster_files::{NO_HEADER, OtherRows, ReadOptions, SheetChoice, read};
use roster_model::Sheet;

use crate::session::own_lists::{OwnList, own_list};

/// Whether the bytes are a workbook 《问题学籍处理清单》 in which somebody has filled in a column that is left to the
/// clerk, or added one.
pub fn is_settlement_filled_in(bytes: &[u8]) -> bool {
    // No row of it is a header of pupils, nor set aside for what it says.
    let options = ReadOptions {
        choices: vec![SheetChoice {
            header_row: Some(NO_HEADER),
            ..SheetChoice::default()
        }],
        other_rows: OtherRows::Kept,
        ..ReadOptions::default()
    };
    let sheets = read(bytes, &options, &mut |_| {}).sheets;
    let mut lists = sheets
        .iter()
        .filter(|it| own_list(it) == Some(OwnList::Settlement));
    lists.any(is_filled_in)
}

fn is_filled_in(sheet: &Sheet) -> bool {
    let rows = cells(sheet);
    let of_header = rows.iter().filter(|it| it.0 == roster_papers::TOP_ROWS);
    let header: Vec<(u16, &str)> = of_header.map(|it| (it.1, it.2)).collect();
    // Certificates and letters have none.
    if header.len() < 2 {
        return false;
    }
    let is_for_the_clerk = |position: u16| {
        let own = header.iter().find(|it| it.0 == position);
        own.is_none_or(|it| roster_papers::is_for_the_clerk(it.1))
    };
    let below = rows.iter().filter(|it| it.0 > roster_papers::TOP_ROWS);
    below.into_iter().any(|it| is_for_the_clerk(it.1))
}

/// Row number, position and text of every cell with something in it.
fn cells(sheet: &Sheet) -> Vec<(u32, u16, &str)> {
    let mut all = Vec::new();
    for column in &sheet.columns {
        for (row, &number) in (0..).zip(&sheet.row_numbers) {
            let text = column.cells.text(column.cells.value(row)).trim();
            all.push((number, column.position, text));
        }
    }
    for row in &sheet.other_rows {
        let cells = row.cells.iter();
        all.extend(cells.map(|it| (row.row_number, it.0, it.1.trim())));
    }
    all.retain(|it| !it.2.is_empty());
    all
}
