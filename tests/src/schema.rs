//! The shapes that leave the core: the JSON Schema of the report and the TypeScript of the page,
//! derived from the wire types and kept fresh (`UPDATE=1` writes them), and a report that is held
//! against its own schema and against the words that programs rely on.

use std::path::Path;

use roster_engine::{Describe, Values, wire};
use serde_json::Value;
use ts_rs::TS;
use xtask::roster::{FileFormat, Plan};

use crate::corpus_truth::{check, list, make, text};
use crate::golden::compare;
use crate::schema_check::complaints;

#[test]
fn the_schema_of_the_report_is_fresh() {
    let schema = schemars::schema_for!(wire::Report);
    let text = serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n";
    compare(&root("tests/golden/report.schema.json"), &text);
}

#[test]
fn the_schema_of_a_profile_file_is_fresh() {
    let schema = schemars::schema_for!(wire::ProfileShape);
    let text = serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n";
    compare(&root("tests/golden/profile.schema.json"), &text);
}

#[test]
fn the_types_of_the_page_are_fresh() {
    let config = ts_rs::Config::new().with_large_int("number");
    macro_rules! declare {
        ($file:literal $before:literal $($name:ident)*) => {
            let mut text = HEAD.to_owned() + $before;
            $(
                let docs = wire::$name::docs().unwrap_or_default();
                let declared = format!("\n{docs}export {}\n", wire::$name::decl(&config));
                text.push_str(&laid_out(&declared));
            )*
            compare(&root(concat!("web/src/wire/", $file)), &text);
        };
    }
    declare! {
        "report.ts" ""
        Said Scalar Tool File KnownColumn UnmatchedColumn LevelSet ParameterSet Sheet RuleCount NotRun Summary Place Edit
        Fix Finding Evidence Link Member Shown Group OtherCell RowAt Registration ToldApart Report
    }
    declare! {
        "page.ts"
        "import type { File, LevelSet, RuleCount, Said, Scalar, Sheet, Summary } from \"./report.ts\";\n"
        RuleInfo ProfileColumn AllowedValue ProfileParameter ProfileInfo Compared HeaderLine ShownRow Overview Grid CheckOptions
        ProfileFile FileChoice FoundSheet HeadRow HeadCell Changes Change Edited FoundCell SplitOptions LeftOut ScanFile ScansFound
        LackingPapers UnclaimedScan
    }
    let index = "export type * from \"./page.ts\";\nexport type * from \"./report.ts\";\n";
    compare(&root("web/src/wire/index.ts"), &format!("{HEAD}{index}"));
    let limits = format!(
        "/** Of a group with more rows than this, no pair can be told apart. */\n\
         export const TOLD_APART_MAX = {};\n",
        roster_dedup::TOLD_APART_MAX
    );
    compare(&root("web/src/wire/limits.ts"), &format!("{HEAD}{limits}"));
}

/// What each file of types begins with.
const HEAD: &str = "// What leaves the core, as the page sees it.\n\
    // Generated from crates/roster-engine/src/wire.rs. Do not edit.\n";

#[test]
fn a_report_has_the_shape_of_its_schema() {
    let schema = serde_json::to_value(schemars::schema_for!(wire::Report)).expect("JSON");
    let report = a_full_report();
    let found = complaints(&schema, &report);
    assert!(found.is_empty(), "{}", found.join("\n"));
    for (pointer, wrong) in [
        ("/summary/errors", Value::from("many")),
        ("/findings/0/place", Value::from(3)),
        ("/groups/0/members/0/handling", Value::Null),
        ("/files/0", serde_json::json!({"file": "a.xlsx"})),
        (
            "/tool",
            serde_json::json!({"name": "", "version": "", "rules": "", "colour": "red"}),
        ),
    ] {
        let mut broken = report.clone();
        *broken.pointer_mut(pointer).expect("it is there") = wrong;
        assert!(
            !complaints(&schema, &broken).is_empty(),
            "{pointer} may be anything"
        );
    }
}

