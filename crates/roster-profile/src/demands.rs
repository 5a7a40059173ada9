//! What an item of `columns` demands of its cells.

use roster_model::{Level, Said};
use roster_rules::{Bound, Demand, Measure, What, When, kind_of};
use roster_standard::{AnyColumn, LocalKind, Profile};
use roster_values::pattern::{Fault, Pattern};

use crate::fields::{one_of, quoted};
use crate::node::{At, Entry, Node, Table, Value, Wrong};
use crate::profile::{Draft, LEVELS};
use crate::{LENGTH, RANGE, WHEN};

pub(crate) fn read(draft: &Draft, table: &Table, column: AnyColumn) -> Result<Vec<Demand>, Wrong> {
    let level = level(table)?;
    let hint = table.said("hint")?.unwrap_or_default();
    let mut wants = Vec::new();
    if let AnyColumn::Local(index) = column {
        let local = &draft.locals[usize::from(index)];
        if local.kind != LocalKind::Text {
            wants.push(What::Kind(local.kind));
        }
        if local.required {
            wants.push(What::Filled(None));
        }
    }
    // What the template demands anyway is told so when the file says how.
    let given = table.get("level").map_or(Level::Error, |_| level);
    let is_told = given != Level::Error || !hint.zh.is_empty();
    let is_required = |known| {
        draft
            .active
            .listed
            .column(known)
            .is_some_and(|it| it.required)
    };
    let filled_at = match column {
        AnyColumn::Known(known) if is_told && is_required(known) => {
            wants.push(What::Filled(None));
            given
        }
        _ => level,
    };
    if let Some(when) = when(draft, table)? {
        wants.push(What::Filled(Some(when)));
    }
    if table.flag("unique")? == Some(true) {
        wants.push(What::Once);
    }
    let list = table.texts("list")?;
    if let (true, Some(entry)) = (list.is_empty(), table.get("list")) {
        return Err(Wrong::new(
            entry.at,
            "“list”是空的，请写上可以填的内容，或删去",
            "\"list\" is empty; write what may be filled in, or delete it",
        ));
    }
    if !list.is_empty() {
        wants.push(What::List(
            list.iter().map(|it| it.0.trim().to_owned()).collect(),
        ));
    }
    if let Some(given) = table.text("pattern")? {
        wants.push(What::Pattern(pattern(given)?));
    }
    if let Some(entry) = table.get("range") {
        wants.push(range(draft, entry, column)?);
    }
    if let Some(entry) = table.get("length") {
        wants.push(length(entry)?);
    }
    let is_said_anyway = matches!(column, AnyColumn::Known(known) if is_required(known));
    if let Some(entry) = table
        .get("level")
        .filter(|_| wants.is_empty() && !is_said_anyway)
    {
        return Err(Wrong::new(
            entry.at,
            "“level”没有用：这一列没有写要求，请写上 required、required_when、unique、list、pattern、range 或 length，或者删去“level”；要改规则的级别，请写在 [levels] 里，如 R5006 = \"error\"",
            "\"level\" does nothing, since this column demands nothing; write required, required_when, unique, list, pattern, range or length, or delete \"level\". The level of a rule is set in [levels], as in R5006 = \"error\"",
        ));
    }
    let demand = |what| Demand {
        column,
        level: if what == What::Filled(None) {
            filled_at
        } else {
            level
        },
        has_level: table.get("level").is_some(),
        what,
        hint: hint.clone(),
    };
    Ok(wants.into_iter().map(demand).collect())
}

/// The level at which it is told that a demand is not met.
pub(crate) fn level(table: &Table) -> Result<Level, Wrong> {
    let Some(given) = table.text("level")? else {
        return Ok(Level::Warning);
    };
    let words: Vec<(&str, Level)> = LEVELS.iter().filter_map(|it| Some((it.0, it.1?))).collect();
    one_of(given, "level", &words)
}

/// The hint for the person who corrects the cell.
pub(crate) fn hint(table: &Table) -> Result<Said, Wrong> {
    Ok(table.said("hint")?.unwrap_or_default())
}

fn when(draft: &Draft, table: &Table) -> Result<Option<When>, Wrong> {
    let Some(table) = table.table("required_when")? else {
        return Ok(None);
    };
    table.only(WHEN)?;
    let Some((key, at)) = table.text("column")? else {
        let at = table.entries.first().map_or(At::default(), |it| it.at);
        return Err(Wrong::new(
            at,
            "“required_when”没有写“column”，如 { column = \"boarding\", is = [\"住校\"] }",
            "\"required_when\" has no \"column\"; write { column = \"boarding\", is = [\"住校\"] }",
        ));
    };
    let is = table.texts("is")?;
    Ok(Some(When {
        column: draft.column(key, at)?,
        is: is.iter().map(|it| it.0.trim().to_owned()).collect(),
    }))
}

