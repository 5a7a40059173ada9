//! A first look into a zip archive: which kind of document it is, whether it is safe to unpack,
//! and which rows and columns of its worksheets are hidden.
//!
//! Every part that will be read is unpacked here once, and thrown away, so that an archive that
//! lies about its sizes is refused before anything keeps its contents.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use roster_model::{Failure, Format};
use zip::ZipArchive;

use crate::failure;
use crate::scan::{Hidden, Scan};
use crate::xml::tags;

/// More parts than any workbook has.
const PARTS_MAX: usize = 20_000;
/// Unpacked size of all parts.
const BYTES_MAX: u64 = 4 << 30;
/// Unpacked size of shared strings or styles, which are kept in memory as a whole.
const PART_BYTES_MAX: u64 = 1 << 30;
/// A part that grows more than this on unpacking is not text that a person wrote.
const RATIO_MAX: u64 = 200;
/// Smaller parts may have any ratio.
const RATIO_FREE_BYTES: u64 = 64 << 20;

type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// What is known of a workbook before it is read.
#[derive(Debug, Default)]
pub(crate) struct Package {
    /// By name of the sheet.
    pub(crate) hidden: BTreeMap<String, Hidden>,
}

/// Looks into an archive; anything but a workbook is a failure.
pub(crate) fn examine(bytes: &[u8]) -> Result<Package, (Format, Failure)> {
    let unknown = |failure| (Format::Unknown, failure);
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|_| unknown(failure::damaged_package()))?;
    kind(&mut archive).map_err(unknown)?;
    let is_workbook = |failure| (Format::Xlsx, failure);
    check_sizes(&mut archive).map_err(is_workbook)?;
    let mut hidden_by_part = BTreeMap::new();
    for index in 0..archive.len() {
        if let Some((name, hidden)) = unpack(&mut archive, index).map_err(is_workbook)? {
            hidden_by_part.insert(name, hidden);
        }
    }
    let mut package = Package::default();
    for (name, part) in sheet_parts(&mut archive) {
        if let Some(hidden) = hidden_by_part.get(&part) {
            package.hidden.entry(name).or_insert_with(|| hidden.clone());
        }
    }
    Ok(package)
}

/// Fails unless the archive is an Office Open XML workbook.
fn kind(archive: &mut Archive) -> Result<(), Failure> {
    let names: Vec<String> = archive
        .file_names()
        .filter_map(|name| name.ok().map(|it| it.to_ascii_lowercase()))
        .collect();
    let ends = |end: &str| names.iter().any(|name| name.ends_with(end));
    let begins = |start: &str| names.iter().any(|name| name.starts_with(start));
    if ends("workbook.bin") {
        return Err(failure::save_as_xlsx(
            "二进制工作簿（.xlsb）",
            "a binary workbook (.xlsb)",
        ));
    }
    if ends("workbook.xml") || ends("workbook2.xml") {
        return Ok(());
    }
    if names.iter().any(|name| name == "mimetype") {
        return Err(open_document(archive));
    }
    Err(if begins("word/") {
        failure::document(" Word 文档（.docx）", "a Word document (.docx)")
    } else if begins("ppt/") {
        failure::document("演示文稿（.pptx）", "a presentation (.pptx)")
    } else if ends("index/document.iwa") || begins("index/") {
        failure::save_as_xlsx(
            " Numbers 表格（.numbers）",
            "a Numbers spreadsheet (.numbers)",
        )
    } else if begins("[content_types].xml") || begins("_rels/") {
        failure::no_sheet()
    } else {
        failure::archive()
    })
}

fn open_document(archive: &mut Archive) -> Failure {
    let manifest = part_text(archive, "META-INF/manifest.xml", 1 << 20).unwrap_or_default();
    if manifest.contains("encryption-data") {
        return failure::encrypted();
    }
    let mimetype = part_text(archive, "mimetype", 256).unwrap_or_default();
    if mimetype.contains("spreadsheet") {
        failure::save_as_xlsx(
            " OpenDocument 表格（.ods）",
            "an OpenDocument spreadsheet (.ods)",
        )
    } else if mimetype.contains("opendocument") {
        failure::document(" OpenDocument 文档", "an OpenDocument document")
    } else {
        failure::archive()
    }
}

