//! Writing: what is written is read back, and nothing becomes a formula.

use std::io::Cursor;

use calamine::{Data, Reader, SheetVisible, Xlsx};
use roster_model::Level;
use roster_write::{Choice, PlanRange, PlanWriter, Strictness, WorkbookCell, link_to};

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
