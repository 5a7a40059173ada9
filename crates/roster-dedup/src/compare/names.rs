//! How two names agree.
//!
//! Two names are compared character by character, because a Chinese name is two to four characters and
//! a clerk gets one of them wrong: another character of the same sound, one that looks alike, another
//! form of it, or none at all. What agrees counts by how rare it is in the run itself.

use roster_model::Agreement;
use roster_values::han::{are_both_standard, is_variant};
use roster_values::name::surname;

use super::characters::character_level;
use super::latin;
use super::level;
use super::romanized::writes;
use super::spelt::{Name, Names};
use super::split::is_split;
use crate::linkage::{Level, Levels, Outcome, Tenths};
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
pub(crate) const IN_PINYIN: u8 = 10;
pub(crate) const ILLEGIBLE: u8 = 11;
pub(crate) const OTHER_SURNAME: u8 = 12;
pub(crate) const OTHER_CHARACTER: u8 = 13;
pub(crate) const DIFFERENT: u8 = 14;
pub(crate) const MISSING: u8 = 15;
pub(crate) const ONE_LEFT: u8 = 16;

/// What each level weighs besides the rarity of what agrees. The weights of characters are those of
/// 444 wrong characters in texts of learners (SIGHAN 2015) against random pairs, with one character in
/// a hundred wrong: 79 % share the sound, which 0.7 % of random pairs do; 28 % look alike, which 0.1 %
/// do. For six that look alike one looks rather alike, and five times as many random pairs do.
pub(crate) const LEVELS: [Level; 17] = [
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
    level(Agreement::Homophone, -40),
    level(Agreement::Partial, -20),
    level(Agreement::Partial, -100),
    level(Agreement::Different, -100),
    level(Agreement::Different, -80),
    level(Agreement::Missing, 0),
    level(Agreement::DroppedCharacter, -40),
];

/// The levels of names that brothers and sisters may have.
pub(crate) const OF_SIBLINGS: Levels = Levels::of(&[DIFFERENT, OTHER_CHARACTER]);

/// A whole name is never taken as rarer than one in four million.
pub(super) const NAME_CAP: Tenths = 220;
/// The most that one character weighs that is left of two: never so much that it needs no number, telephone, guardian
/// or address.
const LEFT_CAP: Tenths = 60;
/// The most that a name in Latin letters weighs: one in eight thousand.
const LETTERS_CAP: Tenths = 130;

