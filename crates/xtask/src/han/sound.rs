//! Readings without tones, as numbers of syllables, and which syllables are close.

use std::collections::{BTreeMap, BTreeSet};

use super::by_hand;
use super::source::{Map, Source};

pub(super) struct Sound {
    /// In the order of their numbers.
    pub(super) syllables: Vec<String>,
    /// The syllable that stands for all that are close to this one.
    pub(super) near: Vec<u16>,
    /// Each set of readings once, the short and frequent first.
    pub(super) sets: Vec<Vec<u16>>,
    /// The set of each known character.
    pub(super) codes: Vec<u16>,
}

pub(super) fn make(source: &Source, known: &[char]) -> Result<Sound, String> {
    let texts: Vec<BTreeSet<String>> = known.iter().map(|&it| readings(source, it)).collect();
    let all: BTreeSet<&String> = texts.iter().flatten().collect();
    let syllables: Vec<String> = all.into_iter().cloned().collect();
    let number = |text: &String| {
        syllables
            .binary_search(text)
            .ok()
            .and_then(|it| u16::try_from(it).ok())
    };
    let numbered: Vec<Vec<u16>> = texts
        .iter()
        .map(|set| set.iter().filter_map(&number).collect())
        .collect();
    let mut counts: BTreeMap<&[u16], u32> = BTreeMap::new();
    for set in &numbered {
        *counts.entry(set).or_default() += 1;
    }
    let mut sets: Vec<Vec<u16>> = counts.keys().map(|it| it.to_vec()).collect();
    sets.sort_by_key(|it| {
        (
            it.len(),
            std::cmp::Reverse(counts[it.as_slice()]),
            it.clone(),
        )
    });
    let places: BTreeMap<&[u16], u16> = (0..)
        .zip(&sets)
        .map(|(place, set)| (set.as_slice(), place))
        .collect();
    let codes = numbered.iter().map(|set| places[set.as_slice()]).collect();
    let folded: Vec<String> = syllables.iter().map(|it| near(it)).collect();
    let near = (folded.iter())
        .map(|it| folded.iter().position(|other| other == it))
        .map(|it| it.and_then(|it| u16::try_from(it).ok()))
        .collect::<Option<_>>()
        .ok_or("There are more syllables than numbers.")?;
    Ok(Sound {
        syllables,
        near,
        sets,
        codes,
    })
}

/// Whether two characters share a reading.
pub(super) fn have_common(source: &Source, one: char, other: char) -> bool {
    !readings(source, one).is_disjoint(&readings(source, other))
}

fn readings(source: &Source, c: char) -> BTreeSet<String> {
    let listed: &Map<Vec<String>> = if source.standard.contains(&c) {
        &source.standard_readings
    } else {
        &source.mandarin
    };
    let listed = listed.get(&c).into_iter().flatten().map(|it| toneless(it));
    let by_hand = by_hand::READINGS.iter().filter(|it| it.0 == c);
    let by_hand = by_hand.flat_map(|it| it.1.split(' ')).map(str::to_owned);
    // Four interjections are read without a vowel; no name is.
    listed
        .chain(by_hand)
        .filter(|it| it.contains(['a', 'e', 'i', 'o', 'u', 'v']))
        .collect()
}

fn toneless(text: &str) -> String {
    let plain = |c: char| match c {
        'ā' | 'á' | 'ǎ' | 'à' => 'a',
        'ē' | 'é' | 'ě' | 'è' | 'ê' | 'ế' | 'ề' => 'e',
        'ī' | 'í' | 'ǐ' | 'ì' => 'i',
        'ō' | 'ó' | 'ǒ' | 'ò' => 'o',
        'ū' | 'ú' | 'ǔ' | 'ù' => 'u',
        'ü' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' => 'v',
        'ń' | 'ň' | 'ǹ' => 'n',
        'ḿ' => 'm',
        other => other,
    };
    text.chars()
        .filter(|it| !('\u{300}'..='\u{36F}').contains(it))
        .map(plain)
        .collect()
}

/// One spelling for syllables that are taken for one another: the curled initials, n and l and r,
/// f and hu (feng and hong therefore), and the two nasals after a, e and i.
fn near(syllable: &str) -> String {
    let text = match syllable.split_at(1) {
        (initial @ ("z" | "c" | "s"), rest) if rest.starts_with('h') => {
            format!("{initial}{}", &rest[1..])
        }
        ("n" | "r", rest) if !rest.is_empty() => format!("l{rest}"),
        ("f", "u" | "ou") => format!("h{}", &syllable[1..]),
        ("f", "ei") => "hui".to_owned(),
        ("h", "ong") | ("f", "en" | "eng") => "hun".to_owned(),
        ("f", rest) => format!("hu{rest}"),
        _ => syllable.to_owned(),
    };
    match text.strip_suffix("ng") {
        Some(start) if start.ends_with(['a', 'e', 'i']) => format!("{start}n"),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::{near, toneless};

    #[test]
    fn tones_go_and_the_u_with_dots_stays_apart() {
        assert_eq!(toneless("lǜ"), "lv");
        assert_eq!(toneless("zhuàng"), "zhuang");
        assert_eq!(toneless("è"), "e");
    }

    #[test]
    fn syllables_that_are_mixed_up_are_near() {
        let are_near = |one, other| near(one) == near(other);
        for (one, other) in [
            ("zhang", "zan"),
            ("ning", "lin"),
            ("ran", "lan"),
            ("fei", "hui"),
            ("fang", "huan"),
            ("feng", "hong"),
            ("shi", "si"),
        ] {
            assert!(are_near(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("dong", "dun"),
            ("er", "el"),
            ("wang", "huan"),
            ("li", "lv"),
            ("ba", "pa"),
        ] {
            assert!(!are_near(one, other), "{one} {other}");
        }
    }
}
