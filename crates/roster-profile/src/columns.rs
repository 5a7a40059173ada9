//! The columns a profile file changes, and those it adds.

use std::borrow::Cow;

use roster_rules::{Demand, LevelSet};
use roster_standard::header::{self, Header};
use roster_standard::{AnyColumn, Column, LocalColumn, LocalKind, ProfileColumn};

use crate::COLUMN;
use crate::demands;
use crate::fields::{one_of, quoted};
use crate::node::{At, Node, Table, Wrong};
use crate::profile::{Draft, known};

/// How the key of a column begins that the standard does not list.
pub(crate) const LOCAL: &str = "local.";

/// The rules that compare a cell with the standard's list; a column with a list of its own is not
/// compared with it.
const LIST_RULES: [&str; 11] = [
    "R4001", "R4002", "R4003", "R4004", "R4005", "R4006", "R4007", "R4022", "R4023", "R8013",
    "R9001",
];

pub(crate) fn read(draft: &mut Draft, table: &Table) -> Result<(), Wrong> {
    let mut items = Vec::new();
    for node in table.list("columns")? {
        items.push(item(node)?);
    }
    // First which columns there are, then what is said of them: a condition may look ahead.
    for (at, key) in items.iter().enumerate() {
        if items[..at].iter().any(|it| it.key == key.key) {
            return Err(crate::node::twice(key.at, key.key));
        }
    }
    for item in items.iter().filter(|it| !it.is_local()) {
        change(draft, item)?;
    }
    for item in items.iter().filter(|it| it.is_local()) {
        let local = add(draft, item)?;
        draft.locals.push(local);
    }
    let mut headers = Vec::new();
    let mut stated = Vec::new();
    for item in &items {
        let column = draft.column(item.key, item.at)?;
        name(draft, item, column, &mut headers)?;
        stated.extend(demands::read(draft, item.table, column)?);
        if let AnyColumn::Known(column) = column {
            replace_list(draft, column, &stated);
        }
    }
    draft.active.listed.headers = Cow::Owned(headers.into_iter().map(|it| (it.0, it.1)).collect());
    draft.active.demands = stated;
    Ok(())
}

struct Item<'f> {
    key: &'f str,
    at: At,
    table: &'f Table,
}

impl Item<'_> {
    fn is_local(&self) -> bool {
        self.key.starts_with(LOCAL)
    }
}

fn item(node: &Node) -> Result<Item<'_>, Wrong> {
    let table = node.table("columns")?;
    table.only(COLUMN)?;
    let Some((key, at)) = table.text("key")? else {
        return Err(Wrong::new(
            node.at,
            "这一列没有写“key”；写标准列的键，如 key = \"phone\"，或者写本地的列，如 key = \"local.bus\"",
            "this column has no \"key\"; write that of a known column, such as \"phone\", or one of your own, such as \"local.bus\"",
        ));
    };
    Ok(Item { key, at, table })
}

/// Changes a column of the standard, and puts it into the profile where it is not there.
fn change(draft: &mut Draft, item: &Item<'_>) -> Result<(), Wrong> {
    let column = known(item.key, item.at)?;
    for word in ["kind", "personal"] {
        if let Some(entry) = item.table.get(word) {
            return Err(Wrong::new(
                entry.at,
                format!("“{}”是标准列，不能改它的“{word}”，请删去", item.key),
                format!(
                    "\"{}\" is a column of the standard and its \"{word}\" cannot be changed; delete it",
                    item.key
                ),
            ));
        }
    }
    let after = match item.table.text("after")? {
        None => None,
        Some((key, at)) => Some(known(key, at)?),
    };
    let listed = &mut draft.active.listed;
    let columns = listed.columns.to_mut();
    let there = columns.iter().position(|it| it.column == column);
    let mut line = match there {
        Some(index) => columns[index].clone(),
        None => ProfileColumn {
            column,
            header: Cow::Borrowed(column.title()),
            required: false,
        },
    };
    if let Some((header, at)) = item.table.text("header")? {
        line.header = Cow::Owned(filled(header, at)?.to_owned());
    }
    line.required = item.table.flag("required")?.unwrap_or(line.required);
    match (there, after) {
        (Some(index), None) => columns[index] = line,
        (there, after) => {
            if let Some(index) = there {
                columns.remove(index);
            }
            let before = after.and_then(|it| columns.iter().position(|line| line.column == it));
            let place = before.map_or(columns.len(), |it| it + 1);
            columns.insert(place, line);
        }
    }
    Ok(())
}

