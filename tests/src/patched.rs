//! A workbook that was changed in place is read as it was before, but for what was asked.
#![expect(clippy::disallowed_methods, reason = "the tests read their fixtures")]

use std::collections::BTreeMap;

use roster_files::{ReadOptions, read};
use roster_model::{CellKind, Level, Sheet};
use roster_write::{AppendedSheet, CellPatch, Patch, SheetPatch, WorkbookCell, patch};

const FILES: [&str; 2] = ["equivalents/calc.xlsx", "hidden/calc.xlsx"];

fn sheets(bytes: &[u8]) -> Vec<Sheet> {
    let read = read(bytes, &ReadOptions::default(), &mut |_| {});
    assert_eq!(read.failure, None);
    read.sheets
}

/// Text and kind of every cell of a pupil, by row number and position.
fn cells(sheet: &Sheet) -> BTreeMap<(u32, u16), (String, CellKind)> {
    let mut cells = BTreeMap::new();
    for (column, index) in sheet.columns.iter().zip(0..) {
        for (row_number, row) in sheet.row_numbers.iter().zip(0..) {
            let value = sheet.value(index, row);
            let text = column.cells.text(value).to_owned();
            let kind = column.cells.kind(value);
            cells.insert((*row_number, column.position), (text, kind));
        }
    }
    cells
}

/// What a sheet says beside its cells.
fn facts(sheet: &Sheet) -> String {
    let told = (
        &sheet.name,
        (&sheet.header_rows, &sheet.title_rows, &sheet.blank_rows),
        (&sheet.hidden_rows, &sheet.hidden_columns, sheet.visibility),
        (sheet.is_filtered, sheet.phantom_rows, &sheet.merged),
    );
    format!("{told:?}")
}

/// A new text in the first cell, an emptied one in the last, and a mark and a note in between.
fn changes(sheet: &Sheet) -> Vec<CellPatch> {
    let (first, last) = (sheet.row_numbers[0], *sheet.row_numbers.last().unwrap());
    let positions: Vec<u16> = sheet.columns.iter().map(|it| it.position).collect();
    let at = |row_number, position| CellPatch {
        row_number,
        position,
        ..CellPatch::default()
    };
    vec![
        CellPatch {
            text: Some("=张<小>明".to_owned()),
            ..at(first, positions[0])
        },
        CellPatch {
            text: Some(String::new()),
            ..at(last, positions[positions.len() - 1])
        },
        CellPatch {
            mark: Some(Level::Error),
            note: Some("请核对".to_owned()),
            ..at(first, positions[1])
        },
        CellPatch {
            note: Some("这一行没有".to_owned()),
            mark: Some(Level::Info),
            ..at(last, positions[2])
        },
    ]
}

#[test]
fn what_was_not_asked_for_is_read_as_before() {
    for name in FILES {
        let path = format!("{}/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
        let original = std::fs::read(path).unwrap();
        let before = sheets(&original);
        let patches = before.iter().map(|sheet| SheetPatch {
            name: sheet.name.clone(),
            merged: sheet.merged.clone(),
            cells: changes(sheet),
            forget_marks: false,
        });
        let mut is_first = true;
        let results = AppendedSheet {
            name: "校验结果".to_owned(),
            replaces: Vec::new(),
            freeze_rows: 1,
            columns_width: vec![20.0],
            autofilter: true,
            rows: Box::new(move |row| {
                row.push(WorkbookCell::header("说明"));
                std::mem::take(&mut is_first)
            }),
        };
        let patched = patch(
            &original,
            Patch {
                sheets: patches.collect(),
                appended: vec![results],
                ..Patch::default()
            },
            &mut |_| {},
        )
        .unwrap();
        assert_eq!(patched.left_out, []);
        let mut after = sheets(&patched.bytes);
        assert_eq!(after.pop().unwrap().name, "校验结果", "{name}");
        assert_eq!(after.len(), before.len(), "{name}");
        for (before, after) in before.iter().zip(&after) {
            assert_eq!(facts(before), facts(after), "{name}");
            let mut expected = cells(before);
            for change in changes(before) {
                let Some(text) = change.text else { continue };
                let kind = if text.is_empty() {
                    CellKind::Blank
                } else {
                    CellKind::Text
                };
                expected.insert((change.row_number, change.position), (text, kind));
            }
            assert_eq!(expected, cells(after), "{name}");
        }
    }
}
