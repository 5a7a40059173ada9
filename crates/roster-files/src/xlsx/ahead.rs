//! Unpacks a part in a second thread while this one reads what is unpacked.
//!
//! The bytes are the same. Not in a browser, where there is one thread.

use std::io::{self, Read};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread::Builder;

use roster_package::{Archive, Entry, PackageError, PartStream};

use super::part::Part;

/// Parts from this size on are worth a second thread.
pub(crate) const BYTES_MIN: u64 = 1 << 20;
/// Bytes unpacked at a time.
const PIECE_BYTES: usize = 128 << 10;
/// Pieces that may wait to be read.
const PIECES_MAX: usize = 4;

/// Lets `take` read a part that is unpacked ahead of it.
pub(crate) fn with_ahead<T>(
    archive: &Archive,
    entry: &Entry,
    take: impl FnOnce(&mut dyn Part) -> T,
) -> Result<T, PackageError> {
    let stream = archive.stream(entry)?;
    std::thread::scope(|scope| {
        let (sender, pieces) = sync_channel(PIECES_MAX);
        let (returner, used) = channel();
        let other = Builder::new().spawn_scoped(scope, move || unpack(stream, &sender, &used));
        if other.is_err() {
            // The machine has no thread left: one is enough.
            return Ok(take(&mut archive.stream(entry)?));
        }
        Ok(take(&mut Ahead {
            pieces,
            returner,
            piece: Piece::default(),
            given: 0,
        }))
    })
}

/// Unpacks until the end, an error, or nobody wants more.
fn unpack(mut stream: PartStream, sender: &SyncSender<Piece>, used: &Receiver<Vec<u8>>) {
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
#[derive(Default)]
struct Piece {
    bytes: Vec<u8>,
    consumed: u64,
    is_intact: bool,
    error: Option<PackageError>,
}

/// A part that is unpacked ahead of its reader.
struct Ahead {
    pieces: Receiver<Piece>,
    returner: Sender<Vec<u8>>,
    piece: Piece,
    /// Bytes of the piece that were given.
    given: usize,
}

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

impl Part for Ahead {
    fn consumed(&self) -> u64 {
        self.piece.consumed
    }

    fn is_intact(&self) -> bool {
        self.piece.is_intact
    }
}
