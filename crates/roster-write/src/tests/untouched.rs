//! What is not asked for does not change, not by a byte.

use roster_model::Level;
use roster_package::Archive;

use super::original::{SHEET, workbook};
use super::*;

#[test]
fn without_changes_the_file_is_the_same() {
    let original = workbook();
    let nothing = try_patch(&original, vec![sheet(SHEET, [])]).unwrap();
    assert_eq!(nothing.bytes, original);
}

#[test]
fn untouched_parts_keep_their_packed_bytes_and_their_order() {
    let original = workbook();
    let cells = [
        mark("A3", Level::Error),
        text("B4", "男"),
        note("C5", "请核对"),
    ];
    let new = patched(&original, SHEET, cells).bytes;
    let changed = differences(&original, &new);
    let expected = [
        "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
        "xl/styles.xml",
        "xl/worksheets/sheet1.xml",
    ];
    assert_eq!(changed, expected);
    let (old, new) = (
        Archive::open(&original).unwrap(),
        Archive::open(&new).unwrap(),
    );
    let names = |archive: &Archive<'_>| -> Vec<String> {
        archive
            .entries()
            .iter()
            .map(|it| it.name().to_owned())
            .collect()
    };
    assert_eq!(names(&old), names(&new));
    for entry in old.entries() {
        if changed.iter().any(|it| it == entry.name()) {
            continue;
        }
        let copied = new.find(entry.name()).unwrap();
        assert_eq!(old.raw(entry), new.raw(copied), "{}", entry.name());
    }
}

#[test]
fn inside_a_sheet_only_the_touched_cells_change() {
    let original = workbook();
    let cells = [
        mark("A3", Level::Error),
        text("B4", "男"),
        text("C1048576", "末"),
    ];
    let new = patched(&original, SHEET, cells).bytes;
    let part = "xl/worksheets/sheet1.xml";
    let (old, new) = (&parts(&original)[part], &parts(&new)[part]);
    let style = |number| format!(" s=\"{number}\"");
    let marked = new.replace(
        "<dimension ref=\"A1:F1048576\"/>",
        "<dimension ref=\"A1:F22\"/>",
    );
    let marked = marked.replace(
        &format!("<c r=\"A3\" t=\"s\"{}>", style(3)),
        "<c r=\"A3\" t=\"s\">",
    );
    let text = "<is><t xml:space=\"preserve\">男</t></is></c>";
    let start = old.find("<c r=\"B4\"").unwrap();
    let length = old[start..].find("</c>").unwrap() + 4;
    let marked = marked.replace(
        &format!("<c r=\"B4\"{} t=\"inlineStr\">{text}", style(4)),
        &old[start..start + length],
    );
    let last = format!(
        "<row r=\"1048576\"><c r=\"C1048576\"{} t=\"inlineStr\"><is><t xml:space=\"preserve\">末</t></is></c></row>",
        style(4)
    );
    assert!(marked.contains(&last), "{marked}");
    assert_eq!(&marked.replace(&last, ""), old);
}

#[test]
fn the_same_changes_give_the_same_bytes_and_texts_are_put_in_once() {
    let original = workbook();
    let cells = [
        text("A3", "张小明"),
        text("D3", "=1"),
        text("F4", ""),
        text("Z99", "新"),
    ];
    let once = patched(&original, SHEET, cells.clone()).bytes;
    assert_eq!(patched(&original, SHEET, cells.clone()).bytes, once);
    assert_eq!(patched(&once, SHEET, cells).bytes, once);
}

#[test]
fn marks_and_notes_put_in_twice_stay_as_they_are() {
    let original = workbook();
    let cells = [
        mark("A3", Level::Warning),
        note("A4", "请核对"),
        note("B3", "也是"),
    ];
    let once = patched(&original, SHEET, cells.clone()).bytes;
    let twice = patched(&once, SHEET, cells).bytes;
    assert_eq!(differences(&once, &twice), Vec::<String>::new());
}

#[test]
fn progress_never_goes_back_and_ends_at_the_size_of_the_file() {
    let original = workbook();
    let mut seen = Vec::new();
    let patch = Patch {
        sheets: vec![sheet(SHEET, [mark("A3", Level::Info)])],
        ..Patch::default()
    };
    crate::patch(&original, patch, &mut |done| seen.push(done)).unwrap();
    assert!(seen.is_sorted());
    assert_eq!(seen.last(), Some(&(original.len() as u64)));
}

