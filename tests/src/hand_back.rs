//! Files that are handed back: corrected, blank, divided and joined. Marked ones are in `marked`.

use std::io::Cursor;

use calamine::{DataType, Reader, Xls, Xlsx};
use roster_engine::wire::SplitOptions;
use roster_engine::{Content, Language, Level, Original, Output, Said, Session, WantedProfile};
use rust_xlsxwriter::{Format, Workbook};

use crate::corpus_truth::options;

const HEADER: [&str; 6] = [
    "学校标识码",
    "年级",
    "班级名称",
    "姓名",
    "性别",
    "身份证件号",
];

pub(crate) fn checked(files: &[(&str, &[u8])]) -> Session {
    let mut session = Session::new(options("before-import"));
    for (name, bytes) in files {
        session.open(name, bytes, &mut |_| {});
    }
    session.check(&mut |_| {});
    session
}

fn corrected(session: &Session, file: usize, bytes: &[u8]) -> Output {
    let original = Original::new(bytes);
    let output = put_into(session.corrected(file, &original), &original);
    output.unwrap_or_else(|it| panic!("{}", it.en))
}

/// What was made of a file, with its changes put into it.
pub(crate) fn put_into(
    output: Result<Output, Said>,
    original: &Original<'_>,
) -> Result<Output, Said> {
    let mut output = output?;
    if let Content::Changes(plan) = &output.content {
        let patched = roster_office::patch(original.as_read(), plan, &mut |_| {})?;
        output.notes.extend(patched.notes);
        output.content = Content::Ready(patched.bytes);
    }
    Ok(output)
}

/// The finished bytes.
pub(crate) fn finished(output: &Output) -> Vec<u8> {
    match &output.content {
        Content::Ready(bytes) => bytes.clone(),
        Content::Plan(plan) => roster_office::write(plan).expect("a plan can be written"),
        Content::Changes(_) => panic!("changes are put into their file first"),
    }
}

