//! The same workbooks read by calamine: every cell has the same text and kind.
//!
//! The differences that are meant stand in `cells`: raw digits of whole numbers, white space that
//! is not marked as preserved, cells that make no sense.

use std::fmt::Write;
use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx};
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_assert_eq, prop_oneof};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use roster_model::CellKind;
use rust_xlsxwriter::{Format, Formula, Workbook};

use super::{cell_of, read_bytes};

#[derive(Clone, Debug)]
enum Value {
    Nothing,
    Look,
    Number(f64),
    Text(String),
    Truth(bool),
    Date(f64),
    Result(String),
}

fn value() -> impl Strategy<Value = Value> {
    let serial = (1_u32..2_958_465, 0_u32..86_400);
    prop_oneof![
        Just(Value::Nothing),
        Just(Value::Look),
        any::<i32>().prop_map(|it| Value::Number(f64::from(it))),
        any::<u64>().prop_map(|it| Value::Number(it as f64)),
        proptest::num::f64::NORMAL.prop_map(Value::Number),
        (-10_000..10_000_i32).prop_map(|it| Value::Number(f64::from(it) / 100.0)),
        any::<String>().prop_map(Value::Text),
        " ?(_x[0-9A-F]{4}_|[&<>\"'\r\n\t]|\u{1}|一){0,4} ?".prop_map(Value::Text),
        any::<bool>().prop_map(Value::Truth),
        serial.prop_map(|(day, second)| Value::Date(f64::from(day) + f64::from(second) / 86_400.0)),
        "[a-z&<一-三]{1,5}".prop_map(Value::Result),
    ]
}

fn workbook(rows: &[Vec<Value>]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let look = Format::new().set_bold();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    for (column, word) in (0..).zip(["姓名", "性别", "民族", "备注", "特长", "职务", "其他"])
    {
        sheet.write(0, column, word).unwrap();
    }
    for (number, row) in (1..).zip(rows) {
        sheet.write(number, 0, "张小明").unwrap();
        sheet.write(number, 1, "男").unwrap();
        for (column, value) in (2..).zip(row) {
            match value {
                Value::Nothing => Ok(&mut *sheet),
                Value::Look => sheet.write_blank(number, column, &look),
                Value::Number(it) => sheet.write_number(number, column, *it),
                Value::Text(it) => sheet.write_string(number, column, it),
                Value::Truth(it) => sheet.write_boolean(number, column, *it),
                Value::Date(it) => sheet.write_number_with_format(number, column, *it, &day),
                Value::Result(it) => {
                    sheet.write_formula(number, column, Formula::new("=A9").set_result(it))
                }
            }
            .unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// Text and kind as calamine reads them, by row and column.
fn oracle(bytes: &[u8]) -> Vec<((u32, u32), (String, CellKind))> {
    let mut book = Xlsx::new(Cursor::new(bytes.to_vec())).unwrap();
    let mut reader = book.worksheet_cells_reader("Sheet1").unwrap();
    let mut cells = Vec::new();
    while let Some(cell) = reader.next_cell_with_formula_metadata().unwrap() {
        let mut text = String::new();
        let mut kind = told(&cell.value, &mut text);
        if cell.formula.is_some() && kind != CellKind::Blank {
            kind = CellKind::Formula;
        }
        cells.push((cell.pos, (text, kind)));
    }
    cells
}

fn told(value: &DataRef, text: &mut String) -> CellKind {
    match value {
        DataRef::String(it) => text.push_str(it),
        DataRef::SharedString(it) => text.push_str(it),
        DataRef::Float(it) => {
            // Negative zero is shown as zero.
            let _ = write!(text, "{}", if *it == 0.0 { 0.0 } else { *it });
            return CellKind::Number;
        }
        DataRef::Bool(it) => {
            text.push_str(if *it { "TRUE" } else { "FALSE" });
            return CellKind::Boolean;
        }
        DataRef::DateTime(it) => {
            let (year, month, day, hour, minute, second, _) = it.to_ymd_hms_milli();
            let _ = write!(text, "{year:04}-{month:02}-{day:02}");
            if (hour, minute, second) != (0, 0, 0) {
                let _ = write!(text, " {hour:02}:{minute:02}:{second:02}");
            }
            return CellKind::Date;
        }
        DataRef::Empty => {}
        other => panic!("{other:?}"),
    }
    if text.is_empty() {
        CellKind::Blank
    } else {
        CellKind::Text
    }
}

#[test]
fn every_cell_is_what_calamine_reads() {
    let config = Config {
        cases: 150,
        failure_persistence: None,
        ..Config::default()
    };
    let random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, random);
    let rows = vec(vec(value(), 5), 1..25);
    runner
        .run(&rows, |rows| {
            let bytes = workbook(&rows);
            let read = read_bytes(&bytes);
            prop_assert_eq!(&read.failure, &None);
            let sheet = &read.sheets[0];
            prop_assert_eq!(sheet.row_count() as usize, rows.len());
            for ((row, column), (text, kind)) in oracle(&bytes) {
                if row > 0 {
                    let found = cell_of(sheet, column as usize, row - 1);
                    prop_assert_eq!(
                        found,
                        (text.as_str(), kind),
                        "row {} column {}",
                        row,
                        column
                    );
                }
            }
            Ok(())
        })
        .unwrap();
}
