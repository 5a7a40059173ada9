//! The cells are those another reader gives, calamine, for files other programs made.

use std::io::Cursor;

use calamine::{Data, Reader, open_workbook_auto_from_rs};
use roster_files::{ReadOptions, SheetChoice, read_raw};

use super::FIXTURES;

/// As text, the way this product writes it; none for what the two tell differently on purpose.
fn text(data: &Data) -> Option<String> {
    Some(match data {
        Data::String(it) => it.clone(),
        Data::Float(it) if it.fract() != 0.0 => it.to_string(),
        Data::Float(it) => format!("{}", *it as i128),
        Data::Int(it) => it.to_string(),
        Data::Bool(it) => it.to_string().to_uppercase(),
        Data::DateTime(it) => {
            let (year, month, day, ..) = it.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::DateTimeIso(it) => it.trim_end_matches("T00:00:00").to_owned(),
        Data::Error(it) => it.to_string(),
        Data::DurationIso(_) | Data::Empty => return None,
    })
}

#[test]
fn cells_are_those_of_the_other_reader() {
    for (name, bytes) in FIXTURES {
        let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).unwrap();
        let raw = crate::read(bytes);
        let mut compared = 0;
        for sheet in book.sheet_names() {
            let range = book.worksheet_range(&sheet).unwrap();
            let (first_row, first_position) = range.start().unwrap();
            // Every row from the first on is read as a pupil, so that every cell is looked at.
            let options = ReadOptions {
                choices: vec![SheetChoice {
                    sheet: None,
                    header_row: Some(first_row + 1),
                    skip: false,
                }],
                ..ReadOptions::default()
            };
            let read = read_raw(bytes, &raw, &options, &mut |_| {});
            let own = read.sheets.iter().find(|it| it.name == sheet).unwrap();
            for (row, &number) in own.row_numbers.iter().enumerate() {
                for column in &own.columns {
                    let place = (
                        number - 1 - first_row,
                        u32::from(column.position) - first_position,
                    );
                    let theirs = range.get((place.0 as usize, place.1 as usize));
                    let Some(theirs) = theirs.and_then(text) else {
                        continue;
                    };
                    let ours = column.cells.text(column.cells.value(row as u32));
                    assert_eq!(ours, theirs, "{name} {sheet} {number} {}", column.position);
                    compared += 1;
                }
            }
        }
        assert!(compared > 10, "{name}: {compared} cells");
    }
}
