//! Pupils who are nearly the same and share no key of the receiving system: case N.
//!
//! Only a pair can be one pupil of whom a number is missing, wrong, or at odds with its row: two numbers
//! that are right and differ are two pupils, unless they are a slip or two apart, as the birth dates in them, and the
//! name is one and a telephone, guardian or address, or the class, too; or the name of one is a former name of the other. So a clean roster costs next to nothing here, and never
//! cries wolf.

pub(crate) mod pupils;
pub(crate) mod same_name;
pub(crate) mod speakers;

mod bare;
mod chance;
mod families;
mod grouped;
mod numbers_apart;
mod other_sex;
mod renamed;

use roster_model::{Case, RowSet, Verdict};

use crate::compare::{births, names, numbers, sexes, witnesses};
use crate::decide::{Decided, Decision};
use crate::linkage::{
    Candidates, Comparison, Oversize, Schema, Search, Tenths, Weighed, candidates,
};
use crate::near::chance::Chance;
use crate::near::grouped::{are_joined, grouped};
use crate::near::pupils::{BIRTH, NAME, NUMBER, Pupils, SEX, witness_level, witness_levels};
use crate::people::People;
use crate::people::keys::{Document, year};
use crate::people::student_numbers;
use crate::people::witness::{Kind, guardians};
use crate::say::Reason;
use numbers_apart::with_near_numbers;

/// Weight from which a pair is likely (odds of nineteen to one), and from which somebody should review it
/// (one to two), in tenths of a bit.
const LIKELY: Tenths = 43;
const REVIEW: Tenths = -10;
/// What a person said of two rows outweighs everything that is found between others.
const TOLD_APART: Tenths = -1_000_000;

/// What the search found.
pub(crate) struct Near {
    pub(crate) decisions: Vec<Decision>,
    /// What was not compared in full.
    pub(crate) oversize: Vec<Oversize>,
}

/// Finds the near-duplicates.
pub(crate) fn find<'p, 's>(schema: &Schema<Pupils<'p, 's>>, pupils: &Pupils<'p, 's>) -> Near {
    let people = pupils.people;
    let sieve = Sieve {
        schema,
        pupils,
        chance: Chance::new(people),
    };
    let found = candidate_pairs(&sieve, &open_pupils(people));
    let mut comparison = Comparison::default();
    let weighed = found.pairs.iter();
    let weighed = weighed.map(|&pair| sieve.weigh(pair, &mut comparison));
    let mut pairs: Vec<Weighed> = weighed.collect();
    pairs.extend(with_near_numbers(pupils));
    roster_order::sort_by_key(&mut pairs, |it| (it.a, it.b));
    let groups = grouped(people, &pairs);
    let decisions = groups
        .iter()
        .map(|group| decide(people, group, &pairs))
        .collect();
    Near {
        decisions,
        oversize: found.oversize,
    }
}

/// The pupils whose rows leave a doubt: only a pair with one of them can be one pupil.
fn open_pupils(people: &People<'_>) -> RowSet {
    let mut open = RowSet::new(people.len());
    for person in 0..people.len() {
        if !people.is_consistent(person) || people.spelt().has_variant(people.name(person)) {
            open.insert(person);
        }
    }
    renamed::open_renamed(people, &mut open);
    open
}

/// The pairs that are worth weighing, and what was not compared in full.
fn candidate_pairs(sieve: &Sieve<'_, '_, '_>, open: &RowSet) -> Candidates {
    let people = sieve.pupils.people;
    let keep = |pair: (u32, u32), found: &mut Comparison| sieve.keeps(pair, found, 0);
    let keep_numbered =
        |pair: (u32, u32), found: &mut Comparison| sieve.keeps(pair, found, student_numbers::SAME);
    let mut found = candidates(&Search {
        schema: sieve.schema,
        records: sieve.pupils,
        count: people.len(),
        open,
        keep: &keep,
        threads: people.threads(),
    });
    let at_least = same_name::AtLeast {
        of_any: REVIEW - sieve.chance.of_any(),
        of_one_school: REVIEW - sieve.chance.of_one_school(),
    };
    let (of_one_name, oversize) =
        same_name::pairs(sieve.pupils, open, at_least, &keep, &keep_numbered);
    found.oversize.extend(oversize);
    if !of_one_name.is_empty() {
        found.pairs.extend(of_one_name);
        roster_order::sort(&mut found.pairs);
        found.pairs.dedup();
    }
    found
}

