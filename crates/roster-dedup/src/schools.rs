//! Which school each row of a run is of: by its code, by its name, or by what its sheet is called.
//!
//! A code and a name are not compared with one another: only where a row, or a sheet, has both it is told which name
//! belongs to which code. What nothing says is not known, and then nobody is said to be in two schools.

use roster_model::{Column, Kinship, Schools, Sheet};
use roster_values::school_name::{may_be_one_school, same_schools, school_name_key};
use roster_values::text::{is_placeholder, tidy_code};

use crate::fold::{SEED, fold};
use crate::people::gather::Values;
use crate::people::keys::school_key;

/// Marks the key of a name.
const NAME: u64 = Schools::NAME;
/// Marks the key of what is no code and can be compared with codes all the same.
const OTHER: u64 = 1 << 62;

/// The schools of the rows of each of these sheets, those of a run.
pub fn schools_of(sheets: &[&Sheet]) -> Vec<Schools> {
    let mut run = Run::default();
    for sheet in sheets {
        let schools = run.read(sheet);
        run.of.push(schools);
    }
    run.finish()
}

/// The schools of a run while it is read.
#[derive(Default)]
struct Run {
    of: Vec<Schools>,
    /// Which code rows with that name have.
    named: Vec<(u64, u64)>,
    /// Every name, with its key.
    names: Vec<(String, u64)>,
    /// Those that a list is called by, as it is called.
    called: Vec<(String, u64)>,
    /// Those that stand in a column.
    written: Vec<u64>,
}

impl Run {
    fn read(&mut self, sheet: &Sheet) -> Schools {
        let called = self.name(&sheet.named.school);
        self.called.push((sheet.named.school.clone(), called));
        let names = sheet.school_names();
        if sheet.index_of(Column::SchoolCode).is_none() && names.is_none() {
            return Schools::of_all(called);
        }
        let codes = Values::read(sheet, Column::SchoolCode, |text, _| school_key(text));
        let mut here: Vec<u64> = codes.of_rows(sheet).collect();
        match names {
            Some(names) => self.add_names(sheet, names, &mut here),
            // Whoever stands among the pupils of one school without a code is a pupil of it.
            None if fill(&mut here) => {}
            None => {
                let written =
                    Values::read(sheet, Column::SchoolCode, |text, _| unreadable_key(text));
                fill_each(&mut here, written.of_rows(sheet));
                fill(&mut here);
            }
        }
        let schools = Schools::new(here);
        match schools {
            Schools::Unknown => Schools::of_all(called),
            Schools::One(code) if called != 0 && code & (NAME | OTHER) == 0 => {
                self.named.push((called, code));
                schools
            }
            _ => schools,
        }
    }

    fn add_names(&mut self, sheet: &Sheet, names: usize, here: &mut [u64]) {
        let names = Values::read_at(sheet, Some(names), |text, _| self.name(text));
        let mut named: Vec<u64> = names.of_rows(sheet).collect();
        fill(&mut named);
        let mut last = (0, 0);
        for (&code, &name) in here.iter().zip(&named) {
            if name != 0 && last != (name, code) {
                last = (name, code);
                self.written.push(name);
                if code != 0 {
                    self.named.push((name, code));
                }
            }
        }
        if !are_several(named.iter().copied()) {
            fill(here);
        }
        fill_each(here, named.into_iter());
    }

    /// The key of a name; zero for none.
    fn name(&mut self, text: &str) -> u64 {
        let Some(name) = school_name_key(text) else {
            return 0;
        };
        let key = hash(&name) | NAME;
        if self.names.last().is_none_or(|it| it.1 != key) {
            self.names.push((name, key));
        }
        key
    }

    /// The keys, once all sheets are read: names of one school are one, and a name that has one code is that code.
    fn finish(mut self) -> Vec<Schools> {
        self.unite_names();
        roster_order::sort(&mut self.named);
        self.named.dedup();
        self.link_the_only_ones();
        self.leave_open_what_files_alone_say();
        if self.named.is_empty() {
            return self.of;
        }
        let all_named = self.every_code_has_a_name();
        let named = self.named;
        for schools in &mut self.of {
            schools.map(|school| {
                if school & NAME == 0 {
                    return school;
                }
                let first = named.partition_point(|it| it.0 < school);
                let mut same = named[first..].iter().take_while(|it| it.0 == school);
                match (same.next(), same.next()) {
                    (Some(only), None) => only.1,
                    // Every code has another name.
                    (None, _) if all_named => school & !NAME | OTHER,
                    _ => school,
                }
            });
        }
        self.of
    }

