//! The names of a run, taken apart once: characters, sound, and how rare each character is.
//!
//! Two names are compared character by character, because a Chinese name is two to four characters and
//! a clerk gets one of them wrong: another character of the same sound, one that looks alike, another
//! form of it, or none at all. What agrees counts by how rare it is in the run itself.

use roster_model::{Agreement, Dictionary};
use roster_values::han::{are_both_standard, is_variant, representative};
use roster_values::name::DOT;

use super::characters::{character_level, sound};
use super::level;
use super::rarity::Rarity;
use crate::fold::{SEED, fold};
use crate::linkage::{Level, Outcome, Tenths, log2_ratio};
use crate::people::People;

/// The levels of names; `LEVELS` has their weights in this order.
pub(crate) const EQUAL: u8 = 0;
pub(crate) const VARIANT: u8 = 1;
pub(crate) const HOMOPHONE: u8 = 2;
pub(crate) const LOOK_ALIKE: u8 = 3;
pub(crate) const NEAR_HOMOPHONE: u8 = 4;
pub(crate) const RATHER_ALIKE: u8 = 5;
pub(crate) const DROPPED: u8 = 6;
pub(crate) const PART: u8 = 7;
pub(crate) const SWAPPED: u8 = 8;
pub(crate) const FORMER: u8 = 9;
pub(crate) const ILLEGIBLE: u8 = 10;
pub(crate) const OTHER_CHARACTER: u8 = 11;
pub(crate) const DIFFERENT: u8 = 12;
pub(crate) const MISSING: u8 = 13;

/// What each level weighs besides the rarity of what agrees. The weights of characters are those of
/// 444 wrong characters in texts of learners (SIGHAN 2015) against random pairs, with one character in
/// a hundred wrong: 79 % share the sound, which 0.7 % of random pairs do; 28 % look alike, which 0.1 %
/// do. For six that look alike one looks rather alike, and five times as many random pairs do.
pub(crate) const LEVELS: [Level; 14] = [
    level(Agreement::Equal, 0),
    level(Agreement::Variant, -5),
    level(Agreement::Homophone, 1),
    level(Agreement::LookAlike, 14),
    level(Agreement::NearHomophone, -21),
    level(Agreement::LookAlike, -34),
    level(Agreement::DroppedCharacter, -30),
    level(Agreement::Partial, -30),
    level(Agreement::Swapped, -40),
    level(Agreement::FormerName, -40),
    level(Agreement::Partial, -20),
    level(Agreement::Different, -100),
    level(Agreement::Different, -80),
    level(Agreement::Missing, 0),
];

/// What counts as seen before a name is read: among so many surnames (one in thirty-two) and given characters (one in two hundred and fifty-six).
const OF_SURNAMES: u64 = 128;
const OF_GIVEN: u64 = 1024;
/// Longer names are foreign ones; what is beyond is not compared.
const LONGEST: usize = 40;
/// Names up to this length are kept where they are looked up.
const SHORT: usize = 4;
/// A whole name is never taken as rarer than one in four million.
const NAME_CAP: Tenths = 220;
/// The same in Latin letters: one in eight thousand.
const LETTERS_CAP: Tenths = 130;
/// Where the planes of ideographs end.
const CODES: usize = 0x3_3480;

/// The names of a run by their number; number zero is no name.
#[derive(Debug, Default)]
pub(crate) struct Names {
    all: Vec<Name>,
    /// The characters of the longer names, without dots.
    characters: Vec<char>,
    /// The same, each in its one form.
    forms: Vec<char>,
    surnames: Rarity,
    given: Rarity,
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
    cap: i16,
    length: u8,
    /// Where the first dot was, counted in characters; zero for none.
    dot: u8,
    /// Whether another name of the run is spelt the same once variants are folded.
    has_variant: bool,
}

impl Name {
    fn characters<'n>(&'n self, names: &'n Names) -> &'n [char] {
        self.of(&self.characters, &names.characters)
    }

