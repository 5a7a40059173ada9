//! Every byte sequence and every character as the Encoding Standard's reference in Rust has them.

use encoding_rs::{BIG5, GB18030, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use proptest::prelude::*;

use crate::coding::{Coding, decode_some, encode};
use crate::tables::{give_table, table_lines};
use crate::{Encoding, has_table};

const ALL: [(Coding, &encoding_rs::Encoding); 6] = [
    (Coding::Of(Encoding::Gb18030), GB18030),
    (Coding::Of(Encoding::Big5), BIG5),
    (Coding::Of(Encoding::Utf8), UTF_8),
    (Coding::Of(Encoding::Utf16Le), UTF_16LE),
    (Coding::Of(Encoding::Utf16Be), UTF_16BE),
    (Coding::Latin, WINDOWS_1252),
];

fn decoded(coding: Coding, bytes: &[u8]) -> String {
    let mut text = String::new();
    let taken = decode_some(coding, bytes, bytes.len(), true, &mut text);
    assert_eq!(taken, bytes.len());
    text
}

fn same(coding: Coding, standard: &'static encoding_rs::Encoding, bytes: &[u8]) {
    let expected = standard.decode_without_bom_handling(bytes).0;
    assert_eq!(decoded(coding, bytes), expected, "{bytes:02X?}");
}

#[test]
fn every_two_bytes_are_read_alike() {
    for (coding, standard) in ALL {
        for first in 0..=255 {
            for second in 0..=255 {
                same(coding, standard, &[first, second]);
                same(coding, standard, &[first, second, b'a']);
            }
        }
    }
}

#[test]
fn every_four_bytes_of_gb18030_are_read_alike() {
    let coding = Coding::Of(Encoding::Gb18030);
    for first in 0x81..=0xFE {
        // All with one beginning at once: nothing of one can hide in another.
        let mut bytes = Vec::new();
        for second in 0x30..=0x39 {
            for third in 0x81..=0xFE {
                for fourth in 0x30..=0x39 {
                    bytes.extend([first, second, third, fourth, b'\n']);
                }
            }
        }
        assert!(
            decoded(coding, &bytes) == GB18030.decode_without_bom_handling(&bytes).0,
            "{first:X}"
        );
    }
}

#[test]
fn every_character_is_written_alike() {
    for (encoding, standard) in [(Encoding::Gb18030, GB18030), (Encoding::Big5, BIG5)] {
        for character in '\0'..=char::MAX {
            let mut bytes = Vec::new();
            let written = encode(encoding, character, &mut bytes);
            let text = character.to_string();
            let (expected, _, is_lost) = standard.encode(&text);
            assert_eq!(written.is_none(), is_lost, "{character:?} {encoding:?}");
            if !is_lost {
                assert_eq!(bytes, *expected, "{character:?} {encoding:?}");
            }
        }
    }
}

#[test]
fn only_the_right_table_is_taken() {
    for encoding in [Encoding::Gb18030, Encoding::Big5] {
        let lines = table_lines(encoding);
        assert!(give_table(encoding, &lines), "{encoding:?}");
        assert!(!give_table(encoding, &lines.replace('一', "丁")));
        assert!(!give_table(encoding, ""));
        assert!(has_table(encoding));
    }
    assert!(has_table(Encoding::Utf8) && !give_table(Encoding::Utf8, ""));
}

/// Bytes that form characters more often than any would.
fn likely() -> impl Strategy<Value = Vec<u8>> {
    let byte = prop_oneof![
        any::<u8>(),
        0x81..=0xFE_u8,
        0x30..=0x39_u8,
        0xD8..=0xDF_u8,
        prop::sample::select(vec![0x00, 0x0A, 0x41, 0x80, 0xC2, 0xE4, 0xF0, 0xFF]),
    ];
    prop::collection::vec(byte, 0..40)
}

proptest! {
    #[test]
    fn any_bytes_are_read_alike(bytes in likely()) {
        for (coding, standard) in ALL {
            let expected = standard.decode_without_bom_handling(&bytes).0;
            prop_assert_eq!(decoded(coding, &bytes), expected);
        }
    }

    #[test]
    fn pieces_are_read_like_the_whole(bytes in likely(), size in 1_usize..9) {
        for (coding, _) in ALL {
            // As from a source that gives a few bytes at a time.
            let (mut text, mut from, mut seen) = (String::new(), 0, 0);
            while from < bytes.len() {
                seen = (seen + size).min(bytes.len());
                let here = &bytes[from..seen];
                from += decode_some(coding, here, here.len(), seen == bytes.len(), &mut text);
            }
            prop_assert_eq!(&text, &decoded(coding, &bytes));
        }
    }
}
