//! A file of the run: what it is, and why it could not be read if it could not.

use crate::Said;

/// What a file really is, whatever its name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Office Open XML workbook.
    Xlsx,
    /// Office Open XML workbook with macros, which are never run.
    Xlsm,
    /// Binary workbook.
    Xlsb,
    /// Excel 5 to 2003 workbook.
    Xls,
    /// OpenDocument spreadsheet.
    Ods,
    /// Table in a web page, whatever its name says.
    Html,
    /// XML Spreadsheet 2003.
    SpreadsheetXml,
    /// Comma-separated text.
    Csv,
    /// Tab-separated text.
    Tsv,
    /// Anything that is not read.
    Unknown,
}

impl Format {
    /// Every format.
    pub const ALL: [Format; 10] = [
        Format::Xlsx,
        Format::Xlsm,
        Format::Xlsb,
        Format::Xls,
        Format::Ods,
        Format::Html,
        Format::SpreadsheetXml,
        Format::Csv,
        Format::Tsv,
        Format::Unknown,
    ];

    /// The word of the report.
    pub fn key(self) -> &'static str {
        match self {
            Format::Xlsx => "xlsx",
            Format::Xlsm => "xlsm",
            Format::Xlsb => "xlsb",
            Format::Xls => "xls",
            Format::Ods => "ods",
            Format::Html => "html",
            Format::SpreadsheetXml => "xml",
            Format::Csv => "csv",
            Format::Tsv => "tsv",
            Format::Unknown => "unknown",
        }
    }
}

/// Which of the reasons a file could not be read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FailureKind {
    /// Not a table at all, damaged, empty, or a format that is not read yet.
    Unreadable,
    /// Protected by a password.
    Encrypted,
    /// More than this place can hold.
    TooLarge,
}

impl FailureKind {
    /// All of them.
    pub const ALL: [FailureKind; 3] = [
        FailureKind::Unreadable,
        FailureKind::Encrypted,
        FailureKind::TooLarge,
    ];
}

/// Why a file could not be read: one sentence that says what it is and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Which reason.
    pub kind: FailureKind,
    /// The sentence.
    pub said: Said,
}

impl Failure {
    /// It is no table, or a broken one.
    pub fn unreadable(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Failure {
            kind: FailureKind::Unreadable,
            said: Said::new(zh, en),
        }
    }

    /// It is larger than anything that is worked with.
    pub fn too_large(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Failure {
            kind: FailureKind::TooLarge,
            said: Said::new(zh, en),
        }
    }

    /// It has a password.
    pub fn encrypted(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Failure {
            kind: FailureKind::Encrypted,
            said: Said::new(zh, en),
        }
    }
}

/// What is worth knowing of a file besides its cells.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is told by itself, and none depends on another"
)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FileTraits {
    /// The encoding was concluded from the bytes: neither a mark nor the person said it.
    pub encoding_guessed: bool,
    /// Dates count from 1904. They have been read so.
    pub date_1904: bool,
    /// The workbook carries macros. They were not run.
    pub has_macros: bool,
    /// The page ends in the middle of a table. What was there has been read.
    pub ends_early: bool,
    /// Lists that this program wrote are in it. They were left out.
    pub has_own_lists: bool,
    /// Other workbooks it refers to. They were not opened.
    pub external_links: u32,
}

/// A file of the run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// The name the user knows it by.
    pub name: String,
    /// What it really is.
    pub format: Format,
    /// Of text formats: `UTF-8`, `GB18030`, `UTF-16LE`, `UTF-16BE`, `Big5`.
    pub encoding: Option<&'static str>,
    /// What else is worth knowing.
    pub traits: FileTraits,
    /// Size.
    pub bytes: u64,
    /// SHA-256 of the bytes, lower-case hexadecimal; nothing where it was not worked out.
    pub sha256: Option<String>,
    /// Set when it could not be read.
    pub failure: Option<Failure>,
}
