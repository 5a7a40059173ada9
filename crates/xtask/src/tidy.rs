//! What the compiler does not check: headers, lengths, style, crate edges, import directions, licences,
//! stray marks, codes of rules, numbers of people, paths of machines, dead links.
//!
//! Every check is a function from text to sentences. Deliberately nothing is mended here.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

mod codes;
mod edges;
mod manifests;
mod people;
mod sources;
mod style;
mod text;
mod web;

/// One file of the repository.
pub(crate) struct Tracked {
    /// Relative to the root, with `/`.
    pub(crate) path: String,
    pub(crate) bytes: u64,
    /// None for what is not text.
    pub(crate) text: Option<String>,
}

/// What became of every code of a rule.
const STABILITY: &str = "crates/roster-rules/stability.toml";
/// Files written by package managers.
const LOCKS: [&str; 2] = ["Cargo.lock", "package-lock.json"];

impl Tracked {
    fn has_extension(&self, extensions: &[&str]) -> bool {
        let extension = Path::new(&self.path).extension().and_then(|it| it.to_str());
        extension.is_some_and(|it| extensions.contains(&it))
    }

    fn is_lock(&self) -> bool {
        LOCKS.iter().any(|it| self.path.ends_with(it))
    }
}

/// Runs every check; the error is all sentences.
pub(crate) fn run(root: &Path) -> Result<(), String> {
    let files = tracked(root)?;
    let allowed = people::listed(&files);
    let table = files.iter().find(|it| it.path == STABILITY);
    let table = table.and_then(|it| it.text.as_deref()).unwrap_or_default();
    let codes = codes::in_use(table);
    let mut sentences = Vec::new();
    for file in &files {
        sentences.extend(text::size(file));
        sentences.extend(sources::place(file));
        let Some(text) = &file.text else { continue };
        sentences.extend(sources::header(file, text));
        sentences.extend(sources::length(file, text));
        sentences.extend(sources::marks(file, text));
        sentences.extend(style::functions(file, text));
        sentences.extend(style::subjects(file, text));
        sentences.extend(codes::unknown(file, text, &codes));
        sentences.extend(text::places(file, text));
        sentences.extend(people::numbers(file, text, &allowed));
        sentences.extend(web::imports(file, text));
        sentences.extend(text::links(file, text, |path| root.join(path).exists()));
    }
    sentences.extend(edges::edges(&files));
    sentences.extend(manifests::readmes(&files));
    sentences.extend(manifests::licences(&metadata(root, false)?));
    if sentences.is_empty() {
        return Ok(());
    }
    let count = sentences.len();
    sentences.push(format!("{count} things are untidy."));
    Err(sentences.join("\n"))
}

/// Every file that is, or is about to be, in the repository.
fn tracked(root: &Path) -> Result<Vec<Tracked>, String> {
    let listing = output(
        Command::new("git").current_dir(root).args([
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ]),
        "git ls-files",
    )?;
    let mut paths: Vec<&str> = listing.split('\0').filter(|it| !it.is_empty()).collect();
    paths.sort_unstable();
    paths.dedup();
    let mut files = Vec::new();
    for path in paths {
        // A file that was removed but not yet committed is no one's concern.
        let Ok(bytes) = std::fs::read(root.join(path)) else {
            continue;
        };
        let is_text = !bytes.contains(&0);
        let length = bytes.len() as u64;
        let text = if is_text {
            String::from_utf8(bytes).ok()
        } else {
            None
        };
        files.push(Tracked {
            path: path.to_owned(),
            bytes: length,
            text,
        });
    }
    Ok(files)
}

/// `cargo metadata`, of the workspace alone or with its dependencies.
pub(crate) fn metadata(root: &Path, alone: bool) -> Result<Value, String> {
    let mut command = Command::new("cargo");
    command
        .current_dir(root)
        .args(["metadata", "--format-version", "1"]);
    if alone {
        command.arg("--no-deps");
    }
    let text = output(&mut command, "cargo metadata")?;
    serde_json::from_str(&text).map_err(|error| format!("cargo metadata cannot be read: {error}."))
}

fn output(command: &mut Command, name: &str) -> Result<String, String> {
    let output = command
        .output()
        .map_err(|error| format!("{name} cannot be run: {error}."))?;
    if !output.status.success() {
        return Err(format!(
            "{name} failed: {}",
            String::from_utf8_lossy(&output.stderr)
        ));
    }
    String::from_utf8(output.stdout).map_err(|_| format!("{name} gave something that is not text."))
}

/// Text as a tracked file, for the tests of the checks.
#[cfg(test)]
fn file(path: &str, text: &str) -> Tracked {
    Tracked {
        path: path.to_owned(),
        bytes: text.len() as u64,
        text: Some(text.to_owned()),
    }
}
