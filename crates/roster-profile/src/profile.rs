//! The profile of a file: what it begins with, what it sets, and the columns it changes and adds.

use std::borrow::Cow;

use roster_model::{Level, Said};
use roster_rules::{ActiveProfile, LevelSet, TITLES};
use roster_standard::{AnyColumn, Column, Form, LocalColumn, Parameter, Profile, Setting, header};
use roster_values::date::{DateText, read_date};

use crate::fields::{nearest, one_of, quoted};
use crate::node::{At, Node, Table, Value, Wrong};
use crate::{FORMAT, PROFILE, columns, comparisons};

/// The words for levels; none is off.
pub(crate) const LEVELS: [(&str, Option<Level>); 4] = [
    ("error", Some(Level::Error)),
    ("warning", Some(Level::Warning)),
    ("info", Some(Level::Info)),
    ("off", None),
];

/// A profile that is being put together.
pub(crate) struct Draft {
    pub(crate) active: ActiveProfile,
    pub(crate) locals: Vec<LocalColumn>,
}

pub(crate) fn read(node: &Node) -> Result<ActiveProfile, Wrong> {
    let table = node.table("模板文件")?;
    table.only(PROFILE)?;
    if let Some((text, at)) = table.text("format")? {
        one_of((text, at), "format", &[(FORMAT, ())])?;
    }
    let base = base(table)?;
    let mut draft = Draft {
        active: ActiveProfile::from(base),
        locals: Vec::new(),
    };
    describe(&mut draft.active.listed, base, table)?;
    draft.active.listed.defaults = Cow::Owned(parameters(base, table)?);
    draft.active.levels = levels(table)?;
    columns::read(&mut draft, table)?;
    draft.active.listed.locals = Cow::Owned(std::mem::take(&mut draft.locals));
    comparisons::read(&mut draft.active, table)?;
    Ok(draft.active)
}

fn base(table: &Table) -> Result<&'static Profile, Wrong> {
    let all: Vec<(&str, &Profile)> = Profile::all().iter().map(|it| (&*it.id, *it)).collect();
    match table.text("extends")? {
        Some(given) => one_of(given, "extends", &all),
        None => one_of(("any", At::default()), "extends", &all),
    }
}

/// Name, titles, version and date.
fn describe(profile: &mut Profile, base: &Profile, table: &Table) -> Result<(), Wrong> {
    let Some((id, at)) = table.text("id")? else {
        return Err(Wrong::new(
            At { line: 1, column: 1 },
            "没有写“id”，请写一个编号，如 id = \"nanshan-2026\"",
            "\"id\" is missing; write one such as id = \"nanshan-2026\"",
        ));
    };
    let is_name = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-';
    let is_taken = Profile::by_id(id).is_some();
    if is_taken {
        return Err(Wrong::new(
            at,
            format!("“{id}”是内置模板的编号，请另取一个，如 {id}-2026"),
            format!("\"{id}\" is a built-in profile; take another id such as {id}-2026"),
        ));
    }
    if id.is_empty() || id.len() > 60 || !id.chars().all(is_name) {
        let shown = quoted(id);
        return Err(Wrong::new(
            at,
            format!("编号不能是“{shown}”；用小写字母、数字和“-”，如 nanshan-2026"),
            format!(
                "the id cannot be \"{shown}\"; use small letters, digits and -, as in nanshan-2026"
            ),
        ));
    }
    profile.id = Cow::Owned(id.to_owned());
    let title = table.said("title")?;
    if title.as_ref().is_some_and(|it| it.zh.trim().is_empty()) {
        let at = table.get("title").map_or(at, |it| it.node.at);
        return Err(Wrong::new(
            at,
            "“title”是空的，请写上模板的名称，或删去",
            "\"title\" is empty; write the name of the profile, or delete it",
        ));
    }
    profile.zh = Cow::Owned(title.as_ref().map_or(id, |it| &it.zh).to_owned());
    profile.en = match &title {
        // A schema has one title for both languages; that of the base is known in the other one.
        Some(it) if it.zh == base.zh && it.en == it.zh => base.en.clone(),
        _ => Cow::Owned(title.as_ref().map_or(id, |it| &it.en).to_owned()),
    };
    let version = table.text("version")?.map_or("1", |it| it.0);
    profile.version = Cow::Owned(version.to_owned());
    if let Some((since, at)) = table.text("since")? {
        let is_iso = since.len() == 10 && matches!(read_date(since), DateText::Plain { .. });
        if !is_iso {
            return Err(Wrong::new(
                at,
                format!("“since”要写成 2026-09-01 这样，不能是“{}”", quoted(since)),
                format!(
                    "\"since\" is written like 2026-09-01, not \"{}\"",
                    quoted(since)
                ),
            ));
        }
        profile.since = Cow::Owned(since.to_owned());
    }
    profile.extends = Some(base.id.clone());
    // It is used where somebody asks for it, never because a header looks like it.
    (profile.match_permille, profile.whole) = (0, false);
    profile.partial = table.flag("partial")?.unwrap_or(base.partial);
    leave_out(profile, table)
}

