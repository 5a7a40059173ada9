//! Which part points to which: the `.rels` of a part, read and extended.

use std::collections::BTreeMap;

use super::markup::{Malformed, TagKind, root};
use super::splice::Splices;
use crate::text::escaped_attribute;

/// The two sets of namespaces that workbooks are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    /// What nearly everybody writes.
    Transitional,
    /// Excel's "Strict Open XML".
    Strict,
}

impl Dialect {
    /// Namespace of sheets and styles.
    pub(super) fn main(self) -> &'static str {
        match self {
            Dialect::Transitional => "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            Dialect::Strict => "http://purl.oclc.org/ooxml/spreadsheetml/main",
        }
    }

    /// Namespace of the attributes that name a relation, and beginning of its type.
    pub(super) fn relations(self) -> &'static str {
        match self {
            Dialect::Transitional => {
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
            }
            Dialect::Strict => "http://purl.oclc.org/ooxml/officeDocument/relationships",
        }
    }
}

const NAMESPACE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// One relation inside the package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Relation {
    pub(super) id: String,
    /// Last word of its type, for example `worksheet`.
    pub(super) kind: String,
    /// Name of the part, without a slash at the start.
    pub(super) part: String,
}

/// The relations of one part.
#[derive(Debug)]
pub(super) struct Relations {
    source: String,
    text: Vec<u8>,
    list: Vec<Relation>,
    /// Every id, with the index of its relation where that is inside the package.
    ids: BTreeMap<String, Option<usize>>,
    added: Vec<(String, String, String)>,
    removed: Vec<String>,
}

impl Relations {
    /// Name of the part that holds the relations of a part; `""` is the package.
    pub(super) fn part_of(source: &str) -> String {
        let (folder, name) = source.rsplit_once('/').unwrap_or(("", source));
        let slash = if folder.is_empty() { "" } else { "/" };
        format!("{folder}{slash}_rels/{name}.rels")
    }

    /// Reads the relations of a part; without any, a text that has none is begun.
    pub(super) fn read(source: &str, text: Option<Vec<u8>>) -> Result<Self, Malformed> {
        let text = text.unwrap_or_else(|| {
            let mut text = crate::DECLARATION.to_vec();
            text.extend(format!("<Relationships xmlns=\"{NAMESPACE}\"></Relationships>").bytes());
            text
        });
        let (mut list, mut ids) = (Vec::new(), BTreeMap::new());
        for element in root(&text)?.children(&text)? {
            let tag = element.tag;
            let Some(id) = tag.attribute("Id") else {
                continue;
            };
            let index = ids.entry(id.to_string()).or_insert(None);
            let (Some(kind), Some(target)) = (tag.attribute("Type"), tag.attribute("Target"))
            else {
                continue;
            };
            if tag.attribute("TargetMode").as_deref() == Some("External") {
                continue;
            }
            *index = Some(list.len());
            list.push(Relation {
                id: id.into_owned(),
                kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                part: resolve(source, &target),
            });
        }
        Ok(Relations {
            source: source.to_owned(),
            text,
            list,
            ids,
            added: Vec::new(),
            removed: Vec::new(),
        })
    }

    /// All of a kind.
    pub(super) fn of_kind<'r>(&'r self, kind: &'r str) -> impl Iterator<Item = &'r Relation> {
        self.list.iter().filter(move |it| it.kind == kind)
    }

    /// The one of an id.
    pub(super) fn get(&self, id: &str) -> Option<&Relation> {
        let index = self.ids.get(id).copied().flatten();
        index.and_then(|it| self.list.get(it))
    }

    /// The id that the next relation gets.
    pub(super) fn next_id(&self) -> String {
        let ids = (self.ids.len() + 1..).map(|number| format!("rId{number}"));
        let mut free = ids.filter(|id| !self.ids.contains_key(id));
        free.next().unwrap_or_default()
    }

    /// Points to one more part, and gives the id.
    pub(super) fn add(&mut self, dialect: Dialect, kind: &str, part: &str) -> String {
        let id = self.next_id();
        self.ids.insert(id.clone(), None);
        let kind = format!("{}/{kind}", dialect.relations());
        self.added
            .push((id.clone(), kind, relative(&self.source, part)));
        id
    }

    /// Points no more to the part of an id.
    pub(super) fn remove(&mut self, id: &str) {
        self.removed.push(id.to_owned());
    }

