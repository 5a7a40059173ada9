//! What pupils are to the linkage engine: their fields and what brings two of them together.
//!
//! All of it is data: the levels and weights stand with the comparisons in `compare`, the key families
//! here. A pupil who is written twice differs from himself in little: the name by a character, the birth
//! date by a part, the number by a digit. Each family leaves one of these open and holds on to the rest.

use roster_standard::Column;

use crate::compare::{births, names, numbers, sexes, witnesses};
use crate::edits::slips;
use crate::keys::unpack;
use crate::linkage::{Family, Field, Level, Outcome, Schema, Tenths};
use crate::people::People;
use crate::witness::Kind;

/// The pupils of a run with what is needed to weigh two of them.
pub(crate) struct Pupils<'p, 's> {
    pub(crate) people: &'p People<'s>,
    births: births::Rarity,
    areas: numbers::Areas,
    counts: witnesses::Counts,
    /// Pupils for whom another row of the run speaks: their names bring nobody together.
    silent: Vec<bool>,
}

/// Indexes of the fields.
pub(crate) const NUMBER: usize = 0;
pub(crate) const NAME: usize = 1;
pub(crate) const BIRTH: usize = 2;
pub(crate) const SEX: usize = 3;

/// The columns that the fields stand for, in their order.
pub(crate) const COLUMNS: [Column; 7] = [
    Column::IdNumber,
    Column::Name,
    Column::BirthDate,
    Column::Sex,
    Column::Phone,
    Column::Member1Name,
    Column::Address,
];

/// The kinds of witnesses, in the order of their fields, which come last.
pub(crate) const KINDS: [Kind; 3] = Kind::ALL;

impl<'p, 's> Pupils<'p, 's> {
    /// `silent` has a place for every pupil.
    pub(crate) fn new(people: &'p People<'s>, silent: Vec<bool>) -> Self {
        Pupils {
            people,
            births: births::Rarity::new(people.births()),
            areas: numbers::Areas::new(people.numbers()),
            counts: witnesses::Counts::new(people.sheet_count()),
            silent,
        }
    }

    fn birth(&self, a: u32, b: u32) -> Outcome {
        let of = |person| births::Births {
            said: self.people.birth(person),
            in_number: self.people.birth_in_number(person),
        };
        let rarity = |it: births::Births| self.births.get(it.said);
        let (x, y) = (of(a), of(b));
        births::compare(x, y, rarity(x).min(rarity(y)))
    }

    fn number(&self, a: u32, b: u32) -> Outcome {
        let people = self.people;
        numbers::compare(
            people.compared_number(a),
            people.compared_number(b),
            &self.areas,
            || (people.number_text(a), people.number_text(b)),
        )
    }

    /// Gives every birth date that the row of a pupil has.
    fn births_of(&self, person: u32, mut give: impl FnMut(u32)) {
        let (said, in_number) = (
            self.people.birth(person),
            self.people.birth_in_number(person),
        );
        if said != 0 {
            give(said);
        }
        if in_number != 0 && in_number != said {
            give(in_number);
        }
    }

    /// Gives every name of a pupil for whom nobody else speaks.
    fn names_of(&self, person: u32, mut give: impl FnMut(u32)) {
        if self.silent[person as usize] {
            return;
        }
        let (name, former) = (self.people.name(person), self.people.former_name(person));
        if name != 0 {
            give(name);
        }
        if former != 0 && former != name {
            give(former);
        }
    }
}

/// The fields and families of pupils.
pub(crate) fn schema<'p, 's>() -> Schema<Pupils<'p, 's>> {
    let mut fields = vec![
        field(
            "number",
            (&numbers::LEVELS, 280),
            None,
            |pupils: &Pupils<'_, '_>, a, b| pupils.number(a, b),
        ),
        field(
            "name",
            (&names::LEVELS, 220),
            None,
            |pupils: &Pupils<'_, '_>, a, b| names::compare_with_former(pupils.people, a, b),
        ),
        field(
            "birth",
            (&births::LEVELS, 130),
            Some((NUMBER, numbers::SAME)),
            |pupils: &Pupils<'_, '_>, a, b| pupils.birth(a, b),
        ),
        field(
            "sex",
            (&sexes::LEVELS, 10),
            Some((NUMBER, numbers::SAME)),
            |pupils: &Pupils<'_, '_>, a, b| {
                sexes::compare(pupils.people.sex(a), pupils.people.sex(b))
            },
        ),
    ];
    for (name, kind) in ["phone", "guardian", "address"].into_iter().zip(KINDS) {
        // Brothers and sisters share their witnesses: between two names they say nothing.
        let told_by = Some((NAME, 1 << names::DIFFERENT | 1 << names::OTHER_CHARACTER));
        let compare = move |pupils: &Pupils<'_, '_>, a, b| {
            witnesses::compare(pupils.people, &pupils.counts, kind, a, b)
        };
        let mut field = field(
            name,
            (&witnesses::LEVELS, witnesses::MOST),
            told_by,
            compare,
        );
        field.kin = Some(0);
        fields.push(field);
    }
    Schema {
        fields,
        families: families(),
    }
}

