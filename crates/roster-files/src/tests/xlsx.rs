//! Workbooks made part by part, so that a test can write what no library writes.

mod cells;
mod hostile;
mod oracle;
mod parts;
mod rows;
mod scan;

use roster_model::{CellKind, Sheet};
use roster_package::ArchiveWriter;

use super::read_bytes;
use crate::ReadFile;
pub(super) use scan::scanned;

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The parts of a workbook with one worksheet; any of them can be changed.
pub(super) struct Parts(Vec<(String, Vec<u8>)>);

impl Parts {
    /// A workbook with this worksheet.
    pub(super) fn new(sheet: impl AsRef<[u8]>) -> Parts {
        let relation = |id: &str, kind: &str, target: &str| {
            format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
        };
        let mut parts = Parts(Vec::new());
        let root = relation("r", "officeDocument", "xl/workbook.xml");
        parts.set(
            "_rels/.rels",
            format!("<Relationships>{root}</Relationships>"),
        );
        let relations = [
            relation("s", "worksheet", "worksheets/s.xml"),
            relation("t", "sharedStrings", "strings.xml"),
            relation("l", "styles", "styles.xml"),
        ];
        parts.set(
            "xl/_rels/workbook.xml.rels",
            format!("<Relationships>{}</Relationships>", relations.concat()),
        );
        parts.set(
            "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"一班\" r:id=\"s\"/></sheets></workbook>",
        );
        parts.set("xl/worksheets/s.xml", sheet);
        parts
    }

    /// Puts a part in place of another of its name, or adds it.
    pub(super) fn set(&mut self, name: &str, content: impl AsRef<[u8]>) -> &mut Parts {
        let content = content.as_ref().to_vec();
        match self.0.iter_mut().find(|it| it.0 == name) {
            Some(part) => part.1 = content,
            None => self.0.push((name.to_owned(), content)),
        }
        self
    }

    pub(super) fn remove(&mut self, name: &str) -> &mut Parts {
        self.0.retain(|it| it.0 != name);
        self
    }

    pub(super) fn replace(&mut self, name: &str, from: &str, to: &str) -> &mut Parts {
        let part = self.0.iter_mut().find(|it| it.0 == name).unwrap();
        let text = String::from_utf8(part.1.clone()).unwrap();
        assert!(text.contains(from), "{name} has no {from}");
        part.1 = text.replace(from, to).into_bytes();
        self
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut writer = ArchiveWriter::new();
        for (name, content) in &self.0 {
            writer.add(name, content);
        }
        writer.finish()
    }

    pub(super) fn read(&self) -> ReadFile {
        read_bytes(&self.bytes())
    }

    /// The only sheet, when nothing went wrong.
    pub(super) fn sheet(&self) -> Sheet {
        let mut read = self.read();
        assert_eq!(read.failure, None);
        assert_eq!(read.sheets.len(), 1);
        read.sheets.remove(0)
    }
}

/// A header of three columns, as a row of its own.
const HEADER: &str = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c><c r="B1" t="inlineStr"><is><t>性别</t></is></c><c r="C1" t="inlineStr"><is><t>民族</t></is></c></row>"#;

/// A worksheet of the header and these rows.
pub(super) fn worksheet(rows: &str) -> String {
    format!("<worksheet><sheetData>{HEADER}{rows}</sheetData></worksheet>")
}

/// Text and kind of a cell of the pupils.
fn cell_of(sheet: &Sheet, index: usize, row: u32) -> (&str, CellKind) {
    let cells = &sheet.columns[index].cells;
    let value = cells.value(row);
    (cells.text(value), cells.kind(value))
}
