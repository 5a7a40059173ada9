//! A zip of XML parts, read with suspicion and written back untouched.
//!
//! Office Open XML workbooks are such packages; reading and writing them share this crate, so that
//! every defence against a hostile archive stands in one place: `Archive::open` looks at the whole
//! directory before anything is unpacked, and a `PartStream` never gives more than the directory
//! promised. Names of entries are only ever compared, never used as paths. Deliberately absent:
//! what a part means.

mod archive;
pub mod bytes;
mod directory;
mod error;
mod stream;
#[cfg(test)]
mod tests;
mod writer;
pub mod xml;

pub use archive::{Archive, Entry, Method};
pub use error::PackageError;
pub use stream::{PartStream, Unpacking};
pub use writer::ArchiveWriter;
