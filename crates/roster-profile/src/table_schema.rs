//! A Frictionless Table Schema as a profile, as far as a profile can say what it says.
//!
//! It is written again as a profile file, every part at its old place, and then read as one: so its
//! mistakes are told where they are. What has no counterpart is passed over, as the specification
//! wants it. Of what would change what is found, such as keys of several fields, words that stand for nothing
//! and types that no column has, it is told with the run that it is not used.

use roster_standard::header::{Header, find};
use roster_standard::{Column, Profile, header};

use crate::columns::LOCAL;
use crate::fields::quoted;
use crate::node::{At, Entry, Node, Table, Value, Wrong};
use crate::schema_types::{date_form, has_months, is_written_otherwise, truths, typed};
use crate::written::own_id;

/// Where an exported profile keeps the key of a column.
const KEY: &str = "rostercheck:key";
/// How the names of parts begin that are ours.
const OWN: &str = "rostercheck:";

/// Whether a table is a Table Schema: it has a list of fields and no columns.
pub(crate) fn is_one(table: &Table) -> bool {
    let has = |key: &str| table.get(key).is_some();
    has("fields") && !has("columns") && !has("extends")
}

/// A schema as the table of a profile file.
pub(crate) fn as_profile(table: &Table) -> Result<Table, Wrong> {
    let mut columns = Vec::new();
    let at = At { line: 1, column: 1 };
    // What is no field is no column, and each stands behind the one before it.
    let mut others: Vec<&str> = Column::ALL.iter().map(|it| it.key()).collect();
    let (mut before, mut known_before) = (None, None);
    for node in table.list("fields")? {
        let mut column = column(node, columns.len())?;
        apart(&columns, &column)?;
        if let Value::Table(column) = &mut column.value {
            let key = column.text("key")?.map_or("", |it| it.0).to_owned();
            let is_local = key.starts_with(LOCAL);
            let after = if is_local { &before } else { &known_before };
            if let Some(after) = after.clone() {
                column.put("after", at, text(after, at));
            }
            others.retain(|it| *it != key);
            if !is_local {
                known_before = Some(key.clone());
            }
            before = Some(key);
        }
        columns.push(column);
    }
    key(table, &mut columns)?;
    columns.iter_mut().for_each(forget_level);
    let (name, name_at) = table.text("name")?.unwrap_or(("", at));
    let id = match slug(name, '-') {
        it if it.is_empty() => "table-schema".to_owned(),
        it => it,
    };
    let mut profile = Table::default();
    let id = if Profile::by_id(&id).is_some() {
        // A built-in profile that was exported: it is that profile with what was changed in the file, and
        // what no schema says of it still holds.
        profile.put("extends", name_at, text(id.clone(), name_at));
        own_id(&id)
    } else {
        id
    };
    profile.put("id", name_at, text(id, name_at));
    for key in ["title", "version"] {
        if let Some((words, at)) = table.text(key)? {
            profile.put(key, at, text(words, at));
        }
    }
    // A schema that says nothing of it has all of its fields there.
    let matched = table.get("fieldsMatch").map(|it| &it.node.value);
    let is_partial =
        matches!(matched, Some(Value::Text(it)) if it == "partial" || it == "superset");
    let parameters = parameters(table)?;
    if !parameters.entries.is_empty() {
        let value = Value::Table(parameters);
        profile.put("parameters", at, Node { at, value });
    }
    let value = Value::Flag(is_partial);
    profile.put("partial", at, Node { at, value });
    if is_partial && profile.get("extends").is_some() {
        // An exported one that may lack columns says of none that it is required.
        columns.iter_mut().for_each(forget_required);
    }
    let others = others.into_iter().map(|it| text(it, at)).collect();
    for (key, list) in [("leave_out", others), ("columns", columns)] {
        let value = Value::List(list);
        profile.put(key, at, Node { at, value });
    }
    Ok(profile)
}

/// What the schema says for the whole list: the forms of dates and months, and whether headers are compared.
fn parameters(table: &Table) -> Result<Table, Wrong> {
    let at = At { line: 1, column: 1 };
    let mut parameters = Table::default();
    if let Some((form, at)) = date_form(table)? {
        parameters.put("date_form", at, text(form, at));
    }
    if has_months(table)? {
        parameters.put("month_form", at, text("YYYY-MM", at));
    }
    let matched = table.get("fieldsMatch").map(|it| &it.node.value);
    if matches!(matched, Some(Value::Text(it)) if it == "exact") {
        parameters.put("header_form", at, text("exact", at));
    }
    Ok(parameters)
}

