//! Brings rows with equal keys together, has each class decided, and puts the groups in order.
//!
//! Two sorts do all the finding: by number, then by name, sex and birth date. Every member is linked
//! to one earlier member only, so that a class of a hundred thousand rows costs a hundred thousand
//! comparisons. What a class means is decided in `decide`.

use roster_model::{Case, Group, Link, Matches, Member, NotCompared, RowSet, Said, Stage};
use roster_order::{both, repeated, share};

use crate::decide::carried;
use crate::decide::told_apart::TOLD_APART_MAX;
use crate::decide::{Decided, Decision, archived, registered, same_number, same_triple};
use crate::linkage::Schema;
use crate::near;
use crate::near::pupils::{Pupils, schema};
use crate::near::speakers::{good_speak, one_speaks};
use crate::part_lists::PartLists;
use crate::people::People;
use crate::people::quality::{differing, differing_said, spelt_otherwise};
use crate::people::second_number::second;
use crate::say::evidence::evidence;
use crate::say::shared::Shared;
use crate::say::{self, Reason};

/// How far the search is: `done` of `total` steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Steps done.
    pub done: u32,
    /// Steps in all.
    pub total: u32,
}

const STEPS: u32 = 5;

/// Decisions that one piece of shared work puts into words.
const DECISIONS_PER_CHUNK: usize = 1024;

/// Finds the groups: those of one identity number first, then those of one name, sex and birth date
/// that bring together rows which no number brought together.
///
/// The groups are in the order of their first member, the members in the order of sheets and rows.
/// A row may be in a group of each sort. Twins and cleared namesakes are not in the result.
/// `stage` tells what a handling asks for; `progress` is told of every step.
pub fn find_matches(people: &People<'_>, stage: Stage, mut progress: impl FnMut(Step)) -> Matches {
    let mut done = 0;
    let mut step = || {
        done += 1;
        progress(Step { done, total: STEPS });
    };
    let mut decisions = Vec::new();
    let by_triple = || repeated(people.len(), || keyed(people, triple));
    let by_number = || repeated(people.len(), || keyed(people, number));
    let (triples, numbers) = both(people.threads(), by_triple, by_number);
    step();
    let mut silent = RowSet::new(people.len());
    let mut parts = PartLists::find(people, || classes(&numbers).chain(classes(&triples)));
    for class in classes(&numbers) {
        for class in parts.apart(class, &mut silent) {
            archived::decide(people, &class, &mut decisions, |rows, decisions| {
                decisions.push(same_number::decide(people, rows));
            });
            for pupil in same_number::by_name(people, &class) {
                one_speaks(people, &pupil, &mut silent);
            }
        }
    }
    drop(numbers);
    let doubled = silent.clone();
    step();
    for class in classes(&triples) {
        for class in parts.apart(class, &mut silent) {
            // Of the class as a whole, which is decided last.
            let mut pupils = vec![class.clone()];
            archived::decide(people, &class, &mut decisions, |rows, decisions| {
                pupils = same_triple::decide(people, rows, decisions);
            });
            for pupil in pupils {
                good_speak(people, &pupil, &mut silent);
            }
        }
    }
    drop(triples);
    decisions.retain(|it: &Decision| it.members.iter().any(|it| !people.is_archived(it.person)));
    step();
    let schema = schema();
    let pupils = Pupils::new(people, silent, doubled);
    let near = near::find(&schema, &pupils);
    decisions.extend(near.decisions);
    parts.look_again(&mut decisions);
    let carried = carried::take(people, &mut decisions);
    step();
    roster_order::sort_by_key(&mut decisions, |it| {
        (it.members[0].person, it.members[1].person, it.case)
    });
    let chunks: Vec<&[Decision]> = decisions.chunks(DECISIONS_PER_CHUNK).collect();
    let in_words = |chunk: usize| -> Vec<Group> {
        let mut shared = Shared::new(stage);
        let decisions = chunks[chunk].iter();
        decisions
            .map(|it| compose(&schema, &pupils, it, stage, &mut shared))
            .collect()
    };
    let groups = share(people.threads(), chunks.len(), in_words, |_| {});
    let groups = groups.into_iter().flatten().collect();
    let not_compared = near.oversize.iter().map(|it| {
        let (sheet, row) = people.place(it.record);
        let rows = it.records;
        NotCompared { sheet, row, rows }
    });
    let not_compared = not_compared.collect();
    step();
    Matches {
        groups,
        not_compared,
        carried,
        part_lists: parts.told(),
    }
}

