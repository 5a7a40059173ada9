//! Finds the bytes that divide a text, eight bytes at a time.
//!
//! Delimiters, line ends and quotation marks are low in ASCII, where hardly anything else of a
//! roster is; so a comparison of eight bytes at once finds them all, and a few bytes that mean
//! nothing, which the caller passes over.

const ONES: u64 = 0x0101_0101_0101_0101;
const LOW_BITS: u64 = 0x7F * ONES;
const HIGH_BITS: u64 = 0x80 * ONES;

/// The places of bytes that may divide the text, ascending.
pub(crate) struct Marks<'t> {
    bytes: &'t [u8],
    /// What lifts every byte above the highest one looked for into the high bit.
    lift: u64,
    delimiters: u64,
    base: usize,
    /// High bits of the bytes at `base` that are still to be told.
    found: u64,
}

impl<'t> Marks<'t> {
    pub(crate) fn new(bytes: &'t [u8], delimiter: u8) -> Self {
        // Of the delimiters only the comma and the tab are low enough to be found by their height.
        let highest = if delimiter <= b',' { b',' } else { b'"' };
        let mut marks = Marks {
            bytes,
            lift: u64::from(0x7F - highest) * ONES,
            delimiters: u64::from(delimiter) * ONES,
            base: 0,
            found: 0,
        };
        marks.seek(0);
        marks
    }

    /// Goes on at a place, forwards or back.
    pub(crate) fn seek(&mut self, place: usize) {
        self.base = place;
        self.found = self.look();
    }

    /// The next place.
    #[inline]
    pub(crate) fn next_place(&mut self) -> Option<usize> {
        while self.found == 0 {
            self.base += 8;
            if self.base >= self.bytes.len() {
                return None;
            }
            self.found = self.look();
        }
        let place = self.base + self.found.trailing_zeros() as usize / 8;
        self.found &= self.found - 1;
        Some(place)
    }

    #[inline]
    fn look(&self) -> u64 {
        let rest = self.bytes.get(self.base..).unwrap_or_default();
        let word = match rest.first_chunk() {
            Some(word) => u64::from_le_bytes(*word),
            None => last_word(rest),
        };
        let low = !(((word & LOW_BITS) + self.lift) | word);
        let apart = word ^ self.delimiters;
        let equal = !(((apart & LOW_BITS) + LOW_BITS) | apart);
        (low | equal) & HIGH_BITS
    }
}

/// Fewer than eight bytes, filled up with what is never found.
#[cold]
fn last_word(rest: &[u8]) -> u64 {
    let mut word = [0xFF; 8];
    word[..rest.len()].copy_from_slice(rest);
    u64::from_le_bytes(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_that_divides_is_found_and_hardly_any_other() {
        let bytes: Vec<u8> = (0..=255).cycle().skip(3).take(2000).collect();
        for delimiter in *b",\t;|" {
            let mut marks = Marks::new(&bytes, delimiter);
            let found: Vec<usize> = std::iter::from_fn(|| marks.next_place()).collect();
            assert!(found.is_sorted_by(|a, b| a < b));
            for (place, &byte) in bytes.iter().enumerate() {
                let divides = byte == delimiter || b"\r\n\"".contains(&byte);
                let is_low = byte <= if delimiter <= b',' { b',' } else { b'"' };
                let is_found = found.binary_search(&place).is_ok();
                assert_eq!(is_found, divides || is_low, "{byte} {delimiter}");
            }
        }
    }

    #[test]
    fn it_goes_on_anywhere() {
        let mut marks = Marks::new(b"a,b,c\n", b',');
        marks.seek(2);
        assert_eq!(marks.next_place(), Some(3));
        marks.seek(1);
        assert_eq!(marks.next_place(), Some(1));
        marks.seek(6);
        assert_eq!(marks.next_place(), None);
    }
}
