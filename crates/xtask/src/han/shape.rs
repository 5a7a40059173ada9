//! Pairs of characters that are taken for one another by their looks: those whose drawings are alike,
//! as `looks.py` found, and those written down by hand.
//!
//! Pairs of one sound are left out: names are compared by sound first. So are forms of one character.

use std::collections::BTreeSet;

use super::by_hand;
use super::source::Map;

type Pairs = BTreeSet<(char, char)>;

/// The lower character of a pair stands first.
pub(super) struct Shape {
    pub(super) alike: Pairs,
    pub(super) rather_alike: Pairs,
}

/// `looks` is what `looks.py` wrote.
pub(super) fn make(
    looks: &str,
    known: &[char],
    variants: &Pairs,
    share_sound: impl Fn(char, char) -> bool,
) -> Result<Shape, String> {
    let mut alike = by_hand(by_hand::LOOK_ALIKES)?;
    let mut rather_alike = by_hand(by_hand::RATHER_ALIKES)?;
    for line in looks.lines().filter(|it| !it.starts_with('#')) {
        let mut fields = line.split('\t');
        let one = fields.next().and_then(|it| it.chars().next());
        let (Some(one), Some(likest), Some(others)) = (one, fields.next(), fields.next()) else {
            return Err(format!("{line:?} is not a line of looks.txt."));
        };
        alike.extend(likest.chars().map(|it| ordered(one, it)));
        rather_alike.extend(others.chars().map(|it| ordered(one, it)));
    }
    let is_known = |c: char| known.binary_search(&c).is_ok();
    if let Some((one, other)) = alike
        .union(&rather_alike)
        .find(|it| !is_known(it.0) || !is_known(it.1))
    {
        return Err(format!("{one}{other} are not characters of names."));
    }
    alike.retain(|it| !variants.contains(it) && !share_sound(it.0, it.1));
    rather_alike
        .retain(|it| !alike.contains(it) && !variants.contains(it) && !share_sound(it.0, it.1));
    Ok(Shape {
        alike,
        rather_alike,
    })
}

/// Every two characters of a word.
fn by_hand(words: &str) -> Result<Pairs, String> {
    let mut pairs = Pairs::new();
    for word in words.split_whitespace() {
        let members: Vec<char> = word.chars().collect();
        for (at, &one) in members.iter().enumerate() {
            for &other in members.iter().skip(at + 1) {
                if one == other {
                    return Err(format!("{word} has {one} twice."));
                }
                pairs.insert(ordered(one, other));
            }
        }
    }
    Ok(pairs)
}

fn ordered(one: char, other: char) -> (char, char) {
    (one.min(other), one.max(other))
}

/// Used to find characters that have to be known.
pub(super) fn listed() -> impl Iterator<Item = char> {
    by_hand::LOOK_ALIKES
        .chars()
        .filter(|it| !it.is_whitespace())
}

/// The pairs as numbers, so that each distance is counted from the one before: how many follow each
/// character, and the distances.
pub(super) fn distances(pairs: &Pairs, number: &Map<u16>) -> (Vec<u8>, Vec<u16>) {
    let mut numbered: Vec<(u16, u16)> = pairs
        .iter()
        .filter_map(|(one, other)| Some((*number.get(one)?, *number.get(other)?)))
        .map(|(one, other)| (one.min(other), one.max(other)))
        .collect();
    numbered.sort_unstable();
    let mut counts = vec![0_u8; number.len()];
    let mut distances = Vec::with_capacity(numbered.len());
    let mut before = (u16::MAX, 0);
    for (one, other) in numbered {
        let from = if before.0 == one { before.1 } else { one };
        distances.push(other - from);
        counts[usize::from(one)] += 1;
        before = (one, other);
    }
    (counts, distances)
}
