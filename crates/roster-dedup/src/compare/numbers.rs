//! The identity numbers of two pupils.
//!
//! The check digit catches every single wrong digit and every exchange of neighbours, so of two numbers
//! that are one slip apart, one at least is wrong. Two right numbers that differ are two pupils, however
//! near they are: twins and neighbours in the register are.

use roster_model::Agreement;
use roster_values::text::tidy_code;

use super::documents::{documents, is_document};
use super::level;
use crate::compare::edits::{is_exchange, slips};
use crate::linkage::{Level, Levels, Outcome, Tenths, log2_ratio};
use crate::people::keys::{Document, MASK, known_digits, without_end, written_key};
use crate::people::person::Person;

pub(crate) const EQUAL: u8 = 0;
pub(crate) const EQUAL_FIFTEEN: u8 = 1;
pub(crate) const ONE_EDIT: u8 = 2;
pub(crate) const SWAPPED: u8 = 3;
pub(crate) const ONE_EDIT_AT_END: u8 = 4;
pub(crate) const SWAPPED_AT_END: u8 = 5;
pub(crate) const TWO_EDITS: u8 = 6;
pub(crate) const TWO_EDITS_AT_END: u8 = 7;
pub(crate) const NEIGHBOURS: u8 = 8;
pub(crate) const HEAD: u8 = 9;
pub(crate) const DIFFERENT: u8 = 10;
pub(crate) const DIFFERENT_AND_WRONG: u8 = 11;
pub(crate) const MISSING: u8 = 12;
pub(crate) const UNREADABLE: u8 = 13;
pub(crate) const SAME_DOCUMENT: u8 = 14;
pub(crate) const OTHER_DOCUMENT: u8 = 15;
pub(crate) const ANOTHER_KIND: u8 = 16;
pub(crate) const NEXT_DOCUMENT: u8 = 17;

/// At the end are the sequence and the check digit: pupils of one area and birth date share the rest.
pub(crate) const LEVELS: [Level; 18] = [
    level(Agreement::Equal, 280),
    level(Agreement::Equal, 270),
    level(Agreement::OneEdit, 189),
    level(Agreement::Swapped, 189),
    level(Agreement::OneEdit, 80),
    level(Agreement::Swapped, 80),
    level(Agreement::Partial, 60),
    level(Agreement::Partial, 20),
    level(Agreement::Partial, 30),
    level(Agreement::Partial, 20),
    level(Agreement::Different, -60),
    level(Agreement::Different, -80),
    level(Agreement::Missing, 0),
    level(Agreement::Missing, 0),
    level(Agreement::Equal, 200),
    level(Agreement::Different, -60),
    level(Agreement::Different, -40),
    level(Agreement::OneEdit, 80),
];

/// The levels of equal numbers.
pub(crate) const SAME: Levels = Levels::of(&[EQUAL, EQUAL_FIFTEEN]);

/// The levels that the numbers of twins can be at, one of which may be wrong besides. What a spreadsheet
/// leaves of a number is the area, the birth date and one digit, and twins have those in common.
pub(crate) const OF_TWINS: Levels = Levels::of(&[TWO_EDITS_AT_END, NEIGHBOURS, HEAD]);

/// The levels at which the area is the same and no other field counts that.
const AT_END: Levels = Levels::of(&[ONE_EDIT_AT_END, SWAPPED_AT_END, TWO_EDITS_AT_END]);

/// The levels of numbers that one slip or two made different, and of equal ones.
pub(crate) const SLIPS: Levels = Levels::of(&[
    EQUAL,
    EQUAL_FIFTEEN,
    ONE_EDIT,
    SWAPPED,
    ONE_EDIT_AT_END,
    SWAPPED_AT_END,
    TWO_EDITS,
    TWO_EDITS_AT_END,
    HEAD,
]);

/// What an equal birth date in two numbers weighs.
const DATE: Tenths = 90;

/// How common the areas in front of the numbers of a run are.
#[derive(Debug, Default)]
pub(crate) struct Areas {
    /// Each area with how many have it, ascending.
    counts: Vec<(u32, u32)>,
    all: u32,
}

impl Areas {
    pub(crate) fn new(numbers: impl Iterator<Item = u64>) -> Self {
        let known = numbers.filter(|&it| it != 0);
        let mut areas: Vec<u32> = known.map(area).collect();
        roster_order::sort_many_small(&mut areas);
        let runs = areas.chunk_by(|a, b| a == b);
        let counts = runs.map(|run| (run[0], run.len() as u32)).collect();
        Areas {
            counts,
            all: areas.len() as u32,
        }
    }

