//! Reads the keys of the pupils out of the columns of a sheet.
//!
//! Each stored text is read once; where hardly any is stored for more than one row, it is read when the row is
//! filled, without a list of its own.

use std::borrow::Cow;

use roster_model::{CellKind, Cells, Column, Dictionary, Sheet, TooLarge, ValueId};
use roster_order::{each_piece, share};
use roster_values::date::Date;
use roster_values::name::strict_key;
use roster_values::text::{is_ideographs, is_placeholder};

use crate::people::keys::{
    Document, NumberKey, birth_in_number, birth_key, may_be_resident, number_key, sex_key,
};
use crate::people::person::Person;

/// Rows that one piece of shared work fills.
const ROWS_PER_CHUNK: usize = 1 << 16;

/// Names that are looked up together.
const NAMES_PER_LOOKUP: usize = 64;

/// Fewer names are numbered in one thread.
const FEW_NAMES: u32 = 1 << 15;
/// Who is older than this is no pupil among children.
const GROWN_UP: u32 = 25;

/// Adds the pupils of a sheet, whose names are read already.
pub(crate) fn gather(
    threads: usize,
    today: Date,
    sheet: &Sheet,
    names: &Values<'_, u32>,
    persons: &mut Vec<Person>,
) {
    let births = Values::read(sheet, Column::BirthDate, |text, _| birth_key(text));
    let sexes = Values::read(sheet, Column::Sex, |text, _| sex_key(text));
    let types = Values::read(sheet, Column::IdType, |text, _| Resident {
        possible: may_be_resident(text),
    });
    let read = |text: &str, kind| number_key(text, kind == CellKind::Number, today);
    let numbers = Numbers::new(sheet, read);
    let before = persons.len();
    persons.resize(before + sheet.row_count() as usize, Person::default());
    let own = &mut persons[before..];
    let counts = each_piece(threads, own, ROWS_PER_CHUNK, |first, persons| {
        let mut count = Count::default();
        for (row, person) in (first as u32..).zip(persons) {
            let key = numbers.of(row, read);
            let birth = births.of(row);
            count.add(key, birth == 0 && is_of_grown_up(key, today));
            person.name = names.of(row);
            person.set_birth_and_sex(birth, sexes.of(row));
            person.set_fifteen_digits(key.fifteen);
            if types.of(row).possible || key.valid {
                person.set_number(key.packed, key.document, key.valid);
                person.set_read_off(key.legible_birth);
            } else if key.document != Document::Absent {
                person.set_number(0, Document::Other, false);
            }
        }
        count
    });
    let count = Count::sum(&counts);
    if count.has_few_grown_up() {
        let is_theirs = |it: &&mut Person| it.own_birth() == 0 && it.has_valid_number();
        for person in own.iter_mut().filter(is_theirs) {
            if is_grown_up(person.birth_in_number(), today) {
                person.set_number_of_another();
            }
        }
    }
    if count.is_cut() {
        let cut = own.iter_mut().filter(|it| ends_in_zeros(it.number));
        cut.for_each(take_as_cut);
    }
}

/// Leaves of the number of a pupil what is legible once a spreadsheet cut it.
pub(crate) fn take_as_cut(person: &mut Person) {
    let birth = birth_in_number(person.number);
    person.set_number(0, Document::Unreadable, false);
    person.set_read_off(birth);
}

/// Whether a packed number ends in 000.
pub(crate) fn ends_in_zeros(packed: u64) -> bool {
    packed != 0 && packed.is_multiple_of(1100)
}

/// Whether a number is that of a grown-up: of a guardian, where there are pupils around.
fn is_of_grown_up(key: NumberKey, today: Date) -> bool {
    key.valid && is_grown_up(birth_in_number(key.packed), today)
}

fn is_grown_up(birth: u32, today: Date) -> bool {
    birth / 10_000 + GROWN_UP < u32::from(today.year())
}

/// How many numbers of a column there are, and how many end in 000 or are those of grown-ups in rows without a date.
#[derive(Clone, Copy, Default)]
struct Count {
    cut: u64,
    grown_up: u64,
    all: u64,
}

impl Count {
    fn add(&mut self, key: NumberKey, grown_up: bool) {
        self.grown_up += u64::from(grown_up);
        self.cut += u64::from(key.cut);
        self.all += u64::from(key.cut || key.document == Document::Resident);
    }

    fn sum(counts: &[Count]) -> Count {
        Count {
            cut: counts.iter().map(|it| it.cut).sum(),
            grown_up: counts.iter().map(|it| it.grown_up).sum(),
            all: counts.iter().map(|it| it.all).sum(),
        }
    }

    /// Whether some numbers are those of grown-ups, and no more than those of pupils: in a school for grown-ups they
    /// are the pupils.
    fn has_few_grown_up(self) -> bool {
        self.grown_up > 0 && self.grown_up * 2 <= self.all
    }

