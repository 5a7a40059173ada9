//! Workbooks as few programs write them: prefixes, missing addresses, missing parts.

use roster_model::Level;

use super::*;
use crate::LeftOutReason;

const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>";
const PACKAGE: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
const BOOK: &str = "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
const RELATIONS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain\" Target=\"calcChain.xml\"/></Relationships>";
const PART: &str = "xl/worksheets/sheet1.xml";

/// The smallest workbook around a sheet; what is inside `<worksheet>` is given.
pub(super) fn around(inside: &str) -> Vec<u8> {
    whole(&format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{inside}</worksheet>"
    ))
}

fn whole(sheet: &str) -> Vec<u8> {
    package([
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", PACKAGE),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/calcChain.xml", "<calcChain/>"),
        (PART, sheet),
    ])
}

/// What is inside `<worksheet>` after a patch.
fn changed(inside: &str, cells: impl Into<Vec<CellPatch>>) -> String {
    let new = patched(&around(inside), "a", cells);
    let sheet = parts(&new.bytes).remove(PART).unwrap();
    let start = sheet.find('>').unwrap() + 1;
    sheet[start..]
        .strip_suffix("</worksheet>")
        .unwrap()
        .to_owned()
}

fn written(address: &str, text: &str) -> String {
    format!(
        "<c r=\"{address}\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>"
    )
}

#[test]
fn rows_and_cells_that_are_missing_are_put_in_order() {
    let x = |address| written(address, "x");
    let cases = [
        (
            "<sheetData/>",
            "B2",
            format!("<sheetData><row r=\"2\">{}</row></sheetData>", x("B2")),
        ),
        (
            "<sheetData></sheetData>",
            "B2",
            format!("<sheetData><row r=\"2\">{}</row></sheetData>", x("B2")),
        ),
        (
            "<sheetData><row r=\"2\"/></sheetData>",
            "B2",
            format!("<sheetData><row r=\"2\">{}</row></sheetData>", x("B2")),
        ),
        (
            "<sheetData><row r=\"2\" ht=\"9\"> </row></sheetData>",
            "B2",
            format!(
                "<sheetData><row r=\"2\" ht=\"9\">{} </row></sheetData>",
                x("B2")
            ),
        ),
        (
            "<sheetData><row r=\"3\"/></sheetData>",
            "B2",
            format!(
                "<sheetData><row r=\"2\">{}</row><row r=\"3\"/></sheetData>",
                x("B2")
            ),
        ),
        (
            "<sheetData><row r=\"1\"/></sheetData>",
            "B2",
            format!(
                "<sheetData><row r=\"1\"/><row r=\"2\">{}</row></sheetData>",
                x("B2")
            ),
        ),
        (
            "<sheetData><row r=\"2\" spans=\"1:1\"><c r=\"A2\"/><c r=\"C2\"/></row></sheetData>",
            "B2",
            format!(
                "<sheetData><row r=\"2\" spans=\"1:2\"><c r=\"A2\"/>{}<c r=\"C2\"/></row></sheetData>",
                x("B2")
            ),
        ),
        (
            "<sheetData><row><c/></row><row><c/><c/><c/></row></sheetData>",
            "D2",
            format!(
                "<sheetData><row><c/></row><row><c/><c/><c/>{}</row></sheetData>",
                x("D2")
            ),
        ),
        (
            "<sheetData><row r=\"2\"><c r=\"A2\"/><extLst/></row></sheetData>",
            "B2",
            format!(
                "<sheetData><row r=\"2\"><c r=\"A2\"/>{}<extLst/></row></sheetData>",
                x("B2")
            ),
        ),
    ];
    for (before, address, after) in cases {
        assert_eq!(changed(before, [text(address, "x")]), after, "{before}");
    }
}

#[test]
fn cells_and_rows_without_addresses_are_counted() {
    let before = "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c r=\"C3\"/><c t=\"n\" s=\"0\" cm=\"1\"><f>1</f><v>2</v></c></row></sheetData>";
    let after = changed(before, [text("B1", "x"), text("D3", "y")]);
    let x = written("B1", "x").replace(" r=\"B1\"", "");
    let y = written("D3", "y").replace(" r=\"D3\"", "");
    let expected = format!(
        "<sheetData><row><c><v>1</v></c>{x}</row><row/><row><c r=\"C3\"/>{y}</row></sheetData>"
    );
    assert_eq!(after, expected);
}

