//! What pupils are to the linkage engine: their fields and what brings two of them together.
//!
//! All of it is data: the levels and weights stand in `compare`, the key families in `families`.

use roster_model::{Column, RowSet};

use crate::compare::spelt::Name;
use crate::compare::{births, names, numbers, sexes, witnesses};
use crate::linkage::{Comparison, Field, Level, Levels, Outcome, Schema, Tenths};
use crate::near::bare::is_bare;
use crate::near::families::roots;
use crate::people::People;
use crate::people::person::Person;
use crate::people::witness::Kind;

/// The pupils of a run with what is needed to weigh two of them.
pub(crate) struct Pupils<'p, 's> {
    pub(crate) people: &'p People<'s>,
    births: births::Rarity,
    areas: numbers::Areas,
    /// Pupils for whom another row of the run speaks: their names bring nobody together.
    silent: RowSet,
    /// Pupils among `silent` who have the number of that row too.
    doubled: RowSet,
    /// Whether some row says neither a birth date nor a number.
    pub(super) has_bare: bool,
}

/// Pupils that are looked up together.
const PUPILS_PER_LOOKUP: usize = 32;

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
const FIRST_WITNESS: usize = SEX + 1;

/// The level at which two pupils agree in a kind of witness.
pub(crate) fn witness_level(found: &Comparison, kind: Kind) -> u8 {
    found.outcomes[FIRST_WITNESS + kind as usize].level
}

/// The levels at which two pupils agree in their witnesses, in the order of `KINDS`.
pub(crate) fn witness_levels(found: &Comparison) -> impl Iterator<Item = u8> {
    found.outcomes[FIRST_WITNESS..].iter().map(|it| it.level)
}

impl<'p, 's> Pupils<'p, 's> {
    pub(crate) fn new(people: &'p People<'s>, silent: RowSet, doubled: RowSet) -> Self {
        let persons = || people.persons().iter();
        Pupils {
            people,
            births: births::Rarity::new(persons().map(|it| it.legible_birth())),
            areas: numbers::Areas::new(persons().map(|it| it.number)),
            silent,
            doubled,
            has_bare: persons().any(is_bare),
        }
    }

    /// Whether another row of the run speaks for the pupil.
    pub(crate) fn is_silent(&self, person: u32) -> bool {
        self.silent.contains(person)
    }

    /// Whether another row of the run speaks for the pupil, and has the same number.
    pub(super) fn is_doubled(&self, person: u32) -> bool {
        self.doubled.contains(person)
    }

    fn birth(&self, a: u32, b: u32) -> Outcome {
        // One number of both rows is no witness for the date of the other.
        let is_one = self.people.number(a) == self.people.number(b);
        let of = |person| births::Births {
            said: self.people.legible_birth(person),
            in_number: if is_one {
                0
            } else {
                self.people.birth_in_number(person)
            },
        };
        let rarity = |it: births::Births| self.births.get(it.said);
        let (x, y) = (of(a), of(b));
        // A wrong digit in the date of a number, which is all there is of it, is counted with the number.
        let is_wrong = |person| self.people.birth(person) == 0;
        let differ = x.said != y.said && (is_wrong(a) || is_wrong(b));
        if differ && numbers::SLIPS.contains(self.number(a, b).level) {
            return Outcome::level(births::MISSING);
        }
        births::compare(x, y, rarity(x).min(rarity(y)))
    }

    fn number(&self, a: u32, b: u32) -> Outcome {
        let people = self.people;
        numbers::compare(people.person(a), people.person(b), &self.areas, || {
            (people.number_text(a), people.number_text(b))
        })
    }

    /// Tells some pupils, each with its place among them.
    pub(super) fn each(&self, persons: &[u32], mut tell: impl FnMut(usize, u32, Person)) {
        // Looked up a few at a time: memory is far away, and fetches several as quickly as one.
        let mut looked_up = [Person::default(); PUPILS_PER_LOOKUP];
        let mut at = 0;
        for some in persons.chunks(PUPILS_PER_LOOKUP) {
            for (place, &person) in looked_up.iter_mut().zip(some) {
                *place = self.people.person(person);
            }
            for (found, &person) in looked_up.iter().zip(some) {
                tell(at, person, *found);
                at += 1;
            }
        }
    }

    /// Whether the pupil has a name, and nobody else speaks for him.
    pub(super) fn has_name(&self, person: u32, found: Person) -> bool {
        (found.name != 0 || self.people.former_name(person) != 0) && !self.silent.contains(person)
    }

    /// Tells every name of some pupils for whom nobody else speaks, each with the place of the pupil.
    pub(super) fn each_name(&self, persons: &[u32], mut tell: impl FnMut(usize, Person, &Name)) {
        let names = self.people.spelt();
        let mut some = [(0, Person::default()); PUPILS_PER_LOOKUP];
        let mut count = 0;
        let mut tell_some = |some: &[(usize, Person)]| {
            // A look at each fetches them together, as above.
            let seen = some.iter().map(|(_, it)| names.get(it.name).sound);
            std::hint::black_box(seen.fold(0, u64::wrapping_add));
            for &(at, found) in some {
                tell(at, found, names.get(found.name));
            }
        };
        self.each(persons, |at, person, found| {
            if !self.has_name(person, found) {
                return;
            }
            let former = self.people.former_name(person);
            let other = if former == found.name { 0 } else { former };
            for name in [found.name, other].into_iter().filter(|&it| it != 0) {
                some[count] = (at, found);
                some[count].1.name = name;
                count += 1;
                if count == PUPILS_PER_LOOKUP {
                    tell_some(&some);
                    count = 0;
                }
            }
        });
        tell_some(&some[..count]);
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
            (&births::LEVELS, births::MOST),
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
        let told_by = Some((NAME, names::OF_SIBLINGS));
        let compare =
            move |pupils: &Pupils<'_, '_>, a, b| witnesses::compare(pupils.people, kind, a, b);
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
        roots: roots(),
    }
}

fn field<'p, 's>(
    name: &'static str,
    (levels, most): (&[Level], Tenths),
    told_by: Option<(usize, Levels)>,
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
