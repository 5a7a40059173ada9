//! Chinese characters as they are mixed up in names: other forms, readings without tones, looks.
//!
//! For comparing names and nothing else: a table cannot know which character the household register
//! has. Tones are left out because keyboards leave them out. Deliberately absent: words, frequencies,
//! and characters that names do not use; such a character stands for itself and has no reading.

use std::sync::LazyLock;

use generated::tables::{
    ALIKE_BEFORE, ALIKE_COUNTS, ALIKE_HIGH, ALIKE_LOW, FOLDED, FOLDED_BEFORE, FOLDED_REST, KNOWN,
    KNOWN_BEFORE, KNOWN_REST, LOOKS, LOOKS_BEFORE, NEAR, RATHER_BEFORE, RATHER_COUNTS, RATHER_HIGH,
    RATHER_LOW, READINGS_HIGH, READINGS_LOW, SET_ITEMS, SETS, SPELLED, TARGETS_HIGH, TARGETS_LOW,
    VARIANTS,
};

use crate::text::{compat, gbk_private_use, kangxi, radical};

mod generated {
    pub(super) mod tables;
}
#[cfg(test)]
mod tests;

/// The first character of the block that has a bit in the tables.
const FIRST: u32 = 0x3400;

/// The one character that stands for all forms of a character: traditional, regional and variant
/// forms, look-alikes that only a font tells apart, radicals, compatibility and private-use codes. A
/// standard character (通用规范汉字表) stands for itself, and so does everything not listed.
pub fn representative(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    // None of these is another's code, and nearly every character is one of these.
    let c = if matches!(c, '\u{4E00}'..='\u{9FA5}') {
        c
    } else {
        // Some private-use codes stand for a radical.
        let c = gbk_private_use(c).unwrap_or(c);
        let same = kangxi(c).or_else(|| radical(c)).or_else(|| compat(c));
        same.unwrap_or(c)
    };
    if let Some(at) = number(&FOLDED, &FOLDED_BEFORE, c) {
        let code = joined(&TARGETS_LOW, &TARGETS_HIGH, at);
        return code.and_then(|it| char::from_u32(it.into())).unwrap_or(c);
    }
    let (word, bit) = rest_bit(c);
    if REST_SEEN[word] & bit == 0 {
        return c;
    }
    let place = FOLDED_REST.binary_search_by_key(&c, |it| it.0);
    place
        .ok()
        .and_then(|at| FOLDED_REST.get(at))
        .map_or(c, |it| it.1)
}

/// A bit for the end of the code of each character of `FOLDED_REST`: hardly any other has one.
static REST_SEEN: [u64; 64] = {
    let mut seen = [0; 64];
    let mut at = 0;
    while at < FOLDED_REST.len() {
        let (word, bit) = rest_bit(FOLDED_REST[at].0);
        seen[word] |= bit;
        at += 1;
    }
    seen
};

/// Word and bit of a character in `REST_SEEN`.
const fn rest_bit(c: char) -> (usize, u64) {
    let end = c as usize % 4096;
    (end / 64, 1 << (end % 64))
}

/// Whether two characters are forms of one: they have one representative, or theirs are two standard
/// characters that one person's papers may both show, as 哲 and 喆 or 升 and 昇.
pub fn is_variant(a: char, b: char) -> bool {
    let (a, b) = (representative(a), representative(b));
    a == b || are_both_standard(a, b)
}

/// Whether two characters that stand for themselves are two standard forms of one, as [`is_variant`] says.
pub fn are_both_standard(a: char, b: char) -> bool {
    VARIANTS.binary_search(&(a.min(b), a.max(b))).is_ok()
}

/// The numbers of all readings without tone, customary and as a surname, in order. Empty for a
/// character without a reading here.
pub fn syllables(c: char) -> &'static [u16] {
    let code = known(representative(c)).and_then(|it| joined(&READINGS_LOW, &READINGS_HIGH, it));
    let readings = code.and_then(|code| {
        // Sets lie in the order of their lengths, so that length and place follow from the code.
        let length = SETS.iter().rposition(|it| it.0 <= code)?;
        let (first, begin) = SETS.get(length)?;
        let start = usize::from(*begin) + usize::from(code - first) * length;
        SET_ITEMS.get(start..start + length)
    });
    readings.unwrap_or(&[])
}

/// The number of the syllable that stands for all that are taken for this one: zh and z, ch and c, sh
/// and s, n, l and r, f and hu, feng and hong, and an, en, in with ang, eng, ing.
pub fn near_syllable(syllable: u16) -> u16 {
    NEAR.get(usize::from(syllable)).copied().unwrap_or(syllable)
}

