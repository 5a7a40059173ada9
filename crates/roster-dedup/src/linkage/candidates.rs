//! Brings together the records that may be one, by sorting keys.
//!
//! One family of keys at a time: fill, sort, walk the runs of equal keys, keep the pairs, forget. A key
//! is sixty-four bits with the record's number in the low ones, so a family costs eight bytes a key and
//! no hash map. A run longer than a block may be is split; what is still too long is compared with its
//! neighbours only and told.

use super::schema::Schema;

/// Every pair of a block of this many records is compared, and as many pairs of a longer block.
const BLOCK: usize = 200;

/// How many neighbours a record of an oversize block is compared with.
const WINDOW: usize = 8;

/// A block that was not compared in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Oversize {
    /// Index of the family.
    pub family: usize,
    /// A record of the block.
    pub record: u32,
    /// How many records are in it.
    pub records: u32,
}

/// What may belong together.
#[derive(Clone, Debug, Default)]
pub struct Candidates {
    /// Pairs of records, the smaller first, ascending, each once.
    pub pairs: Vec<(u32, u32)>,
    /// The blocks that were not compared in full, in the order of families.
    pub oversize: Vec<Oversize>,
}

/// The pairs that share a key of some family, when one of the two is `open`: records that are not are
/// never paired with one another.
///
/// The time is that of sorting the keys, and of the pairs.
pub fn candidates<R>(
    schema: &Schema<R>,
    records: &R,
    count: u32,
    open: &dyn Fn(u32) -> bool,
) -> Candidates {
    let mut found = Candidates::default();
    let mut packed: Vec<u64> = Vec::new();
    let low = 64 - u64::from(count).leading_zeros();
    let open_records: Vec<u32> = (0..count).filter(|&record| open(record)).collect();
    if open_records.is_empty() {
        return found;
    }
    let mut scratch = Scratch {
        keys: Vec::new(),
        gate: Gate::new(open_records.len() as u64),
        low,
    };
    for family in 0..schema.families.len() {
        scratch.fill(schema, records, family, count, &open_records);
        let walk = Walk {
            schema,
            records,
            family,
            open,
            low,
        };
        walk.runs(&mut scratch.keys, &mut packed, &mut found.oversize);
        // Most pairs come from several families: keeping each once keeps the list short.
        if packed.len() > 1 << 20 {
            roster_order::sort_many(&mut packed);
            packed.dedup();
        }
    }
    roster_order::sort_many(&mut packed);
    packed.dedup();
    found.pairs = packed
        .iter()
        .map(|&it| ((it >> 32) as u32, it as u32))
        .collect();
    found
}

/// The keys of one family, and what decides which are worth sorting.
struct Scratch {
    keys: Vec<u64>,
    gate: Gate,
    low: u32,
}

impl Scratch {
    /// Collects the keys that an open record has too (and, by chance, a few more).
    fn fill<R>(
        &mut self,
        schema: &Schema<R>,
        records: &R,
        family: usize,
        count: u32,
        open: &[u32],
    ) {
        let give = &schema.families[family].keys;
        let (keys, gate, low) = (&mut self.keys, &mut self.gate, self.low);
        keys.clear();
        if open.len() * 4 > count as usize {
            for record in 0..count {
                give(records, record, &mut |key| {
                    keys.push(pack(mix(key), record, low));
                });
            }
            return;
        }
        gate.clear();
        for &record in open {
            give(records, record, &mut |key| gate.mark(mix(key)));
        }
        for record in 0..count {
            give(records, record, &mut |key| {
                let key = mix(key);
                if gate.has(key) {
                    keys.push(pack(key, record, low));
                }
            });
        }
    }
}

fn pack(key: u64, record: u32, low: u32) -> u64 {
    key >> low << low | u64::from(record)
}

/// Spreads a key over all bits, because only the upper ones are kept (the finalizer of SplitMix64).
pub(crate) fn mix(key: u64) -> u64 {
    let key = (key ^ key >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let key = (key ^ key >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    key ^ key >> 31
}

/// Which keys the open records have, roughly: a bit for a hash.
struct Gate {
    bits: Vec<u64>,
    shift: u32,
}

impl Gate {
    fn new(open: u64) -> Self {
        // Small, because every record knocks at it once or more in every family: what does not fit in the
        // nearest memory costs more than the few keys that slip through.
        let log = (open * 32).next_power_of_two().ilog2().clamp(16, 26);
        Gate {
            bits: vec![0; 1 << (log - 6)],
            shift: 64 - log,
        }
    }

    fn clear(&mut self) {
        self.bits.fill(0);
    }

    fn mark(&mut self, key: u64) {
        let at = key >> self.shift;
        self.bits[(at >> 6) as usize] |= 1 << (at & 63);
    }

    fn has(&self, key: u64) -> bool {
        let at = key >> self.shift;
        self.bits[(at >> 6) as usize] >> (at & 63) & 1 == 1
    }
}

/// One family's walk over its sorted keys.
struct Walk<'w, R> {
    schema: &'w Schema<R>,
    records: &'w R,
    family: usize,
    open: &'w dyn Fn(u32) -> bool,
    low: u32,
}

impl<R> Walk<'_, R> {
    fn runs(&self, keys: &mut [u64], pairs: &mut Vec<u64>, oversize: &mut Vec<Oversize>) {
        roster_order::sort_many(keys);
        let mask = (1_u64 << self.low) - 1;
        let mut block: Vec<u32> = Vec::new();
        for run in keys
            .chunk_by(|a, b| a & !mask == b & !mask)
            .filter(|run| run.len() > 1)
        {
            block.clear();
            block.extend(run.iter().map(|&key| (key & mask) as u32));
            block.dedup();
            if !self.compare(&block, pairs) {
                self.split(&block, pairs, oversize);
            }
        }
    }

    /// Keeps every pair of a block with an open record in it; false, and nothing kept, when there are
    /// more of them than a block may have.
    fn compare(&self, block: &[u32], pairs: &mut Vec<u64>) -> bool {
        let open: Vec<u32> = block
            .iter()
            .copied()
            .filter(|&it| (self.open)(it))
            .collect();
        if open.len() * block.len() > BLOCK * BLOCK {
            return false;
        }
        let near = self.schema.families[self.family].near.as_ref();
        for &a in &open {
            for &b in block {
                // Of two open records, the smaller one keeps the pair.
                let is_mine = a < b || (a > b && !(self.open)(b));
                if is_mine && near.is_none_or(|near| near(self.records, a, b)) {
                    pairs.push(u64::from(a.min(b)) << 32 | u64::from(a.max(b)));
                }
            }
        }
        true
    }

    /// Splits an oversize block by what its family says, and compares what is still too long with its
    /// neighbours.
    fn split(&self, block: &[u32], pairs: &mut Vec<u64>, oversize: &mut Vec<Oversize>) {
        let by = |record: u32| {
            let split = self.schema.families[self.family].split.as_ref();
            split.map_or(0, |split| split(self.records, record))
        };
        let mut keyed: Vec<(u64, u32)> = block.iter().map(|&record| (by(record), record)).collect();
        roster_order::sort_many_pairs(&mut keyed);
        for part in keyed.chunk_by(|a, b| a.0 == b.0) {
            let part: Vec<u32> = part.iter().map(|it| it.1).collect();
            if self.compare(&part, pairs) {
                continue;
            }
            let (family, records) = (self.family, part.len() as u32);
            oversize.push(Oversize {
                family,
                record: part[0],
                records,
            });
            for window in part.windows(WINDOW) {
                self.compare(window, pairs);
            }
        }
    }
}
