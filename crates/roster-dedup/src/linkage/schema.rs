//! What the records are, as data: fields, levels, weights, and what brings records together.

use roster_model::Agreement;

use super::bits::Tenths;

/// A way two values of a field can agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level {
    /// The kind of agreement, as the evidence names it.
    pub agreement: Agreement,
    /// What it weighs, in tenths of a bit.
    pub weight: Tenths,
}

/// Some of the levels of a field, by their indexes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Levels(u32);

impl Levels {
    /// These; an index is below 32.
    pub const fn of(indexes: &[u8]) -> Self {
        let (mut levels, mut at) = (0, 0);
        while at < indexes.len() {
            levels |= 1 << indexes[at];
            at += 1;
        }
        Levels(levels)
    }

    /// Whether a level is among them.
    pub const fn contains(self, index: u8) -> bool {
        self.0 >> index & 1 == 1
    }
}

/// What the comparison of two values found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Index into the levels of the field.
    pub level: u8,
    /// How often the level's weight counts: twice where two characters are wrong.
    pub times: u8,
    /// How rare what agrees is, in tenths of a bit: a name that everybody bears says little.
    pub rarity: Tenths,
}

impl Outcome {
    /// A level and nothing else.
    pub fn level(level: u8) -> Self {
        Outcome {
            level,
            times: 1,
            rarity: 0,
        }
    }

    /// A level where what agrees is so rare.
    pub fn rare(level: u8, rarity: Tenths) -> Self {
        Outcome {
            level,
            times: 1,
            rarity,
        }
    }
}

type Compare<R> = Box<dyn Fn(&R, u32, u32) -> Outcome + Send + Sync>;
type Emit<'e> = &'e mut dyn FnMut(usize, u64);
type Split<R> = Box<dyn Fn(&R, u32) -> u64 + Send + Sync>;
type Near<R> = Box<dyn Fn(&R, u32, u32) -> bool + Send + Sync>;
/// Gives every key of each of some records, with the place of the record among them.
type Keys<R> = Box<dyn Fn(&R, &[u32], Emit<'_>) + Send + Sync>;

/// A field of records of the kind `R`.
pub struct Field<R> {
    /// Its name, for reports.
    pub name: &'static str,
    /// The levels; which is which is for the comparison to say.
    pub levels: Vec<Level>,
    /// Compares two records in this field.
    pub compare: Compare<R>,
    /// Says nothing of its own when the field of this index is at one of these levels: the birth date
    /// is part of an equal identity number.
    pub told_by: Option<(usize, Levels)>,
    /// Of the fields with the same number here, only the heaviest that speaks for one person counts,
    /// because they depend on one another.
    pub kin: Option<u8>,
    /// The most that it can weigh: what cannot become a pair is left before the dearer fields.
    pub most: Tenths,
}

/// Coarse keys and the families below them: two records with a common key of one of these families have a
/// common coarse key.
pub struct Root<R> {
    /// Its name, for reports.
    pub name: &'static str,
    /// Gives every coarse key of some records.
    pub keys: Keys<R>,
    /// The families.
    pub families: Vec<Family<R>>,
}

/// Keys that bring records together; a record may have none, one or several.
pub struct Family<R> {
    /// Its name, for reports.
    pub name: &'static str,
    /// Gives every key of some records.
    pub keys: Keys<R>,
    /// What an oversize block is split by.
    pub split: Option<Split<R>>,
    /// Whether the family before it brings together all that this one does, unless a block was too long.
    pub is_covered: bool,
    /// Whether two records with one key are worth comparing in full; all are where there is none.
    pub near: Option<Near<R>>,
}

/// The fields and key families of one kind of record.
pub struct Schema<R> {
    /// The fields; a field is only told by one before it.
    pub fields: Vec<Field<R>>,
    /// The key families, below their roots.
    pub roots: Vec<Root<R>>,
}

/// What the comparison of two records came to. Kept and filled again for the next pair.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// The outcome of each field.
    pub outcomes: Vec<Outcome>,
    /// What each field weighs, once what is said twice is counted once.
    pub weights: Vec<Tenths>,
    /// The most that all fields from each one on can weigh, once that was asked for.
    most_from: Vec<Tenths>,
}

impl Comparison {
    /// The weight of all fields together.
    pub fn total(&self) -> Tenths {
        self.weights.iter().sum()
    }
}

impl<R> Schema<R> {
    /// Compares two records field by field. Stops, and is false, as soon as the weight can no longer
    /// be `at_least` so much.
    pub fn compare(
        &self,
        records: &R,
        (a, b): (u32, u32),
        at_least: Tenths,
        found: &mut Comparison,
    ) -> bool {
        let Comparison {
            outcomes,
            weights,
            most_from,
        } = found;
        outcomes.clear();
        weights.clear();
        if most_from.len() != self.fields.len() {
            most_from.clear();
            most_from.extend((0..self.fields.len()).map(|first| self.most_from(first)));
        }
        let (mut kin, mut total) = (None, 0);
        for (field, most) in self.fields.iter().zip(most_from) {
            // Of kin, nothing is known before all of them are.
            let is_kin = kin.is_some();
            kin = kin.or(field.kin);
            if !is_kin && !outcomes.is_empty() && total + *most < at_least {
                return false;
            }
            let outcome = (field.compare)(records, a, b);
            let weight = weight(field, outcome, outcomes);
            total += weight;
            outcomes.push(outcome);
            weights.push(weight);
        }
        self.count_kin_once(weights);
        weights.iter().sum::<Tenths>() >= at_least
    }

    /// The most that the fields from `first` on can weigh.
    fn most_from(&self, first: usize) -> Tenths {
        let rest = self.fields[first..].iter().enumerate();
        let counted = rest.filter(|(at, field)| {
            let before = &self.fields[first..first + at];
            field.kin.is_none() || before.iter().all(|it| it.kin != field.kin)
        });
        counted.map(|(_, field)| field.most).sum()
    }

    /// Where one of the fields of a kin speaks for one person, the others say nothing more.
    fn count_kin_once(&self, weights: &mut [Tenths]) {
        for first in 0..weights.len() {
            let kin = self.fields[first].kin;
            let same = |at: &usize| kin.is_some() && self.fields[*at].kin == kin;
            if (0..first).any(|at| same(&at)) {
                continue;
            }
            let of_kin: Vec<usize> = (first..weights.len()).filter(same).collect();
            let best = of_kin
                .iter()
                .copied()
                .max_by_key(|&at| (weights[at], usize::MAX - at));
            if let Some(best) = best.filter(|&it| weights[it] > 0) {
                for at in of_kin.into_iter().filter(|&at| at != best) {
                    weights[at] = 0;
                }
            }
        }
    }
}

/// What a field weighs that came out so, after those before it.
fn weight<R>(field: &Field<R>, outcome: Outcome, before: &[Outcome]) -> Tenths {
    let told = field.told_by.is_some_and(|(other, levels)| {
        let other = before.get(other);
        other.is_some_and(|it| levels.contains(it.level))
    });
    if told {
        return 0;
    }
    let level = field.levels[usize::from(outcome.level)];
    level.weight * Tenths::from(outcome.times) + outcome.rarity
}
