//! Lists of some of the pupils that a school keeps beside the roster: 留守儿童, 住校生, 营养餐. Who stands in both is no
//! duplicate.
//!
//! A list is one of them only where it is certain enough. Called so, half of its pupils are enough if it has fewer
//! columns than the roster, and nine of ten if it has fewer pupils; not called so, it has to have fewer of both, and
//! nine of ten of its pupils are in the roster. And the list of a school beside the lists of its classes in one file is
//! one of them, if it has as many rows as these together and nine of ten of their pupils. So a class that was handed in twice, or the old and the new version of
//! a list, are duplicates as before. Of rows of both that are one pupil only the roster's is looked at; what contradicts
//! one another is told, and so are duplicates within the list.

pub(crate) mod names;

use roster_model::{Kinship, KnownBy, PartList, RowSet, Schools, Sheet, SheetRole};

use crate::decide::Decision;
use crate::decide::carried::numbers_in_common;
use crate::decide::told_apart::TOLD_APART_MAX;
use crate::part_lists::names::{is_to_be_added, part_word};
use crate::people::People;

/// A list that nothing calls one has as many pupils of the roster.
const FEWEST: u32 = 5;

/// What a sheet is like.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Looks {
    /// Its pupils are those of the run, and no archive's.
    is_checked: bool,
    /// What it may be taken for such a list by; nothing where somebody said that it is none.
    known_by: Option<KnownBy>,
    /// Known columns.
    columns: usize,
    rows: u32,
    file: u32,
}

impl Looks {
    fn of(sheet: &Sheet, file: &str, is_said: bool) -> Self {
        let known_by = match (sheet.role, is_said) {
            (SheetRole::PartList, _) => Some(KnownBy::Said),
            (_, true) => None,
            _ => match part_word(sheet, file) {
                Some(word) => Some(KnownBy::Word(word)),
                None if is_to_be_added(sheet, file) => None,
                None => Some(KnownBy::Extent),
            },
        };
        let columns = sheet.columns.iter().filter(|it| it.column.is_some());
        Looks {
            is_checked: sheet.is_checked() && sheet.lists_pupils(),
            known_by,
            columns: columns.count(),
            rows: sheet.row_count(),
            file: sheet.file,
        }
    }

    fn is_called(&self) -> bool {
        matches!(self.known_by, Some(KnownBy::Said | KnownBy::Word(_)))
    }

    fn has_fewer_columns(&self, other: &Looks) -> bool {
        self.columns * 3 <= other.columns * 2
    }

    /// Whether the list may have some of the pupils of the other. No two lists may be so of one another.
    fn may_be_of(&self, other: &Looks) -> bool {
        self.is_checked
            && other.is_checked
            && match self.known_by {
                None => false,
                Some(KnownBy::Sum) => !other.is_called() && other.file == self.file,
                Some(KnownBy::Extent) => {
                    let may_be = !other.is_called() && other.known_by != Some(KnownBy::Sum);
                    may_be && self.has_fewer_columns(other)
                }
                Some(_) => !other.is_called() || self.has_fewer_columns(other),
            }
    }
}

/// Whether a list has about as many rows as the others of its file together, of which there are some.
fn is_sum(at: usize, looks: &[Looks]) -> bool {
    let here = looks[at];
    let is_other = |(other, it): &(usize, &Looks)| {
        *other != at && it.file == here.file && it.is_checked && !it.is_called()
    };
    let others = looks
        .iter()
        .enumerate()
        .filter(is_other)
        .map(|it| it.1.rows);
    here.is_checked
        && here.known_by == Some(KnownBy::Extent)
        && here.rows >= FEWEST
        && others.clone().count() > 1
        && are_nearly(here.rows, others.sum())
}

/// Whether two counts differ by a tenth at most.
fn are_nearly(a: u32, b: u32) -> bool {
    a.abs_diff(b) * 10 <= a
}

