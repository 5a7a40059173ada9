//! Rows with one name, sex and birth date: cases F, G and I.
//!
//! A row that another row of the same number stands for is left out, so what an identity number has
//! explained is not said twice. Without a resident number the system flags the rows, whoever they
//! are (G). With different numbers it does not, and only doubt makes a group (F).

use roster_model::{Case, Column, Kinship, Verdict};

use super::joined::{Numbers, Part, parts};
use super::{Decided, Decision, by_quality, by_school, of_school, worth_of};
use crate::compare::documents::document_key;
use crate::compare::numbers::contradict;
use crate::people::People;
use crate::people::keys::Document;
use crate::people::second_number::in_student_number;
use crate::say::Reason;

/// What the number of a row is worth.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// Valid, and the row agrees with it.
    Good,
    /// Meant as a resident number, and wrong or at odds with the row.
    Bad,
    /// No resident number.
    Without,
}

fn standing(people: &People<'_>, row: u32) -> Standing {
    match people.document(row) {
        Document::Absent | Document::Other => Standing::Without,
        Document::Resident if people.is_consistent(row) => Standing::Good,
        Document::Resident | Document::Unreadable => Standing::Bad,
    }
}

fn count(people: &People<'_>, rows: &[u32], wanted: Standing) -> usize {
    rows.iter()
        .filter(|&&row| standing(people, row) == wanted)
        .count()
}

/// Decides a class of one name, sex and birth date; rows ascending. Adds nothing where all is explained. Gives the
/// rows again, those by themselves that are another pupil's.
pub(crate) fn decide(
    people: &People<'_>,
    rows: &[u32],
    decisions: &mut Vec<Decision>,
) -> Vec<Vec<u32>> {
    let first = people.written(rows[0]);
    if first != 0 && rows.iter().all(|&row| people.written(row) == first) {
        return vec![rows.to_vec()];
    }
    let units = units(people, rows);
    let parts = parts(people, &units);
    let with_numbers = units
        .iter()
        .all(|unit| standing(people, unit[0]) != Standing::Without);
    if with_numbers {
        different_numbers(people, &parts, decisions);
    } else if !(lack_column(people, rows) && are_registered_apart(people, &parts)) {
        decisions.push(without_number(people, &parts));
    }
    pupils(&units, &parts)
}

/// Whether the lists of these rows have no column for identity numbers.
fn lack_column(people: &People<'_>, rows: &[u32]) -> bool {
    let has = |row: u32| {
        let (sheet, _) = people.place(row);
        let mut columns = people.sheet(sheet).columns.iter();
        columns.any(|it| it.column == Some(Column::IdNumber))
    };
    !rows.iter().any(|&row| has(row))
}

/// Whether each part has the 学籍号 of another resident, and somebody else in the family: two records of the system,
/// which it told apart by their numbers.
fn are_registered_apart(people: &People<'_>, parts: &[Part]) -> bool {
    let number = |part: &Part| match part.rows[..] {
        [row] if part.apart_by > 0 && !part.shares_somebody() => in_student_number(people, row),
        _ => None,
    };
    let mut numbers: Vec<Option<u64>> = parts.iter().map(number).collect();
    roster_order::sort(&mut numbers);
    !numbers.contains(&None) && numbers.windows(2).all(|it| it[0] != it[1])
}

/// The rows of each part that is another pupil, and those of all others together.
fn pupils(units: &[Vec<u32>], parts: &[Part]) -> Vec<Vec<u32>> {
    let is_another = |part: &Part| part.told_apart || part.apart_by > 1;
    // Who stands for the rows of a number, with the place of the part; behind them all who are nobody else.
    let rows = (0..).zip(parts).filter(|it| is_another(it.1));
    let rows = rows.flat_map(|(at, part)| part.rows.iter().map(move |&row| (row, at)));
    let mut of_another: Vec<(u32, usize)> = rows.collect();
    roster_order::sort(&mut of_another);
    let mut pupils = vec![Vec::new(); parts.len() + 1];
    for unit in units {
        let found = of_another.binary_search_by_key(&unit[0], |it| it.0);
        let at = found.map_or(parts.len(), |it| of_another[it].1);
        pupils[at].extend_from_slice(unit);
    }
    pupils
}

