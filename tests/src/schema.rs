//! The shapes that leave the core: the JSON Schema of the report and the TypeScript of the page,
//! derived from the wire types and kept fresh. `UPDATE=1` writes them.

use std::path::Path;

use roster_engine::wire;
use ts_rs::TS;

use crate::golden::compare;

#[test]
fn the_schema_of_the_report_is_fresh() {
    let schema = schemars::schema_for!(wire::Report);
    let text = serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n";
    compare(&root("tests/golden/report.schema.json"), &text);
}

#[test]
fn the_types_of_the_page_are_fresh() {
    let config = ts_rs::Config::new().with_large_int("number");
    let mut text = "// What leaves the core, as the page sees it.\n\
        // Generated from crates/roster-engine/src/wire.rs. Do not edit.\n"
        .to_owned();
    macro_rules! declare {
        ($($name:ident)*) => { $(
            let docs = wire::$name::docs().unwrap_or_default();
            text.push_str(&format!("\n{docs}export {}\n", wire::$name::decl(&config)));
        )* };
    }
    declare! {
        Said Scalar Tool File KnownColumn UnmatchedColumn Sheet RuleCount NotRun Summary Place Edit
        Fix Finding Evidence Link Member Shown Group Report RuleInfo ProfileColumn
        ProfileParameter ProfileInfo ShownRow Overview Grid CheckOptions
    }
    compare(&root("web/src/wire/index.ts"), &text);
}

fn root(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}
