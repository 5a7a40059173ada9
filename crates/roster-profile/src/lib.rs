//! A profile that somebody wrote in a file: what it lists, demands and sets, or one sentence that
//! says where the file is wrong and what to write instead.
//!
//! TOML and JSON say the same; a Frictionless Table Schema is understood as far as a profile can say
//! it. The two forms are read here and not by a library, so that every mistake has its place and its
//! sentence and the page stays small; so is the file of decisions. Deliberately absent: files, and
//! judging any cell.

mod columns;
mod comparisons;
mod decisions;
mod demands;
mod fields;
mod json;
mod keys;
mod node;
mod profile;
mod schema_aside;
mod schema_types;
mod table_schema;
mod toml;
mod toml_text;
mod written;

use std::borrow::Cow;

use roster_model::Said;
use roster_rules::ActiveProfile;

pub use decisions::{read_decisions, write_decisions};
pub use keys::{COLUMN, COMPARISON, LENGTH, PROFILE, RANGE, TITLE, WHEN};
pub use profile::{crossed, demand};

pub use written::{Base, with_parameters};

use node::{At, Node, Table, Value, Wrong};
use schema_aside::Aside;

/// The name of the form a profile file is written in.
pub const FORMAT: &str = "rostercheck/profile/1";

/// Longest file that is read: a profile is written by hand, and decisions are made one by one.
const BYTES_MAX: usize = 1 << 20;

/// Understands a profile file; `name` is its name. What begins with a brace is JSON whatever its name is.
pub fn read(name: &str, text: &str) -> Result<ActiveProfile, Said> {
    of_a_size(&PROFILE_FILE, name, text)?;
    understand(name, text).map_err(|it| PROFILE_FILE.at_its_place(name, &it))
}

fn understand(name: &str, text: &str) -> Result<ActiveProfile, Wrong> {
    let (table, aside) = table(name, text)?;
    let value = Value::Table(table);
    let at = At { line: 1, column: 1 };
    let profile = profile::read(&Node { at, value })?;
    let unused = aside.unused.into_iter().map(Cow::Borrowed).collect();
    Ok(ActiveProfile {
        missing: aside.missing,
        unused,
        ..profile
    })
}

/// What a file says in the terms of a profile file.
fn table_of(name: &str, text: &str) -> Result<Table, Said> {
    of_a_size(&PROFILE_FILE, name, text)?;
    let read = table(name, text).map_err(|it| PROFILE_FILE.at_its_place(name, &it));
    read.map(|it| it.0)
}

/// What a text says, and what of a Table Schema no profile file has.
fn table(name: &str, text: &str) -> Result<(Table, Aside), Wrong> {
    let node = parse(name, text)?;
    let table = node.table("模板文件")?;
    if table_schema::is_one(table) {
        return Ok((
            table_schema::as_profile(table)?,
            schema_aside::aside(table)?,
        ));
    }
    Ok((table.clone(), Aside::default()))
}

/// What a file is, for sentences about it.
struct Form {
    zh: &'static str,
    en: &'static str,
}

const PROFILE_FILE: Form = Form {
    zh: "模板文件",
    en: "Profile file",
};

impl Form {
    fn at_its_place(&self, name: &str, wrong: &Wrong) -> Said {
        let (line, column) = (wrong.at.line, wrong.at.column);
        let (zh, en) = (self.zh, self.en);
        Said::new(
            format!("{zh}“{name}”第{line}行第{column}个字：{}。", wrong.said.zh),
            format!(
                "{en} \"{name}\", line {line}, column {column}: {}.",
                wrong.said.en
            ),
        )
    }
}

fn of_a_size(form: &Form, name: &str, text: &str) -> Result<(), Said> {
    if text.len() <= BYTES_MAX {
        return Ok(());
    }
    let (zh, en) = (form.zh, form.en.to_ascii_lowercase());
    Err(Said::new(
        format!("“{name}”太大，不是{zh}。"),
        format!("\"{name}\" is too large for a {en}."),
    ))
}

/// JSON begins with a brace, and no TOML does; what is JSON by its name and begins otherwise is none of a profile.
fn parse(name: &str, text: &str) -> Result<Node, Wrong> {
    let first = text
        .trim_start_matches('\u{FEFF}')
        .trim_start()
        .chars()
        .next();
    let is_named = name.to_ascii_lowercase().ends_with(".json");
    if first == Some('{') || is_named {
        json::parse(text)
    } else {
        toml::parse(text)
    }
}

#[cfg(test)]
mod tests;