fn field<'p, 's>(
    name: &'static str,
    (levels, most): (&[Level], Tenths),
    told_by: Option<(usize, u32)>,
    compare: impl Fn(&Pupils<'p, 's>, u32, u32) -> Outcome + Send + Sync + 'static,
) -> Field<Pupils<'p, 's>> {
    Field {
        name,
        levels: levels.to_vec(),
        compare: Box::new(compare),
        told_by,
        kin: None,
        most,
    }
}

fn families<'p, 's>() -> Vec<Family<Pupils<'p, 's>>> {
    let year = |date: u32| date / 10_000;
    let month = |date: u32| date / 100 % 100;
    let day = |date: u32| date % 100;
    vec![
        named("name and birth date", |pupils, name, date, _, give| {
            give(fold(pupils.people.spelt().spelling(name), date));
        }),
        named("sound and birth date", |pupils, name, date, _, give| {
            give(fold(pupils.people.spelt().sound(name), date));
        }),
        named(
            "name but for a character, birth date and sex",
            |pupils, name, date, sex, give| {
                pupils
                    .people
                    .spelt()
                    .keys_but_one(name, |key| give(fold(key, date * 4 + sex)));
            },
        ),
        named(
            "name, sex, year, day and month either way",
            move |pupils, name, date, sex, give| {
                let (low, high) = (day(date).min(month(date)), day(date).max(month(date)));
                let key = ((year(date) * 100 + low) * 100 + high) * 4 + sex;
                give(fold(pupils.people.spelt().spelling(name), key));
            },
        ),
        named(
            "name, sex, year and month",
            move |pupils, name, date, sex, give| {
                give(fold(
                    pupils.people.spelt().spelling(name),
                    date / 100 * 4 + sex,
                ));
            },
        ),
        named(
            "name, sex, year and day",
            move |pupils, name, date, sex, give| {
                let key = (year(date) * 100 + day(date)) * 4 + sex;
                give(fold(pupils.people.spelt().spelling(name), key));
            },
        ),
        named(
            "name, sex, month and day",
            move |pupils, name, date, sex, give| {
                give(fold(
                    pupils.people.spelt().spelling(name),
                    date % 10_000 * 4 + sex,
                ));
            },
        ),
        named(
            "sound, sex, year, day and month either way",
            move |pupils, name, date, sex, give| {
                let (low, high) = (day(date).min(month(date)), day(date).max(month(date)));
                let key = ((year(date) * 100 + low) * 100 + high) * 4 + sex;
                give(fold(pupils.people.spelt().sound(name), key));
            },
        ),
        numbered("area and birth date of the number", |digits| &digits[..14]),
        numbered("birth date and end of the number", |digits| &digits[6..]),
    ]
}

/// A family of keys made of a name, a birth date and the sex.
fn named<'p, 's>(
    name: &'static str,
    key: impl Fn(&Pupils<'p, 's>, u32, u32, u32, &mut dyn FnMut(u64)) + Send + Sync + 'static,
) -> Family<Pupils<'p, 's>> {
    Family {
        name,
        keys: Box::new(move |pupils, person, give| {
            let sex = u32::from(pupils.people.sex(person));
            pupils.names_of(person, |name| {
                pupils.births_of(person, |date| key(pupils, name, date, sex, give));
            });
        }),
        split: Some(Box::new(|pupils, person| {
            let people = pupils.people;
            people.school(person) << 2 | u64::from(people.sex(person))
        })),
        near: None,
    }
}

/// A family of keys made of some digits of the number; one that was cut has those in front.
fn numbered<'p, 's>(
    name: &'static str,
    part: impl Fn(&[u8; 18]) -> &[u8] + Send + Sync + 'static,
) -> Family<Pupils<'p, 's>> {
    Family {
        name,
        keys: Box::new(move |pupils, person, give| {
            let packed = pupils.people.number(person);
            if packed != 0 {
                let digits = unpack(packed);
                let part = part(&digits).iter();
                give(part.fold(1, |key, &digit| key * 11 + u64::from(digit)));
            }
        }),
        split: Some(Box::new(|pupils, person| {
            pupils.people.spelt().spelling(pupils.people.name(person))
        })),
        // A town has many births a day: only numbers that are a slip or two apart are worth a look, and
        // two right ones never are.
        near: Some(Box::new(|pupils, a, b| {
            let people = pupils.people;
            let both_right = people.has_valid_number(a) && people.has_valid_number(b);
            !both_right && slips(people.number(a), people.number(b)).is_some()
        })),
    }
}

fn fold(key: u64, more: u32) -> u64 {
    (key ^ u64::from(more))
        .wrapping_mul(0x9E37_79B9_7F4A_7C15)
        .rotate_left(29)
        ^ u64::from(more)
}
