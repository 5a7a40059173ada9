//! The names of a run, taken apart once: characters, sound, and how rare each character is.

use roster_model::Dictionary;
use roster_order::{repeated, share};
use roster_values::han::{near_syllable, representative};
use roster_values::name::{DOT, is_masked, plain_letter};
use roster_values::text::is_han;

use super::characters::{initial_sound, sound};
use super::latin;
use super::names::NAME_CAP;
use super::rarity::Rarity;
use super::romanized::syllables;
use crate::fold::{SEED, fold};
use crate::linkage::{Tenths, log2_ratio};

/// Pseudo-counts (a prior of the frequencies): before any name is read, this many surnames and this many
/// given characters count as seen.
const OF_SURNAMES: u64 = 128;
const OF_GIVEN: u64 = 1024;
/// And this many names of three characters and of two.
const OF_THREE: u64 = 48;
const OF_TWO: u64 = 12;
/// Longer names are foreign ones; what is beyond is not compared.
const LONGEST: usize = 40;
/// Names up to this length are kept where they are looked up.
const SHORT: usize = 4;
/// Names that are taken apart in one go.
const NAMES_PER_CHUNK: u32 = 1 << 14;
/// Where the planes of ideographs end.
const CODES: usize = 0x3_3480;

/// The names of a run by their number; number zero is no name.
#[derive(Debug, Default)]
pub(crate) struct Names {
    all: Vec<Name>,
    /// The characters of the longer names, without dots.
    characters: Vec<char>,
    /// The characters again, each in its one form.
    forms: Vec<char>,
    surnames: Rarity,
    given: Rarity,
    /// Whether any has masked characters.
    has_masked: bool,
    /// How much rarer names of two characters are than those of three.
    two_characters: Tenths,
}

/// What is known of a name, in one piece of what a processor fetches: names are looked up in no order, and
/// most of the time goes into waiting for them.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(64))]
pub(crate) struct Name {
    /// Equal for two spellings of one name: variants folded, dots left out.
    pub(crate) spelling: u64,
    /// Equal for names that sound alike, roughly.
    pub(crate) sound: u64,
    /// The characters and forms of a short name.
    characters: [char; SHORT],
    forms: [char; SHORT],
    /// Where those of a longer one begin.
    start: u32,
    /// The most that it weighs, by how many bear it.
    pub(super) cap: i16,
    length: u8,
    /// Where the first dot was, counted in characters; zero for none.
    pub(super) dot: u8,
    /// Whether another name of the run is spelt the same once variants are folded.
    has_variant: bool,
    /// Whether characters of it are masked: 张**.
    pub(super) is_masked: bool,
    /// Whether a remark in brackets stands behind it.
    pub(super) has_remark: bool,
}

impl Name {
    /// Whether its characters are kept with it.
    fn is_short(&self) -> bool {
        usize::from(self.length) <= SHORT
    }

    pub(super) fn characters<'n>(&'n self, names: &'n Names) -> &'n [char] {
        self.of(&self.characters, &names.characters)
    }

    /// Each character in its one form.
    pub(super) fn forms<'n>(&'n self, names: &'n Names) -> &'n [char] {
        self.of(&self.forms, &names.forms)
    }

    fn of<'n>(&self, short: &'n [char; SHORT], long: &'n [char]) -> &'n [char] {
        let (start, length) = (self.start as usize, usize::from(self.length));
        match short.get(..length) {
            Some(short) => short,
            None => &long[start..][..length],
        }
    }
}

impl Names {
    /// Takes the names of `keys` apart; `named` has the number of a name for every pupil, one more than
    /// its number in `keys`, zero without a name.
    pub(crate) fn gather(
        threads: usize,
        keys: &Dictionary,
        named: impl Iterator<Item = u32>,
    ) -> Self {
        let mut names = Names::default();
        names.add("");
        let pieces = keys.len().div_ceil(NAMES_PER_CHUNK) as usize;
        let piece = |at: usize| {
            let first = at as u32 * NAMES_PER_CHUNK;
            let mut names = Names::default();
            (first..keys.len().min(first + NAMES_PER_CHUNK))
                .for_each(|it| names.add(keys.text(it)));
            names
        };
        for piece in share(threads, pieces, piece, |_| {}) {
            names.append(piece);
        }
        names.mark_variants();
        names.count(named);
        names
    }