#[test]
fn the_words_of_a_report_are_those_that_programs_know() {
    let report = a_full_report();
    assert_eq!(report["schema"], "rostercheck/report/1");
    assert_eq!(report["stage"], "before-import");
    let formats = roster_engine::Format::ALL.map(roster_engine::Format::key);
    one_of(&report["files"], "format", &formats);
    let schema = serde_json::to_value(schemars::schema_for!(wire::File)).expect("JSON");
    let listed = formats.map(|it| format!("`{it}`")).join(", ");
    let told = text(&schema["properties"]["format"]["description"]);
    assert!(told.ends_with(&format!(": {listed}.")), "{told}");
    let findings = &report["findings"];
    one_of(findings, "level", &["error", "warning", "info"]);
    let columns: Vec<&str> = roster_standard::Column::ALL
        .iter()
        .map(|it| it.key())
        .collect();
    for finding in list(findings) {
        one_of(&finding["fixes"], "trust", &["safe", "review", "hint"]);
        for place in list(&finding["related"]).iter().chain([&finding["place"]]) {
            let column = &place["column"];
            assert!(
                column.is_null() || columns.contains(&text(column)),
                "{place}"
            );
            assert!(
                place.get("cell").is_none() || place.get("sheet").is_some(),
                "{place}"
            );
        }
    }
    one_of(
        &report["groups"],
        "case",
        &["A", "B", "C", "D", "E", "F", "G", "H", "I", "N"],
    );
    one_of(
        &report["groups"],
        "verdict",
        &["certain", "likely", "review", "hint"],
    );
    let kinds = [
        "equal",
        "variant",
        "homophone",
        "near-homophone",
        "look-alike",
        "dropped-character",
        "former-name",
        "one-edit",
        "swapped",
        "partial",
        "missing",
        "different",
    ];
    for group in list(&report["groups"]) {
        let handlings = ["keep", "delete", "change", "corroborate", "review"];
        one_of(&group["members"], "handling", &handlings);
        let members = list(&group["members"]).len() as u64;
        for link in list(&group["links"]) {
            one_of(&link["evidence"], "kind", &kinds);
            let (a, b) = (link["a"].as_u64(), link["b"].as_u64());
            assert!(a < b && b < Some(members), "{link}");
            let bits = |it: &Value| it["bits"].as_f64().unwrap_or(f64::NAN);
            let sum: f64 = list(&link["evidence"]).iter().map(bits).sum();
            assert!((sum - bits(link)).abs() < 0.01, "{link}");
        }
    }
}

/// Every item's word is one of those known, and there is an item.
fn one_of(items: &Value, key: &str, words: &[&str]) {
    for item in list(items) {
        assert!(words.contains(&text(&item[key])), "{key} of {item}");
    }
}

/// A report with findings of many rules, with fixes and groups.
fn a_full_report() -> Value {
    let plan = Plan {
        rows: 600,
        seed: 31,
        faults: 0.2,
        duplicates: 0.05,
        formats: vec![FileFormat::Xlsx],
        split: 2,
        ..Plan::default()
    };
    let checked = check(&make(&plan), ".xlsx", "before-import");
    let mut json = Vec::new();
    let describe = Describe {
        session: &checked.session,
        values: Values::Masked,
    };
    describe
        .write_json(&mut json)
        .expect("memory can be written");
    let report: Value = serde_json::from_slice(&json).expect("JSON");
    assert!(list(&report["findings"]).len() > 50 && list(&report["groups"]).len() > 5);
    report
}

/// A declaration with a field a line and its comment before it.
fn laid_out(declaration: &str) -> String {
    let mut text = declaration.replace(", };", ",\n};").replace("{ \n", "{\n");
    text = text.replace("/**\n * ", "/** ").replace("\n */\n", " */\n");
    let mut inside = false;
    let mut out = String::new();
    for line in text.lines().map(str::trim_end) {
        let ends = line.starts_with('}');
        let indent = if inside && !ends { "  " } else { "" };
        out.push_str(&format!("{indent}{line}\n"));
        inside = !ends && (inside || line.ends_with('{'));
    }
    out
}

fn root(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}
