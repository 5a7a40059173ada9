//! Who reads a file: this crate, or the one with the large libraries.
//!
//! Told from the bytes, cheaply: nothing is unpacked but two small parts.

use roster_package::Archive;

use crate::sniff::package::{Document, document};
use crate::sniff::{Compound, Content, compound, sniff};

/// Who reads a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `read` reads it, or says why nobody does.
    Own,
    /// xls, xlsb or ods, and without the feature `markup` a web page, a web archive or an XML spreadsheet:
    /// `roster-office` makes a raw stream of it, which `read_raw` takes.
    Office,
    /// A workbook of any kind that is protected by a password. `read` says so.
    Locked,
}

/// Who reads these bytes.
pub fn kind(bytes: &[u8]) -> Kind {
    match compound(bytes) {
        Some(Compound::Workbook) => return Kind::Office,
        Some(Compound::Locked) => return Kind::Locked,
        Some(Compound::Wrong(_)) => return Kind::Own,
        None => {}
    }
    // The stream of an xls without the compound file around it.
    if matches!(bytes, [0x09, 0x08, 8 | 16, 0x00, 0x00, 5 | 6, ..]) {
        return Kind::Office;
    }
    if !bytes.starts_with(b"PK") {
        let is_markup = cfg!(not(feature = "markup")) && is_markup(bytes);
        return if is_markup { Kind::Office } else { Kind::Own };
    }
    let Ok(archive) = Archive::open(bytes) else {
        return Kind::Own;
    };
    match document(&archive) {
        Document::BinaryWorkbook | Document::Ods => Kind::Office,
        Document::LockedOds => Kind::Locked,
        Document::Workbook | Document::Wrong(_) => Kind::Own,
    }
}

fn is_markup(bytes: &[u8]) -> bool {
    matches!(
        sniff(bytes),
        Content::Html | Content::Mhtml | Content::SpreadsheetXml
    )
}
