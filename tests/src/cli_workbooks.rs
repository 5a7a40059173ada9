//! Workbooks that commands write: the record of `fix --with-record` behind the sheets, and marked ones of files that
//! are none.
#![expect(
    clippy::disallowed_methods,
    reason = "the command line reads and writes files"
)]

use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use calamine::{DataType, Reader, Xlsx};

use crate::cli::{rostercheck, scratch, text};
use crate::example::Example;
use crate::example_bytes::bytes;

const ROSTER: &str = "@ file=名单.xlsx\n@ sheet=一班\n| 姓名 | 性别 | 出生日期 |\n\
    | 王小明 | 男生 | 20150901 |\n| 李小红 | 女 | 20150902 |\n\
    @ sheet=修改记录\n| 甲 | 乙 |\n";

/// The rows of every sheet, as texts.
fn sheets(path: &Path) -> BTreeMap<String, Vec<Vec<String>>> {
    let bytes = std::fs::read(path).expect("it is written");
    let mut book = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let told = |it: &calamine::Data| it.as_string().unwrap_or_default();
    let sheets = book.worksheets().into_iter();
    sheets
        .map(|(name, range)| {
            let rows = range.rows().map(|row| row.iter().map(told).collect());
            (name, rows.collect())
        })
        .collect()
}

fn fix(from: &Path, to: &Path, more: &[&str]) -> std::process::Output {
    let [from, to] = [from, to].map(|it| it.to_str().expect("UTF-8"));
    let given = ["fix", from, "-o", to, "--today", "2026-11-21"];
    rostercheck(&[&given, more].concat())
}

fn roster(folder: &Path) -> PathBuf {
    let example = Example::parse(ROSTER).expect("an example");
    let path = folder.join("名单.xlsx");
    std::fs::write(&path, bytes(&example.files[0])).expect("it can be written");
    path
}

#[test]
fn what_is_left_is_what_a_check_of_the_written_file_says() {
    let folder = scratch("results_gone");
    let (from, to) = (folder.join("班.xlsx"), folder.join("new.xlsx"));
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet
        .write_row(0, 0, ["姓名", "性别", "身份证号"])
        .expect("a header");
    sheet
        .write_row(1, 0, ["王小明", "", " 110101201509010016"])
        .expect("a pupil");
    let formula = rust_xlsxwriter::Formula::new("=IF(MOD(MID(C2,17,1),2),\"男\",\"女\")");
    sheet
        .write_formula(1, 1, formula.set_result("男"))
        .expect("a formula");
    book.save(&from).expect("it can be written");
    let fixed = fix(&from, &to, &[]);
    let said = String::from_utf8_lossy(&fixed.stdout).into_owned();
    let path = to.to_str().expect("UTF-8");
    let checked = rostercheck(&["check", path, "--today", "2026-11-21"]);
    assert_eq!(fixed.status.code(), checked.status.code());
    assert_eq!(fixed.status.code(), Some(1), "{said}");
    assert!(said.contains("还有错误 1"), "{said}");
}

#[test]
fn a_corrected_workbook_tells_what_was_changed() {
    let folder = scratch("with_record");
    let from = roster(&folder);
    let (plain, recorded) = (folder.join("plain.xlsx"), folder.join("recorded.xlsx"));
    fix(&from, &plain, &[]);
    let names = |path: &Path| sheets(path).into_keys().collect::<Vec<_>>();
    assert_eq!(
        names(&plain),
        ["一班", "修改记录"],
        "only where it is asked for"
    );
    let output = fix(&from, &recorded, &["--with-record"]);
    assert!(output.stderr.is_empty(), "{}", text(&output.stderr));
    let found = sheets(&recorded);
    assert_eq!(
        names(&recorded),
        ["一班", "修改记录", "修改记录 (2)", "说明"]
    );
    for (name, rows) in sheets(&plain) {
        assert_eq!(found[&name], rows, "{name}");
    }
    let record = &found["修改记录 (2)"];
    assert_eq!(record.len(), 2, "{record:?}");
    let line: Vec<&str> = record[1].iter().map(String::as_str).collect();
    let expected = [
        "名单.xlsx",
        "一班",
        "B2",
        "性别",
        "男生",
        "男",
        "R4007",
        "自动",
    ];
    assert_eq!(line[..2], expected[..2]);
    assert_eq!(line[2..6], expected[2..6]);
    assert_eq!(line[7], expected[7]);
    let about = format!("{:?}", found["说明"]);
    assert!(
        about.contains("2026-11-21") && about.contains("改动了1个单元格"),
        "{about}"
    );
}

