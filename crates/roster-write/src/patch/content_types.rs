//! `[Content_Types].xml`: what each part is.

use super::markup::{Malformed, root};
use super::relations::append;
use super::splice::Splices;
use crate::text::escaped_attribute;

/// Name of the part.
pub(super) const CONTENT_TYPES: &str = "[Content_Types].xml";

/// What changes in it.
#[derive(Debug)]
pub(super) struct ContentTypes {
    text: Vec<u8>,
    added: Vec<(String, &'static str)>,
    extensions: Vec<(&'static str, &'static str)>,
    removed: Vec<String>,
}

impl ContentTypes {
    /// From the text of the part.
    pub(super) fn new(text: Vec<u8>) -> Self {
        ContentTypes {
            text,
            added: Vec::new(),
            extensions: Vec::new(),
            removed: Vec::new(),
        }
    }

    /// Says what a new part is.
    pub(super) fn add(&mut self, part: &str, content_type: &'static str) {
        self.added.push((part.to_owned(), content_type));
    }

    /// Says what parts of an extension are, unless that is said already.
    pub(super) fn add_extension(&mut self, extension: &'static str, content_type: &'static str) {
        if !self.extensions.iter().any(|it| it.0 == extension) {
            self.extensions.push((extension, content_type));
        }
    }

    /// A part is no longer there.
    pub(super) fn remove(&mut self, part: &str) {
        self.removed.push(part.to_owned());
    }

    /// The text, if it has changed.
    pub(super) fn finish(&self) -> Result<Option<Vec<u8>>, Malformed> {
        let root = root(&self.text)?;
        let prefix = root.tag.prefix();
        let mut splices = Splices::default();
        let mut known = Vec::new();
        for element in root.children(&self.text)? {
            if let Some(extension) = element.tag.attribute("Extension") {
                known.push(extension.to_ascii_lowercase());
            }
            let part = element.tag.attribute("PartName");
            let is_removed = part.is_some_and(|part| {
                let part = part.trim_start_matches('/');
                self.removed.iter().any(|it| it.eq_ignore_ascii_case(part))
            });
            if is_removed {
                splices.remove(element.whole());
            }
        }
        let mut added = String::new();
        for (extension, content_type) in &self.extensions {
            if !known.iter().any(|it| it == extension) {
                added.push_str(&format!(
                    "<{prefix}Default Extension=\"{extension}\" ContentType=\"{content_type}\"/>"
                ));
            }
        }
        for (part, content_type) in &self.added {
            let part = escaped_attribute(part);
            added.push_str(&format!(
                "<{prefix}Override PartName=\"/{part}\" ContentType=\"{content_type}\"/>"
            ));
        }
        if !added.is_empty() {
            append(&mut splices, &self.text, &root, &added);
        }
        if splices.is_empty() {
            return Ok(None);
        }
        Ok(Some(splices.apply(&self.text)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_added_and_left_out() {
        let text = b"<Types><Default Extension=\"XML\" ContentType=\"x\"/><Override PartName=\"/xl/calcChain.xml\" ContentType=\"c\"/></Types>";
        let mut types = ContentTypes::new(text.to_vec());
        assert_eq!(types.finish().unwrap(), None);
        types.add_extension("xml", "y");
        assert_eq!(types.finish().unwrap(), None);
        types.add_extension("vml", "v");
        types.add("xl/a&b.xml", "s");
        types.remove("xl/CalcChain.xml");
        let expected = "<Types><Default Extension=\"XML\" ContentType=\"x\"/><Default Extension=\"vml\" ContentType=\"v\"/><Override PartName=\"/xl/a&amp;b.xml\" ContentType=\"s\"/></Types>";
        assert_eq!(types.finish().unwrap().unwrap(), expected.as_bytes());
    }
}
