//! What the page on style asks of functions and of comments. Each list of what is left may only shrink: what is on
//! it and keeps the rule is told, too.

use super::Tracked;

const LINES_MAX: usize = 70;

/// Longer functions that are no tables of sentences or of cases alone.
const LONG: [(&str, &str); 17] = [
    ("crates/roster-dedup/src/find.rs", "find_matches"),
    ("crates/roster-dedup/src/say.rs", "right"),
    ("crates/roster-dedup/src/say/evidence.rs", "of_name"),
    ("crates/roster-dedup/src/say/review.rs", "review"),
    ("crates/roster-engine/src/output/joined.rs", "new"),
    ("crates/roster-engine/src/output/joined_class.rs", "notes"),
    ("crates/roster-engine/src/template/forms.rs", "known_form"),
    ("crates/roster-files/src/header/levels.rs", "two_levels"),
    (
        "crates/roster-files/src/markup/spreadsheet_xml.rs",
        "worksheet",
    ),
    ("crates/roster-profile/src/demands.rs", "read"),
    ("crates/roster-rules/src/registrations/said.rs", "said"),
    (
        "crates/roster-rules/src/rules/duplicate/dup_across_files.rs",
        "check",
    ),
    ("crates/roster-values/src/date/odd.rs", "split_odd"),
    ("crates/xtask/src/bench.rs", "run"),
    ("crates/xtask/src/han/layout.rs", "known"),
    ("crates/xtask/src/roster/groups.rs", "second"),
    ("crates/xtask/src/roster/make.rs", "make"),
];

/// Public functions with a flag for a parameter, where an enum would say more.
const FLAGGED: [(&str, &str); 6] = [
    ("crates/roster-files/src/xlsx/date.rs", "push_date"),
    ("crates/roster-files/src/xlsx/styles.rs", "push_date"),
    (
        "crates/roster-rules/src/registrations/recognised.rs",
        "name_problem_column",
    ),
    ("crates/roster-text/src/coding.rs", "decode_some"),
    ("crates/roster-values/src/id_number/read.rs", "read_id"),
    ("crates/roster-write/src/plan.rs", "start_sheet"),
];
/// The page hands over plain values.
const OF_PAGE: [&str; 2] = ["crates/roster-wasm/", "crates/roster-office-wasm/"];

/// Files with a comment whose subject is nothing but *the same*.
const SAME: [&str; 1] = ["crates/roster-dedup/src/part_lists.rs"];

/// A function of a file.
struct Function<'t> {
    name: &'t str,
    is_public: bool,
    /// From the name to the end of what it gives.
    signature: &'t str,
    lines: usize,
}

/// Functions that are too long or take a flag.
pub(super) fn functions(file: &Tracked, text: &str) -> Vec<String> {
    let is_ours = file.path.starts_with("crates/") && file.has_extension(&["rs"]);
    if !is_ours || is_test(&file.path) || crate::r#gen::is_generated(&file.path) {
        return Vec::new();
    }
    let path = file.path.as_str();
    let functions = functions_of(text);
    let is_of_page = OF_PAGE.iter().any(|it| path.starts_with(it));
    let long = |it: &Function<'_>| it.lines > LINES_MAX;
    let flagged = |it: &Function<'_>| {
        let is_flag = it
            .signature
            .split([',', ')'])
            .any(|it| it.trim_end().ends_with(": bool"));
        it.is_public && !is_of_page && is_flag
    };
    let mut sentences = left(
        path,
        &functions,
        long,
        &LONG,
        "is longer than 70 lines; split it",
    );
    let flag = "takes a flag; an enum says more";
    sentences.extend(left(path, &functions, flagged, &FLAGGED, flag));
    sentences
}

