//! A part with some of its bytes replaced; everything else is copied.

use std::ops::Range;

use super::markup::Tag;
use crate::text::escaped_attribute;

/// What is replaced in a part.
#[derive(Debug, Default)]
pub(super) struct Splices {
    list: Vec<(Range<usize>, Vec<u8>)>,
}

impl Splices {
    /// Puts bytes in front of what stands at a place; several at one place stay in order.
    pub(super) fn insert(&mut self, at: usize, bytes: impl Into<Vec<u8>>) {
        self.replace(at..at, bytes);
    }

    /// Puts bytes in the place of others. Ranges must not overlap.
    pub(super) fn replace(&mut self, range: Range<usize>, bytes: impl Into<Vec<u8>>) {
        self.list.push((range, bytes.into()));
    }

    /// Leaves bytes out.
    pub(super) fn remove(&mut self, range: Range<usize>) {
        self.replace(range, Vec::new());
    }

    /// Gives an attribute of a tag another value.
    pub(super) fn set(&mut self, tag: &Tag<'_>, name: &str, value: &str) {
        let (range, written) = attribute(tag, name, value);
        self.replace(tag.start + range.start..tag.start + range.end, written);
    }

    /// Takes an attribute out of a tag, with what separates it from what stands before.
    pub(super) fn unset(&mut self, tag: &Tag<'_>, name: &str) {
        let mut attributes = tag.attributes();
        if let Some(found) = attributes.find(|it| it.name == name.as_bytes()) {
            let start = tag.text[..found.whole.start].trim_ascii_end().len();
            self.remove(tag.start + start..tag.start + found.whole.end);
        }
    }

    /// Whether everything stays.
    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The part as it becomes.
    pub(super) fn apply(mut self, text: &[u8]) -> Vec<u8> {
        roster_order::sort_by_key(&mut self.list, |(range, _)| (range.start, range.end));
        let mut out = Vec::with_capacity(text.len() + 1024);
        let mut done = 0;
        for (range, bytes) in &self.list {
            out.extend(text.get(done..range.start).unwrap_or_default());
            out.extend(bytes);
            done = done.max(range.end);
        }
        out.extend(text.get(done..).unwrap_or_default());
        out
    }
}

/// A tag whose attribute has another value; where it has none, it comes last.
pub(super) fn with_attribute(tag: &Tag<'_>, name: &str, value: &str) -> Vec<u8> {
    let (range, written) = attribute(tag, name, value);
    let (before, behind) = (&tag.text[..range.start], &tag.text[range.end..]);
    [before, &written, behind].concat()
}

/// Where an attribute of a tag stands or will stand, and how it is written there.
fn attribute(tag: &Tag<'_>, name: &str, value: &str) -> (Range<usize>, Vec<u8>) {
    let written = format!("{name}=\"{}\"", escaped_attribute(value)).into_bytes();
    let mut attributes = tag.attributes();
    if let Some(found) = attributes.find(|it| it.name == name.as_bytes()) {
        return (found.whole, written);
    }
    let end = tag.text.len() - if tag.text.ends_with(b"/>") { 2 } else { 1 };
    let end = tag.text[..end].trim_ascii_end().len();
    (end..end, [b" ", &written[..]].concat())
}

#[cfg(test)]
mod tests {
    use super::super::markup::root;
    use super::*;

    #[test]
    fn attributes_are_changed_in_their_place_or_added_last() {
        let tag = root(b"<a b='1' c=\"2\" />").unwrap().tag;
        assert_eq!(with_attribute(&tag, "b", "<"), b"<a b=\"&lt;\" c=\"2\" />");
        assert_eq!(
            with_attribute(&tag, "d", "3"),
            b"<a b='1' c=\"2\" d=\"3\" />"
        );
    }

    #[test]
    fn several_attributes_of_a_tag_are_changed_at_once() {
        let text = b"<a b='1' t=\"2\"/>";
        let tag = root(text).unwrap().tag;
        let mut splices = Splices::default();
        splices.set(&tag, "s", "3");
        splices.unset(&tag, "t");
        splices.set(&tag, "b", "4");
        assert_eq!(splices.apply(text), b"<a b=\"4\" s=\"3\"/>");
    }

    #[test]
    fn insertions_at_one_place_stay_in_order() {
        let mut splices = Splices::default();
        splices.insert(1, "x");
        splices.insert(1, "y");
        splices.replace(2..3, "z");
        splices.remove(0..1);
        assert_eq!(splices.apply(b"abcd"), b"xybzd");
    }
}
