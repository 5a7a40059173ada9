//! Where the tags of a part stand, so that everything around them can be copied.
//!
//! Knows tags, attributes and elements; a document type is refused. Deliberately absent: what text means (`text`), and parts too large to be in memory.

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr, memmem};

use roster_package::xml::decode;

/// Why a part cannot be changed: it is no XML that anybody writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Malformed(pub(super) &'static str);

pub(super) const CUT_OFF: Malformed = Malformed("it is cut off");
const DOCTYPE: Malformed = Malformed("it declares a document type");

/// Which of the three kinds of tags.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum TagKind {
    #[default]
    Open,
    Close,
    Empty,
}

/// One tag; `start` and `end` are places in the text that was searched.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tag<'t> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: TagKind,
    /// The tag itself, from `<` to `>`.
    pub(super) text: &'t [u8],
}

impl<'t> Tag<'t> {
    /// The name with its prefix.
    pub(super) fn name(&self) -> &'t [u8] {
        let from = 1 + usize::from(self.kind == TagKind::Close);
        let name = &self.text[from..];
        let end = name
            .iter()
            .position(|it| it.is_ascii_whitespace() || matches!(it, b'/' | b'>'));
        &name[..end.unwrap_or(name.len())]
    }

    /// The prefix with its colon, or nothing.
    pub(super) fn prefix(&self) -> &'t str {
        let name = self.name();
        let end = memchr(b':', name).map_or(0, |at| at + 1);
        std::str::from_utf8(&name[..end]).unwrap_or("")
    }

    /// The name without its prefix.
    pub(super) fn local(&self) -> &'t [u8] {
        local(self.name())
    }

    /// Whether it begins an element of this name, whatever the prefix.
    pub(super) fn is(&self, name: &str) -> bool {
        self.local() == name.as_bytes()
    }

    /// The attributes in order.
    pub(super) fn attributes(&self) -> Attributes<'t> {
        Attributes {
            text: self.text,
            at: 1 + self.name().len(),
        }
    }

    /// Value of an attribute of exactly this name.
    pub(super) fn attribute(&self, name: &str) -> Option<Cow<'t, str>> {
        let found = self.attributes().find(|it| it.name == name.as_bytes());
        found.map(|it| it.value(self.text))
    }

    /// Value of an attribute that has a prefix, whatever it is, before this name.
    pub(super) fn prefixed_attribute(&self, name: &str) -> Option<Cow<'t, str>> {
        let found = self
            .attributes()
            .find(|it| it.name.len() > name.len() && local(it.name) == name.as_bytes());
        found.map(|it| it.value(self.text))
    }

    /// Value of an attribute that is a number.
    pub(super) fn number(&self, name: &str) -> Option<u32> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// Whether an attribute says yes.
    pub(super) fn flag(&self, name: &str) -> bool {
        matches!(self.attribute(name).as_deref(), Some("1" | "true" | "on"))
    }
}

fn local(name: &[u8]) -> &[u8] {
    memchr(b':', name).map_or(name, |at| &name[at + 1..])
}

/// One attribute of a tag.
#[derive(Clone, Debug)]
pub(super) struct Attribute<'t> {
    pub(super) name: &'t [u8],
    /// From the name to the closing quotation mark, in the text of the tag.
    pub(super) whole: Range<usize>,
    /// Between the quotation marks, in the text of the tag.
    pub(super) inside: Range<usize>,
}

impl<'t> Attribute<'t> {
    /// The value, in the text of its tag.
    pub(super) fn value(&self, tag: &'t [u8]) -> Cow<'t, str> {
        decode(&tag[self.inside.clone()])
    }
}

/// The attributes of a tag; ends early where there is none in the usual form.
pub(super) struct Attributes<'t> {
    text: &'t [u8],
    at: usize,
}

impl<'t> Iterator for Attributes<'t> {
    type Item = Attribute<'t>;

    fn next(&mut self) -> Option<Attribute<'t>> {
        let text = self.text;
        let start = self.at + spaces(&text[self.at..]);
        let equals = start + memchr(b'=', &text[start..])?;
        let name = text[start..equals].trim_ascii_end();
        let quote = equals + 1 + spaces(&text[equals + 1..]);
        let mark = *text.get(quote).filter(|it| matches!(it, b'"' | b'\''))?;
        let inside = quote + 1..quote + 1 + memchr(mark, &text[quote + 1..])?;
        self.at = inside.end + 1;
        Some(Attribute {
            name,
            whole: start..self.at,
            inside,
        })
    }
}

fn spaces(text: &[u8]) -> usize {
    text.iter()
        .take_while(|it| it.is_ascii_whitespace())
        .count()
}

/// The tags of a text, one after the other.
#[derive(Clone, Debug)]
pub(super) struct Tags<'t> {
    text: &'t [u8],
    at: usize,
}

impl<'t> Tags<'t> {
    /// From a place on.
    pub(super) fn new(text: &'t [u8], at: usize) -> Self {
        Tags { text, at }
    }

    /// The next tag; comments, instructions and character data are passed over.
    pub(super) fn next(&mut self) -> Result<Option<Tag<'t>>, Malformed> {
        loop {
            let rest = &self.text[self.at..];
            let Some(start) = memchr(b'<', rest) else {
                self.at = self.text.len();
                return Ok(None);
            };
            let markup = &rest[start..];
            let passed = match markup.get(1) {
                Some(b'!') => pass_declaration(markup)?,
                Some(b'?') => pass(markup, b"?>")?,
                _ => {
                    let length = tag_length(markup).ok_or(CUT_OFF)?;
                    let start = self.at + start;
                    self.at = start + length;
                    return tag(&self.text[start..self.at], start).map(Some);
                }
            };
            self.at += start + passed;
        }
    }
}

