//! Where each rule speaks over generated rosters, kept in a file: when a rule changes its behaviour,
//! what appears and what vanishes is told rule by rule. `UPDATE=1` writes the file anew.
#![expect(clippy::disallowed_methods, reason = "golden files are files")]

use std::path::Path;

use roster_engine::{Describe, Values};
use serde_json::Value;
use xtask::roster::{Columns, FileFormat, Plan, Sheet};
use xtask::rule_pack;

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
fn each_rule_speaks_where_it_spoke_before() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .join(rule_pack::LIST);
    let reports = plans().map(|(name, plan)| (name, report(&plan)));
    let now = rule_pack::list_of(&reports);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, now).expect("the file can be written");
        return;
    }
    let before = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        before == now,
        "Rules speak elsewhere over the generated rosters than before:\n{}\
         If this is meant, run with UPDATE=1 and write the change into \
         crates/roster-rules/stability.toml when its rule was released.",
        rule_pack::difference(&before, &now)
    );
}

fn report(plan: &Plan) -> Value {
    let checked = check(&make(plan), ".csv", "before-import");
    let describe = Describe {
        session: &checked.session,
        values: Values::Masked,
    };
    let mut json = Vec::new();
    let written = describe.write_json(&mut json);
    written.expect("memory can be written");
    serde_json::from_slice(&json).expect("JSON")
}
