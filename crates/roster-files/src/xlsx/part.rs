//! Where the bytes of a sheet come from: unpacked by this thread or, where there are others, ahead.

use std::io::Read;

use roster_package::{Archive, Entry, PackageError, PartStream};

/// A part that is read from front to back.
pub(crate) trait Part: Read {
    /// Packed bytes that have been unpacked.
    fn consumed(&self) -> u64;
    /// Whether the end was reached, and size and checksum were as promised.
    fn is_intact(&self) -> bool;
}

impl Part for PartStream<'_> {
    fn consumed(&self) -> u64 {
        PartStream::consumed(self)
    }

    fn is_intact(&self) -> bool {
        PartStream::is_intact(self)
    }
}

/// Opens a part and lets `take` read it.
pub(crate) fn with_part<T>(
    archive: &Archive,
    entry: &Entry,
    take: impl FnOnce(&mut dyn Part) -> T,
) -> Result<T, PackageError> {
    #[cfg(not(target_family = "wasm"))]
    if entry.size() >= super::ahead::BYTES_MIN {
        return super::ahead::with_ahead(archive, entry, take);
    }
    Ok(take(&mut archive.stream(entry)?))
}
