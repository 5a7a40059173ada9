//! TOML as a tree: all of it that says something a profile can use. A date is refused, because a
//! profile writes dates in quotation marks as JSON has to.

use crate::node::{
    At, Cursor, DEPTH_MAX, Entry, Node, Table, Value, Wrong, is_decimal, too_deep, twice,
};
use crate::toml_text::{is_bare, quoted};

pub(crate) fn parse(text: &str) -> Result<Node, Wrong> {
    let mut cursor = Cursor::new(text);
    cursor.take('\u{FEFF}');
    let mut document = Document::default();
    loop {
        space(&mut cursor);
        match cursor.peek() {
            None => break,
            Some('\n' | '\r') => {
                cursor.next();
            }
            Some('#') => comment(&mut cursor),
            Some('[') => {
                document.open(&mut cursor)?;
                end_of_line(&mut cursor)?;
            }
            Some(_) => {
                document.set(&mut cursor)?;
                end_of_line(&mut cursor)?;
            }
        }
    }
    Ok(Node {
        at: At { line: 1, column: 1 },
        value: Value::Table(document.root),
    })
}

/// The tables of a file so far, and the one that is open.
#[derive(Default)]
struct Document {
    root: Table,
    /// The path of the open table.
    path: Vec<(String, At)>,
    /// The paths that a header in brackets named, so that none is named twice.
    headed: Vec<Vec<String>>,
}

impl Document {
    /// A header: `[a.b]`, or `[[a.b]]` for one more item of a list.
    fn open(&mut self, cursor: &mut Cursor<'_>) -> Result<(), Wrong> {
        let at = cursor.at;
        cursor.next();
        let is_item = cursor.take('[');
        space(cursor);
        let path = keys(cursor)?;
        let close = if is_item { "]]" } else { "]" };
        if !cursor.take_text(close) {
            let (zh, en) = (format!("“{close}”"), format!("\"{close}\""));
            return Err(cursor.unexpected(&zh, &en));
        }
        let names: Vec<String> = path.iter().map(|it| it.0.clone()).collect();
        if is_item {
            // What the item before had is not what this one has.
            self.headed
                .retain(|it| !it.starts_with(&names) || it.len() == names.len());
            let (last, before) = path.split_last().ok_or_else(|| too_deep(at))?;
            let table = walk(&mut self.root, before)?;
            append(table, last, at)?;
        } else {
            if self.headed.contains(&names) {
                return Err(twice(at, &names.join(".")));
            }
            walk(&mut self.root, &path)?;
            self.headed.push(names);
        }
        self.path = path;
        Ok(())
    }

    /// `a.b = value`.
    fn set(&mut self, cursor: &mut Cursor<'_>) -> Result<(), Wrong> {
        let path = keys(cursor)?;
        if !cursor.take('=') {
            return Err(cursor.unexpected("等号“=”", "an equals sign"));
        }
        let node = value(cursor, 0)?;
        let table = walk(&mut self.root, &self.path)?;
        insert(table, &path, node)
    }
}

/// The table at a path, made where it is not there; of a list of tables the last.
fn walk<'t>(mut table: &'t mut Table, path: &[(String, At)]) -> Result<&'t mut Table, Wrong> {
    for (key, at) in path {
        let place = table.entries.iter().position(|it| it.key == *key);
        let index = if let Some(index) = place {
            index
        } else {
            table.entries.push(Entry {
                key: key.clone(),
                at: *at,
                node: Node {
                    at: *at,
                    value: Value::Table(Table::default()),
                },
            });
            table.entries.len() - 1
        };
        let value = match &mut table.entries[index].node.value {
            Value::List(nodes) => nodes.last_mut().map(|it| &mut it.value),
            value => Some(value),
        };
        let Some(Value::Table(inner)) = value else {
            return Err(no_table(*at, key));
        };
        table = inner;
    }
    Ok(table)
}

fn append(table: &mut Table, (key, at): &(String, At), header: At) -> Result<(), Wrong> {
    let item = Node {
        at: header,
        value: Value::Table(Table::default()),
    };
    match table.entries.iter_mut().find(|it| it.key == *key) {
        None => {
            let value = Value::List(vec![item]);
            let node = Node { at: *at, value };
            table.entries.push(Entry {
                key: key.clone(),
                at: *at,
                node,
            });
        }
        Some(entry) => match &mut entry.node.value {
            Value::List(nodes) => nodes.push(item),
            _ => return Err(twice(*at, key)),
        },
    }
    Ok(())
}

fn insert(table: &mut Table, path: &[(String, At)], node: Node) -> Result<(), Wrong> {
    let Some(((key, at), before)) = path.split_last() else {
        return Ok(());
    };
    let table = walk(table, before)?;
    if table.get(key).is_some() {
        return Err(twice(*at, key));
    }
    table.entries.push(Entry {
        key: key.clone(),
        at: *at,
        node,
    });
    Ok(())
}

