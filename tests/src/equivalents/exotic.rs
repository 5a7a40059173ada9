//! Workbooks as other programs write them, put together by hand: every element with a prefix, the
//! Strict namespaces, and the least that the standard asks for.

use super::formats::{archive_of, escaped};

/// A way to write a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    /// `<x:row>` for `<row>`, parts found through absolute targets.
    Prefixed,
    /// The namespaces of ISO 29500 Strict; dates as ISO text.
    Strict,
    /// Neither `r` nor `dimension`; every text stands in its cell.
    Bare,
}

const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// Serial of 1970-01-01.
const EPOCH: i64 = 25_569;

/// The lines as the one sheet of a workbook.
pub(super) fn workbook(lines: &[Vec<String>], dialect: Dialect) -> Vec<u8> {
    let writer = Writer {
        dialect,
        texts: Vec::new(),
    };
    writer.archive(lines)
}

struct Writer {
    dialect: Dialect,
    texts: Vec<String>,
}

impl Writer {
    fn archive(mut self, lines: &[Vec<String>]) -> Vec<u8> {
        let sheet = self.sheet(lines);
        let (main, relations) = match self.dialect {
            Dialect::Strict => (
                "http://purl.oclc.org/ooxml/spreadsheetml/main",
                "http://purl.oclc.org/ooxml/officeDocument/relationships",
            ),
            _ => (
                "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            ),
        };
        let (p, declared) = match self.dialect {
            Dialect::Prefixed => ("x:", format!("xmlns:x=\"{main}\"")),
            _ => ("", format!("xmlns=\"{main}\"")),
        };
        let book = format!(
            "<{p}workbook {declared} xmlns:r=\"{relations}\"><{p}sheets>\
             <{p}sheet name=\"三年级\" sheetId=\"7\" r:id=\"rId3\"/></{p}sheets></{p}workbook>"
        );
        let styles = format!(
            "<{p}styleSheet {declared}><{p}numFmts><{p}numFmt numFmtId=\"170\" \
             formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/></{p}numFmts>\
             <{p}cellXfs><{p}xf numFmtId=\"0\"/><{p}xf numFmtId=\"170\"/></{p}cellXfs></{p}styleSheet>"
        );
        let items = self.texts.iter();
        let items = items.map(|it| format!("<{p}si><{p}t>{}</{p}t></{p}si>", escaped(it)));
        let items: String = items.collect();
        let texts = format!("<{p}sst {declared}>{items}</{p}sst>");
        let root = match self.dialect {
            Dialect::Prefixed => "/xl/",
            _ => "",
        };
        let targets = [("rId1", "styles"), ("rId2", "sharedStrings")].map(|(id, name)| {
            relation(
                id,
                &format!("{relations}/{name}"),
                &format!("{root}{name}.xml"),
            )
        });
        let targets = targets.concat()
            + &relation(
                "rId3",
                &format!("{relations}/worksheet"),
                &format!("{root}worksheets/s.xml"),
            );
        let first = relation(
            "rId1",
            &format!("{relations}/officeDocument"),
            "xl/workbook.xml",
        );
        let parts = [
            ("[Content_Types].xml", content_types()),
            ("_rels/.rels", relationships(&first)),
            ("xl/workbook.xml", book),
            ("xl/_rels/workbook.xml.rels", relationships(&targets)),
            ("xl/styles.xml", styles),
            ("xl/sharedStrings.xml", texts),
            (
                "xl/worksheets/s.xml",
                format!("<{p}worksheet {declared}>{sheet}</{p}worksheet>"),
            ),
        ];
        let parts = parts.map(|(name, text)| {
            let text = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{text}");
            (name.to_owned(), text.into_bytes())
        });
        archive_of(&parts)
    }

    fn sheet(&mut self, lines: &[Vec<String>]) -> String {
        let p = match self.dialect {
            Dialect::Prefixed => "x:",
            _ => "",
        };
        let mut text = format!("<{p}sheetData>");
        for (row, line) in (1..).zip(lines) {
            match self.dialect {
                Dialect::Bare => text += "<row>",
                _ => text += &format!("<{p}row r=\"{row}\">"),
            }
            for (position, cell) in (b'A'..).zip(line) {
                let place = format!(" r=\"{}{row}\"", char::from(position));
                text += &self.cell(p, &place, cell);
            }
            text += &format!("</{p}row>");
        }
        text + &format!("</{p}sheetData>")
    }

    fn cell(&mut self, p: &str, place: &str, cell: &str) -> String {
        let place = match self.dialect {
            Dialect::Bare => "",
            _ => place,
        };
        match cell.split_once(':') {
            Some(("num", number)) => format!("<{p}c{place}><{p}v>{number}</{p}v></{p}c>"),
            Some(("date", date)) if self.dialect == Dialect::Strict => {
                format!("<{p}c{place} s=\"1\" t=\"d\"><{p}v>{date}</{p}v></{p}c>")
            }
            Some(("date", date)) => {
                let serial = serial(date);
                format!("<{p}c{place} s=\"1\"><{p}v>{serial}</{p}v></{p}c>")
            }
            // An empty cell keeps its place where nothing else says it.
            _ if cell.is_empty() && self.dialect == Dialect::Bare => "<c/>".to_owned(),
            _ if cell.is_empty() => String::new(),
            _ if self.dialect == Dialect::Bare => {
                format!("<c t=\"inlineStr\"><is><t>{}</t></is></c>", escaped(cell))
            }
            _ => {
                self.texts.push(cell.to_owned());
                let index = self.texts.len() - 1;
                format!("<{p}c{place} t=\"s\"><{p}v>{index}</{p}v></{p}c>")
            }
        }
    }
}

fn relationships(inner: &str) -> String {
    format!("<Relationships xmlns=\"{PACKAGE}/relationships\">{inner}</Relationships>")
}

fn relation(id: &str, kind: &str, target: &str) -> String {
    format!("<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{target}\"/>")
}

fn content_types() -> String {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    format!(
        "<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Override PartName=\"/xl/workbook.xml\" ContentType=\"{kind}.sheet.main+xml\"/>\
         <Override PartName=\"/xl/worksheets/s.xml\" ContentType=\"{kind}.worksheet+xml\"/>\
         <Override PartName=\"/xl/styles.xml\" ContentType=\"{kind}.styles+xml\"/>\
         <Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"{kind}.sharedStrings+xml\"/></Types>"
    )
}

/// The serial of `YYYY-MM-DD`.
fn serial(date: &str) -> i64 {
    let part = |from: usize, to: usize| date[from..to].parse::<i64>().expect("a number");
    let (mut year, month, day) = (part(0, 4), part(5, 7), part(8, 10));
    // The year begins in March, so that the leap day is its last.
    year -= i64::from(month < 3);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let days = year * 365 + year / 4 - year / 100 + year / 400 + day_of_year;
    days - 719_468 + EPOCH
}
