//! Workbooks: values of every kind, hidden parts, several sheets.

use roster_model::{CellKind, Column, Format};
use rust_xlsxwriter::{
    Chart, ChartType, ExcelDateTime, Format as Style, Formula, Workbook, Worksheet,
};

use super::{read_bytes, read_sheet, workbook};

fn header(sheet: &mut Worksheet) {
    for (column, word) in ["姓名", "性别", "民族", "身份证件号"]
        .into_iter()
        .enumerate()
    {
        sheet.write(0, column as u16, word).unwrap();
    }
}

/// The text and the kind of the cell below the first header.
fn cell(fill: impl FnOnce(&mut Worksheet)) -> (String, CellKind) {
    let bytes = workbook(|sheet| {
        header(sheet);
        fill(sheet);
        sheet.write(1, 1, "男").unwrap();
    });
    let sheet = read_sheet(&bytes);
    let cells = &sheet.columns[0].cells;
    let value = cells.value(0);
    (cells.text(value).to_owned(), cells.kind(value))
}

#[test]
fn numbers_have_all_their_digits_and_no_exponent() {
    let numbers = [
        (3.0, "3"),
        (-0.0, "0"),
        (18_627_498_160.0, "18627498160"),
        (0.1, "0.1"),
        (-2.5, "-2.5"),
        (999_999_999_999_999.0, "999999999999999"),
        (220_521_201_711_301_000.0, "220521201711301000"),
        (1e21, "1000000000000000000000"),
        (1e-7, "0.0000001"),
    ];
    for (number, text) in numbers {
        let found = cell(|sheet| {
            sheet.write_number(1, 0, number).unwrap();
        });
        assert_eq!(found, (text.to_owned(), CellKind::Number));
    }
}

#[test]
fn dates_are_written_as_dates_only_where_they_can_be() {
    let dates = [
        (43_849.0, "2020-01-19", CellKind::Date),
        (43_849.5, "2020-01-19 12:00:00", CellKind::Date),
        (20_150_901.0, "20150901", CellKind::Number),
        (0.25, "0.25", CellKind::Number),
        (-3.0, "-3", CellKind::Number),
    ];
    for (serial, text, kind) in dates {
        let style = Style::new().set_num_format("yyyy/m/d");
        let found = cell(|sheet| {
            sheet
                .write_number_with_format(1, 0, serial, &style)
                .unwrap();
        });
        assert_eq!(found, (text.to_owned(), kind), "{serial}");
    }
    let style = Style::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"");
    let date = ExcelDateTime::from_ymd(2017, 9, 1).unwrap();
    let found = cell(|sheet| {
        sheet
            .write_datetime_with_format(1, 0, &date, &style)
            .unwrap();
    });
    assert_eq!(found, ("2017-09-01".to_owned(), CellKind::Date));
}

#[test]
fn first_days_below_a_header_that_asks_for_months_are_months() {
    let texts = |header: &str, serials: &[f64]| {
        let bytes = workbook(|sheet| {
            let style = Style::new().set_num_format("yyyy/m/d");
            for (column, word) in ["姓名", "性别", header].into_iter().enumerate() {
                sheet.write(0, column as u16, word).unwrap();
            }
            for (row, serial) in (1..).zip(serials) {
                sheet.write(row, 0, "张小明").unwrap();
                sheet
                    .write_number_with_format(row, 2, *serial, &style)
                    .unwrap();
            }
        });
        let sheet = read_sheet(&bytes);
        let cells = &sheet.columns.last().unwrap().cells;
        let all: Vec<String> = (0..cells.row_count())
            .map(|row| cells.text(cells.value(row)).to_owned())
            .collect();
        all.join(" ")
    };
    let firsts = [42_248.0, 42_278.0, 42_309.0];
    assert_eq!(texts("出生年月", &firsts), "2015-09 2015-10 2015-11");
    assert_eq!(
        texts("出生年月", &[42_248.0, 42_278.0]),
        "2015-09-01 2015-10-01"
    );
    let with_a_day = [42_248.0, 42_278.0, 42_310.0];
    assert_eq!(
        texts("出生年月", &with_a_day),
        "2015-09-01 2015-10-01 2015-11-02"
    );
    assert_eq!(
        texts("出生年月日", &firsts),
        "2015-09-01 2015-10-01 2015-11-01"
    );
}

#[test]
fn other_values_keep_their_kind() {
    let found = cell(|sheet| {
        sheet.write_boolean(1, 0, true).unwrap();
    });
    assert_eq!(found, ("TRUE".to_owned(), CellKind::Boolean));
    let found = cell(|sheet| {
        sheet.write_string(1, 0, " ").unwrap();
    });
    assert_eq!(found, (" ".to_owned(), CellKind::Text));
    let found = cell(|sheet| {
        sheet
            .write_formula(1, 0, Formula::new("=A9&\"\"").set_result("张小明"))
            .unwrap();
    });
    assert_eq!(found, ("张小明".to_owned(), CellKind::Formula));
    let found = cell(|sheet| {
        sheet
            .write_formula(1, 0, Formula::new("=NA()").set_result("#N/A"))
            .unwrap();
    });
    assert_eq!(found, ("#N/A".to_owned(), CellKind::Error));
}

#[test]
fn every_worksheet_is_read_and_hidden_parts_are_named() {
    let mut book = Workbook::new();
    let first = book.add_worksheet().set_name("一班 & 二班").unwrap();
    header(first);
    first
        .write(1, 0, "张小明")
        .unwrap()
        .write(2, 0, "李小红")
        .unwrap();
    first
        .set_row_hidden(2)
        .unwrap()
        .set_column_hidden(2)
        .unwrap();
    first.set_column_hidden(3).unwrap();
    let second = book
        .add_worksheet()
        .set_name("旧")
        .unwrap()
        .set_hidden(true);
    header(second);
    second.write(1, 0, "王小刚").unwrap();
    let mut chart = Chart::new(ChartType::Line);
    chart.add_series().set_values("旧!$A$1:$A$2");
    book.add_chartsheet().insert_chart(0, 0, &chart).unwrap();
    let read = read_bytes(&book.save_to_buffer().unwrap());
    assert_eq!(
        (read.format, read.encoding, &read.failure),
        (Format::Xlsx, None, &None)
    );
    let names: Vec<_> = read.sheets.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["一班 & 二班", "旧"]);
    assert_eq!(read.sheets[0].hidden_rows, [3]);
    assert_eq!(read.sheets[0].hidden_columns, [2, 3]);
    assert_eq!(read.sheets[0].row_numbers, [2, 3]);
    assert!(read.sheets[1].hidden_rows.is_empty());
    assert_eq!(read.sheets[1].text(0, 0), "王小刚");
    assert_eq!(read.sheets[1].index_of(Column::Name), Some(0));
}

#[test]
fn an_empty_workbook_is_an_empty_sheet() {
    let sheet = read_sheet(&workbook(|_| {}));
    assert_eq!((sheet.filled_rows, sheet.has_header()), (0, false));
}