    /// Whether a spreadsheet cut the numbers of the column: two or more, and at least a fifth, end in 000.
    /// One cut number in eleven still has a right check digit, and strangers would meet in it.
    fn is_cut(self) -> bool {
        self.cut >= 2 && self.cut * 5 >= self.all
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

/// The identity numbers of a sheet. Hardly any is there twice, as a rule.
enum Numbers<'s> {
    Read(Values<'s, NumberKey>),
    Unread(&'s Cells),
}

impl<'s> Numbers<'s> {
    fn new(sheet: &'s Sheet, read: impl Fn(&str, CellKind) -> NumberKey) -> Self {
        let index = sheet.index_of(Column::IdNumber);
        let cells = index.map(|index| &sheet.columns[index].cells);
        let hardly_twice = |it: &&Cells| it.value_count() > it.row_count() / 4 * 3;
        match cells.filter(hardly_twice) {
            Some(cells) => Numbers::Unread(cells),
            None => Numbers::Read(Values::read(sheet, Column::IdNumber, read)),
        }
    }

    fn of(&self, row: u32, read: impl Fn(&str, CellKind) -> NumberKey) -> NumberKey {
        match self {
            Numbers::Read(values) => values.of(row),
            Numbers::Unread(cells) if row < cells.row_count() => {
                let value = cells.value(row);
                read(cells.text(value), cells.kind(value))
            }
            Numbers::Unread(_) => NumberKey::default(),
        }
    }
}

/// The numbers of the names in a column, which are numbered through all sheets: in the order in which they
/// first come, however many threads number them.
pub(crate) fn read_names<'s>(
    threads: usize,
    sheet: &'s Sheet,
    column: Column,
    names: &mut Dictionary,
) -> Values<'s, u32> {
    let index = sheet.index_of(column);
    let cells = index.map(|index| &sheet.columns[index].cells);
    let count = cells.map_or(0, Cells::value_count);
    if cfg!(target_family = "wasm") || threads < 2 || count < FEW_NAMES {
        return Values::read(sheet, column, |text, _| name_number(names, text));
    }
    let parts = threads as u32;
    let of_part = |part: u32| (u64::from(count) * u64::from(part) / u64::from(parts)) as u32;
    let numbered = |part: usize| {
        let mut names = Dictionary::default();
        let (first, end) = (of_part(part as u32), of_part(part as u32 + 1));
        let mut numbers = vec![0; (end - first) as usize];
        let text = |value| cells.map_or("", |it| it.text(ValueId(value)));
        for start in (first..end).step_by(NAMES_PER_LOOKUP) {
            let some = start..end.min(start + NAMES_PER_LOOKUP as u32);
            let keys = some.filter_map(|it| Some((it - first, name_key(text(it))?)));
            let (places, keys): (Vec<u32>, Vec<_>) = keys.unzip();
            let mut places = places.into_iter();
            names.numbers(&keys, |number| {
                if let Some(place) = places.next() {
                    numbers[place as usize] = one_more(number);
                }
            });
        }
        (names, numbers)
    };
    let mut numbered = share(threads, parts as usize, numbered, |_| {});
    let mut read = Vec::with_capacity(count as usize);
    for (own, numbers) in numbered.drain(..) {
        if names.is_empty() {
            *names = own;
            read.extend(numbers);
            continue;
        }
        let mut of_all = vec![0];
        let texts: Vec<&str> = (0..own.len()).map(|it| own.text(it)).collect();
        for some in texts.chunks(NAMES_PER_LOOKUP) {
            names.numbers(some, |it| of_all.push(one_more(it)));
        }
        read.extend(numbers.into_iter().map(|it| of_all[it as usize]));
    }
    Values { cells, read }
}

/// One more than the number of the strict key of a name; zero for a blank one.
fn name_number(names: &mut Dictionary, text: &str) -> u32 {
    name_key(text).map_or(0, |key| one_more(names.number(&key)))
}

/// The strict key of a name, if it is one.
fn name_key(text: &str) -> Option<Cow<'_, str>> {
    if is_placeholder(text) {
        return None;
    }
    // Nearly every name is its own key.
    let key = if is_ideographs(text) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(strict_key(text))
    };
    (!key.is_empty()).then_some(key)
}

/// Four gigabytes of names do not come from sheets, whose columns hold no more.
fn one_more(number: Result<u32, TooLarge>) -> u32 {
    number.map_or(0, |it| it.saturating_add(1))
}

/// What the stored texts of a column say, each read once.
pub(crate) struct Values<'s, T> {
    cells: Option<&'s Cells>,
    read: Vec<T>,
}

impl<'s, T: Copy + Default> Values<'s, T> {
    pub(crate) fn read(
        sheet: &'s Sheet,
        column: Column,
        read: impl FnMut(&str, CellKind) -> T,
    ) -> Self {
        Self::read_at(sheet, sheet.index_of(column), read)
    }

    /// What the cells of the column at an index say, if there is one.
    pub(crate) fn read_at(
        sheet: &'s Sheet,
        index: Option<usize>,
        mut read: impl FnMut(&str, CellKind) -> T,
    ) -> Self {
        let cells = index.map(|index| &sheet.columns[index].cells);
        let values = cells.into_iter().flat_map(|cells| {
            let of_value = |value| (cells.text(value), cells.kind(value));
            cells.values().map(of_value)
        });
        let read = values.map(|(text, kind)| read(text, kind)).collect();
        Values { cells, read }
    }

    /// That of a row; the default where the sheet has no such column.
    pub(crate) fn of(&self, row: u32) -> T {
        let cells = self.cells.filter(|it| row < it.row_count());
        cells.map_or_else(T::default, |it| self.read[it.value(row).0 as usize])
    }

    /// What the cells say, row by row.
    pub(crate) fn of_rows(&self, sheet: &Sheet) -> impl Iterator<Item = T> {
        (0..sheet.row_count()).map(|row| self.of(row))
    }
}
