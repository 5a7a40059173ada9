//! Archives that are as they should be: written, read, copied.

use std::io::Read;

use proptest::collection::vec;
use proptest::prelude::{any, prop_assert_eq};

use super::runner;
use super::zips::{OldEnd, Part, zip, zip_with, zip64};
use crate::{Archive, ArchiveWriter, Method, PackageError};

#[test]
fn what_is_written_is_read() {
    let parts = (vec(vec(any::<u8>(), 0..2000), 0..6), 1..4000_usize);
    runner(200)
        .run(&parts, |(parts, piece)| {
            let mut writer = ArchiveWriter::new();
            for (index, part) in parts.iter().enumerate() {
                if index % 2 == 0 {
                    writer.add(&format!("部分/{index}"), part);
                } else {
                    writer.start(&index.to_string());
                    part.chunks(piece).for_each(|it| writer.write(it));
                }
            }
            let bytes = writer.finish();
            let archive = Archive::open(&bytes).unwrap();
            let mut copier = ArchiveWriter::new();
            for (entry, part) in archive.entries().iter().zip(&parts) {
                prop_assert_eq!(&archive.read(entry, 2000).unwrap(), part);
                copier.copy(entry, archive.raw(entry).unwrap());
            }
            prop_assert_eq!(archive.entries().len(), parts.len());
            prop_assert_eq!(copier.finish(), bytes);
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_large_part_comes_in_pieces() {
    let content: Vec<u8> = (0..3_000_000_u32)
        .map(|it| (it.wrapping_mul(it) >> 7) as u8)
        .collect();
    let mut writer = ArchiveWriter::new();
    writer.add("a", &content);
    let bytes = writer.finish();
    let archive = Archive::open(&bytes).unwrap();
    let mut stream = archive.stream(&archive.entries()[0]).unwrap();
    let (mut found, mut piece) = (Vec::<u8>::new(), vec![0; 10_000]);
    let mut consumed = 0;
    loop {
        let count = stream.read(&mut piece).unwrap();
        assert!(stream.consumed() >= consumed);
        consumed = stream.consumed();
        if count == 0 {
            break;
        }
        found.extend(&piece[..count]);
    }
    assert!(stream.is_intact() && found == content);
    assert_eq!(consumed, archive.entries()[0].packed_size());
}

#[test]
fn names_are_found_in_any_case() {
    let bytes = zip(&[
        Part::deflated("xl/Workbook.xml", b"1"),
        Part::stored("_rels\\.rels", b"2"),
    ]);
    let archive = Archive::open(&bytes).unwrap();
    let read = |name| archive.read(archive.find(name)?, 9).ok();
    assert_eq!(read("/XL/workbook.XML"), Some(b"1".to_vec()));
    assert_eq!(read("_rels/.rels"), Some(b"2".to_vec()));
    assert_eq!(read("xl"), None);
    assert_eq!(
        archive.find("_rels/.rels").unwrap().method(),
        Method::Stored
    );
}

#[test]
fn every_honest_form_of_archive_is_read() {
    let mut described = Part::deflated("b", &[b'x'; 5000]);
    described.has_descriptor = true;
    let mut large = Part::deflated("c", &[b'y'; 5000]);
    let sizes = [u64::from(large.size), u64::from(large.packed_size)];
    large.extra = vec![9, 9, 2, 0, 7, 7, 1, 0, 16, 0];
    large.extra.extend(sizes.map(u64::to_le_bytes).concat());
    (large.size, large.packed_size) = (u32::MAX, u32::MAX);
    let parts = [Part::stored("a", b"1"), described, large];
    let mut prefixed = b"#!/bin/sh\n".to_vec();
    prefixed.extend(zip(&parts));
    let archives = [
        zip(&parts),
        zip64(&parts, OldEnd::Silent),
        zip64(&parts, OldEnd::Complete),
        zip_with(
            &parts,
            3,
            b"a comment with PK\x05\x06 in it, and more words",
        ),
        prefixed,
    ];
    for bytes in archives {
        let archive = Archive::open(&bytes).unwrap();
        let sizes = archive.entries().iter().map(|entry| {
            let content = archive.read(entry, 10_000).unwrap();
            content.len()
        });
        assert_eq!(sizes.collect::<Vec<_>>(), [1, 5000, 5000]);
    }
}

#[test]
fn a_wrong_checksum_is_told_and_the_content_given() {
    let mut part = Part::deflated("a", b"content");
    part.crc ^= 1;
    let bytes = zip(&[part]);
    let archive = Archive::open(&bytes).unwrap();
    let entry = &archive.entries()[0];
    assert_eq!(archive.read(entry, 100), Err(PackageError::Checksum));
    let mut stream = archive.stream(entry).unwrap();
    let mut content = String::new();
    stream.read_to_string(&mut content).unwrap();
    assert_eq!(content, "content");
    assert!(!stream.is_intact());
}

#[test]
fn names_that_are_no_utf8_are_copied_as_they_are() {
    let mut part = Part::stored("?", b"1");
    part.name = b"\xC3\xFB\xB2\xE1.xml".to_vec();
    let bytes = zip(&[part, Part::stored("/../../etc/passwd", b"2")]);
    let archive = Archive::open(&bytes).unwrap();
    let mut writer = ArchiveWriter::new();
    for entry in archive.entries() {
        writer.copy(entry, archive.raw(entry).unwrap());
    }
    let copied = writer.finish();
    let names = Archive::open(&copied).unwrap();
    assert_eq!(names.entries()[0].name_bytes, b"\xC3\xFB\xB2\xE1.xml");
    assert_eq!(names.entries()[1].name(), "/../../etc/passwd");
}
