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