impl People<'_> {
    /// The same, with lists of some of the pupils looked for. `files` are the names of the files of the run; of each
    /// sheet, `is_said` tells whether somebody said what it is for.
    #[must_use]
    pub fn with_part_lists(mut self, files: &[&str], is_said: &[bool]) -> Self {
        let all = (0..self.sheet_count()).zip(is_said).map(|(at, &is_said)| {
            let sheet = self.sheet(at);
            let file = files.get(sheet.file as usize).copied().unwrap_or("");
            Looks::of(sheet, file, is_said)
        });
        let mut looks: Vec<Looks> = all.collect();
        for at in 0..looks.len() {
            if is_sum(at, &looks) {
                looks[at].known_by = Some(KnownBy::Sum);
            }
        }
        let may_be = |it: &Looks| looks.iter().any(|other| it.may_be_of(other));
        if looks.iter().any(may_be) {
            self.looks = looks;
        }
        self
    }

    fn sheet_of(&self, person: u32) -> usize {
        self.place(person).0 as usize
    }

    /// Whether the sheet of the first may have some of the pupils of that of the other.
    fn may_repeat(&self, a: u32, b: u32) -> bool {
        let (one, other) = (self.sheet_of(a), self.sheet_of(b));
        one != other && self.looks[one].may_be_of(&self.looks[other])
    }
}

/// The lists of a run.
pub(crate) struct PartLists<'p, 's> {
    people: &'p People<'s>,
    /// Rows that may repeat one of another sheet, each with the sheet; sorted.
    found: Vec<(u32, u32)>,
    /// For each sheet the sheets that have its pupils; empty for what is no such list.
    of: Vec<Vec<u32>>,
}

impl<'p, 's> PartLists<'p, 's> {
    /// Those that the classes of rows with one key tell.
    pub(crate) fn find<I>(people: &'p People<'s>, classes: impl Fn() -> I) -> Self
    where
        I: Iterator<Item = Vec<u32>>,
    {
        let mut lists = PartLists {
            people,
            found: Vec::new(),
            of: Vec::new(),
        };
        if !people.looks.is_empty() {
            for class in classes().filter(|it| it.len() <= TOLD_APART_MAX) {
                for &a in &class {
                    lists.add(a, class.iter().copied(), is_one_pupil);
                }
            }
            lists.settle();
        }
        lists
    }

