//! Rows and what stands around them: missing numbers, disorder, hidden, filtered, merged, phantom.

use roster_model::{CellKind, Merged};

use super::{HEADER, Parts, cell_of, worksheet};

/// Names of the pupils with their row numbers.
fn names(sheet: &str) -> Vec<(u32, String)> {
    let sheet = Parts::new(sheet).sheet();
    let text = |row: u32| cell_of(&sheet, 0, row).0.to_owned();
    let rows = (0_u32..).zip(&sheet.row_numbers);
    rows.map(|(row, number)| (*number, text(row))).collect()
}

fn pupil(number: &str, name: &str) -> String {
    format!("<row {number}><c><v>{name}</v></c><c><v>男</v></c></row>")
}

fn expect(rows: &[(u32, &str)]) -> Vec<(u32, String)> {
    rows.iter().map(|it| (it.0, it.1.to_owned())).collect()
}

#[test]
fn rows_and_cells_without_a_reference_follow_each_other() {
    let rows = [pupil("", "甲"), pupil("r=\"5\"", "乙"), pupil("", "丙")].concat();
    let expected = expect(&[(2, "甲"), (5, "乙"), (6, "丙")]);
    assert_eq!(names(&worksheet(&rows)), expected);
    let nonsense = [pupil("r=\"0\"", "甲"), pupil("r=\"x\"", "乙")].concat();
    assert_eq!(
        names(&worksheet(&nonsense)),
        expect(&[(2, "甲"), (3, "乙")])
    );
    // Only the cells say where they are.
    let cells = r#"<row><c r="A4"><v>甲</v></c><c r="B4"><v>男</v></c></row><row><c r="A9"><v>乙</v></c><c r="B9"><v>女</v></c></row>"#;
    assert_eq!(names(&worksheet(cells)), expect(&[(4, "甲"), (9, "乙")]));
}

#[test]
fn rows_in_any_order() {
    let rows = [
        pupil("r=\"5\"", "丁"),
        pupil("r=\"3\"", "乙"),
        pupil("r=\"2\"", "甲"),
        pupil("r=\"4\"", "丙"),
        r#"<row r="5"><c r="C5"><v>汉族</v></c><c r="A5"><v>戊</v></c></row>"#.to_owned(),
        pupil("r=\"5\" hidden=\"1\"", "己"),
    ];
    let part = worksheet(&rows.concat());
    let expected = expect(&[(2, "甲"), (3, "乙"), (4, "丙"), (5, "丁")]);
    assert_eq!(names(&part), expected);
    let sheet = Parts::new(part).sheet();
    assert_eq!(cell_of(&sheet, 2, 3).0, "汉族");
    assert_eq!(
        (sheet.hidden_rows.as_slice(), sheet.phantom_rows),
        ([5].as_slice(), 0)
    );
}

#[test]
fn cells_in_any_order_and_twice() {
    let row = r#"<row r="2"><c r="C2"><v>汉族</v></c><c r="A2"><v>甲</v></c><c r="B2"><v>男</v></c><c r="A2"><v>乙</v></c></row>"#;
    let sheet = Parts::new(worksheet(row)).sheet();
    let texts = [0, 1, 2].map(|index| cell_of(&sheet, index, 0).0.to_owned());
    assert_eq!(texts, ["甲", "男", "汉族"]);
}

#[test]
fn any_prefix_and_both_editions() {
    let part = worksheet(&pupil("r=\"2\"", "甲"));
    let mut prefixed = part.replace("</", "</x:");
    for name in ["worksheet", "sheetData", "row", "c", "v", "is", "t"] {
        prefixed = prefixed.replace(&format!("<{name}>"), &format!("<x:{name}>"));
        prefixed = prefixed.replace(&format!("<{name} "), &format!("<x:{name} "));
    }
    assert_eq!(names(&prefixed), expect(&[(2, "甲")]));
    let mut strict = Parts::new(part);
    let office = "http://schemas.openxmlformats.org/officeDocument/2006";
    let purl = "http://purl.oclc.org/ooxml/officeDocument";
    for name in ["_rels/.rels", "xl/_rels/workbook.xml.rels"] {
        strict.replace(name, office, purl);
    }
    assert_eq!(strict.sheet().row_numbers, [2]);
}

#[test]
fn what_is_hidden_is_read_and_named() {
    let rows = [
        pupil("r=\"2\"", "甲"),
        pupil("r=\"3\" hidden=\"1\"", "乙"),
        pupil("r=\"4\" hidden=\"0\"", "丙"),
        pupil("hidden=\"true\"", "丁"),
    ];
    let part = format!(
        "<worksheet><sheetPr filterMode=\"1\"/><dimension/><cols><col min=\"2\" max=\"3\" hidden=\"1\"/>\
         <col min=\"3\" max=\"5\" hidden=\"true\"/><col min=\"7\" max=\"9\"/><col min=\"16384\" max=\"99999999\" hidden=\"1\"/>\
         <col min=\"0\" max=\"1\" hidden=\"1\"/></cols><sheetData>{HEADER}{}</sheetData></worksheet>",
        rows.concat()
    );
    let sheet = Parts::new(part).sheet();
    assert_eq!(sheet.row_numbers, [2, 3, 4, 5]);
    assert_eq!(sheet.hidden_rows, [3, 5]);
    assert_eq!(sheet.hidden_columns, [1, 2, 3, 4, 16_383]);
    assert!(sheet.is_filtered);
}