/// A sentence for each function that breaks a rule and is not listed, and for each that is listed for nothing.
fn left(
    path: &str,
    functions: &[Function<'_>],
    breaks: impl Fn(&Function<'_>) -> bool,
    listed: &[(&str, &str)],
    what: &str,
) -> Vec<String> {
    let mut listed: Vec<&str> = listed
        .iter()
        .filter(|it| it.0 == path)
        .map(|it| it.1)
        .collect();
    let mut sentences = Vec::new();
    for it in functions.iter().filter(|it| breaks(it)) {
        match listed.iter().position(|name| *name == it.name) {
            Some(at) => drop(listed.swap_remove(at)),
            None => sentences.push(format!("{path}: `{}` {what}.", it.name)),
        }
    }
    let kept = |it: &&str| {
        format!("{path}: `{it}` is right now; strike it from the list in xtask/src/tidy/style.rs.")
    };
    sentences.extend(listed.iter().map(kept));
    sentences
}

/// Comments that begin with *the same* and do not say what is.
pub(super) fn subjects(file: &Tracked, text: &str) -> Vec<String> {
    let is_source = file.has_extension(&["rs", "ts", "tsx"]) && !is_test(&file.path);
    let is_ours = file.path.starts_with("crates/roster-") || file.path.starts_with("web/src/");
    if !is_source || !is_ours || crate::r#gen::is_generated(&file.path) {
        return Vec::new();
    }
    let is_bare = |line: &str| {
        let line = line.trim_start();
        let told = line.strip_prefix("///").or(line.strip_prefix("/**"));
        let behind = told.and_then(|it| it.trim_start().strip_prefix("The same"));
        behind.is_some_and(|it| {
            let words = [
                ",", ".", " where ", " with ", " by ", " for ", " in ", " of ", " behind ",
            ];
            words.iter().any(|word| it.starts_with(word))
        })
    };
    let is_listed = SAME.contains(&file.path.as_str());
    let found: Vec<usize> = (1..)
        .zip(text.lines())
        .filter(|it| is_bare(it.1))
        .map(|it| it.0)
        .collect();
    if is_listed && found.is_empty() {
        return vec![format!(
            "{}: its comments are right now; strike it from the list in xtask/src/tidy/style.rs.",
            file.path
        )];
    }
    let told = found.iter().filter(|_| !is_listed);
    told.map(|row| format!("{}:{row}: say what is the same.", file.path))
        .collect()
}

fn is_test(path: &str) -> bool {
    path.contains("tests") || path.contains("/test/")
}

/// The functions of a file, as they stand when they are formatted: each ends where its indentation does.
fn functions_of(text: &str) -> Vec<Function<'_>> {
    let mut functions = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let indent = &line[..line.len() - line.trim_start().len()];
        let mut words = line.trim_start();
        // Like `pub(crate)`, what only a crate sees is not public.
        let is_public = words.starts_with("pub ");
        for word in ["pub ", "pub(crate) ", "pub(super) ", "const "] {
            words = words.strip_prefix(word).unwrap_or(words);
        }
        let Some(named) = words.strip_prefix("fn ") else {
            continue;
        };
        let end = named.find(['(', '<']).unwrap_or(named.len());
        let body = &text[start..];
        let close = format!("\n{indent}}}\n");
        let Some(last) = body.find(&close) else {
            continue;
        };
        let function = &body[..last + close.len()];
        let signature = function.split(" {\n").next().unwrap_or_default();
        functions.push(Function {
            name: &named[..end],
            is_public,
            signature,
            lines: function.lines().count(),
        });
    }
    functions
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::*;

    fn told(path: &str, text: &str) -> usize {
        functions(&file(path, ""), text).len()
    }

    #[test]
    fn long_functions_are_named() {
        let of = |lines: usize| format!("fn long() {{\n{}}}\n", "    go();\n".repeat(lines));
        assert_eq!(told("crates/roster-x/src/a.rs", &of(69)), 1);
        assert_eq!(told("crates/roster-x/src/a.rs", &of(68)), 0);
        assert_eq!(told("crates/roster-x/src/tests.rs", &of(69)), 0);
    }

    #[test]
    fn public_functions_with_flags_are_named() {
        let flagged = "pub fn a(\n    one: &str,\n    is_two: bool,\n) -> u8 {\n    2\n}\n";
        assert_eq!(told("crates/roster-x/src/a.rs", flagged), 1);
        assert_eq!(told("crates/roster-wasm/src/a.rs", flagged), 0);
        assert_eq!(
            told(
                "crates/roster-x/src/a.rs",
                &flagged.replace("pub ", "pub(crate) ")
            ),
            0
        );
        assert_eq!(
            told(
                "crates/roster-x/src/a.rs",
                "pub fn a(one: u8) -> bool {\n    true\n}\n"
            ),
            0
        );
    }

    #[test]
    fn what_is_listed_for_nothing_is_struck() {
        let (path, name) = LONG[0];
        assert_eq!(told(path, &format!("fn {name}() {{\n}}\n")), 1);
    }

    #[test]
    fn a_comment_says_what_is_the_same() {
        let bare = |text: &str| subjects(&file("crates/roster-x/src/a.rs", ""), text).len();
        assert_eq!(
            bare("/// The same, later.\n    /// The same where nobody looks.\n"),
            2
        );
        assert_eq!(bare("/// The same rows.\n// The same, later.\n"), 0);
    }
}