fn no_table(at: At, key: &str) -> Wrong {
    Wrong::new(
        at,
        format!("“{key}”前面已经写过别的值，不能再当作一组"),
        format!("\"{key}\" has a value already and cannot be a table as well"),
    )
}

/// `a.b."c d"`, with the space behind it.
fn keys(cursor: &mut Cursor<'_>) -> Result<Vec<(String, At)>, Wrong> {
    let mut path = Vec::new();
    loop {
        space(cursor);
        let at = cursor.at;
        let key = match cursor.peek() {
            Some('"' | '\'') => quoted(cursor)?,
            _ => cursor.take_while(is_bare),
        };
        if key.is_empty() && cursor.at == at {
            return Err(cursor.unexpected(
                "键（字母、数字、“_”“-”；汉字要加双引号）",
                "a key: letters, digits, _ and -, or a text in double quotes",
            ));
        }
        path.push((key, at));
        space(cursor);
        if path.len() > DEPTH_MAX {
            return Err(too_deep(at));
        }
        if !cursor.take('.') {
            return Ok(path);
        }
    }
}

fn value(cursor: &mut Cursor<'_>, depth: usize) -> Result<Node, Wrong> {
    space(cursor);
    let at = cursor.at;
    if depth > DEPTH_MAX {
        return Err(too_deep(at));
    }
    let value = match cursor.peek() {
        Some('"' | '\'') => Value::Text(quoted(cursor)?),
        Some('[') => list(cursor, depth)?,
        Some('{') => table(cursor, depth)?,
        _ => plain(cursor)?,
    };
    Ok(Node { at, value })
}

fn list(cursor: &mut Cursor<'_>, depth: usize) -> Result<Value, Wrong> {
    cursor.next();
    let mut nodes = Vec::new();
    loop {
        lines(cursor);
        if cursor.take(']') {
            return Ok(Value::List(nodes));
        }
        nodes.push(value(cursor, depth + 1)?);
        lines(cursor);
        if !cursor.take(',') && cursor.peek() != Some(']') {
            return Err(cursor.unexpected("逗号“,”或“]”", "a comma or \"]\""));
        }
    }
}

fn table(cursor: &mut Cursor<'_>, depth: usize) -> Result<Value, Wrong> {
    cursor.next();
    let mut table = Table::default();
    loop {
        lines(cursor);
        if cursor.take('}') {
            return Ok(Value::Table(table));
        }
        let path = keys(cursor)?;
        if !cursor.take('=') {
            return Err(cursor.unexpected("等号“=”", "an equals sign"));
        }
        let node = value(cursor, depth + 1)?;
        insert(&mut table, &path, node)?;
        lines(cursor);
        if !cursor.take(',') && cursor.peek() != Some('}') {
            return Err(cursor.unexpected("逗号“,”或“}”", "a comma or \"}\""));
        }
    }
}

/// A number, true or false.
fn plain(cursor: &mut Cursor<'_>) -> Result<Value, Wrong> {
    let start = cursor.at;
    let text = cursor.take_while(|it| is_bare(it) || matches!(it, '+' | '.' | ':'));
    match text.as_str() {
        "" => {
            return Err(cursor.unexpected(
                "值：文字加双引号，或者数、true、false、列表",
                "a value: a text in double quotes, a number, true, false or a list",
            ));
        }
        "true" => return Ok(Value::Flag(true)),
        "false" => return Ok(Value::Flag(false)),
        _ => {}
    }
    let digits = text.replace('_', "");
    let unsigned = digits.trim_start_matches(['+', '-']);
    let has_zero = unsigned.len() > 1 && unsigned.starts_with('0') && !unsigned.starts_with("0.");
    let is_number = unsigned.starts_with(|it: char| it.is_ascii_digit()) && !has_zero;
    if let Some(number) = digits.parse().ok().filter(|_| is_number) {
        return Ok(Value::Whole(number));
    }
    if is_number && is_decimal(&digits) {
        return Ok(Value::Decimal(digits));
    }
    Err(Wrong::new(
        start,
        format!("“{text}”不是数；文字、号码和日期要加双引号，写成“\"{text}\"”"),
        format!("\"{text}\" is no number; a text, a code or a date is written in double quotes"),
    ))
}

fn space(cursor: &mut Cursor<'_>) {
    cursor.take_while(|it| matches!(it, ' ' | '\t'));
}

fn comment(cursor: &mut Cursor<'_>) {
    cursor.take_while(|it| it != '\n');
}

/// White space, line ends and comments.
fn lines(cursor: &mut Cursor<'_>) {
    loop {
        cursor.take_while(|it| matches!(it, ' ' | '\t' | '\r' | '\n'));
        if cursor.peek() != Some('#') {
            return;
        }
        comment(cursor);
    }
}

fn end_of_line(cursor: &mut Cursor<'_>) -> Result<(), Wrong> {
    space(cursor);
    if cursor.peek() == Some('#') {
        comment(cursor);
    }
    cursor.take('\r');
    match cursor.peek() {
        None | Some('\n') => Ok(()),
        Some(_) => Err(cursor.unexpected("下一行", "the end of the line")),
    }
}