#[test]
fn a_filter_filters_when_it_hides_a_row() {
    let filter = |hidden: &str, inside: &str| {
        let rows = pupil("r=\"2\"", "甲") + &pupil(&format!("r=\"3\" {hidden}"), "乙");
        let part = format!(
            "<worksheet><sheetData>{HEADER}{rows}</sheetData><autoFilter ref=\"$A$1:C3\">{inside}</autoFilter></worksheet>"
        );
        Parts::new(part).sheet().is_filtered
    };
    let criteria =
        r#"<filterColumn colId="0"><filters><filter val="甲"/></filters></filterColumn>"#;
    assert!(filter("hidden=\"1\"", criteria));
    assert!(!filter("", criteria));
    assert!(!filter("hidden=\"1\"", ""));
    let elsewhere = format!(
        "</autoFilter><customSheetViews><autoFilter>{criteria}</autoFilter></customSheetViews><autoFilter>"
    );
    assert!(!filter("hidden=\"1\"", &elsewhere));
}

#[test]
fn a_table_has_a_filter_of_its_own() {
    let rows = pupil("r=\"2\"", "甲") + &pupil("r=\"3\" hidden=\"1\"", "乙");
    let mut parts = Parts::new(worksheet(&rows));
    let filtered = |parts: &mut Parts, table: &str| {
        parts.set("xl/tables/t.xml", table);
        parts.sheet().is_filtered
    };
    let criteria = r#"<table><autoFilter ref="A1:C9"><filterColumn colId="0"><filters/></filterColumn></autoFilter></table>"#;
    assert!(!filtered(&mut parts, criteria));
    let relation = r#"<Relationships><Relationship Id="t" Type="x/table" Target="../tables/t.xml"/></Relationships>"#;
    parts.set("xl/worksheets/_rels/s.xml.rels", relation);
    assert!(filtered(&mut parts, criteria));
    assert!(!filtered(&mut parts, &criteria.replace("A1:C9", "A5:C9")));
    assert!(!filtered(
        &mut parts,
        r#"<table><autoFilter ref="A1:C9"/></table>"#
    ));
}

#[test]
fn merged_blocks_are_told() {
    let part = format!(
        "<worksheet><sheetData>{HEADER}</sheetData><mergeCells><mergeCell ref=\"A1:C2\"/><mergeCell ref=\"B9\"/>\
         <mergeCell ref=\"nonsense\"/><mergeCell/></mergeCells></worksheet>"
    );
    let block = |first_row, last_row, first_position, last_position| Merged {
        first_row,
        last_row,
        first_position,
        last_position,
    };
    let merged = Parts::new(part).sheet().merged;
    assert_eq!(merged, [block(1, 2, 0, 2), block(9, 9, 1, 1)]);
}

#[test]
fn rows_behind_the_last_text_are_counted() {
    let rows = [
        pupil("r=\"2\"", "甲"),
        "<row r=\"3\"/>".to_owned(),
        pupil("r=\"4\"", "乙"),
        "<row r=\"5\"><c r=\"A5\" s=\"1\"/></row><row r=\"6\"/><row r=\"7\"><c r=\"A7\"><v> </v></c></row>".to_owned(),
    ];
    let sheet = Parts::new(worksheet(&rows.concat())).sheet();
    assert_eq!((sheet.phantom_rows, sheet.row_count()), (3, 2));
}

#[test]
fn pretty_printing_changes_nothing() {
    let row = r#"<row r="2"><c r="A2" t="str"><v>甲</v></c><c r="B2"><v>1</v></c></row>"#;
    let pretty = worksheet(row)
        .replace('<', "\n  <")
        .replace("\n  </t", "</t")
        .replace("\n  </v", "</v");
    let sheet = Parts::new(pretty).sheet();
    assert_eq!(cell_of(&sheet, 0, 0), ("甲", CellKind::Text));
    assert_eq!(cell_of(&sheet, 1, 0), ("1", CellKind::Number));
}

#[test]
fn a_word_over_merged_cells_heads_all_of_them() {
    let word =
        |reference: &str, word: &str| format!("<c r=\"{reference}\" t=\"str\"><v>{word}</v></c>");
    let rows = format!(
        "<row r=\"1\">{}</row><row r=\"2\">{}</row><row r=\"3\">{}</row>",
        word("A1", "一班名册"),
        ["A2 姓名", "B2 性别", "C2 民族", "D2 特长"]
            .map(|it| word(&it[..2], &it[3..]))
            .concat(),
        ["A3 甲", "B3 男", "C3 汉族", "D3 绘画", "E3 书法"]
            .map(|it| word(&it[..2], &it[3..]))
            .concat(),
    );
    let part = |merged: &str| {
        let part = format!(
            "<worksheet><sheetData>{rows}</sheetData><mergeCells>{merged}</mergeCells></worksheet>"
        );
        let sheet = Parts::new(part).sheet();
        (
            sheet.header_rows.clone(),
            sheet.columns[4].header.clone(),
            sheet.merged.len(),
        )
    };
    let title = "<mergeCell ref=\"A1:E1\"/>";
    assert_eq!(part(title), (vec![2], String::new(), 1));
    let header = format!("{title}<mergeCell ref=\"D2:E2\"/>");
    assert_eq!(part(&header), (vec![2], "特长".to_owned(), 2));
}
