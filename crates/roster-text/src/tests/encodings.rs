//! Which encoding a file has.

use encoding_rs::{BIG5, GB18030};

use super::read;
use crate::{Decision, Encoding, decide};

const SIMPLE: &str = "姓名,性别\r\n张小明,男\r\n";
const TRADITIONAL: &str = "姓名,性別,出生日期,監護人\r\n陳小明,男,2015/9/1,陳國強\r\n";

fn decided(bytes: &[u8]) -> Option<(Encoding, bool)> {
    decide(bytes, None).map(|it| (it.encoding, it.is_guessed))
}

fn wide(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(to_bytes).collect()
}

#[test]
fn every_encoding_is_told_with_and_without_its_mark() {
    let (gbk, _, _) = GB18030.encode(SIMPLE);
    let (big5, _, _) = BIG5.encode(TRADITIONAL);
    let little = wide(SIMPLE, u16::to_le_bytes);
    let big = wide(SIMPLE, u16::to_be_bytes);
    let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    let files = [
        (SIMPLE.as_bytes().to_vec(), Encoding::Utf8, false),
        (
            marked(b"\xEF\xBB\xBF", SIMPLE.as_bytes()),
            Encoding::Utf8,
            false,
        ),
        (b"name,sex\nx,1\n".to_vec(), Encoding::Utf8, false),
        (gbk.to_vec(), Encoding::Gb18030, true),
        (marked(b"\x84\x31\x95\x33", &gbk), Encoding::Gb18030, false),
        (big5.to_vec(), Encoding::Big5, true),
        (little.clone(), Encoding::Utf16Le, true),
        (marked(b"\xFF\xFE", &little), Encoding::Utf16Le, false),
        (big.clone(), Encoding::Utf16Be, true),
        (marked(b"\xFE\xFF", &big), Encoding::Utf16Be, false),
    ];
    for (bytes, encoding, is_guessed) in files {
        assert_eq!(decided(&bytes), Some((encoding, is_guessed)), "{bytes:X?}");
    }
    assert_eq!(decided(&[0; 4000]), None);
}

#[test]
fn wide_characters_whose_low_byte_is_nul_do_not_hide_the_encoding() {
    let text = "姓名,年级,班级\r\n张一,小学一年级,一年级一班\r\n李昀,　一年级,一班\r\n";
    for (bytes, encoding) in [
        (wide(text, u16::to_le_bytes), Encoding::Utf16Le),
        (wide(text, u16::to_be_bytes), Encoding::Utf16Be),
    ] {
        assert_eq!(decided(&bytes), Some((encoding, true)));
    }
}

#[test]
fn big5_only_where_it_is_plain() {
    let big5 = ["姓名,性別", "學生姓名,身分證號,戶籍地址", TRADITIONAL];
    for text in big5 {
        let (bytes, _, _) = BIG5.encode(text);
        assert_eq!(decided(&bytes), Some((Encoding::Big5, true)), "{text}");
    }
    // Traditional and rare characters do not make Big5 of GB18030.
    let gb = [
        "姓名,性别,民族",
        "姓名\n",
        "身份证件号",
        "陳國強,張麗華,劉德華,學生姓名",
        "䶮堃喆昇,姓名,性别",
        "中",
        "",
    ];
    for text in gb {
        let (bytes, _, _) = GB18030.encode(text);
        let encoding = decide(&bytes, None).unwrap().encoding;
        assert_ne!(encoding, Encoding::Big5, "{text}");
    }
}

#[test]
fn one_damaged_place_does_not_turn_utf8_into_gb18030() {
    let mut bytes = "姓名,性别,民族,现住址\n张三,男,汉族,通化县\n"
        .as_bytes()
        .to_vec();
    bytes.extend(b"\xE5\xBC,\n");
    assert_eq!(decided(&bytes), Some((Encoding::Utf8, true)));
}

#[test]
fn words_that_are_valid_in_both_are_chinese() {
    assert_eq!(
        decided(b"\xC1\xAA\xCD\xA8\n"),
        Some((Encoding::Gb18030, true))
    );
}

#[test]
fn chinese_may_begin_late() {
    let mut text = "x,1\n".repeat(200_000).into_bytes();
    text.extend_from_slice(&GB18030.encode(SIMPLE).0);
    assert_eq!(decided(&text), Some((Encoding::Gb18030, true)));
    let mut text = "x,1\n".repeat(65_535).into_bytes();
    text.extend_from_slice("xyz王\n".as_bytes());
    assert_eq!(
        decided(&text),
        Some((Encoding::Utf8, false)),
        "a sample cut inside a character"
    );
}

#[test]
fn what_the_person_says_holds() {
    let (big5, _, _) = BIG5.encode(TRADITIONAL);
    for encoding in Encoding::ALL {
        let decision = decide(&big5, Some(encoding)).unwrap();
        assert_eq!((decision.encoding, decision.is_guessed), (encoding, false));
    }
    let decision = decide(&big5, Some(Encoding::Big5)).unwrap();
    assert_eq!(read(&big5, &decision, b',').0[1].1[3], "陳國強");
    assert_eq!(Encoding::by_name("gbk"), Some(Encoding::Gb18030));
    assert_eq!(Encoding::by_name("UTF-16LE"), Some(Encoding::Utf16Le));
    assert_eq!(Encoding::by_name("latin1"), None);
    for encoding in Encoding::ALL {
        assert_eq!(Encoding::by_name(encoding.name()), Some(encoding));
    }
}

#[test]
fn what_cannot_be_decoded_is_a_replacement_and_no_more() {
    let damaged: [(&[u8], Encoding); 4] = [
        (b"a,\xE5\xBC,b\n", Encoding::Utf8),
        (b"a,\xFF\xFF,b\n", Encoding::Gb18030),
        (b"a,\x81,b\n", Encoding::Gb18030),
        (b"a,\xF9,b\n", Encoding::Big5),
    ];
    for (bytes, encoding) in damaged {
        let decision: Decision = decide(bytes, Some(encoding)).unwrap();
        let (table, _) = read(bytes, &decision, b',');
        let fields = &table[0].1;
        assert_eq!((fields.len(), &*fields[0], &*fields[2]), (3, "a", "b"));
        assert!(fields[1].contains(char::REPLACEMENT_CHARACTER));
    }
}
