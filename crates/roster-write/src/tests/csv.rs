//! Writing: nothing becomes a formula.

use crate::write_csv;

const DANGEROUS: [&str; 10] = [
    "=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "＝1+1", "＋1", "－1", "＠A1",
];

#[test]
fn delimited_text_has_its_mark_and_no_formula() {
    let bytes = write_csv([["姓名", "备注"], ["张,小明", "=1+1"], ["李\"小\"红", "－1"]]);
    let expected = "\u{FEFF}姓名,备注\r\n\"张,小明\",'=1+1\r\n\"李\"\"小\"\"红\",'－1\r\n";
    assert_eq!(String::from_utf8(bytes).unwrap(), expected);
    for text in DANGEROUS {
        let bytes = write_csv([[text]]);
        let body = String::from_utf8(bytes)
            .unwrap()
            .replace(['\u{FEFF}', '"'], "");
        assert!(body.starts_with('\''), "{body:?}");
    }
    assert_eq!(write_csv(Vec::<Vec<String>>::new()), b"\xEF\xBB\xBF");
}
