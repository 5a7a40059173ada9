//! `workbook.xml`, which lists the sheets, and `docProps/app.xml`, which may list them again.

use super::markup::{Element, Malformed, Tag, root};
use super::relations::{Dialect, append};
use super::splice::Splices;
use crate::link_to;
use crate::text::escaped_attribute;

/// The hidden name of the cells under filter buttons.
const FILTER_NAME: &str = "_xlnm._FilterDatabase";
const BEFORE_NAMES: [&str; 3] = ["sheets", "functionGroups", "externalReferences"];
const BEFORE_CALCULATION: [&str; 4] = [
    "sheets",
    "functionGroups",
    "externalReferences",
    "definedNames",
];

/// When the formulas of a workbook are worked out again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Calculation {
    /// When the workbook says.
    AsItWas,
    /// When it is opened, because cells that they look at have changed.
    OnOpening,
}

/// One sheet of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Listed {
    pub(super) name: String,
    /// Relation of the workbook that leads to the sheet.
    pub(super) relation: String,
}

/// A sheet that is put behind the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Added {
    pub(super) name: String,
    pub(super) relation: String,
    /// The cells that have filter buttons over them, such as `$A$1:$C$9`.
    pub(super) filter: Option<String>,
}

/// A sheet of the list whose cells are others now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Replaced {
    /// Its place in the list.
    pub(super) index: usize,
    pub(super) name: String,
    /// The cells that have filter buttons over them now.
    pub(super) filter: Option<String>,
}

/// What the workbook says of itself.
#[derive(Debug)]
pub(super) struct Book {
    text: Vec<u8>,
    pub(super) dialect: Dialect,
    pub(super) sheets: Vec<Listed>,
    sheet_id_max: u32,
}

impl Book {
    /// Reads the list of sheets.
    pub(super) fn read(text: Vec<u8>) -> Result<Self, Malformed> {
        let root = root(&text)?;
        if !root.tag.is("workbook") {
            return Err(Malformed("it is no workbook"));
        }
        let dialect = dialect_of(&root.tag);
        let list = sheets_of(&text, &root)?;
        let (mut sheets, mut sheet_id_max) = (Vec::new(), 0);
        for element in list.children(&text)? {
            let tag = element.tag;
            sheet_id_max = sheet_id_max.max(tag.number("sheetId").unwrap_or(0));
            let name = tag.attribute("name").unwrap_or_default().into_owned();
            let relation = tag.prefixed_attribute("id").unwrap_or_default();
            let relation = relation.into_owned();
            sheets.push(Listed { name, relation });
        }
        Ok(Book {
            text,
            dialect,
            sheets,
            sheet_id_max,
        })
    }

    /// The text with more sheets behind the others, and with what is asked of formulas.
    pub(super) fn with(
        &self,
        added: &[Added],
        replaced: &[Replaced],
        calculation: Calculation,
    ) -> Result<Vec<u8>, Malformed> {
        let text = &self.text;
        let root = root(text)?;
        let mut splices = Splices::default();
        if !added.is_empty() {
            self.list(&mut splices, &root, added)?;
        }
        let old = replaced.iter();
        let old = old.map(|it| (it.index, it.name.as_str(), &it.filter));
        let new = added.iter().zip(self.sheets.len()..);
        let new = new.map(|(it, index)| (index, it.name.as_str(), &it.filter));
        let filters: Vec<_> = old.chain(new).collect();
        self.name_filters(&mut splices, &root, &filters)?;
        if calculation == Calculation::OnOpening {
            match root.child(text, "calcPr")? {
                Some(it) if it.tag.flag("fullCalcOnLoad") => {}
                Some(it) => splices.set(&it.tag, "fullCalcOnLoad", "1"),
                None => {
                    let children = root.children(text)?;
                    let at = end_of_last(&children, &BEFORE_CALCULATION);
                    let prefix = root.tag.prefix();
                    let calculation = format!("<{prefix}calcPr fullCalcOnLoad=\"1\"/>");
                    splices.insert(at.unwrap_or(root.inner_end), calculation);
                }
            }
        }
        Ok(splices.apply(text))
    }

