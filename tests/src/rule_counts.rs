//! How often each rule speaks over generated rosters, kept in a file: when a rule changes its
//! behaviour, the difference is printed rule by rule. `UPDATE=1` writes the file anew.
#![expect(clippy::disallowed_methods, reason = "golden files are files")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use roster_engine::{Describe, Values};
use xtask::roster::{Columns, FileFormat, Plan, Sheet};

use crate::corpus_truth::{check, make};

/// The rosters by name: every kind of sheet, faults of every kind.
fn plans() -> [(&'static str, Plan); 6] {
    let plan = Plan {
        rows: 1500,
        faults: 0.3,
        duplicates: 0.03,
        formats: vec![FileFormat::Csv],
        ..Plan::default()
    };
    let of = |seed, columns, layout| Plan {
        seed,
        columns,
        layout,
        ..plan.clone()
    };
    [
        ("25-columns", of(101, Plan::default().columns, Sheet::Plain)),
        ("messy", of(102, Plan::default().columns, Sheet::Messy)),
        ("full", of(103, Columns::Full, Sheet::Plain)),
        ("class-list", of(104, Columns::ClassList, Sheet::Plain)),
        ("75-columns", of(105, Columns::First(75), Sheet::Plain)),
        (
            "changes",
            Plan {
                changes: 400,
                duplicates: 0.0,
                ..of(106, Plan::default().columns, Sheet::Plain)
            },
        ),
    ]
}

#[test]
fn each_rule_speaks_as_often_as_before() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/rule_counts.txt");
    let now = counts();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, text_of(&now)).expect("the file can be written");
        return;
    }
    let before = std::fs::read_to_string(&path).unwrap_or_default();
    if before == text_of(&now) {
        return;
    }
    let before = read(&before);
    let mut told = String::new();
    let mut keys: Vec<&String> = before.keys().chain(now.keys()).collect();
    keys.sort();
    keys.dedup();
    for key in keys {
        let of = |counts: &BTreeMap<String, u64>| counts.get(key).copied().unwrap_or(0);
        let (old, new) = (of(&before), of(&now));
        if old != new {
            let _ = writeln!(told, "  {key}  {old} → {new}");
        }
    }
    panic!(
        "Rules speak more or less often over the generated rosters than before:\n{told}\
         If this is meant, run with UPDATE=1 and write the change into \
         crates/roster-rules/stability.toml when its rule was released."
    );
}

/// Rule and roster, with the count; what is never said is left out.
fn counts() -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    for (name, plan) in plans() {
        let checked = check(&make(&plan), ".csv", "before-import");
        let describe = Describe {
            session: &checked.session,
            values: Values::Masked,
        };
        for it in describe.summary().by_rule {
            counts.insert(format!("{} {name}", it.rule), it.count);
        }
    }
    counts
}

fn text_of(counts: &BTreeMap<String, u64>) -> String {
    let lines = counts.iter().map(|(key, count)| format!("{key} {count}\n"));
    lines.collect()
}

fn read(text: &str) -> BTreeMap<String, u64> {
    let lines = text.lines().filter_map(|line| line.rsplit_once(' '));
    let read = lines.filter_map(|(key, count)| Some((key.to_owned(), count.parse().ok()?)));
    read.collect()
}
