//! Writing: what is written is read back, and nothing becomes a formula.

use std::io::Cursor;

use calamine::{Data, Reader, SheetVisible, Xlsx};
use roster_model::Level;
use roster_write::{Choice, PlanRange, PlanWriter, Strictness, WorkbookCell, link_to, mark_fill};

use crate::{WriteError, write};

const DANGEROUS: [&str; 10] = [
    "=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "＝1+1", "＋1", "－1", "＠A1",
];

fn open(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

#[test]
fn a_workbook_is_read_back_as_text_and_is_the_same_every_time() {
    let mut plan = PlanWriter::new();
    plan.start_sheet("名单", 1, &[10.0], true);
    plan.write_row(&["姓名", "性别", "民族"].map(WorkbookCell::header));
    for text in DANGEROUS {
        let marked = WorkbookCell {
            mark: Some(Level::Error),
            note: Some("请核对".to_owned()),
            link: Some(link_to("名单", "A1")),
            ..WorkbookCell::text(text)
        };
        plan.write_row(&[marked, WorkbookCell::text("1"), WorkbookCell::default()]);
    }
    let plan = plan.finish();
    let bytes = write(&plan).unwrap();
    assert_eq!(bytes, write(&plan).unwrap());
    let mut book = open(bytes);
    let formulas = book.worksheet_formula("名单").unwrap();
    assert_eq!(formulas.used_cells().count(), 0);
    let range = book.worksheet_range("名单").unwrap();
    for (row, text) in DANGEROUS.iter().enumerate() {
        let cell = range.get((row + 1, 0));
        assert_eq!(cell, Some(&Data::String((*text).to_owned())));
        assert_eq!(range.get((row + 1, 1)), Some(&Data::String("1".to_owned())));
    }
}

#[test]
fn lists_of_choices_reach_the_workbook() {
    let long: Vec<String> = (0..100).map(|it| format!("民族{it}")).collect();
    let long: Vec<&str> = long.iter().map(String::as_str).collect();
    let mut plan = PlanWriter::new();
    plan.start_sheet("模板", 1, &[], false);
    plan.text_columns(0, 2);
    for (position, list) in [&["男", "女"][..], &long, &[]].into_iter().enumerate() {
        let position = position as u16;
        plan.add_choice(&Choice {
            range: PlanRange {
                first_row: 2,
                last_row: 1_048_576,
                first_position: position,
                last_position: position,
            },
            list,
            strictness: Strictness::Warn,
            title: "怎么填",
            prompt: "从列表中选",
        });
    }
    plan.set_height(40.0);
    let required = WorkbookCell {
        required: true,
        ..WorkbookCell::header("性别")
    };
    plan.write_row(&[required]);
    let mut book = open(write(&plan.finish()).unwrap());
    let hidden: Vec<_> = book
        .sheets_metadata()
        .iter()
        .filter(|it| it.visible == SheetVisible::Hidden)
        .map(|it| it.name.clone())
        .collect();
    assert_eq!(hidden, ["选项"]);
    assert_eq!(book.worksheet_range("选项").unwrap().height(), 100);
    let name = book.defined_names()[0].clone();
    assert_eq!(
        name,
        ("choices_1".to_owned(), "'选项'!$A$1:$A$100".to_owned())
    );
}

#[test]
fn an_empty_plan_still_opens_and_no_plan_is_refused() {
    let book = open(write(&PlanWriter::new().finish()).unwrap());
    assert_eq!(book.sheet_names(), ["Sheet"]);
    for bytes in [&b""[..], b"RCP1", b"RCP1\x05\0\0\0", b"PK\x03\x04"] {
        assert!(matches!(write(bytes), Err(WriteError::Plan(_))));
    }
}

#[test]
fn every_text_is_read_back_as_it_was() {
    let texts = [
        " 张 ",
        "<r>李</r>",
        "_x0041_",
        "a\u{1}b",
        "𠮷\n&\"",
        "_x005F_",
        "\t",
    ];
    let mut plan = PlanWriter::new();
    plan.write_row(&texts.map(WorkbookCell::text));
    plan.write_row(&[]);
    plan.write_row(&texts.map(WorkbookCell::text));
    let mut book = open(write(&plan.finish()).unwrap());
    let range = book.worksheet_range("Sheet").unwrap();
    for (position, text) in texts.into_iter().enumerate() {
        for row in [0, 2] {
            let cell = range.get((row, position)).map(ToString::to_string);
            assert_eq!(cell.as_deref(), Some(text), "row {row}");
        }
    }
}

#[test]
fn each_cell_has_the_look_of_its_mark() {
    let levels = [
        Some(Level::Info),
        None,
        Some(Level::Error),
        Some(Level::Warning),
    ];
    let mut plan = PlanWriter::new();
    for name in ["一", "二"] {
        plan.start_sheet(name, 0, &[], false);
        plan.write_row(&levels.map(|mark| WorkbookCell {
            mark,
            ..WorkbookCell::text("1")
        }));
    }
    let bytes = write(&plan.finish()).unwrap();
    let archive = roster_package::Archive::open(&bytes).unwrap();
    let part = |name: &str| {
        let part = archive.read(archive.find(name).unwrap(), 1 << 20).unwrap();
        String::from_utf8(part).unwrap()
    };
    let styles = part("xl/styles.xml");
    let (_, looks) = styles.split_once("<cellXfs").unwrap();
    let looks: Vec<&str> = looks.split("<xf ").skip(1).collect();
    let fills: Vec<&str> = styles.split("<fill>").skip(1).collect();
    for name in ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"] {
        let sheet = part(name);
        let cells: Vec<&str> = sheet.split("<c ").skip(1).collect();
        assert_eq!(cells.len(), levels.len());
        for (cell, level) in cells.into_iter().zip(levels) {
            let fill: usize = number(looks[number(cell, " s=\"")], "fillId=\"");
            let colour = level.map_or(String::new(), |it| format!("{:06X}", mark_fill(it)));
            let is_filled = fills[fill].contains("rgb=");
            assert_eq!(is_filled, level.is_some(), "{cell}");
            assert!(fills[fill].contains(&colour), "{cell}: {}", fills[fill]);
        }
    }
}

/// The number that follows.
fn number(text: &str, before: &str) -> usize {
    let (_, digits) = text.split_once(before).unwrap();
    digits.split('"').next().unwrap().parse().unwrap()
}
