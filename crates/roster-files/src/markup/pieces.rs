//! Cuts the text of a web page into tags and text, forgiving whatever can be forgiven.
//!
//! No page is refused: what is no tag is text, what is never closed ends with the page, and what
//! holds no text of the page (comments, scripts, styles) is passed over. A full HTML parser would be
//! several times the size of everything else that reads tables, and would build a tree that nobody
//! needs. Deliberately absent: nesting, which is the business of the readers of tables.

use std::borrow::Cow;

/// A piece of a page.
#[derive(Debug)]
pub(crate) enum Piece<'p> {
    /// The start of an element; names are compared in lower case.
    Start(Element<'p>),
    /// The end of an element, by its name as it stands.
    End(&'p str),
    /// Text between tags; references are not resolved.
    Text(&'p str),
}

/// A start tag.
#[derive(Debug)]
pub(crate) struct Element<'p> {
    pub(crate) name: &'p str,
    /// Everything between the name and the end of the tag.
    rest: &'p str,
}

impl<'p> Element<'p> {
    pub(crate) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The text of an attribute; empty for one without a value.
    pub(crate) fn attribute(&self, name: &str) -> Option<Cow<'p, str>> {
        let mut rest = self.rest;
        while let Some((key, value, after)) = next_attribute(rest) {
            if key.eq_ignore_ascii_case(name) {
                return Some(resolve(value));
            }
            rest = after;
        }
        None
    }
}

fn next_attribute(rest: &str) -> Option<(&str, &str, &str)> {
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
    if rest.is_empty() {
        return None;
    }
    // A stray `=` is a name, so that every step goes on.
    let first = rest.chars().next().map_or(0, char::len_utf8);
    let length = rest[first..]
        .find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '/' | '>'))
        .map_or(rest.len(), |it| it + first);
    let (key, after) = rest.split_at(length);
    let Some(value) = after.trim_ascii_start().strip_prefix('=') else {
        return Some((key, "", after));
    };
    let value = value.trim_ascii_start();
    let quote = value.chars().next().filter(|it| matches!(it, '"' | '\''));
    let (value, after) = if let Some(quote) = quote {
        value[1..].split_once(quote).unwrap_or((&value[1..], ""))
    } else {
        let end = value.find(|c: char| c.is_ascii_whitespace());
        value.split_at(end.unwrap_or(value.len()))
    };
    Some((key, value, after))
}

/// Elements whose inside is no text of the page.
const UNSEEN: [&str; 7] = [
    "script", "style", "head", "xml", "template", "noscript",
    // The note of a cell, as spreadsheet programs write it.
    "comment",
];

/// The pieces of a page.
pub(crate) struct Pieces<'p> {
    page: &'p str,
    at: usize,
    /// No head ends from here on, as far as is known.
    is_headless: bool,
}

/// Bytes of a tag that are looked at for attributes.
const ATTRIBUTES_BYTES_MAX: usize = 1 << 16;

impl<'p> Pieces<'p> {
    pub(crate) fn new(page: &'p str) -> Self {
        Pieces {
            page,
            at: 0,
            is_headless: false,
        }
    }

