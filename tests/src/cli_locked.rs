//! Files with a password, as a person gives it to the command line.
#![expect(
    clippy::disallowed_methods,
    reason = "the command line reads and writes files"
)]

use serde_json::Value;

use crate::cli::{rostercheck, scratch, text};

const PASSWORD: &str = "xueji-2026";
/// Each locked file, and the file it was made of.
const LOCKED: [(&str, &str); 4] = [
    (
        "fixtures/locked/agile.xlsx",
        "fixtures/equivalents/calc.xlsx",
    ),
    (
        "fixtures/locked/standard.xlsx",
        "fixtures/equivalents/calc.xlsx",
    ),
    (
        "fixtures/locked/rc4.xls",
        "fixtures/equivalents/excel97.xls",
    ),
    ("fixtures/locked/calc.ods", "fixtures/equivalents/calc.ods"),
];

#[test]
fn a_password_opens_a_locked_file() {
    let folder = scratch("locked");
    let file = folder.join("password.txt");
    std::fs::write(&file, format!("\u{FEFF}{PASSWORD}\r\nsecond line\r\n")).expect("a file");
    let file = file.to_str().expect("UTF-8");
    for (locked, plain) in LOCKED {
        let expected = report(plain, &[]);
        assert_eq!(expected["summary"]["rows"], 12, "{plain}");
        for given in [["--password", PASSWORD], ["--password-file", file]] {
            let found = report(locked, &given);
            for part in ["summary", "findings", "groups"] {
                assert_eq!(found[part], expected[part], "{locked} {}: {part}", given[0]);
            }
        }
    }
}

#[test]
fn another_password_or_none_is_one_sentence() {
    for (locked, _) in LOCKED {
        let cases = [
            (vec!["--password", "Xueji-2026"], "密码不对，文件没有打开"),
            (
                vec!["--password", "Xueji-2026", "--lang", "en"],
                "That is not the password",
            ),
            (vec!["--password", ""], "密码不对，文件没有打开"),
            (vec![], "文件设了打开密码"),
            (vec![], "密码写在 --password 后面。"),
        ];
        for (given, sentence) in cases {
            let output = rostercheck(&[&["check", locked], &given[..]].concat());
            let complaint = text(&output.stderr);
            assert_eq!(output.status.code(), Some(2), "{locked} {given:?}");
            assert_eq!(complaint.lines().count(), 1, "{complaint}");
            assert!(
                complaint.contains(sentence),
                "{locked} {given:?}: {complaint}"
            );
        }
    }
    let output = rostercheck(&[
        "check",
        LOCKED[0].0,
        "--password-file",
        "fixtures/nowhere.txt",
    ]);
    assert_eq!(output.status.code(), Some(2));
    let complaint = text(&output.stderr);
    assert!(complaint.contains("密码文件"), "{complaint}");
}

#[test]
fn a_file_without_a_password_does_not_mind_one() {
    let plain = report("fixtures/clean.csv", &[]);
    assert_eq!(
        plain,
        report("fixtures/clean.csv", &["--password", PASSWORD])
    );
}

#[test]
fn what_is_written_of_a_locked_file_has_no_password_and_says_so() {
    let folder = scratch("locked-fixed");
    for (locked, _) in LOCKED {
        let out = folder.join("fixed.xlsx");
        let path = out.to_str().expect("UTF-8");
        let output = rostercheck(&["fix", locked, "-o", path, "--password", PASSWORD]);
        let told = text(&output.stderr);
        assert!(
            matches!(output.status.code(), Some(0 | 1)),
            "{locked}: {}",
            text(&output.stderr)
        );
        let rows = report(path, &[])["summary"]["rows"].clone();
        assert_eq!(rows, 12, "{locked}");
        // Another kind of file is written for xls and ods, and that is what is said of it.
        assert!(
            told.contains("没有密码") || told.contains("新的xlsx工作簿"),
            "{locked}: {told}"
        );
    }
}

/// The report on a file, with the name of the file left out.
fn report(path: &str, given: &[&str]) -> Value {
    let arguments = ["check", path, "--format", "json", "--today", "2026-11-21"];
    let output = rostercheck(&[&arguments[..], given].concat());
    assert_eq!(text(&output.stderr), "", "{path}");
    let name = path.rsplit('/').next().unwrap_or(path);
    let report = text(&output.stdout).replace(name, "roster");
    serde_json::from_str(&report).expect("JSON")
}

#[test]
fn a_locked_file_that_is_divided_or_joined_comes_back_unlocked_and_that_is_told() {
    let folder = scratch("unlocked");
    let to = |name: &str| folder.join(name).to_str().expect("UTF-8").to_owned();
    let (locked, plain) = LOCKED[0];
    for (file, is_told) in [(locked, true), (plain, false)] {
        let (parts, all) = (to(&format!("parts-{is_told}")), to("all.csv"));
        for command in [
            [
                "split",
                file,
                "--by",
                "rows=50",
                "-o",
                &parts,
                "--password",
                PASSWORD,
            ]
            .as_slice(),
            &["merge", file, "-o", &all, "--password", PASSWORD],
        ] {
            let output = rostercheck(command);
            let said = text(&output.stderr);
            assert_eq!(output.status.code(), Some(0), "{said}");
            assert_eq!(said.contains("没有密码"), is_told, "{said}");
        }
    }
}
