//! Names of files that are no text, as only some systems have them.
#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "the command line reads files")]

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::process::Command;

use crate::cli::{binary, scratch};

/// As an archive from a Chinese Windows leaves it.
#[test]
fn a_file_whose_name_is_no_utf_8_is_checked() {
    let folder = scratch("no_utf_8");
    let name = OsStr::from_bytes(b"\xd6\xd0\xc9\xbd.csv");
    let roster = "姓名,身份证号\n王小明,110101201509010017\n";
    // Some systems have no such names.
    if std::fs::write(folder.join(name), roster).is_err() {
        return;
    }
    let mut command = Command::new(binary());
    let output = command.arg("check").arg(folder.join(name));
    let output = output.output().expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(
        said.contains("中山.csv") && said.contains("R1003"),
        "{said}"
    );
    let mut command = Command::new(binary());
    let output = command
        .arg("check")
        .arg("-o")
        .arg(name)
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(2), "no panic");
}

/// Scans that an archive from a Chinese Windows held: they are named in its characters.
#[test]
fn a_scan_whose_name_is_no_utf_8_is_of_its_pupil() {
    let folder = scratch("no_utf_8_scans");
    let (name, ..) = encoding_rs::GB18030.encode("王小明-户口簿.jpg");
    let scan = folder.join(OsStr::from_bytes(&name));
    // Some systems have no such names.
    if std::fs::write(scan, b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\x01\0\xff\xd9").is_err() {
        return;
    }
    let mut command = Command::new(binary());
    command.args(["check", "cmd/settle.in/first.csv", "--format", "csv"]);
    command.args(["--stage", "after-import", "--today", "2026-11-21"]);
    let output = command.arg("--evidence").arg(&folder).output();
    let said = String::from_utf8(output.expect("it runs").stdout).expect("UTF-8");
    assert!(
        said.contains(",H2,身份证件号,R7014,警告,缺少材料：学校证明。"),
        "{said}"
    );
}