/// The constraints there are.
const CONSTRAINTS: [&str; 11] = [
    "required",
    "unique",
    "pattern",
    "enum",
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "jsonSchema",
];

/// Refuses a field that is the same column as one before it.
fn apart(columns: &[Node], column: &Node) -> Result<(), Wrong> {
    let part = |node: &Node, key: &str| match &node.value {
        Value::Table(table) => table.text(key).ok().flatten().map(|it| it.0.to_owned()),
        _ => None,
    };
    let key = part(column, "key");
    let Some(before) = columns.iter().find(|it| part(it, "key") == key) else {
        return Ok(());
    };
    let name = |it| quoted(&part(it, "header").unwrap_or_default());
    let (name, before) = (name(column), name(before));
    Err(Wrong::new(
        column.at,
        format!("字段“{name}”与前面的“{before}”是同一列，请删去一个"),
        format!("the field \"{name}\" is the same column as \"{before}\" before it; delete one"),
    ))
}

/// A field as an item of `columns`.
fn column(node: &Node, number: usize) -> Result<Node, Wrong> {
    let field = node.table("fields")?;
    let Some((name, at)) = field.text("name")? else {
        return Err(Wrong::new(
            node.at,
            "这个字段没有写“name”",
            "this field has no \"name\"",
        ));
    };
    let title = field.text("title")?.map(|it| it.0);
    let known = known(field, name, title)?;
    let mut column = Table::default();
    let key = match known {
        Some(column) => column.key().to_owned(),
        None => match slug(name, '_') {
            it if it.is_empty() => format!("{LOCAL}column_{}", number + 1),
            it => format!("{LOCAL}{it}"),
        },
    };
    column.put("key", at, text(key, at));
    column.put("header", at, text(name, at));
    column.put("level", at, text("error", at));
    if let Some((word, at)) = field.text("type")? {
        if word == "boolean" {
            truths(&mut column, field, known, at)?;
        } else if known.is_none() && !is_written_otherwise(field)? {
            typed(&mut column, word, at);
        }
    }
    if let Some(constraints) = field.table("constraints")? {
        constraints.only(&CONSTRAINTS)?;
        constrain(&mut column, constraints, known)?;
    }
    // What a schema does not demand, it does not demand.
    if column.get("required").is_none() {
        let value = Value::Flag(false);
        column.put("required", at, Node { at, value });
    }
    Ok(Node {
        at: node.at,
        value: Value::Table(column),
    })
}

/// Leaves it to the profile that this one begins with whether a column is required.
fn forget_required(column: &mut Node) {
    if let Value::Table(table) = &mut column.value {
        let is_not = |it: &Entry| it.key == "required" && it.node.value == Value::Flag(false);
        table.entries.retain(|it| !is_not(it));
    }
}

/// Of a column that demands nothing a level says nothing.
fn forget_level(column: &mut Node) {
    let is_demand = |it: &Entry| {
        let is_other = ["key", "header", "after", "level"].contains(&it.key.as_str());
        !is_other && !matches!(it.node.value, Value::Flag(false))
    };
    if let Value::Table(table) = &mut column.value
        && !table.entries.iter().any(is_demand)
    {
        table.entries.retain(|it| it.key != "level");
    }
}

/// The column of the standard that a field is.
fn known(field: &Table, name: &str, title: Option<&str>) -> Result<Option<Column>, Wrong> {
    let is_other = |it: &&Entry| it.key.starts_with(OWN) && it.key != KEY;
    if let Some(other) = field.entries.iter().find(is_other) {
        return Err(Wrong::new(
            other.at,
            format!("没有“{}”这一项，是不是要写“{KEY}”", quoted(&other.key)),
            format!(
                "there is no \"{}\"; \"{KEY}\" may be meant",
                quoted(&other.key)
            ),
        ));
    }
    if let Some((key, at)) = field.text(KEY)?
        && !key.starts_with(LOCAL)
    {
        return crate::profile::known(key, at).map(Some);
    }
    if field.get(KEY).is_some() {
        return Ok(None);
    }
    let words = [Some(name), title].into_iter().flatten();
    let mut found = words.filter_map(|it| match find(it) {
        Header::Column(column) => Some(column),
        _ => None,
    });
    Ok(found.next())
}