    /// In tenths of a bit, at most six bits.
    fn rarity(&self, area: u32) -> Tenths {
        let found = self.counts.binary_search_by_key(&area, |it| it.0);
        let count = found.map_or(1, |at| self.counts[at].1);
        log2_ratio(u64::from(self.all), u64::from(count)).clamp(0, 60)
    }
}

/// The first six digits.
fn area(packed: u64) -> u32 {
    (packed / 11 / 100_000_000_000) as u32
}

/// How two numbers agree; `known` reads the texts of the cells where a number is not a readable one.
pub(crate) fn compare<'t>(
    x: Person,
    y: Person,
    areas: &Areas,
    known: impl Fn() -> (&'t str, &'t str),
) -> Outcome {
    if x.number != 0 && y.number != 0 {
        return whole(x, y, areas);
    }
    // Texts are read for those pairs alone that they tell something of.
    let level = match (x.document(), y.document()) {
        (Document::Unreadable, _) | (_, Document::Unreadable) => {
            let (one, other) = known();
            let written = written_key(one);
            if x.number == y.number && written != 0 && written == written_key(other) {
                EQUAL
            } else if let Some(found) = masked(one, other, areas) {
                return found;
            } else {
                let (one, other) = (known_digits(one), known_digits(other));
                let level = in_pieces(&one, &other);
                if level == HEAD {
                    return head(x, y, &one, areas);
                }
                level
            }
        }
        (Document::Other, Document::Other) => {
            let (one, other) = known();
            documents(one, other)
        }
        (Document::Other, _) if y.has_valid_number() && is_document(known().0) => ANOTHER_KIND,
        (_, Document::Other) if x.has_valid_number() && is_document(known().1) => ANOTHER_KIND,
        _ => MISSING,
    };
    Outcome::level(level)
}

/// Fewer digits that two numbers have in common tell nothing.
const SHOWN_MIN: usize = 8;
/// What so many digits at the end weigh.
const SHOWN_AT_END: [Tenths; 4] = [0, 20, 40, 60];

/// What is shown of two numbers of which one is masked at least, in front of the mask and behind it; none where
/// neither is.
fn masked(one: &str, other: &str, areas: &Areas) -> Option<Outcome> {
    if !one.contains(['*', '＊']) && !other.contains(['*', '＊']) {
        return None;
    }
    let (one, other) = (tidy_code(one), tidy_code(other));
    let is_masked = |text: &str| text.contains(MASK);
    if !is_masked(&one) && !is_masked(&other) {
        return None;
    }
    let is_told = |text: &str| is_masked(text) || text.len() == 18;
    if !is_told(&one) || !is_told(&other) {
        return Some(Outcome::level(UNREADABLE));
    }
    let front = |text: &'_ str| text.find('*').unwrap_or(text.len());
    let end = |text: &'_ str| text.rfind('*').map_or(text.len(), |at| text.len() - at - 1);
    let (front, end) = (front(&one).min(front(&other)), end(&one).min(end(&other)));
    let ends = |text: &'_ str| text.as_bytes()[text.len() - end..].to_ascii_uppercase();
    let is_same =
        one.as_bytes()[..front] == other.as_bytes()[..front] && ends(&one) == ends(&other);
    if !is_same {
        return Some(Outcome::level(DIFFERENT_AND_WRONG));
    }
    if front + end < SHOWN_MIN {
        return Some(Outcome::level(UNREADABLE));
    }
    let area = one.get(..6).and_then(|it| it.parse().ok());
    let area = area.map_or(0, |it| areas.rarity(it));
    let end = SHOWN_AT_END[end.min(SHOWN_AT_END.len() - 1)];
    Some(Outcome::rare(HEAD, area + end))
}

/// Whether the digits that are shown of two numbers, of which one is masked at least, are not of one number.
pub(crate) fn contradict(one: &str, other: &str) -> bool {
    let found = masked(one, other, &Areas::default());
    found.is_some_and(|it| it.level == DIFFERENT_AND_WRONG)
}

fn whole(x: Person, y: Person, areas: &Areas) -> Outcome {
    let level = level_of_whole(x, y);
    if AT_END.contains(level) {
        return Outcome::rare(level, areas.rarity(area(x.number)));
    }
    Outcome::level(level)
}

