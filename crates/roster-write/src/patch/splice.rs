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
        self.replace(tag.start..tag.end, with_attribute(tag, name, value));
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
    let value = escaped_attribute(value);
    let mut out = Vec::with_capacity(tag.text.len() + name.len() + value.len() + 4);
    let found = tag.attributes().find(|it| it.name == name.as_bytes());
    let whole = found.as_ref().map_or_else(
        || {
            let end = tag.text.len() - if tag.text.ends_with(b"/>") { 2 } else { 1 };
            let end = tag.text[..end].trim_ascii_end().len();
            end..end
        },
        |it| it.whole.clone(),
    );
    out.extend(&tag.text[..whole.start]);
    if found.is_none() {
        out.push(b' ');
    }
    out.extend(name.bytes());
    out.extend(b"=\"");
    out.extend(value.bytes());
    out.push(b'"');
    out.extend(&tag.text[whole.end..]);
    out
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
    fn insertions_at_one_place_stay_in_order() {
        let mut splices = Splices::default();
        splices.insert(1, "x");
        splices.insert(1, "y");
        splices.replace(2..3, "z");
        splices.remove(0..1);
        assert_eq!(splices.apply(b"abcd"), b"xybzd");
    }
}