    fn add(&mut self, key: &str) {
        let start = self.characters.len();
        // What stands in brackets is a remark, not a part of the name.
        let bare = key.split('(').next().unwrap_or(key);
        let has_remark = bare.len() < key.len();
        let bare = without_numbering(bare);
        // A surname that stands in front may have a comma behind it.
        let parts = bare
            .chars()
            .take(LONGEST)
            .filter(|&c| !matches!(c, DOT | ','));
        let (mut is_odd, mut has_star) = (false, false);
        self.characters.extend(parts.inspect(|&it| {
            is_odd |= latin::is_odd(it);
            has_star |= it == '*';
        }));
        if is_odd {
            self.characters.truncate(start);
            let meant = latin::as_meant(bare).into_iter();
            self.characters.extend(meant.take(LONGEST));
        }
        let dot = bare.chars().take(LONGEST).position(|c| c == DOT);
        let own = &self.characters[start..];
        // A passport has capitals and no accents, and a form is filled in with small letters.
        let form = |&c: &char| plain_letter(representative(c));
        self.forms.extend(own.iter().map(form));
        let forms = &self.forms[start..];
        let in_pinyin = if is_odd { syllables(own) } else { Vec::new() };
        let of_pinyin = || in_pinyin.iter().map(|&it| u32::from(near_syllable(it)));
        let mut name = Name {
            spelling: hash(forms.iter().map(|&c| u32::from(c))),
            sound: match in_pinyin[..] {
                // The parts of a foreign name stand in one order or the other.
                [] if latin::is_in_letters(own) => hash_of_any_order(own.iter().map(|&c| sound(c))),
                [] => hash(own.iter().map(|&c| sound(c))),
                _ => hash(of_pinyin()),
            },
            start: start as u32,
            length: own.len() as u8,
            dot: dot.unwrap_or(0) as u8,
            is_masked: has_star && (is_masked(bare) || bare.chars().all(|it| it == '*')),
            has_remark,
            ..Name::default()
        };
        if own.len() <= SHORT {
            name.characters[..own.len()].copy_from_slice(own);
            name.forms[..own.len()].copy_from_slice(forms);
            name.start = 0;
            self.characters.truncate(start);
            self.forms.truncate(start);
        }
        self.has_masked |= name.is_masked;
        self.all.push(name);
    }

    fn append(&mut self, mut more: Names) {
        let start = self.characters.len() as u32;
        for name in more.all.iter_mut().filter(|it| !it.is_short()) {
            name.start += start;
        }
        self.has_masked |= more.has_masked;
        self.all.append(&mut more.all);
        self.characters.append(&mut more.characters);
        self.forms.append(&mut more.forms);
    }

    fn mark_variants(&mut self) {
        let spelt = || (0_u32..).zip(&self.all).skip(1);
        let repeated = repeated(self.all.len() as u32, || {
            spelt().map(|(at, it)| (it.spelling, at))
        });
        for (_, name) in repeated {
            self.all[name as usize].has_variant = true;
        }
    }

    fn count(&mut self, named: impl Iterator<Item = u32>) {
        let mut bearers = vec![0_u32; self.all.len()];
        let mut all = 0_u64;
        for name in named {
            bearers[name as usize] += 1;
            all += 1;
        }
        // Three rows may be one pupil; where there are more, the name is simply common.
        let cap = |count: u32| match count {
            0..4 => NAME_CAP,
            _ => log2_ratio(all, u64::from(count) - 2).clamp(0, NAME_CAP),
        };
        for (name, &bearers) in self.all.iter_mut().zip(&bearers) {
            name.cap = cap(bearers) as i16;
        }
        let of_length = |length: u8| {
            let named = self.all.iter().zip(&bearers);
            let of_length = named.filter(|it| it.0.length == length);
            of_length.map(|it| u64::from(*it.1)).sum::<u64>()
        };
        let (two, three) = (of_length(2) + OF_TWO, of_length(3) + OF_THREE);
        self.two_characters = log2_ratio(three, two).max(0);
        let (mut surnames, mut given) = (vec![0_u32; CODES], vec![0_u32; CODES]);
        for name in 1..self.all.len() as u32 {
            for (at, &c) in self.characters(name).iter().enumerate() {
                let counts = if at == 0 { &mut surnames } else { &mut given };
                if let Some(count) = counts.get_mut(c as usize) {
                    *count += bearers[name as usize];
                }
            }
        }
        self.surnames = Rarity::new(&surnames, OF_SURNAMES);
        self.given = Rarity::new(&given, OF_GIVEN);
    }

