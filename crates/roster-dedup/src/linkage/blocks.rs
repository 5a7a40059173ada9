//! The search inside one run of coarse keys: one family at a time, fill, sort, walk, keep the pairs, forget.
//!
//! A block of records with one key that is longer than a block may be is split; what is still too long is
//! compared with its neighbours only and told.

use roster_order::mix;

use super::candidates::{Oversize, Search};
use super::schema::{Comparison, Family};

/// Every pair of a block of this many records is compared, and as many pairs of a longer block.
const BLOCK: usize = 200;

/// In an oversize block a record is compared with its neighbours within a window of this many.
const WINDOW: usize = 8;

/// What is kept from one run to the next, so that a run costs no memory of its own.
pub(super) struct Blocks<'q, R> {
    search: &'q Search<'q, R>,
    /// The records of the run, ascending, each once.
    run: Vec<u32>,
    /// The open ones of them.
    open: Vec<u32>,
    /// Keys with the index of their record in the run in the low bits.
    keys: Vec<u64>,
    gate: Gate,
    compared: Compared<'q, R>,
    oversize: Vec<Oversize>,
}

impl<'q, R> Blocks<'q, R> {
    pub(super) fn new(search: &'q Search<'q, R>) -> Self {
        Blocks {
            search,
            run: Vec::new(),
            open: Vec::new(),
            keys: Vec::new(),
            gate: Gate::default(),
            compared: Compared {
                search,
                open: Vec::new(),
                comparison: Comparison::default(),
                pairs: Vec::new(),
            },
            oversize: Vec::new(),
        }
    }

    /// Begins a run of records, ascending; false when there is nothing to be found in it.
    pub(super) fn begin(&mut self, records: impl Iterator<Item = u32>) -> bool {
        self.run.clear();
        self.run.extend(records);
        self.run.dedup();
        self.open.clear();
        let open = self.run.iter().filter(|&&it| self.search.open.contains(it));
        self.open.extend(open);
        self.run.len() > 1 && !self.open.is_empty()
    }

    /// Searches the run for records that share a key of a family; `first` is the number of the first one.
    pub(super) fn search(&mut self, first: usize, families: &[Family<R>]) {
        let mut was_compared = false;
        for (number, family) in (first..).zip(families) {
            if !(was_compared && family.is_covered) {
                let before = self.oversize.len();
                self.search_family(number, family);
                was_compared = self.oversize.len() == before;
            }
        }
    }

    fn search_family(&mut self, number: usize, family: &Family<R>) {
        let low = usize::BITS - self.run.len().leading_zeros();
        self.fill(family, low);
        roster_order::sort_many(&mut self.keys);
        let mask = (1_usize << low) - 1;
        let mut block: Vec<u32> = Vec::new();
        let runs = self.keys.chunk_by(|a, b| a >> low == b >> low);
        for run in runs.filter(|run| run.len() > 1) {
            block.clear();
            block.extend(run.iter().map(|&key| self.run[key as usize & mask]));
            block.dedup();
            if !self.compared.block(family, &block) {
                let left = self.compared.split(family, &block);
                self.oversize
                    .extend(left.into_iter().map(|(record, records)| Oversize {
                        family: Some(number),
                        record,
                        records,
                    }));
            }
        }
    }

    /// Pairs, packed, and the blocks that were not compared in full.
    pub(super) fn finish(self) -> (Vec<u64>, Vec<Oversize>) {
        (self.compared.pairs, self.oversize)
    }

    /// Collects the keys that an open record has too (and, by chance, a few more).
    fn fill(&mut self, family: &Family<R>, low: u32) {
        let records = self.search.records;
        let (keys, gate) = (&mut self.keys, &mut self.gate);
        let many_open = self.open.len() * 4 > self.run.len();
        if !many_open {
            keys.clear();
            (family.keys)(records, &self.open, &mut |_, key| keys.push(mix(key)));
            gate.set(keys);
        }
        keys.clear();
        (family.keys)(records, &self.run, &mut |at, key| {
            let key = mix(key);
            if many_open || gate.has(key) {
                keys.push(key >> low << low | at as u64);
            }
        });
    }
}