/// The first letter of a syllable in pinyin; zero for a number that none has.
pub fn initial(syllable: u16) -> u8 {
    static INITIALS: LazyLock<Vec<u8>> = LazyLock::new(|| {
        SPELLED
            .split(' ')
            .map(|it| it.bytes().next().unwrap_or(0))
            .collect()
    });
    INITIALS.get(usize::from(syllable)).copied().unwrap_or(0)
}

/// How a syllable is written in pinyin, with v for ü; empty for a number that none has.
pub fn spelling(syllable: u16) -> &'static str {
    SPELLED.split(' ').nth(syllable.into()).unwrap_or("")
}

/// The number of the syllable that is written so.
pub fn spelled(pinyin: &str) -> Option<u16> {
    let at = SPELLED.split(' ').position(|it| it == pinyin)?;
    at.try_into().ok()
}

/// Whether two characters of different sound are taken for one another by their looks: they are drawn
/// nearly the same, or are listed. Two forms of one character are not different.
pub fn look_alike(a: char, b: char) -> bool {
    ALIKE.have(a, b)
}

/// Whether a hurried eye may take two characters for one another that `look_alike` does not have.
pub fn look_rather_alike(a: char, b: char) -> bool {
    RATHER.have(a, b)
}

/// Pairs of characters, numbered among those that look like any: how many of higher numbers each has,
/// and how far those are from one another.
struct Pairs {
    counts: &'static [u8],
    before: &'static [u16],
    low: &'static [u8],
    high: &'static [u8],
}

static ALIKE: Pairs = Pairs {
    counts: &ALIKE_COUNTS,
    before: &ALIKE_BEFORE,
    low: &ALIKE_LOW,
    high: &ALIKE_HIGH,
};

static RATHER: Pairs = Pairs {
    counts: &RATHER_COUNTS,
    before: &RATHER_BEFORE,
    low: &RATHER_LOW,
    high: &RATHER_HIGH,
};

impl Pairs {
    fn have(&self, a: char, b: char) -> bool {
        let (Some(a), Some(b)) = (in_looks(representative(a)), in_looks(representative(b))) else {
            return false;
        };
        let (one, other) = (a.min(b), a.max(b));
        // They lie in order.
        a != b && self.of(one).find(|&it| it >= other) == Some(other)
    }

    /// The numbers of the characters that are in a pair with this one, and higher.
    fn of(&self, one: usize) -> impl Iterator<Item = usize> {
        let ahead = self.counts.get(one & !63..one).unwrap_or(&[]);
        let ahead: usize = ahead.iter().map(|&it| usize::from(it)).sum();
        let start = usize::from(self.before.get(one / 64).copied().unwrap_or(0)) + ahead;
        let count = usize::from(self.counts.get(one).copied().unwrap_or(0));
        let distances = (start..start + count).map_while(|at| joined(self.low, self.high, at));
        distances.scan(one, |number, distance| {
            *number += usize::from(distance);
            Some(*number)
        })
    }
}

/// The number of a character among those that look like any.
fn in_looks(c: char) -> Option<usize> {
    rank(&LOOKS, &LOOKS_BEFORE, known(c)?)
}

/// The number of a character that has readings.
fn known(c: char) -> Option<usize> {
    number(&KNOWN, &KNOWN_BEFORE, c).or_else(|| {
        let place = KNOWN_REST.binary_search(&c).ok()?;
        let inside = READINGS_LOW.len() - KNOWN_REST.len();
        Some(inside + place)
    })
}

/// The place of a character among those whose bit is set.
fn number(bits: &[u64], before: &[u16], c: char) -> Option<usize> {
    let place = u32::from(c).checked_sub(FIRST)?;
    rank(bits, before, usize::try_from(place).ok()?)
}

/// How many bits are set before this one, if it is.
fn rank(bits: &[u64], before: &[u16], place: usize) -> Option<usize> {
    let at = place / 64;
    let (word, bit) = (*bits.get(at)?, 1_u64 << (place % 64));
    if word & bit == 0 {
        return None;
    }
    let ahead = bits.get(at & !3..at)?.iter().map(|it| it.count_ones());
    let count = ahead.sum::<u32>() + (word & (bit - 1)).count_ones();
    Some(usize::from(*before.get(at / 4)?) + usize::try_from(count).ok()?)
}

fn joined(low: &[u8], high: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes([*low.get(at)?, *high.get(at)?]))
}
