//! The characters of a file, piece by piece, so that a large file is never decoded as a whole.

use std::borrow::Cow;

use crate::coding::{Coding, decode_some};
use crate::fed::Fed;
use crate::{Decision, Encoding};

/// Bytes of the file decoded at a time; of a longer row, twice as many each time.
const PIECE_BYTES: usize = 256 << 10;

/// Where the characters come from.
pub(crate) enum Source<'b> {
    /// Valid UTF-8: the file is its text.
    Whole { text: &'b str, at: usize },
    /// Everything else: decoded into a buffer.
    Pieces(Pieces<'b>),
    /// UTF-8 that comes bit by bit.
    Fed(Fed),
}

/// A file that is turned into text as it is read.
pub(crate) struct Pieces<'b> {
    rest: &'b [u8],
    how: How,
    is_done: bool,
    /// Text of which no row has been made yet.
    buffer: String,
}

enum How {
    Decode(Coding),
    /// One ASCII character for each unit of the file.
    Shadow(Encoding),
}

impl<'b> Source<'b> {
    /// The text of a file without its mark.
    pub(crate) fn text(bytes: &'b [u8], decision: &Decision) -> Self {
        let rest = &bytes[decision.mark_bytes..];
        if decision.is_valid
            && let Ok(text) = simdutf8::basic::from_utf8(rest)
        {
            return Source::Whole { text, at: 0 };
        }
        let coding = Coding::Of(decision.encoding);
        Source::Pieces(Pieces::new(rest, How::Decode(coding)))
    }

    /// What divides the text of a file, at the places where the file has it: every byte (of UTF-16,
    /// every pair of bytes) is one character, itself if it is ASCII and `x` if it belongs to
    /// something longer.
    pub(crate) fn shadow(bytes: &'b [u8], decision: &Decision) -> Self {
        let rest = &bytes[decision.mark_bytes..];
        Source::Pieces(Pieces::new(rest, How::Shadow(decision.encoding)))
    }
}

impl<'b> Pieces<'b> {
    fn new(rest: &'b [u8], how: How) -> Self {
        Pieces {
            rest,
            how,
            is_done: false,
            buffer: String::new(),
        }
    }

    /// Bytes of the file that are still to be decoded.
    pub(crate) fn bytes_left(&self) -> usize {
        self.rest.len()
    }

    pub(crate) fn buffer(&self) -> &str {
        &self.buffer
    }

    /// Takes the text of finished rows out of the buffer.
    pub(crate) fn take(&mut self, length: usize) -> String {
        let tail = self.buffer.split_off(length);
        std::mem::replace(&mut self.buffer, tail)
    }

    /// Decodes some more into the buffer; not all is decoded when there are bytes left.
    pub(crate) fn fill(&mut self) {
        if self.is_done {
            return;
        }
        let wanted = PIECE_BYTES.max(self.buffer.len()).min(self.rest.len());
        let taken = match &self.how {
            How::Decode(coding) => {
                self.buffer.reserve(wanted + wanted / 2);
                decode_some(*coding, self.rest, wanted, true, &mut self.buffer)
            }
            How::Shadow(encoding) => shadow(*encoding, self.rest, wanted, &mut self.buffer),
        };
        self.rest = &self.rest[taken..];
        self.is_done = self.rest.is_empty();
    }
}

/// Takes at least `wanted` bytes, and never a part of a character.
fn shadow(encoding: Encoding, rest: &[u8], wanted: usize, into: &mut String) -> usize {
    into.reserve(wanted);
    let mut taken = 0;
    while taken < wanted {
        let length = unit_length(encoding, &rest[taken..]);
        let unit = &rest[taken..taken + length];
        let ascii = match (encoding, unit) {
            (Encoding::Utf16Le, &[byte, 0]) | (Encoding::Utf16Be, &[0, byte]) | (_, &[byte])
                if byte.is_ascii() =>
            {
                byte
            }
            _ => b'x',
        };
        let count = if is_wide(encoding) { 1 } else { length };
        into.extend(std::iter::repeat_n(char::from(ascii), count));
        taken += length;
    }
    taken
}

/// Whether a unit of the encoding has two bytes.
pub(crate) fn is_wide(encoding: Encoding) -> bool {
    matches!(encoding, Encoding::Utf16Le | Encoding::Utf16Be)
}

/// Bytes of the first character, as a decoder sees them; one where they form none.
fn unit_length(encoding: Encoding, bytes: &[u8]) -> usize {
    match (encoding, bytes) {
        (Encoding::Utf16Le | Encoding::Utf16Be, [_, _, ..])
        | (Encoding::Gb18030, [0x81..=0xFE, 0x40..=0x7E | 0x80..=0xFE, ..])
        | (Encoding::Big5, [0x81..=0xFE, 0x40..=0x7E | 0xA1..=0xFE, ..]) => 2,
        (Encoding::Gb18030, [0x81..=0xFE, 0x30..=0x39, 0x81..=0xFE, 0x30..=0x39, ..]) => 4,
        _ => 1,
    }
}

/// All of the text of a file without its mark; what cannot be decoded becomes U+FFFD.
pub fn decode<'b>(bytes: &'b [u8], decision: &Decision) -> Cow<'b, str> {
    let rest = &bytes[decision.mark_bytes..];
    if decision.is_valid
        && let Ok(text) = simdutf8::basic::from_utf8(rest)
    {
        return Cow::Borrowed(text);
    }
    let mut text = String::with_capacity(rest.len() + rest.len() / 2);
    let coding = Coding::Of(decision.encoding);
    decode_some(coding, rest, rest.len(), true, &mut text);
    Cow::Owned(text)
}
