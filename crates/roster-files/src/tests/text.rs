//! Text files: encodings, delimiters, row numbers.

use encoding_rs::GB18030;
use roster_model::{Column, Format};

use super::{read_bytes, read_sheet, read_text, texts};
use crate::{Encoding, ReadOptions, read};

const CLASS: &str = "姓名,性别,民族\r\n张小明,男,汉族\r\n䶮小红,女,满族\r\n";

#[test]
fn the_encoding_is_told_and_changes_nothing_else() {
    let wide = |to_bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        CLASS.encode_utf16().flat_map(to_bytes).collect()
    };
    let mark = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    let (little, big) = (wide(u16::to_le_bytes), wide(u16::to_be_bytes));
    let files = [
        (CLASS.as_bytes().to_vec(), "UTF-8"),
        (mark(b"\xEF\xBB\xBF", CLASS.as_bytes()), "UTF-8"),
        (GB18030.encode(CLASS).0.into_owned(), "GB18030"),
        (mark(b"\xFF\xFE", &little), "UTF-16LE"),
        (mark(b"\xFE\xFF", &big), "UTF-16BE"),
        (little, "UTF-16LE"),
        (big, "UTF-16BE"),
    ];
    for (bytes, encoding) in files {
        let read = read_bytes(&bytes);
        assert_eq!((read.format, read.encoding), (Format::Csv, Some(encoding)));
        let has_mark = bytes[0] >= 0xEF && bytes[0] != CLASS.as_bytes()[0];
        let is_utf8 = encoding == "UTF-8";
        assert_eq!(read.traits.encoding_guessed, !has_mark && !is_utf8);
        assert_eq!(
            texts(&read.sheets[0], Column::Name),
            ["张小明", "䶮小红"],
            "{encoding}"
        );
    }
}

#[test]
fn what_cannot_be_decoded_is_kept_as_a_replacement() {
    let mut bytes = GB18030.encode(CLASS).0.into_owned();
    bytes.extend(b"\xFF\xFF,\xC4\xD0,\n");
    let sheet = read_sheet(&bytes);
    assert!(texts(&sheet, Column::Name)[2].contains(char::REPLACEMENT_CHARACTER));
    assert_eq!(texts(&sheet, Column::Sex)[2], "男");
}

#[test]
fn the_delimiter_is_the_one_that_makes_a_header() {
    let delimiters = [
        (",", Format::Csv),
        ("\t", Format::Tsv),
        (";", Format::Csv),
        ("|", Format::Csv),
    ];
    for (delimiter, format) in delimiters {
        let text = "姓名/性别/现住址\n张小明/男/a,b;c;d,e\n李小红/女/a,b;c;d,e\n";
        let text = if ["\t", "|"].contains(&delimiter) {
            text
        } else {
            &text.replace("a,b;c;d,e", "通化县")
        };
        let read = read_bytes(text.replace('/', delimiter).as_bytes());
        assert_eq!(read.format, format);
        assert_eq!(read.sheets[0].columns.len(), 3, "{delimiter:?}");
        assert_eq!(read.sheets[0].row_count(), 2);
    }
}

#[test]
fn row_numbers_are_those_of_a_spreadsheet() {
    let text = "\n姓名,性别,现住址\n\n张小明,男,\"通化县\r\n文化路\"\n\n李小红,女,\"a\"\"b\"\n";
    let sheet = read_text(text);
    assert_eq!(
        (&*sheet.header_rows, &*sheet.row_numbers),
        (&[2][..], &[4, 6][..])
    );
    assert_eq!(sheet.blank_rows, [5]);
    assert_eq!(texts(&sheet, Column::Address), ["通化县\r\n文化路", "a\"b"]);
}

#[test]
fn a_stray_quote_swallows_no_pupil() {
    let mut text = "姓名,性别,民族\n\"张小明,男,汉族\n".to_owned();
    for _ in 0..40 {
        text.push_str("李小红,女,汉族\n");
    }
    assert_eq!(read_text(&text).row_count(), 41);
    text.push_str("\"王小刚,男,汉族\n赵小亮,男,汉族\n");
    let sheet = read_text(&text);
    assert_eq!(sheet.row_count(), 43);
    assert_eq!(texts(&sheet, Column::Name)[41], "\"王小刚");
}

#[test]
fn text_without_a_table_is_a_sheet_without_a_header() {
    let read = read_bytes("今天开会\n请带名册\n".as_bytes());
    assert_eq!(read.failure, None);
    let sheet = &read.sheets[0];
    assert!(!sheet.has_header());
    assert_eq!(
        (sheet.filled_rows, sheet.row_count(), sheet.columns.len()),
        (2, 0, 0)
    );
}

