//! Bytes to sheets.
//!
//! `read` takes any bytes and gives sheets, or one failure that says what the file is and what to
//! do about it. It never trusts the name of a file, never drops a row silently and never panics.
//! Deliberately absent: what a cell means (`roster-values`), what a column must hold
//! (`roster-rules`), opening files (the bytes are handed in), and writing them (`roster-write`).

mod build;
pub mod failure;
mod header;
#[cfg(feature = "markup")]
mod markup;
mod options;
mod raw;
mod read_by;
mod row;
mod sniff;
mod stream;
#[cfg(test)]
mod tests;
mod text;
mod xlsx;

use roster_model::{Failure, FileTraits, Format, Sheet};
use roster_package::Archive;
use sniff::package::Document;
use sniff::{Content, sniff};
use xlsx::SheetsRead;

#[cfg(feature = "markup")]
pub use markup::read_markup;
pub use options::{NO_HEADER, OtherRows, OwnHeaders, ReadOptions, SheetChoice};
pub use raw::{RAW_BYTES_MAX, RawWriter, is_raw};
pub use read_by::{ReadBy, read_by};
#[cfg(feature = "tables")]
pub use roster_text::table_lines;
pub use roster_text::{Encoding, give_table, has_table, pair_lines};
pub use stream::{HEAD_BYTES, TextStream};
pub use text::{Dialect, dialect};
pub use xlsx::cell::NO_RESULT;
pub use xlsx::date::push_date;
pub use xlsx::styles::Look;
pub use xlsx::{SheetScan, WorkbookStream};

/// A file as read.
#[derive(Clone, Debug)]
pub struct ReadFile {
    /// What the bytes really are.
    pub format: Format,
    /// Of text formats: the name of an [`Encoding`].
    pub encoding: Option<&'static str>,
    /// What else is worth knowing of the file.
    pub traits: FileTraits,
    /// Why the file, or one of its sheets, could not be read. Sheets that could be are kept.
    pub failure: Option<Failure>,
    /// The sheets in the order of the file; `file` of each is 0.
    pub sheets: Vec<Sheet>,
    /// Names of the sheets that were left out because the person said so.
    pub skipped: Vec<String>,
}

impl ReadFile {
    fn failed(format: Format, failure: Failure) -> Self {
        ReadFile {
            format,
            encoding: None,
            traits: FileTraits::default(),
            failure: Some(failure),
            sheets: Vec::new(),
            skipped: Vec::new(),
        }
    }
}

/// Reads any bytes.
///
/// `visit` is called from time to time with the number of bytes read so far, never more than there are.
pub fn read(bytes: &[u8], options: &ReadOptions, visit: &mut dyn FnMut(u64)) -> ReadFile {
    read_with(bytes, SheetsRead::default(), options, visit)
}

/// Like `read`, when some sheets of a workbook were read already.
fn read_with(
    bytes: &[u8],
    already: SheetsRead,
    options: &ReadOptions,
    visit: &mut dyn FnMut(u64),
) -> ReadFile {
    let mut read = match sniff(bytes) {
        Content::Zip => read_zip(bytes, already, options, visit),
        Content::Text => text::read(bytes, options, visit),
        #[cfg(feature = "markup")]
        content @ (Content::Html | Content::Mhtml | Content::SpreadsheetXml) => {
            markup::read(&content, bytes, options, visit)
        }
        // A caller without their readers asks `read_by` first.
        #[cfg(not(feature = "markup"))]
        Content::Html | Content::Mhtml | Content::SpreadsheetXml => {
            ReadFile::failed(Format::Unknown, failure::damaged_package())
        }
        Content::Wrong(failure) => ReadFile::failed(Format::Unknown, failure),
    };
    settle(&mut read, options);
    visit(bytes.len() as u64);
    read
}

/// Makes sheets of what another reader read of a file; see `RawWriter` for the stream.
///
/// `original` are the bytes of the file itself, for the progress. A stream that is none gives a
/// failure, and a stream that breaks off gives what was read before it did.
pub fn read_raw(
    original: &[u8],
    raw: &[u8],
    options: &ReadOptions,
    visit: &mut dyn FnMut(u64),
) -> ReadFile {
    let mut read = raw::read_raw(original.len() as u64, raw, options, visit);
    settle(&mut read, options);
    read
}

/// What can be decided when every sheet has been read.
fn settle(read: &mut ReadFile, options: &ReadOptions) {
    header::bare_list::leave(&mut read.sheets, options);
    build::origins::leave_places(&mut read.sheets, &options.own_headers);
    let of_1904 = if read.traits.date_1904 {
        build::serials::read_from_1904(&mut read.sheets)
    } else {
        Ok(())
    };
    if of_1904
        .and_then(|()| build::months::read_months(&mut read.sheets))
        .is_err()
    {
        read.failure.get_or_insert(failure::too_many_cells());
    }
}

/// A zip archive is a workbook only if its parts say so.
fn read_zip(
    bytes: &[u8],
    already: SheetsRead,
    options: &ReadOptions,
    visit: &mut dyn FnMut(u64),
) -> ReadFile {
    let archive = match Archive::open(bytes) {
        Ok(archive) => archive,
        Err(error) => return ReadFile::failed(Format::Unknown, sniff::package::refused(error)),
    };
    let failure = match sniff::package::document(&archive) {
        Document::Workbook => return xlsx::read(&archive, already, options, visit),
        Document::BinaryWorkbook => {
            failure::save_as_xlsx("二进制工作簿（.xlsb）", "a binary workbook (.xlsb)")
        }
        Document::Ods => failure::save_as_xlsx(
            " OpenDocument 表格（.ods）",
            "an OpenDocument spreadsheet (.ods)",
        ),
        Document::LockedOds => failure::encrypted(),
        Document::Wrong(failure) => failure,
    };
    ReadFile::failed(Format::Unknown, failure)
}
