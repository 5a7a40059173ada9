//! Start and end tags, and their attributes, which are looked for only when asked for.

use std::borrow::Cow;

use super::text::decode;

/// A start tag, or the name of an end tag.
#[derive(Clone, Copy, Debug)]
pub struct Tag<'w> {
    raw: &'w [u8],
    /// Where the name begins and ends in `raw`.
    name: (usize, usize),
}

impl<'w> Tag<'w> {
    /// `raw` goes from `<` to `>`.
    pub(super) fn new(raw: &'w [u8]) -> Self {
        let start = if raw.get(1) == Some(&b'/') { 2 } else { 1 };
        let ends = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b'/' | b'>');
        let length = raw.iter().skip(start).position(ends);
        let end = length.map_or(raw.len(), |it| start + it);
        Tag {
            raw,
            name: (start.min(end), end),
        }
    }

    /// The bytes of the tag, from `<` to `>`.
    pub fn raw(&self) -> &'w [u8] {
        self.raw
    }

    /// The name with its prefix.
    pub fn name(&self) -> &'w [u8] {
        &self.raw[self.name.0..self.name.1]
    }

    /// The name without its prefix.
    pub fn local(&self) -> &'w [u8] {
        split(self.name()).1
    }

    /// The prefix, with its colon; empty where there is none. New elements are written with it.
    pub fn prefix(&self) -> &'w [u8] {
        let name = self.name();
        &name[..name.len() - self.local().len()]
    }

    /// Whether the element ends with this very tag (`<a/>`); no end tag follows then.
    pub fn is_closed(&self) -> bool {
        self.raw.ends_with(b"/>")
    }

    /// The attributes in order.
    pub fn attributes(&self) -> Attributes<'w> {
        Attributes {
            raw: self.raw,
            at: self.name.1,
        }
    }

    /// The value of the attribute of this name, which has no prefix.
    pub fn attribute(&self, name: &str) -> Option<Value<'w>> {
        let mut attributes = self.attributes();
        let found = attributes.find(|it| it.name == name.as_bytes())?;
        Some(found.value)
    }

    /// The value of the attribute of this name that has a prefix, whatever the prefix: `r:id`.
    pub fn prefixed_attribute(&self, local: &str) -> Option<Value<'w>> {
        let mut attributes = self.attributes();
        let found = attributes.find(|it| {
            let (prefix, name) = split(it.name);
            !prefix.is_empty() && name == local.as_bytes()
        })?;
        Some(found.value)
    }
}

/// Prefix without colon, and local name.
fn split(name: &[u8]) -> (&[u8], &[u8]) {
    match memchr::memchr(b':', name) {
        Some(colon) => (&name[..colon], &name[colon + 1..]),
        None => (&[], name),
    }
}

/// One attribute of a tag.
#[derive(Clone, Copy, Debug)]
pub struct Attribute<'w> {
    /// The name with its prefix.
    pub name: &'w [u8],
    /// The value.
    pub value: Value<'w>,
    /// Where the value stands in the raw bytes of the tag, without its quotation marks.
    pub value_start: usize,
}

/// The attributes of a tag; what is no attribute ends them.
#[derive(Clone, Debug)]
pub struct Attributes<'w> {
    raw: &'w [u8],
    at: usize,
}

impl<'w> Iterator for Attributes<'w> {
    type Item = Attribute<'w>;

    fn next(&mut self) -> Option<Attribute<'w>> {
        let raw = self.raw;
        let skip = |mut at: usize| {
            while matches!(raw.get(at), Some(b' ' | b'\t' | b'\r' | b'\n')) {
                at += 1;
            }
            at
        };
        let start = skip(self.at);
        let mut end = start;
        while !matches!(raw.get(end)?, b'=' | b' ' | b'\t' | b'\r' | b'\n' | b'>') {
            end += 1;
        }
        let equals = skip(end);
        if end == start || raw.get(equals) != Some(&b'=') {
            return None;
        }
        let open = skip(equals + 1);
        let quote = *raw.get(open).filter(|it| matches!(it, b'"' | b'\''))?;
        let value = &raw[open + 1..];
        let length = value.iter().position(|&byte| byte == quote)?;
        self.at = open + 1 + length + 1;
        Some(Attribute {
            name: &raw[start..end],
            value: Value(&value[..length]),
            value_start: open + 1,
        })
    }
}

/// The value of an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Value<'w>(&'w [u8]);

impl<'w> Value<'w> {
    /// As it stands, references not resolved.
    pub fn raw(self) -> &'w [u8] {
        self.0
    }

    /// The text.
    pub fn text(self) -> Cow<'w, str> {
        decode(self.0)
    }

    /// The whole number that the value is, if it is one.
    pub fn number(self) -> Option<u32> {
        let digits = self.0.trim_ascii();
        if digits.is_empty() || digits.len() > 10 {
            return None;
        }
        let mut number = 0_u32;
        for byte in digits {
            let digit = byte.is_ascii_digit().then_some(byte & 15)?;
            number = number.checked_mul(10)?.checked_add(u32::from(digit))?;
        }
        Some(number)
    }

    /// Whether the value says yes.
    pub fn is_true(self) -> bool {
        matches!(self.0, b"1" | b"true" | b"on")
    }
}
