//! What a Table Schema demands and no profile file can demand. The words that stand for nothing are used all the same;
//! of the rest it is told with the run that it is not used.

use std::borrow::Cow;

use roster_values::text::is_placeholder;

use crate::node::{Table, Wrong};
use crate::table_schema::date_form;

/// What stands in no profile file.
#[derive(Default)]
pub(crate) struct Aside {
    /// The words that stand for nothing.
    pub(crate) missing: Vec<Cow<'static, str>>,
    /// The keys of what is not used.
    pub(crate) unused: Vec<&'static str>,
}

pub(crate) fn aside(table: &Table) -> Result<Aside, Wrong> {
    let mut missing = Vec::new();
    if table.get("missingValues").is_some() {
        let words = table
            .texts("missingValues")?
            .into_iter()
            .map(|it| it.0.trim());
        missing.extend(
            words
                .filter(|it| !it.is_empty())
                .map(|it| Cow::Owned(it.to_owned())),
        );
    }
    let mut unused = unused(table)?;
    // What the standard says of a column holds for a word that it knows for nothing, and not for another.
    if missing.iter().any(|it| !is_placeholder(it)) {
        unused.push("missingValues");
    }
    Ok(Aside { missing, unused })
}

fn unused(table: &Table) -> Result<Vec<&'static str>, Wrong> {
    let mut unused = Vec::new();
    if table.get("primaryKey").is_some() && table.texts("primaryKey")?.len() > 1 {
        unused.push("primaryKey");
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
