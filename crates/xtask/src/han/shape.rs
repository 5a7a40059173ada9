//! Groups of characters that are taken for one another by their looks: those with one phonetic part,
//! and those written down by hand.

use std::collections::{BTreeMap, BTreeSet};

use super::by_hand;
use super::source::{Map, Source};

/// Numbers of groups, from 1, of each known character; the one in the first place is the most frequent.
pub(super) struct Shape {
    pub(super) groups: Vec<Vec<u16>>,
    pub(super) count: u16,
}

pub(super) fn make(source: &Source, fold: &Map<char>, known: &[char]) -> Result<Shape, String> {
    let mut groups: BTreeMap<String, BTreeSet<char>> = BTreeMap::new();
    let is_known = |c: &char| known.binary_search(c).is_ok();
    for (&c, numbers) in &source.phonetic {
        // A simplified character has the phonetic part of its traditional form, and its own.
        let is_traditional = source.simplified.contains_key(&c);
        let member = if is_traditional {
            fold.get(&c).copied().unwrap_or(c)
        } else {
            c
        };
        if is_known(&member) {
            for number in numbers {
                groups.entry(number.clone()).or_default().insert(member);
            }
        }
    }
    groups.retain(|_, members| {
        let standard = members.iter().filter(|it| source.standard.contains(it));
        standard.count() > 1 && !is_radical(source, members)
    });
    for (place, text) in by_hand::LOOK_ALIKES.split_whitespace().enumerate() {
        let members: BTreeSet<char> = text.chars().collect();
        if let Some(stranger) = members.iter().find(|it| !is_known(it)) {
            return Err(format!("{text}: {stranger} is not a character of names."));
        }
        groups.insert(format!("by hand {place}"), members);
    }
    let sets: Vec<BTreeSet<char>> = groups.into_values().collect();
    let is_needed = |place: usize, set: &BTreeSet<char>| {
        !sets.iter().enumerate().any(|(other, larger)| {
            other != place && set.is_subset(larger) && (set != larger || other < place)
        })
    };
    let needed = sets
        .iter()
        .enumerate()
        .filter(|(place, set)| is_needed(*place, set));
    let mut needed: Vec<&BTreeSet<char>> = needed.map(|it| it.1).collect();
    needed.sort_by_key(|set| (std::cmp::Reverse(set.len()), set.first().copied()));
    let mut of_character: BTreeMap<char, Vec<u16>> = BTreeMap::new();
    let mut count = 0;
    for set in needed {
        count += 1;
        for &c in set {
            of_character.entry(c).or_default().push(count);
        }
    }
    let groups = known
        .iter()
        .map(|it| of_character.remove(it).unwrap_or_default())
        .collect();
    Ok(Shape { groups, count })
}

/// Whether most of a group stand under one radical: then that is what they share, and characters with
/// a common radical are not taken for one another.
fn is_radical(source: &Source, members: &BTreeSet<char>) -> bool {
    let mut counts: BTreeMap<u16, usize> = BTreeMap::new();
    for radical in members.iter().filter_map(|it| source.radical.get(it)) {
        *counts.entry(*radical).or_default() += 1;
    }
    let most = counts.into_values().max().unwrap_or(0);
    members.len() >= 12 && most * 2 > members.len()
}
