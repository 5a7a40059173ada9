//! Pupils who stand twice in a roster, by the cases a clerk has to tell apart, and decoys: twins,
//! namesakes and siblings, who look alike and are not.
//! Deliberately builds rows only; which rows of the sheet they become is known after the classes are made.

use super::columns as col;
use super::draw::Draw;
use super::number;
use super::person::{Person, School};
use super::places::CURRENT;
use super::rng::Rng;

/// What should be proposed for one member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Role {
    /// Before the roster is imported.
    pub(super) handling: &'static str,
    /// When the rows are in the system already.
    pub(super) after_import: &'static str,
    /// Rules that speak on this row besides.
    pub(super) implied: &'static [&'static str],
}

/// A case: two members.
#[derive(Debug)]
pub(super) struct Case {
    pub(super) name: &'static str,
    /// The rule of the group; none for decoys.
    pub(super) rule: Option<&'static str>,
    /// How sure it is that the receiving system objects.
    pub(super) verdict: &'static str,
    pub(super) roles: [Role; 2],
    /// Columns without which the case cannot be seen.
    pub(super) needs: &'static [usize],
}

const fn role(
    handling: &'static str,
    after_import: &'static str,
    implied: &'static [&'static str],
) -> Role {
    Role {
        handling,
        after_import,
        implied,
    }
}

const fn case(
    name: &'static str,
    rule: Option<&'static str>,
    verdict: &'static str,
    roles: [Role; 2],
    needs: &'static [usize],
) -> Case {
    Case {
        name,
        rule,
        verdict,
        roles,
        needs,
    }
}

const REVIEW: Role = role("review", "review", &[]);
/// Nothing but name, sex and birth date in common: two pupils, and the system flags them all the same.
const PROVE: Role = role("corroborate", "corroborate", &[]);
const KEEP: Role = role("keep", "corroborate", &[]);
const CONTRADICTS: &[&str] = &["R1005", "R1006"];
const NOTHING: [Role; 2] = [role("keep", "keep", &[]); 2];

/// The cases, those with the letters of the procedure first.
#[rustfmt::skip]
pub(super) static CASES: &[Case] = &[
    case("A", Some("R7001"), "certain", [KEEP, role("delete", "delete", &[])], &[]),
    case("C", Some("R7002"), "certain", [KEEP, role("change", "change", &[])], &[]),
    case("D", Some("R7002"), "certain", [REVIEW, REVIEW], &[]),
    case("E", Some("R7002"), "certain", [role("change", "change", &[]); 2], &[]),
    case("F", Some("R7005"), "likely", [REVIEW, REVIEW], &[]),
    case("G", Some("R7004"), "certain", [PROVE, role("corroborate", "corroborate", &["R1024", "R6009"])], &[col::ID_TYPE]),
    case("H", Some("R7002"), "certain", [KEEP, role("change", "change", CONTRADICTS)], &[]),
    case("student-number", Some("R7008"), "certain", [REVIEW, REVIEW], &[col::STUDENT_NUMBER]),
    case("I", Some("R7007"), "certain", [REVIEW, REVIEW], &[]),
];

/// Look-alikes that must raise nothing above a hint.
#[rustfmt::skip]
pub(super) static DECOYS: &[Case] = &[
    case("twins", None, "none", NOTHING, &[]),
    case("namesakes", None, "none", NOTHING, &[]),
    case("siblings", None, "none", NOTHING, &[]),
];

