//! What a Table Schema demands and no profile file can demand. The words that stand for nothing are used all the same;
//! of the rest it is told with the run that it is not used.

use std::borrow::Cow;

use roster_values::text::is_placeholder;

use crate::node::{Node, Table, Value, Wrong};
use crate::schema_types::{NUMBER_SIGNS, date_form, says_otherwise};

/// What stands in no profile file.
#[derive(Default)]
pub(crate) struct Aside {
    /// The words that stand for nothing.
    pub(crate) missing: Vec<Cow<'static, str>>,
    /// The keys of what is not used.
    pub(crate) unused: Vec<&'static str>,
}

pub(crate) fn aside(table: &Table) -> Result<Aside, Wrong> {
    let missing = words(table)?;
    let mut unused = unused(table)?;
    // What the standard says of a column holds for a word that it knows for nothing, and not for another.
    if missing.iter().any(|it| !is_placeholder(it)) && !unused.contains(&MISSING) {
        unused.push(MISSING);
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
        for it in &NUMBER_SIGNS {
            if says_otherwise(field, it) && !unused.contains(&it.0) {
                unused.push(it.0);
            }
        }
        if !words(field)?.is_empty() && !unused.contains(&MISSING) {
            unused.push(MISSING);
        }
        if field.get("categories").is_some() && !unused.contains(&"categories") {
            unused.push("categories");
        }
        let is_own_form = field.text("format")?.is_some_and(|it| it.0 != "default");
        let is_formed = word == "string" || word == "date" && !has_form;
        if is_formed && is_own_form && !unused.contains(&"format") {
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

/// Where a schema and a field name the texts that stand for nothing.
const MISSING: &str = "missingValues";

/// The words of a schema or a field that stand for nothing: texts, or tables that have a text and what it means.
fn words(table: &Table) -> Result<Vec<Cow<'static, str>>, Wrong> {
    let is_table = |it: &Node| matches!(it.value, Value::Table(_));
    let words = match table.get(MISSING).map(|it| &it.node.value) {
        None => Vec::new(),
        Some(Value::List(list)) if list.iter().any(is_table) => {
            let words = list.iter().map(|it| match &it.value {
                Value::Table(it) => Ok(it.text("value")?.map_or("", |it| it.0)),
                _ => it.text(MISSING),
            });
            words.collect::<Result<_, Wrong>>()?
        }
        Some(_) => table.texts(MISSING)?.into_iter().map(|it| it.0).collect(),
    };
    let words = words.into_iter().map(str::trim).filter(|it| !it.is_empty());
    Ok(words.map(|it| Cow::Owned(it.to_owned())).collect())
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
