//! What the 学籍号 of a row says about an identity number.
//!
//! A regular one is `G` and the identity number that the pupil had when the national system gave it, after
//! comparing it with the register of the police. So a number in it is a second witness: whose 学籍号 has
//! the number is likelier its owner. Numbers may be changed later, so a different one proves nothing, and
//! `L` and `J` numbers are made up. Read from the sheet when a number is doubted, which is for few rows.

use roster_model::Column;
use roster_values::student_number::{StudentNumber, read_student_number};

use crate::people::People;
use crate::people::keys::{birth_in_number, may_be_somebodys, sex_in_number};

/// The number in the 学籍号 of a row, beside that of the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Second {
    /// It has the number of the row.
    Same,
    /// It has another number, with which birth date and sex of the row agree.
    Another,
    /// It has none that is right in itself, or one that is at odds with the row as well.
    Silent,
}

impl Second {
    /// What is added where the number of a row is in doubt.
    pub(crate) fn words(self) -> (&'static str, &'static str) {
        match self {
            Second::Same => (
                "本行学籍号中也是这个号码。",
                "The 学籍号 of this row has the same number. ",
            ),
            Second::Another => (
                "本行学籍号中的号码与出生日期、性别相符，请先核对那个号码。",
                "The number in the 学籍号 of this row goes with its birth date and sex: check that one \
             first. ",
            ),
            Second::Silent => ("", ""),
        }
    }
}

/// What the 学籍号 of a row says.
pub(crate) fn second(people: &People<'_>, person: u32) -> Second {
    let Some(number) = in_student_number(people, person) else {
        return Second::Silent;
    };
    let (birth, sex) = (people.own_birth(person), people.own_sex(person));
    let agrees = (birth == 0 || birth == birth_in_number(number))
        && (sex == 0 || sex == sex_in_number(number));
    // Where the row says nothing of all that, nothing goes with anything.
    let is_told = birth != 0 || sex != 0 || people.number(person) != 0;
    if number == people.number(person) {
        Second::Same
    } else if agrees && is_told {
        Second::Another
    } else {
        Second::Silent
    }
}

/// What the 学籍号 of several rows of one pupil say: one that has the number is enough.
pub(crate) fn second_of_any(people: &People<'_>, rows: &[u32]) -> Second {
    let all = rows.iter().map(|&row| second(people, row));
    all.min().unwrap_or(Second::Silent)
}

/// The number in the 学籍号 of a row, where it is right in itself.
pub(crate) fn in_student_number(people: &People<'_>, person: u32) -> Option<u64> {
    let text = people.text(person, Column::StudentNumber);
    let StudentNumber::G(id) = read_student_number(text) else {
        return None;
    };
    may_be_somebodys(&id, people.today()).then(|| id.packed())
}