/// Tells the pairs that may be one pupil from those that meet by chance.
struct Sieve<'q, 'p, 's> {
    schema: &'q Schema<Pupils<'p, 's>>,
    pupils: &'q Pupils<'p, 's>,
    chance: Chance<'q, 's>,
}

impl Sieve<'_, '_, '_> {
    /// Whether a pair weighs enough with so much `more`, and nothing else speaks against it.
    fn keeps(&self, (a, b): (u32, u32), found: &mut Comparison, more: Tenths) -> bool {
        let people = self.pupils.people;
        let prior = self.chance.of(a, b);
        let at_least = REVIEW - prior.of_school - more;
        if !self.schema.compare(self.pupils, (a, b), at_least, found) {
            return false;
        }
        let at_least = REVIEW - prior.with(what_else_speaks(found, more > 0)) - more;
        if found.total() < at_least {
            return false;
        }
        // How common a short name is depends on fashion, which the rarity of its characters does not show.
        let of_length = || {
            let spelt = people.spelt();
            spelt.rarity_of_length(spelt.characters(people.name(a)))
        };
        if may_be_namesakes(found) && found.total() - of_length() < at_least {
            return false;
        }
        let both_archived = people.is_archived(a) && people.is_archived(b);
        !both_archived && !are_decided(people, a, b) && !are_two(people, found, a, b)
    }

    /// A pair with what it weighs: less than likely where somebody has to look.
    fn weigh(&self, (a, b): (u32, u32), found: &mut Comparison) -> Weighed {
        let people = self.pupils.people;
        let one_student = student_numbers::are_one(people, a, b);
        let more = if one_student {
            student_numbers::SAME
        } else {
            0
        };
        let prior = self.chance.of(a, b);
        let at_least = REVIEW - prior.of_school - more;
        self.schema.compare(self.pupils, (a, b), at_least, found);
        let speaks = what_else_speaks(found, one_student);
        let weight = found.total() + prior.with(speaks) + more;
        // What one school alone makes likely is review among many, where nothing else speaks for it.
        let is_likely = speaks == Some(true) || found.total() + prior.of_any + more >= LIKELY;
        let may_be_another = || {
            have_two_dates(found)
                || may_be_namesakes(found)
                || (is_a_name_alone(found) && !have_one_guardian(people, a, b))
        };
        let in_doubt = !is_likely
            || may_be_twins(found)
            || have_numbers_of_twins(found)
            || have_another_sex_and_date(found)
            || (renamed::is_renamed(found) && people.is_consistent(a) && people.is_consistent(b))
            || have_two_characters(people, found, a, b)
            || (!one_student && may_be_another());
        let weight = if people.are_told_apart(a, b) {
            TOLD_APART
        } else if in_doubt {
            weight.min(LIKELY - 1)
        } else {
            weight
        };
        Weighed { a, b, weight }
    }
}

/// The receiving system's own keys have brought them together, or told them apart.
fn are_decided(people: &People<'_>, a: u32, b: u32) -> bool {
    let same_number = people.written(a) != 0 && people.written(a) == people.written(b);
    let same_triple = people.name(a) != 0
        && !people.spelt().is_masked(people.name(a))
        && people.name(a) == people.name(b)
        && people.sex(a) != 0
        && people.sex(a) == people.sex(b)
        && people.birth(a) != 0
        && people.birth(a) == people.birth(b);
    same_number || same_triple
}

