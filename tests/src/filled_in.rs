//! A list to settle into which somebody has written is known, so that no run writes over it.

use roster_engine::is_settlement_filled_in;
use roster_write::{PlanWriter, WorkbookCell};

/// A workbook of one sheet with these rows, as a spreadsheet program saves what it was given.
fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    let mut writer = PlanWriter::new();
    writer.start_sheet("处理清单", 0, &[], false);
    for row in rows {
        let cells: Vec<_> = row.iter().map(|it| WorkbookCell::text(*it)).collect();
        writer.write_row(&cells);
    }
    roster_office::write(&writer.finish()).expect("a workbook")
}

#[test]
fn what_a_clerk_has_written_into_a_list_is_seen() {
    let title: &[&str] = &[
        "问题学籍处理清单",
        "",
        "",
        "",
        "rostercheck 0.1.0 (2026.11)",
    ];
    let header: &[&str] = &["组", "姓名", "核实结果", "经办人"];
    let list = |title: &[&str], header: &[&str], row: &[&str]| {
        is_settlement_filled_in(&workbook(&[title, &["系统建议"], header, row]))
    };
    assert!(!list(title, header, &["g1", "王小明"]));
    assert!(list(title, header, &["g1", "王小明", "已核实"]));
    assert!(list(title, header, &["g1", "王小明", "", "李老师"]));
    // A column of the clerk's own, with a header and without one.
    assert!(list(
        title,
        &["组", "姓名", "备注"],
        &["g1", "王小明", "电话已打"]
    ));
    assert!(list(title, header, &["g1", "王小明", "", "", "电话已打"]));
    // Another workbook is nobody's list.
    assert!(!list(&["名单"], header, &["g1", "王小明", "已核实"]));
    assert!(!is_settlement_filled_in(b""));
}
