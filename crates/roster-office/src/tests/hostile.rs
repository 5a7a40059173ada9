//! Files made to harm: each ends in a sheet or one sentence, at once and in little memory.

use roster_model::FailureKind;

use super::make::{
    Version, book, compound, header, ods, put, record, short_cell, short_record, wide_label, xlsb,
};
use super::{FIXTURES, read, read_sheet};

fn roster() -> Vec<u8> {
    let cells = [header(), wide_label(1, 0, "王小明")];
    book(Version::Eight, &[], &cells)
}

#[test]
fn a_lone_far_cell_costs_one_cell() {
    let far = [
        header(),
        wide_label(1, 0, "王小明"),
        wide_label(65_535, 255, "远"),
    ];
    let far = compound("Workbook", &book(Version::Eight, &[], &far));
    let mut cells: Vec<Vec<u8>> = short_cell(0, 0, "姓名");
    cells.push(short_cell(0, 1, "性别").swap_remove(1));
    cells.extend(short_cell(1, 0, "王小明"));
    cells.extend(short_cell(1_048_575, 16_383, "远"));
    cells.push(short_record(0x0092, &[]));
    let cell = |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let rows = format!(
        "<table:table-row>{}{}</table:table-row><table:table-row>{}</table:table-row>\
         <table:table-row table:number-rows-repeated=\"1048573\"><table:table-cell/></table:table-row>\
         <table:table-row><table:table-cell table:number-columns-repeated=\"16383\"/>{}</table:table-row>",
        cell("姓名"),
        cell("性别"),
        cell("王小明"),
        cell("远")
    );
    for (bytes, last) in [
        (far, 65_536),
        (xlsb(&cells), 1_048_576),
        (ods(&rows), 1_048_576),
    ] {
        let raw = crate::read(&bytes);
        assert!(raw.len() < 120, "{}", raw.len());
        let sheet = read_sheet(&bytes);
        assert_eq!((sheet.row_numbers[0], sheet.filled_rows), (2, 3));
        let set_aside = sheet.set_aside.iter().map(|it| it.row_number);
        let rows: Vec<u32> = sheet
            .row_numbers
            .iter()
            .copied()
            .skip(1)
            .chain(set_aside)
            .collect();
        assert_eq!(rows, [last]);
    }
}

#[test]
fn chains_that_lead_back_to_themselves_end() {
    let whole = compound("Workbook", &roster());
    // The stream, the directory, the table of the table, the first child.
    for (at, number) in [(512 + 8, 2), (512 + 4, 1), (1024 + 76, 0), (512 + 9 * 4, 2)] {
        let mut bytes = whole.clone();
        put(&mut bytes, at, number);
        assert!(read(&bytes).failure.is_some(), "{at}");
    }
    // A tree that leads back to itself is still read.
    let mut bytes = whole.clone();
    put(&mut bytes, 1024 + 128 + 68, 1);
    assert_eq!(read_sheet(&bytes).row_count(), 1);
    // Lengths and numbers of sectors beyond the file.
    for (at, number) in [
        (1024 + 128 + 120, u32::MAX - 8),
        (44, u32::MAX),
        (72, u32::MAX),
        (64, 9),
        (68, 0),
    ] {
        let mut bytes = whole.clone();
        put(&mut bytes, at, number);
        read(&bytes);
    }
}

#[test]
fn sheets_that_share_their_records_are_read_once() {
    let stream = roster();
    let bound = stream
        .windows(4)
        .position(|it| it == [0x85, 0x00, 0x09, 0x00])
        .unwrap();
    // The same sheet under a thousand names.
    let again: Vec<u8> = stream[bound..bound + 13].repeat(1000);
    let mut start = [0; 4];
    start.copy_from_slice(&stream[bound + 4..bound + 8]);
    let start = u32::from_le_bytes(start) + again.len() as u32;
    let mut bytes = [&stream[..bound], &again, &stream[bound..]].concat();
    for at in (bound..=bound + again.len()).step_by(13) {
        put(&mut bytes, at + 4, start);
    }
    let read = read(&bytes);
    assert_eq!(read.sheets[0].row_count(), 1);
    assert!(read.sheets[1..].iter().all(|it| it.filled_rows == 0));
    assert!(read.failure.is_some());
}

#[test]
fn what_is_repeated_without_end_is_refused() {
    let row = "<table:table-row table:number-rows-repeated=\"4000000000\">\
               <table:table-cell table:number-columns-repeated=\"4000000000\">\
               <text:p>张三李四王五赵六</text:p></table:table-cell></table:table-row>";
    let read = super::read(&ods(row));
    assert_eq!(read.failure.unwrap().kind, FailureKind::TooLarge);
    // Spaces that are counted.
    let row = "<table:table-row><table:table-cell><text:p>姓名<text:s text:c=\"4294967295\"/></text:p>\
               </table:table-cell></table:table-row>";
    assert!(crate::read(&ods(row)).len() < 4096);
}

#[test]
fn records_that_lie_about_themselves_are_passed_over() {
    let mut cells: Vec<Vec<u8>> = vec![header(), wide_label(1, 0, "王小明")];
    for kind in [
        0x0208, 0x007D, 0x00E5, 0x0203, 0x027E, 0x00BD, 0x0205, 0x0006, 0x00FD, 0x0204,
    ] {
        for length in 0..16 {
            cells.push(record(kind, &[&vec![0xFF; length]]));
        }
    }
    let read = read(&compound("Workbook", &book(Version::Eight, &[], &cells)));
    assert_eq!(read.failure, None);
    assert_eq!(read.sheets[0].row_numbers[0], 2);
    // More shared texts than there are bytes.
    let shared = record(0x00FC, &[&[0xFF; 8], &[0xFF; 3]]);
    let stream = book(Version::Eight, &[shared], &[header()]);
    assert_eq!(super::read(&stream).failure, None);
}

#[test]
fn rows_beyond_the_last_are_damage() {
    let mut cells: Vec<Vec<u8>> = short_cell(0, 0, "姓名");
    cells.extend(short_cell(1_048_576, 0, "王小明"));
    cells.push(short_record(0x0092, &[]));
    assert!(read(&xlsb(&cells)).failure.is_some());
    let mut cells: Vec<Vec<u8>> = short_cell(0, 0, "姓名");
    cells.push(vec![6, 0xFF, 0xFF, 0xFF, 0x7F]);
    assert!(read(&xlsb(&cells)).failure.is_some());
}

#[test]
fn files_that_break_off_give_what_there_was_or_a_sentence() {
    for (name, bytes) in FIXTURES {
        let rows = read(bytes).sheets[0].row_count();
        for part in 0..40 {
            let end = bytes.len() * part / 40;
            let part = read(&bytes[..end]);
            // What is cut off may be a picture or a summary.
            let is_whole = part.sheets.first().map(roster_model::Sheet::row_count) == Some(rows);
            assert!(part.failure.is_some() || is_whole, "{name} {end}");
        }
    }
}
