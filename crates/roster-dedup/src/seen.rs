//! Which keys come more than once, told beforehand: hardly any does, so a look at a hash of each saves both
//! the room and the sorting. By chance a few more are said to; none is missed.

use crate::linkage::mix;

/// Which hashes of keys were seen once, and which again: two bits for each.
pub(crate) struct Seen {
    bits: Vec<u64>,
    shift: u32,
}

impl Seen {
    /// For so many keys.
    pub(crate) fn new(count: u32) -> Self {
        let log = (u64::from(count) * 4).next_power_of_two().ilog2().max(8);
        Seen {
            bits: vec![0; 1 << (log - 5)],
            shift: 64 - log,
        }
    }

    /// Index of the word, and how far its two bits are shifted.
    fn place(&self, key: u64) -> (usize, u32) {
        let at = mix(key) >> self.shift;
        ((at >> 5) as usize, (at & 31) as u32 * 2)
    }

    pub(crate) fn add(&mut self, key: u64) {
        let (word, shift) = self.place(key);
        let once = self.bits[word] >> shift & 1;
        self.bits[word] |= (1 | once << 1) << shift;
    }

    pub(crate) fn is_repeated(&self, key: u64) -> bool {
        let (word, shift) = self.place(key);
        self.bits[word] >> shift & 2 != 0
    }
}
