//! The stability table: what became of every code of a rule, by version of the rule pack.
//!
//! New rules are written into it; everything else in it is written by people, and kept. A code that
//! would change its meaning, and one that vanished without a word, stop the generator.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The table.
pub(super) const TABLE: &str = "crates/roster-rules/stability.toml";

/// What is known of one code.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    slug: String,
    /// The rule pack that brought it.
    pub(crate) added: String,
    #[serde(default)]
    changed: Vec<Change>,
    retired: Option<Change>,
}

/// One change, in words for a clerk.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    pack: String,
    zh: String,
    en: String,
}

/// The table as data.
pub(crate) type Table = BTreeMap<String, Entry>;

/// Reads the text of the table.
pub(crate) fn read(text: &str) -> Result<Table, String> {
    toml::from_str(text).map_err(|error| format!("{TABLE}: {error}"))
}

/// The text with a line for every rule that has none, its lines in the order of the codes.
pub(super) fn completed(text: &str, rules: &[(&str, &str)], pack: &str) -> Result<String, String> {
    let table = read(text)?;
    let (mut lines, head): (Vec<String>, Vec<String>) = text
        .lines()
        .map(str::to_owned)
        .partition(|line| line.starts_with(|it: char| it.is_ascii_uppercase()));
    for (code, slug) in rules {
        if !table.contains_key(*code) {
            lines.push(format!(
                "{code} = {{ slug = \"{slug}\", added = \"{pack}\" }}"
            ));
        }
    }
    lines.sort();
    let head = head.join("\n");
    Ok(format!("{}\n\n{}\n", head.trim_end(), lines.join("\n")))
}

/// What is wrong between the table and the rules, given as code and slug: a code with another meaning,
/// a code without an entry, an entry without a rule.
pub(super) fn complaints(table: &Table, rules: &[(&str, &str)]) -> Vec<String> {
    let mut sentences = Vec::new();
    for (code, slug) in rules {
        match table.get(*code) {
            None => sentences.push(format!("{code} {slug} has no entry in {TABLE}.")),
            Some(entry) if entry.retired.is_some() => sentences.push(format!(
                "{code} was retired as {}: take a code that was never used.",
                entry.slug
            )),
            Some(entry) if entry.slug != *slug => sentences.push(format!(
                "{code} is {} and would become {slug}: take a code that was never used. Only a better \
                 name for the same rule may be written into {TABLE}.",
                entry.slug
            )),
            Some(_) => {}
        }
    }
    for (code, entry) in table {
        let is_there = rules.iter().any(|(it, _)| it == code);
        if !is_there && entry.retired.is_none() {
            sentences.push(format!(
                "{code} {} has no rule any more: write into {TABLE} when and why it was retired.",
                entry.slug
            ));
        }
    }
    sentences
}

/// The changed and the retired codes as two tables of Markdown, with their headings; what is empty is
/// left out.
pub(crate) fn sections(table: &Table, is_zh: bool) -> String {
    let mut changed = Vec::new();
    let mut retired = Vec::new();
    for (code, entry) in table {
        let line = |it: &Change| {
            let words = if is_zh { &it.zh } else { &it.en };
            format!("| {} | {code} | {} | {words} |\n", it.pack, entry.slug)
        };
        changed.extend(entry.changed.iter().map(line));
        retired.extend(entry.retired.iter().map(line));
    }
    let titles = if is_zh {
        ["改过的规则", "停用的编号"]
    } else {
        ["Changed rules", "Retired codes"]
    };
    let columns = if is_zh {
        "| 规则包 | 编号 | 名称 | 说明 |"
    } else {
        "| rule pack | code | name | what |"
    };
    let mut text = String::new();
    for (title, mut lines) in titles.into_iter().zip([changed, retired]) {
        if !lines.is_empty() {
            lines.sort();
            let _ = write!(
                text,
                "\n## {title}\n\n{columns}\n|---|---|---|---|\n{}",
                lines.concat()
            );
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# Head.\n\n\
        R2001 = { slug = \"name-missing\", added = \"2026.11\" }\n\
        R1002 = { slug = \"gone\", added = \"2026.11\", retired = { pack = \"2027.01\", zh = \"并入\", en = \"Joined.\" } }\n";

    #[test]
    fn a_new_rule_gets_a_line_and_nothing_else_changes() {
        let rules = [("R2001", "name-missing"), ("R1003", "checksum")];
        let text = completed(TEXT, &rules, "2027.02").unwrap();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "# Head.");
        assert!(lines[2].starts_with("R1002"), "{text}");
        assert_eq!(
            lines[3],
            "R1003 = { slug = \"checksum\", added = \"2027.02\" }"
        );
        assert_eq!(completed(&text, &rules, "2028.01").unwrap(), text);
        assert!(complaints(&read(&text).unwrap(), &rules).is_empty());
    }

    #[test]
    fn a_reused_code_is_refused() {
        let table = read(TEXT).unwrap();
        let other_meaning = complaints(&table, &[("R2001", "name-too-long")]);
        assert!(other_meaning[0].contains("never used"), "{other_meaning:?}");
        let back = complaints(&table, &[("R2001", "name-missing"), ("R1002", "gone")]);
        assert!(back[0].contains("retired"), "{back:?}");
    }

    #[test]
    fn a_code_without_an_entry_and_an_entry_without_a_rule_are_refused() {
        let table = read(TEXT).unwrap();
        let found = complaints(&table, &[("R2002", "name-spaces")]);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].contains("no entry"));
        assert!(found[1].contains("R2001 name-missing has no rule any more"));
    }

    #[test]
    fn changes_are_told_in_the_index() {
        let text = sections(&read(TEXT).unwrap(), false);
        assert!(text.contains("## Retired codes"));
        assert!(text.contains("| 2027.01 | R1002 | gone | Joined. |"));
        assert!(!text.contains("Changed"));
    }

    #[test]
    fn two_lines_of_one_code_are_refused() {
        let line = "R2001 = { slug = \"other\", added = \"2027.01\" }\n";
        assert!(read(&format!("{TEXT}{line}")).is_err());
    }
}
