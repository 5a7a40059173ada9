//! Finds what is there more than once among very many. Hardly any key is, so a look at a hash of each
//! beforehand saves both the room for the others and their sorting.

/// The pairs whose key comes more than once, in order. `pairs` gives all of them, at most `count`, and is
/// asked twice.
pub fn repeated<I: Iterator<Item = (u64, u32)>>(
    count: u32,
    pairs: impl Fn() -> I,
) -> Vec<(u64, u32)> {
    let mut seen = Seen::new(count);
    pairs().for_each(|(key, _)| seen.add(key));
    let mut found: Vec<(u64, u32)> = pairs().filter(|it| seen.is_repeated(it.0)).collect();
    crate::sort_many_pairs(&mut found);
    // A few are there by chance.
    let runs = found.chunk_by(|a, b| a.0 == b.0);
    runs.filter(|run| run.len() > 1)
        .flatten()
        .copied()
        .collect()
}

/// Which hashes of keys were seen once, and which again: two bits for each.
struct Seen {
    bits: Vec<u64>,
    shift: u32,
}

impl Seen {
    fn new(count: u32) -> Self {
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

    fn add(&mut self, key: u64) {
        let (word, shift) = self.place(key);
        let once = self.bits[word] >> shift & 1;
        self.bits[word] |= (1 | once << 1) << shift;
    }

    fn is_repeated(&self, key: u64) -> bool {
        let (word, shift) = self.place(key);
        self.bits[word] >> shift & 2 != 0
    }
}

/// Spreads a key over all bits (the finalizer of SplitMix64).
pub fn mix(key: u64) -> u64 {
    let key = (key ^ key >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let key = (key ^ key >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    key ^ key >> 31
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_repeated_is_found_and_nothing_else() {
        let keys = |it: u32| (u64::from(it % 9_000) << 20, it);
        let found = repeated(10_000, || (0..10_000).map(keys));
        let expected = (0..1_000).flat_map(|it| [it, it + 9_000]);
        assert!(found.into_iter().map(|it| it.1).eq(expected));
    }
}
