//! What the rows of one class are to one another, and what is proposed for each.
//!
//! A decision names a reason for every row; the handling and the sentence follow from the reason and
//! the stage, in `say`. Decisions look at keys and witnesses only and never at spelling.

pub(crate) mod joined;
pub(crate) mod same_number;
pub(crate) mod same_triple;

use std::collections::BTreeMap;

use roster_model::{Case, Verdict};

use crate::keys::Document;
use crate::people::People;
use crate::say::Reason;
use crate::second_number::{Second, second};

/// A decided class.
#[derive(Debug)]
pub(crate) struct Decision {
    pub(crate) case: Case,
    pub(crate) verdict: Verdict,
    pub(crate) members: Vec<Decided>,
    /// Each member but the first with an earlier one, where the kin do not tell.
    pub(crate) links: Option<Vec<(usize, usize)>>,
}

/// A row and what was decided for it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Decided {
    pub(crate) person: u32,
    pub(crate) reason: Reason,
    /// Rows with one kin look like one pupil; any number that tells the pupils of a class apart.
    pub(crate) kin: u32,
}

impl Decision {
    /// With the first member in front: the class's order of decision need not be that of the rows.
    fn new(case: Case, verdict: Verdict, mut members: Vec<Decided>) -> Self {
        roster_order::sort_by_key(&mut members, |it| it.person);
        Decision {
            case,
            verdict,
            members,
            links: None,
        }
    }

    /// Each member but the first, with the earlier member that best shows why it belongs: the first
    /// of the same pupil, else the first of all.
    pub(crate) fn parents(&self) -> Vec<(usize, usize)> {
        if let Some(links) = &self.links {
            return links.clone();
        }
        let mut first_of_kin = BTreeMap::new();
        let mut parents = Vec::with_capacity(self.members.len());
        for (index, member) in self.members.iter().enumerate() {
            let first = *first_of_kin.entry(member.kin).or_insert(index);
            if index > 0 {
                parents.push((if first == index { 0 } else { first }, index));
            }
        }
        parents
    }
}

/// Best first: the number fits the row, it has 18 digits, the 学籍号 has it too, more cells are filled, the row is earlier.
fn by_quality(people: &People<'_>, rows: &mut [u32]) {
    roster_order::sort_by_cached_key(rows, |&person| {
        let poor = (
            !people.is_consistent(person),
            people.has_fifteen_digits(person),
            second(people, person) != Second::Same,
        );
        (poor, u32::MAX - people.filled(person), person)
    });
}

/// Whether the rows name at least two different schools.
fn in_several_schools(people: &People<'_>, rows: impl IntoIterator<Item = u32>) -> bool {
    let mut schools = rows
        .into_iter()
        .map(|person| people.school(person))
        .filter(|&it| it != 0);
    let first = schools.next();
    first.is_some_and(|first| schools.any(|other| other != first))
}

/// Rows of one pupil in the rosters of several schools, best first: each school has one that may be right,
/// and further ones that are surplus for this reason. Where the school is not said, any row may be right.
fn of_schools(people: &People<'_>, rows: &[u32], surplus: Reason) -> Vec<Decided> {
    let place = |(&row, at): (&u32, u32)| (people.school(row), at);
    let mut firsts: Vec<(u64, u32)> = rows.iter().zip(0..).map(place).collect();
    roster_order::sort_many_pairs(&mut firsts);
    firsts.dedup_by_key(|it| it.0);
    let is_first = |at: u32, row: u32| firsts.binary_search(&(people.school(row), at)).is_ok();
    let reason = |at: u32, row: u32| match people.document(row) {
        _ if people.school(row) != 0 && !is_first(at, row) => surplus,
        Document::Resident if !people.is_consistent(row) => Reason::TwoSchoolsWrong,
        Document::Unreadable => Reason::TwoSchoolsWrong,
        _ => Reason::TwoSchools,
    };
    let decided = |(&person, at): (&u32, u32)| Decided {
        person,
        reason: reason(at, person),
        kin: 0,
    };
    rows.iter().zip(0..).map(decided).collect()
}

/// Parts a few so that no part has two who are told apart: each goes to the first part that will have it.
fn split<T: Copy>(all: Vec<T>, are_told_apart: impl Fn(T, T) -> bool) -> Vec<Vec<T>> {
    let mut parts: Vec<Vec<T>> = Vec::new();
    for one in all {
        let fits = |part: &&mut Vec<T>| !part.iter().any(|&it| are_told_apart(it, one));
        match parts.iter_mut().find(fits) {
            Some(part) => part.push(one),
            None => parts.push(vec![one]),
        }
    }
    parts
}
