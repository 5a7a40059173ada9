//! Workbooks that want too much: each is a sheet or one sentence, in bounded memory and time.

use std::fmt::Write;

use roster_model::FailureKind;

use super::{HEADER, Parts, cell_of, read_bytes, worksheet};

const PUPIL: &str =
    r#"<row r="2"><c r="A2" t="str"><v>甲</v></c><c r="B2" t="str"><v>男</v></c></row>"#;

fn refused(parts: &Parts) -> FailureKind {
    let read = parts.read();
    assert!(read.sheets.is_empty());
    read.failure.unwrap().kind
}

#[test]
fn a_cell_in_the_far_corner_costs_one_cell() {
    let far = r#"<row r="1048576"><c r="A1048576" t="str"><v>乙</v></c><c r="B1048576" t="str"><v>女</v></c><c r="XFD1048576" t="str"><v>远</v></c></row>"#;
    let sheet = Parts::new(worksheet(&format!("{PUPIL}{far}"))).sheet();
    assert_eq!(sheet.row_numbers, [2, 1_048_576]);
    assert_eq!(sheet.columns.last().unwrap().position, 16_383);
    assert_eq!(sheet.columns.len(), 4);
    assert!(sheet.bytes() < 10_000);
}

#[test]
fn cells_and_rows_outside_of_every_sheet() {
    // A reference that no sheet has says nothing; the cell follows the one before.
    let row = r#"<row r="2"><c r="A2" t="str"><v>甲</v></c><c r="XFE2" t="str"><v>男</v></c><c r="ZZZZZZZ99999999999" t="str"><v>汉族</v></c></row>"#;
    let sheet = Parts::new(worksheet(row)).sheet();
    assert_eq!(cell_of(&sheet, 2, 0).0, "汉族");
    let row = r#"<row r="2"><c r="XFD2" t="str"><v>甲</v></c><c t="str"><v>乙</v></c></row>"#;
    assert_eq!(refused(&Parts::new(worksheet(row))), FailureKind::TooLarge);
    let rows = r#"<row r="1048576"/><row/>"#;
    assert_eq!(refused(&Parts::new(worksheet(rows))), FailureKind::TooLarge);
}

#[test]
fn as_many_columns_as_a_sheet_can_have() {
    let mut row = "<row r=\"2\">".to_owned();
    for column in 0..16_384 {
        let _ = write!(row, "<c t=\"str\"><v>{column}</v></c>");
    }
    let sheet = Parts::new(worksheet(
        &format!("{PUPIL}{row}</row>").replace("r=\"2\"><c t", "r=\"3\"><c t"),
    ))
    .sheet();
    assert_eq!((sheet.columns.len(), sheet.row_count()), (16_384, 2));
    assert_eq!(cell_of(&sheet, 16_383, 1).0, "16383");
}

#[test]
fn validations_of_millions_of_cells_cost_nothing() {
    let validation = r#"<dataValidation type="list" sqref="A1:XFD1048576"><formula1>"男,女"</formula1></dataValidation>"#;
    let ranges = "A1:XFD1048576 ".repeat(100_000);
    let part = format!(
        "<worksheet><sheetData>{HEADER}{PUPIL}</sheetData><conditionalFormatting sqref=\"{ranges}\"/><dataValidations>{}</dataValidations></worksheet>",
        validation.repeat(10_000)
    );
    assert_eq!(Parts::new(part).sheet().row_count(), 1);
}

#[test]
fn hundreds_of_thousands_of_blank_rows_are_counted() {
    let mut rows = PUPIL.to_owned();
    for number in 3..400_003 {
        let _ = write!(
            rows,
            "<row r=\"{number}\" s=\"1\" customFormat=\"1\"><c r=\"A{number}\" s=\"1\"/><c r=\"B{number}\" s=\"1\"/></row>"
        );
    }
    let sheet = Parts::new(worksheet(&rows)).sheet();
    assert_eq!((sheet.row_count(), sheet.phantom_rows), (1, 400_000));
    assert!(sheet.blank_rows.is_empty());
}

