//! Refits the weights of a schema to a table by expectation and maximization.
//!
//! Never needed, and off unless asked for: a school has a handful of duplicates, and a fit to a handful is
//! noise. Where there are many, it tells how the table differs from what the weights expect. The weights
//! of the schema stay in it as two hundred pairs seen before. How often a level comes between strangers is
//! counted on pairs drawn with a seed; everything is whole numbers, so the result is the same everywhere.

use std::collections::BTreeMap;

use roster_model::Agreement;

use super::bits::{Tenths, log2_ratio};
use super::schema::{Comparison, Schema};

/// Pairs of strangers that are drawn.
const STRANGERS: u32 = 100_000;
/// Pairs that the weights of the schema count as.
const SEEN_BEFORE: u64 = 200;
/// Steps at most; it ends earlier when nothing changes.
const STEPS: u32 = 50;
/// One, in the probabilities.
const ONE: u64 = 1 << 16;
/// No level weighs more or less.
const HEAVIEST: Tenths = 150;

/// A level's weight before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// Index of the field.
    pub field: usize,
    /// Index of the level.
    pub level: usize,
    /// The weight in the schema.
    pub old: Tenths,
    /// The weight that fits the table.
    pub new: Tenths,
    /// How many of the pairs were at this level.
    pub pairs: u64,
}

/// The weights that fit the `pairs` among `count` records, for every level but the missing ones.
pub fn estimate<R>(
    schema: &Schema<R>,
    records: &R,
    count: u32,
    pairs: &[(u32, u32)],
    prior: Tenths,
    seed: u64,
) -> Vec<Estimate> {
    let strangers = strangers(schema, records, count, seed);
    let patterns = patterns(schema, records, pairs);
    let mut levels = Levels::new(schema, strangers, &patterns);
    for _ in 0..STEPS {
        if !levels.step(&patterns, prior) {
            break;
        }
    }
    let mut estimates = Vec::new();
    for (field, of_field) in levels.fields.iter().enumerate() {
        for (level, it) in of_field.iter().enumerate().filter(|(_, it)| !it.missing) {
            let old = schema.fields[field].levels[level].weight;
            estimates.push(Estimate {
                field,
                level,
                old,
                new: it.weight,
                pairs: it.pairs,
            });
        }
    }
    estimates
}

/// How often each level comes between two records drawn at random.
fn strangers<R>(schema: &Schema<R>, records: &R, count: u32, seed: u64) -> Vec<Vec<u64>> {
    let mut seen: Vec<Vec<u64>> = schema
        .fields
        .iter()
        .map(|it| vec![1; it.levels.len()])
        .collect();
    if count < 2 {
        return seen;
    }
    let mut state = seed;
    let mut draw = || {
        // SplitMix64.
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        (roster_order::mix(state) % u64::from(count)) as u32
    };
    let mut found = Comparison::default();
    for _ in 0..STRANGERS {
        let (a, b) = (draw(), draw());
        if a == b {
            continue;
        }
        schema.compare(records, (a, b), Tenths::MIN / 2, &mut found);
        for (seen, outcome) in seen.iter_mut().zip(&found.outcomes) {
            seen[usize::from(outcome.level)] += 1;
        }
    }
    seen
}

/// The levels of a pair, field by field.
type Pattern = Vec<u8>;

/// How many pairs have a pattern, and the sum of the rarities of each field.
#[derive(Default)]
struct Seen {
    pairs: u64,
    rarity: Vec<i64>,
}

fn patterns<R>(schema: &Schema<R>, records: &R, pairs: &[(u32, u32)]) -> BTreeMap<Pattern, Seen> {
    let mut patterns: BTreeMap<Pattern, Seen> = BTreeMap::new();
    let mut found = Comparison::default();
    for &pair in pairs {
        schema.compare(records, pair, Tenths::MIN / 2, &mut found);
        let pattern = found.outcomes.iter().map(|it| it.level).collect();
        let seen = patterns.entry(pattern).or_default();
        seen.pairs += 1;
        seen.rarity.resize(found.outcomes.len(), 0);
        for (sum, outcome) in seen.rarity.iter_mut().zip(&found.outcomes) {
            *sum += i64::from(outcome.rarity);
        }
    }
    patterns
}

struct Level {
    weight: Tenths,
    /// The mean rarity of what agrees at this level.
    rarity: Tenths,
    pairs: u64,
    /// Of a million pairs of strangers, at least one.
    strangers: u64,
    /// Of a million pairs of one person, as the weights of the schema expect.
    expected: u64,
    missing: bool,
}

struct Levels {
    fields: Vec<Vec<Level>>,
}

const MILLION: u64 = 1_000_000;

impl Levels {
    fn new<R>(
        schema: &Schema<R>,
        strangers: Vec<Vec<u64>>,
        patterns: &BTreeMap<Pattern, Seen>,
    ) -> Self {
        let mut fields = Vec::with_capacity(schema.fields.len());
        for (at, (field, strangers)) in schema.fields.iter().zip(strangers).enumerate() {
            let mut levels: Vec<Level> = field
                .levels
                .iter()
                .map(|it| Level {
                    weight: it.weight,
                    rarity: 0,
                    pairs: 0,
                    strangers: 0,
                    expected: 0,
                    missing: it.agreement == Agreement::Missing,
                })
                .collect();
            let all: u64 = levels
                .iter()
                .zip(&strangers)
                .filter(|it| !it.0.missing)
                .map(|it| it.1)
                .sum();
            let mut sums = vec![0_i64; levels.len()];
            for (pattern, seen) in patterns {
                let level = usize::from(pattern[at]);
                levels[level].pairs += seen.pairs;
                sums[level] += seen.rarity[at];
            }
            for ((level, strangers), sum) in levels.iter_mut().zip(strangers).zip(sums) {
                level.rarity = (sum / level.pairs.max(1).cast_signed()) as Tenths;
                level.strangers = (strangers * MILLION / all.max(1)).max(1);
            }
            // What the weights say of pairs of one person: strangers times two to the weight.
            let share = |it: &Level| {
                if it.missing {
                    0
                } else {
                    times_power(it.strangers, it.weight + it.rarity).max(1)
                }
            };
            let sum: u64 = levels.iter().map(share).sum();
            for level in &mut levels {
                level.expected = share(level) * MILLION / sum.max(1);
            }
            fields.push(levels);
        }
        Levels { fields }
    }

