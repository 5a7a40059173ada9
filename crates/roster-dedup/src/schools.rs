//! Which school a row names: by its code, or by its name in a list that has no code.
//!
//! A code and a name are not compared with one another: only a row that has both tells which name belongs to which
//! code. What no row says is not known, and then nobody is said to be in two schools.

use roster_model::Sheet;
use roster_standard::{Column, header};
use roster_values::text::{is_placeholder, tidy_code, without_white};

use crate::fold::{SEED, fold};
use crate::gather::Values;
use crate::keys::school_key;

/// Headers of the name of the school that a pupil attends, which is no column of the standard.
const NAME_HEADERS: [&str; 10] = [
    "学校名称",
    "就读学校",
    "就读学校名称",
    "现就读学校",
    "所在学校",
    "所在学校名称",
    "学籍学校",
    "学校全称",
    "学校",
    "校名",
];

/// Marks the key of a name. No code has so many digits.
const NAME: u64 = 1 << 63;
/// Marks the key of what is no code and can be compared with codes all the same.
const OTHER: u64 = 1 << 62;

/// What a row says of its school: the code, else the name, as it is written; empty where it says neither.
pub fn school_text(sheet: &Sheet, row: u32) -> &str {
    let text = |index: Option<usize>| index.map_or("", |index| sheet.text(index, row).trim());
    match text(sheet.index_of(Column::SchoolCode)) {
        "" => text(name_index(sheet)),
        code => code,
    }
}

/// Where a sheet has the names of the schools.
fn name_index(sheet: &Sheet) -> Option<usize> {
    sheet.columns.iter().position(|it| {
        let may_be = it.column.is_none() && it.header.contains('校');
        may_be && NAME_HEADERS.contains(&&*header::tidy(&it.header))
    })
}

/// Whether these are at least two different schools; zero is none that is known.
pub(crate) fn are_several(schools: impl IntoIterator<Item = u64>) -> bool {
    let (mut code, mut name) = (0, 0);
    schools.into_iter().filter(|&it| it != 0).any(|school| {
        let first = if school & NAME == 0 {
            &mut code
        } else {
            &mut name
        };
        if *first == 0 {
            *first = school;
        }
        *first != school
    })
}

/// The schools of the rows of a run while it is read.
#[derive(Debug, Default)]
pub(crate) struct Schools {
    /// Of every row, a key that is equal for one school; empty where no sheet says any.
    of: Vec<u64>,
    /// Which code rows with that name have.
    named: Vec<(u64, u64)>,
}

impl Schools {
    /// Adds the rows of a sheet, behind `before` others.
    pub(crate) fn add(&mut self, sheet: &Sheet, before: usize) {
        let names = name_index(sheet);
        if sheet.index_of(Column::SchoolCode).is_none() && names.is_none() {
            return;
        }
        self.of.resize(before, 0);
        let codes = Values::read(sheet, Column::SchoolCode, |text, _| school_key(text));
        self.of.extend(codes.of_rows(sheet));
        let here = &mut self.of[before..];
        let Some(names) = names else {
            // Whoever stands among the pupils of one school without a code is a pupil of it.
            if fill(here) {
                return;
            }
            let written = Values::read(sheet, Column::SchoolCode, |text, _| unreadable_key(text));
            fill_each(here, written.of_rows(sheet));
            fill(here);
            return;
        };
        let names = Values::read_at(sheet, Some(names), |text, _| name_key(text));
        let mut named: Vec<u64> = names.of_rows(sheet).collect();
        fill(&mut named);
        for (&code, &name) in here.iter().zip(&named) {
            let pair = (name, code);
            if code != 0 && name != 0 && self.named.last() != Some(&pair) {
                self.named.push(pair);
            }
        }
        if !are_several(named.iter().copied()) {
            fill(here);
        }
        fill_each(here, named.into_iter());
    }

    /// The keys, once all sheets are read: a name that has one code is that code.
    pub(crate) fn finish(mut self) -> Vec<u64> {
        roster_order::sort(&mut self.named);
        self.named.dedup();
        if self.named.is_empty() {
            return self.of;
        }
        let all_named = self.every_code_has_a_name();
        for school in self.of.iter_mut().filter(|it| **it & NAME != 0) {
            let first = self.named.partition_point(|it| it.0 < *school);
            let mut same = self.named[first..].iter().take_while(|it| it.0 == *school);
            match (same.next(), same.next()) {
                (Some(only), None) => *school = only.1,
                // Every code has another name.
                (None, _) if all_named => *school = *school & !NAME | OTHER,
                _ => {}
            }
        }
        self.of
    }

    fn every_code_has_a_name(&self) -> bool {
        let mut named: Vec<u64> = self.named.iter().map(|it| it.1).collect();
        roster_order::sort(&mut named);
        // Rows of one school mostly follow one another.
        let mut schools = self.of.chunk_by(|a, b| a == b).map(|rows| rows[0]);
        schools.all(|it| it == 0 || it & NAME != 0 || named.binary_search(&it).is_ok())
    }
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

pub(crate) fn name_key(text: &str) -> u64 {
    let tidy = tidy_code(text);
    let tidy = without_white(&tidy);
    if tidy.is_empty() || is_placeholder(&tidy) {
        return 0;
    }
    hash(&tidy) | NAME
}

fn hash(text: &str) -> u64 {
    fold(SEED, text.bytes().map(u64::from))
}