fn leave_out(profile: &mut Profile, table: &Table) -> Result<(), Wrong> {
    for (key, at) in table.texts("leave_out")? {
        let column = known(key, at)?;
        let is_kept = |it: &Node| matches!(it.table("columns"), Ok(it) if matches!(it.text("key"), Ok(Some((it, _))) if it == key));
        if table.list("columns")?.iter().any(is_kept) {
            return Err(Wrong::new(
                at,
                format!("“{key}”在 leave_out 里去掉了，在 columns 里又写了，请删去一处"),
                format!("\"{key}\" is left out and stands in columns, too; delete one of them"),
            ));
        }
        profile.columns.to_mut().retain(|it| it.column != column);
    }
    Ok(())
}

fn parameters(base: &Profile, table: &Table) -> Result<Vec<(Cow<'static, str>, Setting)>, Wrong> {
    let mut defaults = base.defaults.to_vec();
    let Some(own) = table.table("parameters")? else {
        return Ok(defaults);
    };
    let names: Vec<&str> = Parameter::all().iter().map(|it| it.name).collect();
    own.only(&names)?;
    for entry in &own.entries {
        let Some(parameter) = Parameter::by_name(&entry.key) else {
            continue;
        };
        let text = match &entry.node.value {
            Value::Text(text) => text.clone(),
            Value::Whole(number) => number.to_string(),
            // A whole number that is too large to be one is read so.
            Value::Decimal(number) => number.clone(),
            Value::Flag(_) if parameter.takes("yes") => {
                let (zh, en) = (
                    "“yes”或“no”，加引号",
                    "\"yes\" or \"no\", in quotation marks",
                );
                return Err(entry.node.expected(&entry.key, zh, en));
            }
            _ => {
                return Err(entry.node.expected(
                    &entry.key,
                    "整数或加引号的文字",
                    "a whole number or a text",
                ));
            }
        };
        if !parameter.takes(&text) {
            let (name, said) = (&entry.key, demand(parameter, &quoted(&text)));
            return Err(Wrong::new(
                entry.node.at,
                format!("参数“{name}”{}", said.zh),
                format!("parameter \"{name}\" {}", said.en),
            ));
        }
        let setting = match (&parameter.default, text.parse()) {
            (Setting::Number(_), Ok(number)) => Setting::Number(number),
            _ => Setting::Text(Cow::Owned(text)),
        };
        defaults.retain(|it| it.0 != entry.key);
        defaults.push((Cow::Owned(entry.key.clone()), setting));
    }
    let value = |name: &str| match defaults.iter().find(|it| it.0 == name).map(|it| &it.1) {
        Some(Setting::Number(number)) => Some(*number),
        Some(Setting::Text(_)) => None,
        None => match base.setting(name) {
            Some(Setting::Number(number)) => Some(*number),
            _ => None,
        },
    };
    if let Some(names) = Parameter::crossed(value) {
        let at = names.iter().find_map(|it| own.get(it)).map(|it| it.node.at);
        let said = crossed(names);
        return Err(Wrong::new(at.unwrap_or_default(), said.zh, said.en));
    }
    Ok(defaults)
}