fn level_of_whole(x: Person, y: Person) -> u8 {
    if x.number == y.number {
        return if x.has_fifteen_digits() == y.has_fifteen_digits() {
            EQUAL
        } else {
            EQUAL_FIFTEEN
        };
    }
    // The three digits of the sequence, and the check digit.
    let at_end = without_end(x.number) == without_end(y.number);
    if x.has_valid_number() && y.has_valid_number() {
        return if at_end { NEIGHBOURS } else { DIFFERENT };
    }
    match slips(x.number, y.number) {
        Some(1) => match (is_exchange(x.number, y.number), at_end) {
            (true, true) => SWAPPED_AT_END,
            (true, false) => SWAPPED,
            (false, true) => ONE_EDIT_AT_END,
            (false, false) => ONE_EDIT,
        },
        Some(_) if at_end => TWO_EDITS_AT_END,
        Some(_) => TWO_EDITS,
        None => DIFFERENT_AND_WRONG,
    }
}

/// The digits that a number in pieces has of the other: a digit of the sequence, the area, and the birth date, which
/// is counted here only where the rows do not say it themselves.
fn head(x: Person, y: Person, digits: &str, areas: &Areas) -> Outcome {
    let area = digits.get(..6).and_then(|it| it.parse().ok());
    let area = area.map_or(0, |it| areas.rarity(it));
    let date = if x.legible_birth() == y.legible_birth() && x.legible_birth() != 0 {
        0
    } else {
        DATE
    };
    Outcome::rare(HEAD, area + date)
}

/// One of them was cut by a spreadsheet, or lacks a digit or has one too many.
fn in_pieces(one: &str, other: &str) -> u8 {
    let (short, long) = if one.len() < other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let same = short
        .bytes()
        .zip(long.bytes())
        .take_while(|(a, b)| a == b)
        .count();
    if same == short.len() && same >= 12 {
        // With the whole sequence it is the number, but for its last digit.
        return if same < 17 { HEAD } else { ONE_EDIT };
    }
    // Without its century and the check digit it is the number, too.
    let has_no_century = short.len() == 15 && long.len() == 18;
    if has_no_century && short[..6] == long[..6] && short[6..] == long[8..17] {
        return ONE_EDIT;
    }
    let one_more = long.len() == short.len() + 1 && short.len() >= 15;
    if one_more && short.as_bytes()[same..] == long.as_bytes()[same + 1..] {
        return if same < 14 { ONE_EDIT } else { ONE_EDIT_AT_END };
    }
    // Of digits that are nearly all there, and are others, a pupil has no more than a slip or two wrong.
    if short.len() >= 15 {
        return DIFFERENT_AND_WRONG;
    }
    UNREADABLE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_level_stands_at_its_index() {
        for (level, agreement, weight) in [
            (EQUAL_FIFTEEN, Agreement::Equal, 270),
            (ONE_EDIT, Agreement::OneEdit, 189),
            (SWAPPED, Agreement::Swapped, 189),
            (ONE_EDIT_AT_END, Agreement::OneEdit, 80),
            (SWAPPED_AT_END, Agreement::Swapped, 80),
            (TWO_EDITS, Agreement::Partial, 60),
            (NEIGHBOURS, Agreement::Partial, 30),
            (HEAD, Agreement::Partial, 20),
            (DIFFERENT_AND_WRONG, Agreement::Different, -80),
            (UNREADABLE, Agreement::Missing, 0),
            (SAME_DOCUMENT, Agreement::Equal, 200),
            (ANOTHER_KIND, Agreement::Different, -40),
            (NEXT_DOCUMENT, Agreement::OneEdit, 80),
        ] {
            let found = LEVELS[usize::from(level)];
            assert_eq!(
                (found.agreement, found.weight),
                (agreement, weight),
                "{level}"
            );
        }
    }

    #[test]
    fn a_number_in_pieces_still_tells() {
        for (one, other, level) in [
            ("1.10101201509E+17", "110101201509010016", HEAD),
            (
                &format!("{}000", "110101201509010"),
                "110101201509010016",
                HEAD,
            ),
            ("1101012015090100", "110101201509010016", HEAD),
            ("11010120150901001", "110101201509010016", ONE_EDIT),
            ("11010120150910016", "110101201509010016", ONE_EDIT),
            ("1101012015090100166", "110101201509010016", ONE_EDIT),
            ("11O1O1201509010016", "110101201509010016", ONE_EDIT),
            ("110101150901001", "110101201509010016", ONE_EDIT),
            ("110101201509010", "110101201509010016", HEAD),
            ("1.1E+17", "110101201509010016", UNREADABLE),
            ("1.10101201409E+17", "110101201509010016", UNREADABLE),
            ("", "110101201509010016", UNREADABLE),
        ] {
            let known = || (one, other);
            let number = |packed, document| {
                let mut person = Person::default();
                person.set_number(packed, document, false);
                person
            };
            let found = compare(
                number(0, Document::Unreadable),
                number(7, Document::Resident),
                &Areas::default(),
                known,
            );
            assert_eq!(found.level, level, "{one} {other}");
        }
    }
}
