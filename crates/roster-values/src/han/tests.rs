//! The tables hold together, whatever they were made from.

use super::generated::tables::{
    FOLDED_BEFORE, FOLDED_REST, KNOWN_BEFORE, KNOWN_REST, NEAR, READINGS_LOW, SET_ITEMS, SETS,
    TARGETS_LOW, VARIANTS,
};
use super::{
    ALIKE, RATHER, in_looks, is_variant, known, look_alike, near_syllable, representative,
    spelling, syllables,
};

fn every_character() -> impl Iterator<Item = char> {
    '\0'..=char::MAX
}

#[test]
fn a_representative_stands_for_itself() {
    for c in every_character() {
        let one = representative(c);
        assert_eq!(representative(one), one, "{c}");
    }
    let folded = every_character()
        .filter(|&it| representative(it) != it)
        .count();
    // Folded characters, and beside them radicals, compatibility and private-use codes.
    assert!(folded > TARGETS_LOW.len() + FOLDED_REST.len(), "{folded}");
}

#[test]
fn every_syllable_has_a_number_and_a_spelling() {
    let count = u16::try_from(NEAR.len()).unwrap_or(0);
    assert!((390..=420).contains(&count), "{count}");
    for c in every_character() {
        let readings = syllables(c);
        assert!(
            readings.is_sorted() && readings.iter().all(|&it| it < count),
            "{c}"
        );
    }
    for syllable in 0..count {
        let near = near_syllable(syllable);
        assert_eq!(near_syllable(near), near);
        assert!(!spelling(syllable).is_empty() && near < count);
    }
    assert_eq!(spelling(count), "");
    assert_eq!(near_syllable(u16::MAX), u16::MAX);
}

#[test]
fn lists_that_are_searched_are_sorted() {
    assert!(FOLDED_REST.is_sorted_by(|a, b| a.0 < b.0));
    assert!(VARIANTS.is_sorted_by(|a, b| a < b));
    assert!(KNOWN_REST.is_sorted_by(|a, b| a < b));
    assert!(SETS.is_sorted());
    for &(a, b) in &VARIANTS {
        assert!(a < b && is_variant(a, b) && representative(a) == a && representative(b) == b);
    }
}

#[test]
fn the_tables_stay_small() {
    let bytes = (READINGS_LOW.len() + ALIKE.low.len() + RATHER.low.len() + TARGETS_LOW.len()) * 2
        + (KNOWN_BEFORE.len() + FOLDED_BEFORE.len()) * 34
        + (FOLDED_REST.len() + VARIANTS.len()) * 8
        + SETS.len() * 4
        + ALIKE.counts.len()
        + RATHER.counts.len()
        + SET_ITEMS.len() * 2
        + KNOWN_REST.len() * 4;
    assert!(bytes < 130_000, "{bytes}");
    assert!((10_000..11_000).contains(&READINGS_LOW.len()));
}

#[test]
fn pairs_of_looks_are_reached_from_their_first_character() {
    for pairs in [&ALIKE, &RATHER] {
        let mut count = 0;
        for at in 0..pairs.counts.len() {
            let others: Vec<usize> = pairs.of(at).collect();
            assert!(others.is_sorted_by(|a, b| a < b) && others.first().is_none_or(|&it| it > at));
            assert!(others.iter().all(|&it| it < pairs.counts.len()));
            count += others.len();
        }
        assert_eq!(count, pairs.low.len());
    }
    let in_looks = every_character().filter_map(in_looks).max();
    assert_eq!(in_looks, ALIKE.counts.len().checked_sub(1));
    assert_eq!(ALIKE.counts.len(), RATHER.counts.len());
    for at in 0..ALIKE.counts.len() {
        assert!(
            ALIKE
                .of(at)
                .all(|it| RATHER.of(at).all(|other| other != it))
        );
    }
    assert!(known('伟').is_some() && !look_alike('伟', '伟'));
}
