//! A large file that comes bit by bit gives the report that it gives when it is there from the beginning.

#![expect(
    clippy::disallowed_methods,
    reason = "the command line reads and writes files"
)]

use std::process::Stdio;
use std::rc::Rc;

use roster_engine::{
    Arriving, Checksum, Describe, HEAD_BYTES, Progress, Session, SheetScan, Values,
};
use xtask::roster::{FileFormat, Plan};

use crate::cli::{command, rostercheck, scratch};
use crate::corpus_truth::options;

fn roster() -> Vec<u8> {
    let bytes = made(8000, FileFormat::Csv);
    assert!(bytes.len() > HEAD_BYTES);
    bytes
}

fn made(rows: u32, format: FileFormat) -> Vec<u8> {
    let plan = Plan {
        rows,
        seed: 26,
        faults: 0.2,
        duplicates: 0.01,
        formats: vec![format],
        ..Plan::default()
    };
    let mut files = plan.make().unwrap_or_else(|it| panic!("{it}")).files;
    files.remove(0).1
}

fn session() -> Session {
    Session::new(options("before-import"))
}

fn begin(session: &Session, bytes: &[u8]) -> Option<Arriving> {
    session.begin("七年级.csv", &bytes[..HEAD_BYTES])
}

fn report(mut session: Session) -> String {
    session.check(&mut |_| {});
    let describe = Describe {
        session: &session,
        values: Values::Shown,
    };
    let mut json = Vec::new();
    describe.write_json(&mut json).unwrap();
    String::from_utf8(json).unwrap()
}

#[test]
fn the_report_is_the_same() {
    let bytes = roster();
    let mut whole = session();
    let rows = whole.open("七年级.csv", &bytes, &mut |_| {});
    let expected = report(whole);
    assert!(expected.contains("\"R1003\""));

    let mut read = session();
    let (mut done, size) = (0, bytes.len() as u64);
    let arriving = begin(&read, &bytes).unwrap();
    let told = read.read_arriving(arriving, size, &mut &bytes[..], &mut |it| {
        assert!(it.done >= done && it.done <= it.total && it.total == size);
        done = it.done;
    });
    assert_eq!(told.unwrap(), Some(rows));
    assert_eq!(done, size);
    assert!(report(read) == expected);

    let mut pushed = session();
    let (mut arriving, mut sum) = (begin(&pushed, &bytes).unwrap(), Checksum::default());
    for piece in bytes.chunks(300_000) {
        assert!(arriving.push(piece));
        sum.push(piece);
    }
    assert_eq!(pushed.arrived(arriving), Some(rows));
    pushed.set_checksum(0, sum.finish());
    assert!(report(pushed) == expected);
}

#[test]
fn the_report_of_a_scanned_workbook_is_the_same() {
    let bytes = Rc::new(made(3000, FileFormat::Xlsx));
    let mut whole = session();
    let rows = whole.open("七年级.xlsx", &bytes, &mut |_| {});
    let expected = report(whole);
    assert!(expected.contains("\"R1003\""));
    // All of it comes; then a piece is lost on the way.
    for lost in [usize::MAX, 0] {
        let mut scanned = session();
        let mut book = scanned.begin_book("七年级.xlsx", &bytes).unwrap();
        let (mut done, size) = (0, bytes.len() as u64);
        let mut progress = |it: Progress| {
            assert!(it.done >= done && it.done <= it.total && it.total == size);
            done = it.done;
        };
        book.read_shared(&bytes, &mut progress);
        while let Some(part) = book.next_part() {
            let mut scan = SheetScan::begin(Rc::clone(&bytes), &part).unwrap();
            for piece in (0..)
                .map_while(|_| scan.next_piece())
                .skip(usize::from(lost == 0))
            {
                book.push(&piece, 0, &mut progress);
            }
            book.end_part();
        }
        assert_eq!(scanned.book_arrived(book, &bytes, &mut progress), rows);
        let mut sum = Checksum::default();
        sum.push(&bytes);
        scanned.set_checksum(0, sum.finish());
        assert!(report(scanned) == expected, "{lost}");
    }
}

#[test]
fn a_text_that_is_no_utf8_in_the_end_leaves_nothing_in_the_run() {
    let mut bytes = roster();
    bytes.extend(b"\xD5\xC5\xC8\xFD,\xC4\xD0\n");
    let mut session = session();
    let arriving = begin(&session, &bytes).unwrap();
    let read = session.read_arriving(arriving, 0, &mut &bytes[..], &mut |_| {});
    assert_eq!(read.unwrap(), None);
    let mut arriving = begin(&session, &bytes).unwrap();
    assert!(!arriving.push(&bytes));
    assert_eq!(session.arrived(arriving), None);
    assert!(session.files().is_empty());
    // Two files of one name are told apart, whichever way they came.
    session.open("七年级.csv", &bytes, &mut |_| {});
    let arriving = begin(&session, &roster()).unwrap();
    let read = session.read_arriving(arriving, 0, &mut &roster()[..], &mut |_| {});
    assert!(read.unwrap().is_some());
    assert_eq!(session.files()[1].name, "七年级 (2).csv");
}

/// Standard input is read as a whole.
#[test]
fn a_file_is_to_the_command_line_what_standard_input_is() {
    let path = scratch("arriving").join("large.csv");
    for tail in ["", "\u{FFFD}", "\n\n"] {
        let mut bytes = roster();
        bytes.extend(tail.bytes());
        if tail.starts_with('\u{FFFD}') {
            bytes.pop();
        }
        std::fs::write(&path, &bytes).unwrap();
        let with = ["--format", "json", "--today", "2026-11-21"];
        let named = rostercheck(&[&["check", path.to_str().unwrap()], &with[..]].concat());
        let piped = command(&[&["check", "-"], &with[..]].concat())
            .stdin(Stdio::from(std::fs::File::open(&path).unwrap()))
            .output()
            .unwrap();
        let piped = String::from_utf8(piped.stdout).unwrap();
        let piped = piped.replace("\"file\":\"-\"", "\"file\":\"large.csv\"");
        let piped = piped.replace("\"name\":\"-\"", "\"name\":\"large.csv\"");
        assert!(
            String::from_utf8(named.stdout).unwrap() == piped,
            "{tail:?}"
        );
    }
}
