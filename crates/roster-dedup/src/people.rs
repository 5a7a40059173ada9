//! The pupils of a run as columns of small keys.
//!
//! A pupil costs some thirty bytes here, whatever the sheet has; everything else is read from the
//! sheet again when two pupils are compared. Each stored text is read once. Pupils are numbered
//! through all sheets in the order of sheets and rows, and that number is all the other files pass on.

use roster_model::{CellKind, Cells, Dictionary, Sheet, SheetRole};
use roster_standard::Column;
use roster_values::date::Date;
use roster_values::name::strict_key;
use roster_values::text::is_placeholder;

use crate::compare::names::Names;
use crate::compare::numbers::Number;
use crate::fold::{SEED, fold};
use crate::keys::{
    Document, NumberKey, birth_in_number, birth_key, may_be_resident, number_key, school_key,
    sex_in_number, sex_key,
};
use crate::told_apart::ToldApart;
use crate::witness::{WITNESSES, WitnessPositions, positions};

/// The pupils of a run, ready to be compared.
#[derive(Debug)]
pub struct People<'s> {
    sheets: Vec<&'s Sheet>,
    today: Date,
    /// Number of the first pupil of each sheet, and the number of all pupils at the end.
    starts: Vec<u32>,
    numbers: Vec<u64>,
    marks: Vec<Marks>,
    /// One more than the index into `name_keys`; zero for a blank name.
    names: Vec<u32>,
    births: Vec<u32>,
    sexes: Vec<u8>,
    /// Empty where no sheet has any.
    schools: Vec<u64>,
    name_keys: Dictionary,
    /// Former names (曾用名), numbered as the names are; empty where no sheet has any.
    formers: Vec<u32>,
    spelt: Names,
    witnesses: Vec<WitnessPositions>,
    pub(crate) told_apart: Option<&'s ToldApart>,
}

/// What is known of a number besides its digits.
#[derive(Clone, Copy, Debug, Default)]
struct Marks {
    document: Document,
    valid: bool,
    fifteen: bool,
}

