//! A column of identity numbers that a spreadsheet took for quantities: every number keeps fifteen digits.
//! Deliberately laid on all pupils at once; one damaged number by itself is a fault of `kinds`.

use super::columns as col;
use super::faults::{Fault, Kind};
use super::kinds::{COLUMN_DAMAGED, NUMBER_DAMAGED};
use super::number::check;
use super::person::Person;

/// Cuts every resident's number.
pub(super) fn lay(people: &[Person]) -> Vec<Fault> {
    let residents = people.iter().enumerate();
    let residents = residents.filter(|(_, it)| it.id_type == "居民身份证");
    residents.map(|(at, person)| cut(at, person)).collect()
}

fn cut(at: usize, person: &Person) -> Fault {
    let cut = format!("{}000", &person.id_number[..15]);
    // By chance the check still holds; then the column alone shows the damage.
    let kind: &Kind = if check(&cut[..17]) == '0' {
        &COLUMN_DAMAGED
    } else {
        &NUMBER_DAMAGED
    };
    Fault {
        kind,
        person: at,
        column: col::ID_NUMBER,
        original: person.id_number.clone(),
        written: cut.into(),
        seen_at: Vec::new(),
    }
}
