//! Other tools, from PyPI and npm, on the same files. They do a part of our checks, which
//! `tests/bench/README.md` lists; what they need is installed below `target`, by the ordinary clients.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::files::Files;
use super::measure::Job;

/// A tool on a file.
pub(super) struct Peer {
    pub(super) title: &'static str,
    /// The file of the benchmarks that it reads.
    pub(super) file: &'static str,
    pub(super) job: Job,
}

/// Installs the tools that are not there yet.
pub(super) fn install(root: &Path, files: &Files) -> Result<Vec<Peer>, String> {
    let folder = root.join("target/bench/peers");
    let python = folder.join("bin/python");
    if !python.exists() {
        run(Path::new("python3"), &["-m", "venv"], &folder, root)?;
        let packages = [
            "-m",
            "pip",
            "install",
            "--quiet",
            "polars",
            "python-calamine",
        ];
        run(&python, &packages, Path::new(""), root)?;
    }
    if !folder.join("node_modules/xlsx").exists() {
        write_manifest(&folder)?;
        let packages = ["install", "--silent", "--no-audit", "--no-fund", "xlsx"];
        run(Path::new("npm"), &packages, Path::new(""), &folder)?;
    }
    let scripts = root.join("tests/bench");
    let node = PathBuf::from("node");
    let job = |program: &Path, script: &str, file: &str| {
        Job::peer(program, &scripts.join(script), &files.path(file)).in_folder(&folder)
    };
    Ok(vec![
        Peer {
            title: "csv 1,000,000 × 25, all checks / polars, 13",
            file: "large.csv",
            job: job(&python, "polars_csv.py", "large.csv"),
        },
        Peer {
            title: "xlsx 100,000 × 25, all / python-calamine, 13",
            file: "clean.xlsx",
            job: job(&python, "calamine_xlsx.py", "clean.xlsx"),
        },
        Peer {
            title: "xlsx 100,000 × 25, all checks / SheetJS, 13",
            file: "clean.xlsx",
            job: job(&node, "sheetjs_xlsx.mjs", "clean.xlsx"),
        },
    ])
}

fn write_manifest(folder: &Path) -> Result<(), String> {
    crate::write_bytes(&folder.join("package.json"), b"{ \"private\": true }\n")
}

/// Runs a program to its end; `last` is its last argument, if it is not empty.
pub(super) fn run(
    program: &Path,
    arguments: &[&str],
    last: &Path,
    folder: &Path,
) -> Result<(), String> {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(folder);
    if !last.as_os_str().is_empty() {
        command.arg(last);
    }
    let status = command
        .status()
        .map_err(|error| format!("{} cannot be started: {error}.", program.display()))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{} ended with {status}.", program.display()))
    }
}
