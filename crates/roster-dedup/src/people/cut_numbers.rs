//! Numbers that a spreadsheet cut and that look right all the same.
//!
//! One of eleven that end in 000 has a right check digit. It is none where another row says what it was: one name,
//! however it is written, one birth date and sex, and a right number that begins with the same fifteen digits.

use crate::compare::names::{EQUAL, compare_with_former, is_spelling};
use crate::people::People;
use crate::people::gather::ends_in_zeros;
use crate::people::person::Person;

/// Each is held against at most this many others.
const OTHERS_MAX: usize = 32;
/// Places of a table that tells most numbers at once that nothing was cut of them.
const PLACES: usize = 1 << 16;

/// The pupils whose numbers are such ones.
pub(crate) fn find(people: &People<'_>) -> Vec<u32> {
    let numbered = || (0..people.len()).zip(people.persons());
    let is_cut = |it: &(u32, &Person)| ends_in_zeros(it.1.number) && it.1.is_consistent();
    let mut cut: Vec<(u64, u32)> = numbered()
        .filter(is_cut)
        .map(|(at, it)| (fifteen(it.number), at))
        .collect();
    if cut.is_empty() {
        return Vec::new();
    }
    roster_order::sort_many_pairs(&mut cut);
    let mut table = vec![false; PLACES];
    for it in &cut {
        table[place(it.0)] = true;
    }
    let is_wanted = |it: &(u32, &Person)| {
        let first = fifteen(it.1.number);
        table[place(first)]
            && it.1.is_consistent()
            && !ends_in_zeros(it.1.number)
            && cut.binary_search_by_key(&first, |it| it.0).is_ok()
    };
    let whole = numbered().filter(is_wanted);
    let mut whole: Vec<(u64, u32)> = whole.map(|(at, it)| (fifteen(it.number), at)).collect();
    roster_order::sort_many_pairs(&mut whole);
    let is_told = |&(first, one): &(u64, u32)| {
        let start = whole.partition_point(|it| it.0 < first);
        let others = whole[start..].iter().take_while(|it| it.0 == first);
        let mut others = others.take(OTHERS_MAX);
        others.any(|&(_, other)| are_one(people, one, other))
    };
    cut.iter().filter(|it| is_told(it)).map(|it| it.1).collect()
}

/// The first fifteen digits of a packed number.
fn fifteen(packed: u64) -> u64 {
    packed / 1100
}

fn place(first: u64) -> usize {
    (first.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 48) as usize
}

fn are_one(people: &People<'_>, one: u32, other: u32) -> bool {
    let level = || compare_with_former(people, one, other).level;
    people.sex(one) == people.sex(other)
        && people.name(one) != 0
        && matches!(level(), it if it == EQUAL || is_spelling(it))
}
