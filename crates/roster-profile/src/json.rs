//! JSON as a tree. Stricter than it needs to be in nothing; a comma before a closing bracket and
//! comments are refused with a sentence of their own, because people write them.

use crate::node::{
    At, Cursor, DEPTH_MAX, Entry, Node, Table, Value, Wrong, code_point, is_decimal, too_deep,
    twice,
};

pub(crate) fn parse(text: &str) -> Result<Node, Wrong> {
    let mut cursor = Cursor::new(text);
    let node = value(&mut cursor, 0)?;
    space(&mut cursor)?;
    if cursor.peek().is_some() {
        return Err(cursor.unexpected("文件结尾", "the end of the file"));
    }
    Ok(node)
}

fn space(cursor: &mut Cursor<'_>) -> Result<(), Wrong> {
    cursor.take_while(|it| matches!(it, ' ' | '\t' | '\r' | '\n' | '\u{FEFF}'));
    if cursor.peek() == Some('/') || cursor.peek() == Some('#') {
        return Err(Wrong::new(
            cursor.at,
            "JSON 里不能写注释，请删去（TOML 可以写注释）",
            "JSON has no comments; delete it, or write TOML",
        ));
    }
    Ok(())
}

fn value(cursor: &mut Cursor<'_>, depth: usize) -> Result<Node, Wrong> {
    space(cursor)?;
    let at = cursor.at;
    if depth > DEPTH_MAX {
        return Err(too_deep(at));
    }
    let value = match cursor.peek() {
        Some('{') => table(cursor, depth)?,
        Some('[') => list(cursor, depth)?,
        Some('"') => Value::Text(text(cursor)?),
        Some('-' | '0'..='9') => number(cursor)?,
        _ => word(cursor)?,
    };
    Ok(Node { at, value })
}

fn table(cursor: &mut Cursor<'_>, depth: usize) -> Result<Value, Wrong> {
    cursor.next();
    let mut table = Table::default();
    space(cursor)?;
    if cursor.take('}') {
        return Ok(Value::Table(table));
    }
    loop {
        space(cursor)?;
        let at = cursor.at;
        if cursor.peek() != Some('"') {
            return Err(cursor.unexpected("用双引号括起的键", "a key in double quotes"));
        }
        let key = text(cursor)?;
        if table.get(&key).is_some() {
            return Err(twice(at, &key));
        }
        space(cursor)?;
        if !cursor.take(':') {
            return Err(cursor.unexpected("冒号“:”", "a colon"));
        }
        let node = value(cursor, depth + 1)?;
        table.entries.push(Entry { key, at, node });
        if ends(cursor, '}')? {
            return Ok(Value::Table(table));
        }
    }
}

fn list(cursor: &mut Cursor<'_>, depth: usize) -> Result<Value, Wrong> {
    cursor.next();
    let mut nodes = Vec::new();
    space(cursor)?;
    if cursor.take(']') {
        return Ok(Value::List(nodes));
    }
    loop {
        nodes.push(value(cursor, depth + 1)?);
        if ends(cursor, ']')? {
            return Ok(Value::List(nodes));
        }
    }
}

/// Whether the closing bracket is there; otherwise a comma and something behind it must be.
fn ends(cursor: &mut Cursor<'_>, close: char) -> Result<bool, Wrong> {
    space(cursor)?;
    if cursor.take(close) {
        return Ok(true);
    }
    let comma = cursor.at;
    if !cursor.take(',') {
        let (zh, en) = (
            format!("逗号“,”或“{close}”"),
            format!("a comma or \"{close}\""),
        );
        return Err(cursor.unexpected(&zh, &en));
    }
    space(cursor)?;
    if cursor.peek() == Some(close) {
        return Err(Wrong::new(
            comma,
            format!("“{close}”前面多了一个逗号，请删去"),
            format!("there is a comma too many before \"{close}\"; delete it"),
        ));
    }
    Ok(false)
}

fn text(cursor: &mut Cursor<'_>) -> Result<String, Wrong> {
    let start = cursor.at;
    cursor.next();
    let mut text = String::new();
    loop {
        let at = cursor.at;
        match cursor.next() {
            Some('"') => return Ok(text),
            Some('\\') => text.push(escape(cursor, at)?),
            Some('\n') | None => {
                return Err(Wrong::new(
                    start,
                    "这个双引号没有结束，请在同一行补上另一个",
                    "this quotation mark is not closed; close it on the same line",
                ));
            }
            Some(character) => text.push(character),
        }
    }
}

fn escape(cursor: &mut Cursor<'_>, at: At) -> Result<char, Wrong> {
    let wrong = || {
        Wrong::new(
            at,
            "反斜杠后面的写法不对；要写反斜杠本身，请写两个“\\\\”",
            "this is no escape; write a backslash itself as two of them",
        )
    };
    match cursor.next() {
        Some(it @ ('"' | '\\' | '/')) => Ok(it),
        Some('b') => Ok('\u{8}'),
        Some('f') => Ok('\u{C}'),
        Some('n') => Ok('\n'),
        Some('r') => Ok('\r'),
        Some('t') => Ok('\t'),
        Some('u') => {
            let first = code_point(cursor, 4).ok_or_else(wrong)?;
            if !(0xD800..0xDC00).contains(&first) {
                return char::from_u32(first).ok_or_else(wrong);
            }
            if !cursor.take_text("\\u") {
                return Err(wrong());
            }
            let second = code_point(cursor, 4).filter(|it| (0xDC00..0xE000).contains(it));
            let second = second.ok_or_else(wrong)?;
            char::from_u32(0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00))
                .ok_or_else(wrong)
        }
        _ => Err(wrong()),
    }
}

fn number(cursor: &mut Cursor<'_>) -> Result<Value, Wrong> {
    let at = cursor.at;
    let text =
        cursor.take_while(|it| it.is_ascii_digit() || matches!(it, '-' | '+' | '.' | 'e' | 'E'));
    let digits = text.trim_start_matches('-');
    let has_zero = digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.");
    if !has_zero {
        if let Ok(number) = text.parse() {
            return Ok(Value::Whole(number));
        }
        if is_decimal(&text) && !text.starts_with('+') {
            return Ok(Value::Decimal(text));
        }
    }
    Err(Wrong::new(
        at,
        format!("“{text}”不是数；号码和日期要加双引号，写成“\"{text}\"”"),
        format!("\"{text}\" is no number; a code or a date is written in double quotes"),
    ))
}

fn word(cursor: &mut Cursor<'_>) -> Result<Value, Wrong> {
    let at = cursor.at;
    for (word, flag) in [("true", true), ("false", false)] {
        if cursor.take_text(word) {
            return Ok(Value::Flag(flag));
        }
    }
    if cursor.starts_with("null") {
        return Err(Wrong::new(
            at,
            "不能写 null，不需要的项请整项删去",
            "null says nothing; delete the whole item",
        ));
    }
    Err(cursor.unexpected(
        "值：文字加双引号，或者数、true、false、列表",
        "a value: a text in double quotes, a number, true, false or a list",
    ))
}
