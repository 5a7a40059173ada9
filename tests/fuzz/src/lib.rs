//! What must hold for any bytes, one function a way into the product. `targets/` hands them to libFuzzer,
//! `tests/src/hostile.rs` runs them with fixed seeds. A function returns or panics; it has no answer.
//! Deliberately absent: what a cell means. That is held against rosters that are known.

mod agree;
mod fed;
mod foreign;
mod scanned;
mod seeds;
mod workbook;

use roster_files::{Encoding, ReadBy, ReadFile, ReadOptions, SheetChoice};
use roster_model::Level;
use roster_package::{Archive, ArchiveWriter};
use roster_write::{AppendedSheet, CellPatch, Patch, SheetPatch};

use self::agree::{agree, speaks};
pub use seeds::seeds;

/// One way into the product.
#[derive(Clone, Copy)]
pub struct Target {
    /// Its name, which is that of the program for libFuzzer.
    pub name: &'static str,
    /// What must hold.
    pub run: fn(&[u8]),
    /// Whether one input may take a tenth of a second.
    pub is_slow: bool,
}

/// All of them.
pub const TARGETS: &[Target] = &[
    target("package", package),
    target("workbook", workbook),
    target("scanned", scanned),
    target("text", text),
    target("fed", fed),
    target("markup", markup),
    target("mail", mail),
    target("header", header),
    target("patch", patch),
    target("plan", plan),
    target("raw", raw),
    target("office", office),
    target("profile", profile),
    Target {
        is_slow: true,
        ..target("unlock", unlock)
    },
];

const fn target(name: &'static str, run: fn(&[u8])) -> Target {
    Target {
        name,
        run,
        is_slow: false,
    }
}

/// Most that is unpacked of one entry here.
const ENTRY_BYTES_MAX: u64 = 1 << 20;

/// Any bytes as a zip archive, and as whatever else they may be.
pub fn package(bytes: &[u8]) {
    read(bytes, &ReadOptions::default());
    let Ok(archive) = Archive::open(bytes) else {
        return;
    };
    let mut writer = ArchiveWriter::new();
    let mut copied = Vec::new();
    for entry in archive.entries() {
        if let Ok(content) = archive.read(entry, ENTRY_BYTES_MAX) {
            assert_eq!(content.len() as u64, entry.size());
            let raw = archive.raw(entry).expect("what was unpacked is there");
            writer.copy(entry, raw);
            copied.push((entry.name().to_owned(), content));
        }
    }
    let written = writer.finish();
    let again = Archive::open(&written).expect("what was written is an archive");
    assert_eq!(again.entries().len(), copied.len());
    for (entry, (name, content)) in again.entries().iter().zip(copied) {
        assert_eq!(entry.name(), name);
        assert_eq!(again.read(entry, ENTRY_BYTES_MAX), Ok(content));
    }
}

/// One part of a workbook that is otherwise sound; the first byte says which.
pub fn workbook(bytes: &[u8]) {
    let Some((&which, part)) = bytes.split_first() else {
        return;
    };
    read(&workbook::with_part(which, part), &ReadOptions::default());
}

/// The same where another thread scans the sheet: nothing is told otherwise. From 128 on the first byte
/// says that the rest is what the other thread gives.
pub fn scanned(bytes: &[u8]) {
    let Some((&which, part)) = bytes.split_first() else {
        return;
    };
    if which < 128 {
        scanned::tells_the_same(&workbook::with_part(which, part));
    } else {
        scanned::takes(part);
    }
}

/// Text; the first byte says what the person has said about it.
pub fn text(bytes: &[u8]) {
    let Some((&said, text)) = bytes.split_first() else {
        return;
    };
    let options = ReadOptions {
        encoding: Encoding::ALL.get(usize::from(said & 7)).copied(),
        delimiter: b",;\t|".get(usize::from(said >> 3 & 7)).copied(),
        ..ReadOptions::default()
    };
    read(text, &options);
}

/// Text in UTF-8 that comes bit by bit; the first two bytes say in how large pieces and what parts its cells.
pub fn fed(bytes: &[u8]) {
    if let [piece_bytes, delimiter, text @ ..] = bytes {
        let delimiter = b",;\t|"[usize::from(delimiter & 3)];
        fed::tells_the_same(text, usize::from(*piece_bytes) + 1, delimiter);
    }
}

/// Pages and old XML that call themselves a workbook; the first byte says how they begin.
pub fn markup(bytes: &[u8]) {
    let Some((&which, rest)) = bytes.split_first() else {
        return;
    };
    let begin: &[u8] = match which % 4 {
        0 => b"<html><meta charset=gb2312><body><table>",
        1 => {
            b"<?xml version=\"1.0\"?><Workbook \
              xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
              xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">"
        }
        2 => b"<table><tr>",
        _ => b"",
    };
    read(&[begin, rest].concat(), &ReadOptions::default());
}

/// Web archives; the first byte says how they begin.
pub fn mail(bytes: &[u8]) {
    let Some((&which, rest)) = bytes.split_first() else {
        return;
    };
    let begin: &[u8] = match which % 4 {
        0 => b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"=_a\"\n\n--=_a\n",
        1 => b"MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n",
        2 => {
            b"MIME-Version: 1.0\nContent-Type: text/html; charset=gbk\n\
              Content-Transfer-Encoding: quoted-printable\n\n<table><tr><td>"
        }
        _ => b"MIME-Version: 1.0\nContent-Type: text/html",
    };
    read(&[begin, rest].concat(), &ReadOptions::default());
}

