//! Whom two rows may be of that are not of one pupil and share much all the same: twins, brothers and sisters,
//! children who were entered in the register one after the other.

use roster_values::name::{DOT, surname};

use super::evidence::Words;
use crate::compare::{births, names, numbers};
use crate::linkage::{Comparison, Levels};
use crate::near::number_speaks;
use crate::near::pupils::{BIRTH, NAME, NUMBER};
use crate::people::People;
use crate::people::witness::{agree, witnesses};

/// The levels of two names that one family may give.
const OF_FAMILY: Levels = Levels::of(&[
    names::HOMOPHONE,
    names::LOOK_ALIKE,
    names::NEAR_HOMOPHONE,
    names::RATHER_ALIKE,
    names::SWAPPED,
    names::OTHER_CHARACTER,
    names::DIFFERENT,
]);

/// A child is born so many months after another.
const MONTHS_MIN: u32 = 9;

/// What the birth dates of two children of one family say.
pub(super) fn of_family(people: &People<'_>, found: &Comparison, a: u32, b: u32) -> Option<Words> {
    let level = |field: usize| found.outcomes[field].level;
    let words = match level(BIRTH) {
        births::DIFFERENT => {
            let apart = months(people, a).abs_diff(months(people, b));
            (apart > MONTHS_MIN).then_some((
                "出生日期相差九个月以上，而联系电话、监护人或住址相同，像是兄弟姐妹",
                "birth dates more than nine months apart; with a telephone, guardian or address in common they may \
                 be brothers and sisters",
            ))?
        }
        // Twins with one number are told as such.
        _ if numbers::SAME.contains(level(NUMBER)) || number_speaks(found) => return None,
        births::EQUAL => (
            "出生日期相同，联系电话、监护人或住址也相同，也可能是双胞胎",
            "same birth date; with a telephone, guardian or address in common they may be twins",
        ),
        births::MISSING => (
            "缺少出生日期，无法比较；联系电话、监护人或住址相同，也可能是双胞胎",
            "a birth date is missing; with a telephone, guardian or address in common they may be twins",
        ),
        _ => return None,
    };
    let is_family = OF_FAMILY.contains(level(NAME))
        && have_names_of_family(people.name_key(a), people.name_key(b))
        && agree(&witnesses(people, a, 2), &witnesses(people, b, 2)) == Some(true);
    is_family.then_some(words)
}

fn months(people: &People<'_>, person: u32) -> u32 {
    let birth = people.birth(person);
    birth / 10_000 * 12 + birth / 100 % 100
}

/// Whether two keys of names have the name of the family in common or a character of their own names, which are two.
fn have_names_of_family(one: &str, other: &str) -> bool {
    let (one, other) = (parts(one), parts(other));
    one.1 != other.1 && (one.0 == other.0 || one.1.contains(|it| other.1.contains(it)))
}

/// The name of the family and the own one; behind a dot stands the father's.
fn parts(key: &str) -> (&str, &str) {
    key.split_once(DOT).map_or_else(
        || key.split_at(surname(key).len()),
        |(own, of_father)| (of_father, own),
    )
}

/// Whether two right numbers of one region and birth date are next to one another: each sex has every second one.
pub(super) fn are_next(people: &People<'_>, a: u32, b: u32) -> bool {
    let sequence = |person| people.number(person) / 11 % 1000;
    sequence(a).abs_diff(sequence(b)) <= 2
}