/// What tells two pupils, however near their rows are: two numbers that go with their rows, unless name
/// and birth date are the same in two spellings, or the one name is a former one of the other; the names of siblings, with no number to say otherwise;
/// names that only sound or look alike, or are a part of the other where the passports differ too, with none of
/// telephone, guardian and address in common; namesakes with nothing else in common, or birth dates of distant grades.
fn are_two(people: &People<'_>, found: &Comparison, a: u32, b: u32) -> bool {
    let name = found.outcomes[NAME].level;
    let both_good = people.is_consistent(a) && people.is_consistent(b);
    let one_name = matches!(name, names::EQUAL | names::VARIANT);
    let one_birth = found.outcomes[BIRTH].level == births::EQUAL;
    // The papers of twins are issued together.
    let are_next = one_birth && found.outcomes[NUMBER].level == numbers::NEXT_DOCUMENT;
    let may_be_one = (one_name || renamed::is_renamed(found)) && people.birth(a) == people.birth(b);
    if (are_next && !one_name) || (both_good && !may_be_one) {
        return true;
    }
    if number_speaks(found) {
        return false;
    }
    let witnesses = || witness_levels(found);
    let differing = witnesses().filter(|&it| it == witnesses::DIFFERENT).count();
    let apart = differing > 1 && witnesses().all(|it| it != witnesses::EQUAL);
    let other_papers = found.outcomes[NUMBER].level == numbers::OTHER_DOCUMENT;
    match name {
        names::OTHER_CHARACTER => true,
        names::EQUAL | names::VARIANT => {
            let nobody = witnesses().all(|it| it != witnesses::EQUAL);
            let speaks = !nobody && (!is_a_name_alone(found) || have_one_guardian(people, a, b));
            let all_differ = differing == Kind::ALL.len() && !one_birth;
            let strangers = all_differ && !student_numbers::are_one(people, a, b);
            !speaks && (strangers || are_in_their_grades(people, a, b))
        }
        // A whole village has one address.
        names::OTHER_SURNAME => differing > 1,
        names::PART | names::ILLEGIBLE => apart && other_papers,
        // Strangers of one town and birth date have as much in common.
        names::DIFFERENT => found.outcomes[NUMBER].level == numbers::HEAD,
        names::HOMOPHONE
        | names::NEAR_HOMOPHONE
        | names::LOOK_ALIKE
        | names::RATHER_ALIKE
        | names::IN_PINYIN
        | names::ONE_LEFT => apart,
        _ => false,
    }
}

/// Whether the birth dates differ, and of all that is known of the families nothing but the guardian agrees: a name
/// that strangers bear, too.
fn is_a_name_alone(found: &Comparison) -> bool {
    let level = |kind: Kind| witness_level(found, kind);
    !number_speaks(found)
        && found.outcomes[BIRTH].level != births::EQUAL
        && level(Kind::Guardian) == witnesses::EQUAL
        && level(Kind::Phone) == witnesses::DIFFERENT
        && level(Kind::Address) == witnesses::DIFFERENT
}

/// Whether a guardian of both has one number.
fn have_one_guardian(people: &People<'_>, a: u32, b: u32) -> bool {
    let numbers = |person| guardians(people, person).filter(|it| it.number != 0);
    numbers(a).any(|one| numbers(b).any(|other| one.number == other.number))
}

/// Whether the birth dates are as many years apart as the grades, and more than one: then neither is a slip.
fn are_in_their_grades(people: &People<'_>, a: u32, b: u32) -> bool {
    let born = |person: u32| Some(year(people.birth(person)).cast_signed()).filter(|it| *it != 0);
    let apart = || {
        let years = born(a)? - born(b)?;
        let grades = people.year(b)? - people.year(a)?;
        Some(grades.abs() > 1 && years.abs_diff(grades) <= 1)
    };
    apart().unwrap_or(false)
}

/// Whether what is known besides name, birth date and sex speaks for one pupil or against it.
fn what_else_speaks(found: &Comparison, one_student: bool) -> Option<bool> {
    let has = |level: u8| witness_levels(found).any(|it| it == level);
    if one_student || number_speaks(found) || has(witnesses::EQUAL) {
        return Some(true);
    }
    has(witnesses::DIFFERENT).then_some(false)
}

/// Whether the numbers speak for one pupil, as those of twins do not.
pub(crate) fn number_speaks(found: &Comparison) -> bool {
    let level = found.outcomes[NUMBER].level;
    found.weights[NUMBER] > 0 && !numbers::OF_TWINS.contains(level)
}

