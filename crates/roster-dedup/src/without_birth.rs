//! Pairs of one name of which a row has no birth date that can be read, nor a number that has one.
//!
//! No key of the receiving system has such a row, and no family of the near-duplicates: it meets the rows of its name
//! with which it has a telephone, a guardian, an address or a 学籍号 in common, and its exact copies. A clean roster
//! has none, and costs nothing.

use roster_standard::Column;

use crate::linkage::{Comparison, Keep, Oversize};
use crate::pupils::Pupils;
use crate::student_numbers::key;
use crate::witness::witnesses;

/// Of more rows that have all of one witness only so many are compared.
const TOGETHER: usize = 32;
/// A copy of a row that says less is a namesake.
const FEWEST_CELLS: u32 = 3;

/// The pairs that are kept, and what was not compared in full.
pub(crate) fn pairs(pupils: &Pupils<'_, '_>, keep: Keep<'_>) -> (Vec<(u32, u32)>, Vec<Oversize>) {
    let people = pupils.people;
    let is_named = |&it: &u32| people.name(it) != 0 && !pupils.is_silent(it);
    let is_open = |it: u32| people.birth(it) == 0;
    let open = (0..people.len()).filter(|&it| is_open(it)).filter(is_named);
    let mut names: Vec<u32> = open.map(|it| people.name(it)).collect();
    let (mut pairs, mut oversize) = (Vec::new(), Vec::new());
    if names.is_empty() {
        return (pairs, oversize);
    }
    roster_order::sort_many_small(&mut names);
    names.dedup();
    let named = || {
        let all = (0..people.len()).filter(is_named);
        let all = all.filter(|&it| names.binary_search(&people.name(it)).is_ok());
        all.map(|it| (u64::from(people.name(it)), it))
    };
    let mut comparison = Comparison::default();
    let mut keyed = Vec::new();
    for of_name in roster_order::repeated(people.len(), named).chunk_by(|a, b| a.0 == b.0) {
        if !of_name.iter().any(|it| is_open(it.1)) {
            continue;
        }
        keyed.clear();
        for &(_, person) in of_name {
            let telling = witnesses(people, person, 2).into_iter();
            keyed.extend(telling.map(|it| (it.hash, person)));
            let number = key(people.text(person, Column::StudentNumber));
            keyed.extend(number.map(|it| (it, person)));
            if people.filled(person) >= FEWEST_CELLS {
                keyed.push((people.content(person), person));
            }
        }
        roster_order::sort_many_pairs(&mut keyed);
        for run in keyed.chunk_by(|a, b| a.0 == b.0) {
            if run.len() > TOGETHER {
                oversize.push(Oversize {
                    family: usize::MAX,
                    record: run[0].1,
                    records: run.len() as u32,
                });
            }
            let run = &run[..run.len().min(TOGETHER)];
            for (at, &(_, a)) in run.iter().enumerate() {
                for &(_, b) in &run[at + 1..] {
                    if (is_open(a) || is_open(b)) && keep((a, b), &mut comparison) {
                        pairs.push((a, b));
                    }
                }
            }
        }
    }
    (pairs, oversize)
}
