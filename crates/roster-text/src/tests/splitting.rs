//! Rows, fields and quotes.

use proptest::collection::vec;
use proptest::prelude::{prop_assert_eq, proptest};

use super::{numbers, read_text};
use crate::{Block, RowError, Rows, decide};

#[test]
fn blank_lines_are_rows_whatever_ends_them() {
    for end in ["\n", "\r\n", "\r"] {
        let text = "\na,b\n\n\nc,d\ne,f\n\n".replace('\n', end);
        assert_eq!(numbers(&text), [2, 5, 6], "{end:?}");
    }
    assert_eq!(numbers("a\r\n\nb\n\r\nc"), [1, 3, 5]);
    assert_eq!(numbers("a\r\n\r\r\nb"), [1, 4]);
    assert_eq!(numbers("\n\n\n"), [] as [u32; 0]);
}

#[test]
fn a_quoted_line_break_is_not_a_row() {
    for end in ["\n", "\r\n", "\r"] {
        let text = "a,\"x\n\ny\"\nb,\"\"\"q\"\"\"\n\nc,d".replace('\n', end);
        let (table, unclosed) = read_text(&text);
        assert_eq!(numbers(&text), [1, 2, 4], "{end:?}");
        assert_eq!(table[0].1[1], "x\n\ny".replace('\n', end));
        assert_eq!(table[1].1[1], "\"q\"");
        assert!(unclosed.is_empty());
    }
}

#[test]
fn quotes_in_all_forms() {
    let forms = [
        ("\"\",x", ["", "x"]),
        ("\"a\"\"b\",x", ["a\"b", "x"]),
        ("\"\"\"\",x", ["\"", "x"]),
        ("\"a,b\",\"x\"", ["a,b", "x"]),
        ("a\"b,x\"", ["a\"b", "x\""]),
        ("\"a\"b,x", ["ab", "x"]),
        ("\"a\"b\"c,x", ["ab\"c", "x"]),
        ("\"a\"\"\nb\"\"\",x", ["a\"\nb\"", "x"]),
        (" \"a,x", [" \"a", "x"]),
        ("=\"a\",\"=\"\"x\"\"\"", ["a", "x"]),
        ("=\"\",=x", ["", "=x"]),
        ("=\"a\"\"b\",=\"", ["=\"a\"\"b\"", "=\""]),
    ];
    for (text, fields) in forms {
        let (table, unclosed) = read_text(text);
        assert_eq!(table, [(1, fields.map(str::to_owned).to_vec())], "{text}");
        assert!(unclosed.is_empty(), "{text}");
    }
}

#[test]
fn a_quote_that_is_never_closed_swallows_nothing_and_is_told() {
    let (table, unclosed) = read_text("a,b\n\"c,d\n\ne,f\n\"g\",h\nx,\"y");
    let expected = [
        (1, ["a", "b"]),
        (2, ["\"c", "d"]),
        (4, ["e", "f"]),
        (5, ["g", "h"]),
        (6, ["x", "\"y"]),
    ];
    let expected = expected.map(|(number, fields)| (number, fields.map(str::to_owned).to_vec()));
    assert_eq!(table, expected);
    assert_eq!(unclosed, [2, 6]);
}

#[test]
fn a_quote_closed_where_no_cell_ends_swallows_nothing() {
    let text = format!("x,\"y\n{}x,\"y\nlast,1\n", "1,2\n".repeat(30));
    assert_eq!(numbers(&text), (1..=33).collect::<Vec<_>>());
    assert_eq!(numbers("\"a,b,c,d,e,f\ng,h,i,j,k,\"l\nm,n\n"), [1, 2, 3]);
    // Lines inside the quotes that look like the rows of this table.
    let rows = "姓名,性别,民族\n\"张小明,男,汉族\n李小红,女,汉族\"\n王小刚,男,汉族\n";
    assert_eq!(numbers(rows), [1, 2, 3, 4]);
    // An address of two lines does not.
    assert_eq!(
        numbers("姓名,性别,住址\n张,男,\"通化县,\n文化路\"\n李,女,x\n"),
        [1, 2, 3]
    );
}

