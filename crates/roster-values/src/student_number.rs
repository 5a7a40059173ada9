//! The pupil's number (学籍号): `G`, `L` or `J` and 18 characters built like an identity number.
//!
//! Shape only. An `L` number need not have a right check digit, and a `G` number may differ from the
//! pupil's present identity number, so neither is asked here.

use crate::id_number::ResidentId;
use crate::text::{is_placeholder, tidy_code};

/// What the text of a pupil's number cell means.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum StudentNumber {
    /// Nothing visible.
    Blank,
    /// A word or sign for "nothing".
    Placeholder,
    /// `G`: the regular number, made of the identity number at the time.
    G(ResidentId),
    /// `L`: the temporary number given at first registration.
    L(ResidentId),
    /// `J`: the number of a pupil without a usable identity number.
    J(ResidentId),
    /// None of these shapes.
    Malformed(StudentNumberFault),
}

/// Why a pupil's number has the wrong shape.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum StudentNumberFault {
    /// 18 characters of an identity number without the letter in front.
    NoLetter(ResidentId),
    /// 19 characters, the first of which is not G, L or J.
    WrongLetter {
        /// The first character.
        character: char,
    },
    /// Not 19 characters.
    WrongLength {
        /// How many there are; 255 for more.
        length: u8,
    },
    /// 19 characters with a right letter, and one that is out of place.
    WrongCharacter {
        /// Its position, from 1.
        position: u8,
        /// The character.
        character: char,
    },
}

impl StudentNumber {
    /// The letter, where the shape is right.
    pub const fn letter(self) -> Option<char> {
        match self {
            Self::G(_) => Some('G'),
            Self::L(_) => Some('L'),
            Self::J(_) => Some('J'),
            Self::Blank | Self::Placeholder | Self::Malformed(_) => None,
        }
    }

    /// The 18 characters after the letter, where the shape is right.
    pub const fn tail(self) -> Option<ResidentId> {
        match self {
            Self::G(id) | Self::L(id) | Self::J(id) => Some(id),
            Self::Blank | Self::Placeholder | Self::Malformed(_) => None,
        }
    }
}

/// Reads the text of a pupil's number cell. Lower case, full width, white space and invisible
/// characters do not matter.
pub fn read_student_number(text: &str) -> StudentNumber {
    let tidy = tidy_code(text);
    let mut characters = tidy.chars();
    let Some(first) = characters.next().map(|c| c.to_ascii_uppercase()) else {
        return StudentNumber::Blank;
    };
    let rest = characters.as_str();
    match (first, ResidentId::parse(rest)) {
        ('G', Some(id)) => StudentNumber::G(id),
        ('L', Some(id)) => StudentNumber::L(id),
        ('J', Some(id)) => StudentNumber::J(id),
        _ if is_placeholder(&tidy) => StudentNumber::Placeholder,
        _ => StudentNumber::Malformed(fault(&tidy, first, rest)),
    }
}

fn fault(tidy: &str, first: char, rest: &str) -> StudentNumberFault {
    if let Some(id) = ResidentId::parse(tidy) {
        return StudentNumberFault::NoLetter(id);
    }
    let length = tidy.chars().count();
    if length != 19 {
        return StudentNumberFault::WrongLength {
            length: u8::try_from(length).unwrap_or(u8::MAX),
        };
    }
    if !matches!(first, 'G' | 'L' | 'J') {
        return StudentNumberFault::WrongLetter { character: first };
    }
    let fits = |at: usize, c: char| c.is_ascii_digit() || at == 17 && matches!(c, 'X' | 'x');
    match rest.chars().enumerate().find(|&(at, c)| !fits(at, c)) {
        Some((at, character)) => StudentNumberFault::WrongCharacter {
            position: at as u8 + 2,
            character,
        },
        // 19 characters with a right letter and nothing out of place would have been read.
        None => StudentNumberFault::WrongLetter { character: first },
    }
}
