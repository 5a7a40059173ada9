//! `[Content_Types].xml`: what each part is.

use super::markup::{Malformed, root};
use super::relations::append;
use super::splice::Splices;
use crate::text::escaped_attribute;

/// What a workbook is, by whether it is one for macros. A template goes by another type; programs refuse a
/// file whose name does not fit the type.
const BOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
const BOOK_WITH_MACROS: &str = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
const TEMPLATE: &str =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml";
const TEMPLATE_WITH_MACROS: &str = "application/vnd.ms-excel.template.macroEnabled.main+xml";

/// Name of the part.
pub(super) const CONTENT_TYPES: &str = "[Content_Types].xml";

/// What changes in it.
#[derive(Debug)]
pub(super) struct ContentTypes {
    text: Vec<u8>,
    for_macros: bool,
    added: Vec<(String, &'static str)>,
    extensions: Vec<(&'static str, &'static str)>,
    removed: Vec<String>,
}

impl ContentTypes {
    /// From the text of the part.
    pub(super) fn new(text: Vec<u8>, for_macros: bool) -> Self {
        ContentTypes {
            text,
            for_macros,
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

    /// The type of a workbook that is given back as another one than it came.
    fn fitting(&self, is: Option<impl AsRef<str>>) -> Option<&'static str> {
        let is = is?;
        let fitting = if self.for_macros {
            BOOK_WITH_MACROS
        } else {
            BOOK
        };
        let kinds = [BOOK, BOOK_WITH_MACROS, TEMPLATE, TEMPLATE_WITH_MACROS];
        (kinds.contains(&is.as_ref()) && is.as_ref() != fitting).then_some(fitting)
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
            } else if let Some(fitting) = self.fitting(element.tag.attribute("ContentType")) {
                splices.set(&element.tag, "ContentType", fitting);
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
        let mut types = ContentTypes::new(text.to_vec(), false);
        assert_eq!(types.finish().unwrap(), None);
        types.add_extension("xml", "y");
        assert_eq!(types.finish().unwrap(), None);
        types.add_extension("vml", "v");
        types.add("xl/a&b.xml", "s");
        types.remove("xl/CalcChain.xml");
        let expected = "<Types><Default Extension=\"XML\" ContentType=\"x\"/><Default Extension=\"vml\" ContentType=\"v\"/><Override PartName=\"/xl/a&amp;b.xml\" ContentType=\"s\"/></Types>";
        assert_eq!(types.finish().unwrap().unwrap(), expected.as_bytes());
    }

    #[test]
    fn a_template_becomes_a_workbook() {
        let types = |kind: &str| {
            format!(
                "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"{kind}\"/></Types>"
            )
        };
        for (for_macros, fitting) in [(false, BOOK), (true, BOOK_WITH_MACROS)] {
            for kind in [BOOK, BOOK_WITH_MACROS, TEMPLATE, TEMPLATE_WITH_MACROS, "x"] {
                let text = ContentTypes::new(types(kind).into_bytes(), for_macros).finish();
                let text = text.unwrap().map(|it| String::from_utf8(it).unwrap());
                let is_kept = kind == fitting || kind == "x";
                assert_eq!(text, (!is_kept).then(|| types(fitting)), "{kind}");
            }
        }
    }
}
