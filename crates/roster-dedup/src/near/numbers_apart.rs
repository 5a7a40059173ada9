//! Pairs whose numbers are both right and nearly the same: nothing but a person can tell them from one pupil.

use roster_model::Column;
use roster_values::text::tidy_code;

use super::LIKELY;
use crate::compare::edits::slips;
use crate::linkage::Weighed;
use crate::near::pupils::Pupils;
use crate::people::People;
use crate::people::keys::without_birth_and_check;
use crate::people::witness::{agree, witnesses as witnesses_of};

/// A row is compared with at most this many namesakes.
const NAMESAKES_COMPARED_MAX: usize = 32;
/// A sheet with more rows than this is no class.
const CLASS_ROWS_MAX: u32 = 100;

/// Whether two namesakes share a telephone, a guardian or an address; where nothing of the kind can be compared,
/// whether they are of one class, in which hardly ever two have one name and nearly one number.
fn may_be_one(people: &People<'_>, a: u32, b: u32) -> bool {
    let agree = agree(&witnesses_of(people, a, 2), &witnesses_of(people, b, 2));
    agree.unwrap_or_else(|| {
        let class = |it: u32| tidy_code(people.text(it, Column::ClassName));
        let [one, other] = [a, b].map(|it| people.place(it).0);
        let is_class = people.sheet(one).row_count() <= CLASS_ROWS_MAX;
        one == other
            && people.year(a) == people.year(b)
            && class(a) == class(b)
            && (is_class || !class(a).is_empty())
    })
}

/// Pairs of one name whose numbers are right, go with their rows and are a slip of the birth date and the check
/// digit apart, and who may be one by what else is known: for somebody to look at.
pub(super) fn with_near_numbers(pupils: &Pupils<'_, '_>) -> Vec<Weighed> {
    let people = pupils.people;
    let named = || {
        let all = (0..people.len()).filter(|&it| people.is_consistent(it));
        let all = all.filter(|&it| people.name(it) != 0 && !pupils.is_silent(it));
        all.map(|it| {
            let place = without_birth_and_check(people.number(it));
            let key = u64::from(people.name(it)) << 32 | place << 2 | u64::from(people.sex(it));
            (key, it)
        })
    };
    let sorted = roster_order::repeated(people.len(), named);
    let mut found = Vec::new();
    for named in sorted.chunk_by(|a, b| a.0 == b.0) {
        let mut near: Vec<(u64, u32)> =
            named.iter().map(|it| (people.number(it.1), it.1)).collect();
        roster_order::sort_many_pairs(&mut near);
        for (at, &(number, one)) in near.iter().enumerate() {
            // Where everybody has the name, the neighbours in the order of the numbers.
            for &(other_number, other) in near[at + 1..].iter().take(NAMESAKES_COMPARED_MAX) {
                let (a, b) = (one.min(other), one.max(other));
                if number != other_number
                    && slips(number, other_number).is_some()
                    && people.birth(a) != people.birth(b)
                    && !(people.is_archived(a) && people.is_archived(b))
                    && may_be_one(people, a, b)
                    && !people.are_told_apart(a, b)
                {
                    let weight = LIKELY - 1;
                    found.push(Weighed { a, b, weight });
                }
            }
        }
    }
    found
}
