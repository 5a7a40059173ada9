//! One list of `styles.xml`: what is in it, and what is put behind it; and the least that there must
//! be.

use std::collections::BTreeMap;
use std::ops::Range;

use super::markup::{Element, Malformed, TagKind};
use super::relations::Dialect;
use super::splice::{Splices, with_attribute};

/// The lists in the order they must have.
pub(super) const ORDER: [&str; 11] = [
    "numFmts",
    "fonts",
    "fills",
    "borders",
    "cellStyleXfs",
    "cellXfs",
    "cellStyles",
    "dxfs",
    "tableStyles",
    "colors",
    "extLst",
];

/// The style of cells that have none, without its first character.
pub(super) const PLAIN_XF: &str = "xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>";

/// The styles of a workbook that says nothing of them.
pub(super) fn plainest(dialect: Dialect) -> Vec<u8> {
    let mut text = crate::DECLARATION.to_vec();
    let namespace = dialect.main();
    text.extend(
        format!(
            "<styleSheet xmlns=\"{namespace}\"><fonts count=\"1\"><font><sz val=\"11\"/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"1\"><{PLAIN_XF}</cellXfs></styleSheet>"
        )
        .bytes(),
    );
    text
}

/// A list of fonts, fills, borders or cell styles.
#[derive(Clone, Debug)]
pub(super) struct List {
    pub(super) name: &'static str,
    prefix: String,
    /// Where its elements stand in the part.
    old: Vec<Range<usize>>,
    /// What an empty list must begin with.
    defaults: Vec<Vec<u8>>,
    /// What comes behind, the defaults of an empty list included.
    new: Vec<Vec<u8>>,
    /// Indexes of what is old, looked for only when something is asked for.
    known: Option<BTreeMap<Vec<u8>, u32>>,
}

impl List {
    /// `defaults` are elements without `<` and prefix, with `PREFIX` where one belongs.
    pub(super) fn read(
        text: &[u8],
        element: Option<&Element<'_>>,
        name: &'static str,
        prefix: &str,
        defaults: &[&str],
    ) -> Result<Self, Malformed> {
        let mut old = Vec::new();
        if let Some(element) = element {
            let children = element.children(text)?;
            old.extend(children.iter().map(Element::whole));
        }
        let defaults = defaults.iter();
        let defaults = defaults.map(|it| format!("<{prefix}{}", it.replace("PREFIX", prefix)));
        Ok(List {
            name,
            prefix: prefix.to_owned(),
            old,
            defaults: defaults.map(String::into_bytes).collect(),
            new: Vec::new(),
            known: None,
        })
    }

    /// Number of elements, old and new.
    pub(super) fn len(&self) -> usize {
        self.old.len() + self.new.len()
    }

    /// An element; where there is no such, the first.
    pub(super) fn get<'l>(&'l self, text: &'l [u8], index: u32) -> &'l [u8] {
        let index = index as usize;
        if let Some(range) = self.old.get(index) {
            return &text[range.clone()];
        }
        if let Some(new) = self.new.get(index.wrapping_sub(self.old.len())) {
            return new;
        }
        match self.old.first() {
            Some(range) => &text[range.clone()],
            None => &self.defaults[0],
        }
    }

    /// Index of an element that is put behind the others unless it is there already.
    pub(super) fn index_of(&mut self, text: &[u8], element: Vec<u8>) -> u32 {
        if self.len() == 0 {
            self.new.clone_from(&self.defaults);
        }
        let (old, new) = (&self.old, &self.new);
        let known = self.known.get_or_insert_with(|| {
            let all = old.iter().map(|it| text[it.clone()].to_vec());
            let all = all.chain(new.iter().cloned()).zip(0..);
            // Of several that are the same, the first.
            let all: Vec<(Vec<u8>, u32)> = all.collect();
            all.into_iter().rev().collect()
        });
        let next = (self.old.len() + self.new.len()) as u32;
        let index = *known.entry(element.clone()).or_insert(next);
        if index == next {
            self.new.push(element);
        }
        index
    }

    /// Whether anything was put behind it.
    pub(super) fn has_grown(&self) -> bool {
        !self.new.is_empty()
    }

    /// Puts the new elements into the list where it stands.
    pub(super) fn extend(&self, text: &[u8], element: &Element<'_>, splices: &mut Splices) {
        if element.tag.kind == TagKind::Empty {
            splices.replace(element.whole(), self.whole());
            return;
        }
        if element.tag.attribute("count").is_some() {
            let tag = with_attribute(&element.tag, "count", &self.len().to_string());
            splices.replace(element.tag.start..element.tag.end, tag);
        }
        debug_assert!(element.inner_end <= text.len(), "found in this text");
        splices.insert(element.inner_end, self.new.concat());
    }

    /// The whole list, where the part has none.
    pub(super) fn whole(&self) -> Vec<u8> {
        let (prefix, name) = (&self.prefix, self.name);
        let begin = format!("<{prefix}{name} count=\"{}\">", self.new.len());
        let end = format!("</{prefix}{name}>");
        [begin.into_bytes(), self.new.concat(), end.into_bytes()].concat()
    }
}
