//! Laying one fault on one row. What each kind of fault is stands in `kinds`.
//! Deliberately one wrong cell per fault, made so that the named rule alone is its root cause.

use super::columns as col;
use super::kinds;
use super::names::Names;
use super::person::{Cell, Person, School};
use super::rng::Rng;

/// A kind of fault.
pub(super) struct Kind {
    pub(super) name: &'static str,
    pub(super) rule: &'static str,
    pub(super) level: Level,
    /// The cells involved; the first is the one that is changed.
    pub(super) columns: &'static [usize],
    /// Rules that may speak on the same row as a consequence.
    pub(super) implied: &'static [&'static str],
    /// How many pupils one below the other have it; mostly one.
    pub(super) rows: usize,
    /// Prepares the pupil where the fault needs a special one, and returns the wrong cell.
    pub(super) make: fn(&mut Maker<'_>) -> Cell,
}

/// How heavy a finding is, in the words of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    Error,
    Warning,
    Info,
}

impl Level {
    pub(super) fn text(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// What a kind of fault may use.
pub(super) struct Maker<'a> {
    pub(super) person: &'a mut Person,
    pub(super) school: &'a School,
    pub(super) names: &'a Names,
    pub(super) rng: &'a mut Rng,
    /// What stands in the cell above, where the fault reaches over several rows.
    pub(super) above: Option<&'a str>,
}

/// One fault in one row.
pub(super) struct Fault {
    pub(super) kind: &'static Kind,
    /// The index in the file's list of pupils.
    pub(super) person: usize,
    pub(super) column: usize,
    pub(super) original: String,
    pub(super) written: Cell,
}

/// Lays `count` faults on pupils that have nothing special about them, every kind in turn.
pub(super) fn lay(
    people: &mut [Person],
    school: &School,
    names: &Names,
    columns: &[usize],
    count: usize,
    rng: &mut Rng,
) -> Vec<Fault> {
    let mut kinds: Vec<&'static Kind> = kinds::all()
        .filter(|kind| kind.columns.iter().all(|it| columns.contains(it)))
        .collect();
    let mut free: Vec<bool> = people.iter().map(|it| it.plain).collect();
    let mut rows: Vec<usize> = (0..people.len()).filter(|it| free[*it]).collect();
    rng.shuffle(&mut kinds);
    rng.shuffle(&mut rows);
    let mut faults: Vec<Fault> = Vec::new();
    // A kind that finds no place any more is passed over; a round without a fault is the last.
    let mut laid_before = usize::MAX;
    while laid_before != faults.len() {
        laid_before = faults.len();
        for kind in &kinds {
            let fits = |first: &&usize| {
                let last = **first + kind.rows;
                last <= free.len() && free[**first..last].iter().all(|it| *it)
            };
            if faults.len() + kind.rows > count {
                continue;
            }
            let Some(&first) = rows.iter().find(fits) else {
                continue;
            };
            let mut above: Option<String> = None;
            for row in first..first + kind.rows {
                free[row] = false;
                let mut maker = Maker {
                    person: &mut people[row],
                    school,
                    names,
                    rng: &mut *rng,
                    above: above.as_deref(),
                };
                let written = (kind.make)(&mut maker);
                above = Some(written.shown().to_owned());
                let column = kind.columns[0];
                faults.push(Fault {
                    kind,
                    person: row,
                    column,
                    original: people[row].cell(column, school).shown().to_owned(),
                    written,
                });
            }
        }
    }
    faults.sort_by_key(|it| it.person);
    faults
}

impl Maker<'_> {
    /// Gives the pupil a temporary number, so that a wrong resident's number contradicts nothing else.
    pub(super) fn detach_number(&mut self) -> String {
        self.person.student_number =
            Person::draw_l_number(self.rng, self.school, self.person.birth);
        self.person.id_number.clone()
    }

    /// As [`Maker::detach_number`], with a resident's number that ends in `last`.
    pub(super) fn detach_number_ending(&mut self, last: char) -> String {
        let person = &self.person;
        let (origin, birth, male) = (person.origin.code, person.birth, person.male);
        self.person.id_number = super::number::resident_ending(self.rng, origin, birth, male, last);
        self.detach_number()
    }

    /// Turns the pupil into one with another document, and the student number that goes with it.
    pub(super) fn set_document(
        &mut self,
        id_type: &'static str,
        number: String,
        hmt: &'static str,
    ) {
        self.person.id_type = id_type;
        self.person.id_number = number;
        self.person.hmt_status = hmt;
        self.person.student_number =
            Person::draw_j_number(self.rng, self.school, self.person.birth, self.person.male);
    }

    /// The clean text of a cell of this pupil.
    pub(super) fn clean(&self, column: usize) -> String {
        self.person.cell(column, self.school).shown().to_owned()
    }

    /// A new name whose last character is `last`.
    pub(super) fn name_ending(&mut self, last: char) -> String {
        let given = self.names.given(self.rng);
        let first: String = given.chars().take(1).collect();
        self.person.name = format!("{}{first}{last}", self.person.surname);
        self.person.name.clone()
    }

    /// A new name of a surname of one character and a given name of one.
    pub(super) fn short_name(&mut self) -> (&'static str, String) {
        let surname = self.rng.pick(&["王", "李", "赵", "孙", "周"]);
        let given: String = self.names.given(self.rng).chars().take(1).collect();
        self.person.surname = surname;
        self.person.name = format!("{surname}{given}");
        (surname, given)
    }

    pub(super) fn birth_parts(&self) -> (u32, u32, u32) {
        let birth = self.person.birth;
        (birth / 10_000, birth / 100 % 100, birth % 100)
    }
}

/// Columns of text without a table, for faults that fit any of them.
pub(super) const TEXT: usize = col::ADDRESS;
