//! Who reads a file: this crate, or the one with the large libraries.
//!
//! Told from the bytes, cheaply: nothing is unpacked but two small parts.

use roster_package::Archive;

use crate::sniff::package::{Document, document};
use crate::sniff::{Compound, Content, compound, sniff};

/// Who reads a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadBy {
    /// `read` reads it, or says why nobody does.
    Own,
    /// xls, xlsb or ods, and without the feature `markup` a web page, a web archive or an XML spreadsheet:
    /// `roster-office` makes a raw stream of it, which `read_raw` takes.
    Office,
    /// A workbook of any kind that is protected by a password. `read` says so.
    Locked,
}

/// Who reads these bytes.
pub fn read_by(bytes: &[u8]) -> ReadBy {
    match compound(bytes) {
        Some(Compound::Workbook) => return ReadBy::Office,
        Some(Compound::Locked) => return ReadBy::Locked,
        Some(Compound::Wrong(_)) => return ReadBy::Own,
        None => {}
    }
    // The stream of an xls without the compound file around it.
    if matches!(bytes, [0x09, 0x08, 8 | 16, 0x00, 0x00, 5 | 6, ..]) {
        return ReadBy::Office;
    }
    if !bytes.starts_with(b"PK") {
        let is_markup = cfg!(not(feature = "markup")) && is_markup(bytes);
        return if is_markup {
            ReadBy::Office
        } else {
            ReadBy::Own
        };
    }
    let Ok(archive) = Archive::open(bytes) else {
        return ReadBy::Own;
    };
    match document(&archive) {
        Document::BinaryWorkbook | Document::Ods => ReadBy::Office,
        Document::LockedOds => ReadBy::Locked,
        Document::Workbook | Document::Wrong(_) => ReadBy::Own,
    }
}

fn is_markup(bytes: &[u8]) -> bool {
    matches!(
        sniff(bytes),
        Content::Html | Content::Mhtml | Content::SpreadsheetXml
    )
}
