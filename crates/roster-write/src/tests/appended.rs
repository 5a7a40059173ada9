//! Sheets that are added behind the others.

use calamine::Reader;
use roster_model::Level;

use super::original::{SHEET, workbook};
use super::*;
use crate::{AppendedSheet, WorkbookCell, link_to};

fn appended(name: &str, rows: Vec<Vec<WorkbookCell>>) -> AppendedSheet<'static> {
    let mut rows = rows.into_iter();
    AppendedSheet {
        name: name.to_owned(),
        replaces: Vec::new(),
        freeze_rows: 1,
        columns_width: vec![12.5, 40.0],
        autofilter: true,
        rows: Box::new(move |row| match rows.next() {
            Some(next) => {
                row.extend(next);
                true
            }
            None => false,
        }),
    }
}

fn rows() -> Vec<Vec<WorkbookCell>> {
    let mut linked = WorkbookCell::text("A3");
    linked.link = Some(link_to(SHEET, "A3"));
    linked.mark = Some(Level::Error);
    vec![
        vec![WorkbookCell::header("单元格"), WorkbookCell::header("说明")],
        vec![linked, WorkbookCell::text("=身份证<号>")],
    ]
}

fn with(original: &[u8], appended: Vec<AppendedSheet<'_>>) -> Patched {
    let patch = Patch {
        appended,
        ..Patch::default()
    };
    crate::patch(original, patch, &mut |_| {}).unwrap()
}

#[test]
fn added_sheets_come_last_and_everything_else_stays() {
    let original = workbook();
    let new = with(
        &original,
        vec![appended("校验结果", rows()), appended(SHEET, Vec::new())],
    );
    assert_eq!(new.appended, ["校验结果", "名单 1 (2)"]);
    let names = open(&new.bytes).sheet_names();
    assert_eq!(names, [SHEET, "表格", "隐藏", "校验结果", "名单 1 (2)"]);
    assert_eq!(read(&new.bytes, "校验结果", "B2"), "=身份证<号>");
    let expected = [
        "[Content_Types].xml",
        "docProps/app.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/workbook.xml",
        "xl/worksheets/sheet4.xml",
        "xl/worksheets/sheet5.xml",
    ];
    assert_eq!(differences(&original, &new.bytes), expected);
    let parts = parts(&new.bytes);
    let sheet = &parts["xl/worksheets/sheet4.xml"];
    assert!(sheet.contains("<autoFilter ref=\"A1:B2\"/><hyperlinks><hyperlink ref=\"A2\" location=\"'名单 1'!A3\"/></hyperlinks>"), "{sheet}");
    assert!(sheet.contains("<pane ySplit=\"1\" topLeftCell=\"A2\""));
    let book = &parts["xl/workbook.xml"];
    assert!(book.contains("<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"3\" hidden=\"1\">'校验结果'!$A$1:$B$2</definedName>"), "{book}");
    let app = &parts["docProps/app.xml"];
    assert!(
        app.contains(
            "<vt:lpstr>隐藏</vt:lpstr><vt:lpstr>校验结果</vt:lpstr><vt:lpstr>名单 1 (2)</vt:lpstr>"
        ),
        "{app}"
    );
}

#[test]
fn only_so_many_links_are_written() {
    let many = (0..65_010).map(|_| rows().remove(1)).collect();
    let new = with(&workbook(), vec![appended("校验结果", many)]);
    let sheet = &parts(&new.bytes)["xl/worksheets/sheet4.xml"];
    assert_eq!(sheet.matches("<hyperlink ").count(), 65_000);
    assert_eq!(read(&new.bytes, "校验结果", "A65010"), "A3");
}

#[test]
fn a_sheet_that_is_too_long_continues_on_another() {
    let mut count = 0_u32;
    let long = AppendedSheet {
        name: "长".to_owned(),
        replaces: Vec::new(),
        freeze_rows: 1,
        columns_width: Vec::new(),
        autofilter: false,
        rows: Box::new(move |row| {
            count += 1;
            row.push(WorkbookCell::text(count.to_string()));
            count <= 1_048_580
        }),
    };
    let new = with(&workbook(), vec![long]);
    assert_eq!(new.appended, ["长", "长 (2)"]);
    let second = &parts(&new.bytes)["xl/worksheets/sheet5.xml"];
    assert!(second.contains("<row r=\"1\"><c r=\"A1\""));
    let texts: Vec<&str> = second
        .split("preserve\">")
        .skip(1)
        .map(|it| it.split('<').next().unwrap())
        .collect();
    assert_eq!(texts, ["1", "1048577", "1048578", "1048579", "1048580"]);
}

#[test]
fn a_signature_is_told_of() {
    let mut all = parts(&workbook());
    all.insert(
        "_xmlsignatures/sig1.xml".to_owned(),
        "<Signature/>".to_owned(),
    );
    let original = package(all.iter().map(|it| (it.0.as_str(), it.1.as_str())));
    assert!(with(&original, vec![appended("校验结果", rows())]).is_signature_broken);
    assert!(!with(&workbook(), vec![appended("校验结果", rows())]).is_signature_broken);
}
