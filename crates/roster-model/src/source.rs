//! A file of the run: what it is, and why it could not be read if it could not.

use crate::Said;

/// What a file really is, whatever its name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Office Open XML workbook.
    Xlsx,
    /// Comma-separated text.
    Csv,
    /// Tab-separated text.
    Tsv,
    /// Anything that is not read.
    Unknown,
}

impl Format {
    /// The word of the report.
    pub fn key(self) -> &'static str {
        match self {
            Format::Xlsx => "xlsx",
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

/// Why a file could not be read: one sentence that says what it is and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Which reason.
    pub kind: FailureKind,
    /// The sentence.
    pub said: Said,
}

/// A file of the run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// The name the user knows it by.
    pub name: String,
    /// What it really is.
    pub format: Format,
    /// Of text formats: `UTF-8`, `GB18030`.
    pub encoding: Option<&'static str>,
    /// Size.
    pub bytes: u64,
    /// SHA-256 of the bytes, lower-case hexadecimal.
    pub sha256: String,
    /// Set when it could not be read.
    pub failure: Option<Failure>,
}