    /// Bytes of the page taken so far.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// The next piece; `None` at the end of the page.
    pub(crate) fn next_piece(&mut self) -> Option<Piece<'p>> {
        loop {
            let rest = &self.page[self.at..];
            let open = match memchr::memchr(b'<', rest.as_bytes()) {
                None if rest.is_empty() => return None,
                None => rest.len(),
                Some(open) => open,
            };
            if open > 0 {
                self.at += open;
                return Some(Piece::Text(&rest[..open]));
            }
            if let Some(piece) = self.tag(rest) {
                return Some(piece);
            }
        }
    }

    /// What begins with `<`; `None` for what is passed over.
    fn tag(&mut self, rest: &'p str) -> Option<Piece<'p>> {
        if rest.starts_with("<!--") {
            self.at += rest.find("-->").map_or(rest.len(), |it| it + 3);
            return None;
        }
        let is_name = |c: char| c.is_ascii_alphabetic();
        let inner = &rest[1..];
        let is_end = inner.starts_with('/');
        let name_start = &inner[usize::from(is_end)..];
        if !name_start.starts_with(is_name) {
            if inner.starts_with(['!', '?', '/']) {
                self.at += memchr::memchr(b'>', rest.as_bytes()).map_or(rest.len(), |it| it + 1);
                return None;
            }
            // A lone `<` is text.
            self.at += 1;
            return Some(Piece::Text(&rest[..1]));
        }
        let length = name_start
            .find(|c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/'))
            .unwrap_or(name_start.len());
        let (name, after) = name_start.split_at(length);
        let end = end_of_tag(after);
        let near = after.floor_char_boundary(end.min(ATTRIBUTES_BYTES_MAX));
        let attributes = after[..near].trim_end_matches('>');
        let tag_length = 1 + usize::from(is_end) + length + end;
        self.at += tag_length;
        if is_end {
            return Some(Piece::End(name));
        }
        let element = Element {
            name,
            rest: attributes,
        };
        if UNSEEN.iter().any(|it| element.is(it)) && !attributes.ends_with('/') {
            self.skip_inside(name);
            return None;
        }
        Some(Piece::Start(element))
    }

    /// Passes over what is inside an element whose text is no text of the page.
    fn skip_inside(&mut self, name: &str) {
        let is_head = name.eq_ignore_ascii_case("head");
        if is_head && self.is_headless {
            return;
        }
        let rest = &self.page[self.at..];
        match inside(rest, name) {
            Some(length) => self.at += length,
            // A head that is never closed ends where the body begins, if it is only that.
            None if is_head => self.is_headless = true,
            None => self.at += rest.len(),
        }
    }
}

/// Length of the rest of a tag with its `>`, which may also stand inside quotes. A quote that is
/// never closed is none.
fn end_of_tag(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut at = 0;
    while let Some(found) = memchr::memchr3(b'>', b'"', b'\'', &bytes[at..]) {
        let place = at + found;
        let byte = bytes[place];
        if byte == b'>' {
            return place + 1;
        }
        // Only behind `=` does a quote begin a value.
        let begins = bytes[..place].trim_ascii_end().ends_with(b"=");
        let close = memchr::memchr(byte, &bytes[place + 1..]).filter(|_| begins);
        at = place + 1 + close.map_or(0, |it| it + 1);
    }
    bytes.len()
}

/// Length of what is inside an element, without its end tag; `None` if that never comes.
fn inside(rest: &str, name: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(found) = memchr::memmem::find(&rest.as_bytes()[from..], b"</") {
        let place = from + found;
        let here = rest.as_bytes().get(place + 2..place + 2 + name.len());
        if here.is_some_and(|it| it.eq_ignore_ascii_case(name.as_bytes())) {
            return Some(place);
        }
        from = place + 2;
    }
    None
}

/// Named references that tables have.
const NAMED: [(&str, &str); 16] = [
    ("nbsp", "\u{A0}"),
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("middot", "·"),
    ("ensp", "\u{2002}"),
    ("emsp", "\u{2003}"),
    ("times", "×"),
    ("mdash", "—"),
    ("ndash", "–"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("hellip", "…"),
    ("yen", "¥"),
];
/// Longest reference between `&` and `;`.
const REFERENCE_BYTES_MAX: usize = 10;

/// Resolves references; an unknown one stays as it stands.
pub(crate) fn resolve(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut resolved = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = memchr::memchr(b'&', rest.as_bytes()) {
        resolved.push_str(&rest[..start]);
        rest = &rest[start + 1..];
        match reference(rest) {
            Some((length, character)) => {
                resolved.push_str(&character);
                rest = &rest[length..];
            }
            None => resolved.push('&'),
        }
    }
    resolved.push_str(rest);
    Cow::Owned(resolved)
}

/// The length of a reference behind its `&`, and what it stands for. Its `;` may be missing.
fn reference(rest: &str) -> Option<(usize, Cow<'static, str>)> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '#';
    let length = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
    if length == 0 || length > REFERENCE_BYTES_MAX {
        return None;
    }
    let name = &rest[..length];
    let whole = length + usize::from(rest[length..].starts_with(';'));
    if let Some(digits) = name.strip_prefix('#') {
        let code = match digits.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => digits.parse(),
        };
        let character = char::from_u32(code.ok()?)?;
        return Some((whole, Cow::Owned(character.to_string())));
    }
    let (_, text) = NAMED.iter().find(|(it, _)| *it == name)?;
    Some((whole, Cow::Borrowed(*text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(page: &str) -> String {
        let mut pieces = Pieces::new(page);
        let mut told = String::new();
        while let Some(piece) = pieces.next_piece() {
            told.push_str(&match piece {
                Piece::Start(it) => {
                    format!("[{}{}]", it.name, it.attribute("a").unwrap_or_default())
                }
                Piece::End(name) => format!("[/{name}]"),
                Piece::Text(text) => resolve(text).into_owned(),
            });
        }
        told
    }

    #[test]
    fn whatever_can_be_forgiven_is() {
        let cases = [
            ("<b>x</b>", "[b]x[/b]"),
            ("<td a=1 b>x", "[td1]x"),
            ("<td a='1>2'>x", "[td1>2]x"),
            ("<td A = \"&amp;\"/>x", "[td&]x"),
            ("<td a=\"1>x</td>", "[td1]x[/td]"),
            (
                "1<2 & 3 &lt;&#21407;&#x4E00; &nope; &nbsp",
                "1<2 & 3 <原一 &nope; \u{A0}",
            ),
            ("x<!-- <td> -->y<!--", "xy"),
            ("x<script>if (a<b) '<td>'</script>y<style>td", "x[/script]y"),
            ("<!DOCTYPE html><?xml?>x<![endif]>y", "xy"),
            ("<td", "[td]"),
            ("<", "<"),
            ("<td ='x'>y", "[td]y"),
        ];
        for (page, expected) in cases {
            assert_eq!(pieces(page), expected, "{page}");
        }
    }
}
