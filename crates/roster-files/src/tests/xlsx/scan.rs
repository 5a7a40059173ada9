//! A sheet that another thread scans is the sheet that is read.

use std::rc::Rc;

use super::{Parts, worksheet};
use crate::{ReadFile, ReadOptions, SheetChoice, SheetScan, WorkbookStream, read};

/// Reads a workbook as two workers do; and how many sheets came whole. `None` where it has none to scan.
pub(in crate::tests) fn scanned(bytes: &[u8], options: &ReadOptions) -> Option<(ReadFile, usize)> {
    let mut stream = WorkbookStream::begin(bytes, options, 0)?;
    let held = Rc::new(bytes.to_vec());
    let (mut last, size) = (0, bytes.len() as u64);
    let mut visit = |done| {
        assert!(done >= last && done <= size, "{last} then {done}");
        last = done;
    };
    stream.read_shared(bytes, &mut visit);
    while let Some(part) = stream.next_part() {
        let mut scan = SheetScan::begin(Rc::clone(&held), &part);
        while let Some(piece) = scan.as_mut().and_then(SheetScan::next_piece) {
            let unpacked = scan.as_ref().map_or(0, SheetScan::unpacked);
            stream.push(&piece, unpacked, &mut visit);
        }
        stream.end_part();
    }
    let came = stream.came();
    let read = stream.finish(bytes, &mut visit);
    assert_eq!(last, size);
    Some((read, came))
}

/// The sheets of a workbook that came whole; everything is as it is when it is read.
#[track_caller]
fn came(bytes: &[u8], options: &ReadOptions) -> usize {
    let (scanned, came) = scanned(bytes, options).unwrap();
    let read = read(bytes, options, &mut |_| ());
    assert!(format!("{scanned:?}") == format!("{read:?}"));
    came
}

/// So many rows: texts, numbers, dates and nothing, in order and out of it.
fn many(count: u32) -> String {
    let row = |number: u32| match number % 5 {
        0 => format!(
            r#"<row r="{number}" hidden="1"><c r="A{number}" t="s"><v>1</v></c><c r="B{number}" s="1"><v>4224{}</v></c></row>"#,
            number % 10
        ),
        1 => format!(
            r#"<row r="{number}"><c r="C{number}" t="inlineStr"><is><t>汉{number}</t></is></c><c r="A{number}" t="str"><f>1</f><v>张{number}</v></c></row>"#
        ),
        2 => format!(
            r#"<row><c t="s"><v>0</v></c><c><v>{number}</v></c><c t="b"><v>1</v></c></row>"#
        ),
        3 => "<row/>".to_owned(),
        _ => format!(
            r#"<row r="{number}"><c r="B{number}" t="e"><v>#N/A</v></c><c r="XFD{number}"><v>1.50</v></c></row>"#
        ),
    };
    (2..count).map(row).collect()
}

fn large(rows: &str) -> Parts {
    let cols = r#"<cols><col min="2" max="3" hidden="1"/></cols>"#;
    let behind = r#"<autoFilter ref="A1:C9"><filterColumn colId="0"/></autoFilter><mergeCells><mergeCell ref="A70:C71"/></mergeCells>"#;
    let sheet = worksheet(rows)
        .replace("<sheetData>", &format!("{cols}<sheetData>"))
        .replace("</sheetData>", &format!("</sheetData>{behind}"));
    let mut parts = Parts::new(sheet);
    parts.set(
        "xl/strings.xml",
        "<sst><si><t>张小明</t></si><si><r><t>李</t></r><r><t>红</t></r></si></sst>",
    );
    parts.set(
        "xl/styles.xml",
        r#"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#,
    );
    parts
}

#[test]
fn a_large_sheet_comes_in_pieces() {
    let bytes = large(&many(30_000)).bytes();
    let mut scan = SheetScan::begin(Rc::new(bytes.clone()), "xl/worksheets/s.xml").unwrap();
    let mut pieces = 0;
    while scan.next_piece().is_some() {
        pieces += 1;
    }
    assert!(pieces > 1, "{pieces}");
    assert_eq!(came(&bytes, &ReadOptions::default()), 1);
}

#[test]
fn a_skipped_sheet_does_not_come() {
    let choice = SheetChoice {
        skip: true,
        ..SheetChoice::default()
    };
    let options = ReadOptions {
        choices: vec![choice],
        ..ReadOptions::default()
    };
    assert!(WorkbookStream::begin(&large("").bytes(), &options, 0).is_none());
}

#[test]
fn a_small_sheet_and_what_is_no_workbook_do_not_come() {
    let (bytes, options) = (large("").bytes(), ReadOptions::default());
    assert!(WorkbookStream::begin(&bytes, &options, 1 << 20).is_none());
    for bytes in [&b"PK\x03\x04"[..], b"", "姓名,性别\n".as_bytes()] {
        assert!(WorkbookStream::begin(bytes, &options, 0).is_none());
    }
}

#[test]
fn what_is_not_intact_is_read_once_more() {
    let options = ReadOptions::default();
    let cut = large(&many(300))
        .replace("xl/worksheets/s.xml", "</worksheet>", "")
        .bytes();
    assert_eq!(came(&cut, &options), 0);
    let disorder = large(r#"<row r="9"/><row r="5"><c r="A5" t="s"><v>0</v></c></row>"#).bytes();
    assert_eq!(came(&disorder, &options), 0);
    let strings = large(&many(300))
        .replace("xl/strings.xml", "</sst>", "")
        .bytes();
    assert_eq!(came(&strings, &options), 0);
    // Nothing of it comes, or other bytes than a scan gives.
    let bytes = large(&many(300)).bytes();
    let read = format!("{:?}", read(&bytes, &options, &mut |_| ()));
    for piece in [
        &b""[..],
        b"\x7F",
        b"\xFF",
        b"\x80\x01\x01\xFF\xFF\xFF\xFF\x0F",
        b"\x80\x02\x50",
    ] {
        let mut stream = WorkbookStream::begin(&bytes, &options, 0).unwrap();
        stream.read_shared(&bytes, &mut |_| ());
        stream.next_part();
        stream.push(piece, 1, &mut |_| ());
        stream.end_part();
        assert_eq!(stream.came(), 0);
        assert!(format!("{:?}", stream.finish(&bytes, &mut |_| ())) == read);
    }
}

#[test]
fn merged_cells_of_a_header_reach_as_far() {
    let merged = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>学生</t></is></c><c r="C1" t="inlineStr"><is><t>监护人</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>姓名</t></is></c><c r="B2" t="inlineStr"><is><t>性别</t></is></c><c r="C2" t="inlineStr"><is><t>姓名</t></is></c></row><row r="3"><c r="A3" t="s"><v>0</v></c></row>"#;
    let sheet = format!(
        r#"<worksheet><sheetData>{merged}</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>"#
    );
    let mut parts = large("");
    parts.set("xl/worksheets/s.xml", sheet);
    assert_eq!(came(&parts.bytes(), &ReadOptions::default()), 1);
}
