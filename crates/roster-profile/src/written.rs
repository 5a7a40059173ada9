//! A profile file with other parameters, written as TOML. What a file said is said again, its comments
//! are not.

use roster_model::Said;
use roster_standard::{Parameter, Profile, Setting};

use crate::node::{At, Entry, Node, Table, Value};
use crate::toml_text::is_bare;
use crate::{FORMAT, table_of};

const PARAMETERS: &str = "parameters";

/// What the parameters are set on.
#[derive(Clone, Copy, Debug)]
pub enum Base<'b> {
    /// A built-in profile.
    BuiltIn(&'b Profile),
    /// A profile file: its name and what it says.
    File(&'b str, &'b str),
}

/// A profile file that begins with the base and sets these parameters too, and its id.
pub fn with_parameters(base: Base<'_>, set: &[(String, String)]) -> Result<(String, String), Said> {
    let mut table = match base {
        Base::File(name, text) => table_of(name, text)?,
        Base::BuiltIn(profile) => beginning_with(profile),
    };
    let mut parameters = match table.get(PARAMETERS).map(|it| &it.node.value) {
        Some(Value::Table(own)) => own.clone(),
        _ => Table::default(),
    };
    for (name, value) in set {
        let is_number =
            Parameter::by_name(name).is_some_and(|it| matches!(it.default, Setting::Number(_)));
        let value = match value.parse() {
            Ok(number) if is_number => Value::Whole(number),
            _ => Value::Text(value.clone()),
        };
        put(&mut parameters, name, value);
    }
    put(&mut table, PARAMETERS, Value::Table(parameters));
    let id = match table.get("id").map(|it| &it.node.value) {
        Some(Value::Text(id)) => id.clone(),
        _ => String::new(),
    };
    Ok((write(&table), id))
}

fn beginning_with(profile: &Profile) -> Table {
    let mut title = Table::default();
    put(&mut title, "zh", text(&format!("{}，本校设定", profile.zh)));
    put(
        &mut title,
        "en",
        text(&format!("{}, own settings", profile.en)),
    );
    let mut table = Table::default();
    put(&mut table, "format", text(FORMAT));
    put(&mut table, "id", text(&own_id(&profile.id)));
    put(&mut table, "extends", text(&profile.id));
    put(&mut table, "title", Value::Table(title));
    table
}

/// The id of a profile that begins with a built-in one and sets something of its own.
pub(crate) fn own_id(id: &str) -> String {
    format!("{id}-own")
}

fn put(table: &mut Table, key: &str, value: Value) {
    let at = At::default();
    let node = Node { at, value };
    match table.entries.iter_mut().find(|it| it.key == key) {
        Some(entry) => entry.node = node,
        None => table.entries.push(Entry {
            key: key.to_owned(),
            at,
            node,
        }),
    }
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// Single values first: behind the heading of a table they would belong to it.
fn write(table: &Table) -> String {
    let mut out = String::new();
    let is_section = |entry: &&Entry| match &entry.node.value {
        Value::Table(_) => entry.key != "title",
        Value::List(items) => {
            let is_table = |it: &Node| matches!(it.value, Value::Table(_));
            !items.is_empty() && items.iter().all(is_table)
        }
        _ => false,
    };
    for entry in table.entries.iter().filter(|it| !is_section(it)) {
        write_line(entry, &mut out);
    }
    for entry in table.entries.iter().filter(is_section) {
        let key = key(&entry.key);
        match &entry.node.value {
            Value::Table(own) => {
                out.push_str(&format!("\n[{key}]\n"));
                own.entries.iter().for_each(|it| write_line(it, &mut out));
            }
            Value::List(items) => {
                for item in items {
                    out.push_str(&format!("\n[[{key}]]\n"));
                    if let Value::Table(own) = &item.value {
                        own.entries.iter().for_each(|it| write_line(it, &mut out));
                    }
                }
            }
            _ => {}
        }
    }
    out
}

fn write_line(entry: &Entry, out: &mut String) {
    out.push_str(&key(&entry.key));
    out.push_str(" = ");
    write_value(&entry.node.value, out);
    out.push('\n');
}

fn write_value(value: &Value, out: &mut String) {
    match value {
        Value::Text(text) => quote(text, out),
        Value::Whole(number) => out.push_str(&number.to_string()),
        Value::Decimal(written) => out.push_str(written),
        Value::Flag(flag) => out.push_str(&flag.to_string()),
        Value::List(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index == 0 { "" } else { ", " });
                write_value(&item.value, out);
            }
            out.push(']');
        }
        Value::Table(table) => {
            out.push_str("{ ");
            for (index, entry) in table.entries.iter().enumerate() {
                out.push_str(if index == 0 { "" } else { ", " });
                out.push_str(&key(&entry.key));
                out.push_str(" = ");
                write_value(&entry.node.value, out);
            }
            out.push_str(" }");
        }
    }
}

fn key(key: &str) -> String {
    if !key.is_empty() && key.chars().all(is_bare) {
        return key.to_owned();
    }
    let mut quoted = String::new();
    quote(key, &mut quoted);
    quoted
}

fn quote(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => {
                out.push('\\');
                out.push(character);
            }
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            it if it.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(it))),
            it => out.push(it),
        }
    }
    out.push('"');
}
