//! Generated files: written by `xtask gen`, compared by `xtask gen --check`.
//! They are committed, so that a reader and a compiler need no generator; the check keeps them true.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

mod basis;
mod page;
pub(crate) mod rules;
mod stability;
mod standard;

#[cfg(feature = "page")]
pub(crate) use basis::Bases;
pub(crate) use rules::is_code;
#[cfg(test)]
pub(crate) use rules::reads_as_rule;
#[cfg(feature = "page")]
pub(crate) use stability::{Table as StabilityTable, sections as stability_sections};

/// Writes every generated file, or with `check` names those that are not what they should be.
pub(crate) fn run(root: &Path, check: bool) -> Result<(), String> {
    let mut files = standard::generate(root);
    files.extend(rules::generate(root)?);
    let leftovers = leftovers(root, &files);
    if check {
        return compare(root, &files, &leftovers);
    }
    for (path, text) in &files {
        let path = root.join(path);
        // An untouched file keeps its time, so that nothing is rebuilt without need.
        if std::fs::read_to_string(&path).is_ok_and(|old| old == *text) {
            continue;
        }
        crate::write_bytes(&path, text.as_bytes())?;
    }
    for path in leftovers {
        std::fs::remove_file(root.join(&path))
            .map_err(|error| format!("{} cannot be removed: {error}.", path.display()))?;
    }
    Ok(())
}

/// The stability table as it stands.
#[cfg(feature = "page")]
pub(crate) fn stability_table(root: &Path) -> Result<StabilityTable, String> {
    stability::read(&crate::read_text(&root.join(stability::TABLE))?)
}

/// Whether `path` (relative, with `/`) is written by a generator.
pub(crate) fn is_generated(path: &str) -> bool {
    path.contains("/generated/")
        || rules::PAGE_FOLDERS.iter().any(|it| path.starts_with(it))
        || [rules::LIST, rules::PAGES, rules::EXAMPLES].contains(&path)
}

fn compare(root: &Path, files: &[(PathBuf, String)], leftovers: &[PathBuf]) -> Result<(), String> {
    let mut sentences: Vec<String> = files
        .iter()
        .filter(|(path, text)| {
            std::fs::read_to_string(root.join(path)).map_or(true, |old| old != *text)
        })
        .map(|(path, _)| format!("{} is stale", path.display()))
        .collect();
    sentences.extend(
        leftovers
            .iter()
            .map(|path| format!("{} has no source any more", path.display())),
    );
    if sentences.is_empty() {
        return Ok(());
    }
    sentences.push("Run `./build.sh gen` and commit the result.".to_owned());
    Err(sentences.join("\n"))
}

/// Files in the folders that only generators write, and that no generator wrote.
fn leftovers(root: &Path, files: &[(PathBuf, String)]) -> Vec<PathBuf> {
    let expected: BTreeSet<&Path> = files.iter().map(|(path, _)| path.as_path()).collect();
    let mut found = Vec::new();
    for folder in rules::PAGE_FOLDERS {
        let Ok(listing) = std::fs::read_dir(root.join(folder)) else {
            continue;
        };
        for item in listing.flatten() {
            let path = Path::new(folder).join(item.file_name());
            if !expected.contains(path.as_path()) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}