    /// Gives all names of one school one key.
    fn unite_names(&mut self) {
        let mut names = std::mem::take(&mut self.names);
        roster_order::sort(&mut names);
        names.dedup();
        let texts: Vec<&str> = names.iter().map(|it| it.0.as_str()).collect();
        let mut united: Vec<(u64, u64)> = Vec::new();
        for (at, meant) in same_schools(&texts).into_iter().enumerate() {
            if meant != at {
                united.push((names[at].1, names[meant].1));
            }
        }
        if united.is_empty() {
            return;
        }
        roster_order::sort(&mut united);
        let meant = |key: u64| {
            let found = united.binary_search_by_key(&key, |it| it.0);
            found.map_or(key, |at| united[at].1)
        };
        for schools in &mut self.of {
            schools.map(meant);
        }
        for (name, _) in &mut self.named {
            *name = meant(*name);
        }
        for name in &mut self.written {
            *name = meant(*name);
        }
    }

    /// Where a run has two schools, each by a name that only its lists are called by, and the one may be the other in
    /// short, it is open whether they are one: as it is between a code and a name.
    fn leave_open_what_files_alone_say(&mut self) {
        let mut keys: Vec<u64> = self.of.iter().flat_map(Schools::runs).collect();
        keys.retain(|it| *it != 0);
        roster_order::sort(&mut keys);
        keys.dedup();
        let &[one, other] = &keys[..] else {
            return;
        };
        let called = |key: u64| self.called.iter().find(|it| it.1 == key).map(|it| &it.0);
        let is_open = self.written.is_empty()
            && called(one)
                .zip(called(other))
                .is_some_and(|it| may_be_one_school(it.0, it.1));
        if is_open {
            for schools in &mut self.of {
                schools.map(|it| if it == other { it & !NAME | OTHER } else { it });
            }
        }
    }

    /// Where a run has one code and no name but one that its lists are called by, both are of the same school.
    fn link_the_only_ones(&mut self) {
        let only = |is_name: bool| {
            let runs = self.of.iter().flat_map(Schools::runs);
            let mut keys = runs.filter(|it| *it != 0 && (it & NAME != 0) == is_name);
            let first = keys.next()?;
            keys.all(|it| it == first).then_some(first)
        };
        if let (Some(code), Some(name), [], []) =
            (only(false), only(true), &self.written[..], &self.named[..])
        {
            self.named.push((name, code));
        }
    }

    fn every_code_has_a_name(&self) -> bool {
        let mut named: Vec<u64> = self.named.iter().map(|it| it.1).collect();
        roster_order::sort(&mut named);
        let mut schools = self.of.iter().flat_map(Schools::runs);
        schools.all(|it| it == 0 || it & NAME != 0 || named.binary_search(&it).is_ok())
    }
}

fn are_several(keys: impl Iterator<Item = u64>) -> bool {
    Schools::kinship(keys) == Kinship::Several
}

/// Gives all rows the only school that some of them name; whether there is one.
fn fill(schools: &mut [u64]) -> bool {
    let mut known = schools.iter().copied().filter(|it| *it != 0);
    let Some(one) = known.next().filter(|one| known.all(|it| it == *one)) else {
        return false;
    };
    schools.fill(one);
    true
}

/// Gives each row that has no school yet its own of these.
fn fill_each(schools: &mut [u64], others: impl Iterator<Item = u64>) {
    for (school, other) in schools.iter_mut().zip(others) {
        if *school == 0 {
            *school = other;
        }
    }
}

/// A key of what is no code; zero for nothing, and for a number in powers of ten, which many codes have become.
fn unreadable_key(text: &str) -> u64 {
    let tidy = tidy_code(text);
    let tells = !tidy.is_empty() && !is_placeholder(&tidy) && !tidy.contains(['E', 'e']);
    if tells {
        hash(&tidy) & !NAME | OTHER
    } else {
        0
    }
}

fn hash(text: &str) -> u64 {
    fold(SEED, text.bytes().map(u64::from))
}