/// Compares the records of blocks.
struct Compared<'q, R> {
    search: &'q Search<'q, R>,
    /// The open records of a block.
    open: Vec<u32>,
    comparison: Comparison,
    /// The pairs that were kept, the smaller record in the upper half.
    pairs: Vec<u64>,
}

impl<R> Compared<'_, R> {
    /// Compares every pair of a block with an open record in it; false, and nothing done, when there are
    /// more of them than a block may have.
    fn block(&mut self, family: &Family<R>, block: &[u32]) -> bool {
        let open = self.search.open;
        self.open.clear();
        let of_block = block.iter().filter(|&&it| open.contains(it));
        self.open.extend(of_block);
        if self.open.len() * block.len() > BLOCK * BLOCK {
            return false;
        }
        for at in 0..self.open.len() {
            let a = self.open[at];
            for &b in block {
                // Of two open records, the smaller one keeps the pair.
                if a < b || (a > b && !open.contains(b)) {
                    self.pair(family, (a.min(b), a.max(b)));
                }
            }
        }
        true
    }

    /// Compares the records of a block with their neighbours.
    fn neighbours(&mut self, family: &Family<R>, block: &[u32]) {
        let open = self.search.open;
        for (at, &a) in block.iter().enumerate() {
            for &b in block[at + 1..].iter().take(WINDOW - 1) {
                if open.contains(a) || open.contains(b) {
                    self.pair(family, (a, b));
                }
            }
        }
    }

    fn pair(&mut self, family: &Family<R>, (a, b): (u32, u32)) {
        let Search { records, keep, .. } = *self.search;
        let near = family.near.as_ref();
        if near.is_none_or(|near| near(records, a, b)) && keep((a, b), &mut self.comparison) {
            self.pairs.push(u64::from(a) << 32 | u64::from(b));
        }
    }

    /// Splits an oversize block by what its family says, and compares what is still too long with its
    /// neighbours; the first record of each such part, and how many are in it.
    fn split(&mut self, family: &Family<R>, block: &[u32]) -> Vec<(u32, u32)> {
        let by = |record: u32| {
            let split = family.split.as_ref();
            split.map_or(0, |split| split(self.search.records, record))
        };
        let mut keyed: Vec<(u64, u32)> = block.iter().map(|&record| (by(record), record)).collect();
        roster_order::sort_many_pairs(&mut keyed);
        let mut left = Vec::new();
        for part in keyed.chunk_by(|a, b| a.0 == b.0) {
            let part: Vec<u32> = part.iter().map(|it| it.1).collect();
            if self.block(family, &part) {
                continue;
            }
            left.push((part[0], part.len() as u32));
            self.neighbours(family, &part);
        }
        left
    }
}

/// Which keys the open records have, roughly: a bit for a hash.
#[derive(Default)]
pub(super) struct Gate {
    bits: Vec<u64>,
    shift: u32,
}

impl Gate {
    /// Marks these keys and no others.
    pub(super) fn set(&mut self, keys: &[u64]) {
        // Small, because every record knocks at it: what does not fit in the nearest memory costs more
        // than the few keys that slip through.
        let wanted = (keys.len() as u64 * 16).next_power_of_two();
        let log = wanted.ilog2().clamp(6, 26);
        self.shift = 64 - log;
        self.bits.clear();
        self.bits.resize(1 << (log - 6), 0);
        for key in keys {
            let at = key >> self.shift;
            self.bits[(at >> 6) as usize] |= 1 << (at & 63);
        }
    }

    pub(super) fn has(&self, key: u64) -> bool {
        let at = key >> self.shift;
        self.bits[(at >> 6) as usize] >> (at & 63) & 1 == 1
    }
}
