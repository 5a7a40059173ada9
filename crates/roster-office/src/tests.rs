//! What the crate promises, tried from outside. Every file here is made by the test itself or is one
//! of the fixtures in `tests/fixtures`.

macro_rules! fixture {
    ($path:literal) => {
        include_bytes!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../tests/fixtures/",
            $path
        ))
    };
}

mod any;
mod hostile;
mod make;
mod ods;
mod oracle;
mod unlock;
mod write;
mod xls;

use roster_files::{ReadFile, ReadOptions, read_raw};
use roster_model::{Sheet, Visibility};

/// The fixtures: a name, and the bytes of a file that other programs made.
const FIXTURES: [(&str, &[u8]); 6] = [
    ("excel95.xls", fixture!("equivalents/excel95.xls")),
    ("excel97.xls", fixture!("equivalents/excel97.xls")),
    ("calc.ods", fixture!("equivalents/calc.ods")),
    ("sheetjs.xlsb", fixture!("equivalents/sheetjs.xlsb")),
    ("hidden.xls", fixture!("hidden/excel97.xls")),
    ("hidden.ods", fixture!("hidden/calc.ods")),
];

/// What the core makes of a file, by way of this crate.
fn read(bytes: &[u8]) -> ReadFile {
    let raw = crate::read(bytes);
    let read = read_raw(bytes, &raw, &ReadOptions::default(), &mut |_| {});
    assert!(!read.sheets.is_empty() || read.failure.is_some());
    read
}

/// The only sheet of a file that can be read.
fn read_sheet(bytes: &[u8]) -> Sheet {
    let mut read = read(bytes);
    assert_eq!(read.failure, None);
    assert_eq!(read.sheets.len(), 1);
    read.sheets.remove(0)
}

#[test]
fn what_a_file_hides_is_told() {
    for (name, bytes) in FIXTURES.into_iter().filter(|it| it.0.starts_with("hidden")) {
        let read = read(bytes);
        let [first, second] = &read.sheets[..] else {
            panic!("{name}: {} sheets", read.sheets.len())
        };
        assert_eq!(first.hidden_rows, [4], "{name}");
        assert_eq!(first.hidden_columns, [4], "{name}");
        assert_eq!(first.merged.len(), 1, "{name}");
        assert_eq!(second.visibility, Visibility::Hidden, "{name}");
    }
}
