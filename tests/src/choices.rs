//! What a person decides otherwise than the program guessed: header row, sheets, profile, encoding.

use roster_engine::wire::{CheckOptions, FileChoice, Overview, Scalar, SplitOptions};
use roster_engine::{Describe, Options, Session, Values};
use rust_xlsxwriter::Workbook;

const HEADER: [&str; 4] = ["姓名", "性别", "出生日期", "身份证件号"];
const PUPIL: [&str; 4] = ["王小明", "男", "20150901", "110101201509010017"];

fn sheet(choice: FileChoice) -> CheckOptions {
    CheckOptions {
        choices: vec![choice],
        ..CheckOptions::default()
    }
}

fn checked(files: &[(&str, Vec<u8>)], given: CheckOptions) -> Session {
    let given = CheckOptions {
        today: "2026-11-21".to_owned(),
        ..given
    };
    let options = Options::understand(&given).unwrap_or_else(|it| panic!("{}", it.en));
    let mut session = Session::new(options);
    for (name, bytes) in files {
        session.open(name, bytes, &mut |_| {});
    }
    session.check(&mut |_| {});
    session
}

fn overview(session: &Session) -> Overview {
    let values = Values::Masked;
    Describe { session, values }.overview()
}

/// A workbook with these sheets; each has a title, a header and one pupil.
fn workbook(sheets: &[&str]) -> Vec<u8> {
    let mut book = Workbook::new();
    for name in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).unwrap();
        sheet.write_string(0, 0, "赵老师的名单").unwrap();
        sheet.write_row(1, 0, HEADER).unwrap();
        sheet.write_row(2, 0, PUPIL).unwrap();
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn a_sheet_that_is_left_out_is_still_listed() {
    let files = [("a.xlsx", workbook(&["一班", "二班"]))];
    let skip = sheet(FileChoice {
        sheet: Some("二班".to_owned()),
        skip: Some(true),
        ..FileChoice::default()
    });
    let only = CheckOptions {
        sheets: vec!["一班".to_owned()],
        ..CheckOptions::default()
    };
    for given in [skip, only] {
        let overview = overview(&checked(&files, given));
        let sheets: Vec<_> = overview.sheets.iter().map(|it| &it.sheet).collect();
        assert_eq!(sheets, ["一班"]);
        let found: Vec<_> = overview
            .found
            .iter()
            .map(|it| (it.sheet.as_str(), it.index))
            .collect();
        assert_eq!(found, [("一班", Some(0)), ("二班", None)]);
    }
}

#[test]
fn a_choice_for_one_file_leaves_the_others() {
    let files = [
        ("a.xlsx", workbook(&["一班"])),
        ("b.xlsx", workbook(&["一班"])),
    ];
    let given = sheet(FileChoice {
        file: Some("b.xlsx".to_owned()),
        profile: Some("xj-2013".to_owned()),
        ..FileChoice::default()
    });
    let session = checked(&files, given);
    let profiles: Vec<_> = overview(&session)
        .found
        .iter()
        .map(|it| [it.profile.clone(), it.profile_guessed.clone()].map(Option::unwrap_or_default))
        .collect();
    assert_eq!(profiles, [["any", "any"], ["xj-2013", "any"]]);
    assert!(session.not_found().is_empty());
}

#[test]
fn a_sheet_nobody_has_is_told() {
    let files = [("a.xlsx", workbook(&["一班"]))];
    let given = CheckOptions {
        sheets: vec!["1班".to_owned()],
        ..CheckOptions::default()
    };
    assert_eq!(checked(&files, given).not_found(), ["1班"]);
}

#[test]
fn the_first_rows_show_the_words_of_headers_and_nobodys_name() {
    let overview = overview(&checked(
        &[("a.xlsx", workbook(&["一班"]))],
        CheckOptions::default(),
    ));
    let head = &overview.found[0].head;
    if head.is_empty() {
        // Readers fill it one format after the other.
        return;
    }
    let text = |row: usize, cell: usize| head[row].cells[cell].text.as_str();
    assert_eq!(head[1].row, 2);
    assert_eq!(text(1, 3), "身份证件号");
    assert!(!text(0, 0).contains("老师"), "{}", text(0, 0));
    assert!(!text(2, 0).contains("小明") && !text(2, 3).contains("20150901"));
}

#[test]
fn the_row_of_the_header_can_be_said() {
    let rows = "姓名,性别,出生日期,身份证件号\n姓名,性别,出生日期,身份证件号\n王小明,男,20150901,110101201509010017\n";
    let files = [("a.csv", rows.as_bytes().to_vec())];
    let header_row = |given| overview(&checked(&files, given)).found[0].header_row;
    assert_eq!(header_row(CheckOptions::default()), Some(1));
    let said = sheet(FileChoice {
        header_row: Some(2),
        ..FileChoice::default()
    });
    assert_eq!(header_row(said), Some(2));
    // A pupil's row is no header: that alone is told.
    let said = sheet(FileChoice {
        header_row: Some(3),
        ..FileChoice::default()
    });
    let session = checked(&files, said);
    let told: Vec<&str> = session.all_findings().map(|it| it.rule).collect();
    assert!(
        told.contains(&"R0101") && !told.contains(&"R0103"),
        "{told:?}"
    );
}

#[test]
fn pupils_that_could_not_be_read_are_not_lost() {
    let above = "王小明,男,20150901\n姓名,性别,出生日期\n李小红,女,20150902\n";
    let other = "姓名,父亲,母亲\n王小明,王建军,周秀英\n姓名,母亲,父亲\n李小红,林春梅,李志强\n";
    let beside = "姓名,性别,姓名,性别\n王小明,男,李小红,女\n,,张华,男\n";
    for (text, words) in [
        (above, "从第1行起有1行"),
        (other, "从第3行起有2行"),
        (beside, "从第2行起有2行"),
    ] {
        let session = checked(&[("名单.csv", text.into())], CheckOptions::default());
        let options = SplitOptions {
            by: "rows=1".to_owned(),
            name: None,
        };
        for refused in [
            session.merge(),
            session.merge_csv(),
            session.split(&options),
        ] {
            let said = refused.expect_err("pupils would be lost");
            assert!(said.zh.contains(words), "{}", said.zh);
        }
    }
}

#[test]
fn a_parameter_is_told_as_it_was_set() {
    let set = [("enrolment_months", "09"), ("class_size_max", "60")];
    let given = CheckOptions {
        set: set
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into(),
        ..CheckOptions::default()
    };
    let overview = overview(&checked(&[("a.xlsx", workbook(&["一班"]))], given));
    let parameters = &overview.sheets[0].parameters;
    assert_eq!(
        parameters["enrolment_months"],
        Scalar::Text("09".to_owned())
    );
    assert_eq!(parameters["class_size_max"], Scalar::Number(60));
}
