//! Finds pairs with equal names that the other searches miss: one birth date is unreadable (and no identity
//! number holds it), or the two differ in more than one part, or in one and the sex.
//!
//! A row without a date is compared with its namesakes that share a telephone, guardian, address or 学籍号,
//! whose number is one slip away, or that are exact copies; a namesake is also who writes the name in other forms of
//! its characters, or has it as a former one. Rows with two dates are compared where they may be of one sex and
//! share a telephone, the number of a guardian or a 学籍号, since no family has two children of one name. One of the two at least has no number that goes with it: a clean roster has no such row, and
//! costs nothing.

use roster_model::{Column, RowSet};

use crate::compare::{births, sexes, witnesses};
use crate::fold::{SEED, fold};
use crate::linkage::{Comparison, Keep, Oversize, Tenths};
use crate::near::other_sex;
use crate::near::pupils::Pupils;
use crate::people::People;
use crate::people::keys::known_digits;
use crate::people::person::Person;
use crate::people::student_numbers::key;
use crate::people::witness::{Kind, guardians, witnesses as witnesses_of};

/// Of the rows that share one witness, at most this many are compared.
const WITNESS_ROWS_MAX: usize = 32;
/// A copy of a row with fewer cells than this may be a namesake.
const COPY_CELLS_MIN: u32 = 3;
/// Of the rows of one name, at most this many are held against those of the other sex.
const OTHER_SEX_ROWS_MAX: usize = 256;

/// The most that a pair weighs besides its name, with two dates that differ: the sex, and a witness.
const MOST: Tenths = sexes::LEVELS[sexes::EQUAL as usize].weight
    + witnesses::MOST
    + births::LEVELS[births::DIFFERENT as usize].weight;

/// Gives one key for the whole number and one for the number with each digit left out. Numbers one
/// substitution, insertion, deletion or transposition apart share a key.
fn but_one_digit(text: &str, mut give: impl FnMut(u64)) {
    let digits = known_digits(text);
    let digits = digits.as_bytes();
    if !(17..=19).contains(&digits.len()) {
        return;
    }
    let key = |digits: &mut dyn Iterator<Item = &u8>| fold(SEED, digits.map(|&it| u64::from(it)));
    give(key(&mut digits.iter()));
    for at in 0..digits.len() {
        // Of equal neighbours it does not matter which is missing.
        if at == 0 || digits[at] != digits[at - 1] {
            give(key(&mut digits[..at].iter().chain(&digits[at + 1..])));
        }
    }
}

/// What a pair weighs that is kept: any pair, and one of one school.
#[derive(Clone, Copy)]
pub(crate) struct AtLeast {
    pub(crate) of_any: Tenths,
    pub(crate) of_one_school: Tenths,
}

impl AtLeast {
    /// Rows of one name between which pairs of so much at `most` may be kept: all together, or those of each school.
    fn within_reach<'v>(
        self,
        people: &People<'_>,
        of_name: &'v [(u64, u32)],
        by_school: &'v mut Vec<(u64, u32)>,
        most: Tenths,
    ) -> impl Iterator<Item = &'v [(u64, u32)]> {
        let rows = if most >= self.of_any {
            of_name
        } else {
            by_school.clear();
            if most >= self.of_one_school {
                let schools = of_name.iter().map(|it| (people.school(it.1), it.1));
                by_school.extend(schools.filter(|it| it.0 != 0));
                roster_order::sort_many_pairs(by_school);
            }
            by_school
        };
        let parts = rows.chunk_by(|a, b| a.0 == b.0);
        parts.filter(|part| part.len() > 1)
    }
}

