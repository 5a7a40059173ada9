//! Changing fields, with everything else untouched.

use proptest::collection::vec;
use proptest::prelude::{any, prop_assert_eq, proptest};

use super::read;
use crate::{Encoding, PatchError, TextEdit, can_hold, decide, patch};

fn edit(row_number: u32, position: u16, text: &str) -> TextEdit {
    TextEdit {
        row_number,
        position,
        text: text.to_owned(),
    }
}

fn encode(text: &str, encoding: Encoding) -> Vec<u8> {
    match encoding {
        Encoding::Utf16Le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Encoding::Utf16Be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        Encoding::Gb18030 => encoding_rs::GB18030.encode(text).0.into_owned(),
        Encoding::Big5 => encoding_rs::BIG5.encode(text).0.into_owned(),
        Encoding::Utf8 => text.as_bytes().to_vec(),
    }
}

#[test]
fn only_the_named_fields_change_in_every_encoding() {
    let text = "姓名;性別;\"住 址\"\r\n\r\n張;男;\"a\"\"b\"\n王;女\r李;女;x;y";
    let expected = "姓名;性別;\"所\"\"在\"\r\n\r\n張小明;男;\"\"\n王;女;;\"新;\n\"\r李;;x;y";
    let edits = [
        edit(3, 0, "此文不存"),
        edit(5, 1, ""),
        edit(4, 3, "新;\n"),
        edit(1, 2, "所\"在"),
        edit(3, 0, "張小明"),
        edit(3, 2, ""),
    ];
    for encoding in Encoding::ALL {
        let bytes = encode(text, encoding);
        let decision = decide(&bytes, Some(encoding)).unwrap();
        let patched = patch(&bytes, &decision, b';', &edits).unwrap();
        assert_eq!(patched, encode(expected, encoding), "{encoding:?}");
        let again = patch(&patched, &decision, b';', &edits).unwrap();
        assert_eq!(again, patched, "twice is once");
    }
}

#[test]
fn a_formula_that_shows_a_text_stays_one() {
    let text = "=\"姓名\",\"=\"\"号码\"\"\"\n=\"王 明\",\"=\"\"110101\"\"\"\n=\"李\",=\"\"\n";
    let expected =
        "=\"姓名\",\"=\"\"证,号\"\"\"\n=\"王明\",\"=\"\"110102\"\"\"\n=\"李\",\"=\"\"1,2\"\"\"\n";
    let edits = [
        edit(1, 1, "证,号"),
        edit(2, 0, "王明"),
        edit(2, 1, "110102"),
        edit(3, 1, "1,2"),
    ];
    let decision = decide(text.as_bytes(), None).unwrap();
    let patched = patch(text.as_bytes(), &decision, b',', &edits).unwrap();
    assert_eq!(String::from_utf8(patched).unwrap(), expected);
}

#[test]
fn marks_and_damaged_places_stay() {
    let bytes = b"\xEF\xBB\xBFa,b\n\xFF\xE5,c\n".to_vec();
    let decision = decide(&bytes, None).unwrap();
    let patched = patch(&bytes, &decision, b',', &[edit(2, 1, "王")]).unwrap();
    assert_eq!(
        patched,
        [b"\xEF\xBB\xBFa,b\n\xFF\xE5,".as_slice(), "王\n".as_bytes()].concat()
    );
    let odd = b"\xFF\xFEa\0,\0b\0\n\0c\0x".to_vec();
    let decision = decide(&odd, Some(Encoding::Utf16Le)).unwrap();
    let patched = patch(&odd, &decision, b',', &[edit(2, 1, "d")]).unwrap();
    assert!(patched.starts_with(&odd[..12]));
}

#[test]
fn a_bar_inside_a_character_is_no_delimiter() {
    // In GB18030 the second byte of this character is the bar.
    let text = "倈|男\n姓|名\n";
    let bytes = encode(text, Encoding::Gb18030);
    assert_eq!(bytes[1], b'|');
    let decision = decide(&bytes, None).unwrap();
    assert_eq!(read(&bytes, &decision, b'|').0[0].1, ["倈", "男"]);
    let patched = patch(&bytes, &decision, b'|', &[edit(1, 1, "女")]).unwrap();
    assert_eq!(patched, encode("倈|女\n姓|名\n", Encoding::Gb18030));
}

