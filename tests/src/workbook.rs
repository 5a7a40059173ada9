//! The marked workbook, cell by cell: what stands in it, which notes it has and where they are.

use std::io::{Cursor, Read};
use std::path::Path;

use calamine::{Reader, Xlsx};
use roster_engine::{Describe, Language, Session, Values};

use crate::corpus_truth::options;
use crate::golden::compare;

#[test]
fn the_marked_workbook_is_as_it_was() {
    for (language, name) in [(Language::Zh, "zh"), (Language::En, "en")] {
        let bytes = marked(language);
        let text = format!("{}{}", cells(&bytes), notes(&bytes));
        let file = format!("golden/marked_workbook.{name}.txt");
        compare(&Path::new(env!("CARGO_MANIFEST_DIR")).join(file), &text);
    }
}

fn marked(language: Language) -> Vec<u8> {
    let mut session = Session::new(options("before-import"));
    let roster = include_bytes!("../fixtures/wrong.csv");
    session.open("wrong.csv", roster, &mut |_| {});
    session.check(&mut |_| {});
    let describe = Describe {
        session: &session,
        values: Values::Masked,
    };
    roster_office::write(&describe.workbook_plan(language)).expect("a workbook")
}

/// One line a filled cell.
pub(crate) fn cells(bytes: &[u8]) -> String {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let mut text = String::new();
    for sheet in book.sheet_names() {
        let range = book.worksheet_range(&sheet).expect("a sheet");
        let first = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let (row, column) = (row + first.0 as usize, column + first.1 as usize);
            text.push_str(&format!("{sheet} {}:{} {value}\n", row + 1, column + 1));
        }
    }
    text
}

/// One line a note: its cell and its text.
pub(crate) fn notes(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a part");
        let is_notes = part.name().is_ok_and(|it| it.contains("comments"));
        if !is_notes {
            continue;
        }
        let mut xml = String::new();
        part.read_to_string(&mut xml).expect("XML is text");
        for note in xml.split("<comment ref=\"").skip(1) {
            let cell = note.split('"').next().unwrap_or_default();
            let runs = note.split("<t").skip(1);
            let said = runs.filter_map(|it| it.split_once('>')?.1.split_once("</t>"));
            let said: String = said.map(|it| it.0).collect();
            text.push_str(&format!("note {cell} {}\n", said.replace('\n', " / ")));
        }
    }
    text
}