/// What the archive says of itself must be believable before anything is unpacked.
fn check_sizes(archive: &mut Archive) -> Result<(), Failure> {
    if archive.len() > PARTS_MAX {
        return Err(failure::swollen_package());
    }
    let mut total = 0_u64;
    for index in 0..archive.len() {
        let part = archive
            .by_index_raw(index)
            .map_err(|_| failure::damaged_package())?;
        if part.encrypted() {
            return Err(failure::encrypted());
        }
        total = total.saturating_add(part.size());
        let grown = part.size() > part.compressed_size().saturating_mul(RATIO_MAX);
        if total > BYTES_MAX || (grown && part.size() > RATIO_FREE_BYTES) {
            return Err(failure::swollen_package());
        }
    }
    Ok(())
}

/// Unpacks one part; of a worksheet it gives what is hidden, under the name of the part.
fn unpack(archive: &mut Archive, index: usize) -> Result<Option<(String, Hidden)>, Failure> {
    let Ok(mut part) = archive.by_index(index) else {
        return Ok(None);
    };
    let Ok(name) = part.name().map(Cow::into_owned) else {
        return Ok(None);
    };
    let lower = name.to_ascii_lowercase();
    if !matches!(lower.rsplit('.').next(), Some("xml" | "rels")) {
        return Ok(None);
    }
    let is_sheet = lower.contains("sheets/");
    let size_max = if is_sheet { BYTES_MAX } else { PART_BYTES_MAX }.min(part.size());
    let (mut size, mut scan) = (0_u64, Scan::default());
    let mut piece = vec![0; 64 << 10];
    // A checksum that fails at the very end is left to the reader of the sheet.
    while let Ok(count @ 1..) = part.read(&mut piece) {
        size += count as u64;
        if size > size_max {
            return Err(failure::swollen_package());
        }
        scan.pass(&piece[..count]);
    }
    scan.end();
    // A reader that believes the claim makes room for all strings at once.
    if scan.strings_claimed > part.size() {
        return Err(failure::damaged_package());
    }
    Ok(is_sheet.then_some((name, scan.hidden)))
}

/// Names of the sheets, each with the name of its part.
fn sheet_parts(archive: &mut Archive) -> Vec<(String, String)> {
    let Some(root) = part_text(archive, "_rels/.rels", 1 << 20) else {
        return Vec::new();
    };
    let workbook = tags(&root)
        .filter(|tag| tag.name == "Relationship")
        .find(|tag| {
            tag.attribute("Type")
                .is_some_and(|it| it.ends_with("/officeDocument"))
        })
        .and_then(|tag| tag.attribute("Target"));
    let Some(workbook) = workbook else {
        return Vec::new();
    };
    let workbook = workbook.trim_start_matches('/');
    let (folder, file) = workbook.rsplit_once('/').unwrap_or(("", workbook));
    let prefix = if folder.is_empty() {
        String::new()
    } else {
        format!("{folder}/")
    };
    let relations = part_text(archive, &format!("{prefix}_rels/{file}.rels"), 16 << 20);
    let sheets = part_text(archive, workbook, 16 << 20);
    let (Some(relations), Some(sheets)) = (relations, sheets) else {
        return Vec::new();
    };
    let targets: BTreeMap<String, String> = tags(&relations)
        .filter(|tag| tag.name == "Relationship")
        .filter_map(|tag| Some((tag.attribute("Id")?, tag.attribute("Target")?)))
        .collect();
    tags(&sheets)
        .filter(|tag| tag.name == "sheet")
        .filter_map(|tag| {
            let target = targets.get(&tag.attribute("id")?)?;
            let part = match target.strip_prefix('/') {
                Some(absolute) => absolute.to_owned(),
                None => format!("{prefix}{target}"),
            };
            Some((tag.attribute("name")?, part))
        })
        .collect()
}

/// The text of a small part, cut at `bytes_max`.
fn part_text(archive: &mut Archive, name: &str, bytes_max: u64) -> Option<String> {
    let part = archive.by_name(name).ok()?;
    let mut bytes = Vec::new();
    part.take(bytes_max).read_to_end(&mut bytes).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}
