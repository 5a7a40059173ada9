//! The roster as text in every encoding, as a workbook with macros, and as what web pages and old
//! programs call a workbook.

use std::io::{Cursor, Read, Write};

use encoding_rs::{BIG5, GB18030};

use crate::example::{Example, ExampleSheet};
use crate::example_bytes::bytes;

/// How text becomes bytes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Encoding {
    Utf8,
    Utf8Marked,
    Utf16LeMarked,
    Utf16Be,
    Gb18030,
    Big5,
}

/// The first file of an example as a workbook of today.
pub(super) fn workbook(example: &Example) -> Vec<u8> {
    bytes(&example.files[0])
}

/// The same workbook with a part for macros.
pub(super) fn with_macros(workbook: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).expect("an archive");
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a part");
        let name = part.name().expect("a name").to_string();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("its bytes");
        if name == "[Content_Types].xml" {
            let text = String::from_utf8(bytes).expect("XML is text");
            let plain =
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
            assert!(text.contains(plain), "{text}");
            bytes = text
                .replace(
                    plain,
                    "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
                )
                .replace(
                    "</Types>",
                    "<Override PartName=\"/xl/vbaProject.bin\" \
                     ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>",
                )
                .into_bytes();
        }
        if name == "xl/_rels/workbook.xml.rels" {
            let text = String::from_utf8(bytes).expect("XML is text");
            let relation = "<Relationship Id=\"rIdMacros\" Target=\"vbaProject.bin\" \
                 Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\"/></Relationships>";
            bytes = text.replace("</Relationships>", relation).into_bytes();
        }
        parts.push((name, bytes));
    }
    parts.push((
        "xl/vbaProject.bin".to_owned(),
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(),
    ));
    archive_of(&parts)
}

/// A zip archive of parts.
pub(super) fn archive_of(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let options = zip::write::SimpleFileOptions::default();
        writer.start_file(name.as_str(), options).expect("a part");
        writer.write_all(bytes).expect("its bytes");
    }
    writer.finish().expect("an archive").into_inner()
}

/// A sheet as text; numbers and dates as they read.
pub(super) fn text(sheet: &ExampleSheet, delimiter: char, encoding: Encoding) -> Vec<u8> {
    let mut text = String::new();
    for line in &sheet.lines {
        let cells = line.iter().map(|cell| quoted(shown(cell), delimiter));
        text += &cells.collect::<Vec<_>>().join(&delimiter.to_string());
        text += "\r\n";
    }
    encoded(&text, encoding)
}

/// The sheet as a web page that calls itself a workbook.
pub(super) fn html(sheet: &ExampleSheet, encoding: Encoding) -> Vec<u8> {
    let charset = match encoding {
        Encoding::Gb18030 => "gb2312",
        _ => "utf-8",
    };
    let mut text = format!(
        "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head>\
         <meta http-equiv=\"Content-Type\" content=\"text/html; charset={charset}\">\
         </head><body>\n<table border=\"1\">\n"
    );
    for line in &sheet.lines {
        text += "<tr>";
        for cell in line {
            text += &format!(
                "<td style='mso-number-format:\"\\@\"'>{}</td>",
                escaped(shown(cell))
            );
        }
        text += "</tr>\n";
    }
    encoded(&(text + "</table></body></html>"), encoding)
}

/// The sheet as SpreadsheetML 2003.
pub(super) fn spreadsheet_ml(sheet: &ExampleSheet) -> Vec<u8> {
    let mut text = "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n\
        <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
        xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\n\
        <Worksheet ss:Name=\"三年级\"><Table>\n"
        .to_owned();
    for line in &sheet.lines {
        text += "<Row>";
        for (position, cell) in (1..).zip(line) {
            let (kind, value) = match cell.split_once(':') {
                Some(("num", number)) => ("Number", number.to_owned()),
                Some(("date", date)) => ("DateTime", format!("{date}T00:00:00.000")),
                _ => ("String", escaped(cell)),
            };
            if !cell.is_empty() {
                text += &format!(
                    "<Cell ss:Index=\"{position}\"><Data ss:Type=\"{kind}\">{value}</Data></Cell>"
                );
            }
        }
        text += "</Row>\n";
    }
    (text + "</Table></Worksheet></Workbook>").into_bytes()
}

/// The text that a cell of the notation shows.
pub(super) fn shown(cell: &str) -> &str {
    let plain = |mark: &str| cell.strip_prefix(mark);
    plain("num:").or_else(|| plain("date:")).unwrap_or(cell)
}

/// Text inside an element.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

fn quoted(cell: &str, delimiter: char) -> String {
    if cell.contains([delimiter, '"', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

fn encoded(text: &str, encoding: Encoding) -> Vec<u8> {
    let in_table = |table: &'static encoding_rs::Encoding| {
        let (bytes, _, is_lossy) = table.encode(text);
        assert!(!is_lossy, "{} has no such character", table.name());
        bytes.into_owned()
    };
    match encoding {
        Encoding::Utf8 => text.as_bytes().to_vec(),
        Encoding::Utf8Marked => format!("\u{FEFF}{text}").into_bytes(),
        Encoding::Utf16LeMarked => {
            let marked = format!("\u{FEFF}{text}");
            marked.encode_utf16().flat_map(u16::to_le_bytes).collect()
        }
        Encoding::Utf16Be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        Encoding::Gb18030 => in_table(GB18030),
        Encoding::Big5 => in_table(BIG5),
    }
}
