//! A code of a rule that stands in the sources is a code that a rule has: a misspelt one, or one of a rule
//! that is gone, would be compared with in vain.

use super::Tracked;

/// The codes of rules that are not retired, from the stability table.
pub(super) fn in_use(table: &str) -> Vec<&str> {
    let lines = table.lines().filter(|it| !it.contains("retired = "));
    let codes = lines.filter_map(|it| Some(it.split_once(" = ")?.0));
    codes.filter(|it| is_code(it)).collect()
}

/// Every string of a source that looks like a code has to be one of `in_use`. Tests, and what makes new
/// rules, may have codes of their own.
pub(super) fn unknown(file: &Tracked, text: &str, in_use: &[&str]) -> Vec<String> {
    let is_core = file.has_extension(&["rs"])
        && file.path.starts_with("crates/roster-")
        && file.path.contains("/src/")
        && !file.path.contains("tests");
    if !is_core {
        return Vec::new();
    }
    let rows = (1..).zip(text.lines());
    let strings =
        rows.flat_map(|(row, line)| line.split('"').skip(1).step_by(2).map(move |it| (row, it)));
    let unknown = strings.filter(|(_, it)| is_code(it) && !in_use.contains(it));
    unknown
        .map(|(row, code)| format!("{}:{row}: no rule has the code `{code}`.", file.path))
        .collect()
}

fn is_code(text: &str) -> bool {
    text.strip_prefix('R')
        .is_some_and(|it| it.len() == 4 && it.bytes().all(|it| it.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::*;

    #[test]
    fn codes_that_no_rule_has_are_named() {
        let table = "# R0009 = an example\nR0001 = { slug = \"a\" }\nR0002 = { retired = { pack = \"1\" } }\n";
        let codes = in_use(table);
        assert_eq!(codes, ["R0001"]);
        let text = "let a = [\"R0001\", \"R00011\", \"R0002\"]; // R0003\nis(\"R0003\")";
        let named = |path: &str| unknown(&file(path, ""), text, &codes).len();
        assert_eq!(named("crates/roster-rules/src/a.rs"), 2);
        assert_eq!(named("crates/roster-rules/src/tests.rs"), 0);
        assert_eq!(named("crates/xtask/src/new_rule.rs"), 0);
    }
}