#[test]
fn a_cell_of_lines_with_commas_is_one_cell_where_its_row_is_as_wide_as_the_table() {
    let family = "\"父亲,张三,13800138000,工人,初中\n母亲,李四,13900139000,农民,小学\"";
    let text = format!("序号,姓名,班级,家庭,备注\n1,王小明,1,{family},\n2,李小红,1,,\n");
    let (rows, unclosed) = read_text(&text);
    assert_eq!((rows.len(), unclosed.len()), (3, 0), "{rows:?}");
    assert_eq!(rows[1].1[3], family.trim_matches('"'));
    // The last cell of its row, in a table of three columns.
    let text = "序号,姓名,家庭\r\n1,王小明,\"父,张三,138\r\n母,李四,139\"\r\n2,李小红,\r\n";
    assert_eq!(read_text(text).0[1].1[2], "父,张三,138\r\n母,李四,139");
}

#[test]
fn two_stray_quotes_in_one_column_swallow_nothing() {
    let row = |name: &str| format!("1,{name},男,1,2,3,4,5,6,7\n");
    let text = ["姓名", "\"王小明", "李小红\"", "张三"].map(row).concat();
    assert_eq!(numbers(&text), [1, 2, 3, 4]);
}

#[test]
fn ten_thousand_stray_quotes_cost_no_more_than_the_lines_they_could_span() {
    let text = "\"\"\"张\"\"\",男,\"\"汉\"\"族\",\"\n".repeat(20_000);
    let (table, unclosed) = read_text(&text);
    assert_eq!((table.len(), unclosed.len()), (20_000, 20_000));
}

#[test]
fn a_row_that_no_table_has_ends_the_reading() {
    let first_error = |bytes: &[u8]| {
        let decision = decide(bytes, None).unwrap();
        let mut rows = Rows::new(bytes, &decision, b',');
        let mut block = Block::default();
        loop {
            match rows.next_block(&mut block) {
                Ok(true) => {}
                Ok(false) => return None,
                Err(error) => return Some(error),
            }
        }
    };
    let mut long = b"a,b\n".to_vec();
    long.extend(std::iter::repeat_n(b'x', 65 << 20));
    assert_eq!(first_error(&long), Some(RowError::TooLong(2)));
    long[10] = 0xB0;
    assert_eq!(first_error(&long), Some(RowError::TooLong(2)));
    let wide = format!("a\n\n{}\n", ",".repeat(70_000));
    assert_eq!(
        first_error(wide.as_bytes()),
        Some(RowError::TooManyFields(3))
    );
    let widest = format!("a\n\n{}\n", ",".repeat(16_384));
    assert_eq!(first_error(widest.as_bytes()), None);
}

#[test]
fn rows_are_the_same_wherever_blocks_end() {
    let line = |it: usize| format!("{it},\"名{it}\n\"\"x\",王\r\n");
    let text: String = (0..120_000).map(line).collect();
    let (table, unclosed) = read_text(&text);
    assert!(unclosed.is_empty());
    assert_eq!(table.len(), 120_000);
    for (index, (number, fields)) in table.iter().enumerate() {
        assert_eq!(*number as usize, index + 1);
        assert_eq!(
            *fields,
            [
                index.to_string(),
                format!("名{index}\n\"x"),
                "王".to_owned()
            ]
        );
    }
    let (gbk, _, _) = encoding_rs::GB18030.encode(&text);
    let decision = decide(&gbk, None).unwrap();
    assert_eq!(super::read(&gbk, &decision, b',').0, table);
}

proptest! {
    /// Text that a program wrote is read as the csv crate reads it.
    #[test]
    fn written_rows_are_read_back(rows in vec(vec("[a\"',\r\n 王\t;|]{0,6}", 2..5), 1..12)) {
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let bytes = writer.into_inner().unwrap();
        let (table, unclosed) = read_text(str::from_utf8(&bytes).unwrap());
        if unclosed.is_empty() {
            let fields: Vec<Vec<String>> = table.into_iter().map(|it| it.1).collect();
            prop_assert_eq!(fields, rows);
        }
    }

    /// Without line breaks inside quotes nothing is ever stray.
    #[test]
    fn fields_of_one_line_are_those_of_the_csv_crate(text in "[a\",王\n ]{0,40}") {
        let (table, unclosed) = read_text(&text);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        let records: Vec<Vec<String>> = reader.records().map(|it| it.unwrap().iter().map(str::to_owned).collect()).collect();
        let has_breaks = records.iter().flatten().any(|it| it.contains('\n'));
        if unclosed.is_empty() && !has_breaks {
            let fields: Vec<Vec<String>> = table.into_iter().map(|it| it.1).collect();
            prop_assert_eq!(fields, records);
        }
    }
}
