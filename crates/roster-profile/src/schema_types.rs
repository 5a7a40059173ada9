//! What the types of a Table Schema's fields demand in the terms of a profile file: kinds of columns, lists and
//! patterns, and the forms of dates and months. Deliberately no constraints, which are `table_schema`'s.

use roster_standard::{Column, Parameter};

use crate::node::{At, Node, Table, Value, Wrong};
use crate::table_schema::{as_text, is_standard_list, text};

/// How the schema has its dates written, where it says so and all fields the same: a profile has one form.
pub(crate) fn date_form(table: &Table) -> Result<Option<(String, At)>, Wrong> {
    let mut found: Option<(String, At)> = None;
    for node in table.list("fields")? {
        let field = node.table("fields")?;
        let Some((_, at)) = field.text("type")?.filter(|it| it.0 == "date") else {
            continue;
        };
        // A date without a format is one of ISO 8601.
        let format = field.text("format")?.map_or("default", |it| it.0);
        let form = match format {
            "default" => "YYYY-MM-DD".to_owned(),
            it => it
                .replace("%Y", "YYYY")
                .replace("%m", "MM")
                .replace("%d", "DD"),
        };
        let is_form = Parameter::by_name("date_form").is_some_and(|it| it.takes(&form));
        if !is_form || found.as_ref().is_some_and(|it| it.0 != form) {
            return Ok(None);
        }
        found = Some((form, at));
    }
    Ok(found)
}

/// Whether the schema has months; its own are written with a hyphen.
pub(crate) fn has_months(table: &Table) -> Result<bool, Wrong> {
    for node in table.list("fields")? {
        let word = node.table("fields")?.text("type")?;
        if word.is_some_and(|it| it.0 == "yearmonth") {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What a type demands of a column that the standard does not know.
pub(crate) fn typed(column: &mut Table, word: &str, at: At) {
    // What a pattern means is said in words.
    let mut pattern = |pattern: &str, zh: &str, en: &str| {
        column.put("pattern", at, text(pattern, at));
        let mut both = Table::default();
        both.put("zh", at, text(zh, at));
        both.put("en", at, text(en, at));
        let value = Value::Table(both);
        column.put("hint", at, Node { at, value });
    };
    let kind = match word {
        "integer" => {
            pattern(
                r"[+\-]?\d+",
                "要填整数，如 12。",
                "It is a whole number such as 12.",
            );
            "number"
        }
        "number" => "number",
        "date" => "date",
        "yearmonth" => "month",
        "year" => {
            return pattern(
                r"\d{4}",
                "要填4位数字的年份，如 2026。",
                "It is a year of four digits such as 2026.",
            );
        }
        _ => return,
    };
    column.put("kind", at, text(kind, at));
}

/// The texts of a truth value: those that the field names, or the usual ones of a column that the standard does not
/// know.
pub(crate) fn truths(
    column: &mut Table,
    field: &Table,
    known: Option<Column>,
    at: At,
) -> Result<(), Wrong> {
    let mut list = Vec::new();
    let is_named = TRUTHS.iter().any(|it| field.get(it.0).is_some());
    if known.is_some() && !is_named {
        return Ok(());
    }
    for (key, usual) in TRUTHS {
        match field.get(key) {
            Some(_) => list.extend(field.texts(key)?.into_iter().map(|it| text(it.0, it.1))),
            None => list.extend(usual.map(|it| text(it, at))),
        }
    }
    if !list.is_empty() && !is_standard_list(&list, known) {
        let value = Value::List(list);
        column.put("list", at, Node { at, value });
    }
    Ok(())
}

/// Where a field names the texts of a truth value, and the usual ones.
const TRUTHS: [(&str, [&str; 4]); 2] = [
    ("trueValues", ["true", "True", "TRUE", "1"]),
    ("falseValues", ["false", "False", "FALSE", "0"]),
];

/// The parts of a field that let numbers be written otherwise than a profile reads them, with what they say when they
/// say nothing.
pub(crate) const NUMBER_SIGNS: [(&str, &str); 3] = [
    ("decimalChar", "."),
    ("groupChar", ""),
    ("bareNumber", "true"),
];

/// Whether numbers of a field are written with signs that a profile knows nothing of: then it says nothing of them.
pub(crate) fn is_written_otherwise(field: &Table) -> Result<bool, Wrong> {
    let is_number = matches!(field.text("type")?, Some(("number" | "integer", _)));
    Ok(is_number && NUMBER_SIGNS.iter().any(|it| says_otherwise(field, it)))
}

/// Whether a field says something else than the usual.
pub(crate) fn says_otherwise(field: &Table, (key, usual): &(&str, &str)) -> bool {
    field
        .get(key)
        .is_some_and(|it| !matches!(as_text(&it.node).value, Value::Text(it) if it == *usual))
}
