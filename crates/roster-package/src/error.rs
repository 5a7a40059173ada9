//! Why a package, or one of its parts, cannot be read.
//!
//! No sentences: those who read a package know what it was meant to be.

use std::fmt::{self, Display, Formatter};
use std::io;

/// Why a package, or one of its parts, cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackageError {
    /// The bytes are no zip archive.
    NotZip,
    /// The archive begins well and has no directory, or one that is cut off; or a part ends
    /// before it should.
    Truncated,
    /// What the directory or a compressed part says contradicts itself.
    Damaged,
    /// More entries than any workbook has.
    TooManyEntries,
    /// Unpacked, it would be larger than allowed, or abnormally larger than it is packed.
    Swollen,
    /// Two entries share bytes of the archive.
    Overlapping,
    /// Two entries of different content have one name.
    DuplicateName,
    /// An entry is encrypted by the archive itself.
    Encrypted,
    /// An entry is packed by a method other than stored and deflated.
    UnsupportedMethod(u16),
    /// The checksum does not match the content.
    Checksum,
}

impl PackageError {
    /// The error inside of what a `PartStream` gave as `std::io::Read`.
    pub fn of(error: &io::Error) -> PackageError {
        let inner = error.get_ref().and_then(|it| it.downcast_ref());
        inner.copied().unwrap_or(PackageError::Damaged)
    }
}

impl Display for PackageError {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match self {
            PackageError::NotZip => formatter.write_str("not a zip archive"),
            PackageError::Truncated => formatter.write_str("the archive is cut off"),
            PackageError::Damaged => formatter.write_str("the archive is damaged"),
            PackageError::TooManyEntries => formatter.write_str("too many entries"),
            PackageError::Swollen => formatter.write_str("abnormally large when unpacked"),
            PackageError::Overlapping => formatter.write_str("entries overlap"),
            PackageError::DuplicateName => formatter.write_str("two entries have one name"),
            PackageError::Encrypted => formatter.write_str("an entry is encrypted"),
            PackageError::UnsupportedMethod(method) => {
                write!(formatter, "compression method {method} is not supported")
            }
            PackageError::Checksum => formatter.write_str("the checksum does not match"),
        }
    }
}

impl std::error::Error for PackageError {}

impl From<PackageError> for io::Error {
    fn from(error: PackageError) -> io::Error {
        io::Error::other(error)
    }
}