/// The pairs that are kept, which weigh `at_least` this much, and what was not compared in full. Pairs of one
/// 学籍号 are kept by `keep_numbered`: they may weigh less without it.
pub(crate) fn pairs(
    pupils: &Pupils<'_, '_>,
    open: &RowSet,
    at_least: AtLeast,
    keep: Keep<'_>,
    keep_numbered: Keep<'_>,
) -> (Vec<(u32, u32)>, Vec<Oversize>) {
    let people = pupils.people;
    let mut search = Search {
        people,
        open,
        comparison: Comparison::default(),
        pairs: Vec::new(),
        oversize: Vec::new(),
    };
    let (mut lots, mut by_school, mut rows) = (Lots::default(), Vec::new(), Vec::new());
    for of_name in of_open_names(pupils, open).chunk_by(|a, b| a.0 == b.0) {
        let has_open = |part: &[(u64, u32)]| part.iter().any(|it| open.contains(it.1));
        if !has_open(of_name) {
            continue;
        }
        let has_undated = of_name.iter().any(|it| people.birth(it.1) == 0);
        let (spelt, name) = (people.spelt(), of_name[0].0 as u32);
        let rarity = |name: u32| spelt.whole(spelt.characters(name));
        let capped = |name: u32| rarity(name).min(spelt.cap(name));
        // Where there are several forms of the name, the first row must not decide.
        let most_of = |of: &dyn Fn(u32) -> Tenths| {
            let forms = of_name.iter().filter(|_| spelt.has_variant(name));
            let most = forms.map(|it| of(people.name(it.1))).max();
            most.unwrap_or_else(|| of(name))
        };
        let most = if has_undated {
            Tenths::MAX
        } else {
            most_of(&rarity) + MOST
        };
        for part in at_least.within_reach(people, of_name, &mut by_school, most) {
            if !has_open(part) {
                continue;
            }
            lots.clear();
            for &(_, person) in part {
                lots.gather(people, person, has_undated);
            }
            search.compare(&mut lots.student, Sure::Yes, keep_numbered);
            search.compare(&mut lots.slips, Sure::Yes, keep);
            search.compare(&mut lots.sure, Sure::Yes, keep);
            search.compare(&mut lots.unsure, Sure::No, keep);
        }
        let most = most_of(&capped) + other_sex::MOST;
        for part in at_least.within_reach(people, of_name, &mut by_school, most) {
            if has_open(part) {
                search.other_sex(part, &mut rows, keep);
            }
        }
    }
    (search.pairs, search.oversize)
}

/// The pupils with names that some open pupil has, by name, where several have one. Where a birth date is missing,
/// all forms of a name are one, and a former name is one too.
fn of_open_names(pupils: &Pupils<'_, '_>, open: &RowSet) -> Vec<(u64, u32)> {
    let people = pupils.people;
    let speaks = |it: &u32| !pupils.is_silent(*it);
    let has_undated = open.iter().filter(speaks).any(|it| people.birth(it) == 0);
    let forms = has_undated.then(|| people.spelt().first_of_each_spelling());
    let names_of = |person: u32| {
        let first = |name: u32| forms.as_ref().map_or(name, |it| it[name as usize]);
        let former = forms.as_ref().map_or(0, |_| people.former_name(person));
        let (own, former) = (first(people.name(person)), first(former));
        let former = if former == own { 0 } else { former };
        [own, former].into_iter().filter(|&it| it != 0)
    };
    let mut names: Vec<u32> = open.iter().filter(speaks).flat_map(names_of).collect();
    if names.is_empty() {
        return Vec::new();
    }
    roster_order::sort_many_small(&mut names);
    names.dedup();
    let named = || {
        let all = (0..people.len()).filter(speaks);
        let all = all.flat_map(|it| names_of(it).map(move |name| (name, it)));
        let all = all.filter(|it| names.binary_search(&it.0).is_ok());
        all.map(|it| (u64::from(it.0), it.1))
    };
    roster_order::repeated(people.len(), named)
}