impl<'s> People<'s> {
    /// Reads the keys of every pupil. The sheets are those of the run, in its order: positions in the
    /// groups are positions in this slice. A number whose birth date is after `today` is not valid.
    pub fn gather(sheets: &[&'s Sheet], today: Date) -> Self {
        let mut people = People {
            sheets: sheets.to_vec(),
            today,
            starts: vec![0],
            numbers: Vec::new(),
            marks: Vec::new(),
            names: Vec::new(),
            births: Vec::new(),
            sexes: Vec::new(),
            schools: Vec::new(),
            name_keys: Dictionary::default(),
            formers: Vec::new(),
            spelt: Names::default(),
            witnesses: Vec::new(),
            told_apart: None,
        };
        let mut names = Dictionary::default();
        for sheet in sheets {
            // Whoever is in a list of changes, or of problems, is in a roster too.
            if !sheet.lists_pupils() {
                people.starts.push(people.numbers.len() as u32);
                people.witnesses.push(WITNESSES.map(|_| None));
                continue;
            }
            people.gather_numbers(sheet, today);
            read_column(sheet, Column::Name, &mut people.names, |text, _| {
                name_number(&mut names, text)
            });
            let before = people.starts[people.starts.len() - 1] as usize;
            if sheet.index_of(Column::FormerName).is_some() {
                people.formers.resize(before, 0);
                read_column(sheet, Column::FormerName, &mut people.formers, |text, _| {
                    name_number(&mut names, text)
                });
            }
            read_column(sheet, Column::BirthDate, &mut people.births, |text, _| {
                birth_key(text)
            });
            read_column(sheet, Column::Sex, &mut people.sexes, |text, _| {
                sex_key(text)
            });
            if sheet.index_of(Column::SchoolCode).is_some() {
                people.schools.resize(before, 0);
                read_column(sheet, Column::SchoolCode, &mut people.schools, |text, _| {
                    school_key(text)
                });
            }
            people.starts.push(people.numbers.len() as u32);
            people.witnesses.push(positions(sheet));
        }
        people.spelt = Names::gather(&names, &people.names);
        people.name_keys = names;
        people
    }

    /// Number of pupils.
    pub fn len(&self) -> u32 {
        self.numbers.len() as u32
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    fn gather_numbers(&mut self, sheet: &Sheet, today: Date) {
        let numbers = Values::read(sheet, Column::IdNumber, |text, kind| {
            number_key(text, kind == CellKind::Number, today)
        });
        let types = Values::read(sheet, Column::IdType, |text, _| Resident {
            possible: may_be_resident(text),
        });
        let cut_column = is_cut((0..sheet.row_count()).map(|row| numbers.of(row)));
        for row in 0..sheet.row_count() {
            let key = numbers.of(row);
            let cut = key.cut && cut_column;
            let (packed, document) = match key.document {
                _ if !types.of(row).possible && !key.valid => (0, Document::Absent),
                Document::Resident if cut => (0, Document::Unreadable),
                document => (key.packed, document),
            };
            self.numbers.push(packed);
            let valid = key.valid && packed != 0;
            self.marks.push(Marks {
                document,
                valid,
                fifteen: key.fifteen,
            });
        }
    }

    /// Sheet and row of a pupil.
    pub(crate) fn place(&self, person: u32) -> (u32, u32) {
        let sheet = self.starts.partition_point(|&start| start <= person) - 1;
        (sheet as u32, person - self.starts[sheet])
    }

    /// The day after which nobody is born.
    pub(crate) fn today(&self) -> Date {
        self.today
    }

    pub(crate) fn sheet(&self, sheet: u32) -> &'s Sheet {
        self.sheets[sheet as usize]
    }

    /// Whether the row is there to be compared with others, not with its like.
    pub(crate) fn is_archived(&self, person: u32) -> bool {
        self.sheet(self.place(person).0).role == SheetRole::Archive
    }

    pub(crate) fn witness_positions(&self, sheet: u32) -> &WitnessPositions {
        &self.witnesses[sheet as usize]
    }

    /// The packed resident number; zero without one.
    pub(crate) fn number(&self, person: u32) -> u64 {
        self.numbers[person as usize]
    }

    pub(crate) fn document(&self, person: u32) -> Document {
        self.marks[person as usize].document
    }

    /// Whether the number is believable by itself.
    pub(crate) fn has_valid_number(&self, person: u32) -> bool {
        self.marks[person as usize].valid
    }

    pub(crate) fn has_fifteen_digits(&self, person: u32) -> bool {
        self.marks[person as usize].fifteen
    }

    /// Equal for equal names; zero for a blank one.
    pub(crate) fn name(&self, person: u32) -> u32 {
        self.names[person as usize]
    }

    pub(crate) fn name_key(&self, person: u32) -> &str {
        let name = self.names[person as usize];
        name.checked_sub(1)
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

    /// The number as it is compared.
    pub(crate) fn compared_number(&self, person: u32) -> Number {
        let marks = self.marks[person as usize];
        Number {
            packed: self.number(person),
            valid: marks.valid,
            fifteen: marks.fifteen,
            unreadable: marks.document == Document::Unreadable,
        }
    }

    /// The text of the cell of the number.
    pub(crate) fn number_text(&self, person: u32) -> &'s str {
        let (sheet, row) = self.place(person);
        let sheet = self.sheet(sheet);
        let index = sheet.index_of(Column::IdNumber);
        index.map_or("", |index| sheet.text(index, row))
    }

    /// How many sheets the run has.
    pub(crate) fn sheet_count(&self) -> usize {
        self.sheets.len()
    }

    /// The birth date of the column alone; zero where it says none.
    pub(crate) fn own_birth(&self, person: u32) -> u32 {
        self.births[person as usize]
    }

    /// The sex of the column alone; zero where it says none.
    pub(crate) fn own_sex(&self, person: u32) -> u8 {
        self.sexes[person as usize]
    }

    /// The birth date of the column, else that of a valid number, else zero.
    pub(crate) fn birth(&self, person: u32) -> u32 {
        match self.own_birth(person) {
            0 => self.birth_in_number(person),
            own => own,
        }
    }

    /// The birth date inside a valid number, else zero.
    pub(crate) fn birth_in_number(&self, person: u32) -> u32 {
        if self.has_valid_number(person) {
            birth_in_number(self.number(person))
        } else {
            0
        }
    }

    /// The sex of the column, else that of a valid number, else zero.
    pub(crate) fn sex(&self, person: u32) -> u8 {
        match self.own_sex(person) {
            0 if self.has_valid_number(person) => sex_in_number(self.number(person)),
            own => own,
        }
    }

    /// The packed numbers, for every pupil.
    pub(crate) fn numbers(&self) -> &[u64] {
        &self.numbers
    }

    /// The birth dates of the columns, for every pupil.
    pub(crate) fn births(&self) -> &[u32] {
        &self.births
    }

    /// The 学校标识码 as a number, zero without a well-formed one.
    pub(crate) fn school(&self, person: u32) -> u64 {
        self.schools.get(person as usize).copied().unwrap_or(0)
    }

    /// The number is valid, and neither the birth date nor the sex of the row contradicts it.
    pub(crate) fn is_consistent(&self, person: u32) -> bool {
        let number = self.number(person);
        let (birth, sex) = (self.own_birth(person), self.own_sex(person));
        self.has_valid_number(person)
            && (birth == 0 || birth == birth_in_number(number))
            && (sex == 0 || sex == sex_in_number(number))
    }

    /// A hash of what the known columns of this row say, whatever their order.
    pub(crate) fn content(&self, person: u32) -> u64 {
        let (sheet, row) = self.place(person);
        let known = self
            .sheet(sheet)
            .columns
            .iter()
            .filter(|it| it.column.is_some());
        let of_cell = known.map(|it| {
            let seed = SEED ^ it.column.map_or(0, |column| column as u64);
            let text = it.cells.text(it.cells.value(row)).bytes();
            fold(seed, text.map(u64::from))
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

/// Whether a row's document can be a resident one; so it is where the sheet has no such column.
#[derive(Clone, Copy)]
struct Resident {
    possible: bool,
}

impl Default for Resident {
    fn default() -> Self {
        Resident { possible: true }
    }
}

/// One more than the number of the strict key of a name; zero for a blank one.
fn name_number(names: &mut Dictionary, text: &str) -> u32 {
    let key = strict_key(text);
    if key.is_empty() || is_placeholder(text) {
        return 0;
    }
    // Four gigabytes of names do not come from sheets, whose columns hold no more.
    names
        .number(&key)
        .map_or(0, |number| number.saturating_add(1))
}

/// What the stored texts of a column say, each read once.
struct Values<'s, T> {
    cells: Option<&'s Cells>,
    read: Vec<T>,
}

impl<'s, T: Copy + Default> Values<'s, T> {
    fn read(sheet: &'s Sheet, column: Column, mut read: impl FnMut(&str, CellKind) -> T) -> Self {
        let index = sheet.index_of(column);
        let cells = index.map(|index| &sheet.columns[index].cells);
        let values = cells.into_iter().flat_map(|cells| {
            let of_value = |value| (cells.text(value), cells.kind(value));
            cells.values().map(of_value)
        });
        let read = values.map(|(text, kind)| read(text, kind)).collect();
        Values { cells, read }
    }

    /// That of a row; the default where the sheet has no such column.
    fn of(&self, row: u32) -> T {
        let cells = self.cells.filter(|it| row < it.row_count());
        cells.map_or_else(T::default, |it| self.read[it.value(row).0 as usize])
    }
}

/// One value for each row of the sheet, from one reading of each stored text; defaults where the
/// sheet has no such column.
fn read_column<T: Copy + Default>(
    sheet: &Sheet,
    column: Column,
    into: &mut Vec<T>,
    read: impl FnMut(&str, CellKind) -> T,
) {
    let values = Values::read(sheet, column, read);
    into.extend((0..sheet.row_count()).map(|row| values.of(row)));
}

/// Whether a spreadsheet cut the numbers of a column: two or more, and at least a fifth, end in 000.
/// One cut number in eleven still has a right check digit, and strangers would meet in it.
fn is_cut(keys: impl Iterator<Item = NumberKey>) -> bool {
    let (mut cut, mut all) = (0_u64, 0_u64);
    for key in keys {
        cut += u64::from(key.cut);
        all += u64::from(key.cut || key.document == Document::Resident);
    }
    cut >= 2 && cut * 5 >= all
}
