//! Archives that lie: each is refused for its own reason, before anything is unpacked that matters.

use std::io::Read;

use proptest::collection::vec;
use proptest::prelude::any;
use proptest::sample::Index;

use super::runner;
use super::zips::{Part, zip, zip_with};
use crate::{Archive, PackageError};

fn refused(bytes: &[u8]) -> PackageError {
    Archive::open(bytes).unwrap_err()
}

#[test]
fn each_lie_of_the_directory_has_its_reason() {
    let fine = Part::deflated("a", b"content");
    let whole = zip(std::slice::from_ref(&fine));
    assert_eq!(refused(b""), PackageError::NotZip);
    assert_eq!(refused(b"no archive at all"), PackageError::NotZip);
    for length in [4, 30, whole.len() / 2, whole.len() - 1] {
        assert_eq!(refused(&whole[..length]), PackageError::Truncated);
    }
    let few = zip_with(std::slice::from_ref(&fine), 2, b"");
    assert_eq!(refused(&few), PackageError::Truncated);
    let many = zip_with(std::slice::from_ref(&fine), 20_001, b"");
    assert_eq!(refused(&many), PackageError::TooManyEntries);

    let mut secret = fine.clone();
    secret.flags = 1;
    let bytes = zip(&[secret]);
    let archive = Archive::open(&bytes).unwrap();
    let read = archive.read(&archive.entries()[0], 100);
    assert_eq!(read, Err(PackageError::Encrypted));
    assert!(archive.entries()[0].is_encrypted());
    let mut far = fine.clone();
    far.packed_size += 1000;
    assert_eq!(refused(&zip(&[far])), PackageError::Truncated);
    let mut nowhere = fine.clone();
    nowhere.header_start = Some(5);
    assert_eq!(refused(&zip(&[nowhere])), PackageError::Damaged);
    let mut grown = Part::stored("a", b"content");
    grown.size += 1;
    assert_eq!(refused(&zip(&[grown])), PackageError::Damaged);
}

#[test]
fn shared_bytes_and_names_are_refused() {
    let first = Part::deflated("a", b"content");
    let mut second = Part::deflated("b", b"content");
    second.header_start = Some(0);
    assert_eq!(
        refused(&zip(&[first.clone(), second])),
        PackageError::Overlapping
    );
    let mut long = first.clone();
    long.packed_size += 10;
    let third = Part::deflated("c", b"content");
    assert_eq!(refused(&zip(&[long, third])), PackageError::Overlapping);

    let other = Part::deflated("/A", b"other");
    assert_eq!(
        refused(&zip(&[first.clone(), other])),
        PackageError::DuplicateName
    );
    let same = zip(&[first.clone(), first]);
    assert_eq!(Archive::open(&same).unwrap().entries().len(), 2);
}

#[test]
fn a_bomb_is_refused_by_its_directory() {
    let mut bomb = Part::deflated("a", &vec![0; 70 << 20]);
    assert_eq!(refused(&zip(&[bomb.clone()])), PackageError::Swollen);
    // Many of a size that each alone would be allowed.
    bomb.size = 60 << 20;
    let names = (0..10_u8).map(|index| Part {
        name: vec![index],
        ..bomb.clone()
    });
    let parts: Vec<Part> = names.collect();
    assert_eq!(refused(&zip(&parts)), PackageError::Swollen);
    // Claims only.
    let mut claims = Part::deflated("a", b"content");
    claims.size = u32::MAX - 1;
    assert_eq!(refused(&zip(&[claims])), PackageError::Swollen);
}

#[test]
fn a_bomb_with_a_modest_directory_stops_where_it_promised_to() {
    let mut bomb = Part::deflated("a", &vec![0; 70 << 20]);
    bomb.size = 1000;
    let bytes = zip(&[bomb]);
    let archive = Archive::open(&bytes).unwrap();
    let entry = &archive.entries()[0];
    assert_eq!(archive.read(entry, 1 << 30), Err(PackageError::Swollen));
    let mut stream = archive.stream(entry).unwrap();
    let mut piece = vec![0; 600];
    assert_eq!(stream.fill(&mut piece), Ok(600));
    assert_eq!(stream.fill(&mut piece), Err(PackageError::Swollen));
}

#[test]
fn damage_inside_of_a_part_is_told() {
    let content: Vec<u8> = (0..9000_u32).map(|it| ((it * 7) >> 3) as u8).collect();
    let mut cut = Part::deflated("a", &content);
    cut.packed.truncate(500);
    cut.packed_size = 500;
    let mut wrong = Part::deflated("b", &content);
    wrong.packed[0] = 0xFF;
    let mut method = Part::stored("c", b"x");
    method.method = 12;
    let bytes = zip(&[cut, wrong, method, Part::deflated("d", &content)]);
    let archive = Archive::open(&bytes).unwrap();
    let read: Vec<_> = archive
        .entries()
        .iter()
        .map(|entry| archive.read(entry, 10_000))
        .collect();
    assert_eq!(read[0], Err(PackageError::Truncated));
    assert_eq!(read[1], Err(PackageError::Damaged));
    assert_eq!(read[2], Err(PackageError::UnsupportedMethod(12)));
    assert_eq!(read[3].as_ref(), Ok(&content));
    assert_eq!(
        archive.read(&archive.entries()[3], 8999),
        Err(PackageError::Swollen)
    );
}

#[test]
fn any_bytes_are_an_archive_or_are_not() {
    let parts = [
        Part::deflated("a", &[b'x'; 300]),
        Part::stored("b", b"content"),
    ];
    let whole = zip(&parts);
    let changes = (
        vec((any::<Index>(), any::<u8>()), 0..8),
        any::<Index>(),
        any::<bool>(),
    );
    runner(2000)
        .run(&changes, |(changes, cut, is_cut)| {
            let mut bytes = whole.clone();
            for (index, byte) in changes {
                let index = index.index(bytes.len());
                bytes[index] = byte;
            }
            if is_cut {
                bytes.truncate(cut.index(bytes.len()));
            }
            if let Ok(archive) = Archive::open(&bytes) {
                for entry in archive.entries() {
                    let Ok(stream) = archive.stream(entry) else {
                        continue;
                    };
                    let mut content = Vec::new();
                    // Any outcome but a panic or more bytes than promised.
                    let _ = stream.take(1 << 20).read_to_end(&mut content);
                    assert!(content.len() as u64 <= entry.size());
                }
            }
            Ok(())
        })
        .unwrap();
}