/// By what the rows of one name are compared: keys, each with the row that has it. Kept and filled again for
/// the next name.
#[derive(Default)]
struct Lots {
    /// 学籍号, which only one pupil has.
    student: Vec<(u64, u32)>,
    /// Identity numbers, and what they are without each digit.
    slips: Vec<(u64, u32)>,
    /// Witnesses that only one family has.
    sure: Vec<(u64, u32)>,
    /// Witnesses that two families may share.
    unsure: Vec<(u64, u32)>,
}

impl Lots {
    fn clear(&mut self) {
        self.student.clear();
        self.slips.clear();
        self.sure.clear();
        self.unsure.clear();
    }

    fn gather(&mut self, people: &People<'_>, person: u32, has_undated: bool) {
        let number = key(people.text(person, Column::StudentNumber));
        self.student.extend(number.map(|it| (it, person)));
        let numbers = guardians(people, person).map(|it| it.number);
        let numbers = numbers.filter(|&it| it != 0);
        self.sure.extend(numbers.map(|it| (it, person)));
        for it in witnesses_of(people, person, 2) {
            if it.kind == Kind::Phone {
                self.sure.push((it.hash, person));
            } else if has_undated {
                self.unsure.push((it.hash, person));
            }
        }
        if has_undated && people.filled(person) >= COPY_CELLS_MIN {
            self.unsure.push((people.content(person), person));
        }
        if has_undated {
            but_one_digit(people.number_text(person), |it| {
                self.slips.push((it, person));
            });
        }
    }
}

/// Whether only one pupil or one family can have a key: then two dates are no obstacle.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sure {
    Yes,
    No,
}

struct Search<'q, 's> {
    people: &'q People<'s>,
    open: &'q RowSet,
    comparison: Comparison,
    pairs: Vec<(u32, u32)>,
    oversize: Vec<Oversize>,
}

impl Search<'_, '_> {
    /// Compares the rows of one name that share a key.
    fn compare(&mut self, keyed: &mut [(u64, u32)], sure: Sure, keep: Keep<'_>) {
        roster_order::sort_many_pairs(keyed);
        for run in keyed.chunk_by(|a, b| a.0 == b.0) {
            if run.len() > WITNESS_ROWS_MAX {
                self.oversize.push(Oversize {
                    family: None,
                    record: run[0].1,
                    records: run.len() as u32,
                });
            }
            let run = &run[..run.len().min(WITNESS_ROWS_MAX)];
            for (at, &(_, a)) in run.iter().enumerate() {
                for &(_, b) in run[at + 1..].iter().filter(|it| it.1 != a) {
                    if self.may_be_one(a, b, sure) && keep((a, b), &mut self.comparison) {
                        self.pairs.push((a, b));
                    }
                }
            }
        }
    }

    /// Compares the rows of one name whose sex and birth date differ.
    fn other_sex(&mut self, of_name: &[(u64, u32)], rows: &mut Vec<(u32, Person)>, keep: Keep<'_>) {
        if of_name.len() > OTHER_SEX_ROWS_MAX {
            self.oversize.push(Oversize {
                family: None,
                record: of_name[0].1,
                records: of_name.len() as u32,
            });
        }
        let of_name = &of_name[..of_name.len().min(OTHER_SEX_ROWS_MAX)];
        let (comparison, pairs) = (&mut self.comparison, &mut self.pairs);
        other_sex::pairs(self.people, of_name, self.open, rows, |a, b| {
            if keep((a, b), comparison) {
                pairs.push((a, b));
            }
        });
    }

    fn may_be_one(&self, a: u32, b: u32, sure: Sure) -> bool {
        let people = self.people;
        let sexes = (people.sex(a), people.sex(b));
        let one_sex = sexes.0 == sexes.1 || sexes.0 == 0 || sexes.1 == 0;
        let one_pupil = sure == Sure::Yes && one_sex && people.name(a) == people.name(b);
        let is_undated = |it: u32| people.birth(it) == 0;
        (one_pupil || is_undated(a) || is_undated(b))
            && (self.open.contains(a) || self.open.contains(b))
    }
}
