//! The pointers in the data of a module, each told by how far it is from where the one before it and its length
//! end: texts lie one behind the other, so that most of these are nothing, and pack better.
//!
//! A word that only looks like a pointer becomes another one and comes back all the same: what is in the data's
//! range stays in it, and all else is left. `web/src/engine/unpack.ts` puts them right again.

use super::streams::Reader;

/// Bytes of a word.
pub(super) const WORD: usize = 4;
/// No text is longer. No data begins below it, so that a length is no pointer.
const LENGTH_MAX: u32 = 1 << 16;

/// Where the words are that may be pointers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Data {
    /// Byte of the module at which the first one stands.
    pub(super) at: usize,
    pub(super) words: usize,
    /// Address of the first one.
    pub(super) base: u32,
}

impl Data {
    /// The longest of the data; no words where there is none. `sections` is where the code has ended.
    pub(super) fn find(module: &[u8], sections: usize) -> Option<Data> {
        const DATA: u8 = 11;
        let mut from = Reader {
            bytes: module,
            at: sections,
        };
        let mut longest = Data::default();
        while from.at < module.len() {
            let section = from.byte()?;
            let end = from.number()? + from.at;
            let count = if section == DATA { from.number()? } else { 0 };
            for _ in 0..count {
                // Into the only memory, at an address that is a number.
                let [0, 0x41] = [from.byte()?, from.byte()?] else {
                    return Some(longest);
                };
                let address = from.number()?;
                from.byte()?;
                let length = from.number()?;
                let skipped = address.next_multiple_of(WORD) - address;
                let words = length.saturating_sub(skipped) / WORD;
                if words > longest.words && address >= LENGTH_MAX as usize {
                    longest = Data {
                        at: from.at + skipped,
                        words,
                        base: u32::try_from(address + skipped).ok()?,
                    };
                }
                from.at += length;
            }
            from.at = end;
        }
        Some(longest)
    }

    /// Tells the pointers so.
    pub(super) fn tell(self, module: &mut [u8]) {
        let size = (self.words * WORD) as u32;
        let data = &mut module[self.at..][..self.words * WORD];
        let mut expected = 0;
        for at in (0..data.len()).step_by(WORD) {
            let to = word(data, at).wrapping_sub(self.base);
            if to < size {
                let told = self.base + (to + size - expected) % size;
                data[at..at + WORD].copy_from_slice(&told.to_le_bytes());
                let length = word(data, at + WORD);
                let length = if length < LENGTH_MAX { length } else { 0 };
                expected = (to + length) % size;
            }
        }
    }
}

/// The word that stands at a byte; nothing behind the end.
pub(super) fn word(data: &[u8], at: usize) -> u32 {
    let bytes = data.get(at..at + WORD).and_then(|it| it.try_into().ok());
    u32::from_le_bytes(bytes.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_lie_in_a_row_are_told_by_nothing() {
        let base = 0x10_0000_u32;
        let words = [base + 4, 8, base + 12, 4, 7, base + 16, 0];
        let mut module: Vec<u8> = words.iter().flat_map(|it| it.to_le_bytes()).collect();
        let data = Data {
            at: 0,
            words: words.len(),
            base,
        };
        data.tell(&mut module);
        let told = module.chunks(WORD).map(|it| it.try_into().unwrap());
        let told: Vec<u32> = told.map(u32::from_le_bytes).collect();
        assert_eq!(told, [base + 4, 8, base, 4, 7, base, 0]);
    }

    #[test]
    fn the_longest_data_is_found() {
        // Two of them: at 0x100001 nine bytes, at 0x100000 four.
        let mut module = vec![11, 29, 2, 0, 0x41, 0x81, 0x80, 0xC0, 0, 0x0B, 11];
        module.extend([1; 11]);
        module.extend([0, 0x41, 0x80, 0x80, 0xC0, 0, 0x0B, 4, 1, 1, 1, 1]);
        module[1] = (module.len() - 2) as u8;
        let expected = Data {
            at: 14,
            words: 2,
            base: 0x10_0004,
        };
        assert_eq!(Data::find(&module, 0), Some(expected));
        assert_eq!(Data::find(&[], 0), Some(Data::default()));
    }
}