#[test]
fn nothing_is_said_of_a_person() {
    let original = workbook();
    let new = patched(&original, SHEET, [note("A3", "请核对")]).bytes;
    let core = "docProps/core.xml";
    assert_eq!(parts(&original).get(core), parts(&new).get(core));
}

/// A workbook with the cells of a roster, and formulas on it and on another sheet.
fn with_formulas(rows: &str, other: &str) -> Vec<u8> {
    let mut all = parts(&workbook());
    let sheet = all.get_mut("xl/worksheets/sheet1.xml").unwrap();
    let at = sheet.find("</sheetData>").unwrap();
    sheet.insert_str(at, rows);
    let sheet = all.get_mut("xl/worksheets/sheet2.xml").unwrap();
    let at = sheet.find("</sheetData>").unwrap();
    sheet.insert_str(at, other);
    package(all.iter().map(|it| (it.0.as_str(), it.1.as_str())))
}

#[test]
fn formulas_that_look_at_what_changes_lose_their_results() {
    let kept = "<c r=\"B40\" t=\"str\"><f>A5&amp;\"A3\"</f><v>旧</v></c>";
    let rows = format!(
        "<row r=\"40\"><c r=\"A40\" t=\"str\"><f>A3&amp;\"-\"</f><v>旧</v></c>{kept}</row>\
         <row r=\"41\"><c r=\"A41\"><f t=\"shared\" ref=\"A41:A42\" si=\"0\">LEN(A40)</f><v>1</v></c></row>\
         <row r=\"42\"><c r=\"A42\"><f t=\"shared\" si=\"0\"/><v>2</v></c></row>\
         <row r=\"43\"><c r=\"A43\" t=\"e\"><f>COUNTIF($A$2:A9,B1)</f><v>#N/A</v></c></row>"
    );
    let other = format!(
        "<row r=\"50\"><c r=\"A50\"><f>'{SHEET}'!A42+1</f><v>3</v></c><c r=\"B50\"><f>A40</f><v>4</v></c></row>"
    );
    let original = with_formulas(&rows, &other);
    let new = patched(&original, SHEET, [text("A3", "新")]);
    assert_eq!((new.results_gone, new.may_be_stale), (5, false));
    let (old, after) = (parts(&original), parts(&new.bytes));
    let sheet = &after["xl/worksheets/sheet1.xml"];
    let expected = rows
        .replace(
            " t=\"str\"><f>A3&amp;\"-\"</f><v>旧</v>",
            "><f>A3&amp;\"-\"</f>",
        )
        .replace("</f><v>1</v>", "</f>")
        .replace("si=\"0\"/><v>2</v>", "si=\"0\"/>")
        .replace(" t=\"e\"", "")
        .replace("<v>#N/A</v>", "");
    assert!(sheet.contains(&expected), "{sheet}");
    let mut other = old["xl/worksheets/sheet2.xml"].clone();
    other = other.replace("A42+1</f><v>3</v>", "A42+1</f>");
    assert_eq!(after["xl/worksheets/sheet2.xml"], other);
    assert!(after["xl/workbook.xml"].contains("fullCalcOnLoad=\"1\""));
    let again = patched(&new.bytes, SHEET, [text("A3", "新")]);
    assert!(again.bytes == new.bytes, "twice is once");
}

#[test]
fn a_formula_that_cannot_be_followed_is_told() {
    for (formula, is_unclear) in [
        ("INDIRECT(\"A3\")", true),
        ("合计+1", true),
        ("SUM(A3:A5)", false),
        ("TODAY()", false),
    ] {
        let rows = format!("<row r=\"40\"><c r=\"A40\"><f>{formula}</f><v>1</v></c></row>");
        let original = with_formulas(&rows, "");
        let new = patched(&original, SHEET, [text("A3", "新")]);
        assert_eq!(new.may_be_stale, is_unclear, "{formula}");
        let marked = patched(&original, SHEET, [mark("A3", Level::Error)]);
        assert_eq!((marked.results_gone, marked.may_be_stale), (0, false));
    }
}
