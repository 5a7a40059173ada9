//! XML Spreadsheet 2003.

use roster_model::{CellKind, Column, Format, Visibility};

use super::{read_bytes, texts};
fn book(sheets: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>\
         <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\
         <Styles><Style ss:ID=\"d\"><NumberFormat ss:Format=\"yyyy/m/d\"/></Style></Styles>{sheets}</Workbook>"
    )
}

const HEAD: &str = "<Row><Cell><Data ss:Type=\"String\">姓名</Data></Cell><Cell><Data ss:Type=\"String\">性别</Data></Cell>\
    <Cell><Data ss:Type=\"String\">出生日期</Data></Cell></Row>";

#[test]
fn xml_spreadsheets_are_read_sheet_by_sheet() {
    let rows = "<Row ss:Index=\"4\" ss:Hidden=\"1\"><Cell><Data ss:Type=\"String\">张<B>小</B>明</Data><Comment><Data>不读</Data></Comment></Cell>\
        <Cell ss:Index=\"3\" ss:StyleID=\"d\"><Data ss:Type=\"Number\">42249</Data></Cell></Row>\
        <Row><Cell><Data ss:Type=\"Number\">1.5</Data></Cell><Cell><Data ss:Type=\"Boolean\">1</Data></Cell>\
        <Cell><Data ss:Type=\"DateTime\">2015-09-02T00:00:00.000</Data></Cell></Row>\
        <Row><Cell ss:Formula=\"=1\"><Data ss:Type=\"String\">李</Data></Cell><Cell><Data ss:Type=\"Error\">#N/A</Data></Cell>\
        <Cell ss:MergeAcross=\"1\" ss:MergeDown=\"2\"><Data ss:Type=\"DateTime\">坏</Data></Cell></Row>\
        <Row><Cell><Data ss:Type=\"String\">末</Data></Cell><Cell ss:Formula=\"=1\"/><Cell ss:Formula=\"=1\"><Comment/></Cell>\
        <Cell ss:Formula=\"=1\"><Data ss:Type=\"String\"></Data></Cell></Row>";
    let options = "<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>";
    let text = book(&format!(
        "<Worksheet ss:Name=\"一班\"><Table><Column/><Column ss:Index=\"3\" ss:Span=\"1\" ss:Hidden=\"1\"/>{HEAD}{rows}</Table>{options}</Worksheet>\
         <Worksheet ss:Name=\"二班\"><Table>{HEAD}</Table></Worksheet>"
    ));
    let read = read_bytes(text.as_bytes());
    assert_eq!((read.format, read.failure), (Format::SpreadsheetXml, None));
    let sheet = &read.sheets[0];
    assert_eq!((&*sheet.name, &*read.sheets[1].name), ("一班", "二班"));
    assert_eq!(sheet.visibility, Visibility::Hidden);
    assert_eq!(
        (&*sheet.row_numbers, &*sheet.hidden_rows),
        (&[4, 5, 6, 7][..], &[4][..])
    );
    assert_eq!(sheet.hidden_columns, [2, 3]);
    assert_eq!(sheet.merged.len(), 1);
    let cell = |index: usize, row| {
        let value = sheet.value(index, row);
        let cells = &sheet.columns[index].cells;
        (cells.text(value), cells.kind(value))
    };
    assert_eq!(cell(0, 0), ("张小明", CellKind::Text));
    assert_eq!(cell(2, 0), ("2015-09-02", CellKind::Date));
    assert_eq!(cell(0, 1), ("1.5", CellKind::Number));
    assert_eq!(cell(1, 1), ("TRUE", CellKind::Boolean));
    assert_eq!(cell(2, 1), ("2015-09-02", CellKind::Date));
    assert_eq!(cell(0, 2), ("李", CellKind::Formula));
    assert_eq!(cell(1, 2), ("#N/A", CellKind::Error));
    assert_eq!(cell(2, 2), ("坏", CellKind::Text));
    // Never worked out; an empty result has a type.
    assert_eq!(cell(1, 3), (" ", CellKind::Formula));
    assert_eq!(cell(2, 3), (" ", CellKind::Formula));
    assert_eq!(sheet.columns.len(), 3);
}

#[test]
fn a_broken_xml_spreadsheet_keeps_what_came_before() {
    let whole = book(&format!(
        "<Worksheet ss:Name=\"一班\"><Table>{HEAD}</Table></Worksheet><Worksheet ss:Name=\"二班\"><Table>{HEAD}"
    ));
    let read = read_bytes(&whole.as_bytes()[..whole.len() - 40]);
    assert!(!read.sheets.is_empty());
    // Cut between two tags it ends too early as well, and the pupils so far are there.
    let rows = "<Row><Cell><Data ss:Type=\"String\">张小明</Data></Cell></Row>".repeat(2);
    let long = book(&format!(
        "<Worksheet><Table>{HEAD}{rows}</Table></Worksheet>"
    ));
    for end in [
        "</Workbook>",
        "</Worksheet>",
        "</Table>",
        "</Row></Table>",
        "张小明</Data></Cell></Row></Table>",
    ] {
        let read = read_bytes(&long.as_bytes()[..long.rfind(end).unwrap()]);
        assert!(
            read.failure.is_some() && !texts(&read.sheets[0], Column::Name).is_empty(),
            "{end}"
        );
    }
    let far = book("<Worksheet><Table><Row ss:Index=\"4294967295\"/></Table></Worksheet>");
    assert!(read_bytes(far.as_bytes()).failure.is_some());
    let empty = read_bytes(book("").as_bytes());
    assert!(empty.failure.unwrap().said.zh.contains("工作表"));
    for length in (0..whole.len()).step_by(7) {
        if whole.is_char_boundary(length) {
            read_bytes(&whole.as_bytes()[..length]);
        }
    }
}
