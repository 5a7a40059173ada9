//! The linkage engine and Splink on the same people, one after the other: what each finds, and how long it
//! takes. A public table of people is not kept here; `tests/bench/README.md` says where it comes from.

use std::path::Path;

use super::peers;

/// Measures both on `table`, a file; Splink comes from PyPI into `target/bench/people`.
pub(super) fn run(root: &Path, table: &str) -> Result<(), String> {
    let table = Path::new(table)
        .canonicalize()
        .map_err(|error| format!("{table} cannot be read: {error}."))?;
    let ours = root.join("target/release/link_people");
    peers::run(&ours, &[], &table, root)?;
    splink(root, "splink_people.py", &table)
}

/// The same of a roster: our search for duplicates, which `costs` tells, and Splink's, both on one core.
pub(super) fn pupils(root: &Path, roster: &Path) -> Result<(), String> {
    let ours = root.join("target/release/costs");
    let words = ["-c", "0", &ours.to_string_lossy()];
    peers::run(Path::new("taskset"), &words, roster, root)?;
    splink(root, "splink_pupils.py", roster)
}

fn splink(root: &Path, script: &str, table: &Path) -> Result<(), String> {
    let folder = root.join("target/bench/people");
    let python = folder.join("bin/python");
    if !python.exists() {
        peers::run(Path::new("python3"), &["-m", "venv"], &folder, root)?;
        let packages = ["-m", "pip", "install", "--quiet", "splink==5.0.0", "pandas"];
        peers::run(&python, &packages, Path::new(""), root)?;
    }
    let script = root.join("tests/bench").join(script);
    peers::run(&python, &[&script.to_string_lossy()], table, root)
}

/// How long the search for duplicates takes, without reading a file.
pub(super) fn matching(root: &Path) -> Result<(), String> {
    let program = root.join("target/release/matching");
    for (rows, kind) in [
        ("100000", "clean"),
        ("1000000", "clean"),
        ("1000000", "faults"),
        ("1000000", "numberless"),
        ("10000000", "clean"),
        ("100000", "one"),
    ] {
        peers::run(&program, &[rows, kind], Path::new(""), root)?;
    }
    Ok(())
}