fn pass_declaration(markup: &[u8]) -> Result<usize, Malformed> {
    if markup.starts_with(b"<!--") {
        return pass(markup, b"-->");
    }
    if markup.starts_with(b"<![CDATA[") {
        return pass(markup, b"]]>");
    }
    if b"<![CDATA[".starts_with(markup) || b"<!--".starts_with(markup) {
        return Err(CUT_OFF);
    }
    Err(DOCTYPE)
}

fn pass(markup: &[u8], end: &[u8]) -> Result<usize, Malformed> {
    let found = memmem::find(markup, end).ok_or(CUT_OFF)?;
    Ok(found + end.len())
}

/// Bytes up to the `>` that no quotation mark hides.
fn tag_length(markup: &[u8]) -> Option<usize> {
    let mut at = 1;
    loop {
        let found = at + memchr::memchr3(b'>', b'"', b'\'', &markup[at..])?;
        match markup[found] {
            b'>' => return Some(found + 1),
            mark => at = found + 1 + memchr(mark, &markup[found + 1..])? + 1,
        }
    }
}

fn tag(text: &[u8], start: usize) -> Result<Tag<'_>, Malformed> {
    let kind = match (text[1], text[text.len() - 2]) {
        (b'/', _) => TagKind::Close,
        (_, b'/') => TagKind::Empty,
        _ => TagKind::Open,
    };
    let tag = Tag {
        start,
        end: start + text.len(),
        kind,
        text,
    };
    if tag.name().is_empty() {
        return Err(Malformed("a tag has no name"));
    }
    Ok(tag)
}

/// An element: its tag, and where its content and it itself end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Element<'t> {
    pub(super) tag: Tag<'t>,
    /// Where the end tag begins, or where the element ends if it has none.
    pub(super) inner_end: usize,
    pub(super) end: usize,
}

impl<'t> Element<'t> {
    /// All of it.
    pub(super) fn whole(&self) -> Range<usize> {
        self.tag.start..self.end
    }

    /// Between its tags.
    pub(super) fn inside(&self) -> Range<usize> {
        self.tag.end..self.inner_end
    }

    /// Its elements, without theirs. `text` is what the element was found in.
    pub(super) fn children(&self, text: &'t [u8]) -> Result<Vec<Element<'t>>, Malformed> {
        let mut tags = Tags::new(&text[..self.inner_end], self.tag.end);
        let mut found = Vec::new();
        while let Some(tag) = tags.next()? {
            if tag.kind == TagKind::Close {
                return Err(Malformed("an end tag stands alone"));
            }
            found.push(complete(tag, &mut tags)?);
        }
        Ok(found)
    }

    /// The first of its elements with a name.
    pub(super) fn child(
        &self,
        text: &'t [u8],
        name: &str,
    ) -> Result<Option<Element<'t>>, Malformed> {
        let children = self.children(text)?;
        Ok(children.into_iter().find(|it| it.tag.is(name)))
    }
}

/// The element that everything else of a part is in.
pub(super) fn root(text: &[u8]) -> Result<Element<'_>, Malformed> {
    if text.starts_with(&[0xFF, 0xFE]) || text.starts_with(&[0xFE, 0xFF]) {
        return Err(Malformed("it is not in UTF-8"));
    }
    let mut tags = Tags::new(text, 0);
    let Some(tag) = tags.next()? else {
        return Err(Malformed("it is empty"));
    };
    complete(tag, &mut tags)
}

/// Reads on to the end of the element that a tag begins.
pub(super) fn complete<'t>(tag: Tag<'t>, tags: &mut Tags<'t>) -> Result<Element<'t>, Malformed> {
    if tag.kind == TagKind::Empty {
        return Ok(Element {
            tag,
            inner_end: tag.end,
            end: tag.end,
        });
    }
    let mut open = vec![tag.name()];
    loop {
        let next = tags.next()?.ok_or(CUT_OFF)?;
        match next.kind {
            TagKind::Open => open.push(next.name()),
            TagKind::Empty => {}
            TagKind::Close if open.pop() == Some(next.name()) => {}
            TagKind::Close => return Err(Malformed("an end tag has another name")),
        }
        if open.is_empty() {
            return Ok(Element {
                tag,
                inner_end: next.start,
                end: next.end,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_attributes_are_found_where_they_stand() {
        let text = br#"<?xml version="1.0"?><!-- <no/> --><x:a b = '1>2' r:id="&lt;3"><c/><![CDATA[<d>]]></x:a>"#;
        let root = root(text).unwrap();
        assert_eq!((root.tag.local(), root.tag.prefix()), (&b"a"[..], "x:"));
        assert_eq!(root.tag.attribute("b").as_deref(), Some("1>2"));
        assert_eq!(root.tag.prefixed_attribute("id").as_deref(), Some("<3"));
        assert_eq!(root.tag.attribute("id"), None);
        let children = root.children(text).unwrap();
        assert_eq!(children.len(), 1);
        assert_eq!(&text[children[0].whole()], b"<c/>");
    }

    #[test]
    fn what_is_cut_off_or_declares_a_type_is_refused() {
        for text in ["<a><b></a", "<a", "<!-- ", "<a b='", "<a><b></b>"] {
            assert_eq!(root(text.as_bytes()).unwrap_err(), CUT_OFF, "{text}");
        }
        assert!(root(b"<!DOCTYPE a><a/>").is_err());
        assert!(root(b"<>").is_err());
        assert!(root(b"").is_err());
    }
}