/// The rows of each number, best first, and each row without one; in the order of the first.
fn units(people: &People<'_>, rows: &[u32]) -> Vec<Vec<u32>> {
    let of_row = |&row: &u32| (people.written(row), row);
    let mut sorted: Vec<(u64, u32)> = rows.iter().map(of_row).collect();
    roster_order::sort_many_pairs(&mut sorted);
    let mut units = Vec::with_capacity(rows.len());
    for same in sorted.chunk_by(|a, b| a.0 == b.0) {
        let mut run: Vec<u32> = same.iter().map(|it| it.1).collect();
        if same[0].0 == 0 {
            units.extend(run.into_iter().map(|row| vec![row]));
        } else {
            if run.len() > 1 {
                by_quality(people, &mut run);
            }
            units.push(run);
        }
    }
    roster_order::sort(&mut units);
    units
}

/// Case G, or I where one pupil is in the rosters of two schools.
fn without_number(people: &People<'_>, parts: &[Part]) -> Decision {
    if let [only] = parts
        && only.schools == Kinship::Several
    {
        let members = in_schools(people, only, Reason::SurplusWithoutNumber, 0);
        return Decision::new(Case::I, Verdict::Certain, members);
    }
    let mut members = Vec::new();
    for (kin, part) in parts.iter().enumerate() {
        let alone = parts.len() == 1;
        members.extend(part_without_number(people, part, alone, kin as u32));
    }
    Decision::new(Case::G, Verdict::Certain, members)
}

fn several_numbers(people: &People<'_>, rows: &[u32]) -> bool {
    count(people, rows, Standing::Good) > 1
}

/// Best first: a good number, that of another document, a wrong one, none; then more cells that are filled and sound,
/// and fewer that are untidy.
fn best_first(people: &People<'_>, rows: &mut [u32]) {
    let count = rows.len();
    roster_order::sort_by_cached_key(rows, |&row| {
        let number = match standing(people, row) {
            Standing::Good => 0,
            Standing::Without if has_document(people, row) => 1,
            Standing::Bad => 2,
            Standing::Without => 3,
        };
        let worth = worth_of(people, row, count);
        (number, u32::MAX - worth.sound, worth.untidy, row)
    });
}

/// Whether the number of another document is there.
fn has_document(people: &People<'_>, row: u32) -> bool {
    people.document(row) == Document::Other && document_key(people.number_text(row)).is_some()
}

/// Only a further row of the same school is surplus.
fn in_schools(people: &People<'_>, part: &Part, surplus: Reason, kin: u32) -> Vec<Decided> {
    let mut rows = part.rows.clone();
    best_first(people, &mut rows);
    let several_numbers = several_numbers(people, &rows);
    let reason = |at: usize, row: u32| match standing(people, row) {
        Standing::Good if several_numbers => Reason::TwoSchoolsNumbers,
        _ if at > 0 && !several_numbers => surplus,
        _ => of_school(people, row, part.schools, Reason::TwoSchools),
    };
    let schools = by_school(people, &rows).into_iter();
    let of_each = schools.flat_map(|rows| {
        let each = rows.into_iter().enumerate();
        each.map(|(at, person)| Decided {
            person,
            reason: reason(at, person),
            kin,
        })
    });
    of_each.collect()
}

fn part_without_number(people: &People<'_>, part: &Part, alone: bool, kin: u32) -> Vec<Decided> {
    let several_numbers = several_numbers(people, &part.rows);
    let is_untold = part.schools == Kinship::Untold && !several_numbers;
    if part.schools == Kinship::Several || is_untold {
        return in_schools(people, part, Reason::SurplusWithoutNumber, kin);
    }
    let mut rows = part.rows.clone();
    best_first(people, &mut rows);
    let best = rows[0];
    let reason = |row: u32| match standing(people, row) {
        Standing::Good if several_numbers && part.numbers != Numbers::Far => near(part),
        _ if several_numbers => Reason::SeveralNumbers,
        _ if row != best => Reason::SurplusWithoutNumber,
        // Nothing is left that it could be compared with.
        Standing::Bad if rows.len() > 1 => Reason::KeptOfOneWrong,
        Standing::Bad => Reason::NumberWrong,
        _ if alone => Reason::KeptOfOne,
        _ if part.told_apart => Reason::ToldApart,
        _ if part.apart_by > 1 && rows.len() > 1 => Reason::DifferentAndTwice,
        _ if part.apart_by > 1 => Reason::DifferentPupils,
        _ => Reason::NothingTellsWithoutNumber,
    };
    rows.iter()
        .map(|&row| Decided {
            person: row,
            reason: reason(row),
            kin,
        })
        .collect()
}

