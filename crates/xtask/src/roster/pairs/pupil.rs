//! A pupil's row, how a pupil is drawn, and how the same pupil is entered a second time by somebody
//! else: the identity is one, and what stands around it seldom is.

use std::collections::HashSet;

use super::confusions::Confusions;
use super::names::Names;
use crate::roster::number;
use crate::roster::person::{Person, draw_birth, fitting_year};
use crate::roster::places::{CURRENT, Place};
use crate::roster::rng::Rng;

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pupil {
    pub(super) school: usize,
    pub(super) grade: u32,
    pub(super) name: String,
    pub(super) former_name: String,
    pub(super) male: bool,
    /// YYYYMMDD.
    pub(super) birth: u32,
    pub(super) id_number: String,
    pub(super) student_number: String,
    pub(super) address: String,
    pub(super) phone: String,
    pub(super) guardian: String,
    /// The county of the number.
    pub(super) origin: u32,
}

/// A school and where it is.
#[derive(Debug)]
pub(super) struct School {
    pub(super) code: String,
    pub(super) place: &'static Place,
}

/// Draws rows and remembers which numbers are given away.
#[derive(Debug)]
pub(super) struct Draw {
    pub(super) rng: Rng,
    pub(super) names: Names,
    pub(super) confusions: Confusions,
    pub(super) schools: Vec<School>,
    numbers: HashSet<String>,
}

impl Draw {
    pub(super) fn new(seed: u64, schools: usize) -> Self {
        let mut rng = Rng::new(seed ^ 0x0526_0002);
        let mut codes = HashSet::new();
        let mut drawn = Vec::new();
        while drawn.len() < schools.max(2) {
            let place = &CURRENT[rng.below(CURRENT.len())];
            let code = format!("31{}{:06}", place.code / 10_000, rng.between(1, 9_999));
            if codes.insert(code.clone()) {
                drawn.push(School { code, place });
            }
        }
        Self {
            rng,
            names: Names::new(),
            confusions: Confusions::new(),
            schools: drawn,
            numbers: HashSet::new(),
        }
    }

    /// A pupil with a number.
    pub(super) fn pupil(&mut self) -> Pupil {
        let male = self.rng.percent(52);
        let name = self.names.name(&mut self.rng, male);
        self.named(name, male)
    }

    pub(super) fn named(&mut self, name: String, male: bool) -> Pupil {
        let rng = &mut self.rng;
        let school = rng.below(self.schools.len());
        let home = self.schools[school].place;
        let grade = rng.between(1, 9);
        let birth = draw_birth(rng, grade);
        let origin = if rng.percent(80) {
            home
        } else {
            &CURRENT[rng.below(CURRENT.len())]
        };
        let guardian = self.names.name(rng, true);
        let mut pupil = Pupil {
            school,
            grade,
            name,
            former_name: String::new(),
            male,
            birth,
            id_number: String::new(),
            student_number: String::new(),
            address: Person::draw_address(rng, home),
            phone: Person::draw_phone(rng, home),
            guardian,
            origin: origin.code,
        };
        pupil.id_number = self.number(origin.code, birth, male);
        pupil.student_number = format!("G{}", pupil.id_number);
        pupil
    }

    /// A valid number that nobody has.
    pub(super) fn number(&mut self, region: u32, birth: u32, male: bool) -> String {
        loop {
            let number = number::resident(&mut self.rng, region, birth, male);
            if self.numbers.insert(number.clone()) {
                return number;
            }
        }
    }

    /// The valid number a few places after another in the register, if nobody has it.
    pub(super) fn number_after(&mut self, first: &Pupil, step: u32) -> Option<String> {
        let sequence: u32 = first.id_number.get(14..17)?.parse().ok()?;
        let next = number::numbered(first.origin, first.birth, (sequence + step) % 1000);
        let is_usable = sequence + step < 1000 && !next.ends_with("000");
        (is_usable && self.numbers.insert(next.clone())).then_some(next)
    }

    /// A birth date of the same grade that is another day and another month.
    pub(super) fn another_birth(&mut self, than: u32, grade: u32) -> u32 {
        loop {
            let birth = draw_birth(&mut self.rng, grade);
            if birth % 100 != than % 100 && birth / 100 % 100 != than / 100 % 100 {
                return birth;
            }
        }
    }

    /// The same pupil as somebody else enters it: often at another school, with another number of
    /// the parents, the address in other words. One of telephone and guardian is always the same.
    pub(super) fn entered_again(&mut self, first: &Pupil) -> Pupil {
        let mut again = first.clone();
        let rng = &mut self.rng;
        if rng.percent(35) {
            again.school = rng.below(self.schools.len());
        }
        let home = self.schools[first.school].place;
        match rng.below(100) {
            0..60 => {}
            60..85 => {
                again.address = first
                    .address
                    .replace(home.province, "")
                    .replace(home.city, "");
            }
            _ => again.address = Person::draw_address(rng, home),
        }
        match rng.below(100) {
            0..75 => {}
            75..88 => again.phone = Person::draw_phone(rng, home),
            _ => again.guardian = self.names.name(rng, false),
        }
        again.student_number = if rng.percent(40) {
            String::new()
        } else {
            self.temporary(first.birth)
        };
        again
    }

    /// A number that a school gives before the register is asked.
    pub(super) fn temporary(&mut self, birth: u32) -> String {
        let region = CURRENT[self.rng.below(CURRENT.len())].code;
        let head = format!("{region}{birth}{:03}", self.rng.below(1000));
        let right = number::check(&head);
        let last = (0..10)
            .map(|it| char::from(b'0' + it))
            .find(|it| *it != right);
        format!("L{head}{}", last.unwrap_or('0'))
    }

    /// Somebody of another family in the same grade; name, sex, date and number are drawn as well.
    pub(super) fn stranger(&mut self, first: &Pupil) -> Pupil {
        let mut other = self.pupil();
        other.grade = first.grade;
        if self.rng.percent(60) {
            other.school = first.school;
        }
        self.set_identity(&mut other, first.male, first.birth);
        other
    }

    /// Gives a pupil a sex and a birth date, and the number that follows.
    pub(super) fn set_identity(&mut self, pupil: &mut Pupil, male: bool, birth: u32) {
        pupil.male = male;
        pupil.birth = birth;
        pupil.id_number = self.number(pupil.origin, birth, male);
        pupil.student_number = format!("G{}", pupil.id_number);
    }

    /// A birth date two grades away, with the grade.
    pub(super) fn of_other_grade(&mut self, grade: u32) -> (u32, u32) {
        let other = if grade > 2 { grade - 2 } else { grade + 2 };
        let month = self.rng.between(1, 12);
        let day = self.rng.between(1, 28);
        (
            other,
            fitting_year(other, month * 100) * 10_000 + month * 100 + day,
        )
    }
}