    fn add(
        &mut self,
        a: u32,
        others: impl Iterator<Item = u32>,
        is_one: impl Fn(&People<'_>, u32, u32) -> bool,
    ) {
        let people = self.people;
        let same = others.filter(|&b| people.may_repeat(a, b) && is_one(people, a, b));
        self.found.extend(same.map(|b| (a, people.place(b).0)));
    }

    /// Decides which sheets are such lists.
    fn settle(&mut self) {
        roster_order::sort(&mut self.found);
        self.found.dedup();
        self.of = vec![Vec::new(); self.people.looks.len()];
        let (people, looks) = (self.people, &self.people.looks);
        let sheets = self
            .found
            .chunk_by(|a, b| people.sheet_of(a.0) == people.sheet_of(b.0));
        for found in sheets {
            let sheet = people.sheet_of(found[0].0);
            let count = found.chunk_by(|a, b| a.0 == b.0).count() as u32;
            let mut of: Vec<u32> = found.iter().map(|it| it.1).collect();
            roster_order::sort(&mut of);
            let rosters = of.chunk_by(|a, b| a == b);
            let lists = rosters.clone().count();
            let most = rosters
                .clone()
                .max_by_key(|it| it.len())
                .map_or(0, |it| it[0]);
            let all: u32 = rosters.map(|it| looks[it[0] as usize].rows).sum();
            let (here, most) = (&looks[sheet], &looks[most as usize]);
            let nearly_all = count * 10 >= here.rows * 9 && here.rows * 3 <= all * 2;
            let is_one = match here.known_by {
                Some(KnownBy::Said) => true,
                Some(KnownBy::Sum) => {
                    lists > 1 && count * 10 >= here.rows * 9 && are_nearly(here.rows, all)
                }
                Some(KnownBy::Word(_)) if here.has_fewer_columns(most) => count * 2 >= here.rows,
                Some(KnownBy::Word(_)) => nearly_all,
                _ => nearly_all && count >= FEWEST,
            };
            if is_one {
                of.dedup();
                self.of[sheet] = of;
            }
        }
    }

    /// Whether the first is in such a list of the sheet of the other.
    fn repeats(&self, a: u32, b: u32) -> bool {
        let sheet = self.people.place(b).0;
        let of = self.of.get(self.people.sheet_of(a));
        of.is_some_and(|it| it.contains(&sheet))
    }

    /// A class without the rows of such lists that repeat another of it; and those of each list by themselves. Only what
    /// has more than one row is given.
    pub(crate) fn apart(&self, class: Vec<u32>, silent: &mut RowSet) -> Vec<Vec<u32>> {
        if self.of.iter().all(Vec::is_empty) || class.len() > TOLD_APART_MAX {
            return vec![class];
        }
        let is_repeated = |&a: &u32| {
            let mut others = class.iter();
            others.any(|&b| self.repeats(a, b) && is_one_pupil(self.people, a, b))
        };
        let (repeated, rest): (Vec<u32>, Vec<u32>) = class.iter().partition(|it| is_repeated(it));
        for &row in &repeated {
            silent.insert(row);
        }
        let people = self.people;
        let mut apart = vec![rest];
        let of_lists = repeated.chunk_by(|a, b| people.sheet_of(*a) == people.sheet_of(*b));
        apart.extend(of_lists.map(<[u32]>::to_vec));
        apart.retain(|it| it.len() > 1);
        apart
    }

    /// Looks once more when what no key brings together is known, and takes those out who are in such a list and
    /// its roster.
    pub(crate) fn look_again(&mut self, decisions: &mut Vec<Decision>) {
        let people = self.people;
        if people.looks.is_empty() {
            return;
        }
        let nothing_differs = |people: &People<'_>, a: u32, b: u32| {
            numbers_in_common(people, a, b).is_some() && are_in_one_school(people, a, b)
        };
        let members = |it: &Decision| -> Vec<u32> {
            let members = it.members.iter().map(|it| it.person);
            members.take(TOLD_APART_MAX).collect()
        };
        for class in decisions.iter().map(members) {
            for &a in &class {
                self.add(a, class.iter().copied(), nothing_differs);
            }
        }
        self.settle();
        decisions.retain(|it| {
            let class = members(it);
            let is_repeated = |&a: &u32| {
                let mut others = class.iter();
                others.any(|&b| self.repeats(a, b) && nothing_differs(people, a, b))
            };
            let (repeated, rest): (Vec<u32>, Vec<u32>) =
                class.iter().partition(|it| is_repeated(it));
            // Who is in such a list twice is told.
            let sheets = repeated.chunk_by(|a, b| people.sheet_of(*a) == people.sheet_of(*b));
            let are_single = sheets.clone().all(|it| it.len() == 1);
            repeated.is_empty() || rest.len() > 1 || !are_single
        });
    }

    /// What is told of them.
    pub(crate) fn told(self) -> Vec<PartList> {
        let people = self.people;
        let lists = (0..).zip(self.of).filter(|it| !it.1.is_empty());
        let told = lists.filter_map(|(sheet, of)| {
            let mut rows = RowSet::new(people.sheet(sheet).row_count());
            let places = self.found.iter().map(|it| people.place(it.0));
            places
                .filter(|it| it.0 == sheet)
                .for_each(|it| rows.insert(it.1));
            let known_by = people.looks[sheet as usize].known_by?;
            Some(PartList {
                sheet,
                of,
                rows,
                known_by,
            })
        });
        told.collect()
    }
}

/// Whether two rows are one pupil of one school: of one name, and one number, or one sex and birth date where a number
/// is missing.
fn is_one_pupil(people: &People<'_>, a: u32, b: u32) -> bool {
    let is_one_person = || {
        let births = (people.birth(a), people.birth(b));
        let sexes = (people.sex(a), people.sex(b));
        births.0 != 0 && births.0 == births.1 && sexes.0 != 0 && sexes.0 == sexes.1
    };
    let is_one = numbers_in_common(people, a, b).is_some_and(|it| it || is_one_person());
    is_one && are_in_one_school(people, a, b)
}

fn are_in_one_school(people: &People<'_>, a: u32, b: u32) -> bool {
    Schools::kinship([people.school(a), people.school(b)]) != Kinship::Several
}
