//! Where the bytes of a sheet come from: unpacked by this thread or, where there are others, ahead.

use std::io::{self, Read};
use std::rc::Rc;

use roster_package::{Archive, Entry, PackageError, PartStream, Unpacking};

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

impl Part for &mut dyn Part {
    fn consumed(&self) -> u64 {
        (**self).consumed()
    }

    fn is_intact(&self) -> bool {
        (**self).is_intact()
    }
}

/// A part of a file that its reader holds together with others.
pub(crate) struct HeldPart {
    file: Rc<Vec<u8>>,
    unpacking: Unpacking,
}

impl HeldPart {
    /// The part of a name; `None` where there is none that can be unpacked.
    pub(crate) fn of(file: Rc<Vec<u8>>, name: &str) -> Option<Self> {
        let unpacking = Unpacking::of(&file, name)?;
        Some(HeldPart { file, unpacking })
    }
}

impl Read for HeldPart {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        Ok(self.unpacking.fill(&self.file, buffer)?)
    }
}

impl Part for HeldPart {
    fn consumed(&self) -> u64 {
        self.unpacking.consumed()
    }

    fn is_intact(&self) -> bool {
        self.unpacking.is_intact()
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