    /// Puts sheets behind the others.
    fn list(
        &self,
        splices: &mut Splices,
        root: &Element<'_>,
        added: &[Added],
    ) -> Result<(), Malformed> {
        let text = &self.text;
        let prefix = root.tag.prefix();
        let list = sheets_of(text, root)?;
        let mut listed = String::new();
        for (sheet, number) in added.iter().zip(1..) {
            listed.push_str(&format!(
                "<{prefix}sheet name=\"{}\" sheetId=\"{}\" {}/>",
                escaped_attribute(&sheet.name),
                self.sheet_id_max.saturating_add(number),
                relation_attribute(&root.tag, self.dialect, &sheet.relation),
            ));
        }
        append(splices, text, &list, &listed);
        Ok(())
    }

    /// Filter buttons need a hidden name for the cells they are over: place in the list, name and
    /// cells of each sheet.
    fn name_filters(
        &self,
        splices: &mut Splices,
        root: &Element<'_>,
        filters: &[(usize, &str, &Option<String>)],
    ) -> Result<(), Malformed> {
        let prefix = root.tag.prefix();
        let children = root.children(&self.text)?;
        let list = children.iter().find(|it| it.tag.is("definedNames"));
        let known = match list {
            Some(list) => list.children(&self.text)?,
            None => Vec::new(),
        };
        let mut names = String::new();
        for (index, sheet, filter) in filters {
            let Some(filter) = filter else {
                continue;
            };
            let cells = escaped_attribute(&link_to(sheet, filter));
            let is_its = |it: &&Element<'_>| {
                let name = it.tag.attribute("name");
                let sheet = it.tag.number("localSheetId");
                name.as_deref() == Some(FILTER_NAME) && sheet == u32::try_from(*index).ok()
            };
            if let Some(old) = known.iter().find(is_its) {
                splices.replace(old.inside(), cells.as_bytes());
                continue;
            }
            names.push_str(&format!(
                "<{prefix}definedName name=\"{FILTER_NAME}\" localSheetId=\"{index}\" hidden=\"1\">{cells}</{prefix}definedName>",
            ));
        }
        if names.is_empty() {
            return Ok(());
        }
        if let Some(list) = list {
            append(splices, &self.text, list, &names);
            return Ok(());
        }
        let at = end_of_last(&children, &BEFORE_NAMES);
        let list = format!("<{prefix}definedNames>{names}</{prefix}definedNames>");
        splices.insert(at.unwrap_or(root.inner_end), list);
        Ok(())
    }
}

