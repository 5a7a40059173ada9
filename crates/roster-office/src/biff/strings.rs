//! Texts that may be cut anywhere and go on in the next record.

use super::narrow::Narrow;

/// The bytes of a record and of those that continue it, read from the front.
pub(super) struct Pieces<'b> {
    all: Vec<&'b [u8]>,
    piece: usize,
    at: usize,
}

impl<'b> Pieces<'b> {
    pub(super) fn new(pieces: Vec<&'b [u8]>) -> Self {
        Pieces {
            all: pieces,
            piece: 0,
            at: 0,
        }
    }

    /// A text with its length before it, in two bytes.
    pub(super) fn text16(&mut self, narrow: &mut Narrow) -> Option<String> {
        let length = usize::from(self.u16()?);
        self.flagged(length, narrow)
    }

    /// A text of `length` characters with its flags before it; how its parts look is passed over.
    pub(super) fn flagged(&mut self, length: usize, narrow: &mut Narrow) -> Option<String> {
        let flags = self.u8()?;
        let runs = if flags & 8 != 0 { self.u16()? } else { 0 };
        let more = if flags & 4 != 0 { self.u32()? } else { 0 };
        let text = self.chars(length, flags & 1 != 0, narrow);
        self.skip(usize::from(runs) * 4);
        self.skip(more as usize);
        text
    }

    /// Where a text is cut, the next record begins with its flags again.
    fn chars(&mut self, length: usize, is_wide: bool, narrow: &mut Narrow) -> Option<String> {
        let mut is_wide = is_wide;
        let mut left = length;
        let mut units: Vec<u16> = Vec::new();
        let mut halves: Vec<u8> = Vec::new();
        let mut text = String::new();
        while left > 0 {
            let Some(mut here) = self.here() else {
                // The file ends within the text: what there is of it is kept.
                break;
            };
            if here.is_empty() {
                is_wide = self.next_flags()? & 1 != 0;
                continue;
            }
            if is_wide {
                let count = left.min(here.len() / 2);
                if count == 0 {
                    // Half a character at the end of a record.
                    here = &here[..0];
                    self.at = self.all[self.piece].len() - here.len();
                    continue;
                }
                put_halves(&mut halves, &mut text, narrow);
                let bytes = here[..count * 2].chunks_exact(2);
                units.extend(bytes.map(|it| u16::from_le_bytes([it[0], it[1]])));
                self.at += count * 2;
                left -= count;
            } else {
                let count = left.min(here.len());
                put_units(&mut units, &mut text, narrow);
                halves.extend_from_slice(&here[..count]);
                self.at += count;
                left -= count;
            }
        }
        put_units(&mut units, &mut text, narrow);
        put_halves(&mut halves, &mut text, narrow);
        Some(text)
    }

    fn here(&self) -> Option<&'b [u8]> {
        self.all.get(self.piece)?.get(self.at..)
    }

    fn next_flags(&mut self) -> Option<u8> {
        self.piece += 1;
        self.at = 0;
        self.u8()
    }

    fn u8(&mut self) -> Option<u8> {
        loop {
            let here = self.here()?;
            if let Some(&byte) = here.first() {
                self.at += 1;
                return Some(byte);
            }
            self.piece += 1;
            self.at = 0;
        }
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.u8()?, self.u8()?]))
    }

    fn u32(&mut self) -> Option<u32> {
        Some(u32::from(self.u16()?) | u32::from(self.u16()?) << 16)
    }

    fn skip(&mut self, mut count: usize) {
        while count > 0 {
            let Some(here) = self.here() else { return };
            let step = count.min(here.len());
            self.at += step;
            count -= step;
            if count > 0 {
                self.piece += 1;
                self.at = 0;
            }
        }
    }
}

fn put_units(units: &mut Vec<u16>, text: &mut String, narrow: &mut Narrow) {
    if !units.is_empty() {
        let wide = String::from_utf16_lossy(units);
        narrow.look_at_text(&wide);
        text.push_str(&wide);
        units.clear();
    }
}

fn put_halves(halves: &mut Vec<u8>, text: &mut String, narrow: &mut Narrow) {
    if !halves.is_empty() {
        text.push_str(&narrow.decode_halves(halves));
        halves.clear();
    }
}

/// The texts that cells refer to by number.
#[derive(Default)]
pub(super) struct Shared {
    text: String,
    ends: Vec<usize>,
}

impl Shared {
    /// Reads as many texts as there are, whatever number is declared.
    pub(super) fn read(mut pieces: Pieces<'_>, narrow: &mut Narrow) -> Self {
        let mut shared = Shared::default();
        // The number of cells that refer to a text means nothing here.
        let declared = pieces.u32().and_then(|_| pieces.u32()).unwrap_or(0);
        for _ in 0..declared {
            let Some(text) = pieces.text16(narrow) else {
                break;
            };
            shared.text.push_str(&text);
            shared.ends.push(shared.text.len());
        }
        shared
    }

    pub(super) fn get(&self, index: u32) -> Option<&str> {
        let index = index as usize;
        let end = *self.ends.get(index)?;
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        Some(&self.text[start..end])
    }
}
