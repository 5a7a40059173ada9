//! How rare the characters of names are, counted over the run.
//!
//! A small file says little about that, so a few are taken as seen before anything is read.

use crate::linkage::{Tenths, log2_ratio};

/// A character is never taken as commoner than one in four or rarer than one in two thousand.
const RARITY: std::ops::RangeInclusive<Tenths> = 20..=110;
/// Before anything is read, every character was seen so often, among as many as the caller says.
const SEEN_BEFORE: u64 = 4;

/// The rarity of each character in one place of a name.
#[derive(Debug, Default)]
pub(super) struct Rarity {
    /// Zero for a character that does not occur.
    of: Vec<i8>,
    unseen: Tenths,
}

impl Rarity {
    pub(super) fn new(counts: &[u32], before: u64) -> Self {
        let all: u64 = counts.iter().map(|&it| u64::from(it)).sum();
        let rarity = |count: u64| {
            log2_ratio(all + before, count + SEEN_BEFORE).clamp(*RARITY.start(), *RARITY.end())
        };
        let of_seen = |&count: &u32| {
            if count == 0 {
                0
            } else {
                rarity(u64::from(count)) as i8
            }
        };
        Rarity {
            of: counts.iter().map(of_seen).collect(),
            unseen: rarity(0),
        }
    }

    pub(super) fn get(&self, c: char) -> Tenths {
        match self.of.get(c as usize) {
            None | Some(0) => self.unseen,
            Some(&rarity) => Tenths::from(rarity),
        }
    }
}
