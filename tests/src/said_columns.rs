//! What somebody says that columns are, where their headers tell nothing or the wrong thing.

use std::collections::BTreeMap;

use roster_engine::wire::{CheckOptions, FileChoice, Overview};
use roster_engine::{Content, Describe, Options, Session, Values};

/// Headers that no school uses; the check digit of the second number is wrong.
const UNKNOWN: &str = "甲,乙,丙,备注姓名
王小明,男,110101201509010017,
李小红,女,110101201509010026,王
";

fn given(columns: &[(&str, &str)]) -> CheckOptions {
    let columns = columns.iter().map(|it| (it.0.to_owned(), it.1.to_owned()));
    CheckOptions {
        today: "2026-11-21".to_owned(),
        choices: vec![FileChoice {
            columns: columns.collect::<BTreeMap<_, _>>(),
            ..FileChoice::default()
        }],
        ..CheckOptions::default()
    }
}

fn opened(text: &str, columns: &[(&str, &str)]) -> Session {
    let options = Options::understand(&given(columns)).unwrap_or_else(|it| panic!("{}", it.en));
    let mut session = Session::new(options);
    session.open("a.csv", text.as_bytes(), &mut |_| {});
    session
}

fn checked(text: &str, columns: &[(&str, &str)]) -> Session {
    let mut session = opened(text, columns);
    session.check(&mut |_| {});
    session
}

fn overview(session: &Session) -> Overview {
    let values = Values::Masked;
    Describe { session, values }.overview()
}

fn rules(session: &Session) -> Vec<&'static str> {
    session.all_findings().map(|it| it.rule).collect()
}

#[test]
fn a_list_nobody_could_read_is_read() {
    assert_eq!(rules(&checked(UNKNOWN, &[])), ["R0101"]);
    let said = [("甲", "姓名"), ("乙", "sex"), ("#C", "id_number")];
    let session = checked(UNKNOWN, &said[..2]);
    assert!(
        !rules(&session).contains(&"R0101"),
        "two of them are enough"
    );
    let session = checked(UNKNOWN, &said);
    assert!(rules(&session).contains(&"R1003"), "{:?}", rules(&session));
    let sheet = &overview(&session).sheets[0];
    let columns = sheet.columns.iter();
    let columns: Vec<_> = columns
        .map(|it| (&*it.column, &*it.letter, it.said))
        .collect();
    assert_eq!(
        columns,
        [
            ("name", "A", true),
            ("sex", "B", true),
            ("id_number", "C", true)
        ]
    );
    let told: Vec<&str> = sheet.overrides.iter().map(|it| it.zh.as_str()).collect();
    assert_eq!(told[0], "指定A列“甲”是：姓名");
}

#[test]
fn what_is_said_goes_before_what_the_header_means() {
    let rows = "姓名,性别,身份证件号,姓名2\n赵,男,110101201509010017,王小明\n";
    let sheet = |columns: &[(&str, &str)]| overview(&checked(rows, columns)).sheets.remove(0);
    let moved = sheet(&[("姓名2", "name")]);
    let name = moved.columns.iter().find(|it| it.column == "name");
    assert_eq!(name.map(|it| it.letter.as_str()), Some("D"));
    let without = sheet(&[("身份证件号", "none")]);
    assert!(without.columns.iter().all(|it| it.column != "id_number"));
}

#[test]
fn of_two_columns_said_to_be_one_the_left_one_is_it() {
    let session = checked(
        UNKNOWN,
        &[("甲", "name"), ("备注姓名", "name"), ("丙", "id_number")],
    );
    let sheet = &overview(&session).sheets[0];
    let names = sheet.columns.iter().filter(|it| it.column == "name");
    assert_eq!(names.map(|it| &*it.letter).collect::<Vec<_>>(), ["A"]);
    assert!(rules(&session).contains(&"R0105"), "{:?}", rules(&session));
}

#[test]
fn a_column_nobody_has_is_told_and_one_nobody_knows_is_refused() {
    let session = opened(
        UNKNOWN,
        &[
            (" 甲", "name"),
            ("乙", "sex"),
            ("丁", "phone"),
            ("#Z", "grade"),
        ],
    );
    assert_eq!(session.columns_not_found(), ["#Z", "丁"]);
    let refused = Options::understand(&given(&[("甲", "名")])).err();
    assert!(refused.is_some_and(|it| it.zh.contains("“名”") && it.zh.contains("姓名")));
}

#[test]
fn what_is_joined_is_called_what_was_said() {
    let session = checked(UNKNOWN, &[("甲", "name"), ("丙", "id_number")]);
    let merged = session.merge_csv().unwrap_or_else(|it| panic!("{}", it.en));
    let Content::Ready(bytes) = &merged.outputs[0].content else {
        panic!("a csv needs no other module")
    };
    let text = String::from_utf8_lossy(bytes);
    let header = text.trim_start_matches('\u{FEFF}').lines().next();
    assert_eq!(header, Some("姓名,乙,身份证件号,备注姓名"));
}
