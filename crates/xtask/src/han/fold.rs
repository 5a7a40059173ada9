//! Which character stands for which: one step after another until a standard character is reached.
//!
//! A standard character stands for itself, always: the list of 2013 gave 昇, 喆, 堃 and others back
//! because they are names of their own. Pairs of standard characters that are variants in some other
//! sense are a list of their own and fold nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{Map, Source};
use super::{by_hand, sound};

/// Every character that folds, with what it folds to.
pub(super) fn make(source: &Source) -> Map<char> {
    let mut step: Map<char> = BTreeMap::new();
    let mut add = |from: char, to: char| {
        let is_left_out = source.standard.contains(&from) || is_not_folded(from);
        if !is_left_out && from != to {
            step.entry(from).or_insert(to);
        }
    };
    for (from, to) in by_hand::pairs(by_hand::FOLDED) {
        add(from, to);
    }
    for (&from, &to) in source.simplified.iter().chain(&source.regional) {
        add(from, to);
    }
    // The vaguer properties fold only to what is the one standard character they lead to.
    for (list, same_sound) in [
        (&source.z_variant, false),
        (&source.semantic, true),
        (&source.spoofing, false),
    ] {
        let mut found = Vec::new();
        for (&from, to) in list {
            let ends: BTreeSet<char> = to.iter().map(|&it| end(&step, it)).collect();
            let mut ends = ends.iter().filter(|it| source.standard.contains(it));
            let (Some(&only), None) = (ends.next(), ends.next()) else {
                continue;
            };
            let is_left_out = source.standard.contains(&from) || is_not_folded(from);
            if !is_left_out && (!same_sound || sound::have_common(source, from, only)) {
                found.push((from, only));
            }
        }
        for (from, to) in found {
            step.entry(from).or_insert(to);
        }
    }
    let folded = step.keys().map(|&from| (from, end(&step, from)));
    folded
        .filter(|(from, to)| from != to && source.standard.contains(to))
        .collect()
}

/// The pairs of standard characters that are variants, the lower character first.
pub(super) fn variants(
    source: &Source,
    fold: &Map<char>,
) -> Result<BTreeSet<(char, char)>, String> {
    let mut pairs: BTreeSet<(char, char)> = BTreeSet::new();
    let listed = by_hand::pairs(by_hand::VARIANTS);
    for (one, other) in listed {
        for c in [one, other] {
            if fold.contains_key(&c) || one == other {
                return Err(format!(
                    "{one}{other}: {c} folds, so the pair says nothing."
                ));
            }
        }
        pairs.insert((one.min(other), one.max(other)));
    }
    for (&one, &other) in &source.simplified {
        let are_standard = [one, other].iter().all(|it| source.standard.contains(it));
        if are_standard && one != other {
            pairs.insert((one.min(other), one.max(other)));
        }
    }
    Ok(pairs)
}

/// Radicals, and the compatibility ideographs, which `text::compat` knows.
fn is_not_folded(c: char) -> bool {
    by_hand::NOT_FOLDED.contains(c)
        || matches!(c, '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}')
}

fn end(step: &Map<char>, from: char) -> char {
    let mut at = from;
    // The longest chain has four steps; a ring of two ends here as well.
    for _ in 0..6 {
        match step.get(&at) {
            Some(&next) => at = next,
            None => return at,
        }
    }
    from
}