/// The sheets are known for what they are: no rosters, and no reason to write them again.
#[test]
fn what_was_recorded_is_corrected_again() {
    let folder = scratch("with_record_again");
    let from = roster(&folder);
    let [once, twice, other] = ["a.xlsx", "b.xlsx", "c.xlsx"].map(|it| folder.join(it));
    fix(&from, &once, &["--with-record"]);
    let output = fix(&once, &twice, &["--with-record"]);
    let told = text(&output.stdout);
    assert!(told.contains("改动了0个单元格"), "{told}");
    assert_eq!(
        std::fs::read(&once).expect("a file"),
        std::fs::read(&twice).expect("a file")
    );
    let path = once.to_str().expect("UTF-8");
    let output = rostercheck(&["check", path, "--today", "2026-11-21"]);
    let told = text(&output.stdout);
    assert!(
        told.contains("2 名学生") && !told.contains("修改记录 (2)"),
        "{told}"
    );
    // A record in the other language stands behind the first.
    let wrong = fix_sex(&once, &folder.join("d.xlsx"));
    fix(&wrong, &other, &["--with-record", "--lang", "en"]);
    let names: Vec<String> = sheets(&other).into_keys().collect();
    assert_eq!(
        names,
        [
            "About",
            "Changes",
            "一班",
            "修改记录",
            "修改记录 (2)",
            "说明"
        ]
    );
}

/// The workbook with another word in B3, put there as a person would.
fn fix_sex(from: &Path, to: &Path) -> PathBuf {
    let bytes = std::fs::read(from).expect("a file");
    let cell = roster_write::CellPatch {
        row_number: 3,
        position: 1,
        text: Some("女生".to_owned()),
        ..roster_write::CellPatch::default()
    };
    let patch = roster_write::Patch {
        sheets: vec![roster_write::SheetPatch {
            name: "一班".to_owned(),
            cells: vec![cell],
            ..roster_write::SheetPatch::default()
        }],
        ..roster_write::Patch::default()
    };
    let patched = roster_write::patch(&bytes, patch, &mut |_| {}).expect("it can be patched");
    std::fs::write(to, patched.bytes).expect("it can be written");
    to.to_owned()
}

#[test]
fn a_fresh_workbook_has_the_record_and_a_text_file_has_none() {
    let folder = scratch("with_record_fresh");
    let page = folder.join("a.xls");
    let table = "<table><tr><td>姓名<td>性别</tr><tr><td>王小明<td>男生</tr></table>";
    std::fs::write(&page, table).expect("it can be written");
    let fresh = folder.join("b.xlsx");
    fix(&page, &fresh, &["--with-record"]);
    let found = sheets(&fresh);
    assert_eq!(found["修改记录"][1][4..6], ["男生", "男"]);
    assert!(found.contains_key("说明"), "{:?}", found.keys());
    let csv = folder.join("a.csv");
    std::fs::write(&csv, "姓名,性别\n王小明,男生\n").expect("it can be written");
    let to = folder.join("b.csv");
    let output = fix(&csv, &to, &["--with-record"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        text(&output.stderr).contains("--log"),
        "{}",
        text(&output.stderr)
    );
    assert!(!to.exists(), "nothing is written");
}

/// What stands above and below the pupils stays where it was, and so do lists that nobody checked.
#[test]
fn a_marked_workbook_of_a_text_file_has_all_its_rows() {
    let folder = scratch("marked_text");
    for (name, rows) in [
        (
            "pupils.csv",
            "三年级一班\n姓名,性别\n王小明,男生\n合计：1人\n",
        ),
        ("others.csv", "甲,乙\n1,2\n"),
    ] {
        let (from, to) = (folder.join(name), folder.join("marked.xlsx"));
        std::fs::write(&from, rows).expect("it can be written");
        let paths = [&from, &to].map(|it| it.to_str().expect("UTF-8"));
        let marked = ["--format", "xlsx", "--show-values", "-o", paths[1]];
        rostercheck(&[&["check", paths[0]], &marked[..]].concat());
        let found = sheets(&to);
        let stem = name.strip_suffix(".csv").expect("a name");
        let told = found[stem]
            .iter()
            .map(|row| row.join(","))
            .collect::<Vec<_>>();
        let told: Vec<&str> = told.iter().map(|it| it.trim_end_matches(',')).collect();
        assert_eq!(told, rows.lines().collect::<Vec<_>>());
    }
}
