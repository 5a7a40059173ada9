//! What is particular to xls: code pages, texts that are cut, results of formulas.

use roster_model::{CellKind, Column};

use super::make::{Version, book, compound, header, label, record, wide_label};
use super::{read, read_sheet};

/// 姓名, 王小明, 女 in GBK.
const HEADER: &[u8] = b"\xD0\xD5\xC3\xFB";
const NAME: &[u8] = b"\xCD\xF5\xD0\xA1\xC3\xF7";
const SEX: &[u8] = b"\xD0\xD4\xB1\xF0";
const FEMALE: &[u8] = b"\xC5\xAE";

fn roster(version: Version) -> Vec<Vec<u8>> {
    [(0, 0, HEADER), (0, 1, SEX), (1, 0, NAME), (1, 1, FEMALE)]
        .into_iter()
        .map(|(row, position, text)| label(version, row, position, text))
        .collect()
}

#[test]
fn chinese_is_read_whatever_code_page_is_declared() {
    let page = |page: u16| record(0x0042, &[&page.to_le_bytes()]);
    for (version, globals) in [
        (Version::Five, vec![page(936)]),
        (Version::Five, vec![page(1252)]),
        (Version::Five, vec![]),
        (Version::Eight, vec![page(1200)]),
        (Version::Eight, vec![page(1252)]),
    ] {
        for name in ["Book", "Workbook"] {
            let bytes = compound(name, &book(version, &globals, &roster(version)));
            let sheet = read_sheet(&bytes);
            let index = sheet.index_of(Column::Name).unwrap();
            assert_eq!(sheet.text(index, 0), "王小明");
            let index = sheet.index_of(Column::Sex).unwrap();
            assert_eq!(sheet.text(index, 0), "女");
        }
    }
}

#[test]
fn western_letters_stay_what_they_are() {
    let cells = [
        header(),
        label(Version::Eight, 1, 0, b"M\xFCller"),
        label(Version::Eight, 2, 0, b"Jos\xE9"),
    ];
    let sheet = read_sheet(&compound("Workbook", &book(Version::Eight, &[], &cells)));
    let index = sheet.index_of(Column::Name).unwrap();
    assert_eq!(sheet.text(index, 0), "Müller");
    assert_eq!(sheet.text(index, 1), "José");
}

#[test]
fn a_shared_text_may_be_cut_anywhere() {
    // Two texts: one cut between wide characters and gone on in narrow ones, one behind it.
    let wide: Vec<u8> = "姓名".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let first = record(0x00FC, &[&[2, 0, 0, 0, 2, 0, 0, 0], &[4, 0, 1], &wide]);
    let second = record(0x003C, &[&[0], b"AB", &[3, 0, 8, 1, 0], b"abc", &[0; 4]]);
    let shared = |row: u16, index: u32| {
        let place = [row, 0, 0].map(u16::to_le_bytes).concat();
        record(0x00FD, &[&place, &index.to_le_bytes()])
    };
    let cells = [header(), shared(1, 0), shared(2, 1), shared(3, 9)];
    let stream = book(Version::Eight, &[first, second], &cells);
    let sheet = read_sheet(&compound("Workbook", &stream));
    assert_eq!((sheet.text(0, 0), sheet.text(0, 1)), ("姓名AB", "abc"));
    assert_eq!(
        sheet.row_count(),
        2,
        "an index that leads nowhere is no cell"
    );
}

#[test]
fn results_of_formulas_are_told_as_such() {
    let formula = |row: u16, result: &[u8]| {
        let place = [row, 0, 0].map(u16::to_le_bytes).concat();
        record(0x0006, &[&place, result, &[0; 8]])
    };
    let text = record(0x0207, &[&[3, 0, 0], b"abc"]);
    let cells = [
        header(),
        formula(1, &2.5_f64.to_le_bytes()),
        formula(2, &[0, 0, 0, 0, 0, 0, 0xFF, 0xFF]),
        text,
        formula(3, &[1, 0, 1, 0, 0, 0, 0xFF, 0xFF]),
        formula(4, &[2, 0, 0x2A, 0, 0, 0, 0xFF, 0xFF]),
    ];
    let sheet = read_sheet(&compound("Workbook", &book(Version::Eight, &[], &cells)));
    let cells = &sheet.columns[0].cells;
    let read: Vec<_> = (0..4)
        .map(|row| (cells.text(cells.value(row)), cells.kind(cells.value(row))))
        .collect();
    let expected = [
        ("2.5", CellKind::Formula),
        ("abc", CellKind::Formula),
        ("TRUE", CellKind::Formula),
        ("#N/A", CellKind::Error),
    ];
    assert_eq!(read, expected);
}

#[test]
fn of_a_number_no_digit_is_invented() {
    let number = |row: u16, number: f64| {
        let place = [row, 0, 0].map(u16::to_le_bytes).concat();
        record(0x0203, &[&place, &number.to_le_bytes()])
    };
    // The workbook holds 110101201509010016 for what was typed as 110101201509010017, and shows zeros.
    let cells = [
        header(),
        number(1, 110_101_201_509_010_017.0),
        number(2, 13_800_000_001.0),
    ];
    let sheet = read_sheet(&compound("Workbook", &book(Version::Eight, &[], &cells)));
    assert_eq!(sheet.text(0, 0), "110101201509010000");
    assert_eq!(sheet.text(0, 1), "13800000001");
}

#[test]
fn zeros_that_a_format_shows_are_read() {
    let format = record(0x041E, &[&[164, 0, 4, 0, 0], b"0000"]);
    let look = |format: u8| record(0x00E0, &[&[0, 0, format, 0], &[0; 16]]);
    let number = |row: u16, look: u16, number: f64| {
        let place = [row, 0, look].map(u16::to_le_bytes).concat();
        record(0x0203, &[&place, &number.to_le_bytes()])
    };
    let globals = [format, look(0), look(164)];
    let cells = [
        header(),
        number(1, 1, 501.0),
        number(2, 0, 501.0),
        number(3, 1, 0.5),
        record(
            0x0006,
            &[&[4, 0, 0, 0, 1, 0], &501.0_f64.to_le_bytes(), &[0; 8]],
        ),
    ];
    let sheet = read_sheet(&compound(
        "Workbook",
        &book(Version::Eight, &globals, &cells),
    ));
    let seen = |row| sheet.columns[0].cells.seen(row).into_owned();
    assert_eq!(
        [seen(0), seen(1), seen(2), seen(3)],
        ["0501", "501", "0.5", "501"]
    );
    assert_eq!(sheet.text(0, 0), "0501");
}

#[test]
fn a_bare_stream_is_read_and_one_before_excel_5_is_named() {
    let bare = book(Version::Eight, &[], &[header(), wide_label(1, 0, "王小明")]);
    assert_eq!(read_sheet(&bare).row_count(), 1);
    let ancient = read(b"\x09\x04\x06\x00\x00\x00\x10\x00\x00\x00");
    assert!(ancient.failure.unwrap().said.zh.contains("Excel 4"));
}
