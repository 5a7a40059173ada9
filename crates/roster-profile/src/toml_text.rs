//! The texts of TOML: in double or single quotation marks, on one line or several.

use crate::node::{At, Cursor, Wrong, code_point};

/// Whether a key may have the character without quotation marks.
pub(crate) fn is_bare(it: char) -> bool {
    it.is_ascii_alphanumeric() || matches!(it, '_' | '-')
}

/// A text in any of the four forms.
pub(crate) fn quoted(cursor: &mut Cursor<'_>) -> Result<String, Wrong> {
    let start = cursor.at;
    for (mark, is_literal) in [("\"\"\"", false), ("'''", true)] {
        if cursor.take_text(mark) {
            cursor.take('\r');
            cursor.take('\n');
            return long(cursor, start, mark, is_literal);
        }
    }
    let mark = cursor.next().unwrap_or('"');
    let mut text = String::new();
    loop {
        let at = cursor.at;
        match cursor.next() {
            Some(it) if it == mark => return Ok(text),
            Some('\\') if mark == '"' => escape(cursor, at, &mut text)?,
            Some('\n') | None => return Err(not_closed(start)),
            Some(character) => text.push(character),
        }
    }
}

fn long(cursor: &mut Cursor<'_>, start: At, mark: &str, is_literal: bool) -> Result<String, Wrong> {
    let mut text = String::new();
    loop {
        if cursor.take_text(mark) {
            // One or two more marks belong to the text.
            let quote = mark.chars().next().unwrap_or('"');
            for _ in 0..2 {
                if cursor.take(quote) {
                    text.push(quote);
                }
            }
            return Ok(text);
        }
        let at = cursor.at;
        match cursor.next() {
            Some('\\') if !is_literal => {
                let rest = cursor.peek();
                if matches!(rest, Some(' ' | '\t' | '\r' | '\n')) {
                    // A backslash at the end of a line takes the line end with it.
                    cursor.take_while(|it| matches!(it, ' ' | '\t' | '\r' | '\n'));
                } else {
                    escape(cursor, at, &mut text)?;
                }
            }
            Some('\r') if cursor.peek() == Some('\n') => {}
            Some(character) => text.push(character),
            None => return Err(not_closed(start)),
        }
    }
}

fn escape(cursor: &mut Cursor<'_>, at: At, text: &mut String) -> Result<(), Wrong> {
    let wrong = || {
        Wrong::new(
            at,
            "反斜杠后面的写法不对；要写反斜杠本身，请写两个，或者用单引号括起整段文字",
            "this is no escape; write two backslashes, or put the text in single quotation marks",
        )
    };
    let character = match cursor.next() {
        Some(it @ ('"' | '\\')) => Some(it),
        Some('b') => Some('\u{8}'),
        Some('t') => Some('\t'),
        Some('n') => Some('\n'),
        Some('f') => Some('\u{C}'),
        Some('r') => Some('\r'),
        Some('e') => Some('\u{1B}'),
        Some('x') => code_point(cursor, 2).and_then(char::from_u32),
        Some('u') => code_point(cursor, 4).and_then(char::from_u32),
        Some('U') => code_point(cursor, 8).and_then(char::from_u32),
        _ => None,
    };
    text.push(character.ok_or_else(wrong)?);
    Ok(())
}

fn not_closed(start: At) -> Wrong {
    Wrong::new(
        start,
        "这个引号没有结束，请在同一行补上另一个",
        "this quotation mark is not closed; close it on the same line",
    )
}