    /// What is known of a name.
    pub(crate) fn get(&self, name: u32) -> &Name {
        &self.all[name as usize]
    }

    /// The characters of a name, without dots.
    pub(crate) fn characters(&self, name: u32) -> &[char] {
        self.get(name).characters(self)
    }

    /// Equal for two spellings of one name: variants folded, dots left out.
    pub(crate) fn spelling(&self, name: u32) -> u64 {
        self.get(name).spelling
    }

    /// Whether characters of a name are masked, so that strangers may have it.
    pub(crate) fn is_masked(&self, name: u32) -> bool {
        self.has_masked && self.get(name).is_masked
    }

    /// Of each name, the first that is spelt the same once variants are folded.
    pub(crate) fn first_of_each_spelling(&self) -> Vec<u32> {
        let mut first: Vec<u32> = (0..self.all.len() as u32).collect();
        let spelt = || (0_u32..).zip(&self.all).skip(1);
        let variants = || spelt().filter(|it| it.1.has_variant);
        let repeated = repeated(self.all.len() as u32, || {
            variants().map(|(at, it)| (it.spelling, at))
        });
        for one in repeated.chunk_by(|a, b| a.0 == b.0) {
            for it in one {
                first[it.1 as usize] = one[0].1;
            }
        }
        first
    }

    /// The most that a name weighs, by how many bear it.
    pub(crate) fn cap(&self, name: u32) -> Tenths {
        self.get(name).cap.into()
    }

    /// Whether the run has another spelling of this name.
    pub(crate) fn has_variant(&self, name: u32) -> bool {
        self.get(name).has_variant
    }

    /// A key for the name without each of its characters in turn, for the whole of it, and for the part
    /// before its dot. A longer name writes foreign sounds, each in several ways (阿卜杜拉, 阿布都拉), so
    /// it has a key of the initials of its syllables as well.
    pub(crate) fn keys_but_one(&self, name: &Name, mut give: impl FnMut(u64)) {
        let forms = name.forms(self);
        if !name.is_short() {
            give(hash(
                name.characters(self).iter().map(|&c| initial_sound(c)),
            ));
        }
        let mut before = SEED;
        for (left_out, &own) in forms.iter().enumerate() {
            if forms.len() > 1 {
                let rest = forms[left_out + 1..].iter();
                give(fold(before, rest.map(|&c| u64::from(c))));
            }
            before = fold(before, std::iter::once(u64::from(own)));
            if left_out + 1 == usize::from(name.dot) && name.dot > 1 {
                give(before);
            }
        }
        if !forms.is_empty() {
            give(before);
        }
    }

    /// How much rarer names of such a length are than those of three characters: few characters tell little, but few
    /// names have no more of them.
    pub(crate) fn rarity_of_length(&self, characters: &[char]) -> Tenths {
        let is_short = characters.len() == 2 && !characters[0].is_ascii();
        if is_short { self.two_characters } else { 0 }
    }

    /// How rare a character is in the surname, which is the first, or behind it.
    pub(super) fn rarity(&self, at: usize, c: char) -> Tenths {
        if at == 0 {
            self.surnames.get(c)
        } else {
            self.given.get(c)
        }
    }
}

/// A name without its place in a list: 1.张三.
fn without_numbering(key: &str) -> &str {
    if !key.starts_with(|it: char| it.is_ascii_digit()) {
        return key;
    }
    let behind = key.trim_start_matches(|it: char| it.is_ascii_digit());
    let name = behind.strip_prefix([DOT, '、', ',']).unwrap_or(key);
    if name.starts_with(is_han) { name } else { key }
}

/// Folds the codes of characters whatever their order.
fn hash_of_any_order(characters: impl Iterator<Item = u32>) -> u64 {
    let each = characters.map(|it| hash(std::iter::once(it)));
    each.fold(SEED, u64::wrapping_add)
}

/// Folds the codes of characters.
fn hash(characters: impl Iterator<Item = u32>) -> u64 {
    fold(SEED, characters.map(u64::from))
}
