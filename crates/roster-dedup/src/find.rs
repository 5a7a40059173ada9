//! Brings rows with equal keys together, has each class decided, and puts the groups in order.
//!
//! Two sorts do all the finding: by number, then by name, sex and birth date. Every member is linked
//! to one earlier member only, so that a class of a hundred thousand rows costs a hundred thousand
//! comparisons. What a class means is decided in `decide`.

use roster_model::{
    Agreement, Case, Evidence, Group, Link, Matches, Member, NotCompared, RowSet, Said, Stage,
};
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
use crate::people::quality::{at_odds, differing, differing_said, spelt_otherwise};
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
    let exchanged = exchanged(people, &decisions);
    let chunks: Vec<&[Decision]> = decisions.chunks(DECISIONS_PER_CHUNK).collect();
    let in_words = |chunk: usize| -> Vec<Group> {
        let mut shared = Shared::new(stage);
        let decisions = chunks[chunk].iter();
        decisions
            .map(|it| compose(&schema, &pupils, it, (stage, &exchanged), &mut shared))
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
    if decision.members.len() > TOLD_APART_MAX {
        return Said::default();
    }
    let at_odds = match own.reason {
        Reason::KeptOfOneWrong
        | Reason::FieldsAgainstNumber
        | Reason::NotFitting
        | Reason::OwnerNotFitting
        | Reason::TwoSchoolsWrong
        | Reason::FieldsInTwoSchools
        | Reason::Near => at_odds(people, own.person),
        _ => Said::default(),
    };
    if decision.case == Case::N {
        return at_odds;
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
        let spelt = spelt_otherwise();
        return Said::new(at_odds.zh + &spelt.zh, at_odds.en + &spelt.en);
    }
    at_odds
}

/// What the rows that a link joins say otherwise, where nothing else tells it. Of a large group nobody asks.
fn differing_from_other(decision: &Decision, links: &[Link], at: usize) -> Said {
    let is_told = matches!(decision.case, Case::B | Case::D | Case::N);
    let mut own = links.iter().filter(|it| it.b == at);
    let link = own.next().or_else(|| links.iter().find(|it| it.a == at));
    let Some(link) = link.filter(|_| is_told && decision.members.len() <= TOLD_APART_MAX) else {
        return Said::default();
    };
    let differs = |it: &&Evidence| !matches!(it.agreement, Agreement::Equal | Agreement::Missing);
    let said = link.evidence.iter().filter(differs).map(|it| &it.said);
    let (zh, en): (Vec<&str>, Vec<&str>) = said.map(|it| (&*it.zh, &*it.en)).unzip();
    if zh.is_empty() {
        return Said::default();
    }
    let zh = format!("与另一行相比：{}。", zh.join("；"));
    Said::new(
        zh.replace(' ', ""),
        format!("Beside the other row: {}. ", en.join("; ")),
    )
}

/// What the numbers of two pupils tell that are the other way round elsewhere.
const EXCHANGED: (&str, &str) = (
    "两名学生的号码在两处正好互换，应是两名学生，其中一处的号码填反了：先对照户口簿把填反的换回来。",
    "The numbers of two pupils are the other way round elsewhere, so they are two, whose numbers were exchanged in one \
     place: put them right from the household register first. ",
);

/// The rows of pupils whose numbers are exchanged elsewhere: two numbers that two names have each.
fn exchanged(people: &People<'_>, decisions: &[Decision]) -> RowSet {
    let mut found = RowSet::new(people.len());
    let of_pair = |(at, it): (u32, &Decision)| {
        let &[one, other] = &it.members[..] else {
            return None;
        };
        let names = [people.name(one.person), people.name(other.person)].map(u64::from);
        let (least, most) = (names[0].min(names[1]), names[0].max(names[1]));
        let is_of_number = matches!(it.case, Case::B | Case::D);
        (is_of_number && least != 0 && least != most).then_some((least << 32 | most, at))
    };
    let mut pairs: Vec<(u64, u32)> = (0..).zip(decisions).filter_map(of_pair).collect();
    roster_order::sort_many_pairs(&mut pairs);
    for it in pairs.windows(2).filter(|it| it[0].0 == it[1].0) {
        let [one, other] = [it[0].1, it[1].1].map(|at| &decisions[at as usize].members);
        let (first, crossed) = (one[0].person, other.iter().map(|it| it.person));
        let mut crossed = crossed.filter(|it| people.name(*it) != people.name(first));
        // Two pupils of one name may be written otherwise in one and the same list: there each list has one of the names.
        let is_crossed = crossed.next().is_some_and(|it| {
            people.place(it).0 == people.place(first).0 && people.birth(it) == people.birth(first)
        });
        if is_crossed && people.number(first) != people.number(other[0].person) {
            for member in one.iter().chain(other) {
                found.insert(member.person);
            }
        }
    }
    found
}

fn compose<'p, 's>(
    schema: &Schema<Pupils<'p, 's>>,
    pupils: &Pupils<'p, 's>,
    decision: &Decision,
    (stage, exchanged): (Stage, &RowSet),
    shared: &mut Shared,
) -> Group {
    let people = pupils.people;
    let reasons = match stage {
        Stage::BeforeImport => decision.members.iter().map(|it| it.reason).collect(),
        Stage::AfterImport => registered(people, decision),
    };
    let links: Vec<Link> = decision
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
    let is_exchanged = decision
        .members
        .iter()
        .all(|it| exchanged.contains(it.person));
    let members: Vec<Member> = decision
        .members
        .iter()
        .zip(reasons)
        .enumerate()
        .map(|(at, (it, reason))| {
            let (sheet, row) = people.place(it.person);
            let more = more(people, decision, it);
            let differs = differing_from_other(decision, &links, at);
            let other = if is_exchanged { EXCHANGED } else { ("", "") };
            let more = Said::new(
                more.zh + &differs.zh + other.0,
                more.en + &differs.en + other.1,
            );
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
    Group {
        case: decision.case,
        verdict: decision.verdict,
        members,
        links,
        without_archive: decision.without_archive,
        told_apart: decision.members.iter().any(|it| it.reason.is_told_apart()),
    }
}
