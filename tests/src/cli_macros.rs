//! Workbooks for macros, and the endings they are written under.
#![expect(
    clippy::disallowed_methods,
    reason = "the command line reads and writes files"
)]

use std::path::Path;

use roster_package::{Archive, ArchiveWriter};

use crate::cli::{make_file, rostercheck, scratch, text};
use crate::example::Example;
use crate::example_bytes::bytes;

/// A spreadsheet program opens no workbook whose name says another kind.
#[test]
fn a_workbook_with_macros_keeps_its_ending() {
    let folder = scratch("macros");
    let path = |name: &str| folder.join(name).to_str().expect("UTF-8").to_owned();
    let example =
        Example::parse("@ file=a.xlsm real=xlsm\n| 姓名 | 性别 |\n| 王小明 | 男 |\n").unwrap();
    let bytes = bytes(&example.files[0]);
    std::fs::write(path("a.xlsm"), bytes).expect("it can be written");
    let marked = |to: &str, shown: &[&str]| {
        let (from, to) = (path("a.xlsm"), path(to));
        let arguments = ["check", &from, "--format", "xlsx", "-o", &to];
        rostercheck(&[&arguments, shown].concat())
    };
    let shown = &["--show-values"][..];
    for (to, shown, ending) in [("b.xlsx", shown, ".xlsm"), ("c.xlsm", &[], ".xlsx")] {
        let output = marked(to, shown);
        assert_eq!(output.status.code(), Some(2), "{}", text(&output.stderr));
        let said = text(&output.stderr);
        assert!(said.contains(&format!("要以 {ending} 结尾")), "{said}");
        assert!(!Path::new(&path(to)).exists());
    }
    for (to, shown) in [("b.xlsm", shown), ("c.xlsx", &[])] {
        assert_ne!(marked(to, shown).status.code(), Some(2), "{to}");
        assert!(Path::new(&path(to)).exists());
    }
}

/// A workbook for macros that has none any more may go on being called one; its type fits its name.
#[test]
fn a_workbook_that_lost_its_macros_may_keep_its_ending() {
    let folder = scratch("macros_gone");
    let path = |name: &str| folder.join(name).to_str().expect("UTF-8").to_owned();
    make_file(&folder, "a.xlsx");
    let mut types = String::new();
    let mut writer = ArchiveWriter::new();
    let bytes = std::fs::read(path("a.xlsx")).expect("it was written");
    let archive = Archive::open(&bytes).expect("a package");
    let (plain, for_macros) = (
        "openxmlformats-officedocument.spreadsheetml.sheet.main",
        "ms-excel.sheet.macroEnabled.main",
    );
    for entry in archive.entries() {
        let mut part = archive.read(entry, 1 << 20).expect("it is small");
        if entry.name() == "[Content_Types].xml" {
            types = text(&part).replace(plain, for_macros);
            part = types.clone().into_bytes();
        }
        writer.add(entry.name(), &part);
    }
    assert!(types.contains(for_macros), "{types}");
    std::fs::write(path("a.xlsm"), writer.finish()).expect("it can be written");
    let (a, marked) = (path("a.xlsm"), path("d.xlsm"));
    let output = rostercheck(&["fix", "-o", &path("b.xlsm"), &a]);
    assert_ne!(output.status.code(), Some(2), "{}", text(&output.stderr));
    let output = rostercheck(&["fix", "-o", &path("c.xlsx"), &a]);
    assert_ne!(output.status.code(), Some(2), "{}", text(&output.stderr));
    let shown = ["--show-values", "--format", "xlsx", "-o", &marked];
    let output = rostercheck(&[&["check", &a], &shown[..]].concat());
    assert_ne!(output.status.code(), Some(2), "{}", text(&output.stderr));
    for (name, kind) in [
        ("b.xlsm", for_macros),
        ("c.xlsx", plain),
        ("d.xlsm", for_macros),
    ] {
        let bytes = std::fs::read(path(name)).expect("it is written");
        let archive = Archive::open(&bytes).expect("a package");
        let types = archive.find("[Content_Types].xml").expect("its types");
        let types = archive.read(types, 1 << 20).expect("it is small");
        assert!(text(&types).contains(kind), "{name}: {}", text(&types));
    }
}