/// A workbook with a title, a header and these pupils.
fn workbook(pupils: &[[&str; 6]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("名单").unwrap();
    sheet.write_string(0, 0, "第一小学").unwrap();
    sheet.write_row(1, 0, HEADER).unwrap();
    for (row, pupil) in pupils.iter().enumerate() {
        sheet.write_row(row as u32 + 2, 0, *pupil).unwrap();
    }
    book.save_to_buffer().unwrap()
}

pub(crate) fn two_pupils() -> Vec<u8> {
    workbook(&[
        [
            "1011010001",
            "一年级",
            "1班",
            " 王小明",
            "男生",
            "110101201509010017",
        ],
        [
            "1011010001",
            "一年级",
            "2班",
            "李芳",
            "女",
            "11010120150901002x",
        ],
    ])
}

pub(crate) fn cell(bytes: &[u8], sheet: &str, row: u32, column: u32) -> String {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let range = book.worksheet_range(sheet).expect("the sheet");
    range
        .get_value((row, column))
        .map_or_else(String::new, ToString::to_string)
}

pub(crate) fn sheets(bytes: &[u8]) -> Vec<String> {
    let book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    book.sheet_names()
}

#[test]
fn a_corrected_workbook_is_the_original_but_for_its_fixes() {
    let bytes = two_pupils();
    let mut session = checked(&[("a.xlsx", &bytes)]);
    session.apply_safe(&mut |_| {}).unwrap();
    let output = corrected(&session, 0, &bytes);
    assert_eq!(output.name, "a-已修正.xlsx");
    let fixed = finished(&output);
    assert_eq!(cell(&fixed, "名单", 0, 0), "第一小学");
    assert_eq!(cell(&fixed, "名单", 2, 3), "王小明");
    assert_eq!(cell(&fixed, "名单", 2, 4), "男");
    assert_eq!(cell(&fixed, "名单", 3, 3), "李芳");
    let mut again = checked(&[("a.xlsx", &fixed)]);
    assert_eq!(again.apply_safe(&mut |_| {}), Ok(0));
    assert!(
        finished(&corrected(&again, 0, &fixed)) == fixed,
        "twice is once"
    );
}

#[test]
fn corrected_text_keeps_its_encoding_and_every_other_byte() {
    let text = "\"姓名\";性别;身份证件号\r\n\" 王小明\";男;110101201509010017\r\n李芳; 女 ;11010120150901002X\r\n合计;2;\r\n";
    let (bytes, _, _) = encoding_rs::GB18030.encode(text);
    let mut session = checked(&[("a.csv", &bytes)]);
    session.apply_safe(&mut |_| {}).unwrap();
    let fixed = finished(&corrected(&session, 0, &bytes));
    let (fixed, _, _) = encoding_rs::GB18030.decode(&fixed);
    let expected = text
        .replace("\" 王小明\"", "\"王小明\"")
        .replace("; 女 ;", ";女;");
    assert_eq!(fixed, expected);
}

#[test]
fn what_an_encoding_lacks_is_left_and_told() {
    // Big5 has no 汉, and programs outside of Hong Kong do not read what was added for it.
    let text = "姓名,性別,民族,出生日期\r\n陳小明,男,01,2015/9/1\r\n林美芳,女,滿族,2015/9/2\r\n";
    let (bytes, _, is_lost) = encoding_rs::BIG5.encode(text);
    assert!(!is_lost);
    let mut session = checked(&[("a.csv", &bytes)]);
    assert_eq!(session.files()[0].encoding, Some("Big5"));
    session.apply_safe(&mut |_| {}).unwrap();
    let output = corrected(&session, 0, &bytes);
    let (fixed, _, _) = encoding_rs::BIG5.decode(match &output.content {
        Content::Ready(bytes) => bytes,
        _ => panic!("text is written back"),
    });
    assert_eq!(fixed, text.replace("2015/9/", "2015090"));
    let notes: Vec<&str> = output.notes.iter().map(|it| it.zh.as_str()).collect();
    let [note] = notes[..] else {
        panic!("{notes:?}");
    };
    assert!(note.contains("（如C2）"), "{note}");
}

#[test]
fn a_file_that_changed_since_it_was_checked_is_not_written() {
    let bytes = two_pupils();
    let session = checked(&[("a.xlsx", &bytes)]);
    let other = workbook(&[]);
    let original = Original::new(&other);
    let refused = session.corrected(0, &original).unwrap_err();
    assert!(refused.en.contains("changed since"), "{}", refused.en);
}

#[test]
fn a_blank_workbook_is_found_to_be_of_its_profile_and_blank() {
    for profile in roster_standard::Profile::all() {
        let output = roster_engine::template(WantedProfile::named(&profile.id), Language::Zh);
        let bytes = finished(&output.unwrap_or_else(|it| panic!("{}", it.en)));
        let session = checked(&[("空白.xlsx", &bytes)]);
        let roster = &session.rosters()[0];
        let mut others = session.rosters().iter().skip(1);
        assert!(others.all(|it| it.sheet.name == "选项"), "{}", profile.id);
        let headers: Vec<&str> = roster
            .sheet
            .columns
            .iter()
            .map(|it| it.header.as_str())
            .collect();
        let expected: Vec<&str> = profile
            .columns
            .iter()
            .map(|it| it.header.as_ref())
            .collect();
        assert_eq!(headers, expected, "{}", profile.id);
        assert_eq!(roster.profile.id, profile.id);
        let serious = session.all_findings().filter(|it| it.level != Level::Info);
        let rules: Vec<_> = serious.map(|it| it.rule).collect();
        assert_eq!(rules, ["R0016"], "{}", profile.id);
    }
    assert!(roster_engine::template(WantedProfile::named("xj-1913"), Language::Zh).is_err());
}

#[test]
fn pupils_are_divided_and_joined_and_nobody_is_lost() {
    let a = workbook(&[
        [
            "1011010001",
            "一年级",
            "1班",
            "王小明",
            "男",
            "110101201509010017",
        ],
        [
            "1011010001",
            "一年级",
            "2班",
            "李芳",
            "女",
            "11010120150901002X",
        ],
        [
            "1011010001",
            "一年级",
            "1班",
            "赵强",
            "男",
            "110101201509010033",
        ],
    ]);
    let b = "姓名,班级名称,备注,年级\n孙丽,2班,转入,二年级\n周杰,,,\n";
    let session = checked(&[("a.xlsx", &a), ("b.csv", b.as_bytes())]);
    let split = |by: &str, name: Option<&str>| {
        let options = SplitOptions {
            by: by.to_owned(),
            name: name.map(str::to_owned),
        };
        let divided = session
            .split(&options)
            .unwrap_or_else(|it| panic!("{}", it.en));
        let rows = divided.outputs.iter().map(|it| {
            let bytes = finished(it);
            let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
            let rows = book.worksheets()[0].1.height() - 1;
            (it.name.clone(), rows)
        });
        rows.collect::<Vec<_>>()
    };
    let named = |list: &[(&str, usize)]| -> Vec<(String, usize)> {
        list.iter()
            .map(|(name, rows)| ((*name).to_owned(), *rows))
            .collect()
    };
    assert_eq!(
        split("class", None),
        named(&[
            ("一年级1班.xlsx", 2),
            ("一年级2班.xlsx", 1),
            ("二年级2班.xlsx", 1),
            ("未填未填.xlsx", 1)
        ])
    );
    assert_eq!(
        split("grade", None),
        named(&[("一年级.xlsx", 3), ("二年级.xlsx", 1), ("未填.xlsx", 1)])
    );
    assert_eq!(
        split("rows=2", Some("名单{n}")),
        named(&[("名单1.xlsx", 2), ("名单2.xlsx", 2), ("名单3.xlsx", 1)])
    );
    let merged = session.merge().unwrap_or_else(|it| panic!("{}", it.en));
    assert_eq!(merged.left_out.rows, 5);
    assert_eq!(merged.left_out.set_aside, 1, "the title of the first file");
    let bytes = finished(&merged.outputs[0]);
    let sheet = &sheets(&bytes)[0];
    let header: Vec<String> = (0..7).map(|it| cell(&bytes, sheet, 0, it)).collect();
    assert_eq!(
        header,
        [
            "学校标识码",
            "年级",
            "班级名称",
            "备注",
            "姓名",
            "性别",
            "身份证件号"
        ]
    );
    assert_eq!(cell(&bytes, sheet, 4, 3), "转入");
    assert_eq!(cell(&bytes, sheet, 5, 4), "周杰");
    let csv = session.merge_csv().unwrap_or_else(|it| panic!("{}", it.en));
    let text = String::from_utf8(finished(&csv.outputs[0])).unwrap();
    assert_eq!(text.lines().count(), 6);
    let by_colour = SplitOptions {
        by: "colour".to_owned(),
        name: None,
    };
    assert!(session.split(&by_colour).is_err());
}

#[test]
fn a_grade_stands_once_in_the_name_of_a_class() {
    let doubled =
        "姓名,年级,班级名称\n孙丽,小学五年级,五年级1班\n周杰,高一,一班\n吴敏,高一,高一2班\n";
    let doubled = checked(&[("c.csv", doubled.as_bytes())]);
    let options = SplitOptions {
        by: "class".to_owned(),
        name: None,
    };
    let divided = doubled
        .split(&options)
        .unwrap_or_else(|it| panic!("{}", it.en));
    let names: Vec<&str> = divided.outputs.iter().map(|it| &*it.name).collect();
    assert_eq!(
        names,
        ["小学五年级1班.xlsx", "高一一班.xlsx", "高一2班.xlsx"]
    );
}

#[test]
fn zeros_that_a_format_shows_are_written_as_they_are_seen() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet
        .write_row(0, 0, ["姓名", "班号", "邮政编码", "身份证件号"])
        .unwrap();
    for row in 1..3 {
        sheet.write_string(row, 0, "王小明").unwrap();
        let number = |format| Format::new().set_num_format(format);
        sheet
            .write_number_with_format(row, 1, 501, &number("0000"))
            .unwrap();
        sheet
            .write_number_with_format(row, 2, 10010, &number("000000;@"))
            .unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    let mut session = checked(&[("a.xlsx", &bytes)]);
    let merged = |session: &Session| {
        let merged = session.merge().unwrap_or_else(|it| panic!("{}", it.en));
        let bytes = finished(&merged.outputs[0]);
        let sheet = &sheets(&bytes)[0];
        let row = |row| [1, 2].map(|column| cell(&bytes, sheet, row, column));
        [row(1), row(2)]
    };
    assert_eq!(merged(&session), [["0501", "010010"], ["0501", "010010"]]);
    let csv = session.merge_csv().unwrap_or_else(|it| panic!("{}", it.en));
    let text = String::from_utf8(finished(&csv.outputs[0])).unwrap();
    assert!(text.contains("王小明,0501,010010,"), "{text}");
    // What is seen is what is checked, and there is nothing to change in it.
    session.apply_safe(&mut |_| {}).unwrap();
    assert_eq!(session.changed().count(), 0);
}

#[test]
fn a_file_that_is_not_written_back_is_written_anew_with_every_row() {
    let bytes = include_bytes!("../fixtures/equivalents/excel97.xls");
    let content = roster_office::read(bytes);
    let mut session = Session::new(options("before-import"));
    session.open_from_office("a.xls", bytes, Some(&content), &mut |_| {});
    session.check(&mut |_| {});
    session.apply_safe(&mut |_| {}).unwrap();
    let original = Original {
        bytes,
        content: Some(&content),
    };
    let output = session.corrected(0, &original);
    let output = output.unwrap_or_else(|it| panic!("{}", it.en));
    assert_eq!(output.name, "a-已修正.xlsx");
    assert!(matches!(output.content, Content::Plan(_)));
    assert_eq!(output.notes.len(), 1, "that it is a fresh workbook is told");
    let written = finished(&output);
    let mut expected: Xls<_> = Xls::new(Cursor::new(bytes.as_slice())).expect("an old workbook");
    assert_eq!(sheets(&written), expected.sheet_names());
    let mut texts = 0;
    let mut differing = 0;
    for (name, range) in expected.worksheets() {
        let first = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            if let Some(text) = value.get_string() {
                let (row, column) = (row as u32 + first.0, column as u32 + first.1);
                texts += 1;
                differing += usize::from(cell(&written, &name, row, column) != text);
            }
        }
    }
    assert!(texts > 20, "{texts}");
    // Dates that were none of text are changed too.
    let changed = session.changed().count();
    assert!(
        (1..=changed).contains(&differing),
        "{differing} of {changed}"
    );
}
