//! Files that lie beside tables, and names of files that have somebody's number.
#![expect(clippy::disallowed_methods, reason = "the command line reads files")]

use crate::cli::{rostercheck, scratch, text};

const ROSTER: &str = "姓名,身份证号\n王小明,110101201509010016\n";

#[test]
fn what_lies_beside_tables_is_told_and_stops_nothing() {
    let folder = scratch("beside");
    let written = |name: &str, text: &str| {
        let path = folder.join(name);
        std::fs::write(&path, text).expect("the scratch folder can be written");
        path.to_str().expect("UTF-8").to_owned()
    };
    let roster = written("一班.csv", ROSTER);
    let lock = written("~$一班.csv", "\u{5}owner\0\0\0\0");
    let kept = written(".DS_Store", "\0\0\0\u{1}Bud1");
    let output = rostercheck(&["check", &roster, &lock, &kept]);
    assert_eq!(output.status.code(), Some(0));
    let told = text(&output.stderr);
    assert!(told.contains("一班.csv 正被 Excel 或 WPS 打开"), "{told}");
    assert!(told.contains(".DS_Store：这是电脑系统"), "{told}");
    let english = rostercheck(&["check", &roster, &lock, "--lang", "en"]);
    let told = text(&english.stderr);
    assert!(
        told.contains("一班.csv is open: save and close it first"),
        "{told}"
    );
    // Where nothing else is there, nothing is checked.
    let output = rostercheck(&["check", &lock]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stdout).contains("请先保存并关闭"));
}

#[test]
fn a_number_in_the_name_of_a_file_is_masked() {
    let folder = scratch("named_by_number");
    let path = folder.join("110101201509010016.csv");
    std::fs::write(&path, ROSTER).expect("the scratch folder can be written");
    let path = path.to_str().expect("UTF-8");
    for format in ["text", "json", "csv", "html"] {
        let output = rostercheck(&["check", path, "--format", format]);
        let said = text(&output.stdout);
        assert!(!said.contains("110101201509010016"), "{format}: {said}");
        let output = rostercheck(&["check", path, "--format", format, "--show-values"]);
        assert_eq!(output.status.code(), Some(0));
    }
    let shown = rostercheck(&["check", path, "--show-values"]);
    assert!(text(&shown.stdout).contains("110101201509010016.csv"));
}
