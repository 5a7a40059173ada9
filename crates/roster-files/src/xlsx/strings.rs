//! The shared strings of a workbook, all in one arena.
//!
//! Rich text is joined and phonetic text left out. How many there are is counted, not believed.

use std::io::Read;
use std::ops::Range;
use std::rc::Rc;

use memchr::{memchr, memchr3};
use roster_package::xml::{Token, Tokens, XmlError};

use super::declared::Declared;
use super::escapes::unescape;
use super::part::Part;

/// The shared strings.
#[derive(Debug, Default)]
pub(crate) struct Strings {
    arena: Rc<String>,
    ends: Vec<u32>,
    /// The part was there and could be read to its end.
    is_complete: bool,
}

impl Strings {
    /// Reads the part. Strings in front of damage are kept.
    pub(crate) fn read(part: &mut dyn Part, visit: &mut dyn FnMut(u64)) -> Strings {
        let mut reader = Reader {
            tokens: Tokens::new(Declared::new(part)),
            arena: Vec::new(),
            ends: Vec::new(),
            text: String::new(),
        };
        let read = reader.read(visit);
        let is_intact = reader.tokens.source().source.is_intact();
        let arena = match String::from_utf8(reader.arena) {
            Ok(arena) => arena,
            Err(error) => lossy(error.as_bytes(), &mut reader.ends),
        };
        Strings {
            arena: Rc::new(arena),
            ends: reader.ends,
            is_complete: read.is_ok() && is_intact,
        }
    }

    /// All strings, one after the other.
    pub(crate) fn all(&self) -> &Rc<String> {
        &self.arena
    }

    /// Where among them the string of an index is.
    pub(crate) fn span(&self, index: u32) -> Option<Range<u32>> {
        let index = index as usize;
        let end = *self.ends.get(index)?;
        let start = index.checked_sub(1).map_or(0, |it| self.ends[it]);
        Some(start..end)
    }

    /// Whether the part was there, and whole: an index without a string is a mistake then.
    pub(crate) fn is_complete(&self) -> bool {
        self.is_complete
    }
}

struct Reader<'p> {
    tokens: Tokens<Declared<&'p mut dyn Part>>,
    arena: Vec<u8>,
    ends: Vec<u32>,
    text: String,
}

impl Reader<'_> {
    fn read(&mut self, visit: &mut dyn FnMut(u64)) -> Result<(), XmlError> {
        loop {
            // Most strings are plain; many are taken at a time.
            let (length, is_odd) =
                take_plain(self.tokens.unread(), &mut self.arena, &mut self.ends);
            self.tokens.consume(length);
            if !is_odd && self.tokens.fill()? {
                visit(self.tokens.source().source.consumed());
                continue;
            }
            match self.tokens.next()? {
                Some(Token::Start(tag)) if tag.local() == b"si" => {
                    let is_closed = tag.is_closed();
                    self.text.clear();
                    if !is_closed {
                        push_rich_text(&mut self.tokens, &mut self.text)?;
                    }
                    self.arena.extend(unescape(&self.text).as_bytes());
                    self.ends.push(self.arena.len() as u32);
                }
                Some(_) => {}
                None => break,
            }
        }
        if self.tokens.depth() > 0 {
            return Err(XmlError::Truncated);
        }
        Ok(())
    }
}

/// Adds the text of an element whose start tag was just given, `si` or `is`: that of `t` and of
/// the runs of rich text, not that of phonetic runs.
pub(crate) fn push_rich_text(
    tokens: &mut Tokens<impl Read>,
    text: &mut String,
) -> Result<(), XmlError> {
    let outside = tokens.depth().saturating_sub(1);
    let mut is_text = false;
    while tokens.depth() > outside {
        match tokens.next()? {
            Some(Token::Start(tag)) => match tag.local() {
                b"rPh" if !tag.is_closed() => tokens.skip_element()?,
                b"t" => is_text = !tag.is_closed(),
                _ => {}
            },
            Some(Token::End(tag)) if tag.local() == b"t" => is_text = false,
            Some(Token::Text(piece)) if is_text => piece.push_to(text),
            Some(_) => {}
            None => return Err(XmlError::Truncated),
        }
    }
    Ok(())
}

const PLAIN_START: &[u8] = b"<si><t";
const PLAIN_END: &[u8] = b"</t></si>";

/// Takes plain strings off the front: `<si><t>text</t></si>` without references. Gives how many
/// bytes they took, and whether what follows is something else rather than cut off.
fn take_plain(bytes: &[u8], arena: &mut Vec<u8>, ends: &mut Vec<u32>) -> (usize, bool) {
    let mut done = 0;
    loop {
        let rest = &bytes[done..];
        match plain(rest) {
            Plain::Text(start, end) => {
                arena.extend_from_slice(&rest[start..end]);
                ends.push(arena.len() as u32);
                done += end + PLAIN_END.len();
            }
            Plain::Cut => return (done, false),
            Plain::Odd => return (done, true),
        }
    }
}

enum Plain {
    Text(usize, usize),
    Cut,
    Odd,
}

fn plain(bytes: &[u8]) -> Plain {
    if bytes.len() < PLAIN_START.len() {
        return Plain::Cut;
    }
    if !bytes.starts_with(PLAIN_START) {
        return Plain::Odd;
    }
    // The only attribute is `xml:space`, which has no `>` in it.
    let Some(tag_end) = memchr(b'>', bytes.get(PLAIN_START.len()..).unwrap_or_default()) else {
        return Plain::Cut;
    };
    let start = PLAIN_START.len() + tag_end + 1;
    let attributes = &bytes[PLAIN_START.len()..start - 1];
    if !matches!(attributes, b"" | br#" xml:space="preserve""#) {
        return Plain::Odd;
    }
    let text = &bytes[start..];
    let Some(length) = memchr3(b'<', b'&', b'\r', text) else {
        return Plain::Cut;
    };
    let end = &text[length..];
    if end.len() < PLAIN_END.len() {
        return Plain::Cut;
    }
    if !end.starts_with(PLAIN_END) || memchr(b'_', &text[..length]).is_some() {
        return Plain::Odd;
    }
    Plain::Text(start, start + length)
}

/// The arena with `�` for bytes that are no UTF-8; the ends move with it.
fn lossy(arena: &[u8], ends: &mut [u32]) -> String {
    let mut text = String::with_capacity(arena.len());
    let mut start = 0;
    for end in ends {
        text.push_str(&String::from_utf8_lossy(&arena[start..*end as usize]));
        start = *end as usize;
        *end = text.len() as u32;
    }
    text
}
