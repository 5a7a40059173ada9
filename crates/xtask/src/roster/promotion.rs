//! Last year's list of the pupils who left grade six, some of whom are not in grade seven now.
//! Deliberately the same pupils as in the roster, since nothing else can show who is missing.

use super::Part;
use super::columns as col;
use super::draw::Draw;
use super::faults::Fault;
use super::kinds::LEAVER_MISSING;
use super::layout::Layout;
use super::person::{Person, School};
use super::rng::Rng;

/// The last grade of a primary school.
const LAST_GRADE: u32 = 6;

/// The list that belongs to a roster of grade seven, with so many pupils more.
pub(super) fn last_year(
    roster: &Part,
    missing: usize,
    columns: &[usize],
    draw: &mut Draw,
    rng: &mut Rng,
) -> Part {
    let school = School {
        code: roster.school.code.replacen('3', "2", 1),
        first_grade: LAST_GRADE,
        last_grade: LAST_GRADE,
        ..roster.school.clone()
    };
    let arrived = roster.people.iter().cloned().map(|it| (it, false));
    let mut people: Vec<(Person, bool)> = arrived.collect();
    for _ in 0..missing {
        // Of the age of the others, who are in grade seven by now.
        let person = draw.resident(rng, &roster.school, LAST_GRADE + 1);
        people.push((person, true));
    }
    rng.shuffle(&mut people);
    let is_missing: Vec<bool> = people.iter().map(|it| it.1).collect();
    let leaver = |(serial, (person, _)): (u32, (Person, bool))| Person {
        grade: LAST_GRADE,
        class: 1,
        serial,
        ..person
    };
    let people: Vec<Person> = (1..).zip(people).map(leaver).collect();
    let faults = (0..people.len()).filter(|it| is_missing[*it]);
    Part {
        stem: "last-year".to_owned(),
        faults: faults.map(|it| fault(it, &people[it])).collect(),
        layout: Layout::plain(columns, people.len()),
        people,
        school,
    }
}

fn fault(at: usize, person: &Person) -> Fault {
    Fault {
        kind: &LEAVER_MISSING,
        person: at,
        column: col::NAME,
        original: person.name.clone(),
        written: person.name.clone().into(),
        seen_at: Vec::new(),
    }
}