/// Where the last of some elements ends.
fn end_of_last(children: &[Element<'_>], names: &[&str]) -> Option<usize> {
    let last = children
        .iter()
        .rfind(|it| names.iter().any(|name| it.tag.is(name)));
    last.map(|it| it.end)
}

fn sheets_of<'t>(text: &'t [u8], root: &Element<'t>) -> Result<Element<'t>, Malformed> {
    root.child(text, "sheets")?
        .ok_or(Malformed("it lists no sheets"))
}

/// The namespaces that a part is written in.
pub(super) fn dialect_of(root: &Tag<'_>) -> Dialect {
    let name = format!("xmlns:{}", root.prefix());
    let name = name.trim_end_matches(':');
    match root.attribute(name) {
        Some(namespace) if namespace == Dialect::Strict.main() => Dialect::Strict,
        _ => Dialect::Transitional,
    }
}

/// The attribute that names a relation, with its namespace where the part has not said it.
pub(super) fn relation_attribute(root: &Tag<'_>, dialect: Dialect, id: &str) -> String {
    let namespace = dialect.relations();
    let prefix = root.attributes().find_map(|it| {
        let prefix = it.name.strip_prefix(b"xmlns:")?;
        let is_it = it.value(root.text) == namespace;
        is_it.then(|| String::from_utf8_lossy(prefix).into_owned())
    });
    let id = escaped_attribute(id);
    match prefix {
        Some(prefix) => format!("{prefix}:id=\"{id}\""),
        None => format!("xmlns:r=\"{namespace}\" r:id=\"{id}\""),
    }
}

/// `docProps/app.xml` with more names of sheets, where it lists them; else `None`.
pub(super) fn with_titles(text: &[u8], names: &[&str]) -> Option<Vec<u8>> {
    let root = root(text).ok()?;
    let pairs = root.child(text, "HeadingPairs").ok()??;
    let pairs = pairs.child(text, "vector").ok()??;
    // The first pair is that of the sheets, under a name that depends on the language.
    let variants = pairs.children(text).ok()?;
    let count = variants.get(1)?.children(text).ok()?;
    let count = count.first().filter(|it| it.tag.is("i4"))?;
    let number: usize = std::str::from_utf8(&text[count.inside()])
        .ok()?
        .trim()
        .parse()
        .ok()?;
    let titles = root.child(text, "TitlesOfParts").ok()??;
    let titles = titles.child(text, "vector").ok()??;
    let size = titles.tag.number("size")?;
    let listed = titles.children(text).ok()?;
    if number == 0 || number > listed.len() || size as usize != listed.len() {
        return None;
    }
    let last = listed[number - 1];
    let prefix = last.tag.prefix();
    let mut splices = Splices::default();
    let added: String = names
        .iter()
        .map(|it| format!("<{prefix}lpstr>{}</{prefix}lpstr>", escaped_attribute(it)))
        .collect();
    splices.replace(count.inside(), (number + names.len()).to_string());
    let size = size as usize + names.len();
    splices.set(&titles.tag, "size", &size.to_string());
    splices.insert(last.end, added);
    Some(splices.apply(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOOK: &str = "<x:workbook xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><x:sheets><x:sheet name=\"a&amp;b\" sheetId=\"7\" q:id=\"rId9\" xmlns:q=\"z\"/></x:sheets><x:calcPr/></x:workbook>";

    #[test]
    fn sheets_come_last_and_filters_have_their_names() {
        let book = Book::read(BOOK.into()).unwrap();
        assert_eq!(book.sheets[0].name, "a&b");
        assert_eq!(book.sheets[0].relation, "rId9");
        let added = Added {
            name: "结果'".to_owned(),
            relation: "rId1".to_owned(),
            filter: Some("$A$1:$B$2".to_owned()),
        };
        let text =
            String::from_utf8(book.with(&[added], &[], Calculation::AsItWas).unwrap()).unwrap();
        let expected = "<x:sheet name=\"结果'\" sheetId=\"8\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"rId1\"/></x:sheets><x:definedNames><x:definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"1\" hidden=\"1\">'结果'''!$A$1:$B$2</x:definedName></x:definedNames><x:calcPr/></x:workbook>";
        assert!(text.ends_with(expected), "{text}");
        let text = book.with(&[], &[], Calculation::OnOpening).unwrap();
        let expected = BOOK.replace("<x:calcPr/>", "<x:calcPr fullCalcOnLoad=\"1\"/>");
        assert_eq!(text, expected.as_bytes());
        let book = Book::read(BOOK.replace("<x:calcPr/>", "<x:p/>").into()).unwrap();
        let text = book.with(&[], &[], Calculation::OnOpening).unwrap();
        let expected = expected.replace("</x:workbook>", "<x:p/></x:workbook>");
        assert_eq!(text, expected.as_bytes());
    }

    #[test]
    fn titles_are_added_behind_those_of_sheets() {
        let text = "<Properties xmlns:vt=\"v\"><HeadingPairs><vt:vector size=\"4\"><vt:variant><vt:lpstr>工作表</vt:lpstr></vt:variant><vt:variant><vt:i4>1</vt:i4></vt:variant><vt:variant><vt:lpstr>名</vt:lpstr></vt:variant><vt:variant><vt:i4>1</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts><vt:vector size=\"2\"><vt:lpstr>a</vt:lpstr><vt:lpstr>n</vt:lpstr></vt:vector></TitlesOfParts></Properties>";
        let new = String::from_utf8(with_titles(text.as_bytes(), &["b"]).unwrap()).unwrap();
        assert!(new.contains("<vt:i4>2</vt:i4></vt:variant><vt:variant><vt:lpstr>名"));
        assert!(new.contains("size=\"3\"><vt:lpstr>a</vt:lpstr><vt:lpstr>b</vt:lpstr><vt:lpstr>n"));
        assert_eq!(with_titles(b"<Properties/>", &["b"]), None);
    }
}
