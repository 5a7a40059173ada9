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
