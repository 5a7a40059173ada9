//! Marks and texts of cells, in workbooks as programs write them.

use calamine::Reader;
use roster_model::{Level, Merged};
use rust_xlsxwriter::{Format, Workbook};

use super::original::{SHEET, TABLE_SHEET, workbook};
use super::*;
use crate::{LeftOut, LeftOutReason};

#[test]
fn texts_are_read_back_and_their_neighbours_stay() {
    let original = workbook();
    let odd = "a\u{1}\r\n_x0041_ <&\"> 张 ";
    let cells = [
        text("A3", "张小明"),
        text("D3", "01234567890123456X"),
        text("E3", odd),
        text("B5", ""),
        text("Z30", "远"),
    ];
    let new = patched(&original, SHEET, cells).bytes;
    for (address, expected) in [
        ("A3", "张小明"),
        ("D3", "01234567890123456X"),
        ("E3", odd),
        ("B5", ""),
        ("Z30", "远"),
        ("A4", "学生3"),
        ("E4", "3"),
        ("F4", "1"),
    ] {
        assert_eq!(read(&new, SHEET, address), expected, "{address}");
    }
}

#[test]
fn a_text_is_no_formula_now_and_none_later() {
    let original = workbook();
    let new = patched(&original, SHEET, [text("A3", "=1+1"), text("F3", "男")]).bytes;
    let formulas = open(&new).worksheet_formula(SHEET).unwrap();
    assert_eq!(formulas.get_value((2, 0)).map_or("", |it| it), "");
    assert_eq!(formulas.get_value((2, 5)).map_or("", |it| it), "");
    assert_eq!(formulas.get_value((3, 5)).unwrap(), "E4*2");
    let styles = &parts(&new)["xl/styles.xml"];
    let quoted = styles.matches("numFmtId=\"49\"").count();
    assert_eq!(
        (quoted, styles.matches("quotePrefix=\"1\"").count()),
        (2, 1)
    );
}

#[test]
fn marks_keep_the_format_of_their_cells() {
    let original = workbook();
    let marks = [
        mark("E3", Level::Error),
        mark("A3", Level::Warning),
        mark("B3", Level::Info),
        mark("D3", Level::Error),
    ];
    let new = patched(&original, SHEET, marks).bytes;
    let styles = &parts(&new)["xl/styles.xml"];
    let xf = styles.rsplit("<cellXfs").next().unwrap();
    let xf = xf.split("</cellXfs>").next().unwrap();
    let marked: Vec<&str> = xf
        .split("<xf ")
        .filter(|it| it.contains("applyFill"))
        .collect();
    assert_eq!(marked.len(), 4, "{xf}");
    assert!(
        marked
            .iter()
            .any(|it| it.contains("applyNumberFormat=\"1\"")),
        "the number stays a number"
    );
    for colour in ["FFF8CBCB", "FFFFE699", "FFDDEBF7"] {
        assert_eq!(styles.matches(colour).count(), 1);
    }
    assert_eq!(styles.matches("<i/>").count(), 1);
    assert_eq!(read(&new, SHEET, "E3"), "2");
}

#[test]
fn several_changes_of_a_cell_are_put_together() {
    let original = workbook();
    let cells = [
        text("A3", "一"),
        mark("A3", Level::Info),
        note("A3", "甲"),
        mark("A3", Level::Error),
        text("A3", "二"),
        note("A3", "乙"),
    ];
    let new = patched(&original, SHEET, cells).bytes;
    assert_eq!(read(&new, SHEET, "A3"), "二");
    let parts = parts(&new);
    assert!(parts["xl/styles.xml"].contains("FFF8CBCB"));
    assert!(!parts["xl/styles.xml"].contains("FFDDEBF7"));
    assert!(parts["xl/comments1.xml"].contains("甲\n乙"));
}

