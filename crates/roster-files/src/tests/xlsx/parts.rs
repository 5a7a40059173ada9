//! Packages: parts that are missing, damaged, elsewhere, or not what they are said to be.

use roster_model::{CellKind, FailureKind, Format, Visibility};

use super::{OFFICE, Parts, cell_of, worksheet};

const PUPIL: &str = r#"<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>1</v></c></row>"#;
const STRINGS: &str = "<sst><si><t>张小明</t></si></sst>";

fn parts() -> Parts {
    let mut parts = Parts::new(worksheet(PUPIL));
    parts.set("xl/strings.xml", STRINGS);
    parts
}

#[test]
fn parts_are_found_by_their_relationships() {
    let mut parts = parts();
    let sheet = worksheet(PUPIL);
    parts
        .replace("_rels/.rels", "xl/workbook.xml", "/office/book.xml")
        .set("[Content_Types].xml", "<Types/>")
        .remove("xl/workbook.xml")
        .remove("xl/worksheets/s.xml")
        .remove("xl/strings.xml")
        .set("Office/Book.xml", "<workbook><sheets><sheet name=\"a\" rel:id=\"s\"/></sheets></workbook>")
        .set(
            "office/_rels/book.xml.rels",
            format!("<Relationships><Relationship Id=\"s\" Type=\"{OFFICE}/worksheet\" Target=\"../cells.xml\"/>\
                <Relationship Id=\"t\" Type=\"{OFFICE}/sharedStrings\" Target=\"a/../words.xml\"/></Relationships>"),
        )
        .set("cells.xml", sheet)
        .set("office/words.xml", STRINGS);
    let sheet = parts.sheet();
    assert_eq!(cell_of(&sheet, 0, 0).0, "张小明");
}

#[test]
fn the_list_of_sheets_tells_of_them() {
    let mut parts = parts();
    let book = "<workbook><workbookPr date1904=\"1\"/><sheets><sheet name=\"甲&amp;乙\" r:id=\"s\" state=\"veryHidden\"/>\
        <sheet name=\"c\" r:id=\"c\" state=\"hidden\"/><sheet name=\"图\" r:id=\"d\"/></sheets></workbook>";
    let relations = format!(
        "<Relationship Id=\"c\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/c.xml\"/>\
         <Relationship Id=\"d\" Type=\"{OFFICE}/chartsheet\" Target=\"nowhere.xml\"/>\
         <Relationship Id=\"e\" Type=\"{OFFICE}/externalLink\" Target=\"e.xml\"/>\
         <Relationship Id=\"f\" Type=\"{OFFICE}/externalLink\" Target=\"f.xml\"/>\
         <Relationship Id=\"v\" Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\" Target=\"vbaProject.bin\"/></Relationships>"
    );
    parts
        .set("xl/workbook.xml", book)
        .replace("xl/_rels/workbook.xml.rels", "</Relationships>", &relations)
        .set("xl/worksheets/c.xml", worksheet(PUPIL))
        .set("xl/vbaProject.bin", "macros");
    let read = parts.read();
    assert_eq!((read.format, &read.failure), (Format::Xlsm, &None));
    assert!(read.traits.date_1904 && read.traits.has_macros);
    assert_eq!(read.traits.external_links, 2);
    let told: Vec<_> = read
        .sheets
        .iter()
        .map(|it| (it.name.as_str(), it.visibility))
        .collect();
    assert_eq!(
        told,
        [("甲&乙", Visibility::VeryHidden), ("c", Visibility::Hidden)]
    );
}

#[test]
fn dates_count_from_1904_where_the_workbook_says_so() {
    let row = r#"<row r="2"><c r="A2" s="0"><v>0</v></c><c r="B2" s="0"><v>42387</v></c></row>"#;
    let mut parts = Parts::new(worksheet(row));
    parts
        .set(
            "xl/styles.xml",
            "<x:styleSheet><x:cellXfs><x:xf numFmtId=\"14\"/><x:xf numFmtId=\"0\"/></x:cellXfs></x:styleSheet>",
        )
        .replace(
            "xl/workbook.xml",
            "<sheets>",
            "<workbookPr date1904=\"true\"/><sheets>",
        );
    let sheet = parts.sheet();
    assert_eq!(cell_of(&sheet, 0, 0).0, "1904-01-01");
    assert_eq!(cell_of(&sheet, 1, 0).0, "2020-01-19");
    // Only in a column of days is a bare number one, and only where it may be one of a pupil.
    let rows = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>出生日期</t></is></c><c r="B1" t="inlineStr"><is><t>邮政编码</t></is></c><c r="C1" t="inlineStr"><is><t>姓名</t></is></c></row><row r="2"><c r="A2" s="1"><v>40543</v></c><c r="B2" s="1"><v>40543</v></c></row><row r="3"><c r="A3" s="1"><v>20151</v></c></row>"#;
    let days = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    parts.set("xl/worksheets/s.xml", days);
    let sheet = parts.sheet();
    assert_eq!(cell_of(&sheet, 0, 0), ("2015-01-01", CellKind::Date));
    assert_eq!(cell_of(&sheet, 1, 0), ("40543", CellKind::Number));
    assert_eq!(cell_of(&sheet, 0, 1), ("20151", CellKind::Number));
    parts.set("xl/worksheets/s.xml", worksheet(row));
    // An extension has an element of that name too.
    parts.replace(
        "xl/workbook.xml",
        "<workbookPr date1904=\"true\"/><sheets>",
        "<extLst><ext><x15:workbookPr date1904=\"1\"/></ext></extLst><sheets>",
    );
    assert_eq!(cell_of(&parts.sheet(), 1, 0).0, "2016-01-18");
}