/// Makes the second member of a case beside `first`, which may be changed too.
pub(super) fn second(
    case: &Case,
    first: &mut Person,
    draw: &mut Draw,
    school: &School,
    rng: &mut Rng,
) -> Person {
    let mut other = draw.resident(rng, school, first.grade);
    let own_number = Person::draw_l_number(rng, school, other.birth);
    match case.name {
        "A" => return first.clone(),
        "C" => {
            if other.birth == first.birth {
                other.birth = another_birth(rng, first.grade, &[first.birth]);
            }
            other.id_number.clone_from(&first.id_number);
            other.student_number = own_number;
        }
        "D" => {
            other.male = first.male;
            other.birth = first.birth;
            other.id_number.clone_from(&first.id_number);
            other.student_number = Person::draw_l_number(rng, school, first.birth);
        }
        "E" => {
            let origin = first.origin;
            let birth = another_birth(rng, first.grade, &[first.birth, other.birth]);
            first.id_number = draw.number(rng, origin, birth, first.male);
            other.id_number.clone_from(&first.id_number);
            first.student_number = Person::draw_l_number(rng, school, first.birth);
            other.student_number = own_number;
        }
        "F" => {
            become_namesake(&mut other, first);
            other.birth = first.birth;
            // Nothing in common would make them namesakes.
            other.phone.clone_from(&first.phone);
            other.origin = another_place(rng, first);
            other.id_number = draw.number(rng, other.origin, first.birth, first.male);
            other.student_number = format!("G{}", other.id_number);
        }
        "G" => {
            become_namesake(&mut other, first);
            other.birth = first.birth;
            other.id_type = "其他";
            other.id_number = String::new();
            // A parent of the same name would speak for one pupil.
            while [col::MEMBER1, col::MEMBER2]
                .into_iter()
                .any(|it| other.cell(it, school) == first.cell(it, school))
            {
                other.household = draw.household(rng);
            }
            other.student_number = Person::draw_j_number(rng, school, first.birth, first.male);
        }
        "H" => {
            other = first.clone();
            other.birth = another_birth(rng, first.grade, &[first.birth]);
            other.student_number = Person::draw_l_number(rng, school, other.birth);
        }
        "student-number" => {
            first.student_number = Person::draw_l_number(rng, school, first.birth);
            other.student_number.clone_from(&first.student_number);
        }
        // The other school's row: its own class and numbers, the same child.
        "I" => {
            other = first.clone();
            other.phone = Person::draw_phone(rng, other.home);
            other.student_number = Person::draw_l_number(rng, school, other.birth);
        }
        "twins" => become_twin(&mut other, first, rng),
        "namesakes" => {
            let birth = another_birth(rng, first.grade, &[first.birth]);
            become_namesake(&mut other, first);
            other.birth = birth;
            other.id_number = draw.number(rng, other.origin, birth, first.male);
            other.student_number = format!("G{}", other.id_number);
        }
        _ => become_sibling(&mut other, first, draw, school, rng),
    }
    other
}

fn become_namesake(other: &mut Person, first: &Person) {
    other.surname = first.surname;
    other.name.clone_from(&first.name);
    other.male = first.male;
}

/// The next number of the register for the sex, the same home, another given name.
fn become_twin(other: &mut Person, first: &Person, rng: &mut Rng) {
    share_home(other, first);
    other.birth = first.birth;
    other.origin = first.origin;
    let sequence: u32 = first
        .id_number
        .get(14..17)
        .and_then(|it| it.parse().ok())
        .unwrap_or(1);
    let step = if first.male == other.male { 2 } else { 1 };
    let step = if rng.percent(20) { step + 2 } else { step };
    let next = if sequence + step > 999 {
        sequence - step
    } else {
        sequence + step
    };
    other.id_number = number::numbered(first.origin.code, first.birth, next);
    other.student_number = format!("G{}", other.id_number);
}

/// Two grades apart where the school has them.
fn become_sibling(
    other: &mut Person,
    first: &Person,
    draw: &mut Draw,
    school: &School,
    rng: &mut Rng,
) {
    share_home(other, first);
    other.grade = if first.grade + 2 <= school.last_grade {
        first.grade + 2
    } else {
        first.grade - 2
    };
    other.birth = super::person::draw_birth(rng, other.grade);
    other.political_status = "群众";
    other.origin = first.home;
    other.id_number = draw.number(rng, other.origin, other.birth, other.male);
    other.student_number = format!("G{}", other.id_number);
}

fn share_home(other: &mut Person, first: &Person) {
    let given = other
        .name
        .strip_prefix(other.surname)
        .unwrap_or("")
        .to_owned();
    other.surname = first.surname;
    other.name = format!("{}{given}", first.surname);
    other.household = first.household;
    other.home = first.home;
    other.address.clone_from(&first.address);
    other.phone.clone_from(&first.phone);
    other.ethnic_group = first.ethnic_group;
}

/// A birth date of the grade that shares neither month nor day with the given ones.
fn another_birth(rng: &mut Rng, grade: u32, than: &[u32]) -> u32 {
    loop {
        let birth = super::person::draw_birth(rng, grade);
        let is_apart = |it: &u32| it % 100 != birth % 100 && it / 100 % 100 != birth / 100 % 100;
        if than.iter().all(is_apart) {
            return birth;
        }
    }
}

fn another_place(rng: &mut Rng, first: &Person) -> &'static super::places::Place {
    let start = rng.below(CURRENT.len());
    // Another province, so that the two numbers are far apart.
    let far = (0..CURRENT.len())
        .map(|step| &CURRENT[(start + step) % CURRENT.len()])
        .find(|it| it.code / 10_000 != first.origin.code / 10_000);
    far.unwrap_or(first.origin)
}