#[test]
fn what_cannot_be_written_is_refused_by_its_place() {
    let bytes = encode("姓名,性別\n陳,男\n", Encoding::Big5);
    let decision = decide(&bytes, Some(Encoding::Big5)).unwrap();
    let result = patch(&bytes, &decision, b',', &[edit(2, 0, "陳䶮")]);
    let expected = PatchError::Unencodable {
        row_number: 2,
        position: 0,
        character: '䶮',
    };
    assert_eq!(result, Err(expected));
    // Hong Kong has 汉 in its Big5, and hardly any program reads it.
    let result = patch(&bytes, &decision, b',', &[edit(2, 0, "汉")]);
    assert!(matches!(
        result,
        Err(PatchError::Unencodable {
            character: '汉',
            ..
        })
    ));
    assert!(can_hold(Encoding::Big5, "陳〔A〕") && !can_hold(Encoding::Big5, "陳汉"));
    let bytes = encode("姓名,性别\n陈,男\n", Encoding::Gb18030);
    let decision = decide(&bytes, None).unwrap();
    let patched = patch(&bytes, &decision, b',', &[edit(2, 0, "𬀩䶮")]).unwrap();
    assert_eq!(read(&patched, &decision, b',').0[1].1[0], "𬀩䶮");
}

#[test]
fn a_row_that_is_not_there_is_refused() {
    let bytes = b"a,b\n\nc,d\n";
    let decision = decide(bytes, None).unwrap();
    for row in [2, 4, 99] {
        let result = patch(
            bytes,
            &decision,
            b',',
            &[edit(row, 0, "x"), edit(3, 0, "y")],
        );
        assert_eq!(result, Err(PatchError::NoSuchRow(row)));
    }
    assert_eq!(patch(bytes, &decision, b',', &[]).unwrap(), bytes);
}

#[test]
fn a_stray_quote_stays_and_is_in_nobodys_way() {
    let bytes = "a,b\n\"c,d\ne,f\n".as_bytes();
    let decision = decide(bytes, None).unwrap();
    let patched = patch(bytes, &decision, b',', &[edit(2, 1, "x")]).unwrap();
    assert_eq!(patched, b"a,b\n\"c,x\ne,f\n");
    let result = patch(bytes, &decision, b',', &[edit(2, 1, "x,y")]);
    let expected = PatchError::StrayQuote {
        row_number: 2,
        position: 1,
    };
    assert_eq!(result, Err(expected));
    let patched = patch(bytes, &decision, b',', &[edit(3, 0, "x,y")]).unwrap();
    assert_eq!(patched, b"a,b\n\"c,d\n\"x,y\",f\n");
}

proptest! {
    #[test]
    fn what_was_written_is_read(
        text in "([a,=王\"]{0,8}[\r\n]{1,2}){1,6}",
        cells in vec((any::<proptest::sample::Index>(), 0..4_u16, "[x,\"\n名]{0,4}"), 1..5),
        which in 0..5_usize,
    ) {
        let encoding = Encoding::ALL[which];
        let bytes = encode(&text, encoding);
        let decision = decide(&bytes, Some(encoding)).unwrap();
        let (mut table, unclosed) = read(&bytes, &decision, b',');
        if table.is_empty() || !unclosed.is_empty() {
            return Ok(());
        }
        let mut edits: Vec<TextEdit> = Vec::new();
        for (row, position, text) in cells {
            let (number, fields) = row.get(&table).clone();
            edits.push(edit(number, position, &text));
            let index = table.iter().position(|it| it.0 == number).unwrap();
            let length = fields.len().max(usize::from(position) + 1);
            table[index].1.resize(length, String::new());
            table[index].1[usize::from(position)] = text;
        }
        let patched = patch(&bytes, &decision, b',', &edits).unwrap();
        let (read, unclosed) = read(&patched, &decision, b',');
        if unclosed.is_empty() {
            prop_assert_eq!(read, table);
        }
    }
}
