//! The part of a large part that is in memory: bytes come in at its end and leave at its beginning,
//! copied to the archive that is written.

use memchr::memchr;
use memchr::memmem::Finder;
use roster_package::{ArchiveWriter, PackageError, PartStream};

use super::markup::{CUT_OFF, Malformed, Tag, TagKind, Tags, complete};

/// Bytes that come in at a time.
const CHUNK_BYTES: usize = 256 << 10;
/// What must be in memory at once, a row or everything around the rows, is never larger.
const BYTES_MAX: usize = 64 << 20;

/// Why a large part cannot be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StreamError {
    Malformed(Malformed),
    Package(PackageError),
    TooLarge,
}

impl From<Malformed> for StreamError {
    fn from(error: Malformed) -> Self {
        StreamError::Malformed(error)
    }
}

impl From<PackageError> for StreamError {
    fn from(error: PackageError) -> Self {
        StreamError::Package(error)
    }
}

/// A piece of a part, and the road to the archive that is written.
pub(super) struct Window<'b, 'w> {
    stream: PartStream<'b>,
    out: &'w mut ArchiveWriter,
    visit: &'w mut dyn FnMut(u64),
    visited: u64,
    bytes: Vec<u8>,
    /// Everything before it has been written or replaced.
    written: usize,
    is_over: bool,
}

impl<'b, 'w> Window<'b, 'w> {
    /// From the beginning of a part to the part of the archive that has been started. `visit` is
    /// given the number of packed bytes that have been read since it was last called.
    pub(super) fn new(
        stream: PartStream<'b>,
        out: &'w mut ArchiveWriter,
        visit: &'w mut dyn FnMut(u64),
    ) -> Self {
        Window {
            stream,
            out,
            visit,
            visited: 0,
            bytes: Vec::new(),
            written: 0,
            is_over: false,
        }
    }

    /// What is in memory.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Takes more in; `false` at the end of the part.
    pub(super) fn more(&mut self) -> Result<bool, StreamError> {
        if self.is_over {
            return Ok(false);
        }
        let before = self.bytes.len();
        if before >= BYTES_MAX {
            return Err(StreamError::TooLarge);
        }
        // What had to be read again from its beginning is read again seldom.
        let room = CHUNK_BYTES.max(before);
        self.bytes.resize(before + room, 0);
        let mut filled = before;
        while filled < self.bytes.len() {
            let count = self.stream.fill(&mut self.bytes[filled..])?;
            if count == 0 {
                self.is_over = true;
                break;
            }
            filled += count;
        }
        self.bytes.truncate(filled);
        let visited = self.stream.consumed();
        (self.visit)(visited - self.visited);
        self.visited = visited;
        Ok(filled > before)
    }

    /// Takes everything in that is left.
    pub(super) fn rest(&mut self) -> Result<(), StreamError> {
        while self.more()? {}
        Ok(())
    }

    /// Copies what stands before a place and has not been written.
    pub(super) fn copy_to(&mut self, at: usize) {
        if at > self.written {
            self.out.write(&self.bytes[self.written..at]);
            self.written = at;
        }
    }

    /// Writes other bytes.
    pub(super) fn write(&mut self, bytes: &[u8]) {
        self.out.write(bytes);
    }

    /// What stands before a place is not written any more.
    pub(super) fn skip_to(&mut self, at: usize) {
        self.written = self.written.max(at);
    }

    /// Copies what stands before a place and lets it go, once it is much. Gives where the place is
    /// now.
    pub(super) fn settle(&mut self, at: usize) -> usize {
        if at < CHUNK_BYTES {
            return at;
        }
        self.copy_to(at);
        let gone = self.written;
        self.bytes.drain(..gone);
        self.written = 0;
        at - gone
    }

    /// The next tag from a place on. Everything from that place on stays in memory.
    pub(super) fn tag(&mut self, at: usize) -> Result<Option<Tag<'_>>, StreamError> {
        loop {
            let found = Tags::new(&self.bytes, at).next().map(|it| it.is_some());
            match found {
                Ok(true) => break,
                Ok(false) | Err(CUT_OFF) if self.more()? => {}
                Ok(false) => return Ok(None),
                Err(error) => return Err(error.into()),
            }
        }
        Ok(Tags::new(&self.bytes, at).next()?)
    }

    /// Where the element ends whose tag stands at a place; see `RowEnd` for the fast way.
    pub(super) fn element_end(
        &mut self,
        start: usize,
        way: &mut RowEnd,
    ) -> Result<usize, StreamError> {
        let Some(tag) = self.tag(start)? else {
            return Err(CUT_OFF.into());
        };
        if tag.kind == TagKind::Empty {
            return Ok(tag.end);
        }
        let (inside, name) = (tag.end, tag.name());
        if !way.is_for(name) {
            *way = RowEnd::new(name);
        }
        let mut from = inside;
        let end = loop {
            match way.find(&self.bytes, from) {
                Ok(end) => break end,
                Err(searched) if self.more()? => from = searched.max(inside),
                Err(_) => return Err(CUT_OFF.into()),
            }
        };
        if !has_declaration(&self.bytes[inside..end]) {
            return Ok(end);
        }
        // The end tag may stand in a comment or in character data.
        loop {
            let mut tags = Tags::new(&self.bytes, start);
            let tag = tags.next()?.ok_or(CUT_OFF)?;
            let end = complete(tag, &mut tags).map(|it| it.end);
            match end {
                Ok(end) => return Ok(end),
                Err(CUT_OFF) if self.more()? => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}

fn has_declaration(bytes: &[u8]) -> bool {
    memchr::memchr_iter(b'!', bytes).any(|at| at > 0 && bytes[at - 1] == b'<')
}

/// Finds the end tag of elements of one name without looking at the tags inside of them.
pub(super) struct RowEnd {
    finder: Finder<'static>,
}

impl RowEnd {
    /// For elements of a name.
    pub(super) fn new(name: &[u8]) -> Self {
        let needle = [b"</", name].concat();
        RowEnd {
            finder: Finder::new(&needle).into_owned(),
        }
    }

    fn is_for(&self, name: &[u8]) -> bool {
        self.finder.needle().get(2..) == Some(name)
    }

    /// Where the end tag ends, or from where on it has to be looked for when there are more bytes.
    fn find(&self, bytes: &[u8], from: usize) -> Result<usize, usize> {
        let length = self.finder.needle().len();
        let mut from = from;
        loop {
            let Some(found) = self.finder.find(&bytes[from..]) else {
                return Err(bytes.len().saturating_sub(length));
            };
            let start = from + found;
            let after = start + length;
            let Some(end) = memchr(b'>', &bytes[after..]) else {
                return Err(start);
            };
            let between = &bytes[after..after + end];
            if between.iter().all(u8::is_ascii_whitespace) {
                return Ok(after + end + 1);
            }
            from = after;
        }
    }
}
