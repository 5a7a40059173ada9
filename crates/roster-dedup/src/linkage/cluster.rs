//! Puts records together by the average of the weights between them.
//!
//! A record that is linked to one record of a group need not be linked to the others: chains of doubtful links
//! would tie strangers together. So two groups become one while the average weight between all of their
//! records stays above a limit, pairs nobody found counting as a penalty, the heaviest first. Ties are
//! broken by the smaller record, so the order of the pairs decides nothing.

use std::collections::BinaryHeap;

use roster_order::FewMap;

use super::bits::Tenths;

/// A pair of records and what is between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// The smaller record.
    pub a: u32,
    /// The greater one.
    pub b: u32,
    /// Prior and evidence together: above zero, one person is likelier than two.
    pub weight: Tenths,
}

/// When groups grow together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clustering {
    /// What a pair weighs that nobody found, in tenths of a bit.
    pub missing: Tenths,
    /// Groups stay apart when the average between them is not above this, in tenths of a bit.
    pub stop: Tenths,
}

/// The groups of at least two records, each ascending, in the order of their first.
pub fn cluster(pairs: &[Weighed], options: Clustering) -> Vec<Vec<u32>> {
    let mut forest = Forest::of(pairs);
    let mut queue: BinaryHeap<Offer> = BinaryHeap::new();
    for at in 0..forest.groups.len() as u32 {
        forest.offer_all(at, options, &mut queue);
    }
    while let Some(offer) = queue.pop() {
        let (a, b) = (offer.a as usize, offer.b as usize);
        if forest.groups[a].age != offer.ages.0 || forest.groups[b].age != offer.ages.1 {
            continue;
        }
        forest.merge(offer.a, offer.b);
        forest.offer_all(offer.a, options, &mut queue);
    }
    let groups = forest.groups.into_iter().map(|it| it.records);
    let mut groups: Vec<Vec<u32>> = groups.filter(|it| it.len() > 1).collect();
    for group in &mut groups {
        roster_order::sort(group);
    }
    roster_order::sort(&mut groups);
    groups
}

/// Two groups that may become one; the greatest is taken first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Offer {
    /// The average between them, in thousandths of the unit of the weights.
    average: i64,
    /// Smaller groups' numbers first.
    order: std::cmp::Reverse<(u32, u32)>,
    a: u32,
    b: u32,
    /// The ages of both when this was offered; a group that grew since has other offers.
    ages: (u32, u32),
}

/// Sum and number of the pairs found between two groups.
#[derive(Clone, Copy, Default)]
struct Between {
    sum: i64,
    found: i64,
}

const GONE: u32 = u32::MAX;

#[derive(Default)]
struct Group {
    records: Vec<u32>,
    /// With other groups; those that went into another stay in it and count no more.
    near: FewMap<u32, Between>,
    /// How often it grew; `GONE` when it went into another.
    age: u32,
}

struct Forest {
    groups: Vec<Group>,
}

impl Forest {
    /// A group for every record that occurs in a pair, ascending.
    fn of(pairs: &[Weighed]) -> Self {
        let mut records: Vec<u32> = pairs.iter().flat_map(|it| [it.a, it.b]).collect();
        roster_order::sort(&mut records);
        records.dedup();
        let of_one = |&record: &u32| Group {
            records: vec![record],
            ..Group::default()
        };
        let mut groups: Vec<Group> = records.iter().map(of_one).collect();
        for pair in pairs {
            let (Ok(a), Ok(b)) = (
                records.binary_search(&pair.a),
                records.binary_search(&pair.b),
            ) else {
                continue;
            };
            let between = Between {
                sum: i64::from(pair.weight),
                found: 1,
            };
            groups[a].near.get_or_insert_with(b as u32, || between);
            groups[b].near.get_or_insert_with(a as u32, || between);
        }
        Forest { groups }
    }

    fn offer_all(&self, a: u32, options: Clustering, queue: &mut BinaryHeap<Offer>) {
        let group = &self.groups[a as usize];
        for (&b, between) in group.near.iter() {
            let other = &self.groups[b as usize];
            if other.age == GONE {
                continue;
            }
            let all = (group.records.len() as u64 * other.records.len() as u64).cast_signed();
            let sum = between.sum + (all - between.found) * i64::from(options.missing);
            // Each side offers once in the beginning; the second is stale as soon as the first is taken.
            if sum > all * i64::from(options.stop) {
                let (a, b, ages) = if a < b {
                    (a, b, (group.age, other.age))
                } else {
                    (b, a, (other.age, group.age))
                };
                let average = sum * 1000 / all;
                queue.push(Offer {
                    average,
                    order: std::cmp::Reverse((a, b)),
                    a,
                    b,
                    ages,
                });
            }
        }
    }

    /// Puts `b` into `a`.
    fn merge(&mut self, a: u32, b: u32) {
        let gone = std::mem::take(&mut self.groups[b as usize]);
        self.groups[b as usize].age = GONE;
        for (other, between) in gone.near {
            if other == a || self.groups[other as usize].age == GONE {
                continue;
            }
            let near = &mut self.groups[other as usize].near;
            add(near.get_or_insert_with(a, Between::default), between);
            add(
                self.groups[a as usize]
                    .near
                    .get_or_insert_with(other, Between::default),
                between,
            );
        }
        let group = &mut self.groups[a as usize];
        group.records.extend(gone.records);
        group.age += 1;
    }
}

fn add(to: &mut Between, more: Between) {
    to.sum += more.sum;
    to.found += more.found;
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPTIONS: Clustering = Clustering {
        missing: -20,
        stop: 0,
    };

    fn of(pairs: &[(u32, u32, Tenths)]) -> Vec<Vec<u32>> {
        let pairs: Vec<Weighed> = pairs
            .iter()
            .map(|&(a, b, weight)| Weighed { a, b, weight })
            .collect();
        cluster(&pairs, OPTIONS)
    }

    #[test]
    fn a_chain_of_doubtful_links_is_not_one_person() {
        assert_eq!(of(&[(0, 1, 50), (1, 2, 5), (2, 3, 50)]), [[0, 1], [2, 3]]);
    }

    #[test]
    fn what_is_linked_all_round_is_one_person() {
        assert_eq!(of(&[(7, 9, 50), (3, 7, 50), (3, 9, 10)]), [[3, 7, 9]]);
    }

    #[test]
    fn a_strong_link_outweighs_a_missing_one() {
        assert_eq!(of(&[(0, 1, 90), (1, 2, 60)]), [[0, 1, 2]]);
    }

    #[test]
    fn the_order_of_pairs_decides_nothing() {
        let mut pairs = vec![
            (0, 1, 30),
            (1, 2, 30),
            (2, 3, 30),
            (0, 3, 30),
            (3, 4, 30),
            (4, 5, 31),
        ];
        let before = of(&pairs);
        pairs.reverse();
        assert_eq!(of(&pairs), before);
        pairs.swap(1, 4);
        assert_eq!(of(&pairs), before);
    }
}
