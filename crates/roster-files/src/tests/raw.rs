//! The stream between a reader of foreign workbooks and the sheets.

use proptest::collection::vec;
use proptest::prelude::{Strategy, any};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use roster_model::{
    CellKind, Column, Failure, FailureKind, FileTraits, Format, Merged, Said, Visibility,
};

use super::texts;
use crate::{RawWriter, ReadFile, ReadOptions, read_raw};

fn read(raw: &[u8]) -> ReadFile {
    let mut last = 0;
    let read = read_raw(&[0; 1000], raw, &ReadOptions::default(), &mut |done| {
        assert!(last <= done && done <= 1000, "{last} then {done}");
        last = done;
    });
    assert_eq!(last, 1000);
    assert!(!read.sheets.is_empty() || read.failure.is_some());
    read
}

fn broken() -> Failure {
    Failure {
        kind: FailureKind::Unreadable,
        said: Said::new("工作表坏了。", "The sheet is broken."),
    }
}

/// Two sheets: one whole, one that breaks off.
fn stream() -> Vec<u8> {
    let mut raw = RawWriter::new(Format::Xls);
    raw.traits(&FileTraits {
        date_1904: true,
        has_macros: true,
        external_links: 300,
        ..FileTraits::default()
    });
    raw.start_sheet("一班", Visibility::Hidden);
    for (number, cells) in [
        (2, ["姓名", "性别", "出生日期"]),
        (3, ["王小明", "男", "2015-09-01"]),
        (900, ["李小红", "女", "2015-09-02"]),
    ] {
        raw.start_row(number);
        for (position, text) in [0, 3, 200].into_iter().zip(cells) {
            let kind = if number > 2 && position == 200 {
                CellKind::Date
            } else {
                CellKind::Text
            };
            raw.cell(position, text, kind);
        }
    }
    raw.hide_rows(3, 2);
    raw.hide_rows(4, 3);
    raw.hide_columns(3, 1);
    raw.merge(Merged {
        first_row: 1,
        last_row: 1,
        first_position: 0,
        last_position: 200,
    });
    raw.filter();
    raw.phantom_rows(70_000);
    raw.start_sheet("二班", Visibility::Visible);
    raw.fail(&broken());
    assert!(!raw.is_full());
    raw.finish()
}

#[test]
fn a_stream_gives_what_was_written() {
    let read = read(&stream());
    assert_eq!(read.format, Format::Xls);
    let traits = read.traits;
    assert!(traits.date_1904 && traits.has_macros && traits.external_links == 300);
    assert_eq!(read.failure, Some(broken()));
    let sheet = &read.sheets[0];
    assert_eq!(
        (sheet.name.as_str(), sheet.visibility),
        ("一班", Visibility::Hidden)
    );
    assert_eq!(sheet.row_numbers, [3, 900]);
    assert_eq!(texts(sheet, Column::Name), ["王小明", "李小红"]);
    let dates = &sheet.columns[2];
    assert_eq!(
        (dates.position, dates.cells.kind(dates.cells.value(1))),
        (200, CellKind::Date)
    );
    assert_eq!(sheet.hidden_rows, [3, 4, 5, 6]);
    assert_eq!(sheet.hidden_columns, [3]);
    assert!(sheet.is_filtered);
    assert_eq!((sheet.phantom_rows, sheet.merged.len()), (70_000, 1));
    assert_eq!(read.sheets[1].filled_rows, 0);
}

#[test]
fn what_is_no_stream_is_a_damaged_file() {
    let whole = stream();
    for end in 0..whole.len() {
        assert!(read(&whole[..end]).failure.is_some(), "{end}");
    }
    // Rows and columns beyond the largest workbook, all of them hidden: a few bytes, bounded memory.
    let mut raw = RawWriter::new(Format::Ods);
    raw.start_sheet("", Visibility::Visible);
    for _ in 0..1000 {
        raw.hide_rows(1, u32::MAX - 1);
        raw.hide_columns(0, u16::MAX);
    }
    let read = read(&raw.finish());
    assert_eq!(read.sheets[0].hidden_rows.len(), 1_048_576);
    assert_eq!(read.sheets[0].hidden_columns.len(), 16_384);
}

#[test]
fn a_row_before_the_damage_is_taken_once() {
    let mut raw = RawWriter::new(Format::Xls);
    raw.start_sheet("一班", Visibility::Visible);
    for (number, name, sex) in [
        (1, "姓名", "性别"),
        (2, "王小明", "男"),
        (3, "李小红", "女"),
    ] {
        raw.start_row(number);
        raw.cell(0, name, CellKind::Text);
        raw.cell(1, sex, CellKind::Text);
    }
    let mut raw = raw.finish();
    // A row that is no further than the one before, where the stream should end.
    raw.pop();
    raw.extend([3, 0]);
    let read = read(&raw);
    assert!(read.failure.is_some());
    assert_eq!(read.sheets[0].row_numbers, [2, 3]);
}

/// A list whose file says of a block of its header that it reaches beyond every sheet.
#[test]
fn a_block_beyond_the_last_column_is_none() {
    for (first_position, last_position) in [(u16::MAX, u16::MAX), (2, u16::MAX), (2, 16_384)] {
        let mut raw = RawWriter::new(Format::Xls);
        raw.start_sheet("一班", Visibility::Visible);
        raw.merge(Merged {
            first_row: 1,
            last_row: 1,
            first_position,
            last_position,
        });
        for (number, cells) in [
            (1, ["姓名", "性别", "民族"].as_slice()),
            (2, &["王小明", "男"]),
        ] {
            raw.start_row(number);
            for (position, text) in (0..).zip(cells) {
                raw.cell(position, text, CellKind::Text);
            }
        }
        let read = read(&raw.finish());
        assert_eq!(read.failure, None);
        let headers = read.sheets[0].columns.iter().map(|it| it.header.as_str());
        assert_eq!(headers.collect::<Vec<_>>(), ["姓名", "性别", "民族"]);
        assert_eq!(read.sheets[0].merged, []);
    }
}

#[test]
fn any_bytes_are_taken() {
    let config = Config {
        cases: 600,
        failure_persistence: None,
        ..Config::default()
    };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, rng);
    let changes = vec((any::<proptest::sample::Index>(), any::<u8>()), 0..6);
    let changed = changes.prop_map(|changes| {
        let mut bytes = stream();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes
    });
    runner
        .run(&changed, |bytes| {
            read(&bytes);
            Ok(())
        })
        .unwrap();
    let random = vec(any::<u8>(), 0..200).prop_map(|tail| [b"RCC1".to_vec(), tail].concat());
    runner
        .run(&random, |bytes| {
            read(&bytes);
            Ok(())
        })
        .unwrap();
}
