//! A workbook that was marked is marked again: what was put into it before goes.

use calamine::Reader;
use roster_model::Level;

use super::original::{SHEET, workbook};
use super::*;
use crate::{AppendedSheet, WorkbookCell};

const PART: &str = "xl/worksheets/sheet1.xml";

fn list(name: &str, replaces: &[&str], lines: usize) -> AppendedSheet<'static> {
    let mut left = lines;
    AppendedSheet {
        name: name.to_owned(),
        replaces: replaces.iter().map(|it| (*it).to_owned()).collect(),
        freeze_rows: 1,
        columns_width: vec![12.0],
        autofilter: true,
        rows: Box::new(move |row| {
            row.push(WorkbookCell::text(format!("{left}")));
            left = left.wrapping_sub(1);
            left != usize::MAX
        }),
    }
}

fn again(bytes: &[u8], cells: Vec<CellPatch>, appended: Vec<AppendedSheet<'_>>) -> Patched {
    let patch = Patch {
        sheets: vec![SheetPatch {
            forget_marks: true,
            ..sheet(SHEET, cells)
        }],
        appended,
        ..Patch::default()
    };
    crate::patch(bytes, patch, &mut |_| {}).unwrap()
}

fn noted(address: &str, level: Level, said: &str) -> CellPatch {
    CellPatch {
        mark: Some(level),
        note: Some(said.to_owned()),
        ..cell(address)
    }
}

fn first(original: &[u8]) -> Vec<u8> {
    let cells = vec![
        noted("A3", Level::Error, "R1003 一"),
        noted("A4", Level::Warning, "R0201 在王老师的批注下面"),
        noted("E5", Level::Info, "R0011 三"),
        mark("B9", Level::Error),
    ];
    let patch = Patch {
        sheets: vec![sheet(SHEET, cells)],
        appended: vec![list("校验结果", &[], 3), list("说明", &[], 1)],
        ..Patch::default()
    };
    crate::patch(original, patch, &mut |_| {}).unwrap().bytes
}

#[test]
fn marks_and_notes_go_and_everything_is_as_it_was() {
    let original = workbook();
    let marked = first(&original);
    let cleared = again(&marked, Vec::new(), Vec::new()).bytes;
    let (old, new) = (parts(&original), parts(&cleared));
    assert_eq!(old[PART], new[PART].replace(" s=\"0\"", ""));
    let list = &new["xl/comments1.xml"];
    assert_eq!(list.matches("<comment ref=").count(), 1, "{list}");
    assert!(
        list.contains("原有批注") && !list.contains("R0201"),
        "{list}"
    );
    let boxes = &new["xl/drawings/vmlDrawing1.vml"];
    assert_eq!(boxes.matches("<v:shape ").count(), 1, "{boxes}");
    assert!(boxes.contains("<x:Row>3</x:Row>"));
    assert_eq!(again(&cleared, Vec::new(), Vec::new()).bytes, cleared);
}

#[test]
fn new_marks_take_the_place_of_old_ones() {
    let original = workbook();
    let marked = first(&original);
    let cells = || {
        vec![
            noted("A3", Level::Warning, "R2009 别的"),
            noted("A4", Level::Error, "R0201 又在下面"),
            noted("C7", Level::Error, "R3001 新的"),
        ]
    };
    let lists = || {
        vec![
            list("校验结果", &["校验结果"], 5),
            list("说明", &["说明"], 2),
        ]
    };
    let second = again(&marked, cells(), lists());
    assert_eq!(second.appended, ["校验结果", "说明"]);
    let names = open(&second.bytes).sheet_names();
    assert_eq!(names, [SHEET, "表格", "隐藏", "校验结果", "说明"]);
    assert_eq!(read(&second.bytes, "校验结果", "A5"), "1");
    let parts = parts(&second.bytes);
    let notes = &parts["xl/comments1.xml"];
    assert_eq!(notes.matches("<comment ref=").count(), 3, "{notes}");
    for (text, count) in [("R1003", 0), ("R2009", 1), ("R0201", 1), ("原有批注", 1)] {
        assert_eq!(notes.matches(text).count(), count, "{text}: {notes}");
    }
    assert_eq!(
        parts["xl/drawings/vmlDrawing1.vml"]
            .matches("<v:shape ")
            .count(),
        3
    );
    let book = &parts["xl/workbook.xml"];
    assert_eq!(book.matches("_FilterDatabase").count(), 2, "{book}");
    assert!(book.contains("'校验结果'!$A$1:$A$5"), "{book}");
    // What a fresh marking of the original gives, but for what was shown beside it.
    let patch = Patch {
        sheets: vec![sheet(SHEET, cells())],
        appended: vec![list("校验结果", &[], 5), list("说明", &[], 2)],
        ..Patch::default()
    };
    let direct = crate::patch(&original, patch, &mut |_| {}).unwrap().bytes;
    let style = |bytes: &[u8], address: &str| {
        let part = &super::parts(bytes)[PART];
        let at = part.find(&format!("r=\"{address}\"")).unwrap();
        let cell = &part[at..at + part[at..].find('>').unwrap()];
        cell.contains("s=") && !cell.contains("s=\"0\"")
    };
    for address in ["A3", "A4", "B9", "E5", "C7"] {
        assert_eq!(
            style(&second.bytes, address),
            style(&direct, address),
            "{address}"
        );
    }
    let third = again(&second.bytes, cells(), lists());
    assert!(third.bytes == second.bytes, "twice is once");
}

