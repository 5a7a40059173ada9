//! Rows that say neither a birth date nor a number, as in the list of a class: what is left is the family.
//!
//! Such a row is held against those of its telephone. Brothers and sisters have that and the guardian in common too, so
//! only a name that sounds or looks alike or lacks a character is worth a look, of one sex and, as far as the rows tell,
//! of one class.

use roster_model::Column;
use roster_values::text::tidy_code;

use super::families::joined_key;
use super::pupils::Pupils;
use crate::compare::names;
use crate::linkage::{Family, Levels, Root};
use crate::people::People;
use crate::people::person::Person;
use crate::people::witness::{Kind, for_each_witness, shares, witnesses};

/// The levels of two names that may be one.
const ALIKE: Levels = Levels::of(&[names::HOMOPHONE, names::LOOK_ALIKE, names::DROPPED]);

/// Whether a row has a name and neither a birth date nor a number.
pub(super) fn is_bare(found: &Person) -> bool {
    found.name != 0 && found.number == 0 && found.legible_birth() == 0
}

/// The rows of one telephone.
pub(super) fn root<'p, 's>() -> Root<Pupils<'p, 's>> {
    Root {
        name: "telephone",
        keys: Box::new(|pupils, persons, give| {
            if !pupils.has_bare {
                return;
            }
            pupils.each(persons, |at, person, found| {
                if pupils.has_name(person, found) && found.sex() != 0 {
                    for_each_witness(pupils.people, person, Kind::Phone, |phone, _| {
                        give(at, phone.hash);
                    });
                }
            });
        }),
        families: vec![Family {
            name: "sound, or name but for a character, and sex",
            keys: Box::new(|pupils, persons, give| {
                pupils.each_name(persons, |at, found, name| {
                    let sex = u32::from(found.sex());
                    give(at, joined_key(name.sound, sex));
                    let names = pupils.people.spelt();
                    names.keys_but_one(name, |key| give(at, joined_key(key, sex)));
                });
            }),
            split: None,
            is_covered: false,
            near: Some(Box::new(|pupils, a, b| may_be_one(pupils.people, a, b))),
        }],
    }
}

fn may_be_one(people: &People<'_>, a: u32, b: u32) -> bool {
    let family = |person| witnesses(people, person, 2);
    let have_family = || {
        let (a, b) = (family(a), family(b));
        let share = |kind| shares(&a, &b, kind) == Some(true);
        share(Kind::Phone) && share(Kind::Guardian)
    };
    (is_bare(&people.person(a)) || is_bare(&people.person(b)))
        && ALIKE.contains(names::compare_with_former(people, a, b).level)
        && are_of_one_class(people, a, b)
        && have_family()
}

/// Whether nothing says that the two are of two grades or classes.
fn are_of_one_class(people: &People<'_>, a: u32, b: u32) -> bool {
    let may_agree = |column| {
        let (one, other) = (people.text(a, column), people.text(b, column));
        one.is_empty() || other.is_empty() || tidy_code(one) == tidy_code(other)
    };
    let years = people.year(a).zip(people.year(b));
    years.is_none_or(|(a, b)| a == b)
        && may_agree(Column::ClassCode)
        && may_agree(Column::ClassName)
}
