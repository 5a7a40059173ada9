//! What kind of document a zip archive is, told from the names of its parts.

use roster_model::Failure;
use roster_package::{Archive, PackageError};

use crate::failure;

/// A kind of document.
pub(crate) enum Document {
    /// An Office Open XML workbook.
    Workbook,
    /// An Office Open XML workbook in binary parts.
    BinaryWorkbook,
    /// An OpenDocument spreadsheet.
    Ods,
    /// An OpenDocument spreadsheet with a password.
    LockedOds,
    /// Something that is no workbook.
    Wrong(Failure),
}

/// Longest part that is looked at.
const PART_BYTES_MAX: u64 = 1 << 20;

/// Tells the kind; only the mark and the manifest of an OpenDocument are unpacked.
pub(crate) fn document(archive: &Archive) -> Document {
    let names = || archive.entries().iter().map(|it| it.name().as_bytes());
    let ends = |end: &[u8]| names().any(|name| ends_with(name, end));
    let begins = |start: &[u8]| names().any(|name| begins_with(name, start));
    if ends(b"workbook.bin") {
        return Document::BinaryWorkbook;
    }
    if archive.find("mimetype").is_some() {
        return open_document(archive);
    }
    Document::Wrong(if begins(b"word/") {
        failure::document(" Word 文档（.docx）", "a Word document (.docx)")
    } else if begins(b"ppt/") {
        failure::document("演示文稿（.pptx）", "a presentation (.pptx)")
    } else if ends(b".iwa") {
        failure::save_as_xlsx(
            " Numbers 表格（.numbers）",
            "a Numbers spreadsheet (.numbers)",
        )
    } else if ends(b"workbook.xml") || begins(b"[content_types].xml") || begins(b"_rels/") {
        return Document::Workbook;
    } else {
        failure::archive()
    })
}

/// Why an archive as a whole is not read.
pub(crate) fn refused(error: PackageError) -> Failure {
    match error {
        PackageError::Swollen | PackageError::TooManyEntries => failure::swollen_package(),
        PackageError::Encrypted => failure::encrypted(),
        _ => failure::damaged_package(),
    }
}

fn open_document(archive: &Archive) -> Document {
    let part = |name| archive.read(archive.find(name)?, PART_BYTES_MAX).ok();
    let mimetype = part("mimetype").unwrap_or_default();
    let has = |text: &[u8], word: &[u8]| memchr::memmem::find(text, word).is_some();
    if has(&mimetype, b"opendocument.spreadsheet") {
        let manifest = part("META-INF/manifest.xml").unwrap_or_default();
        if has(&manifest, b"encryption-data") {
            Document::LockedOds
        } else {
            Document::Ods
        }
    } else if has(&mimetype, b"opendocument") {
        Document::Wrong(failure::document(
            " OpenDocument 文档",
            "an OpenDocument document",
        ))
    } else {
        Document::Wrong(failure::archive())
    }
}

fn ends_with(name: &[u8], end: &[u8]) -> bool {
    let start = name.len().checked_sub(end.len());
    start.is_some_and(|start| name[start..].eq_ignore_ascii_case(end))
}

fn begins_with(name: &[u8], start: &[u8]) -> bool {
    let begin = name.get(..start.len());
    begin.is_some_and(|begin| begin.eq_ignore_ascii_case(start))
}
