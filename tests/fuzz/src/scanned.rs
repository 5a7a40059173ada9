//! A workbook whose sheets another thread scans, held against the same workbook read in one.

use std::rc::Rc;

use roster_files::{ReadOptions, SheetScan, WorkbookStream};

use super::agree::{agree, speaks};
use super::workbook::{PARTS, with_part};

/// Panics where the workbook tells anything else in pieces than as a whole.
pub(crate) fn tells_the_same(bytes: &[u8]) {
    let options = ReadOptions::default();
    let Some(mut stream) = WorkbookStream::begin(bytes, &options, 0) else {
        return;
    };
    let mut visit = |done| assert!(done <= bytes.len() as u64, "more was read than there is");
    stream.read_shared(bytes, &mut visit);
    let held = Rc::new(bytes.to_vec());
    while let Some(part) = stream.next_part() {
        let mut scan = SheetScan::begin(Rc::clone(&held), &part);
        while let Some(piece) = scan.as_mut().and_then(SheetScan::next_piece) {
            stream.push(&piece, 0, &mut visit);
        }
        stream.end_part();
    }
    let scanned = stream.finish(bytes, &mut visit);
    let whole = roster_files::read(bytes, &options, &mut |_| {});
    assert_eq!(format!("{scanned:?}"), format!("{whole:?}"));
}

/// Takes any bytes for what the other thread gives of a sheet.
pub(crate) fn takes(piece: &[u8]) {
    let bytes = with_part(0, PARTS[0].1.as_bytes());
    let options = ReadOptions::default();
    let mut stream = WorkbookStream::begin(&bytes, &options, 0).expect("it has a sheet");
    stream.read_shared(&bytes, &mut |_| {});
    stream.next_part();
    stream.push(piece, 0, &mut |_| {});
    stream.end_part();
    let read = stream.finish(&bytes, &mut |_| {});
    speaks(&read);
    agree(&read);
}
