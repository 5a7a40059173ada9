//! Finds pairs with equal names of which the sex and a part of the birth date differ: two slips in one row.
//!
//! Little is left to bring them together, so telephone and guardian must both be the same, one row has no number, and
//! somebody has to look: no family has two children of one name.

use roster_model::RowSet;

use crate::compare::{births, sexes, witnesses};
use crate::linkage::Tenths;
use crate::people::People;
use crate::people::keys::{FEMALE, MALE};
use crate::people::person::Person;
use crate::people::witness::{Kind, shares, witnesses as witnesses_of};

/// The most that a pair weighs besides its name.
pub(super) const MOST: Tenths = sexes::LEVELS[sexes::DIFFERENT as usize].weight
    + witnesses::MOST
    + births::LEVELS[births::SWAPPED as usize].weight
    + births::MOST;

/// Tells such pairs of some rows of one name, a pair with an `open` one each; `rows` is filled again for every name.
pub(super) fn pairs(
    people: &People<'_>,
    of_name: &[(u64, u32)],
    open: &RowSet,
    rows: &mut Vec<(u32, Person)>,
    mut tell: impl FnMut(u32, u32),
) {
    rows.clear();
    rows.extend(of_name.iter().map(|it| (it.1, people.person(it.1))));
    let sexes = rows.iter().fold(0, |sexes, it| sexes | 1 << it.1.sex());
    if sexes & 0b110 != 0b110 {
        return;
    }
    for &(a, one) in rows.iter().filter(|it| open.contains(it.0)) {
        for &(b, other) in rows.iter() {
            // Of two open rows, the first keeps the pair.
            let is_mine = a < b || !open.contains(b);
            if differ_in_both(one, other) && is_mine && are_of_one_family(people, a, b) {
                tell(a.min(b), a.max(b));
            }
        }
    }
}

/// Whether sex and birth date of one name differ, the date by a slip, and no two numbers tell more.
fn differ_in_both(one: Person, other: Person) -> bool {
    let births = |it: Person| births::Births {
        said: it.birth(),
        in_number: 0,
    };
    let level = || births::compare(births(one), births(other), 0).level;
    one.name == other.name
        && one.sex() + other.sex() == MALE + FEMALE
        && one.sex() != 0
        && other.sex() != 0
        && (one.number == 0 || other.number == 0)
        && (births::SWAPPED..=births::YEAR).contains(&level())
}

fn are_of_one_family(people: &People<'_>, a: u32, b: u32) -> bool {
    let (a, b) = (witnesses_of(people, a, 2), witnesses_of(people, b, 2));
    let share = |kind| shares(&a, &b, kind) == Some(true);
    share(Kind::Phone) && share(Kind::Guardian)
}