#[test]
fn cells_keep_their_white_space_and_apostrophes() {
    let sheet = read_text("姓名,性别,身份证件号\n 张小明\u{3000},男,'110\n李小红, ,\n");
    assert_eq!(texts(&sheet, Column::Name)[0], " 张小明\u{3000}");
    assert_eq!(texts(&sheet, Column::IdNumber)[0], "'110");
    assert_eq!(texts(&sheet, Column::Sex)[1], " ");
}

#[test]
fn ten_thousand_stray_quotes_are_read_in_linear_time() {
    // Each of these opens a field that only the end of the file could close.
    let text = format!(
        "姓名,性别,民族\n{}",
        "\"\"\"张\"\"\",男,\"\"汉\"\"族\",\"\n".repeat(20_000)
    );
    assert!(read_text(&text).row_count() > 0);
}

#[test]
fn the_delimiter_may_be_named_by_the_file() {
    let read = read_bytes("sep=;\n甲;乙,丙\n1;2\n".as_bytes());
    assert_eq!(read.sheets[0].filled_rows, 2);
    let dialect = crate::dialect(b"sep=;\na;b,c,d\n", &ReadOptions::default());
    assert_eq!(dialect.map(|it| it.delimiter), Some(b';'));
}

/// A spreadsheet program shows the header in row 1.
#[test]
fn a_line_that_names_the_delimiter_is_no_row() {
    let rows = "姓名;性别;民族\r\n张小明;男;汉族\r\n";
    for (line, first) in [
        ("sep=;\r\n", 1),
        ("SEP=;\n", 1),
        ("\u{FEFF}sep=;\r\n", 1),
        ("名册\r\n", 2),
        ("\r\n", 2),
    ] {
        let text = format!("{line}{rows}");
        let wide = format!("\u{FEFF}{}", text.trim_start_matches('\u{FEFF}'));
        let wide: Vec<u8> = wide.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for bytes in [text.as_bytes(), &GB18030.encode(&text).0, &wide] {
            let sheet = &read_bytes(bytes).sheets[0];
            assert_eq!(sheet.header_rows, [first], "{line:?}");
            assert_eq!(sheet.row_numbers, [first + 1]);
            assert_eq!(sheet.title_rows.is_empty(), line != "名册\r\n");
        }
    }
}

#[test]
fn encoding_and_delimiter_may_be_said() {
    let text = "姓名;性别,民族;班级\n张小明;男,汉;1班\n";
    let bytes = GB18030.encode(text).0.into_owned();
    let options = ReadOptions {
        encoding: Some(Encoding::Gb18030),
        delimiter: Some(b','),
        ..ReadOptions::default()
    };
    let read = read(&bytes, &options, &mut |_| {});
    assert_eq!(
        (read.encoding, read.traits.encoding_guessed),
        (Some("GB18030"), false)
    );
    assert_eq!(read.sheets[0].head.len(), 2);
    let options = ReadOptions {
        encoding: Some(Encoding::Utf16Le),
        ..options
    };
    let wrong = crate::read(&bytes, &options, &mut |_| {});
    assert_eq!(wrong.encoding, Some("UTF-16LE"));
    assert!(!wrong.sheets[0].has_header());
}

#[test]
fn stray_quotes_are_told_by_their_rows() {
    let sheet = read_text("姓名,性别,民族\n\"张小明,男,汉族\n李小红,女,汉族\n王小刚,男,\"满族\n");
    assert_eq!(sheet.unclosed_quotes, [2, 4]);
    assert_eq!(sheet.row_count(), 3);
}

#[test]
fn big5_and_bars_are_read() {
    let text = "姓名|性別|監護人\n陳小明|男|陳國強\n";
    let bytes = encoding_rs::BIG5.encode(text).0.into_owned();
    let read = read_bytes(&bytes);
    assert_eq!(
        (read.encoding, read.traits.encoding_guessed),
        (Some("Big5"), true)
    );
    assert_eq!(texts(&read.sheets[0], Column::Name), ["陳小明"]);
}

#[test]
fn a_row_without_end_is_one_sentence() {
    let mut bytes = "姓名,性别,民族\n张小明,男,".as_bytes().to_vec();
    bytes.extend(std::iter::repeat_n(b'x', 70 << 20));
    let failure = read_bytes(&bytes).failure.unwrap();
    assert!(failure.said.zh.contains("第 2 行"), "{}", failure.said.zh);
    let wide = format!("姓名,性别,民族\n{}x\n", ",".repeat(66_000));
    let failure = read_bytes(wide.as_bytes()).failure.unwrap();
    assert!(failure.said.zh.contains("16384"), "{}", failure.said.zh);
}

#[test]
fn nul_bytes_are_text_like_any_other() {
    let sheet = read_text("姓名,性别,民族\n张\0小明,男,汉族\n李小红,女,汉族\n王小刚,男,汉族\n");
    assert_eq!(texts(&sheet, Column::Name)[0], "张\0小明");
}
