//! A profile that somebody wrote in a file: what it lists, demands and sets, or one sentence that
//! says where the file is wrong and what to write instead.
//!
//! TOML and JSON say the same; a Frictionless Table Schema is understood as far as a profile can say
//! it. The two forms are read here and not by a library, so that every mistake has its place and its
//! sentence and the page stays small. Deliberately absent: files, and judging any cell.

mod columns;
mod comparisons;
mod demands;
mod fields;
mod json;
mod keys;
mod node;
mod profile;
mod table_schema;
mod toml;
mod toml_text;
mod written;

use roster_model::Said;
use roster_rules::ActiveProfile;

pub use keys::{COLUMN, COMPARISON, LENGTH, PROFILE, RANGE, TITLE, WHEN};

pub use written::{Base, with_parameters};

use node::{At, Node, Table, Value, Wrong};

/// The name of the form a profile file is written in.
pub const FORMAT: &str = "rostercheck/profile/1";

/// Longest file that is read: a profile is written by hand.
const BYTES_MAX: usize = 1 << 20;

/// Understands a profile file; `name` is its name, and says nothing about what it is.
pub fn read(name: &str, text: &str) -> Result<ActiveProfile, Said> {
    of_a_size(name, text)?;
    understand(text).map_err(|it| at_its_place(name, &it))
}

fn understand(text: &str) -> Result<ActiveProfile, Wrong> {
    let value = Value::Table(table(text)?);
    let at = At { line: 1, column: 1 };
    profile::read(&Node { at, value })
}

/// What a file says in the terms of a profile file.
fn table_of(name: &str, text: &str) -> Result<Table, Said> {
    of_a_size(name, text)?;
    table(text).map_err(|it| at_its_place(name, &it))
}

fn table(text: &str) -> Result<Table, Wrong> {
    let node = parse(text)?;
    let table = node.table("模板文件")?;
    if table_schema::is_one(table) {
        return table_schema::as_profile(table);
    }
    Ok(table.clone())
}

fn of_a_size(name: &str, text: &str) -> Result<(), Said> {
    if text.len() <= BYTES_MAX {
        return Ok(());
    }
    Err(Said::new(
        format!("“{name}”太大，不是模板文件。"),
        format!("\"{name}\" is too large for a profile file."),
    ))
}

fn at_its_place(name: &str, wrong: &Wrong) -> Said {
    let (line, column) = (wrong.at.line, wrong.at.column);
    Said::new(
        format!(
            "模板文件“{name}”第{line}行第{column}个字：{}。",
            wrong.said.zh
        ),
        format!(
            "Profile file \"{name}\", line {line}, column {column}: {}.",
            wrong.said.en
        ),
    )
}

/// JSON begins with a brace, and no TOML does.
fn parse(text: &str) -> Result<Node, Wrong> {
    let first = text
        .trim_start_matches('\u{FEFF}')
        .trim_start()
        .chars()
        .next();
    if first == Some('{') {
        json::parse(text)
    } else {
        toml::parse(text)
    }
}

#[cfg(test)]
mod tests;
