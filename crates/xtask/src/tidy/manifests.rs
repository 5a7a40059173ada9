//! What every crate has to say for itself, and under which licences others' work comes in.

use serde_json::Value;

use super::Tracked;

const LICENCES: [&str; 11] = [
    "MIT",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Zlib",
    "Unicode-3.0",
    "Unlicense",
    "CC0-1.0",
    "0BSD",
    "MIT-0",
];

/// Crates without a README.
pub(super) fn readmes(files: &[Tracked]) -> Vec<String> {
    let folders = files
        .iter()
        .filter_map(|it| it.path.strip_suffix("Cargo.toml"));
    let crates = folders.filter(|it| it.starts_with("crates/"));
    let missing = crates.filter(|folder| {
        let readme = format!("{folder}README.md");
        files.iter().all(|it| it.path != readme)
    });
    missing
        .map(|it| format!("{it}README.md: say in five lines what the crate is for."))
        .collect()
}

/// Names of everything a manifest depends on: always, for tests, for building, on some target.
pub(super) fn dependencies(manifest: &toml::Table) -> Vec<String> {
    let mut tables = vec![manifest];
    if let Some(targets) = manifest.get("target").and_then(toml::Value::as_table) {
        tables.extend(targets.values().filter_map(toml::Value::as_table));
    }
    let kinds = ["dependencies", "dev-dependencies", "build-dependencies"];
    let lists = tables
        .into_iter()
        .flat_map(|table| kinds.map(|kind| table.get(kind)));
    let mut names: Vec<String> = Vec::new();
    for list in lists.flatten().filter_map(toml::Value::as_table) {
        for (name, value) in list {
            // A renamed dependency is what it was renamed from.
            let package = value.get("package").and_then(toml::Value::as_str);
            names.push(package.unwrap_or(name).to_owned());
        }
    }
    names
}

/// Packages whose licence is not in the set.
pub(super) fn licences(metadata: &Value) -> Vec<String> {
    let packages = metadata["packages"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    let mut sentences = Vec::new();
    for package in packages {
        // Ours have no source.
        if package["source"].is_null() {
            continue;
        }
        let (name, version) = (&package["name"], &package["version"]);
        let name = name.as_str().unwrap_or("");
        let version = version.as_str().unwrap_or("");
        let licence = package["license"].as_str().unwrap_or("");
        if !is_allowed(licence) {
            sentences.push(format!(
                "{name} {version}: the licence `{licence}` is not in the set."
            ));
        }
    }
    sentences
}

/// Whether an SPDX expression can be met with the licences of the set.
fn is_allowed(expression: &str) -> bool {
    let spaced = expression
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut at = 0;
    let allowed = any_of(&words, &mut at);
    allowed && at == words.len()
}

fn any_of(words: &[&str], at: &mut usize) -> bool {
    let mut allowed = all_of(words, at);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        // Not `||`: the right side has to be read in any case.
        allowed |= all_of(words, at);
    }
    allowed
}

fn all_of(words: &[&str], at: &mut usize) -> bool {
    let mut allowed = one(words, at);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        allowed &= one(words, at);
    }
    allowed
}

fn one(words: &[&str], at: &mut usize) -> bool {
    let word = words.get(*at).copied().unwrap_or("");
    *at += 1;
    if word == "(" {
        let allowed = any_of(words, at);
        *at += 1;
        return allowed;
    }
    if words.get(*at) == Some(&"WITH") {
        // An exception only ever permits more.
        *at += 2;
    }
    LICENCES.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::*;

    #[test]
    fn a_crate_without_a_readme_is_named() {
        let files = [
            "crates/a/Cargo.toml",
            "crates/b/Cargo.toml",
            "crates/a/README.md",
        ];
        let found = readmes(&files.map(|it| file(it, "")));
        assert_eq!(found.len(), 1);
        assert!(found[0].starts_with("crates/b/"));
    }

    #[test]
    fn licence_expressions_are_read() {
        for expression in [
            "MIT OR Apache-2.0",
            "GPL-3.0 OR MIT",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
            "Unlicense/MIT",
            "Apache-2.0 WITH LLVM-exception",
        ] {
            assert!(is_allowed(expression), "{expression}");
        }
        for expression in [
            "",
            "GPL-3.0",
            "MIT AND GPL-3.0",
            "(MIT OR ISC) AND GPL-2.0",
            "MIT MIT",
        ] {
            assert!(!is_allowed(expression), "{expression}");
        }
    }
}
