//! Notes beside and under those that are there.

use super::original::{SHEET, TABLE_SHEET, workbook};
use super::*;
use crate::LeftOutReason;

#[test]
fn notes_join_those_of_the_sheet() {
    let original = workbook();
    let new = patched(&original, SHEET, [note("A4", "甲"), note("B9", "乙")]);
    let parts = parts(&new.bytes);
    let list = &parts["xl/comments1.xml"];
    assert_eq!(list.matches("<comment ref=").count(), 2);
    assert!(list.contains("<author>学籍自查</author>"));
    let (old, more) = (list.find("原有批注").unwrap(), list.find("甲").unwrap());
    assert!(old < more, "{list}");
    let boxes = &parts["xl/drawings/vmlDrawing1.vml"];
    assert_eq!(boxes.matches("<v:shape ").count(), 2);
    assert_eq!(boxes.matches("<v:shapetype ").count(), 1);
    assert!(boxes.contains("<x:Row>8</x:Row><x:Column>1</x:Column>"));
}

#[test]
fn a_sheet_without_notes_gets_everything_that_notes_need() {
    let original = workbook();
    let new = patched(&original, TABLE_SHEET, [note("C3", "<请核对>")]).bytes;
    let expected = [
        "[Content_Types].xml",
        "xl/comments2.xml",
        "xl/drawings/vmlDrawing2.vml",
        "xl/worksheets/_rels/sheet2.xml.rels",
        "xl/worksheets/sheet2.xml",
    ];
    assert_eq!(differences(&original, &new), expected);
    let parts = parts(&new);
    let sheet = &parts["xl/worksheets/sheet2.xml"];
    let old = &super::parts(&original)["xl/worksheets/sheet2.xml"];
    assert_eq!(&sheet.replace("<legacyDrawing r:id=\"rId2\"/>", ""), old);
    assert!(
        sheet.contains("<legacyDrawing r:id=\"rId2\"/><tableParts"),
        "{sheet}"
    );
    let relations = &parts["xl/worksheets/_rels/sheet2.xml.rels"];
    assert!(relations.contains("Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/vmlDrawing\" Target=\"../drawings/vmlDrawing2.vml\""), "{relations}");
    assert!(relations.contains("Target=\"../comments2.xml\""));
    assert!(parts["[Content_Types].xml"].contains("PartName=\"/xl/comments2.xml\""));
}

#[test]
fn conversations_are_left_alone() {
    let mut all = parts(&workbook());
    let relations = all.get_mut("xl/worksheets/_rels/sheet1.xml.rels").unwrap();
    *relations = relations.replace("</Relationships>", "<Relationship Id=\"rId77\" Type=\"http://schemas.microsoft.com/office/2017/10/relationships/threadedComment\" Target=\"../threadedComments/threadedComment1.xml\"/></Relationships>");
    all.insert(
        "xl/threadedComments/threadedComment1.xml".to_owned(),
        "<ThreadedComments/>".to_owned(),
    );
    let original = package(all.iter().map(|it| (it.0.as_str(), it.1.as_str())));
    let new = patched(&original, SHEET, [note("A3", "甲"), text("B3", "女")]);
    assert_eq!(new.left_out.len(), 1);
    assert_eq!(new.left_out[0].reason, LeftOutReason::Conversations);
    assert_eq!(read(&new.bytes, SHEET, "B3"), "女");
    assert_eq!(
        differences(&original, &new.bytes),
        ["xl/styles.xml", "xl/worksheets/sheet1.xml"]
    );
}
