//! Text between tags: references and line ends resolved, and back again.

use std::borrow::Cow;

/// A piece of text between tags. A long text comes in several pieces; none is cut inside a
/// character or a reference.
#[derive(Clone, Copy, Debug)]
pub struct Text<'w> {
    pub(super) raw: &'w [u8],
    pub(super) content: &'w [u8],
    pub(super) is_verbatim: bool,
}

impl<'w> Text<'w> {
    /// The bytes as they stand, with the marks of a CDATA section.
    pub fn raw(&self) -> &'w [u8] {
        self.raw
    }

    /// Adds the text to `text`. Bytes that are no UTF-8 become `�`.
    pub fn push_to(&self, text: &mut String) {
        if self.is_verbatim {
            push_lines(self.content, text);
        } else {
            push_decoded(self.content, text);
        }
    }

    /// The text.
    pub fn text(&self) -> Cow<'w, str> {
        if self.is_verbatim {
            let mut text = String::new();
            push_lines(self.content, &mut text);
            Cow::Owned(text)
        } else {
            decode(self.content)
        }
    }

    /// Whether there is nothing but white space.
    pub fn is_blank(&self) -> bool {
        self.content.iter().all(u8::is_ascii_whitespace)
    }
}

/// Resolves references and line ends. An unknown reference stays as it stands.
pub fn decode(raw: &[u8]) -> Cow<'_, str> {
    if memchr::memchr2(b'&', b'\r', raw).is_none() {
        return String::from_utf8_lossy(raw);
    }
    let mut text = String::with_capacity(raw.len());
    push_decoded(raw, &mut text);
    Cow::Owned(text)
}

/// Makes a text fit to stand between tags and between double quotation marks. Characters that XML
/// cannot hold are left out.
pub fn escape(text: &str) -> Cow<'_, str> {
    let special = |c: char| matches!(c, '&' | '<' | '>' | '"' | '\r') || !is_allowed(c);
    if !text.contains(special) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\r' => escaped.push_str("&#13;"),
            c if is_allowed(c) => escaped.push(c),
            _ => {}
        }
    }
    Cow::Owned(escaped)
}

/// Whether XML 1.0 can hold a character.
fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..)
}

fn push_decoded(raw: &[u8], text: &mut String) {
    let mut rest = raw;
    while let Some(at) = memchr::memchr(b'&', rest) {
        push_lines(&rest[..at], text);
        rest = &rest[at..];
        let end = rest
            .iter()
            .take(REFERENCE_BYTES_MAX)
            .position(|&it| it == b';');
        let found = end.and_then(|end| Some((reference(&rest[1..end])?, end)));
        if let Some((c, end)) = found {
            text.push(c);
            rest = &rest[end + 1..];
        } else {
            text.push('&');
            rest = &rest[1..];
        }
    }
    push_lines(rest, text);
}

/// The longest reference that is resolved, with `&` and `;`.
pub(super) const REFERENCE_BYTES_MAX: usize = 12;

fn reference(name: &[u8]) -> Option<char> {
    match name {
        b"amp" => Some('&'),
        b"lt" => Some('<'),
        b"gt" => Some('>'),
        b"quot" => Some('"'),
        b"apos" => Some('\''),
        _ => {
            let digits = str::from_utf8(name.strip_prefix(b"#")?).ok()?;
            let code = match digits.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => digits.parse(),
            };
            char::from_u32(code.ok()?)
        }
    }
}

/// Adds bytes without references; every kind of line end becomes one line feed.
fn push_lines(raw: &[u8], text: &mut String) {
    if memchr::memchr(b'\r', raw).is_none() {
        push_lossy(raw, text);
        return;
    }
    for (index, piece) in raw.split(|&byte| byte == b'\r').enumerate() {
        if index > 0 && piece.first() != Some(&b'\n') {
            text.push('\n');
        }
        push_lossy(piece, text);
    }
}

fn push_lossy(raw: &[u8], text: &mut String) {
    match str::from_utf8(raw) {
        Ok(it) => text.push_str(it),
        Err(_) => text.push_str(&String::from_utf8_lossy(raw)),
    }
}