#[test]
fn a_missing_part_is_told_and_the_rest_is_read() {
    let kind = |parts: &Parts| {
        let read = parts.read();
        (read.sheets.len(), read.failure.map(|it| it.kind))
    };
    let unreadable = Some(FailureKind::Unreadable);
    assert_eq!(kind(parts().remove("_rels/.rels")), (0, unreadable));
    assert_eq!(
        kind(parts().remove("xl/_rels/workbook.xml.rels")),
        (0, unreadable)
    );
    assert_eq!(kind(parts().remove("xl/worksheets/s.xml")), (0, unreadable));
    // The sheet refers to strings, so without them there is nothing to check.
    assert_eq!(kind(parts().remove("xl/strings.xml")), (0, unreadable));
    assert_eq!(
        kind(parts().set("xl/strings.xml", "<sst><si><t>")),
        (0, unreadable)
    );
    // Nothing refers to a look.
    assert_eq!(kind(parts().remove("xl/styles.xml")), (1, None));
    assert_eq!(
        kind(parts().set("xl/styles.xml", "<styleSheet><cellXfs")),
        (1, unreadable)
    );

    let mut two = parts();
    two.replace(
        "xl/workbook.xml",
        "</sheets>",
        "<sheet name=\"二班\" r:id=\"x\"/><sheet name=\"三班\" r:id=\"s\"/></sheets>",
    );
    let read = two.read();
    assert_eq!(read.sheets.len(), 1);
    assert!(read.failure.unwrap().said.zh.contains("二班"));
}

#[test]
fn a_sheet_that_breaks_off_is_not_half_read() {
    for sheet in [
        "",
        "<html></html>",
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>姓名",
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"",
        "<worksheet><sheetData>",
        "<!DOCTYPE worksheet [<!ENTITY a \"b\">]><worksheet/>",
    ] {
        let mut parts = parts();
        parts.set("xl/worksheets/s.xml", sheet);
        let read = parts.read();
        assert!(read.sheets.is_empty(), "{sheet}");
        assert!(read.failure.unwrap().said.zh.contains("一班"), "{sheet}");
    }
    // All cells are there; what is behind them breaks off.
    let mut parts = parts();
    parts.replace("xl/worksheets/s.xml", "</worksheet>", "<legacyDrawing");
    let read = parts.read();
    assert_eq!(read.sheets[0].row_count(), 1);
    assert!(read.failure.unwrap().said.zh.contains("已读取"));
}

#[test]
fn a_wrong_checksum_is_told_and_the_sheet_read() {
    let bytes = parts().bytes();
    let archive = roster_package::Archive::open(&bytes).unwrap();
    let crc = archive.find("xl/worksheets/s.xml").unwrap().crc();
    let mut wrong = bytes.clone();
    let mut places = memchr::memmem::find_iter(&bytes, &crc.to_le_bytes()).collect::<Vec<_>>();
    let directory = places.pop().unwrap();
    wrong[directory] ^= 1;
    let read = super::read_bytes(&wrong);
    assert_eq!(read.sheets[0].row_count(), 1);
    assert!(read.failure.unwrap().said.zh.contains("已读取"));
}

#[test]
fn only_a_chart_is_no_sheet() {
    let mut parts = parts();
    parts.set("xl/worksheets/s.xml", "<chartsheet/>");
    let failure = parts.read().failure.unwrap();
    assert!(failure.said.zh.contains("没有可以检查的工作表"));
}

#[test]
fn parts_may_declare_their_encoding() {
    let mut parts = parts();
    let declare = |text: &str| {
        let text = format!("<?xml version=\"1.0\" encoding=\"GB2312\"?>{text}");
        encoding_rs::GB18030.encode(&text).0.into_owned()
    };
    parts
        .set("xl/worksheets/s.xml", declare(&worksheet(PUPIL)))
        .set("xl/strings.xml", declare(STRINGS))
        .set(
            "xl/workbook.xml",
            declare("<workbook><sheets><sheet name=\"一班\" r:id=\"s\"/></sheets></workbook>"),
        );
    let sheet = parts.sheet();
    assert_eq!(
        (sheet.name.as_str(), cell_of(&sheet, 0, 0).0),
        ("一班", "张小明")
    );
}
