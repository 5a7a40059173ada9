//! The generated files of `roster-standard`: its columns, code tables, regions and profiles as Rust.
//! They are read from the crate's data as text. What the data means is not checked here but in the
//! crate's own tests; only data that cannot become Rust stops the generator.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

mod columns;
mod profiles;
mod regions;
mod tables;

const CRATE: &str = "crates/roster-standard";

/// Paths relative to `root`, with their full contents.
///
/// A file whose data cannot be read has the sentence that says so as a compile error: it is stale
/// for the check, and the crate cannot be built from half a table.
pub(crate) fn generate(root: &Path) -> Vec<(PathBuf, String)> {
    let data = root.join(CRATE).join("data");
    let made = [
        ("columns", "data/columns.toml", columns::generate(&data)),
        ("profiles", "data/profiles", profiles::generate(&data)),
        ("regions", "data/regions.csv", regions::generate(&data)),
        ("tables", "data/tables", tables::generate(&data)),
    ];
    made.into_iter()
        .map(|(file, source, text)| {
            let body = text.unwrap_or_else(|sentence| format!("compile_error!({sentence:?});\n"));
            let head = format!("//! Generated from {source} by xtask gen. Do not edit.\n\n");
            let path = format!("{CRATE}/src/generated/{file}.rs");
            (PathBuf::from(path), head + &body)
        })
        .collect()
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path)
        .map_err(|error| format!("{} cannot be read: {error}", name_of(path)))
}

fn read_toml<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T, String> {
    toml::from_str(&read(path)?).map_err(|error| format!("{}: {error}", name_of(path)))
}

/// The rows of a CSV file, by the names in its first line.
fn read_csv<T: serde::de::DeserializeOwned>(path: &Path) -> Result<Vec<T>, String> {
    let text = read(path)?;
    csv::Reader::from_reader(text.as_bytes())
        .deserialize()
        .collect::<Result<_, _>>()
        .map_err(|error| format!("{}: {error}", name_of(path)))
}

/// The files of a folder that end in `ending`, with their names before it, in order.
fn files_of(folder: &Path, ending: &str) -> Result<Vec<(String, PathBuf)>, String> {
    let listing = std::fs::read_dir(folder)
        .map_err(|error| format!("{} cannot be listed: {error}", name_of(folder)))?;
    let mut files: Vec<(String, PathBuf)> = listing
        .flatten()
        .filter_map(|item| {
            let name = item.file_name().into_string().ok()?;
            Some((name.strip_suffix(ending)?.to_owned(), item.path()))
        })
        .collect();
    files.sort();
    Ok(files)
}

/// The last part of a path: a sentence in a generated file must not tell the machine's folders.
fn name_of(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// `birth_date` as `BirthDate`.
fn type_name(key: &str) -> String {
    key.split(['_', '-'])
        .filter_map(|word| {
            let first = word.chars().next()?;
            Some(first.to_uppercase().to_string() + &word[first.len_utf8()..])
        })
        .collect()
}

/// `xj-2013` as `XJ_2013`.
fn static_name(id: &str) -> String {
    id.replace('-', "_").to_uppercase()
}

/// `["a", "b"]` as the Rust text `&["a", "b"]`.
fn strings<S: AsRef<str>>(items: &[S]) -> String {
    let mut text = String::from("&[");
    for (index, item) in items.iter().enumerate() {
        let comma = if index == 0 { "" } else { ", " };
        // Writing to a string cannot fail.
        let _ = write!(text, "{comma}{:?}", item.as_ref());
    }
    text + "]"
}

/// Texts in one, a tab between them.
fn words<S: AsRef<str>>(items: &[S]) -> String {
    let items: Vec<&str> = items.iter().map(S::as_ref).collect();
    format!("Words({:?})", items.join("\t"))
}

/// `Some(…)` or `None` as Rust text.
fn option<T>(value: Option<T>, show: impl Fn(T) -> String) -> String {
    value.map_or_else(|| "None".to_owned(), |it| format!("Some({})", show(it)))
}

#[cfg(test)]
mod tests {
    use super::{option, static_name, strings, type_name};

    #[test]
    fn names_and_literals_are_rust() {
        assert_eq!(type_name("member1_id_type"), "Member1IdType");
        assert_eq!(type_name("yes-no"), "YesNo");
        assert_eq!(static_name("xj-2013"), "XJ_2013");
        assert_eq!(strings(&["甲", "\""]), "&[\"甲\", \"\\\"\"]");
        assert_eq!(option(Some(3), |it| it.to_string()), "Some(3)");
    }

    #[test]
    fn data_that_cannot_be_read_becomes_a_compile_error() {
        let files = super::generate(std::path::Path::new("no-such-folder"));
        assert_eq!(files.len(), 4);
        assert!(
            files
                .iter()
                .all(|(_, text)| text.contains("compile_error!"))
        );
    }
}
