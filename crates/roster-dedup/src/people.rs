//! The pupils of a run as columns of small keys.
//!
//! A pupil costs some twenty bytes here, whatever the sheet has; everything else is read from the
//! sheet again when two pupils are compared. Each stored text is read once. Pupils are numbered
//! through all sheets in the order of sheets and rows, and that number is all the other files pass on.

mod cut_numbers;
pub(crate) mod gather;
pub(crate) mod keys;
pub(crate) mod person;
pub(crate) mod quality;
pub(crate) mod second_number;
pub(crate) mod student_numbers;
pub(crate) mod witness;

use roster_model::{CellKind, Column, Dictionary, Sheet, SheetRole};
use roster_values::class_name::year_of_class;
use roster_values::date::Date;
use roster_values::text::tidy_code;

use crate::compare::spelt::Names;
use crate::compare::witnesses::Counts;
use crate::decide::told_apart::ToldApart;
use crate::fold::{SEED, fold};
use crate::part_lists::Looks;
use crate::people::gather::{gather, read_names, take_as_cut};
use crate::people::keys::{Document, written_key};
use crate::people::person::Person;
use crate::people::witness::{WITNESSES, WitnessPositions, positions};

/// The pupils of a run, ready to be compared.
#[derive(Debug)]
pub struct People<'s> {
    sheets: Vec<&'s Sheet>,
    today: Date,
    threads: usize,
    /// Number of the first pupil of each sheet, and the number of all pupils at the end.
    starts: Vec<u32>,
    /// Their names are one more than the index into `name_keys`; zero for a blank name.
    persons: Vec<Person>,
    name_keys: Dictionary,
    /// Former names (曾用名), numbered as the names are; empty where no sheet has any.
    formers: Vec<u32>,
    spelt: Names,
    witnesses: Vec<WitnessPositions>,
    counts: Counts,
    pub(crate) told_apart: Option<&'s ToldApart>,
    /// What each sheet is like, where some may be a list of pupils of another; else empty.
    pub(crate) looks: Vec<Looks>,
}

impl<'s> People<'s> {
    /// Reads the keys of every pupil. The sheets are those of the run, in its order: positions in the
    /// groups are positions in this slice. A number whose birth date is after `today` is not valid.
    pub fn gather(sheets: &[&'s Sheet], today: Date) -> Self {
        Self::gather_in(1, sheets, today)
    }

    /// Like `gather`, in at most this many threads, which [`find_matches`](crate::find_matches) takes too. The result does
    /// not depend on them.
    pub fn gather_in(threads: usize, sheets: &[&'s Sheet], today: Date) -> Self {
        let mut people = People {
            sheets: sheets.to_vec(),
            today,
            threads,
            starts: vec![0],
            persons: Vec::new(),
            name_keys: Dictionary::default(),
            formers: Vec::new(),
            spelt: Names::default(),
            witnesses: Vec::new(),
            counts: Counts::default(),
            told_apart: None,
            looks: Vec::new(),
        };
        let pupils = sheets.iter().filter(|it| it.lists_pupils());
        let rows = pupils.map(|it| it.row_count() as usize).sum();
        people.persons.reserve_exact(rows);
        for sheet in sheets {
            // A pupil in a list of changes, or of problems, is in a roster too.
            if sheet.lists_pupils() {
                people.gather_sheet(sheet);
                people.witnesses.push(positions(sheet));
            } else {
                people.witnesses.push(WITNESSES.map(|_| None));
            }
            people.starts.push(people.len());
        }
        let named = people.persons.iter().map(|it| it.name);
        people.spelt = Names::gather(threads, &people.name_keys, named);
        for person in cut_numbers::find(&people) {
            take_as_cut(&mut people.persons[person as usize]);
        }
        people
    }

    fn gather_sheet(&mut self, sheet: &'s Sheet) {
        let names = &mut self.name_keys;
        let own = read_names(self.threads, sheet, Column::Name, names);
        let before = self.persons.len();
        if sheet.index_of(Column::FormerName).is_some() {
            let formers = read_names(self.threads, sheet, Column::FormerName, names);
            self.formers.resize(before, 0);
            self.formers.extend(formers.of_rows(sheet));
        }
        gather(self.threads, self.today, sheet, &own, &mut self.persons);
    }

    /// Number of pupils.
    pub fn len(&self) -> u32 {
        self.persons.len() as u32
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.persons.is_empty()
    }

    /// Sheet and row of a pupil.
    pub(crate) fn place(&self, person: u32) -> (u32, u32) {
        let sheet = self.starts.partition_point(|&start| start <= person) - 1;
        (sheet as u32, person - self.starts[sheet])
    }

    /// In how many threads the work is done.
    pub(crate) fn threads(&self) -> usize {
        self.threads
    }

    /// The day after which nobody is born.
    pub(crate) fn today(&self) -> Date {
        self.today
    }

    pub(crate) fn sheet_count(&self) -> u32 {
        self.sheets.len() as u32
    }

    pub(crate) fn sheet(&self, sheet: u32) -> &'s Sheet {
        self.sheets[sheet as usize]
    }

    /// Whether any sheet is there to be compared with others only.
    pub(crate) fn has_archive(&self) -> bool {
        self.sheets.iter().any(|it| it.role == SheetRole::Archive)
    }

    /// Whether the row is there to be compared with others, not with its like.
    pub(crate) fn is_archived(&self, person: u32) -> bool {
        self.sheet(self.place(person).0).role == SheetRole::Archive
    }

    /// How often each witness occurs.
    pub(crate) fn counts(&self) -> &Counts {
        &self.counts
    }

    pub(crate) fn witness_positions(&self, sheet: u32) -> &WitnessPositions {
        &self.witnesses[sheet as usize]
    }

    /// Everything that is kept of a pupil.
    pub(crate) fn person(&self, person: u32) -> Person {
        self.persons[person as usize]
    }

    /// All pupils.
    pub(crate) fn persons(&self) -> &[Person] {
        &self.persons
    }

    /// The packed resident number; zero without one.
    pub(crate) fn number(&self, person: u32) -> u64 {
        self.person(person).number
    }

    /// What the system compares as a number: the packed resident one, or what is written where one is meant.
    /// Zero without one.
    pub(crate) fn written(&self, person: u32) -> u64 {
        match self.person(person).document() {
            Document::Unreadable => written_key(self.number_text(person)),
            _ => self.number(person),
        }
    }

    pub(crate) fn document(&self, person: u32) -> Document {
        self.person(person).document()
    }

    /// Whether the number is believable by itself.
    pub(crate) fn has_valid_number(&self, person: u32) -> bool {
        self.person(person).has_valid_number()
    }

    pub(crate) fn has_fifteen_digits(&self, person: u32) -> bool {
        self.person(person).has_fifteen_digits()
    }

    /// Equal for equal names; zero for a blank one.
    pub(crate) fn name(&self, person: u32) -> u32 {
        self.person(person).name
    }

    pub(crate) fn name_key(&self, person: u32) -> &str {
        self.name(person)
            .checked_sub(1)
            .map_or("", |number| self.name_keys.text(number))
    }

    /// The former name, numbered as the names are; zero for none.
    pub(crate) fn former_name(&self, person: u32) -> u32 {
        self.formers.get(person as usize).copied().unwrap_or(0)
    }

    /// All names, taken apart.
    pub(crate) fn spelt(&self) -> &Names {
        &self.spelt
    }

    /// The text of the cell of the number.
    pub(crate) fn number_text(&self, person: u32) -> &'s str {
        self.text(person, Column::IdNumber)
    }

