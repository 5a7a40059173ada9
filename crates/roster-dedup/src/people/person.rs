//! What a run keeps of one pupil, in sixteen bytes: they are read in no order, millions of times, and a
//! pupil should come from memory in one piece.

use crate::people::keys::{Document, birth_in_number, sex_in_number};

/// Bits that a birth date up to 99991231 needs; above them are the marks.
const BIRTH_BITS: u32 = 27;
const BIRTH: u32 = (1 << BIRTH_BITS) - 1;
const SEX: u32 = 3 << BIRTH_BITS;
/// A mark: the number is valid. With no number: another document stands there. With `UNREADABLE`:
/// `marked_birth` holds what is legible of the birth date in it.
const VALID: u32 = 1 << 29;
const FIFTEEN: u32 = 1 << 30;
/// A mark: no number is readable. With a number: it is somebody else's.
const UNREADABLE: u32 = 1 << 31;

/// The keys of a pupil.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Person {
    /// The packed resident number; zero without one.
    pub(crate) number: u64,
    /// Equal for equal names; zero for a blank one.
    pub(crate) name: u32,
    marked_birth: u32,
}

impl Person {
    /// The birth date of the column alone; zero where it says none.
    pub(crate) fn own_birth(self) -> u32 {
        if self.is_read_off() {
            return 0;
        }
        self.marked_birth & BIRTH
    }

    /// Whether the birth date is what is legible of a number that is not readable.
    fn is_read_off(self) -> bool {
        self.number == 0 && self.marked_birth & (UNREADABLE | VALID) == UNREADABLE | VALID
    }

    /// The birth date of the column, else that of the number, else zero; of a wrong number it is as it stands there,
    /// perhaps no day at all, and that of somebody else's is none.
    pub(crate) fn legible_birth(self) -> u32 {
        match self.marked_birth & BIRTH {
            0 if self.marked_birth & UNREADABLE == 0 => birth_in_number(self.number),
            birth => birth,
        }
    }

    /// The sex of the column alone; zero where it says none.
    pub(crate) fn own_sex(self) -> u8 {
        ((self.marked_birth & SEX) >> BIRTH_BITS) as u8
    }

    /// Whether the number is believable by itself.
    pub(crate) fn has_valid_number(self) -> bool {
        self.number != 0 && self.marked_birth & VALID != 0
    }

    pub(crate) fn has_fifteen_digits(self) -> bool {
        self.marked_birth & FIFTEEN != 0
    }

    pub(crate) fn document(self) -> Document {
        match self.marked_birth & (UNREADABLE | VALID) {
            _ if self.number != 0 => Document::Resident,
            0 => Document::Absent,
            VALID => Document::Other,
            _ => Document::Unreadable,
        }
    }

    /// The birth date inside a valid number, else zero.
    pub(crate) fn birth_in_number(self) -> u32 {
        if self.has_valid_number() {
            birth_in_number(self.number)
        } else {
            0
        }
    }

    /// The birth date of the column, else that of a valid number, else zero.
    pub(crate) fn birth(self) -> u32 {
        match self.own_birth() {
            0 => self.birth_in_number(),
            own => own,
        }
    }

    /// The sex of the column, else that of a valid number, else zero.
    pub(crate) fn sex(self) -> u8 {
        match self.own_sex() {
            0 if self.has_valid_number() => sex_in_number(self.number),
            own => own,
        }
    }

    /// The number is valid, and neither the birth date nor the sex of the row contradicts it.
    pub(crate) fn is_consistent(self) -> bool {
        let (birth, sex) = (self.own_birth(), self.own_sex());
        self.has_valid_number()
            && (birth == 0 || birth == birth_in_number(self.number))
            && (sex == 0 || sex == sex_in_number(self.number))
    }

    pub(crate) fn set_birth_and_sex(&mut self, birth: u32, sex: u8) {
        let marks = self.marked_birth & !(BIRTH | SEX);
        self.marked_birth = marks | (birth & BIRTH) | (u32::from(sex) << BIRTH_BITS & SEX);
    }

    pub(crate) fn set_number(&mut self, number: u64, document: Document, valid: bool) {
        self.number = number;
        self.mark(UNREADABLE, document == Document::Unreadable);
        self.mark(
            VALID,
            if number == 0 {
                document == Document::Other
            } else {
                valid
            },
        );
    }

    /// The number is right, and somebody else's.
    pub(crate) fn set_number_of_another(&mut self) {
        self.mark(UNREADABLE, true);
        self.mark(VALID, false);
    }

    /// What is legible of the birth date in a number that is not readable, where the column says none.
    pub(crate) fn set_read_off(&mut self, birth: u32) {
        let has_own = self.marked_birth & BIRTH != 0;
        if birth != 0 && !has_own && self.document() == Document::Unreadable {
            self.marked_birth |= (birth & BIRTH) | VALID;
        }
    }

    pub(crate) fn set_fifteen_digits(&mut self, fifteen: bool) {
        self.mark(FIFTEEN, fifteen);
    }

    fn mark(&mut self, mark: u32, set: bool) {
        if set {
            self.marked_birth |= mark;
        } else {
            self.marked_birth &= !mark;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pupil_keeps_each_thing_apart() {
        let mut person = Person::default();
        assert_eq!(size_of::<Person>(), 16);
        person.set_birth_and_sex(99_991_231, 2);
        assert_eq!((person.own_birth(), person.own_sex()), (99_991_231, 2));
        assert_eq!(person.document(), Document::Absent);
        person.set_number(0, Document::Unreadable, false);
        assert_eq!(person.document(), Document::Unreadable);
        person.set_fifteen_digits(true);
        person.set_number(7, Document::Resident, true);
        assert!(person.has_valid_number() && person.has_fifteen_digits());
        assert_eq!(person.document(), Document::Resident);
        person.set_birth_and_sex(0, 1);
        assert_eq!((person.own_birth(), person.own_sex()), (0, 1));
        person.set_number(0, Document::Unreadable, true);
        assert!(!person.has_valid_number() && person.has_fifteen_digits());
        let (mut legible, mut own) = (person, person);
        own.set_birth_and_sex(20_150_901, 1);
        for it in [&mut legible, &mut own] {
            it.set_number(0, Document::Unreadable, false);
            it.set_read_off(20_151_009);
            assert_eq!(it.document(), Document::Unreadable);
        }
        assert_eq!((legible.own_birth(), legible.birth()), (0, 0));
        assert_eq!((legible.legible_birth(), legible.sex()), (20_151_009, 1));
        assert_eq!(
            (own.own_birth(), own.legible_birth()),
            (20_150_901, 20_150_901)
        );
        let mut another = Person::default();
        another.set_number(7, Document::Resident, true);
        another.set_number_of_another();
        assert_eq!(
            (another.number, another.document()),
            (7, Document::Resident)
        );
        assert_eq!((another.legible_birth(), another.birth()), (0, 0));
        assert!(!another.has_valid_number());
        for document in [Document::Absent, Document::Other, Document::Unreadable] {
            person.set_number(0, document, true);
            assert_eq!(person.document(), document);
            assert!(!person.has_valid_number() && !person.is_consistent());
        }
    }
}