    /// One step; whether it changed a weight.
    fn step(&mut self, patterns: &BTreeMap<Pattern, Seen>, prior: Tenths) -> bool {
        let mut share: Vec<Vec<u64>> = self.fields.iter().map(|it| vec![0; it.len()]).collect();
        for (pattern, seen) in patterns {
            let weights =
                self.fields
                    .iter()
                    .zip(pattern)
                    .zip(&seen.rarity)
                    .map(|((field, &level), sum)| {
                        field[usize::from(level)].weight
                            + (sum / seen.pairs.max(1).cast_signed()) as Tenths
                    });
            let one_person = probability(weights.sum::<Tenths>() + prior) * seen.pairs;
            for (share, &level) in share.iter_mut().zip(pattern) {
                share[usize::from(level)] += one_person;
            }
        }
        let mut changed = false;
        for (field, share) in self.fields.iter_mut().zip(share) {
            let known: u64 = field
                .iter()
                .zip(&share)
                .filter(|it| !it.0.missing)
                .map(|it| it.1)
                .sum();
            for (level, share) in field.iter_mut().zip(share).filter(|it| !it.0.missing) {
                let before = SEEN_BEFORE * ONE / 1000 * level.expected / 1000;
                let one_person = u128::from(share + before) * u128::from(MILLION)
                    / u128::from(known + SEEN_BEFORE * ONE);
                let weight = log2_ratio(one_person as u64, level.strangers) - level.rarity;
                let weight = weight.clamp(-HEAVIEST, HEAVIEST);
                changed |= weight != level.weight;
                level.weight = weight;
            }
        }
        changed
    }
}

/// The probability of odds given in tenths of a bit, in parts of [`ONE`].
fn probability(tenths: Tenths) -> u64 {
    let odds = times_power(ONE, tenths.clamp(-160, 160));
    odds * ONE / (odds + ONE)
}

/// `value` times two to the power of `tenths` / 10.
fn times_power(value: u64, tenths: Tenths) -> u64 {
    /// Two to the power of 0, 0.1, ... 0.9, in parts of 65,536.
    const PARTS: [u64; 10] = [
        65_536, 70_239, 75_281, 80_684, 86_475, 92_682, 99_334, 106_464, 114_105, 122_295,
    ];
    let tenths = tenths.clamp(-300, 300);
    let (whole, part) = (tenths.div_euclid(10), tenths.rem_euclid(10) as usize);
    let value = (u128::from(value) * u128::from(PARTS[part])) >> 16;
    let moved = if whole >= 0 {
        value << whole
    } else {
        value >> -whole
    };
    moved.min(u128::from(u64::MAX >> 20)) as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::linkage::{Field, Outcome};

    #[test]
    fn powers_and_probabilities() {
        assert_eq!(times_power(1000, 10), 2000);
        assert_eq!(times_power(1000, -10), 500);
        assert_eq!(times_power(1 << 16, 5), 92_682);
        assert_eq!(probability(0), ONE / 2);
        assert!(probability(200) > ONE - 4 && probability(-200) < 4);
    }

    /// Whether two records agree in a field: the records are their own values.
    fn field(of: fn(u32) -> u32, equal: Tenths, rarity: Tenths) -> Field<()> {
        let level = |agreement, weight| crate::linkage::Level { agreement, weight };
        Field {
            name: "",
            levels: vec![
                level(Agreement::Equal, equal),
                level(Agreement::Different, -20),
            ],
            compare: Box::new(move |(), a, b| {
                if of(a) == of(b) {
                    Outcome::rare(0, rarity)
                } else {
                    Outcome::level(1)
                }
            }),
            told_by: None,
            kin: None,
            most: 100,
        }
    }

    /// A field that agrees between all duplicates should weigh more than one that never does.
    #[test]
    fn what_duplicates_share_gains_weight() {
        let fields = vec![
            field(|record| record / 2, 0, 60),
            field(|record| record % 7, 20, 0),
            field(|record| record / 2 % 20, 20, 0),
        ];
        let schema = Schema {
            fields,
            roots: Vec::new(),
        };
        let pairs: Vec<(u32, u32)> = (0..2000).map(|at| (at * 2, at * 2 + 1)).collect();
        let found = estimate(&schema, &(), 4000, &pairs, -109, 7);
        assert_eq!(found, estimate(&schema, &(), 4000, &pairs, -109, 7));
        let new = |field: usize, level: usize| {
            found
                .iter()
                .find(|it| (it.field, it.level) == (field, level))
                .unwrap()
                .new
        };
        assert!(
            new(1, 0) < 0,
            "no duplicate agrees in the second field: {found:?}"
        );
        assert!(
            new(2, 0) > 30,
            "all duplicates agree in the third: {found:?}"
        );
    }
}