    /// The text of a cell; empty where the sheet has no such column.
    pub(crate) fn text(&self, person: u32, column: Column) -> &'s str {
        let (sheet, row) = self.place(person);
        let sheet = self.sheet(sheet);
        let index = sheet.index_of(column);
        index.map_or("", |index| sheet.text(index, row))
    }

    /// The birth date of the column alone; zero where it says none.
    pub(crate) fn own_birth(&self, person: u32) -> u32 {
        self.person(person).own_birth()
    }

    /// The sex of the column alone; zero where it says none.
    pub(crate) fn own_sex(&self, person: u32) -> u8 {
        self.person(person).own_sex()
    }

    /// The birth date of the column, else that of a valid number, else zero.
    pub(crate) fn birth(&self, person: u32) -> u32 {
        self.person(person).birth()
    }

    /// The birth date of the column, else what is legible of that of the number, else zero.
    pub(crate) fn legible_birth(&self, person: u32) -> u32 {
        self.person(person).legible_birth()
    }

    /// The birth date inside a valid number, else zero.
    pub(crate) fn birth_in_number(&self, person: u32) -> u32 {
        self.person(person).birth_in_number()
    }

    /// The sex of the column, else that of a valid number, else zero.
    pub(crate) fn sex(&self, person: u32) -> u8 {
        self.person(person).sex()
    }

    /// Equal for one school; zero where it is not known.
    pub(crate) fn school(&self, person: u32) -> u64 {
        let (sheet, row) = self.place(person);
        self.sheet(sheet).school(row)
    }

    /// The year of school: by the column of the grade, the class, or what the sheet is called; 三年级2班, 二（1）班.
    pub(crate) fn year(&self, person: u32) -> Option<i32> {
        let grade = self.text(person, Column::Grade).trim();
        if !grade.is_empty() {
            return year_of_grade(grade);
        }
        let class = year_of_class(self.text(person, Column::ClassName)).map(i32::from);
        class.or_else(|| {
            let (sheet, _) = self.place(person);
            year_of_class(&self.sheet(sheet).named.grade).map(i32::from)
        })
    }

    /// The number is valid, and neither the birth date nor the sex of the row contradicts it.
    pub(crate) fn is_consistent(&self, person: u32) -> bool {
        self.person(person).is_consistent()
    }

    /// A hash of what the known columns of this row say, whatever their order and the blanks in them.
    pub(crate) fn content(&self, person: u32) -> u64 {
        let (sheet, row) = self.place(person);
        let known = self
            .sheet(sheet)
            .columns
            .iter()
            .filter(|it| it.column.is_some());
        let of_cell = known.map(|it| {
            let seed = SEED ^ it.column.map_or(0, |column| column as u64);
            let text = it.cells.text(it.cells.value(row));
            fold(seed, tidy_code(text).bytes().map(u64::from))
        });
        of_cell.fold(0, u64::wrapping_add)
    }

    /// Number of known columns that have something in this row: how full the row is.
    pub(crate) fn filled(&self, person: u32) -> u32 {
        let (sheet, row) = self.place(person);
        let known = self
            .sheet(sheet)
            .columns
            .iter()
            .filter(|it| it.column.is_some());
        known
            .filter(|it| it.cells.kind(it.cells.value(row)) != CellKind::Blank)
            .count() as u32
    }
}

/// The years of school that a grade stands for.
fn year_of_grade(text: &str) -> Option<i32> {
    let code = Column::Grade.info().table?.find(text).entry()?.code;
    let (stage, year) = (code.get(..1)?, code.get(1..)?.parse::<i32>().ok()?);
    let before = ["1", "2", "3"].iter().position(|it| *it == stage)?;
    Some([0, 6, 9][before] + year)
}