/// Born on one day, with names that differ as those of twins do: in a character that sounds or looks
/// alike or in the order of two, with no number that speaks for one pupil, or in one that does not; where a birth date is
/// missing, they may be. However much else they share, somebody must look.
fn may_be_twins(found: &Comparison) -> bool {
    let birth = found.outcomes[BIRTH].level;
    matches!(birth, births::EQUAL | births::MISSING)
        && match found.outcomes[NAME].level {
            names::OTHER_CHARACTER | names::DIFFERENT => true,
            names::HOMOPHONE
            | names::NEAR_HOMOPHONE
            | names::LOOK_ALIKE
            | names::RATHER_ALIKE
            | names::SWAPPED
            | names::IN_PINYIN => !number_speaks(found),
            names::DROPPED => birth == births::MISSING && !number_speaks(found),
            _ => false,
        }
}

/// Two names, and two numbers that are right by themselves and one behind the other: a birth date typed wrong beside
/// one of them makes no pupil of twins.
fn have_numbers_of_twins(found: &Comparison) -> bool {
    let one_name = matches!(found.outcomes[NAME].level, names::EQUAL | names::VARIANT);
    found.outcomes[NUMBER].level == numbers::NEIGHBOURS && !one_name
}

/// Two characters for one word that are both in use, 哲 and 喆: one pupil written otherwise, or twins, where no number
/// speaks for one pupil.
fn have_two_characters(people: &People<'_>, found: &Comparison, a: u32, b: u32) -> bool {
    let spelling = |person| people.spelt().spelling(people.name(person));
    found.outcomes[NAME].level == names::VARIANT
        && found.outcomes[BIRTH].level == births::EQUAL
        && !number_speaks(found)
        && spelling(a) != spelling(b)
}

/// Another sex and another birth date, which are two slips, and no number that speaks for one pupil.
fn have_another_sex_and_date(found: &Comparison) -> bool {
    let birth = found.outcomes[BIRTH].level;
    found.outcomes[SEX].level == sexes::DIFFERENT
        && ((births::SWAPPED..=births::YEAR).contains(&birth) || birth == births::DIFFERENT)
        && !number_speaks(found)
}

/// Birth dates that no slip makes one, and no number that speaks for one pupil.
fn have_two_dates(found: &Comparison) -> bool {
    found.outcomes[BIRTH].level == births::DIFFERENT && !number_speaks(found)
}

/// One name and birth dates that a slip makes one, and nothing else that speaks for one pupil: how many namesakes
/// there are hangs on the fashion of their year, which the characters of a name do not tell.
fn may_be_namesakes(found: &Comparison) -> bool {
    let is_slip = (births::SWAPPED..=births::YEAR).contains(&found.outcomes[BIRTH].level);
    let one_name = matches!(found.outcomes[NAME].level, names::EQUAL | names::VARIANT);
    one_name
        && is_slip
        && !number_speaks(found)
        && witness_levels(found).all(|it| it != witnesses::EQUAL)
}

fn decide(people: &People<'_>, group: &[u32], pairs: &[Weighed]) -> Decision {
    let mut links = Vec::with_capacity(group.len() - 1);
    for (at, &b) in group.iter().enumerate().skip(1) {
        let weight = |a: u32| {
            let found = pairs.binary_search_by_key(&(a, b), |it| (it.a, it.b));
            found.map_or(Tenths::MIN, |at| pairs[at].weight)
        };
        let earlier = (0..at).max_by_key(|&earlier| (weight(group[earlier]), at - earlier));
        let earlier = earlier.unwrap_or(0);
        links.push((earlier, at));
    }
    let good = group.iter().filter(|&&it| people.is_consistent(it)).count();
    let reason = |person: u32| {
        if people.is_consistent(person) {
            return if good == 1 {
                Reason::NearAndFitting
            } else {
                Reason::NearAndSeveralFit
            };
        }
        match people.document(person) {
            Document::Absent | Document::Other => Reason::NearWithoutNumber,
            Document::Resident | Document::Unreadable => Reason::Near,
        }
    };
    let of_person = |&person: &u32| Decided {
        person,
        reason: reason(person),
        kin: 0,
    };
    let verdict = if are_joined(group, pairs, LIKELY) {
        Verdict::Likely
    } else {
        Verdict::Review
    };
    Decision {
        case: Case::N,
        verdict,
        members: group.iter().map(of_person).collect(),
        links: Some(links),
        without_archive: false,
    }
}
