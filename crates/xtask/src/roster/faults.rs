//! Laying one fault on one row. What each kind of fault is stands in `kinds`.
//! Deliberately one wrong cell per fault, made so that the named rule alone is its root cause.

use super::Story;
use super::columns as col;
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
    /// Columns without which alone it can be told.
    pub(super) without: &'static [usize],
    /// Rules that may speak on the same row as a consequence.
    pub(super) implied: &'static [&'static str],
    /// How many pupils one below the other have it; mostly one.
    pub(super) rows: usize,
    /// How many faultless pupils stand above and below them, so that nothing runs into another fault.
    pub(super) guard: usize,
    /// The schools it can be laid in.
    pub(super) only: Only,
    /// In which rows it may be told.
    pub(super) told: Told,
    /// Whether it brings another pupil in, who then gets no fault of their own.
    pub(super) with_another: bool,
    /// Whether a pupil can have it.
    pub(super) fits: fn(&Person) -> bool,
    /// Prepares the pupil where the fault needs a special one, and returns the wrong cell.
    pub(super) make: fn(&mut Maker<'_>) -> Cell,
}

/// Where a kind of fault can be laid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Only {
    Anywhere,
    OrdinarySchool,
    SpecialSchool,
    /// In a run of one school, since it needs a setting that speaks of it.
    OneSchool,
    /// Where pupils are to be registered, since it needs settings that others have not.
    NewPupils,
    /// Where a cell can be a number.
    Workbook,
}

/// The rows in which a fault may be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// Its own.
    Here,
    /// Any of the rows that have it.
    Block,
    /// Any of its class.
    Class,
    /// Any of its file, or its column as a whole.
    File,
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
    /// The clean cells of those rows, and which of them this is.
    pub(super) block: &'a [String],
    pub(super) turn: usize,
    /// Another pupil without a fault.
    pub(super) another: &'a Person,
    pub(super) class_size: u32,
}

/// One fault in one row.
pub(super) struct Fault {
    pub(super) kind: &'static Kind,
    /// The index in the file's list of pupils.
    pub(super) person: usize,
    pub(super) column: usize,
    pub(super) original: String,
    pub(super) written: Cell,
    /// The pupils in whose rows it may be told.
    pub(super) seen_at: Vec<usize>,
}

/// What faults are laid on.
pub(super) struct Ground<'a> {
    pub(super) people: &'a mut [Person],
    pub(super) school: &'a School,
    pub(super) names: &'a Names,
    pub(super) columns: &'a [usize],
}

/// Lays `count` faults on pupils that have nothing special about them, every kind in turn.
pub(super) fn lay(
    ground: &mut Ground<'_>,
    kinds: impl Iterator<Item = &'static Kind>,
    count: usize,
    rng: &mut Rng,
) -> Vec<Fault> {
    let mut kinds: Vec<&'static Kind> = kinds.filter(|it| ground.takes(it)).collect();
    let mut free: Vec<bool> = ground.people.iter().map(|it| it.plain).collect();
    let mut rows: Vec<usize> = (0..free.len()).filter(|it| free[*it]).collect();
    rng.shuffle(&mut kinds);
    rng.shuffle(&mut rows);
    // Those that need much room choose first.
    kinds.sort_by_key(|it| std::cmp::Reverse(it.rows + it.guard));
    let mut faults: Vec<Fault> = Vec::new();
    // A kind that finds no place any more is passed over; a round without a fault is the last.
    let mut laid_before = usize::MAX;
    while laid_before != faults.len() {
        laid_before = faults.len();
        rows.retain(|it| free[*it]);
        for kind in &kinds {
            if faults.len() + kind.rows > count {
                continue;
            }
            let fits = |first: &&usize| ground.has_room(&free, kind, **first);
            if let Some(&first) = rows.iter().find(fits) {
                let end = first + kind.rows + kind.guard;
                free[first - kind.guard..end].fill(false);
                let is_of_others = |it: &usize| {
                    free[*it] && ground.people[*it].surname != ground.people[first].surname
                };
                let mut others = rows.iter().copied().filter(is_of_others);
                let another = others.next().filter(|_| kind.with_another);
                if let Some(another) = another {
                    free[another] = false;
                }
                faults.extend(ground.lay_one(kind, first, another, rng));
            }
        }
    }
    faults.sort_by_key(|it| it.person);
    faults
}

