//! Cells that somebody typed into, and cells that are looked for.

use roster_engine::{Content, Describe, Language, Original, Session, Values};

use crate::corpus_truth::options;
use crate::hand_back::put_into;

const ROSTER: &str = "姓名,性别,出生日期,身份证件号\n\
    王小明,男,20150901,110101201509010017\n\
    李芳,女,20150902,11010120150902002X\n";

fn checked(name: &str, bytes: &[u8], kept: &[u8]) -> Session {
    let mut session = Session::new(options("before-import"));
    session.set_kept(kept);
    session.open(name, bytes, &mut |_| {});
    session.check(&mut |_| {});
    session
}

fn written(session: &Session, bytes: &[u8]) -> Vec<u8> {
    let original = Original::new(bytes);
    let output = put_into(session.corrected(0, &original), &original);
    match output.unwrap_or_else(|it| panic!("{}", it.en)).content {
        Content::Ready(bytes) => bytes,
        _ => panic!("it is written back as it is"),
    }
}

fn count(session: &Session, rule: &str) -> usize {
    session.all_findings().filter(|it| it.rule == rule).count()
}

#[test]
fn what_is_typed_is_checked_recorded_kept_and_taken_back() {
    let mut session = checked("a.csv", ROSTER.as_bytes(), &[]);
    assert_eq!(count(&session, "R1003"), 1);
    let right = "110101201509010016".to_owned();
    let mut type_right = || {
        session
            .write_cell((0, 0, 3), right.clone(), &mut |_| {})
            .unwrap();
        count(&session, "R1003")
    };
    assert_eq!(type_right(), 0);
    type_right();
    assert_eq!(session.edits().steps(), 1, "the same text is no change");

    let describe = Describe {
        session: &session,
        values: Values::Shown,
    };
    let [change] = &describe.changes_from(0, 9)[..] else {
        panic!("one change");
    };
    assert_eq!((change.cell.as_str(), change.rule), ("D2", ""));
    assert_eq!(change.decided_by, "person");
    let mut record = Vec::new();
    describe
        .write_changes_csv(Language::Zh, &mut record)
        .unwrap();
    let record = String::from_utf8(record).unwrap();
    assert!(
        record.contains("D2,身份证件号,110101201509010017,110101201509010016,,人工,"),
        "{record}"
    );

    let kept = checked("a.csv", ROSTER.as_bytes(), &session.keep_changes());
    assert_eq!(kept.edits().edits(), session.edits().edits());
    let expected = ROSTER.replace("0017", "0016");
    assert_eq!(written(&session, ROSTER.as_bytes()), expected.as_bytes());
    session.undo(&mut |_| {}).unwrap();
    assert_eq!(count(&session, "R1003"), 1);
    assert_eq!(written(&session, ROSTER.as_bytes()), ROSTER.as_bytes());
}

#[test]
fn a_workbook_gets_what_is_typed_into_any_kind_of_cell() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet
        .write_row(0, 0, ["姓名", "性别", "出生日期", "身份证件号", "联系电话"])
        .unwrap();
    sheet.write_row(1, 0, ["王小明", "男"]).unwrap();
    sheet.write_number(1, 2, 42_248.0).unwrap();
    let formula = rust_xlsxwriter::Formula::new("=A2").set_result("110101201509010017");
    sheet.write_formula(1, 3, formula).unwrap();
    sheet.write_string(2, 0, "李芳").unwrap();
    sheet.write_string(2, 4, "13800123456").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let mut session = checked("a.xlsx", &bytes, &[]);
    let typed = [
        ((0, 0, 2), "20150901"),
        ((0, 0, 3), "110101201509010016"),
        ((0, 1, 1), "女"),
        ((0, 1, 4), ""),
        ((0, 1, 0), "=李&芳 "),
    ];
    for (place, text) in typed {
        session
            .write_cell(place, text.to_owned(), &mut |_| {})
            .unwrap();
    }
    assert_eq!(session.edits().steps(), typed.len());
    let again = checked("a.xlsx", &written(&session, &bytes), &[]);
    let sheet = &again.rosters()[0].sheet;
    for ((_, row, column), text) in typed {
        assert_eq!(sheet.text(column, row), text);
    }
    assert_eq!(
        [sheet.text(0, 0), sheet.text(1, 0), sheet.text(4, 0)],
        ["王小明", "男", ""]
    );
}

#[test]
fn there_is_nothing_to_type_into_beyond_the_sheet() {
    let mut session = checked("a.csv", ROSTER.as_bytes(), &[]);
    for place in [(1, 0, 0), (0, 2, 0), (0, 0, 4)] {
        session
            .write_cell(place, "x".to_owned(), &mut |_| {})
            .unwrap();
    }
    assert_eq!(session.edits().steps(), 0);
}

#[test]
fn a_search_goes_from_cell_to_cell_and_begins_again() {
    let mut session = Session::new(options("before-import"));
    session.open("a.csv", ROSTER.as_bytes(), &mut |_| {});
    session.open("b.csv", ROSTER.as_bytes(), &mut |_| {});
    session.check(&mut |_| {});
    let describe = Describe {
        session: &session,
        values: Values::Masked,
    };
    let mut here = (0, 0, 0);
    let mut next = |text: &str| {
        let found = describe.find(text, here)?;
        here = (found.sheet, found.row, found.column);
        Some((here, found.at, found.all))
    };
    assert_eq!(next(" 02x "), Some(((0, 1, 3), 1, 2)));
    assert_eq!(next("02X"), Some(((1, 1, 3), 2, 2)));
    assert_eq!(next("02X"), Some(((0, 1, 3), 1, 2)), "from the beginning");
    assert_eq!(next("李"), Some(((1, 1, 0), 2, 2)), "the first is behind");
    assert_eq!(next("赵"), None);
    assert_eq!(next(" "), None);
}