/// What a parameter demands instead of this value, as the end of a sentence without its stop.
pub fn demand(parameter: &Parameter, value: &str) -> Said {
    if !parameter.allowed.is_empty() {
        let list = parameter.allowed.join(", ");
        return Said::new(
            format!("不能是“{value}”。可用的值：{list}"),
            format!("cannot be \"{value}\". Use one of {list}"),
        );
    }
    match parameter.form {
        Form::Number(least, i64::MAX) => Said::new(
            format!("要写不小于{least}的整数，不能是“{value}”"),
            format!("takes a whole number from {least} on, not \"{value}\""),
        ),
        Form::Number(least, most) => Said::new(
            format!("要写{least}到{most}之间的整数，不能是“{value}”"),
            format!("takes a whole number from {least} to {most}, not \"{value}\""),
        ),
        form => Said::new(
            format!("不能是“{value}”。请写成 {} 这样", form.example()),
            format!("cannot be \"{value}\". Write it like {}", form.example()),
        ),
    }
}

/// That the least of something is set to more than its most.
pub fn crossed([least, most]: [&str; 2]) -> Said {
    Said::new(
        format!("参数“{least}”不能大于“{most}”，请改其中一个"),
        format!("parameter \"{least}\" cannot be more than \"{most}\"; change one of them"),
    )
}

fn levels(table: &Table) -> Result<Vec<LevelSet>, Wrong> {
    let Some(own) = table.table("levels")? else {
        return Ok(Vec::new());
    };
    let mut levels = Vec::new();
    for entry in &own.entries {
        // Every rule has a title; the rules themselves may not be at hand.
        let mut titles = TITLES.iter();
        let Some(title) = titles.find(|it| it.code == entry.key) else {
            let key = quoted(&entry.key);
            let near = nearest(&entry.key, TITLES.iter().map(|it| it.code));
            let (zh, en) = near.map_or((String::new(), String::new()), |it| {
                (format!("，可能要写“{it}”"), format!("; {it} may be meant"))
            });
            return Err(Wrong::new(
                entry.at,
                format!("没有编号为“{key}”的规则{zh}"),
                format!("there is no rule \"{key}\"{en}"),
            ));
        };
        let word = (entry.node.text(&entry.key)?, entry.node.at);
        levels.push(LevelSet {
            rule: Cow::Borrowed(title.code),
            column: None,
            level: one_of(word, &entry.key, &LEVELS)?,
        });
    }
    Ok(levels)
}

impl Draft {
    /// The column of the standard or of the file with this key.
    pub(crate) fn column(&self, key: &str, at: At) -> Result<AnyColumn, Wrong> {
        any_column(&self.locals, key, at)
    }
}

/// The column of the standard or of the file with this key.
pub(crate) fn any_column(locals: &[LocalColumn], key: &str, at: At) -> Result<AnyColumn, Wrong> {
    if !key.starts_with(columns::LOCAL) {
        return Ok(AnyColumn::Known(known(key, at)?));
    }
    if let Some(index) = locals.iter().position(|it| it.key == key) {
        return Ok(AnyColumn::Local(index as u16));
    }
    let near = nearest(key, locals.iter().map(|it| &*it.key));
    Err(no_column(key, at, near))
}

/// The column of the standard with this key.
pub(crate) fn known(key: &str, at: At) -> Result<Column, Wrong> {
    if let Some(column) = Column::from_key(key) {
        return Ok(column);
    }
    // Whoever writes 姓名 means `name`.
    let near = match header::find(key) {
        header::Header::Column(column) => Some(column.key()),
        _ => nearest(key, Column::ALL.iter().map(|it| it.key())),
    };
    Err(no_column(key, at, near))
}

fn no_column(key: &str, at: At, near: Option<&str>) -> Wrong {
    let key = quoted(key);
    match near {
        Some(near) => Wrong::new(
            at,
            format!("没有键为“{key}”的列，可能要写“{near}”"),
            format!("there is no column \"{key}\"; \"{near}\" may be meant"),
        ),
        None => Wrong::new(
            at,
            format!("没有键为“{key}”的列；本地的列要先在 columns 里写，键以“local.”开头"),
            format!(
                "there is no column \"{key}\"; one of your own stands in columns and its key begins with \"local.\""
            ),
        ),
    }
}
