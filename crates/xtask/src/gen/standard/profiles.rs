//! `data/profiles/*.toml` as one static per profile, and the parameters of `data/parameters.toml`, which
//! every profile has.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use super::{files_of, read_toml, static_name, strings, type_name};
use crate::language::Title;

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Profile {
    id: String,
    /// Its place among the profiles where they are offered.
    order: u32,
    title: Title,
    version: String,
    since: String,
    match_min: f64,
    #[serde(default)]
    whole: bool,
    partial: bool,
    columns: Columns,
    /// Defaults other than those of `parameters.toml`.
    #[serde(default)]
    parameters: BTreeMap<String, Default>,
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
struct Parameters {
    parameter: Vec<Parameter>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Parameter {
    name: String,
    group: String,
    default: Default,
    #[serde(default)]
    allowed: Vec<String>,
    #[serde(default)]
    words: Vec<Title>,
    form: Option<String>,
    min: Option<i64>,
    max: Option<i64>,
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
    let base: Parameters = read_toml(&data.join("parameters.toml"))?;
    let mut text = String::from(
        "use std::borrow::Cow;\n\nuse super::columns::Column;\n\
         use crate::parameter::{Form, Parameter, Setting};\n\
         use crate::profile::{Profile, ProfileColumn};\n",
    );
    text += &parameter_list(&base.parameter)?;
    let mut all = Vec::new();
    for (id, path) in files_of(&data.join("profiles"), ".toml")? {
        let profile: Profile = read_toml(&path)?;
        if profile.id != id {
            return Err(format!("{id}.toml: its id is {:?}", profile.id));
        }
        text += &statement(&profile, &known.column, &base.parameter)?;
        all.push((profile.order, static_name(&id)));
    }
    all.sort();
    let all: String = all
        .iter()
        .map(|(_, name)| format!("    &{name},\n"))
        .collect();
    Ok(format!(
        "{text}\n/// Every profile, in the order in which they are offered.\n#[rustfmt::skip]\n\
         pub(crate) static ALL: &[&Profile] = &[\n{all}];\n"
    ))
}

fn statement(profile: &Profile, known: &[Known], base: &[Parameter]) -> Result<String, String> {
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
        "];\n\n#[rustfmt::skip]\nstatic {name}_DEFAULTS: &[(Cow<'static, str>, Setting)] = &["
    );
    for (parameter, default) in &profile.parameters {
        if base.iter().all(|it| it.name != *parameter) {
            return Err(format!("{}.toml: no parameter {parameter:?}", profile.id));
        }
        let _ = writeln!(
            text,
            "    (Cow::Borrowed({parameter:?}), {}),",
            setting(default)
        );
    }
    let _ = writeln!(
        text,
        "];\n\n#[rustfmt::skip]\npub(crate) static {name}: Profile = Profile {{\n    \
         id: Cow::Borrowed({:?}), zh: Cow::Borrowed({:?}), en: Cow::Borrowed({:?}),\n    \
         version: Cow::Borrowed({:?}), since: Cow::Borrowed({:?}), match_permille: {:.0}, whole: {}, partial: {},\n    \
         columns: Cow::Borrowed({name}_COLUMNS), defaults: Cow::Borrowed({name}_DEFAULTS),\n    \
         locals: Cow::Borrowed(&[]), headers: Cow::Borrowed(&[]), extends: None,\n}};",
        profile.id,
        profile.title.zh,
        profile.title.en,
        profile.version,
        profile.since,
        profile.match_min * 1000.0,
        profile.whole,
        profile.partial,
    );
    Ok(text)
}

fn parameter_list(base: &[Parameter]) -> Result<String, String> {
    let mut text = String::from(
        "\n/// Every parameter.\n#[rustfmt::skip]\npub(crate) static PARAMETERS: &[Parameter] = &[\n",
    );
    for it in base {
        let Parameter {
            name, group, title, ..
        } = it;
        if it.words.len() != it.allowed.len() {
            return Err(format!(
                "parameters.toml: {name} has not a word for each value"
            ));
        }
        let (form, default) = (form(it)?, setting(&it.default));
        let words: String = it
            .words
            .iter()
            .map(|it| format!("({:?}, {:?}), ", it.zh, it.en))
            .collect();
        let _ = writeln!(
            text,
            "    Parameter {{ name: {name:?}, group: {group:?}, default: {default}, form: Form::{form},\n        \
             zh: {:?}, en: {:?},\n        allowed: {}, words: &[{}] }},",
            title.zh,
            title.en,
            strings(&it.allowed),
            words.trim_end_matches(", "),
        );
    }
    Ok(text + "];\n")
}

fn setting(value: &Default) -> String {
    match value {
        Default::Number(number) => format!("Setting::Number({number})"),
        Default::Text(words) => format!("Setting::Text(Cow::Borrowed({words:?}))"),
    }
}

/// The form of a parameter as Rust text.
fn form(parameter: &Parameter) -> Result<String, String> {
    let name = &parameter.name;
    match (&parameter.default, &parameter.form) {
        (Default::Number(_), None) => {
            let most = parameter
                .max
                .map_or("i64::MAX".to_owned(), |it| it.to_string());
            Ok(format!("Number({}, {most})", parameter.min.unwrap_or(0)))
        }
        (Default::Text(_), None) if !parameter.allowed.is_empty() => Ok("Word".to_owned()),
        (Default::Text(_), Some(form)) => Ok(type_name(form)),
        (Default::Number(_), Some(form)) if ["year", "county"].contains(&form.as_str()) => {
            Ok(type_name(form))
        }
        _ => Err(format!(
            "parameters.toml: {name} has no form, or one it cannot have"
        )),
    }
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