    /// Each character in its one form.
    fn forms<'n>(&'n self, names: &'n Names) -> &'n [char] {
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
    pub(crate) fn gather(keys: &Dictionary, named: impl Iterator<Item = u32>) -> Self {
        let mut names = Names::default();
        names.add("");
        for number in 0..keys.len() {
            names.add(keys.text(number));
        }
        names.mark_variants();
        names.count(named);
        names
    }

    fn add(&mut self, key: &str) {
        let start = self.characters.len();
        // What stands in brackets is a remark, not a part of the name.
        let bare = key.split('(').next().unwrap_or(key);
        let parts = bare.chars().take(LONGEST).filter(|&c| c != DOT);
        self.characters.extend(parts);
        let dot = key.chars().take(LONGEST).position(|c| c == DOT);
        let own = &self.characters[start..];
        self.forms.extend(own.iter().map(|&c| representative(c)));
        let forms = &self.forms[start..];
        let mut name = Name {
            spelling: hash(forms.iter().map(|&c| u32::from(c))),
            sound: hash(own.iter().map(|&c| sound(c))),
            start: start as u32,
            length: own.len() as u8,
            dot: dot.unwrap_or(0) as u8,
            ..Name::default()
        };
        if own.len() <= SHORT {
            name.characters[..own.len()].copy_from_slice(own);
            name.forms[..own.len()].copy_from_slice(forms);
            name.start = 0;
            self.characters.truncate(start);
            self.forms.truncate(start);
        }
        self.all.push(name);
    }

    fn mark_variants(&mut self) {
        let named = (0_u32..).zip(&self.all).skip(1);
        let mut order: Vec<(u64, u32)> = named.map(|(at, it)| (it.spelling, at)).collect();
        roster_order::sort_many_pairs(&mut order);
        for run in order
            .chunk_by(|a, b| a.0 == b.0)
            .filter(|run| run.len() > 1)
        {
            for &(_, name) in run {
                self.all[name as usize].has_variant = true;
            }
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

    /// Whether the run has another spelling of this name.
    pub(crate) fn has_variant(&self, name: u32) -> bool {
        self.get(name).has_variant
    }

    /// A key for the name without each of its characters in turn, and for the whole of it.
    pub(crate) fn keys_but_one(&self, name: &Name, mut give: impl FnMut(u64)) {
        let forms = name.forms(self);
        let mut before = SEED;
        for (left_out, &own) in forms.iter().enumerate() {
            if forms.len() > 1 {
                let rest = forms[left_out + 1..].iter();
                give(fold(before, rest.map(|&c| u64::from(c))));
            }
            before = fold(before, std::iter::once(u64::from(own)));
        }
        if !forms.is_empty() {
            give(before);
        }
    }

    fn rarity(&self, at: usize, c: char) -> Tenths {
        if at == 0 {
            self.surnames.get(c)
        } else {
            self.given.get(c)
        }
    }

    /// How two names agree.
    pub(crate) fn compare(&self, a: u32, b: u32) -> Outcome {
        if a == 0 || b == 0 {
            return Outcome::level(MISSING);
        }
        let (one, other) = (self.get(a), self.get(b));
        let mut found = self.by_characters(one, other, a == b);
        let cap = one.cap.min(other.cap).into();
        found.rarity = found.rarity.min(cap);
        found
    }

    fn by_characters(&self, a: &Name, b: &Name, equal: bool) -> Outcome {
        let (x, y) = (a.characters(self), b.characters(self));
        if equal {
            return Outcome::rare(EQUAL, self.whole(x));
        }
        if a.spelling == b.spelling {
            return Outcome::rare(VARIANT, self.whole(x));
        }
        if x.len() == y.len() {
            return self.of_one_length(a, b);
        }
        let (short, long) = if x.len() < y.len() { (x, y) } else { (y, x) };
        let dotted = if x.len() < y.len() { b.dot } else { a.dot };
        // 阿卜杜拉·买买提 written as 阿卜杜拉: the father's name was left out.
        if dotted > 1 && usize::from(dotted) == short.len() && long.starts_with(short) {
            return Outcome::rare(PART, self.whole(short));
        }
        if long.len() == short.len() + 1 && short.len() > 1 {
            let same = short
                .iter()
                .zip(long)
                .take_while(|(a, b)| is_variant(**a, **b))
                .count();
            let rest = short[same..].iter().zip(&long[same + 1..]);
            if rest.into_iter().all(|(&a, &b)| is_variant(a, b)) {
                return Outcome::rare(DROPPED, self.whole(short));
            }
        }
        Outcome::level(DIFFERENT)
    }

    /// The rarity of a whole name. Letters follow from one another, so many of them are no rarer.
    pub(crate) fn whole(&self, characters: &[char]) -> Tenths {
        let cap = if characters.first().is_some_and(char::is_ascii) {
            LETTERS_CAP
        } else {
            NAME_CAP
        };
        let all: Tenths = characters
            .iter()
            .enumerate()
            .map(|(at, &c)| self.rarity(at, c))
            .sum();
        all.min(cap)
    }

    fn of_one_length(&self, a: &Name, b: &Name) -> Outcome {
        let (x, y) = (a.characters(self), b.characters(self));
        let forms = a.forms(self).iter().zip(b.forms(self));
        let mut found = Outcome::level(VARIANT);
        found.times = 0;
        for (at, (&a, &b)) in forms.enumerate() {
            if a == b || are_both_standard(a, b) {
                found.rarity += self.rarity(at, x[at]);
                continue;
            }
            if is_exchange(x, y) {
                return Outcome::rare(SWAPPED, self.whole(x));
            }
            found.level = found.level.max(character_level(a, b));
            found.times += 1;
        }
        found.times = found.times.max(1);
        let wrong = usize::from(found.times);
        // With most of the characters wrong nothing is left of the name.
        let too_many = found.level != VARIANT && wrong * 2 > x.len();
        let only_one = wrong == 1 && x.len() > 1 && x[0] == y[0];
        if too_many || (found.level == OTHER_CHARACTER && !only_one) {
            Outcome::level(DIFFERENT)
        } else {
            found
        }
    }
}

/// How the names of two pupils agree, former names included.
pub(crate) fn compare_with_former(people: &People<'_>, a: u32, b: u32) -> Outcome {
    let names = people.spelt();
    let (x, y) = (people.name(a), people.name(b));
    let found = names.compare(x, y);
    if found.level != DIFFERENT {
        return found;
    }
    let same = |name: u32, former: u32| {
        former != 0 && name != 0 && names.spelling(name) == names.spelling(former)
    };
    let rare = |name: u32| Outcome::rare(FORMER, names.whole(names.characters(name)));
    if same(x, people.former_name(b)) {
        rare(x)
    } else if same(y, people.former_name(a)) {
        rare(y)
    } else {
        found
    }
}

/// Whether a level is that of one name written in two ways.
pub(crate) fn is_spelling(level: u8) -> bool {
    (VARIANT..=ILLEGIBLE).contains(&level)
}

/// Whether two neighbouring characters are exchanged and nothing else differs.
fn is_exchange(x: &[char], y: &[char]) -> bool {
    let mut differing = (0..x.len()).filter(|&at| x[at] != y[at]);
    match (differing.next(), differing.next(), differing.next()) {
        (Some(a), Some(b), None) => b == a + 1 && x[a] == y[b] && x[b] == y[a],
        _ => false,
    }
}

/// Folds the codes of characters.
fn hash(characters: impl Iterator<Item = u32>) -> u64 {
    fold(SEED, characters.map(u64::from))
}
