//! What only OpenDocument has: rows and cells that are said once and counted.

use roster_model::{CellKind, FailureKind, Sheet};

use super::make::ods;
use super::{read, read_sheet};

const ROWS: &str = "<table:table-row><table:table-cell><text:p>姓名</text:p></table:table-cell>\
    <table:table-cell><text:p>性别</text:p></table:table-cell></table:table-row>\
    <table:table-row><table:table-cell><text:p>王小明</text:p></table:table-cell></table:table-row>";

fn blank(rows: u32, look: &str) -> String {
    format!(
        "<table:table-row table:number-rows-repeated=\"{rows}\">\
         <table:table-cell table:number-columns-repeated=\"16384\"{look}/></table:table-row>"
    )
}

#[test]
fn blank_rows_with_a_look_are_counted_and_the_filling_of_the_sheet_is_not() {
    let look = " table:style-name=\"ce1\"";
    let cases = [
        (String::new(), 0),
        (blank(1500, look), 1500),
        (blank(1500, ""), 0),
        (blank(1500, look) + &blank(1_047_074, ""), 1500),
        (blank(20, "") + &blank(30, look) + &blank(5, ""), 50),
        (blank(1500, look) + ROWS + &blank(3, look), 3),
        (blank(1_048_574, look), 0),
        (blank(1_048_573, look) + &blank(1, look), 0),
        (blank(65_534, look), 0),
        (blank(65_533, look) + &blank(1, look), 0),
        (blank(4_000_000_000, look), 0),
    ];
    for (rows, expected) in cases {
        let sheet = read_sheet(&ods(&format!("{ROWS}{rows}")));
        assert_eq!(
            sheet.phantom_rows,
            expected,
            "{}",
            &rows[..rows.len().min(120)]
        );
    }
}

/// A row with so many cells, standing there so many times.
fn filled(rows: u32, cells: u32) -> String {
    format!(
        "<table:table-row table:number-rows-repeated=\"{rows}\"><table:table-cell \
         table:number-columns-repeated=\"{cells}\"><text:p>否</text:p></table:table-cell></table:table-row>"
    )
}

#[test]
fn a_column_filled_down_to_the_end_is_read_and_a_whole_sheet_of_one_row_is_refused() {
    let sheet = read_sheet(&ods(&format!("{ROWS}{}", filled(1_048_574, 2))));
    assert_eq!(sheet.filled_rows, 1_048_576);
    for rows in [filled(1_000_000, 12), filled(2_000_000_000, 2_000_000_000)] {
        let read = read(&ods(&format!("{ROWS}{rows}")));
        let failure = read.failure.expect("it is refused");
        assert_eq!(failure.kind, FailureKind::TooLarge);
        assert!(
            failure.said.zh.contains("复制到新工作簿"),
            "{}",
            failure.said.zh
        );
    }
}

#[test]
fn a_formula_that_was_never_worked_out_is_a_cell_without_anything_to_see() {
    let formula = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>王小明</text:p>\
        </table:table-cell><table:table-cell table:formula=\"of:=[.A1]\"";
    let sheet = |rest| read_sheet(&ods(&format!("{ROWS}{formula}{rest}</table:table-row>")));
    let cells = |sheet: Sheet| {
        (
            sheet.text(1, 1).to_owned(),
            sheet.columns[1].cells.kind(sheet.columns[1].cells.value(1)),
        )
    };
    for (rest, expected) in [
        ("/>", (" ", CellKind::Formula)),
        (
            " office:value-type=\"string\" office:string-value=\"\"/>",
            ("", CellKind::Blank),
        ),
        (
            " office:value-type=\"string\"><text:p/></table:table-cell>",
            ("", CellKind::Blank),
        ),
        (
            " office:value-type=\"string\"><text:p>男</text:p></table:table-cell>",
            ("男", CellKind::Formula),
        ),
    ] {
        let (text, kind) = cells(sheet(rest));
        assert_eq!((&*text, kind), expected, "{rest}");
    }
}

#[test]
fn zeros_that_a_format_shows_are_read() {
    let rows = ["0501", "501", "501.0", "￥501"].map(|shown| {
        format!(
            "<table:table-row><table:table-cell/><table:table-cell office:value-type=\"float\" \
             office:value=\"501\"><text:p>{shown}</text:p></table:table-cell></table:table-row>"
        )
    });
    let sheet = read_sheet(&ods(&format!("{ROWS}{}", rows.concat())));
    let seen: Vec<_> = (1..5).map(|row| sheet.columns[1].cells.seen(row)).collect();
    assert_eq!(seen, ["0501", "501", "501", "501"]);
    assert_eq!(sheet.text(1, 1), "0501");
}