#[test]
fn what_is_asked_of_a_covered_cell_goes_to_the_one_that_is_seen() {
    let original = workbook();
    let mut change = sheet(
        SHEET,
        [
            mark("C1", Level::Error),
            note("D1", "标题"),
            text("B1", "藏"),
        ],
    );
    change.merged = vec![Merged {
        first_row: 1,
        last_row: 1,
        first_position: 0,
        last_position: 5,
    }];
    let new = try_patch(&original, vec![change]).unwrap().bytes;
    let parts = parts(&new);
    assert!(parts["xl/comments1.xml"].contains("<comment ref=\"A1\""));
    let sheet = &parts["xl/worksheets/sheet1.xml"];
    let style = |address: &str| -> u32 {
        let at = sheet.find(&format!("<c r=\"{address}\" s=\"")).unwrap();
        let rest = &sheet[at + 13..];
        rest[..rest.find('"').unwrap()].parse().unwrap()
    };
    assert_ne!(style("A1"), style("C1"), "{sheet}");
    assert_eq!(style("D1"), style("C1"));
    assert_eq!(read(&new, SHEET, "B1"), "藏");
}

#[test]
fn a_header_of_a_table_gives_its_column_the_same_name() {
    let original = workbook();
    let cells = [text("B2", "学生姓名"), text("C2", "分数")];
    let new = patched(&original, TABLE_SHEET, cells);
    let table = &parts(&new.bytes)["xl/tables/table1.xml"];
    assert!(table.contains("name=\"学生姓名\""), "{table}");
    assert_eq!(read(&new.bytes, TABLE_SHEET, "B2"), "学生姓名");
    // A formula of the table names this one.
    assert_eq!(read(&new.bytes, TABLE_SHEET, "C2"), "成绩");
    let expected = LeftOut {
        sheet: TABLE_SHEET.to_owned(),
        row_number: 2,
        position: 2,
        reason: LeftOutReason::TableHeader,
    };
    assert_eq!(new.left_out, [expected]);
    let twice = patched(&original, TABLE_SHEET, [text("B2", "两倍")]);
    assert_eq!(twice.left_out.len(), 1);
    assert_eq!(read(&twice.bytes, TABLE_SHEET, "B2"), "姓名");
}

#[test]
fn dates_that_formulas_calculate_with_stay() {
    let mut book = Workbook::new();
    let page = book.add_worksheet().set_name("名单").unwrap();
    let date = Format::new().set_num_format("yyyy-mm-dd");
    for row in 1..3 {
        page.write_number_with_format(row, 0, 41_697, &date)
            .unwrap();
        page.write_number_with_format(row, 1, 41_697, &date)
            .unwrap();
        page.write_string(row, 2, "2014-02-27").unwrap();
        let formula = "DATEDIF(A2,TODAY(),\"Y\")&MID(C2,1,4)&COUNTA(A1:C9)";
        page.write_formula(row, 3, formula).unwrap();
    }
    let original = book.save_to_buffer().unwrap();
    let cells = ["A2", "A3", "B2", "C2"].map(|it| text(it, "20140227"));
    let new = patched(&original, "名单", cells);
    let left: Vec<_> = new
        .left_out
        .iter()
        .map(|it| (it.row_number, it.position))
        .collect();
    assert_eq!(left, [(2, 0), (3, 0)]);
    assert!(
        new.left_out
            .iter()
            .all(|it| it.reason == LeftOutReason::Calculated)
    );
    let new = &new.bytes;
    assert_eq!(read(new, "名单", "B2"), "20140227");
    assert_eq!(read(new, "名单", "C2"), "20140227");
    assert_ne!(read(new, "名单", "A2"), "20140227");
}

#[test]
fn cells_that_no_sheet_has_are_told_and_unknown_sheets_refused() {
    let original = workbook();
    let cells = [text("A1048577", "x"), text("XFE1", "x"), text("A0", "x")];
    let new = patched(&original, SHEET, cells);
    assert_eq!(new.left_out.len(), 3);
    let error = try_patch(&original, vec![sheet("没有", [text("A1", "x")])]);
    assert_eq!(error.unwrap_err(), PatchError::NoSheet("没有".to_owned()));
}