fn pattern((text, at): (&str, At)) -> Result<Pattern, Wrong> {
    Pattern::new(text).map_err(|error| {
        let (zh, en) = match error.fault {
            Fault::NotClosed => ("有括号没有结束", "a bracket is not closed"),
            Fault::NotOpened => ("多了一个右括号", "a closing bracket has no opening one"),
            Fault::NothingToRepeat => (
                "重复符号（* + ? {}）前面没有内容；要写这个符号本身，请在前面加反斜杠",
                "nothing stands before the sign of repetition; put a backslash before the sign itself",
            ),
            Fault::Count => ("重复次数不对，要写成 {2} 或 {2,4}", "the count is written {2} or {2,4}"),
            Fault::Range => ("范围不对，要从小到大，如 [0-9]", "a range goes upwards, as in [0-9]"),
            Fault::Escape => ("反斜杠后面的写法不对", "what follows the backslash has no meaning"),
            Fault::NotSupported => (
                "这种正则写法不支持；可以用字符、[ ]、\\d、|、( )、* + ? {2,4}、\\p{Han}",
                "this part of regular expressions is not understood; use characters, [ ], \\d, |, ( ), * + ? {2,4} and \\p{Han}",
            ),
            Fault::TooLarge => ("重复套得太多", "there are too many repetitions of repetitions"),
        };
        let (place, text) = (error.at + 1, quoted(text));
        Wrong::new(
            at,
            format!("“{text}”从第{place}个字符起不对：{zh}"),
            format!("\"{text}\" is wrong from its character {place} on: {en}"),
        )
    })
}

fn range(draft: &Draft, entry: &Entry, column: AnyColumn) -> Result<What, Wrong> {
    let table = entry.node.table("range")?;
    table.only(RANGE)?;
    let kind = kind_in(draft, column);
    if kind == LocalKind::Text {
        return Err(Wrong::new(
            entry.at,
            "只有数字、日期和年月的列可以写“range”；本地的列请加上 kind = \"number\" 或 kind = \"date\"，字数用“length”",
            "only columns of numbers, dates and months have a \"range\"; give a column of your own kind = \"number\" or \"date\", or write \"length\" for characters",
        ));
    }
    let measure = Measure::Value(kind);
    let (least, most) = (bound(table, "min", measure)?, bound(table, "max", measure)?);
    ordered(entry, least, most, measure)
}

fn length(entry: &Entry) -> Result<What, Wrong> {
    let table = entry.node.table("length")?;
    table.only(LENGTH)?;
    let end = |key: &str| match table.get(key).map(|it| &it.node) {
        None => Ok(None),
        Some(Node {
            value: Value::Whole(number @ 0..),
            ..
        }) => Ok(Some(Bound {
            text: number.to_string(),
            value: i128::from(*number),
        })),
        Some(node) => Err(node.expected(key, "字数，如 4", "a number of characters")),
    };
    let (least, most) = (end("min")?, end("max")?);
    ordered(entry, least, most, Measure::Length)
}

fn ordered(
    entry: &Entry,
    least: Option<Bound>,
    most: Option<Bound>,
    measure: Measure,
) -> Result<What, Wrong> {
    let key = &entry.key;
    if least.is_none() && most.is_none() {
        return Err(Wrong::new(
            entry.at,
            format!("“{key}”要写 min（最小）或 max（最大）"),
            format!("\"{key}\" takes min or max"),
        ));
    }
    if let (Some(low), Some(high)) = (&least, &most)
        && low.value > high.value
    {
        return Err(Wrong::new(
            entry.at,
            format!(
                "“{key}”的 min（{}）比 max（{}）大，请对调",
                low.text, high.text
            ),
            format!(
                "the min of \"{key}\" ({}) is greater than its max ({}); exchange them",
                low.text, high.text
            ),
        ));
    }
    Ok(What::Range {
        measure,
        least,
        most,
    })
}

fn bound(table: &Table, key: &str, measure: Measure) -> Result<Option<Bound>, Wrong> {
    let Some(entry) = table.get(key) else {
        return Ok(None);
    };
    let text = match &entry.node.value {
        Value::Text(text) | Value::Decimal(text) => text.clone(),
        Value::Whole(number) => number.to_string(),
        _ => return Err(entry.node.expected(key, "数或日期", "a number or a date")),
    };
    match measure.of(&text) {
        Some(value) => Ok(Some(Bound { text, value })),
        None => Err(Wrong::new(
            entry.node.at,
            format!(
                "“{key}”不能是“{}”；要写数字，或者加引号的日期（\"2026-09-01\"）、年月（\"2026-09\"）",
                quoted(&text)
            ),
            format!(
                "\"{key}\" cannot be \"{}\"; it is a number, a date \"2026-09-01\" or a month \"2026-09\", as the column is",
                quoted(&text)
            ),
        )),
    }
}

/// How the cells of a column are compared; the locals are not in the profile yet.
fn kind_in(draft: &Draft, column: AnyColumn) -> LocalKind {
    match column {
        AnyColumn::Local(index) => draft.locals[usize::from(index)].kind,
        AnyColumn::Known(_) => kind_of(column, &draft.active.listed as &Profile),
    }
}
