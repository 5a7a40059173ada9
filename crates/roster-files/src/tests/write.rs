//! Writing: what is written is read back, and nothing becomes a formula.

use calamine::{DataType, Reader, Xlsx};
use roster_model::{CellKind, Level};

use super::read_sheet;
use crate::{Workbook, WorkbookCell, WorkbookSheet, link_to, write_csv, write_workbook};

const DANGEROUS: [&str; 10] = [
    "=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "＝1+1", "＋1", "－1", "＠A1",
];

fn sheet(rows: Vec<Vec<WorkbookCell>>) -> WorkbookSheet {
    WorkbookSheet {
        name: "名单".to_owned(),
        freeze_rows: 1,
        autofilter: true,
        rows,
        ..WorkbookSheet::default()
    }
}

#[test]
fn a_workbook_is_read_back_as_text_and_is_the_same_every_time() {
    let header = ["姓名", "性别", "民族"].map(WorkbookCell::header).to_vec();
    let rows = DANGEROUS.iter().map(|text| {
        let marked = WorkbookCell {
            mark: Some(Level::Error),
            note: Some("请核对".to_owned()),
            link: Some(link_to("名单", "A1")),
            ..WorkbookCell::text(*text)
        };
        vec![marked, WorkbookCell::text("1"), WorkbookCell::default()]
    });
    let book = Workbook {
        sheets: vec![sheet(std::iter::once(header).chain(rows).collect())],
    };
    let bytes = write_workbook(&book).unwrap();
    assert_eq!(bytes, write_workbook(&book).unwrap());
    let read = read_sheet(&bytes);
    assert_eq!(read.row_count(), DANGEROUS.len() as u32);
    for (row, text) in DANGEROUS.iter().enumerate() {
        let cells = &read.columns[0].cells;
        let value = cells.value(row as u32);
        assert_eq!(
            (cells.text(value), cells.kind(value)),
            (*text, CellKind::Text)
        );
    }
}

#[test]
fn names_that_no_program_accepts_are_changed_and_long_text_is_cut() {
    let long = WorkbookCell::text("长".repeat(40_000));
    let mut first = sheet(vec![vec![long]]);
    first.name = "a/b".to_owned();
    let mut second = sheet(Vec::new());
    second.name = "a:b".to_owned();
    let bytes = write_workbook(&Workbook {
        sheets: vec![first, second],
    })
    .unwrap();
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["a_b", "a_b (2)"]);
    let range = book.worksheet_range("a_b").unwrap();
    let text = range.get((0, 0)).unwrap().get_string().unwrap();
    assert_eq!(text.chars().count(), 32_767);
    assert!(text.ends_with('…'));
}

#[test]
fn a_workbook_without_sheets_still_opens() {
    read_sheet(&write_workbook(&Workbook::default()).unwrap());
}

#[test]
fn delimited_text_has_its_mark_and_no_formula() {
    let bytes = write_csv([["姓名", "备注"], ["张,小明", "=1+1"], ["李\"小\"红", "－1"]]);
    let expected = "\u{FEFF}姓名,备注\r\n\"张,小明\",'=1+1\r\n\"李\"\"小\"\"红\",'－1\r\n";
    assert_eq!(String::from_utf8(bytes).unwrap(), expected);
    for text in DANGEROUS {
        let bytes = write_csv([[text]]);
        let body = String::from_utf8(bytes)
            .unwrap()
            .replace(['\u{FEFF}', '"'], "");
        assert!(body.starts_with('\''), "{body:?}");
    }
    assert_eq!(write_csv(Vec::<Vec<String>>::new()), b"\xEF\xBB\xBF");
}
