//! Large files that arrive in pieces: a text is parsed as it comes and never held whole; the sheets of a
//! workbook are scanned by another thread or worker.

use roster_files::{TextStream, WorkbookStream};

use crate::session::{Phase, Progress, Session};

/// A sheet of at least this many bytes, unpacked, is handed to the other worker.
const SHEET_BYTES_MIN: u64 = 1 << 20;

/// A text file of which some has come.
pub struct Arriving {
    name: String,
    stream: TextStream,
    bytes: u64,
}

/// A workbook of which some sheets have come.
pub struct ArrivingBook {
    name: String,
    bytes: u64,
    stream: WorkbookStream,
}

impl Session {
    /// Begins with a file whose first bytes these are, [`HEAD_BYTES`](crate::HEAD_BYTES) at least; `None`
    /// where it has to be opened as a whole.
    pub fn begin(&self, name: &str, head: &[u8]) -> Option<Arriving> {
        let name = self.unique_name(name);
        let stream = TextStream::begin(head, &self.options.choices.reading(&name))?;
        Some(Arriving {
            name,
            stream,
            bytes: 0,
        })
    }

    /// Takes a file that has come into the run and gives the number of pupils in it; `None` where it has
    /// to be opened as a whole after all. The caller, who pushed the bytes, sets their checksum.
    pub fn arrived(&mut self, arriving: Arriving) -> Option<u64> {
        let read = arriving.stream.finish()?;
        Some(self.take(arriving.name, arriving.bytes, None, read))
    }

    /// Begins with all bytes of a file; `None` where it is no workbook with a large sheet in it.
    pub fn begin_book(&self, name: &str, bytes: &[u8]) -> Option<ArrivingBook> {
        let name = self.unique_name(name);
        let options = self.options.choices.reading(&name);
        let stream = WorkbookStream::begin(bytes, &options, SHEET_BYTES_MIN)?;
        Some(ArrivingBook {
            name,
            bytes: bytes.len() as u64,
            stream,
        })
    }

    /// Takes a workbook into the run and gives the number of pupils in it; what did not come is read
    /// now. The caller sets the checksum of the file, whose bytes are handed in again.
    pub fn book_arrived(
        &mut self,
        book: ArrivingBook,
        bytes: &[u8],
        progress: &mut dyn FnMut(Progress),
    ) -> u64 {
        let mut visit = Progress::of_bytes(Phase::Reading, book.bytes, progress);
        let read = book.stream.finish(bytes, &mut visit);
        self.take(book.name, book.bytes, None, read)
    }
}

impl Arriving {
    /// Takes in the next bytes, those that it began with first; `false` where the file has to be opened
    /// as a whole after all.
    pub fn push(&mut self, bytes: &[u8]) -> bool {
        self.bytes += bytes.len() as u64;
        self.stream.push(bytes)
    }
}

impl ArrivingBook {
    /// The part of the sheet that comes next, for [`SheetScan`](crate::SheetScan); `None` when no more is
    /// wanted.
    pub fn next_part(&mut self) -> Option<String> {
        self.stream.next_part()
    }

    /// Reads what the sheets refer to, from the bytes of the file; before the first sheet comes.
    pub fn read_shared(&mut self, bytes: &[u8], progress: &mut dyn FnMut(Progress)) {
        let mut visit = Progress::of_bytes(Phase::Reading, self.bytes, progress);
        self.stream.read_shared(bytes, &mut visit);
    }

    /// Takes in the next piece of the sheet; `unpacked` counts the packed bytes that were unpacked until now.
    pub fn push(&mut self, piece: &[u8], unpacked: u64, progress: &mut dyn FnMut(Progress)) {
        let mut visit = Progress::of_bytes(Phase::Reading, self.bytes, progress);
        self.stream.push(piece, unpacked, &mut visit);
    }

    /// The sheet came, or no more of it comes.
    pub fn end_part(&mut self) {
        self.stream.end_part();
    }
}

#[cfg(not(target_family = "wasm"))]
mod reading {
    use std::io::{self, Read};

    use super::Arriving;
    use crate::output::Checksum;
    use crate::session::{Phase, Progress, Session};

    impl Session {
        /// Reads all of a file of `size` bytes into the run and gives the number of pupils in it;
        /// `None` where it has to be opened as a whole after all.
        pub fn read_arriving(
            &mut self,
            arriving: Arriving,
            size: u64,
            source: &mut (dyn Read + Send),
            progress: &mut dyn FnMut(Progress),
        ) -> io::Result<Option<u64>> {
            let mut visit = Progress::of_bytes(Phase::Reading, size, progress);
            let mut source = Summed {
                source,
                sum: self.has_checksums.then(Checksum::default),
                bytes: 0,
            };
            let Some(read) = arriving.stream.read_all(&mut source, &mut visit)? else {
                return Ok(None);
            };
            let sum = source.sum.map(Checksum::finish);
            Ok(Some(self.take(arriving.name, source.bytes, sum, read)))
        }
    }

    /// A file whose checksum is worked out as it is read, if somebody asks for it.
    struct Summed<'s> {
        source: &'s mut (dyn Read + Send),
        sum: Option<Checksum>,
        bytes: u64,
    }

    impl Read for Summed<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let length = self.source.read(buffer)?;
            if let Some(sum) = &mut self.sum {
                sum.push(&buffer[..length]);
            }
            self.bytes += length as u64;
            Ok(length)
        }
    }
}