impl Ground<'_> {
    fn takes(&self, kind: &Kind) -> bool {
        let is_there = match kind.only {
            Only::Anywhere => true,
            Only::OrdinarySchool => !self.school.is_special(),
            Only::SpecialSchool => self.school.is_special(),
            Only::OneSchool => self.school.is_alone,
            Only::NewPupils => self.school.story == Story::NewPupils,
            Only::Workbook => self.school.is_in_workbooks,
        };
        // Numbers that nobody has, and numbers made up in another way, can be wrong in other ways only.
        let is_there = is_there
            && (kind.only == Only::NewPupils
                || self.school.story != Story::NewPupils
                || !kind
                    .columns
                    .iter()
                    .any(|it| [col::STUDENT_NUMBER, col::CLASS_SERIAL].contains(it)));
        is_there
            && kind.columns.iter().all(|it| self.columns.contains(it))
            && !kind.without.iter().any(|it| self.columns.contains(it))
    }

    fn has_room(&self, free: &[bool], kind: &Kind, first: usize) -> bool {
        let Some(begin) = first.checked_sub(kind.guard) else {
            return false;
        };
        let rows = free.get(begin..first + kind.rows + kind.guard);
        let people = &self.people[first..(first + kind.rows).min(self.people.len())];
        rows.is_some_and(|it| it.iter().all(|it| *it)) && people.iter().all(kind.fits)
    }

    /// One fault, over all its rows.
    fn lay_one(
        &mut self,
        kind: &'static Kind,
        first: usize,
        another: Option<usize>,
        rng: &mut Rng,
    ) -> Vec<Fault> {
        let column = kind.columns[0];
        let end = first + kind.rows;
        let clean = |it: &Person| it.cell(column, self.school).shown().to_owned();
        let block: Vec<String> = self.people[first..end].iter().map(clean).collect();
        let another = self.people[another.unwrap_or(first)].clone();
        let mut faults: Vec<Fault> = Vec::new();
        for row in first..end {
            let class_size = self.class_of(row).len() as u32;
            let above = faults.last().map(|it| it.written.shown().to_owned());
            let mut maker = Maker {
                person: &mut self.people[row],
                school: self.school,
                names: self.names,
                rng: &mut *rng,
                above: above.as_deref(),
                block: &block,
                turn: row - first,
                another: &another,
                class_size,
            };
            let written = (kind.make)(&mut maker);
            faults.push(Fault {
                kind,
                person: row,
                column,
                original: self.people[row]
                    .cell(column, self.school)
                    .shown()
                    .to_owned(),
                written,
                seen_at: match kind.told {
                    Told::Here | Told::File => Vec::new(),
                    Told::Block => (first..end).collect(),
                    Told::Class => self.class_of(row),
                },
            });
        }
        faults
    }

    /// Everybody in the class of a pupil.
    fn class_of(&self, row: usize) -> Vec<usize> {
        let class = |it: &Person| (it.grade, it.class);
        let is_in = |it: &usize| class(&self.people[*it]) == class(&self.people[row]);
        // Classes stand together.
        let before = (0..row).rev().take_while(is_in).count();
        let after = (row..self.people.len()).take_while(is_in).count();
        (row - before..row + after).collect()
    }
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

    /// Somebody of the pupil's grade who is in no roster.
    pub(super) fn stranger(&mut self) -> Person {
        let surname = self.names.surname(self.rng);
        let birth = super::person::draw_birth(self.rng, self.person.grade);
        let (origin, male) = (self.person.origin.code, self.person.male);
        Person {
            surname,
            name: format!("{surname}{}", self.names.given(self.rng)),
            birth,
            id_number: super::number::resident(self.rng, origin, birth, male),
            student_number: Person::draw_l_number(self.rng, self.school, birth),
            ..self.person.clone()
        }
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