#[test]
fn comments_and_character_data_hide_no_tags() {
    let before = "<!-- <sheetData/> --><sheetData><!-- <row r=\"9\"> --><row r=\"1\"><c r=\"A1\" t=\"str\"><v><![CDATA[</row><row r=\"2\">]]></v></c></row ><row r=\"2\"><c r=\"A2\"/></row></sheetData>";
    let after = changed(before, [text("A2", "x")]);
    assert_eq!(after, before.replace("<c r=\"A2\"/>", &written("A2", "x")));
}

#[test]
fn any_prefix_is_kept() {
    let sheet = "<x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><x:dimension ref=\"A1\"/><x:sheetData><x:row r=\"1\"><x:c r=\"A1\"><x:v>1</x:v></x:c></x:row></x:sheetData><x:extLst/></x:worksheet>";
    let cells = [text("A1", "1"), text("B3", "2"), note("A1", "请核对")];
    let new = patched(&whole(sheet), "a", cells).bytes;
    let t = "x:is><x:t xml:space=\"preserve\"";
    let expected = format!(
        "<x:dimension ref=\"A1:B3\"/><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" s=\"1\" t=\"inlineStr\"><{t}>1</x:t></x:is></x:c></x:row><x:row r=\"3\"><x:c r=\"B3\" s=\"1\" t=\"inlineStr\"><{t}>2</x:t></x:is></x:c></x:row></x:sheetData><x:legacyDrawing xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"rId1\"/><x:extLst/></x:worksheet>"
    );
    let sheet = &parts(&new)[PART];
    assert!(sheet.ends_with(&expected), "{sheet}");
}

#[test]
fn new_cells_take_the_style_of_their_row_or_column() {
    let before = "<cols><col min=\"2\" max=\"2\" width=\"9\" style=\"0\"/></cols><sheetData><row r=\"1\" s=\"7\" customFormat=\"1\"/></sheetData>";
    let after = changed(before, [mark("A1", Level::Error), mark("B2", Level::Error)]);
    assert!(
        after.contains("<row r=\"1\" s=\"7\" customFormat=\"1\"><c r=\"A1\" s=\"1\"/></row>"),
        "{after}"
    );
    assert!(
        after.contains("<row r=\"2\"><c r=\"B2\" s=\"1\"/></row>"),
        "{after}"
    );
}

#[test]
fn the_drawing_of_notes_stands_where_the_schema_wants_it() {
    for behind in [
        "<tableParts/>",
        "<extLst/>",
        "<legacyDrawingHF/>",
        "<mc:AlternateContent><mc:Choice><controls/></mc:Choice></mc:AlternateContent>",
        "<oleObjects/><controls/>",
        "",
    ] {
        let before = format!(
            "<sheetData/><mergeCells/><mc:AlternateContent><x/></mc:AlternateContent><drawing/>{behind}"
        );
        let after = changed(&before, [note("A1", "x")]);
        let (start, end) = after.split_once("<legacyDrawing ").unwrap();
        assert_eq!(start.len(), before.len() - behind.len(), "{after}");
        assert_eq!(end.split_once("/>").unwrap().1, behind);
    }
}

#[test]
fn a_formula_that_goes_takes_the_order_of_calculation_with_it() {
    let before = "<sheetData><row r=\"1\"><c r=\"A1\"><f>1+1</f><v>2</v></c></row></sheetData>";
    let marked = patched(&around(before), "a", [mark("A1", Level::Info)]).bytes;
    assert!(parts(&marked).contains_key("xl/calcChain.xml"));
    assert!(parts(&marked)[PART].contains("<f>1+1</f>"));
    assert!(!parts(&marked)["xl/workbook.xml"].contains("calcPr"));
    let other = parts(&patched(&around(before), "a", [text("B1", "2")]).bytes);
    assert!(other.contains_key("xl/calcChain.xml"));
    assert!(other["xl/workbook.xml"].contains("<calcPr fullCalcOnLoad=\"1\"/></workbook>"));
    let new = parts(&patched(&around(before), "a", [text("A1", "2")]).bytes);
    assert!(!new.contains_key("xl/calcChain.xml"));
    assert!(!new["xl/_rels/workbook.xml.rels"].contains("calcChain"));
    assert!(!new[PART].contains("<f>"));
}

