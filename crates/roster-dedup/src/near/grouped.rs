//! Which rows the pairs make one pupil.

use super::REVIEW;
use crate::linkage::{Clustering, Tenths, Weighed, cluster};
use crate::people::People;

const CLUSTERING: Clustering = Clustering {
    missing: -60,
    stop: REVIEW,
};

/// Clusters the pairs. Ties are broken by what the rows say, so that their order decides nothing.
pub(super) fn grouped(people: &People<'_>, pairs: &[Weighed]) -> Vec<Vec<u32>> {
    let mut order: Vec<u32> = pairs.iter().flat_map(|it| [it.a, it.b]).collect();
    roster_order::sort(&mut order);
    order.dedup();
    roster_order::sort_by_cached_key(&mut order, |&person| (people.content(person), person));
    let mut place: Vec<(u32, u32)> = order.iter().copied().zip(0..).collect();
    roster_order::sort(&mut place);
    let place_of = |person: u32| {
        place
            .binary_search_by_key(&person, |it| it.0)
            .map_or(0, |at| place[at].1)
    };
    let renamed = pairs.iter().map(|it| {
        let (a, b) = (place_of(it.a), place_of(it.b));
        Weighed {
            a: a.min(b),
            b: a.max(b),
            weight: it.weight,
        }
    });
    let mut groups = cluster(&renamed.collect::<Vec<_>>(), CLUSTERING);
    for group in &mut groups {
        for member in group.iter_mut() {
            *member = order[*member as usize];
        }
        roster_order::sort(group);
    }
    groups
}

/// Whether the pairs of at least this weight alone hold a group together.
pub(super) fn are_joined(group: &[u32], pairs: &[Weighed], at_least: Tenths) -> bool {
    let mut reached = vec![false; group.len()];
    let mut open = vec![0];
    reached[0] = true;
    while let Some(at) = open.pop() {
        for other in 0..group.len() {
            let pair = (group[at.min(other)], group[at.max(other)]);
            let found = pairs.binary_search_by_key(&pair, |it| (it.a, it.b));
            if !reached[other] && found.is_ok_and(|at| pairs[at].weight >= at_least) {
                reached[other] = true;
                open.push(other);
            }
        }
    }
    reached.iter().all(|&it| it)
}