impl Names {
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
        if a.is_masked || b.is_masked {
            return self.of_masked(x, y);
        }
        if x.len() == y.len() {
            let mut found = if equal {
                Outcome::rare(EQUAL, self.whole(x))
            } else if a.spelling == b.spelling {
                let other = latin::differ_in_accents(x, y);
                let level = if other { LOOK_ALIKE } else { VARIANT };
                Outcome::rare(level, self.whole_of_both(x, y))
            } else {
                self.of_one_length(a, b)
            };
            if found.rarity > 0 {
                found.rarity += self.rarity_of_length(x);
            }
            return found;
        }
        if a.spelling == b.spelling {
            return Outcome::rare(VARIANT, self.whole_of_both(x, y));
        }
        if let Some(name) = in_pinyin(x, y) {
            return Outcome::rare(IN_PINYIN, self.whole(name));
        }
        let (short, long) = if x.len() < y.len() { (x, y) } else { (y, x) };
        let dotted = if x.len() < y.len() { b.dot } else { a.dot };
        // 阿卜杜拉·买买提 written as 阿卜杜拉: the father's name was left out; or the third part was.
        let has_dot = dotted > 1 && (usize::from(dotted) == short.len() || a.dot == b.dot);
        // 扎西顿珠 is called 扎西; 欧阳 is the surname of many.
        let is_called = || {
            let name: String = long.iter().collect();
            (short.len(), long.len(), dotted) == (2, 4, 0) && surname(&name).chars().count() == 1
        };
        if long.starts_with(short) && (has_dot || is_called()) {
            return Outcome::rare(PART, self.whole(short));
        }
        // 欧阳子轩 without the surname.
        if long.len() == short.len() + 2 && short.len() > 1 && long.ends_with(short) {
            let name: String = long.iter().collect();
            if surname(&name).chars().count() == 2 {
                return Outcome::rare(DROPPED, self.whole(short));
            }
        }
        if is_split(short, long) {
            return Outcome::rare(LOOK_ALIKE, self.whole(short));
        }
        if long.len() == short.len() + 1 {
            let same = short
                .iter()
                .zip(long)
                .take_while(|(a, b)| is_variant(**a, **b))
                .count();
            let rest = short[same..].iter().zip(&long[same + 1..]);
            if rest.into_iter().all(|(&a, &b)| is_variant(a, b)) {
                return match short {
                    [] => Outcome::level(DIFFERENT),
                    [left] if left.is_ascii() => Outcome::level(DIFFERENT),
                    // 张 for 张䶮 could be any of that surname.
                    [left] => Outcome::rare(ONE_LEFT, self.rarity(1 - same, *left).min(LEFT_CAP)),
                    _ => Outcome::rare(DROPPED, self.whole(short)),
                };
            }
        }
        Outcome::level(DIFFERENT)
    }

    /// How two names agree of which one is masked at least: in what both show.
    fn of_masked(&self, x: &[char], y: &[char]) -> Outcome {
        let (mut rarity, mut is_one) = (0, x.len() == y.len());
        for (at, (&a, &b)) in x.iter().zip(y).enumerate() {
            if a == b && a != '*' {
                rarity += self.rarity(at, a);
            }
            is_one &= a == b || a == '*' || b == '*';
        }
        if is_one {
            Outcome::rare(ILLEGIBLE, rarity.min(NAME_CAP))
        } else {
            Outcome::level(DIFFERENT)
        }
    }

    /// The rarity of a whole name. Letters follow from one another, so many of them are no rarer.
    pub(crate) fn whole(&self, characters: &[char]) -> Tenths {
        let cap = if characters.first().is_some_and(|&it| it < '\u{2E80}') {
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

    /// The rarity of what is one name in two forms: that of the commoner form, whichever row comes first.
    fn whole_of_both(&self, x: &[char], y: &[char]) -> Tenths {
        self.whole(x).min(self.whole(y))
    }

    fn of_one_length(&self, a: &Name, b: &Name) -> Outcome {
        let (x, y) = (a.characters(self), b.characters(self));
        let (one, other) = (a.forms(self), b.forms(self));
        if a.dot > 1 && b.dot > 1 {
            let (own, others) = (one.split_at(a.dot.into()), other.split_at(b.dot.into()));
            if own == (others.1, others.0) {
                return Outcome::rare(SWAPPED, self.whole_of_both(x, y));
            }
        }
        let forms = one.iter().zip(other);
        let mut found = Outcome::level(VARIANT);
        found.times = 0;
        let mut is_surname = false;
        for (at, (&a, &b)) in forms.enumerate() {
            if a == b || are_both_standard(a, b) {
                found.rarity += self.rarity(at, x[at]).min(self.rarity(at, y[at]));
                continue;
            }
            if is_exchange(x, y) || latin::is_turned(one, other) {
                return Outcome::rare(SWAPPED, self.whole_of_both(x, y));
            }
            found.level = found.level.max(character_level(a, b));
            found.times += 1;
            is_surname |= at == 0;
        }
        found.times = found.times.max(1);
        let wrong = usize::from(found.times);
        // With most of the characters wrong nothing is left of a name, but its sound.
        let too_many = found.level > HOMOPHONE && wrong * 2 > x.len();
        match found.level {
            _ if too_many => Outcome::level(DIFFERENT),
            OTHER_CHARACTER if wrong > 1 => Outcome::level(DIFFERENT),
            OTHER_CHARACTER if !is_surname => found,
            // Of two characters, one that is left is no given name.
            OTHER_CHARACTER if x.len() > 2 => Outcome {
                level: OTHER_SURNAME,
                ..found
            },
            OTHER_CHARACTER => Outcome::level(DIFFERENT),
            _ => found,
        }
    }
}

/// How the names of two pupils agree, former names included: that says more than how alike the names are.
pub(crate) fn compare_with_former(people: &People<'_>, a: u32, b: u32) -> Outcome {
    let names = people.spelt();
    let (x, y) = (people.name(a), people.name(b));
    let found = names.compare(x, y);
    if matches!(found.level, EQUAL | VARIANT) {
        return found;
    }
    let is_former = |&(name, former): &(u32, u32)| {
        former != 0 && name != 0 && names.spelling(name) == names.spelling(former)
    };
    let pairs = [(x, people.former_name(b)), (y, people.former_name(a))];
    let rarity = |(name, _)| names.whole(names.characters(name));
    let rarest = pairs.into_iter().filter(is_former).map(rarity).max();
    let in_remark = |one: u32, other: u32| {
        names.get(people.name(one)).has_remark
            && former_in_remark(people.name_key(one)) == Some(people.name_key(other))
    };
    let rarest = rarest
        .or_else(|| in_remark(a, b).then(|| rarity((y, x))))
        .or_else(|| in_remark(b, a).then(|| rarity((x, y))));
    rarest.map_or(found, |rarity| Outcome::rare(FORMER, rarity))
}

/// The former name that a remark behind a name says: 张三(曾用名:张珊).
fn former_in_remark(key: &str) -> Option<&str> {
    let remark = key.split_once('(')?.1.strip_suffix(')')?;
    let former = remark
        .strip_prefix("曾用名")
        .or_else(|| remark.strip_prefix("原名"))?;
    Some(former.strip_prefix(':').unwrap_or(former)).filter(|it| !it.is_empty())
}

/// Whether a level is that of one name written in two ways.
pub(crate) fn is_spelling(level: u8) -> bool {
    (VARIANT..=ILLEGIBLE).contains(&level) || level == ONE_LEFT
}

/// The Chinese one of two names, where the other writes it in pinyin.
fn in_pinyin<'n>(x: &'n [char], y: &'n [char]) -> Option<&'n [char]> {
    let of = |letters: &[char], name: &'n [char]| writes(letters, name).then_some(name);
    let starts_with_letter = |it: &[char]| it.first().is_some_and(|&it| it < '\u{250}');
    match (starts_with_letter(x), starts_with_letter(y)) {
        (true, false) => of(x, y),
        (false, true) => of(y, x),
        _ => None,
    }
}

/// Whether two neighbouring characters are exchanged and nothing else differs.
fn is_exchange(x: &[char], y: &[char]) -> bool {
    let mut differing = (0..x.len()).filter(|&at| x[at] != y[at]);
    match (differing.next(), differing.next(), differing.next()) {
        (Some(a), Some(b), None) => b == a + 1 && x[a] == y[b] && x[b] == y[a],
        _ => false,
    }
}