/// Rows of words that stand in headers, titles and footers; the first byte says which row the person
/// has called the header.
pub fn header(bytes: &[u8]) {
    let Some((&row, words)) = bytes.split_first() else {
        return;
    };
    let text: String = words.iter().map(|&it| seeds::word(it)).collect();
    let options = ReadOptions {
        choices: vec![SheetChoice {
            header_row: (row > 0).then_some(u32::from(row)),
            ..SheetChoice::default()
        }],
        ..ReadOptions::default()
    };
    read(text.as_bytes(), &options);
}

/// The same workbook with changes put into it: what could be read still can, and has one sheet more.
pub fn patch(bytes: &[u8]) {
    let Some((&which, part)) = bytes.split_first() else {
        return;
    };
    let original = workbook::with_part(which, part);
    let Ok(patched) = roster_write::patch(&original, changes(which > 127), &mut |_| {}) else {
        return;
    };
    let options = ReadOptions::default();
    let count = |bytes: &[u8]| {
        let read = roster_files::read(bytes, &options, &mut |_| {});
        agree(&read);
        read.failure.is_none().then_some(read.sheets.len())
    };
    if let Some(before) = count(&original) {
        let added = patched.appended.len();
        assert_eq!(
            count(&patched.bytes),
            Some(before + added),
            "it can be read"
        );
    }
}

fn changes<'p>(forget_marks: bool) -> Patch<'p> {
    let cell = |row_number, position, text: Option<&str>| CellPatch {
        row_number,
        position,
        text: text.map(str::to_owned),
        mark: Some(Level::Error),
        note: Some("说明 <&>".to_owned()),
    };
    let sheet = SheetPatch {
        name: "一班".to_owned(),
        merged: Vec::new(),
        forget_marks,
        cells: vec![
            cell(3, 1, Some(" 010 ")),
            cell(1, 0, Some("姓名")),
            cell(2, 2, None),
            cell(9, 40, Some("=1")),
        ],
    };
    let mut rows = 2;
    let appended = AppendedSheet {
        name: "校验结果".to_owned(),
        replaces: Vec::new(),
        freeze_rows: 1,
        columns_width: vec![9.0],
        autofilter: true,
        rows: Box::new(move |_| {
            rows -= 1;
            rows > 0
        }),
    };
    Patch {
        sheets: vec![sheet],
        appended: vec![appended],
        ..Patch::default()
    }
}

/// The stream of cells between the two modules of the page.
pub fn raw(bytes: &[u8]) {
    // The sentences are those of the stream, whatever they are.
    read_raw(&[], bytes);
}

/// A workbook of another program, or one part of it; the first byte says which. What it becomes is
/// always a stream that can be read.
pub fn office(bytes: &[u8]) {
    let Some((&which, part)) = bytes.split_first() else {
        return;
    };
    let file = foreign::with_part(which, part);
    if roster_files::read_by(&file) != ReadBy::Own {
        read(&file, &ReadOptions::default());
    }
    speaks(&read_raw(&file, &roster_office::read(&file)));
}

/// A locked workbook, or the part of one that says how it is locked; the first byte says which. Opened,
/// it is a file or a stream that can be read.
pub fn unlock(bytes: &[u8]) {
    let Some((&which, part)) = bytes.split_first() else {
        return;
    };
    let file = foreign::locked_with_part(which, part);
    let content = roster_office::unlock_or_say(&file, foreign::PASSWORD);
    if roster_files::is_raw(&content) {
        speaks(&read_raw(&file, &content));
    } else {
        read(&content, &ReadOptions::default());
    }
}

fn read_raw(bytes: &[u8], raw: &[u8]) -> ReadFile {
    let options = ReadOptions::default();
    let read = roster_files::read_raw(bytes, raw, &options, &mut |_| {});
    agree(&read);
    read
}

/// Reads, and holds the answer against what is promised.
fn read(bytes: &[u8], options: &ReadOptions) {
    let mut told = 0;
    let mut visit = |done: u64| {
        assert!(done <= bytes.len() as u64, "more was read than there is");
        told = done;
    };
    let read = roster_files::read(bytes, options, &mut visit);
    assert_eq!(told, bytes.len() as u64, "the end is told");
    speaks(&read);
    agree(&read);
}

/// A profile file, or one of decisions: understood, or a sentence that says where it is wrong.
pub fn profile(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let understood = [
        roster_profile::read("f", &text).err(),
        roster_profile::read_decisions("f", &text).err(),
    ];
    for wrong in understood.into_iter().flatten() {
        let line = wrong
            .en
            .split_once("line ")
            .and_then(|it| it.1.split_once(','));
        let line: usize = line
            .and_then(|it| it.0.parse().ok())
            .expect("it says the line");
        assert!((1..=text.split('\n').count()).contains(&line), "{wrong:?}");
        assert!(wrong.zh.contains(&format!("第{line}行")), "{wrong:?}");
    }
}

/// The plan of a fresh workbook: a workbook, or refused.
pub fn plan(bytes: &[u8]) {
    let written = roster_office::write(&[b"RCP1", bytes].concat());
    if let Ok(book) = written {
        Archive::open(&book).expect("what was written is an archive");
        read(&book, &ReadOptions::default());
    }
}
