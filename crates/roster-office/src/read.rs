//! Which reader a foreign workbook belongs to, and what becomes of its failures.

use roster_files::RawWriter;
use roster_model::{Failure, Format};
use roster_package::{Archive, PackageError};

use crate::cfb::{Cfb, Damaged, MAGIC};
use crate::{biff, failure, ods, xlsb};

/// Why a file, or one of its sheets, was not read to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Broken(pub(crate) Failure);

impl From<Damaged> for Broken {
    fn from(_: Damaged) -> Self {
        Broken(failure::damaged())
    }
}

impl From<PackageError> for Broken {
    fn from(error: PackageError) -> Self {
        Broken(match error {
            PackageError::Swollen | PackageError::TooManyEntries => failure::swollen(),
            _ => failure::damaged(),
        })
    }
}

/// Reads an xls, xlsb or ods workbook into a raw stream for `roster_files::read_raw`.
///
/// Any bytes are taken: what cannot be read is told in the stream, together with what could be.
/// Memory is bounded by the size of the stream, at most `roster_files::RAW_BYTES_MAX`, however far
/// apart the cells of a sheet lie.
pub fn read(bytes: &[u8]) -> Vec<u8> {
    if bytes.starts_with(MAGIC) {
        return finish(Format::Xls, |raw| read_compound(bytes, raw));
    }
    if biff::is_stream(bytes) {
        return finish(Format::Xls, |raw| biff::read(bytes, false, raw));
    }
    match Archive::open(bytes) {
        Ok(archive) if has(&archive, "workbook.bin") => {
            finish(Format::Xlsb, |raw| xlsb::read(&archive, raw))
        }
        Ok(archive) if has(&archive, "content.xml") => {
            finish(Format::Ods, |raw| ods::read(&archive, raw))
        }
        Ok(_) => finish(Format::Unknown, |_| Err(Broken(failure::damaged()))),
        Err(error) => finish(Format::Unknown, |_| Err(Broken::from(error))),
    }
}

fn finish(format: Format, read: impl FnOnce(&mut RawWriter) -> Result<(), Broken>) -> Vec<u8> {
    let mut raw = RawWriter::new(format);
    if let Err(Broken(failure)) = read(&mut raw) {
        raw.fail(&failure);
    }
    raw.finish()
}

fn read_compound(bytes: &[u8], raw: &mut RawWriter) -> Result<(), Broken> {
    let cfb = Cfb::open(bytes)?;
    let name = if cfb.has("Workbook") {
        "Workbook"
    } else {
        "Book"
    };
    let stream = cfb.stream(name)?;
    biff::read(&stream, cfb.has("_VBA_PROJECT_CUR"), raw)
}

/// Whether a part has a name that ends so.
fn has(archive: &Archive<'_>, end: &str) -> bool {
    let mut names = archive.entries().iter().map(roster_package::Entry::name);
    names.any(|name| name.to_ascii_lowercase().ends_with(end))
}
