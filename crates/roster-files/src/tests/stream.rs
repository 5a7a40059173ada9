//! A large text file that comes bit by bit.

use encoding_rs::GB18030;

use crate::{Encoding, HEAD_BYTES, ReadFile, ReadOptions, TextStream, read};

/// A roster of more than twice the head: a title, quotes of all sorts, blank rows, a footer.
fn roster() -> String {
    let row = |it: usize| match it % 1000 {
        7 => "\r\n".to_owned(),
        8 => format!("王小{it},\"女,13900000000,x\r\n"),
        it if it % 3 == 0 => format!("\"张\"\"{it}\",男,\"通化县\r\n文化路{it}号\",\r\n"),
        it => format!("李{it},女,文化路{it}号,13900000000\r\n"),
    };
    let rows: String = (0..130_000).map(row).collect();
    let text = format!("七年级名册\r\n姓名,性别,现住址,联系电话\r\n{rows}合计,130000,,\r\n");
    assert!(text.len() > 2 * HEAD_BYTES);
    text
}

fn pushed(bytes: &[u8], options: &ReadOptions, length: usize) -> Option<ReadFile> {
    let mut stream = TextStream::begin(&bytes[..bytes.len().min(HEAD_BYTES)], options)?;
    let is_utf8 = bytes.chunks(length).all(|piece| stream.push(piece));
    let read = stream.finish();
    assert!(is_utf8 || read.is_none());
    read
}

fn read_all(mut bytes: &[u8], options: &ReadOptions) -> Option<ReadFile> {
    let stream = TextStream::begin(&bytes[..bytes.len().min(HEAD_BYTES)], options)?;
    let (mut last, size) = (0, bytes.len() as u64);
    let mut visit = |done| {
        assert!(done >= last && done <= size);
        last = done;
    };
    stream.read_all(&mut bytes, &mut visit).unwrap()
}

/// Whole, pushed and pulled it is the same; gives it in words.
fn said(bytes: &[u8], options: &ReadOptions) -> String {
    let whole = format!("{:?}", read(bytes, options, &mut |_| {}));
    for length in [70_001, 16 << 20] {
        let pushed = pushed(bytes, options, length).unwrap();
        assert!(format!("{pushed:?}") == whole, "pieces of {length}");
    }
    assert!(format!("{:?}", read_all(bytes, options).unwrap()) == whole);
    whole
}

#[test]
fn the_sheet_is_the_same() {
    let text = roster();
    let plain = said(text.as_bytes(), &ReadOptions::default());
    assert!(plain.contains("title_rows: [1]") && !plain.contains("unclosed_quotes: []"));
    let told = ReadOptions {
        encoding: Some(Encoding::Utf8),
        ..ReadOptions::default()
    };
    said(format!("\u{FEFF}{text}").as_bytes(), &told);
    said(text.replace(',', "\t").as_bytes(), &ReadOptions::default());
    said(
        format!("sep=,\r\n{text}").as_bytes(),
        &ReadOptions::default(),
    );
    // The last line has no end.
    said(text.trim_end().as_bytes(), &ReadOptions::default());
}

#[test]
fn a_row_that_no_table_has_is_told_in_the_same_words() {
    let text = format!("{}{}\n王,男\n", roster(), ",".repeat(70_000));
    assert!(said(text.as_bytes(), &ReadOptions::default()).contains("failure: Some"));
}

#[test]
fn what_its_beginning_does_not_tell_has_to_be_whole() {
    let options = ReadOptions::default();
    let begins = |bytes: &[u8], options| {
        TextStream::begin(&bytes[..bytes.len().min(HEAD_BYTES)], options).is_some()
    };
    let text = roster();
    assert!(begins(text.as_bytes(), &options));
    assert!(!begins(&text.as_bytes()[..HEAD_BYTES - 1], &options));
    assert!(!begins(&GB18030.encode(&text).0, &options));
    assert!(!begins(
        format!("<table><tr><td>{text}").as_bytes(),
        &options
    ));
    let ascii = "Zhang San,male,1\n".repeat(100_000);
    assert!(!begins(
        format!("name,sex,number\n{ascii}{text}").as_bytes(),
        &options
    ));
    let told = ReadOptions {
        encoding: Some(Encoding::Gb18030),
        ..ReadOptions::default()
    };
    assert!(!begins(text.as_bytes(), &told));
}

#[test]
fn what_turns_out_to_be_something_else_has_to_be_whole() {
    let text = roster();
    let options = ReadOptions::default();
    let mut torn = text.clone().into_bytes();
    torn.extend("张".as_bytes().split_last().unwrap().1);
    let mut mixed = text.into_bytes();
    mixed.extend_from_slice(&GB18030.encode("张小明,男\n").0);
    for bytes in [torn, mixed] {
        assert!(pushed(&bytes, &options, 100_000).is_none());
        assert!(read_all(&bytes, &options).is_none());
    }
}
