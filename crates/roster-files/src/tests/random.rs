//! Any bytes: sheets or a failure, never a panic.

use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_assert, proptest};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use roster_model::Sheet;

use super::{read_bytes, workbook};

/// The same cases on every run.
fn runner() -> TestRunner {
    let config = Config {
        cases: 400,
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

/// What holds of every sheet.
fn check(sheet: &Sheet) {
    let rows = sheet.row_count();
    assert!(sheet.row_numbers.is_sorted_by(|a, b| a < b));
    assert!(sheet.columns.is_sorted_by(|a, b| a.position < b.position));
    assert!(sheet.columns.iter().all(|it| it.cells.row_count() == rows));
    assert!(
        sheet
            .blank_rows
            .iter()
            .all(|row| !sheet.row_numbers.contains(row))
    );
    assert!(sheet.has_header() || rows == 0);
    let named = (sheet.title_rows.len() + sheet.header_rows.len() + sheet.set_aside.len()) as u32;
    assert!(!sheet.has_header() || named + rows <= sheet.filled_rows);
}

fn read_all(bytes: &[u8]) {
    read_bytes(bytes).sheets.iter().for_each(check);
}

/// Bytes with some of them changed, and cut or doubled.
fn mutated(bytes: Vec<u8>) -> impl Strategy<Value = Vec<u8>> {
    let changes = vec((any::<proptest::sample::Index>(), any::<u8>()), 0..12);
    (changes, any::<proptest::sample::Index>(), 0..8_u8).prop_map(move |(changes, cut, how)| {
        let mut bytes = bytes.clone();
        for (index, byte) in changes {
            let index = index.index(bytes.len());
            bytes[index] = byte;
        }
        match how {
            0 => bytes.truncate(cut.index(bytes.len())),
            1 => bytes.extend_from_within(cut.index(bytes.len())..),
            _ => {}
        }
        bytes
    })
}

#[test]
fn random_bytes() {
    runner()
        .run(&vec(any::<u8>(), 0..3000), |bytes| {
            read_all(&bytes);
            Ok(())
        })
        .unwrap();
}

#[test]
fn random_tables() {
    let piece = proptest::sample::select(vec![
        "姓名",
        "性别",
        "身份证号",
        "成员1",
        "序号",
        "张小明",
        "男",
        "合计",
        "示例",
        ",",
        ",",
        "\n",
        "\n",
        "\r",
        "\t",
        "\"",
        "\"",
        ";",
        " ",
        "\u{FEFF}",
        "\0",
        "1",
        "=",
    ]);
    runner()
        .run(&vec(piece, 0..200), |pieces| {
            read_all(pieces.concat().as_bytes());
            Ok(())
        })
        .unwrap();
}

#[test]
fn mutated_text() {
    let text =
        "名册,,\n姓名,性别,\"民\n族\"\n张小明,男,汉族\n\n李小红,女,满族\n合计,2,\n".repeat(3);
    let gbk = encoding_rs::GB18030.encode(&text).0.into_owned();
    for bytes in [text.into_bytes(), gbk] {
        runner()
            .run(&mutated(bytes), |bytes| {
                read_all(&bytes);
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn mutated_workbooks() {
    let bytes = workbook(|sheet| {
        for (column, word) in ["姓名", "性别", "民族"].into_iter().enumerate() {
            sheet.write(0, column as u16, word).unwrap();
            for row in 1..20 {
                sheet.write(row, column as u16, f64::from(row)).unwrap();
            }
        }
    });
    runner()
        .run(&mutated(bytes), |bytes| {
            read_all(&bytes);
            Ok(())
        })
        .unwrap();
}

#[test]
fn mutated_parts_of_workbooks() {
    let head = br#"<worksheet><dimension ref="A1:C9"/><sheetData><row r="1">"#;
    let cells = r#"<c r="A1" t="inlineStr"><is><t>姓名</t></is></c><c r="B1" t="str"><v>性别</v></c>
        <c r="C1" s="1" t="s"><v>0</v></c></row><row r="2" hidden="1"><c r="A2" t="b"><v>1</v></c><c><f t="shared"
        si="0" ref="A1:B2">A1</f><v>3</v></c><c r="C2" t="e"><v>#N/A</v></c></row></sheetData></worksheet>"#;
    let sheet = [head.as_slice(), cells.as_bytes()].concat();
    runner()
        .run(&mutated(sheet), |sheet| {
            read_all(&super::wrong::package(&sheet));
            Ok(())
        })
        .unwrap();
}

#[test]
fn mutated_strings_and_looks() {
    let rows = r#"<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" s="1"><v>43849</v></c></row>"#;
    let sheet = super::xlsx::worksheet(rows);
    let strings = r#"<sst count="2"><si><t>张小明</t></si><si><r><t xml:space="preserve"> 男_x000D_</t></r><rPh><t>n</t></rPh></si><si><t><![CDATA[a&b]]>&#65;</t></si></sst>"#;
    let styles = r#"<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy\-m\-d;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs></styleSheet>"#;
    let parts = [("xl/strings.xml", strings), ("xl/styles.xml", styles)];
    for (changed, content) in parts {
        runner()
            .run(&mutated(content.as_bytes().to_vec()), |content| {
                let mut book = super::xlsx::Parts::new(&sheet);
                for (name, content) in parts {
                    book.set(name, content);
                }
                book.set(changed, content);
                read_all(&book.bytes());
                Ok(())
            })
            .unwrap();
    }
}

proptest! {
    #[test]
    fn every_pupil_is_read_or_named(blanks in vec(0..3_usize, 1..30)) {
        let mut text = "姓名,性别,民族\n".to_owned();
        let mut expected = Vec::new();
        for (index, blank) in blanks.iter().enumerate() {
            text.push_str(&"\n".repeat(*blank));
            let number = 2 + index + blanks[..=index].iter().sum::<usize>();
            expected.push(number as u32);
            text.push_str("张小明,男,\n");
        }
        let sheet = super::read_text(&text);
        prop_assert!(sheet.row_numbers == expected, "{:?}", sheet.row_numbers);
        prop_assert!(sheet.blank_rows.len() == blanks[1..].iter().sum::<usize>());
    }
}
