//! Where the bytes of a sheet come from.
//!
//! Outside of a browser a second thread unpacks the part while this one reads what is unpacked;
//! the bytes are the same.

use std::io::{self, Read};

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

/// Parts from this size on are worth a second thread.
#[cfg(not(target_family = "wasm"))]
const BYTES_SHARED_MIN: u64 = 1 << 20;
/// Bytes unpacked at a time by the second thread.
#[cfg(not(target_family = "wasm"))]
const PIECE_BYTES: usize = 128 << 10;
/// Pieces that may wait to be read.
#[cfg(not(target_family = "wasm"))]
const PIECES_MAX: usize = 4;

/// Opens a part and lets `take` read it.
#[cfg(target_family = "wasm")]
pub(crate) fn with_part<T>(
    archive: &Archive,
    entry: &Entry,
    take: impl FnOnce(&mut dyn Part) -> T,
) -> Result<T, PackageError> {
    Ok(take(&mut archive.stream(entry)?))
}

/// Opens a part and lets `take` read it.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn with_part<T>(
    archive: &Archive,
    entry: &Entry,
    take: impl FnOnce(&mut dyn Part) -> T,
) -> Result<T, PackageError> {
    let mut stream = archive.stream(entry)?;
    if entry.size() < BYTES_SHARED_MIN {
        return Ok(take(&mut stream));
    }
    Ok(std::thread::scope(|scope| {
        let (sender, pieces) = std::sync::mpsc::sync_channel(PIECES_MAX);
        let (returner, used) = std::sync::mpsc::channel();
        scope.spawn(move || unpack(stream, &sender, &used));
        take(&mut Ahead {
            pieces,
            returner,
            piece: Piece::default(),
            given: 0,
        })
    }))
}

/// Unpacks until the end, an error, or nobody wants more.
#[cfg(not(target_family = "wasm"))]
fn unpack(
    mut stream: PartStream,
    sender: &std::sync::mpsc::SyncSender<Piece>,
    used: &std::sync::mpsc::Receiver<Vec<u8>>,
) {
    loop {
        let mut bytes = used.try_recv().unwrap_or_default();
        bytes.resize(PIECE_BYTES, 0);
        let filled = stream.fill(&mut bytes);
        bytes.truncate(filled.unwrap_or(0));
        let is_last = bytes.is_empty();
        let piece = Piece {
            bytes,
            consumed: stream.consumed(),
            is_intact: stream.is_intact(),
            error: filled.err(),
        };
        if sender.send(piece).is_err() || is_last {
            return;
        }
    }
}

/// Unpacked bytes, and what was known of the stream behind them.
#[cfg(not(target_family = "wasm"))]
#[derive(Default)]
struct Piece {
    bytes: Vec<u8>,
    consumed: u64,
    is_intact: bool,
    error: Option<PackageError>,
}

/// A part that is unpacked ahead of its reader.
#[cfg(not(target_family = "wasm"))]
struct Ahead {
    pieces: std::sync::mpsc::Receiver<Piece>,
    returner: std::sync::mpsc::Sender<Vec<u8>>,
    piece: Piece,
    /// Bytes of the piece that were given.
    given: usize,
}

#[cfg(not(target_family = "wasm"))]
impl Read for Ahead {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.given == self.piece.bytes.len() {
            let Ok(piece) = self.pieces.recv() else {
                // The end was told by the piece before.
                return self.piece.error.map_or(Ok(0), |error| Err(error.into()));
            };
            let used = std::mem::replace(&mut self.piece, piece);
            self.given = 0;
            // At the end there is nobody to use it again.
            let _ = self.returner.send(used.bytes);
            if let Some(error) = self.piece.error {
                return Err(error.into());
            }
        }
        let rest = &self.piece.bytes[self.given..];
        let count = rest.len().min(buffer.len());
        buffer[..count].copy_from_slice(&rest[..count]);
        self.given += count;
        Ok(count)
    }
}

#[cfg(not(target_family = "wasm"))]
impl Part for Ahead {
    fn consumed(&self) -> u64 {
        self.piece.consumed
    }

    fn is_intact(&self) -> bool {
        self.piece.is_intact
    }
}
