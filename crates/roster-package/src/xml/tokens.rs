//! Cuts a stream of bytes into tokens, holding no more than one window of it.

use std::io::Read;

use memchr::memmem;

use super::XmlError;
use super::tag::Tag;
use super::text::{REFERENCE_BYTES_MAX, Text};
use crate::PackageError;

/// Bytes held at a time.
pub const WINDOW_BYTES: usize = 128 << 10;
/// The longest single tag; a long list of ranges makes the window grow up to this.
pub const TAG_BYTES_MAX: usize = 16 << 20;
/// Nested elements; workbooks have less than thirty.
pub const DEPTH_MAX: usize = 256;
/// What may be cut off the end of a piece of text, so that no character and no reference is cut.
const CUT_BYTES_MAX: usize = REFERENCE_BYTES_MAX;

/// One token.
#[derive(Clone, Copy, Debug)]
pub enum Token<'w> {
    /// A start tag; no `End` follows when it `is_closed`.
    Start(Tag<'w>),
    /// An end tag.
    End(Tag<'w>),
    /// Text, or a CDATA section, or a piece of a long one.
    Text(Text<'w>),
    /// A comment, a processing instruction or the XML declaration, or a piece of a long one.
    Other(&'w [u8]),
}

impl<'w> Token<'w> {
    /// The bytes as they stand. All of them together are the part.
    pub fn raw(&self) -> &'w [u8] {
        match self {
            Token::Start(tag) | Token::End(tag) => tag.raw(),
            Token::Text(text) => text.raw(),
            Token::Other(raw) => raw,
        }
    }
}

/// What a piece that did not fit into the window was cut out of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Inside {
    Content,
    CData,
    /// The bytes that end it.
    Other(&'static [u8]),
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    Tag,
    Text,
    /// With the lengths of the marks at both ends, if this piece has them.
    CData(usize, usize),
    Other,
}

const CDATA_START: &[u8] = b"<![CDATA[";
const CDATA_END: &[u8] = b"]]>";

/// Reads tokens from a `Read`, such as a `PartStream` or a slice.
#[derive(Debug)]
pub struct Tokens<R> {
    source: R,
    window: Vec<u8>,
    /// What of the window is not yet given.
    start: usize,
    end: usize,
    is_ended: bool,
    depth: usize,
    inside: Inside,
}

impl<R: Read> Tokens<R> {
    /// Tokens of a part. A byte order mark of UTF-8 becomes a token of its own.
    pub fn new(source: R) -> Self {
        Tokens {
            source,
            window: vec![0; WINDOW_BYTES],
            start: 0,
            end: 0,
            is_ended: false,
            depth: 0,
            inside: Inside::Content,
        }
    }

    /// The next token; `None` at the end of the part.
    #[allow(
        clippy::should_implement_trait,
        reason = "a token borrows the window, which an iterator cannot say"
    )]
    pub fn next(&mut self) -> Result<Option<Token<'_>>, XmlError> {
        let Some((kind, length)) = self.scan()? else {
            return Ok(None);
        };
        let raw = &self.window[self.start..self.start + length];
        self.start += length;
        Ok(Some(match kind {
            Kind::Tag if raw[1] == b'/' => {
                self.depth = self.depth.saturating_sub(1);
                Token::End(Tag::new(raw))
            }
            Kind::Tag => {
                let tag = Tag::new(raw);
                if !tag.is_closed() {
                    self.depth += 1;
                }
                if self.depth > DEPTH_MAX {
                    return Err(XmlError::TooDeep);
                }
                Token::Start(tag)
            }
            Kind::Text => Token::Text(Text {
                raw,
                content: raw,
                is_verbatim: false,
            }),
            Kind::CData(before, after) => Token::Text(Text {
                raw,
                content: &raw[before..raw.len() - after],
                is_verbatim: true,
            }),
            Kind::Other => Token::Other(raw),
        }))
    }

    /// Passes over what is inside the element whose start tag was just given, and its end tag.
    /// Call it only for a tag that is not closed.
    pub fn skip_element(&mut self) -> Result<(), XmlError> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            if self.next()?.is_none() {
                return Ok(());
            }
        }
        Ok(())
    }

    /// Elements that are open.
    pub fn depth(&self) -> usize {
        self.depth
    }

    /// The source, to ask a `PartStream` for its progress or whether it was intact.
    pub fn source(&self) -> &R {
        &self.source
    }

    /// The bytes of the window that have not been given yet, for readers that know better than
    /// tokens. They are a multiple of nothing: what is looked for may lie beyond their end.
    pub fn unread(&self) -> &[u8] {
        &self.window[self.start..self.end]
    }

    /// Passes over bytes of `unread`. Their tags do not count for `depth`, so pass over whole
    /// elements only.
    pub fn consume(&mut self, count: usize) {
        self.start = self.end.min(self.start + count);
    }

    /// Brings more bytes into the window, behind those of `unread`. `false` when there are no
    /// more, or no room for them.
    pub fn fill(&mut self) -> Result<bool, XmlError> {
        if self.is_ended || (self.start == 0 && self.end == self.window.len()) {
            return Ok(false);
        }
        self.window.copy_within(self.start..self.end, 0);
        self.end -= self.start;
        self.start = 0;
        let before = self.end;
        while self.end < self.window.len() && !self.is_ended {
            let read = self.source.read(&mut self.window[self.end..]);
            let count = match read {
                Ok(count) => count,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(XmlError::Package(PackageError::of(&error))),
            };
            self.end += count;
            self.is_ended = count == 0;
        }
        Ok(self.end > before)
    }

    /// The kind and length of the next token, all of which is in the window.
    fn scan(&mut self) -> Result<Option<(Kind, usize)>, XmlError> {
        match self.inside {
            Inside::Content => {}
            Inside::CData => return self.cdata(0).map(Some),
            Inside::Other(end) => return self.other(0, end).map(Some),
        }
        if self.start == self.end && !self.fill()? {
            return Ok(None);
        }
        if self.window[self.start] != b'<' {
            return self.text().map(Some);
        }
        if self.end - self.start < CDATA_START.len() {
            self.fill()?;
        }
        let unread = self.unread();
        let found = if unread.starts_with(b"<!--") {
            self.other(4, b"-->")
        } else if unread.starts_with(b"<?") {
            self.other(2, b"?>")
        } else if unread.starts_with(CDATA_START) {
            self.cdata(CDATA_START.len())
        } else if unread.starts_with(b"<!") {
            Err(XmlError::Doctype)
        } else {
            self.tag()
        };
        found.map(Some)
    }

    fn text(&mut self) -> Result<(Kind, usize), XmlError> {
        loop {
            let unread = self.unread();
            if let Some(length) = memchr::memchr(b'<', unread) {
                return Ok((Kind::Text, length));
            }
            if self.fill()? {
                continue;
            }
            let unread = self.unread();
            let length = if self.is_ended {
                unread.len()
            } else {
                cut(unread)
            };
            return Ok((Kind::Text, length));
        }
    }

    fn tag(&mut self) -> Result<(Kind, usize), XmlError> {
        loop {
            if let Some(length) = tag_length(self.unread())? {
                return Ok((Kind::Tag, length));
            }
            if self.fill()? {
                continue;
            }
            if self.is_ended {
                return Err(XmlError::Truncated);
            }
            if self.window.len() >= TAG_BYTES_MAX {
                return Err(XmlError::TooLong);
            }
            self.window.resize(self.window.len() * 2, 0);
        }
    }

    /// A CDATA section, or a piece of one whose first `mark` bytes are the mark of its beginning.
    fn cdata(&mut self, mark: usize) -> Result<(Kind, usize), XmlError> {
        let (length, is_complete) = self.until(mark, CDATA_END)?;
        if is_complete {
            self.inside = Inside::Content;
            return Ok((Kind::CData(mark, CDATA_END.len()), length));
        }
        self.inside = Inside::CData;
        let length = length.min(cut(self.unread())).max(mark);
        Ok((Kind::CData(mark, 0), length))
    }

    fn other(&mut self, mark: usize, end: &'static [u8]) -> Result<(Kind, usize), XmlError> {
        let (length, is_complete) = self.until(mark, end)?;
        self.inside = if is_complete {
            Inside::Content
        } else {
            Inside::Other(end)
        };
        Ok((Kind::Other, length))
    }

    /// The length up to and with `end`, which is looked for behind the first `skip` bytes; or
    /// how much of a full window surely does not belong to it.
    fn until(&mut self, skip: usize, end: &[u8]) -> Result<(usize, bool), XmlError> {
        loop {
            let unread = self.unread();
            let inside = unread.get(skip..).unwrap_or_default();
            if let Some(found) = memmem::find(inside, end) {
                return Ok((skip + found + end.len(), true));
            }
            if self.fill()? {
                continue;
            }
            if self.is_ended {
                return Err(XmlError::Truncated);
            }
            return Ok((self.unread().len() - (end.len() - 1), false));
        }
    }
}

/// Where a text that fills the window may be cut.
fn cut(text: &[u8]) -> usize {
    let safe = text.len().saturating_sub(CUT_BYTES_MAX);
    // In front of a reference that may go on.
    if let Some(at) = memchr::memrchr(b'&', &text[safe..]) {
        return safe + at;
    }
    // In front of a character that may go on.
    let continues = |byte: &&u8| (**byte & 0xC0) == 0x80;
    let tail = text.iter().rev().take(3).take_while(continues).count();
    text.len() - tail - 1
}

/// The length of the tag at the front, with its `>`.
fn tag_length(unread: &[u8]) -> Result<Option<usize>, XmlError> {
    let mut at = 1;
    loop {
        let Some(byte) = unread.get(at) else {
            return Ok(None);
        };
        match byte {
            b'>' => return Ok(Some(at + 1)),
            b'<' => return Err(XmlError::Malformed),
            b'"' | b'\'' => match memchr::memchr(*byte, &unread[at + 1..]) {
                Some(length) => at += length + 2,
                None => return Ok(None),
            },
            _ => at += 1,
        }
    }
}