fn constrain(column: &mut Table, constraints: &Table, known: Option<Column>) -> Result<(), Wrong> {
    for word in ["required", "unique"] {
        if let Some(entry) = constraints.get(word) {
            column.put(word, entry.at, entry.node.clone());
        }
    }
    if let Some(entry) = constraints.get("pattern")
        && column.get("pattern").is_none()
    {
        column.put("pattern", entry.at, entry.node.clone());
    }
    if let Some(entry) = constraints.get("enum") {
        let list: Vec<Node> = constraints.list("enum")?.iter().map(as_text).collect();
        if !is_standard_list(&list, known) {
            let at = entry.node.at;
            let value = Value::List(list);
            column.entries.retain(|it| it.key != "list");
            column.put("list", entry.at, Node { at, value });
        }
    }
    // Of a text or a known column without an order a range says nothing.
    let has_kind = column.get("kind").is_some() || known.is_some_and(is_ordered);
    let mut range = Table::default();
    let mut length = Table::default();
    for (word, key) in [("minimum", "min"), ("maximum", "max")] {
        if let Some(entry) = constraints.get(word).filter(|_| has_kind) {
            range.put(key, entry.at, entry.node.clone());
        }
    }
    for (word, key) in [("minLength", "min"), ("maxLength", "max")] {
        if let Some(entry) = constraints.get(word) {
            length.put(key, entry.at, entry.node.clone());
        }
    }
    for (key, table) in [("range", range), ("length", length)] {
        if let Some(at) = table.entries.first().map(|it| it.at) {
            let value = Value::Table(table);
            column.put(key, at, Node { at, value });
        }
    }
    Ok(())
}

fn is_ordered(column: Column) -> bool {
    use roster_standard::Kind;
    matches!(column.info().kind, Kind::Number | Kind::Date | Kind::Month)
}

/// Whether a list is the one that the standard has for the column, as an exported profile says it.
pub(crate) fn is_standard_list(list: &[Node], known: Option<Column>) -> bool {
    let Some((column, table)) = known.and_then(|it| Some((it, it.info().table?))) else {
        return false;
    };
    let labels: Vec<&str> = table.labels(column).collect();
    let texts = list.iter().map(|it| match &it.value {
        Value::Text(text) => text.as_str(),
        _ => "",
    });
    texts.eq(labels.iter().copied())
}

pub(crate) fn as_text(node: &Node) -> Node {
    let value = match &node.value {
        Value::Whole(number) => Value::Text(number.to_string()),
        Value::Decimal(number) => Value::Text(number.clone()),
        Value::Flag(flag) => Value::Text(flag.to_string()),
        other => other.clone(),
    };
    Node { at: node.at, value }
}

/// A single field that tells rows apart is filled and unlike in every row.
fn key(table: &Table, columns: &mut [Node]) -> Result<(), Wrong> {
    if table.get("primaryKey").is_none() {
        return Ok(());
    }
    let [(name, at)] = table.texts("primaryKey")?[..] else {
        return Ok(());
    };
    for node in columns {
        let Value::Table(column) = &mut node.value else {
            continue;
        };
        let is_it = column
            .text("header")?
            .is_some_and(|it| header::key(it.0) == header::key(name));
        for word in ["required", "unique"] {
            if is_it {
                column.entries.retain(|it| it.key != word);
                let value = Value::Flag(true);
                column.put(word, at, Node { at, value });
            }
        }
    }
    Ok(())
}

impl Table {
    pub(crate) fn put(&mut self, key: &str, at: At, node: Node) {
        self.entries.push(Entry {
            key: key.to_owned(),
            at,
            node,
        });
    }
}

pub(crate) fn text(text: impl Into<String>, at: At) -> Node {
    Node {
        at,
        value: Value::Text(text.into()),
    }
}

/// A name in small letters and digits, if the text has any.
fn slug(name: &str, between: char) -> String {
    let parts = name.split(|it: char| !it.is_ascii_alphanumeric());
    let parts: Vec<String> = parts
        .filter(|it| !it.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    let is_ascii = name.is_ascii();
    if is_ascii {
        parts.join(&between.to_string())
    } else {
        String::new()
    }
}
