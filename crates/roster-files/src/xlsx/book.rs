//! What a workbook package consists of: its sheets, and the parts that they share.
//!
//! Parts are found by their relationships, never by their names.

use std::collections::BTreeMap;

use roster_model::Visibility;
use roster_package::xml::{Tag, Token, Tokens};
use roster_package::{Archive, Entry};

use super::declared::Declared;

/// Longest part that lists sheets or relationships.
const PART_BYTES_MAX: u64 = 64 << 20;

/// A workbook, as its package tells of it.
#[derive(Debug, Default)]
pub(crate) struct Book<'a> {
    pub(crate) sheets: Vec<SheetPart<'a>>,
    pub(crate) strings: Option<&'a Entry>,
    pub(crate) styles: Option<&'a Entry>,
    pub(crate) date_1904: bool,
    pub(crate) has_macros: bool,
    pub(crate) external_links: u32,
}

/// One sheet of the list.
#[derive(Debug)]
pub(crate) struct SheetPart<'a> {
    pub(crate) name: String,
    pub(crate) visibility: Visibility,
    /// Where its cells are; `None` if the package has no such part.
    pub(crate) entry: Option<&'a Entry>,
    /// A sheet of cells, as far as its relationship tells.
    pub(crate) is_worksheet: bool,
}

/// Reads the list of sheets. `None` if there is no readable one.
pub(crate) fn read<'a>(archive: &'a Archive) -> Option<Book<'a>> {
    let root = relations(archive, "");
    let office = root.values().find(|it| it.is("officeDocument"))?;
    let workbook = &office.target;
    let bytes = archive.read(archive.find(workbook)?, PART_BYTES_MAX).ok()?;
    let relations = relations(archive, workbook);
    let part = |kind: &str| {
        let found = relations.values().find(|it| it.is(kind));
        found.and_then(|it| archive.find(&it.target))
    };
    let mut book = Book {
        strings: part("sharedStrings"),
        styles: part("styles"),
        has_macros: relations.values().any(|it| it.is("vbaProject")),
        ..Book::default()
    };
    let links = relations.values().filter(|it| it.is("externalLink"));
    book.external_links = links.count() as u32;
    let mut tokens = Tokens::new(Declared::new(bytes.as_slice()));
    let mut is_workbook = false;
    while let Some(token) = tokens.next().ok()? {
        let Token::Start(tag) = token else { continue };
        match tag.local() {
            b"workbook" => is_workbook = true,
            b"workbookPr"
                if tag
                    .attribute("date1904")
                    .is_some_and(roster_package::xml::Value::is_true) =>
            {
                book.date_1904 = true;
            }
            b"sheet" => book.sheets.extend(sheet(&tag, archive, &relations)),
            // `x15:workbookPr` and its like.
            b"extLst" if !tag.is_closed() => tokens.skip_element().ok()?,
            _ => {}
        }
    }
    is_workbook.then_some(book)
}

fn sheet<'a>(
    tag: &Tag,
    archive: &'a Archive,
    relations: &BTreeMap<String, Relation>,
) -> Option<SheetPart<'a>> {
    let name = tag.attribute("name")?.text().into_owned();
    let id = tag.prefixed_attribute("id");
    let relation = id.and_then(|id| relations.get(id.text().as_ref()));
    let state = tag.attribute("state").map(roster_package::xml::Value::raw);
    Some(SheetPart {
        name: super::escapes::unescape(&name).into_owned(),
        visibility: match state {
            Some(b"hidden") => Visibility::Hidden,
            Some(b"veryHidden") => Visibility::VeryHidden,
            _ => Visibility::Visible,
        },
        entry: relation.and_then(|it| archive.find(&it.target)),
        is_worksheet: relation.is_none_or(|it| it.is("worksheet")),
    })
}

/// A relationship to another part of the package.
#[derive(Debug)]
pub(crate) struct Relation {
    /// The last word of its type; what stands before it differs between the two editions of the
    /// standard.
    kind: String,
    /// The name of the part.
    pub(crate) target: String,
}

impl Relation {
    pub(crate) fn is(&self, kind: &str) -> bool {
        self.kind == kind
    }
}

/// The relationships of a part (of the package itself, for an empty name), by their identifier.
pub(crate) fn relations(archive: &Archive, part: &str) -> BTreeMap<String, Relation> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let mut found = BTreeMap::new();
    let bytes = archive
        .find(&format!("{folder}/_rels/{file}.rels"))
        .and_then(|entry| archive.read(entry, PART_BYTES_MAX).ok())
        .unwrap_or_default();
    let mut tokens = Tokens::new(Declared::new(bytes.as_slice()));
    // What stands in front of damage is taken.
    while let Ok(Some(token)) = tokens.next() {
        let Token::Start(tag) = token else { continue };
        if tag.local() != b"Relationship" {
            continue;
        }
        let text = |name| tag.attribute(name).map(|it| it.text().into_owned());
        let (Some(id), Some(kind), Some(target)) = (text("Id"), text("Type"), text("Target"))
        else {
            continue;
        };
        let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
        let target = resolve(folder, &target);
        found.insert(id, Relation { kind, target });
    }
    found
}

/// The name of a part that is told from within a folder.
fn resolve(folder: &str, target: &str) -> String {
    if target.starts_with('/') {
        return target.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|it| !it.is_empty()).collect();
    for step in target.split(['/', '\\']) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            _ => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_told_from_a_folder() {
        assert_eq!(resolve("xl", "worksheets/s.xml"), "xl/worksheets/s.xml");
        assert_eq!(resolve("xl/a", "../../b/./c.xml"), "b/c.xml");
        assert_eq!(resolve("xl", "/d.xml"), "/d.xml");
        assert_eq!(resolve("", "../../../etc/passwd"), "etc/passwd");
    }
}
