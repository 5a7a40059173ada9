//! What a Table Schema demands and no profile can demand: it is told with the run that it is not used.

use crate::node::{Table, Wrong};
use crate::table_schema::date_form;

pub(crate) fn unused(table: &Table) -> Result<Vec<&'static str>, Wrong> {
    let mut unused = Vec::new();
    if table.get("primaryKey").is_some() && table.texts("primaryKey")?.len() > 1 {
        unused.push("primaryKey");
    }
    if table.get("missingValues").is_some() {
        let words = table.texts("missingValues")?;
        if words.iter().any(|it| !it.0.is_empty()) {
            unused.push("missingValues");
        }
    }
    let more = ["uniqueKeys", "foreignKeys"].into_iter();
    unused.extend(more.filter(|key| table.get(key).is_some()));
    let has_form = date_form(table)?.is_some();
    for node in table.list("fields")? {
        let field = node.table("fields")?;
        let word = field.text("type")?.map_or("any", |it| it.0);
        if !TYPES.contains(&word) && !unused.contains(&"type") {
            unused.push("type");
        }
        let is_own_form = field.text("format")?.is_some_and(|it| it.0 != "default");
        if word == "date" && is_own_form && !has_form && !unused.contains(&"format") {
            unused.push("format");
        }
        let Some(constraints) = field.table("constraints")? else {
            continue;
        };
        for word in BOUNDS {
            if constraints.get(word).is_some() && !unused.contains(&word) {
                unused.push(word);
            }
        }
    }
    Ok(unused)
}

/// The types of fields that demand what a profile can demand, or nothing.
const TYPES: [&str; 8] = [
    "any",
    "string",
    "integer",
    "number",
    "date",
    "yearmonth",
    "year",
    "boolean",
];
/// The constraints that have no counterpart.
const BOUNDS: [&str; 3] = ["exclusiveMinimum", "exclusiveMaximum", "jsonSchema"];
