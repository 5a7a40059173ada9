//! `data/profiles/*.toml` as one static per profile, in the order of the files' names.

use std::fmt::Write as _;
use std::path::Path;

use super::{Title, files_of, read_toml, static_name, strings, type_name};

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Profile {
    id: String,
    title: Title,
    version: String,
    since: String,
    match_min: f64,
    partial: bool,
    columns: Columns,
    parameter: Vec<Parameter>,
}

/// `"all"`, or the columns by name.
#[derive(serde::Deserialize)]
#[serde(untagged)]
enum Columns {
    Word(String),
    List(Vec<Column>),
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Column {
    key: String,
    header: Option<String>,
    required: Option<bool>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Parameter {
    name: String,
    default: Default,
    #[serde(default)]
    allowed: Vec<String>,
    title: Title,
}

#[derive(serde::Deserialize)]
#[serde(untagged)]
enum Default {
    Number(i64),
    Text(String),
}

/// Of a column: what a profile needs of `columns.toml` to complete its own lines.
#[derive(serde::Deserialize)]
struct Known {
    key: String,
    title: Title,
    required: String,
}

#[derive(serde::Deserialize)]
struct KnownColumns {
    column: Vec<Known>,
}

pub(super) fn generate(data: &Path) -> Result<String, String> {
    let known: KnownColumns = read_toml(&data.join("columns.toml"))?;
    let mut text = String::from(
        "use std::borrow::Cow;\n\nuse super::columns::Column;\n\
         use crate::profile::{Parameter, Profile, ProfileColumn, Setting};\n",
    );
    let mut all = String::new();
    for (id, path) in files_of(&data.join("profiles"), ".toml")? {
        let profile: Profile = read_toml(&path)?;
        if profile.id != id {
            return Err(format!("{id}.toml: its id is {:?}", profile.id));
        }
        text += &statement(&profile, &known.column)?;
        // Writing to a string cannot fail.
        let _ = writeln!(all, "    &{},", static_name(&id));
    }
    Ok(format!(
        "{text}\n/// Every profile, in the order of the ids.\n#[rustfmt::skip]\n\
         pub(crate) static ALL: &[&Profile] = &[\n{all}];\n"
    ))
}

fn statement(profile: &Profile, known: &[Known]) -> Result<String, String> {
    let name = static_name(&profile.id);
    let mut text = format!("\n#[rustfmt::skip]\nstatic {name}_COLUMNS: &[ProfileColumn] = &[\n");
    for (key, header, required) in lines(profile, known)? {
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "    ProfileColumn {{ column: Column::{}, header: Cow::Borrowed({header:?}), required: {required} }},",
            type_name(key)
        );
    }
    let _ = writeln!(
        text,
        "];\n\n#[rustfmt::skip]\nstatic {name}_PARAMETERS: &[Parameter] = &["
    );
    for parameter in &profile.parameter {
        text += &parameter_line(parameter);
    }
    let _ = writeln!(
        text,
        "];\n\n#[rustfmt::skip]\npub(crate) static {name}: Profile = Profile {{\n    \
         id: Cow::Borrowed({:?}), zh: Cow::Borrowed({:?}), en: Cow::Borrowed({:?}),\n    \
         version: Cow::Borrowed({:?}), since: Cow::Borrowed({:?}), match_permille: {:.0}, partial: {},\n    \
         columns: Cow::Borrowed({name}_COLUMNS), parameters: Cow::Borrowed({name}_PARAMETERS),\n}};",
        profile.id,
        profile.title.zh,
        profile.title.en,
        profile.version,
        profile.since,
        profile.match_min * 1000.0,
        profile.partial,
    );
    Ok(text)
}

fn parameter_line(parameter: &Parameter) -> String {
    let default = match &parameter.default {
        Default::Number(number) => format!("Setting::Number({number})"),
        Default::Text(words) => format!("Setting::Text(Cow::Borrowed({words:?}))"),
    };
    format!(
        "    Parameter {{ name: Cow::Borrowed({:?}), default: {default}, zh: Cow::Borrowed({:?}), en: Cow::Borrowed({:?}),\n        \
         allowed: {} }},\n",
        parameter.name,
        parameter.title.zh,
        parameter.title.en,
        strings(&parameter.allowed),
    )
}

type ProfileLine<'a> = (&'a str, &'a str, bool);

fn lines<'a>(profile: &'a Profile, known: &'a [Known]) -> Result<Vec<ProfileLine<'a>>, String> {
    let list = match &profile.columns {
        Columns::Word(word) if word == "all" => {
            let every = known.iter().map(|it| {
                let required = it.required == "always";
                (it.key.as_str(), it.title.zh.as_str(), required)
            });
            return Ok(every.collect());
        }
        Columns::Word(word) => return Err(format!("{}.toml: columns is {word:?}", profile.id)),
        Columns::List(list) => list,
    };
    list.iter()
        .map(|column| {
            let found = known
                .iter()
                .find(|it| it.key == column.key)
                .ok_or_else(|| format!("{}.toml: no column {:?}", profile.id, column.key))?;
            let header = column.header.as_ref().unwrap_or(&found.title.zh);
            let required = column.required.unwrap_or(found.required == "always");
            Ok((column.key.as_str(), header.as_str(), required))
        })
        .collect()
}
