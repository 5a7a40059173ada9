//! Stories over whole files: each case of `suite/` is a text, one block in the notation of the
//! examples, and everything that is said about it: every error, every warning, every group.
#![expect(clippy::disallowed_methods, reason = "the cases are files")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use roster_engine::wire::Group;
use roster_engine::{Describe, Session, Values};

use crate::example::{Example, ExpectedGroup};
use crate::example_check::{blocks_in, complaints, findings, run};

#[test]
fn reading() {
    check_theme("reading");
}

#[test]
fn identity() {
    check_theme("identity");
}

#[test]
fn duplicates() {
    check_theme("duplicates");
}

#[test]
fn columns() {
    check_theme("columns");
}

#[test]
fn innocent() {
    check_theme("innocent");
}

#[test]
fn masking() {
    check_theme("masking");
}

#[test]
fn every_theme_has_its_test() {
    let folders = std::fs::read_dir(suite()).expect("the suite");
    let names: BTreeSet<String> = folders
        .map(|it| {
            it.expect("a folder")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    let tested = [
        "columns",
        "duplicates",
        "identity",
        "innocent",
        "masking",
        "reading",
    ];
    assert_eq!(
        names,
        tested.map(str::to_owned).into(),
        "a theme without its test is never run"
    );
}

/// Every case of a theme holds; the complaints of all of them are shown together.
fn check_theme(theme: &str) {
    let mut wrong = Vec::new();
    let cases = cases(theme);
    assert!(!cases.is_empty(), "{theme} has no case");
    for path in cases {
        let text = std::fs::read_to_string(&path).expect("a case");
        let complaints = check_case(theme, &text).unwrap_or_else(|it| vec![it]);
        if !complaints.is_empty() {
            wrong.push(format!("{}\n  {}", path.display(), complaints.join("\n  ")));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
}

fn check_case(theme: &str, text: &str) -> Result<Vec<String>, String> {
    let title = text.lines().next().unwrap_or_default();
    if !title.starts_with("# ") {
        return Err("a case begins with its title".to_owned());
    }
    let blocks = blocks_in(text);
    let [block] = blocks[..] else {
        return Err(format!("a case has one block, not {}", blocks.len()));
    };
    let example = Example::parse(block)?;
    let without_rule = |it: &&crate::example::Expected| it.rule.is_none();
    if let Some(it) = example
        .files
        .iter()
        .flat_map(|it| &it.expected)
        .find(without_rule)
    {
        return Err(format!("! RULE {} is missing its rule", it.target));
    }
    let session = run(&example);
    let found = findings(&session);
    let mut complaints = complaints(&example, &found, |it| it.level != "info");
    compare_groups(&session, &example.groups, &mut complaints);
    if theme == "innocent" {
        let loud = found.iter().filter(|it| it.level != "info");
        complaints.extend(loud.map(|it| format!("{} speaks of the innocent", it.rule)));
    }
    Ok(complaints)
}

fn compare_groups(session: &Session, expected: &[ExpectedGroup], complaints: &mut Vec<String>) {
    let describe = Describe {
        session,
        values: Values::Shown,
    };
    let mut found: Vec<String> = describe.groups().map(|it| group_line(&it)).collect();
    for group in expected {
        let members = group
            .members
            .iter()
            .map(|(file, row, handling)| (file, row, handling));
        let wanted = group_text(&group.case, &group.verdict, members);
        match found.iter().position(|it| *it == wanted) {
            Some(index) => drop(found.remove(index)),
            None => complaints.push(format!("missing group: {wanted}")),
        }
    }
    complaints.extend(found.iter().map(|it| format!("not expected group: {it}")));
}

/// A group as a case writes it, with the file before every row.
fn group_line(group: &Group) -> String {
    let members = group
        .members
        .iter()
        .map(|it| (&it.file, &it.row, it.handling));
    group_text(group.case, group.verdict, members)
}

fn group_text<'m>(
    case: &str,
    verdict: &str,
    members: impl Iterator<Item = (&'m String, &'m u32, impl std::fmt::Display)>,
) -> String {
    let members = members.map(|(file, row, handling)| format!(" {file}#{row}:{handling}"));
    let members = members.collect::<Vec<_>>().concat();
    format!("= {case} {verdict}{members}")
}

/// The cases of a theme, sorted.
fn cases(theme: &str) -> Vec<PathBuf> {
    let folder = std::fs::read_dir(suite().join(theme)).expect("a theme");
    let mut paths: Vec<PathBuf> = folder.map(|it| it.expect("a case").path()).collect();
    paths.sort();
    paths
}

fn suite() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("suite")
}