/// A column that the standard does not list.
fn add(draft: &Draft, item: &Item<'_>) -> Result<LocalColumn, Wrong> {
    let name = item.key.strip_prefix(LOCAL).unwrap_or_default();
    let is_name = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '_';
    if name.is_empty() || name.len() > 60 || !name.chars().all(is_name) {
        let key = quoted(item.key);
        return Err(Wrong::new(
            item.at,
            format!("键不能是“{key}”；“local.”后面用小写字母、数字和“_”，如 local.bus_line"),
            format!(
                "the key cannot be \"{key}\"; behind \"local.\" stand small letters, digits and _, as in local.bus_line"
            ),
        ));
    }
    let Some((header, at)) = item.table.text("header")? else {
        return Err(Wrong::new(
            item.at,
            format!("“{}”没有写“header”，请写这一列在表里的列名", item.key),
            format!(
                "\"{}\" has no \"header\"; write the column's name in the sheet",
                item.key
            ),
        ));
    };
    let kinds = LocalKind::ALL.map(|it| (it.key(), it));
    let kind = match item.table.text("kind")? {
        None => LocalKind::Text,
        Some(given) => one_of(given, "kind", &kinds)?,
    };
    Ok(LocalColumn {
        key: Cow::Owned(item.key.to_owned()),
        header: Cow::Owned(filled(header, at)?.to_owned()),
        kind,
        required: item.table.flag("required")?.unwrap_or(false),
        is_personal: item.table.flag("personal")?.unwrap_or(true),
        after: after(draft, item)? as u16,
    })
}

/// How many of the profile's listed columns stand before a column of its own.
fn after(draft: &Draft, item: &Item<'_>) -> Result<usize, Wrong> {
    let columns = &draft.active.listed.columns;
    let Some((key, at)) = item.table.text("after")? else {
        return Ok(columns.len());
    };
    Ok(match draft.column(key, at)? {
        AnyColumn::Local(index) => usize::from(draft.locals[usize::from(index)].after),
        AnyColumn::Known(column) => {
            let place = columns.iter().position(|it| it.column == column);
            place.map_or(columns.len(), |it| it + 1)
        }
    })
}

/// The headers that name a column, its own and the aliases.
fn name(
    draft: &Draft,
    item: &Item<'_>,
    column: AnyColumn,
    headers: &mut Vec<(String, AnyColumn)>,
) -> Result<(), Wrong> {
    let own = item.table.text("header")?;
    let aliases = item.table.texts("aliases")?;
    for (text, at) in own.into_iter().chain(aliases) {
        let key = header::key(filled(text, at)?);
        if let Header::Column(known) = header::find(text)
            && column != AnyColumn::Known(known)
            && draft.active.listed.column(known).is_some()
        {
            let (text, known) = (quoted(text), known.key());
            return Err(Wrong::new(
                at,
                format!(
                    "列名“{text}”是标准列“{known}”的，给了别的列它就不检查了；请换一个列名，或把“{known}”写进 leave_out"
                ),
                format!(
                    "the header \"{text}\" is that of the known column \"{known}\", which would no longer be checked; take another, or put \"{known}\" into leave_out"
                ),
            ));
        }
        match headers.iter().find(|it| it.0 == key) {
            None => headers.push((key, column)),
            Some((_, taken)) if *taken == column => {}
            Some((_, taken)) => {
                let other = match taken {
                    AnyColumn::Known(known) => known.key(),
                    AnyColumn::Local(index) => &draft.locals[usize::from(*index)].key,
                };
                return Err(Wrong::new(
                    at,
                    format!(
                        "列名“{}”已经是“{other}”的，一个列名只能指一列",
                        quoted(text)
                    ),
                    format!(
                        "the header \"{}\" is that of \"{other}\" already; a header names one column",
                        quoted(text)
                    ),
                ));
            }
        }
    }
    Ok(())
}

fn filled(text: &str, at: At) -> Result<&str, Wrong> {
    if header::key(text).is_empty() {
        return Err(Wrong::new(at, "列名不能是空的", "a header cannot be empty"));
    }
    Ok(text)
}

/// A column whose file has a list for it is no longer compared with the standard's.
fn replace_list(draft: &mut Draft, column: Column, demands: &[Demand]) {
    let has_list = demands.iter().any(|it| {
        it.column == AnyColumn::Known(column) && matches!(it.what, roster_rules::What::List(_))
    });
    let is_off = |it: &LevelSet| it.column == Some(column) && it.level.is_none();
    if !has_list || draft.active.levels.iter().any(is_off) {
        return;
    }
    draft.active.levels.extend(LIST_RULES.map(|rule| LevelSet {
        rule: Cow::Borrowed(rule),
        column: Some(column),
        level: None,
    }));
}