#[test]
fn rows_that_go_back_and_forth_without_end_are_refused() {
    let rows = "<row r=\"3\"/><row r=\"2\"/>".repeat(530_000);
    assert_eq!(
        refused(&Parts::new(worksheet(&rows))),
        FailureKind::TooLarge
    );
}

#[test]
fn a_few_bytes_that_mean_much_text_are_refused() {
    let mut parts = Parts::new(worksheet(&format!(
        "<row r=\"2\">{}</row>",
        "<c t=\"s\"><v>0</v></c>".repeat(1000)
    )));
    parts.set(
        "xl/strings.xml",
        format!("<sst><si><t>{}</t></si></sst>", "长".repeat(100_000)),
    );
    assert_eq!(refused(&parts), FailureKind::TooLarge);
}

#[test]
fn a_claim_of_endless_strings_is_not_believed() {
    let mut parts = Parts::new(worksheet(
        r#"<row r="2"><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>"#,
    ));
    parts.set(
        "xl/strings.xml",
        "<sst uniqueCount=\"18446744073709551615\"><si><t>甲</t></si><si><t>男</t></si></sst>",
    );
    assert_eq!(cell_of(&parts.sheet(), 1, 0).0, "男");
}

#[test]
fn deep_elements_are_refused() {
    let deep = format!("<row r=\"2\">{}", "<c><is><r>".repeat(1000));
    assert_eq!(
        refused(&Parts::new(worksheet(&deep))),
        FailureKind::Unreadable
    );
}

#[test]
fn a_part_that_grows_beyond_its_word_is_refused() {
    let mut parts = Parts::new(worksheet(PUPIL));
    parts.set("xl/worksheets/s.xml", worksheet(&" ".repeat(20 << 20)));
    let mut bytes = parts.bytes();
    let archive = roster_package::Archive::open(&bytes).unwrap();
    let crc = archive
        .find("xl/worksheets/s.xml")
        .unwrap()
        .crc()
        .to_le_bytes();
    let directory = memchr::memmem::rfind(&bytes, &crc).unwrap();
    bytes[directory + 8..directory + 12].copy_from_slice(&1000_u32.to_le_bytes());
    let read = read_bytes(&bytes);
    assert!(read.sheets.is_empty() && read.failure.is_some());
}

#[test]
fn ranges_of_hidden_columns_without_end() {
    let columns = "<col min=\"1\" max=\"16384\" hidden=\"1\"/>".repeat(100_000);
    let part = format!(
        "<worksheet><cols>{columns}</cols><sheetData>{HEADER}{PUPIL}</sheetData></worksheet>"
    );
    assert_eq!(Parts::new(part).sheet().hidden_columns.len(), 16_384);
}

#[test]
fn rows_that_are_written_from_right_to_left_cost_no_more() {
    let mut rows = PUPIL.to_owned();
    for number in 3..23 {
        let _ = write!(rows, "<row r=\"{number}\">");
        for column in (1..=16_384_u32).rev() {
            let mut letters = Vec::new();
            let mut rest = column;
            while rest > 0 {
                letters.insert(0, b'A' + ((rest - 1) % 26) as u8);
                rest = (rest - 1) / 26;
            }
            let letters = String::from_utf8(letters).unwrap();
            let _ = write!(rows, "<c r=\"{letters}{number}\"><v>{column}</v></c>");
        }
        rows.push_str("</row>");
    }
    let sheet = Parts::new(worksheet(&rows)).sheet();
    assert_eq!((sheet.row_count(), sheet.columns.len()), (21, 16_384));
    assert_eq!(cell_of(&sheet, 16_383, 20).0, "16384");
    let twice = "<c r=\"A2\"><v>1</v></c>".repeat(1_100_000);
    let part = worksheet(&format!("<row r=\"2\">{twice}</row>"));
    assert_eq!(refused(&Parts::new(part)), FailureKind::TooLarge);
}