#[test]
fn a_list_that_needs_fewer_sheets_leaves_the_others_blank() {
    let original = workbook();
    let marked = first(&original);
    let fewer = vec![list("校验结果", &["校验结果", "说明", "没有"], 2)];
    let second = again(&marked, Vec::new(), fewer).bytes;
    assert_eq!(read(&second, "校验结果", "A2"), "1");
    assert_eq!(read(&second, "说明", "A1"), "2");
    assert_eq!(read(&second, "说明", "A2"), "");
    let more = vec![list("校验结果", &["没有"], 2)];
    let third = again(&marked, Vec::new(), more).bytes;
    assert_eq!(open(&third).sheet_names()[5], "校验结果 (2)");
}

/// A workbook as another program saves it: styles and notes in words of its own, the author gone.
fn saved_elsewhere(marked: &[u8]) -> Vec<u8> {
    let mut all = parts(marked);
    let styles = all.get_mut("xl/styles.xml").unwrap();
    *styles = styles
        .replace("<bgColor indexed=\"64\"/>", "<bgColor rgb=\"FFFFFFCC\"/>")
        .replace("<b/>", "<b val=\"true\"/>")
        .replace("<i/>", "<i val=\"true\"/>")
        .replace("applyFont=\"1\"", "applyFont=\"true\"");
    let notes = all.get_mut("xl/comments1.xml").unwrap();
    *notes = notes
        .replace("<author>学籍自查</author>", "<author> </author>")
        .replace(
            "\nR0201 在王老师的批注下面。",
            "\n</t></r><r><rPr/><t>R0201 </t></r><r><t xml:space=\"preserve\">在王老师的批注下面。",
        );
    package(all.iter().map(|it| (it.0.as_str(), it.1.as_str())))
}

#[test]
fn marks_that_another_program_saved_go_too() {
    let original = workbook();
    let cells = vec![
        noted("A3", Level::Error, "R1003 一。\n可直接改为 甲"),
        noted("A4", Level::Warning, "R0201 在王老师的批注下面。"),
        noted("E5", Level::Info, "R0011 三。"),
        mark("B9", Level::Error),
        mark("B3", Level::Info),
    ];
    let marked = patched(&original, SHEET, cells).bytes;
    let saved = saved_elsewhere(&marked);
    let cleared = again(&saved, Vec::new(), Vec::new()).bytes;
    let (old, new) = (parts(&original), parts(&cleared));
    // The colour alone may be somebody's own.
    let at = new[PART].find("r=\"B3\"").unwrap();
    let (before, cell) = new[PART].split_at(at);
    let (cell, behind) = cell.split_at(cell.find("><v").unwrap());
    let (cell, _) = cell.split_once(" s=").unwrap();
    let plain = |it: &str| it.replace(" s=\"0\"", "");
    assert_eq!(plain(&old[PART]), plain(&format!("{before}{cell}{behind}")));
    let list = &new["xl/comments1.xml"];
    assert_eq!(list.matches("<comment ref=").count(), 1, "{list}");
    assert!(
        list.contains("原有批注") && !list.contains("R0201") && !list.contains("王老师的"),
        "{list}"
    );
    assert_eq!(
        new["xl/drawings/vmlDrawing1.vml"]
            .matches("<v:shape ")
            .count(),
        1
    );
    let second = again(&saved, vec![note("A4", "R0202 新的。")], Vec::new()).bytes;
    let list = &parts(&second)["xl/comments1.xml"];
    assert!(list.contains("R0202") && !list.contains("R0201"), "{list}");
    assert!(second == again(&second, vec![note("A4", "R0202 新的。")], Vec::new()).bytes);
}