    /// The text, if it has changed.
    pub(super) fn finish(&self) -> Result<Option<Vec<u8>>, Malformed> {
        if self.added.is_empty() && self.removed.is_empty() {
            return Ok(None);
        }
        let root = root(&self.text)?;
        let prefix = root.tag.prefix();
        let mut splices = Splices::default();
        for element in root.children(&self.text)? {
            let id = element.tag.attribute("Id");
            if id.is_some_and(|id| self.removed.iter().any(|it| *it == id)) {
                splices.remove(element.whole());
            }
        }
        let mut added = String::new();
        for (id, kind, target) in &self.added {
            let target = escaped_attribute(target);
            added.push_str(&format!(
                "<{prefix}Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{target}\"/>"
            ));
        }
        append(&mut splices, &self.text, &root, &added);
        Ok(Some(splices.apply(&self.text)))
    }
}

/// Puts text before the end tag of an element, and gives it one if it has none.
pub(super) fn append(
    splices: &mut Splices,
    text: &[u8],
    element: &super::markup::Element<'_>,
    added: &str,
) {
    if element.tag.kind != TagKind::Empty {
        splices.insert(element.inner_end, added);
        return;
    }
    let name = String::from_utf8_lossy(element.tag.name()).into_owned();
    let end = element.tag.end;
    let slash = text[..end].iter().rposition(|&it| it == b'/');
    let slash = slash.unwrap_or(end.saturating_sub(2));
    splices.replace(slash..end, format!(">{added}</{name}>"));
}

/// The part that a target means, seen from another part.
pub(super) fn resolve(source: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let folder = source.rsplit_once('/').map_or("", |it| it.0);
    let mut path: Vec<&str> = if target.starts_with('/') {
        Vec::new()
    } else {
        folder.split('/').collect()
    };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            _ => path.push(step),
        }
    }
    path.retain(|it| !it.is_empty());
    path.join("/")
}

/// The target that means a part, seen from another part.
fn relative(source: &str, part: &str) -> String {
    let mut here: Vec<&str> = source.split('/').collect();
    here.pop();
    let there: Vec<&str> = part.split('/').collect();
    let folders = there.len().saturating_sub(1);
    let shared = here
        .iter()
        .zip(&there[..folders])
        .take_while(|(a, b)| a == b)
        .count();
    let mut target = "../".repeat(here.len() - shared);
    target.push_str(&there[shared..].join("/"));
    target
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_lead_to_parts_and_back() {
        let source = "xl/worksheets/sheet1.xml";
        for (target, part) in [
            ("../comments1.xml", "xl/comments1.xml"),
            ("/xl/tables/a.xml", "xl/tables/a.xml"),
            ("b.xml", "xl/worksheets/b.xml"),
            ("./../../c.xml", "c.xml"),
            ("../../../../d.xml", "d.xml"),
        ] {
            assert_eq!(resolve(source, target), part);
        }
        for part in ["xl/comments1.xml", "xl/worksheets/b.xml", "c.xml"] {
            assert_eq!(resolve(source, &relative(source, part)), part);
        }
        assert_eq!(
            relative("xl/workbook.xml", "xl/worksheets/a.xml"),
            "worksheets/a.xml"
        );
        assert_eq!(
            Relations::part_of("xl/workbook.xml"),
            "xl/_rels/workbook.xml.rels"
        );
        assert_eq!(Relations::part_of(""), "_rels/.rels");
    }

    #[test]
    fn relations_are_added_and_left_out_with_everything_else_as_it_was() {
        let text = b"<p:Relationships xmlns:p='x'><p:Relationship Id=\"rId2\" Type=\"t/a\" Target=\"a.xml\"/> <p:Relationship Id='b' Type='t/b' Target='b' TargetMode='External'/></p:Relationships>";
        let mut relations = Relations::read("xl/w.xml", Some(text.to_vec())).unwrap();
        assert_eq!(relations.finish().unwrap(), None);
        assert_eq!(relations.of_kind("a").next().unwrap().part, "xl/a.xml");
        assert!(relations.of_kind("b").next().is_none());
        let id = relations.add(Dialect::Transitional, "worksheet", "xl/c.xml");
        assert_eq!(id, "rId3");
        relations.remove("rId2");
        let expected = "<p:Relationships xmlns:p='x'> <p:Relationship Id='b' Type='t/b' Target='b' TargetMode='External'/><p:Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"c.xml\"/></p:Relationships>";
        assert_eq!(relations.finish().unwrap().unwrap(), expected.as_bytes());
    }

    #[test]
    fn relations_without_an_end_tag_get_one() {
        let mut relations =
            Relations::read("a.xml", Some(b"<Relationships xmlns=\"x\"/>".to_vec())).unwrap();
        relations.add(Dialect::Strict, "comments", "b.xml");
        let text = relations.finish().unwrap().unwrap();
        assert_eq!(Relations::read("a.xml", Some(text)).unwrap().list.len(), 1);
    }
}
