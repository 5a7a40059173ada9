//! What only OpenDocument has: rows and cells that are said once and counted.

use super::make::ods;
use super::read_sheet;

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