#[test]
fn a_formula_that_fills_several_cells_is_not_torn_apart() {
    let before = "<sheetData><row r=\"1\"><c r=\"A1\"><f t=\"array\" ref=\"A1:A2\">B1:B2</f><v>2</v></c></row></sheetData>";
    let new = patched(&around(before), "a", [text("A1", "2")]);
    assert_eq!(new.left_out[0].reason, LeftOutReason::SharedFormula);
    assert!(parts(&new.bytes)[PART].contains(before));
    let more = before.replace(
        "</sheetData>",
        "<row r=\"2\"><c r=\"A2\"/><c r=\"B2\"/></row></sheetData>",
    );
    let new = patched(&around(&more), "a", [text("A2", "2"), text("B2", "x")]);
    assert_eq!(new.left_out.len(), 1);
    assert_eq!(parts(&new.bytes)[PART].matches("inlineStr").count(), 1);
}

#[test]
fn a_formula_that_is_held_for_others_is_handed_on() {
    let shared = |cell: &str| format!("<c r=\"{cell}\"><f t=\"shared\" si=\"0\"/><v>1</v></c>");
    let held = |cell: &str, block: &str, formula: &str| {
        format!(
            "<c r=\"{cell}\"><f t=\"shared\" ref=\"{block}\" si=\"0\">{formula}</f><v>1</v></c>"
        )
    };
    let rows = |cells: [String; 4]| {
        let rows = (1..)
            .zip(cells)
            .map(|(row, cell)| format!("<row r=\"{row}\">{cell}</row>"));
        format!("<sheetData>{}</sheetData>", rows.collect::<String>())
    };
    let before = rows([
        held("B1", "B1:B4", "A1&amp;$A$1"),
        shared("B2"),
        shared("B3"),
        shared("B4"),
    ]);
    let after = changed(&before, [text("B1", "x"), text("B2", "y")]);
    let expected = rows([
        written("B1", "x"),
        written("B2", "y"),
        held("B3", "B3:B4", "A3&amp;$A$1"),
        shared("B4"),
    ]);
    assert_eq!(after, expected);
    let all = ["B1", "B2", "B3", "B4"];
    let after = changed(&before, all.map(|it| text(it, "x")));
    assert_eq!(after, rows(all.map(|it| written(it, "x"))));
    // A text in the middle leaves the others to the one that holds it.
    let after = changed(&before, [text("B2", "y"), mark("B3", Level::Info)]);
    assert!(after.contains(&held("B1", "B1:B4", "A1&amp;$A$1")));
    assert!(!after.contains("A3"), "{after}");
}

#[test]
fn a_workbook_without_styles_gets_some() {
    let new = patched(&around("<sheetData/>"), "a", [mark("A1", Level::Error)]).bytes;
    let parts = parts(&new);
    assert!(parts["xl/styles.xml"].contains("FFF8CBCB"));
    assert!(parts["[Content_Types].xml"].contains("/xl/styles.xml"));
    assert!(parts["xl/_rels/workbook.xml.rels"].contains("Target=\"styles.xml\""));
}

#[test]
fn what_is_out_of_order_is_refused() {
    for inside in [
        "<sheetData><row r=\"2\"/><row r=\"1\"/></sheetData>",
        "<sheetData><row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row></sheetData>",
        "<sheetViews/>",
        "<sheetData><row r=\"1\">",
    ] {
        let refused = try_patch(&around(inside), vec![sheet("a", [text("A1", "x")])]);
        assert!(
            matches!(refused, Err(PatchError::Broken { .. })),
            "{inside}"
        );
    }
}
