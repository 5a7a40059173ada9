//! Who reads a file: this crate, or the one with the large libraries.
//!
//! Told from the bytes, cheaply: nothing is unpacked but two small parts.

use roster_package::Archive;

use crate::sniff::{Compound, compound};

/// Who reads a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `read` reads it, or says why nobody does.
    Own,
    /// xls, xlsb or ods: `roster-office` makes a raw stream of it, which `read_raw` takes.
    Office,
    /// A workbook of any kind that is protected by a password. `read` says so.
    Locked,
}

/// Longest manifest that is looked at.
const MANIFEST_BYTES_MAX: u64 = 1 << 20;

/// Who reads these bytes.
pub fn kind(bytes: &[u8]) -> Kind {
    match compound(bytes) {
        Some(Compound::Workbook) => return Kind::Office,
        Some(Compound::Locked) => return Kind::Locked,
        Some(Compound::Wrong(_)) => return Kind::Own,
        None => {}
    }
    if !bytes.starts_with(b"PK") {
        return Kind::Own;
    }
    let Ok(archive) = Archive::open(bytes) else {
        return Kind::Own;
    };
    let mut names = archive.entries().iter().map(|it| it.name().as_bytes());
    if names.any(|name| ends_with(name, b"workbook.bin")) {
        return Kind::Office;
    }
    let part = |name| archive.read(archive.find(name)?, MANIFEST_BYTES_MAX).ok();
    let mimetype = part("mimetype").unwrap_or_default();
    if !mimetype.starts_with(b"application/vnd.oasis.opendocument.spreadsheet") {
        return Kind::Own;
    }
    let manifest = part("META-INF/manifest.xml").unwrap_or_default();
    if memchr::memmem::find(&manifest, b"encryption-data").is_some() {
        Kind::Locked
    } else {
        Kind::Office
    }
}

fn ends_with(name: &[u8], end: &[u8]) -> bool {
    let start = name.len().checked_sub(end.len());
    start.is_some_and(|start| name[start..].eq_ignore_ascii_case(end))
}