/// Case F: the parts that nothing sets apart make one group to look at. Where every part stands apart,
/// each part of several rows is a group by itself, and a part of one row is a namesake.
fn different_numbers(people: &People<'_>, parts: &[Part], decisions: &mut Vec<Decision>) {
    // A pupil with nothing but a wrong number may be any of the others, whatever telephones and addresses say.
    let is_apart = |part: &Part| {
        part.told_apart || (!part.shares_somebody() && shows_another_number(people, part, parts))
    };
    let is_wrong = |part: &Part| !is_apart(part) && count(people, &part.rows, Standing::Good) == 0;
    let wrong = parts.iter().any(is_wrong);
    let is_sure = |part: &Part| part.apart_by == 0 || part.shares_somebody() || wrong;
    let is_open = |part: &Part| !is_apart(part) && (is_sure(part) || part.shares_home());
    let open = parts.iter().any(is_open) && parts.len() > 1;
    if !open {
        for part in parts.iter().filter(|part| part.rows.len() > 1) {
            decisions.push(likely_one_pupil(people, part));
        }
        return;
    }
    let included: Vec<&Part> = parts
        .iter()
        .filter(|part| is_open(part) || part.rows.len() > 1)
        .collect();
    let rows: Vec<u32> = included
        .iter()
        .flat_map(|part| part.rows.iter().copied())
        .collect();
    let good = count(people, &rows, Standing::Good);
    // One right number and a wrong one beside it is the usual picture of a pupil entered twice.
    let differ = included.iter().all(|part| part.apart_by > 0);
    // So is one telephone, whosever the parents are.
    let of_one_phone = included.iter().all(|part| part.shares_telephone());
    // Nothing but a house or a room speaks for one pupil, and a telephone or a guardian against it.
    let of_one_home = |part: &&Part| part.rows.len() == 1 && !is_sure(part);
    let verdict = if of_one_phone || (good == 1 && !differ) {
        Verdict::Likely
    } else if included.iter().all(of_one_home) {
        Verdict::Hint
    } else {
        Verdict::Review
    };
    let mut members = Vec::new();
    for (kin, part) in included.iter().enumerate() {
        for &row in &part.rows {
            let reason = reason_with_number(people, part, row, good);
            members.push(Decided {
                person: row,
                reason,
                kin: kin as u32,
            });
        }
    }
    decisions.push(Decision::new(Case::F, verdict, members));
}

/// Among more parts nobody compares what masked numbers show.
const MASKED_PARTS_MAX: usize = 32;

/// Whether what masked numbers show tells a part from every other.
fn shows_another_number(people: &People<'_>, part: &Part, parts: &[Part]) -> bool {
    let text = |row: u32| people.number_text(row);
    let contradicts = |other: &Part| {
        let others = || other.rows.iter();
        let mut rows = part.rows.iter();
        rows.all(|&row| others().all(|&other| contradict(text(row), text(other))))
    };
    let mut others = parts.iter().filter(|it| it.rows != part.rows);
    (2..=MASKED_PARTS_MAX).contains(&parts.len()) && others.all(contradicts)
}

fn likely_one_pupil(people: &People<'_>, part: &Part) -> Decision {
    let contradicted = part.numbers == Numbers::NearAndContradicted;
    let verdict = if contradicted {
        Verdict::Review
    } else {
        Verdict::Likely
    };
    // Whose numbers alone are alike, and nothing else, is not said to be in two schools.
    if part.schools == Kinship::Several && !contradicted {
        let members = in_schools(people, part, Reason::NumberWrong, 0);
        return Decision::new(Case::I, verdict, members);
    }
    let good = count(people, &part.rows, Standing::Good);
    let members = part.rows.iter().map(|&row| {
        let reason = reason_with_number(people, part, row, good);
        Decided {
            person: row,
            reason,
            kin: 0,
        }
    });
    Decision::new(Case::F, verdict, members.collect())
}

/// What two right numbers that are near say: not much, where the families are others.
fn near(part: &Part) -> Reason {
    match part.numbers {
        Numbers::NearAndContradicted => Reason::NearNumbersOnly,
        _ => Reason::NearNumbers,
    }
}

/// `good` is the number of rows of the group whose number is good.
fn reason_with_number(people: &People<'_>, part: &Part, row: u32, good: usize) -> Reason {
    match standing(people, row) {
        Standing::Bad | Standing::Without => Reason::NumberWrong,
        Standing::Good if good == 1 => Reason::NumberRight,
        Standing::Good if part.numbers != Numbers::Far => near(part),
        Standing::Good if part.rows.len() > 1 || part.shared != 0 => Reason::SharedWitness,
        Standing::Good => Reason::NothingTells,
    }
}
