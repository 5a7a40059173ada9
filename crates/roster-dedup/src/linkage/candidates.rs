//! Brings together the records that may be one, by sorting keys.
//!
//! A root's coarse keys are sorted first: sixty-four bits each, with the record's number in the low ones, so
//! that a record costs eight bytes and no hash map. Whatever shares a key of a family of the root stands in
//! one run of its coarse keys, and a run is small enough to be searched in the nearest memory (`blocks`). Runs
//! have nothing to do with one another: they are searched in parts, side by side, and the parts and their
//! order leave no trace in the result.

use roster_model::RowSet;
use roster_order::{mix, share};

use super::blocks::{Blocks, Gate};
use super::schema::{Comparison, Root, Schema};

/// Records whose coarse keys are asked for together.
const RECORDS_PER_CHUNK: usize = 1 << 10;

/// A block that was not compared in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Oversize {
    /// Index of the family, counted through all roots; nothing where no family made the block.
    pub family: Option<usize>,
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
    /// The blocks that were not compared in full, in the order of families and records.
    pub oversize: Vec<Oversize>,
}

/// Whether a pair is worth keeping; the comparison is there to be filled.
pub type Keep<'q> = &'q (dyn Fn((u32, u32), &mut Comparison) -> bool + Sync);

/// What is looked for among which records.
pub struct Search<'q, R> {
    /// What brings records together.
    pub schema: &'q Schema<R>,
    /// The records.
    pub records: &'q R,
    /// How many there are.
    pub count: u32,
    /// Records that are not in it are never paired with one another.
    pub open: &'q RowSet,
    /// The pairs that are kept: most meet by chance, and there are many of them. It is asked again for a
    /// pair that shares several keys.
    pub keep: Keep<'q>,
    /// Threads to search in.
    pub threads: usize,
}

/// The pairs that share a key of some family and are kept.
///
/// The time is that of sorting the keys, and of the pairs.
pub fn candidates<R: Sync>(search: &Search<'_, R>) -> Candidates {
    let mut found = Candidates::default();
    if search.open.is_empty() {
        return found;
    }
    let parts = search.threads.clamp(1, 64).next_power_of_two();
    let roots = &search.schema.roots;
    let of_part = |at: usize| {
        let (root, part) = (at / parts, at % parts);
        let part = Part {
            search,
            root: &roots[root],
            first_family: roots[..root].iter().map(|it| it.families.len()).sum(),
            number: part as u64,
            parts: parts as u64,
        };
        part.search()
    };
    let of_parts = share(search.threads, roots.len() * parts, of_part, |_| {});
    let mut packed = Vec::new();
    for (pairs, oversize) in of_parts {
        packed.extend(pairs);
        found.oversize.extend(oversize);
    }
    roster_order::sort_many(&mut packed);
    packed.dedup();
    let unpacked = packed.iter().map(|&it| ((it >> 32) as u32, it as u32));
    found.pairs = unpacked.collect();
    roster_order::sort(&mut found.oversize);
    found
}

/// One part of the runs of a root: those whose hash says so.
struct Part<'q, R> {
    search: &'q Search<'q, R>,
    root: &'q Root<R>,
    first_family: usize,
    number: u64,
    parts: u64,
}

impl<R> Part<'_, R> {
    fn search(&self) -> (Vec<u64>, Vec<Oversize>) {
        let low = 64 - u64::from(self.search.count).leading_zeros();
        let mut keys = self.coarse_keys(low);
        roster_order::sort_many(&mut keys);
        let mut blocks = Blocks::new(self.search);
        let runs = keys.chunk_by(|a, b| a >> low == b >> low);
        for run in runs.filter(|run| run.len() > 1) {
            let mask = (1_u64 << low) - 1;
            let records = run.iter().map(|&key| (key & mask) as u32);
            if blocks.begin(records) {
                blocks.search(self.first_family, &self.root.families);
            }
        }
        blocks.finish()
    }

    /// The coarse keys of this part that an open record has too (and, by chance, a few more).
    fn coarse_keys(&self, low: u32) -> Vec<u64> {
        let Search {
            records,
            count,
            open,
            ..
        } = *self.search;
        let turned = self.parts.trailing_zeros();
        let is_mine = |key: u64| key.rotate_left(turned) & (self.parts - 1) == self.number;
        let few_open = open.len() * 64 <= u64::from(count);
        let mut gate = Gate::default();
        if few_open {
            let open: Vec<u32> = open.iter().collect();
            let mut marked = Vec::new();
            (self.root.keys)(records, &open, &mut |_, key| marked.push(mix(key)));
            gate.set(&marked);
        }
        let mut keys = Vec::with_capacity((u64::from(count) / self.parts) as usize);
        let mut some = Vec::new();
        for first in (0..count).step_by(RECORDS_PER_CHUNK) {
            some.clear();
            some.extend(first..count.min(first + RECORDS_PER_CHUNK as u32));
            (self.root.keys)(records, &some, &mut |at, key| {
                let key = mix(key);
                if is_mine(key) && (!few_open || gate.has(key)) {
                    keys.push(key >> low << low | u64::from(some[at]));
                }
            });
        }
        keys
    }
}
