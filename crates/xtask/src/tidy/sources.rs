//! Checks of source files: they say what they are for, they stay short, they hold no stray marks.

use super::Tracked;

const LINES_MAX: usize = 400;
/// Composed, so that this file does not hold what it looks for.
const MARKS: [&str; 3] = [
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("XX", "X:"),
];

/// A Rust file begins with prose.
pub(super) fn header(file: &Tracked, text: &str) -> Option<String> {
    let is_missing = file.has_extension(&["rs"]) && !text.starts_with("//!");
    is_missing.then(|| {
        format!(
            "{}: begin with `//!` and say what the file is for and what it does not do.",
            file.path
        )
    })
}

/// A folder's own file stands beside it, under its name. Those of tests share one where cargo asks for that.
pub(super) fn place(file: &Tracked) -> Option<String> {
    let folder = file.path.strip_suffix("/mod.rs")?;
    let is_asked_for = folder.ends_with("/tests/common") || crate::r#gen::is_generated(&file.path);
    (!is_asked_for).then(|| format!("{}: call it {folder}.rs.", file.path))
}

/// A file written by hand is read by people.
pub(super) fn length(file: &Tracked, text: &str) -> Option<String> {
    let is_source = file.has_extension(&["rs", "ts", "tsx", "mjs", "js", "css"]);
    let lines = text.lines().count();
    let is_long = is_source && lines > LINES_MAX && !crate::r#gen::is_generated(&file.path);
    is_long.then(|| {
        format!(
            "{}: {lines} lines; split it, {LINES_MAX} are the limit.",
            file.path
        )
    })
}

/// Work left for later is written where others see it, not in a file.
pub(super) fn marks(file: &Tracked, text: &str) -> Vec<String> {
    if file.is_lock() {
        return Vec::new();
    }
    let marked = |line: &str| {
        MARKS.into_iter().find(|mark| {
            line.match_indices(mark).any(|(at, _)| {
                let before = line[..at].chars().next_back();
                let after = line[at + mark.len()..].chars().next();
                ![before, after]
                    .into_iter()
                    .flatten()
                    .any(|it| it.is_alphanumeric() || it == '_')
            })
        })
    };
    let found = (1..)
        .zip(text.lines())
        .filter_map(|(row, line)| Some((row, marked(line)?)));
    found
        .map(|(row, mark)| {
            format!(
                "{}:{row}: `{mark}` is left; do it or open a ticket.",
                file.path
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::*;

    #[test]
    fn a_rust_file_without_prose_is_named() {
        assert!(header(&file("a.rs", ""), "use std;").is_some());
        assert!(header(&file("a.rs", ""), "//! What.\n").is_none());
        assert!(header(&file("a.ts", ""), "let a").is_none());
    }

    #[test]
    fn a_folder_has_its_file_beside_it() {
        assert!(place(&file("crates/x/src/a/mod.rs", "")).is_some());
        assert!(place(&file("crates/x/src/a.rs", "")).is_none());
        assert!(place(&file("crates/x/tests/common/mod.rs", "")).is_none());
    }

    #[test]
    fn long_files_are_named_unless_generated() {
        let text = "//\n".repeat(401);
        assert!(length(&file("a.rs", ""), &text).is_some());
        assert!(length(&file("a.rs", ""), &text[3..]).is_none());
        assert!(length(&file("a.csv", ""), &text).is_none());
        assert!(length(&file("crates/x/src/generated/a.rs", ""), &text).is_none());
    }

    #[test]
    fn stray_marks_are_whole_words() {
        let text = format!("a\n// {}: later\n", MARKS[0]);
        assert_eq!(marks(&file("a.rs", ""), &text).len(), 1);
        assert!(marks(&file("a.rs", ""), &format!("M{}S", MARKS[0])).is_empty());
        assert!(marks(&file("web/package-lock.json", ""), &text).is_empty());
    }
}