/// The key of every pupil who has one.
fn keyed<'p>(
    people: &'p People<'_>,
    key: fn(&People<'_>, u32) -> Option<u64>,
) -> impl Iterator<Item = (u64, u32)> + 'p {
    (0..people.len()).filter_map(move |person| Some((key(people, person)?, person)))
}

/// The resident number, or what is written in its place.
fn number(people: &People<'_>, person: u32) -> Option<u64> {
    Some(people.written(person)).filter(|&it| it != 0)
}

/// Name, sex and birth date in one number; `None` unless all three are known.
fn triple(people: &People<'_>, person: u32) -> Option<u64> {
    let (name, sex, birth) = (
        people.name(person),
        people.sex(person),
        people.birth(person),
    );
    let known = name != 0 && sex != 0 && birth != 0 && !people.spelt().is_masked(name);
    // 99991231 needs 27 bits, the sex two, the name up to 32.
    known.then(|| u64::from(name) << 29 | u64::from(sex) << 27 | u64::from(birth))
}

/// The pupils of every key that occurs more than once, each list ascending.
fn classes(keyed: &[(u64, u32)]) -> impl Iterator<Item = Vec<u32>> {
    let runs = keyed.chunk_by(|a, b| a.0 == b.0);
    runs.map(|run| run.iter().map(|&(_, person)| person).collect())
}

/// What else is said of a row: that its name is written otherwise than in the other rows of the pupil, and what a surplus
/// row has that the one that stays has not.
fn more(people: &People<'_>, decision: &Decision, own: &Decided) -> Said {
    if decision.case == Case::N || decision.members.len() > TOLD_APART_MAX {
        return Said::default();
    }
    let of_pupil = || {
        let members = decision.members.iter();
        members.filter(|it| {
            it.kin == own.kin && (it.person == own.person || decision.counts(people, it))
        })
    };
    if own.reason.is_surplus() {
        let school = people.school(own.person);
        let mut staying = of_pupil().filter(|it| !it.reason.is_surplus());
        let first = staying.clone().next();
        let staying = staying.find(|it| people.school(it.person) == school);
        let differing = staying
            .or(first)
            .map(|it| differing(people, own.person, it.person));
        return differing_said(&differing.unwrap_or_default());
    }
    let name = people.name(own.person);
    let mut names = of_pupil().map(|it| people.name(it.person));
    let is_said = matches!(own.reason, Reason::SpeltOtherwise | Reason::Renamed);
    if !is_said && name != 0 && names.any(|it| it != 0 && it != name) {
        return spelt_otherwise();
    }
    Said::default()
}

fn compose<'p, 's>(
    schema: &Schema<Pupils<'p, 's>>,
    pupils: &Pupils<'p, 's>,
    decision: &Decision,
    stage: Stage,
    shared: &mut Shared,
) -> Group {
    let people = pupils.people;
    let reasons = match stage {
        Stage::BeforeImport => decision.members.iter().map(|it| it.reason).collect(),
        Stage::AfterImport => registered(people, decision),
    };
    let members: Vec<Member> = decision
        .members
        .iter()
        .zip(reasons)
        .map(|(it, reason)| {
            let (sheet, row) = people.place(it.person);
            let more = more(people, decision, it);
            let second = second(people, it.person);
            let (handling, why) = say::proposal(reason, second, &more, stage);
            Member {
                sheet,
                row,
                pupil: it.kin,
                handling,
                why: shared.said(why),
                materials: shared.papers(handling),
            }
        })
        .collect();
    let links = decision
        .parents()
        .into_iter()
        .map(|(a, b)| {
            let pair = (decision.members[a].person, decision.members[b].person);
            Link {
                a,
                b,
                evidence: evidence(schema, pupils, pair, shared),
            }
        })
        .collect();
    Group {
        case: decision.case,
        verdict: decision.verdict,
        members,
        links,
        without_archive: decision.without_archive,
        told_apart: decision.members.iter().any(|it| it.reason.is_told_apart()),
    }
}
