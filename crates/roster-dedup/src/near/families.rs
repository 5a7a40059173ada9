//! What brings two pupils together: families of keys, grouped by the part they share (`Root`).
//!
//! A duplicate differs in one small thing: each family ignores one.

use crate::compare::edits::slips;
use crate::compare::spelt::{Name, Names};
use crate::linkage::{Family, Root};
use crate::near::bare;
use crate::near::pupils::Pupils;
use crate::people::keys::{
    FEMALE, MALE, birth_in_number, day, either_way, without_area, without_birth, without_end, year,
};
use crate::people::person::Person;

/// The roots of pupils.
pub(super) fn roots<'p, 's>() -> Vec<Root<Pupils<'p, 's>>> {
    vec![
        Root {
            name: "sound",
            keys: Box::new(|pupils, persons, give| {
                pupils.each_name(persons, |at, found, name| {
                    if found.legible_birth() != 0 {
                        give(at, name.sound);
                    }
                });
            }),
            families: of_one_sound(),
        },
        Root {
            name: "birth date and sex",
            keys: Box::new(|pupils, persons, give| {
                pupils.each(persons, |at, person, found| {
                    if pupils.has_name(person, found) {
                        births_of(found, |date| {
                            for sex in sexes_of(found) {
                                give(at, u64::from(date * 4 + sex));
                            }
                        });
                    }
                });
            }),
            families: vec![named(
                "name but for a character, birth date and sex",
                |names, name, date, sex, give| {
                    names.keys_but_one(name, |key| give(joined_key(key, date * 4 + sex)));
                },
            )],
        },
        Root {
            name: "birth date of the number",
            keys: Box::new(|pupils, persons, give| {
                pupils.each(persons, |at, _, found| {
                    if found.number != 0 {
                        give(at, u64::from(birth_in_number(found.number)));
                    }
                });
            }),
            families: vec![
                numbered("area and birth date of the number", without_end),
                numbered("birth date and end of the number", without_area),
            ],
        },
        Root {
            name: "area and end of the number",
            keys: Box::new(|pupils, persons, give| {
                pupils.each(persons, |at, _, found| {
                    // A pupil with a birth date of its own meets others by that.
                    if found.number != 0 && found.own_birth() == 0 {
                        give(at, without_birth(found.number));
                    }
                });
            }),
            families: vec![numbered("area and end of the number", without_birth)],
        },
        bare::root(),
    ]
}

/// The families whose keys have a name in them: names that are spelt alike sound alike.
fn of_one_sound<'p, 's>() -> Vec<Family<Pupils<'p, 's>>> {
    vec![
        named("sound and birth date", |_, name, date, _, give| {
            give(joined_key(name.sound, date));
        }),
        covered(named("name and birth date", |_, name, date, _, give| {
            give(joined_key(name.spelling, date));
        })),
        named(
            "sound, sex, year, day and month either way",
            |_, name, date, sex, give| {
                give(joined_key(name.sound, either_way(date) * 4 + sex));
            },
        ),
        covered(named(
            "name, sex, year, day and month either way",
            |_, name, date, sex, give| {
                give(joined_key(name.spelling, either_way(date) * 4 + sex));
            },
        )),
        named("sound, sex, year and month", |_, name, date, sex, give| {
            give(joined_key(name.sound, date / 100 * 4 + sex));
        }),
        named("sound, sex, year and day", |_, name, date, sex, give| {
            let key = (year(date) * 100 + day(date)) * 4 + sex;
            give(joined_key(name.sound, key));
        }),
        named("sound, sex, month and day", |_, name, date, sex, give| {
            give(joined_key(name.sound, date % 10_000 * 4 + sex));
        }),
    ]
}

/// What the family before it brings together too.
fn covered<R>(family: Family<R>) -> Family<R> {
    Family {
        is_covered: true,
        ..family
    }
}

/// A family of keys made of a name, a birth date and the sex.
fn named<'p, 's>(
    name: &'static str,
    key: fn(&Names, &Name, u32, u32, &mut dyn FnMut(u64)),
) -> Family<Pupils<'p, 's>> {
    Family {
        name,
        keys: Box::new(move |pupils, persons, give| {
            let names = pupils.people.spelt();
            pupils.each_name(persons, |at, found, name| {
                births_of(found, |date| {
                    for &sex in sexes_of(found) {
                        key(names, name, date, sex, &mut |key| give(at, key));
                    }
                });
            });
        }),
        split: Some(Box::new(|pupils, person| {
            let people = pupils.people;
            people.school(person) << 2 | u64::from(people.sex(person))
        })),
        is_covered: false,
        near: None,
    }
}

/// A family of keys made of some digits of the packed number; one that was cut has those in front.
fn numbered<'p, 's>(name: &'static str, part: fn(u64) -> u64) -> Family<Pupils<'p, 's>> {
    Family {
        name,
        keys: Box::new(move |pupils, persons, give| {
            pupils.each(persons, |at, _, found| {
                if found.number != 0 {
                    give(at, part(found.number));
                }
            });
        }),
        split: Some(Box::new(|pupils, person| {
            pupils.people.spelt().spelling(pupils.people.name(person))
        })),
        is_covered: false,
        // A town has many births a day: only numbers that are a slip or two apart are worth a look, and
        // two right ones never are.
        near: Some(Box::new(|pupils, a, b| {
            let people = pupils.people;
            let both_right = people.has_valid_number(a) && people.has_valid_number(b);
            let is_doubled = pupils.is_doubled(a) || pupils.is_doubled(b);
            !both_right && !is_doubled && slips(people.number(a), people.number(b)).is_some()
        })),
    }
}

/// Gives every birth date that the row of a pupil has.
fn births_of(found: Person, mut give: impl FnMut(u32)) {
    let (said, in_number) = (found.legible_birth(), found.birth_in_number());
    if said != 0 {
        give(said);
    }
    if in_number != 0 && in_number != said {
        give(in_number);
    }
}

/// Every sex that the pupil of a row may have: where it says none, both.
fn sexes_of(found: Person) -> &'static [u32] {
    const BOTH: [u32; 2] = [MALE as u32, FEMALE as u32];
    match found.sex() {
        0 => &BOTH,
        MALE => &BOTH[..1],
        _ => &BOTH[1..],
    }
}

/// A key and a further part in one number.
pub(super) fn joined_key(key: u64, more: u32) -> u64 {
    (key ^ u64::from(more))
        .wrapping_mul(0x9E37_79B9_7F4A_7C15)
        .rotate_left(29)
        ^ u64::from(more)
}
