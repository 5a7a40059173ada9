//! Rows of a list of problems and the pupils of the rosters that have the same key.
//!
//! The keys looked for are sorted; each roster is gone through once for each of its columns, a text of
//! the column at a time. Of a key that many pupils have, some are enough: it is nobody's.

use std::cmp::Ordering;

use roster_model::Column;
use roster_values::date::Date;
use roster_values::id_number::{IdNumber, ResidentId, Sex};
use roster_values::name::{same_key, strict_key};
use roster_values::text::{is_placeholder, tidy_code};

use super::PUPILS_MAX;
use crate::Roster;

/// What a row of the list and a pupil have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum JoinedBy {
    /// 学籍号.
    StudentNumber,
    /// 学籍辅号.
    AuxiliaryNumber,
    /// The number of the document.
    IdNumber,
    /// Name, sex and birth date.
    NameSexBirth,
    /// The name alone, which joins nobody.
    Name,
}

impl JoinedBy {
    const ALL: [JoinedBy; 4] = [
        JoinedBy::StudentNumber,
        JoinedBy::AuxiliaryNumber,
        JoinedBy::IdNumber,
        JoinedBy::NameSexBirth,
    ];

    /// The word of the report.
    pub fn key(self) -> &'static str {
        match self {
            JoinedBy::StudentNumber => "student-number",
            JoinedBy::AuxiliaryNumber => "auxiliary-number",
            JoinedBy::IdNumber => "id-number",
            JoinedBy::NameSexBirth => "name-sex-birth",
            JoinedBy::Name => "name",
        }
    }

    fn column(self) -> Column {
        match self {
            JoinedBy::StudentNumber => Column::StudentNumber,
            JoinedBy::AuxiliaryNumber => Column::AuxiliaryNumber,
            JoinedBy::IdNumber => Column::IdNumber,
            JoinedBy::NameSexBirth | JoinedBy::Name => Column::Name,
        }
    }
}

/// The pupils that have the key of a row of the list.
#[derive(Clone, Debug, Default)]
pub(super) struct Joined {
    pub(super) pupils: Vec<(u32, u32)>,
    pub(super) by: Option<JoinedBy>,
    /// Who has the key too, and is another record of the system.
    pub(super) another: Vec<(u32, u32)>,
    /// The key of those.
    pub(super) another_by: Option<JoinedBy>,
    /// Who has the name, where nobody has a key.
    pub(super) namesakes: Vec<(u32, u32)>,
}

/// A key that is looked for, and whose it is.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Wanted {
    key: String,
    rest: Rest,
    /// Position among the rows of lists.
    at: usize,
}

/// What belongs to a key besides the text of its column: birth date and sex, for a name.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Rest(Option<(Date, bool)>);

impl Rest {
    /// Nothing where something of the key is not known.
    fn of(by: JoinedBy, roster: &Roster, row: u32) -> Option<Rest> {
        if by != JoinedBy::NameSexBirth {
            return Some(Rest(None));
        }
        let (birth, sex) = (birth(roster, row)?, sex(roster, row)?);
        Some(Rest(Some((birth, sex == Sex::Male))))
    }
}

/// Pupils of one key that are looked at: more of them do not make it clearer whose it is.
const LOOKED_AT_MAX: usize = 10 * PUPILS_MAX;

/// The pupils of each of these rows of lists.
pub(super) fn join(rosters: &[Roster], places: &[(u32, u32)]) -> Vec<Joined> {
    let mut joined = vec![Joined::default(); places.len()];
    for by in JoinedBy::ALL {
        let found = having(rosters, places, by);
        for ((it, mut found), &place) in joined.iter_mut().zip(found).zip(places) {
            if it.pupils.is_empty() && !found.is_empty() {
                // A number that many have is nobody's, whatever else they have.
                if by != JoinedBy::StudentNumber && found.len() <= PUPILS_MAX {
                    let (another, same) = found
                        .into_iter()
                        .partition(|&pupil| contradict(rosters, place, pupil));
                    if it.another.is_empty() {
                        (it.another, it.another_by) = (another, Some(by));
                    }
                    found = same;
                }
                it.by = (!found.is_empty()).then_some(by);
                it.pupils = found;
            } else if by == JoinedBy::NameSexBirth
                && it.by == Some(JoinedBy::IdNumber)
                && !it.pupils.iter().any(|&it| same_name(rosters, place, it))
            {
                // A number typed for the wrong child does not make the child another one.
                found.retain(|&pupil| !contradict(rosters, place, pupil));
                if !found.is_empty() {
                    (it.pupils, it.by) = (found, Some(by));
                }
            } else if it.pupils.len() > 1 {
                // Of several with one key those are meant that have the next one too.
                let both = it.pupils.iter().copied();
                let both: Vec<_> = both.filter(|it| found.contains(it)).collect();
                if !both.is_empty() {
                    it.pupils = both;
                }
            }
        }
    }
    add_namesakes(rosters, places, &mut joined);
    for it in &mut joined {
        it.pupils.truncate(PUPILS_MAX);
        it.namesakes.truncate(PUPILS_MAX);
    }
    joined
}

/// Who has the name of a row that no key joins. A number that is another name's may be typed for either.
fn add_namesakes(rosters: &[Roster], places: &[(u32, u32)], joined: &mut [Joined]) {
    let is_unsure = |at: &usize| {
        let (it, place) = (&joined[*at], places[*at]);
        let same = |it: &(u32, u32)| same_name(rosters, place, *it);
        it.pupils.is_empty() && it.another.is_empty()
            || it.by == Some(JoinedBy::IdNumber) && !it.pupils.iter().any(same)
    };
    let unsure: Vec<usize> = (0..places.len()).filter(is_unsure).collect();
    if unsure.is_empty() {
        return;
    }
    let their: Vec<_> = unsure.iter().map(|&at| places[at]).collect();
    for (at, found) in unsure
        .into_iter()
        .zip(having(rosters, &their, JoinedBy::Name))
    {
        let it = &mut joined[at];
        let (sheet, row) = places[at];
        if it.pupils.is_empty() {
            it.namesakes = found;
        } else if own_birth(&rosters[sheet as usize], row).is_none() {
            it.pupils.extend(found);
        }
    }
}

/// Whether two rows have one name.
pub(super) fn same_name(rosters: &[Roster], a: (u32, u32), b: (u32, u32)) -> bool {
    let name = |(sheet, row): (u32, u32)| rosters[sheet as usize].text(Column::Name, row);
    same_key(name(a), name(b))
}

/// Whether two rows of one number are two records of the system: each has a 学籍号 of the same sort, or a school,
/// and these differ, or names that have nothing in common.
fn contradict(rosters: &[Roster], a: (u32, u32), b: (u32, u32)) -> bool {
    let text = |column, (sheet, row): (u32, u32)| {
        let text = rosters[sheet as usize].text(column, row);
        (!is_placeholder(text)).then(|| tidy_code(text).to_uppercase())
    };
    let both = |column| {
        let (a, b) = (text(column, a)?, text(column, b)?);
        (!a.is_empty() && !b.is_empty()).then_some((a, b))
    };
    let students = both(Column::StudentNumber).is_some_and(|(a, b)| {
        let sort = |it: &str| it.chars().next();
        a != b && a.len() == b.len() && sort(&a) == sort(&b)
    });
    let schools = both(Column::SchoolCode).is_some_and(|(a, b)| a != b && a.len() == b.len());
    let names = both(Column::Name).is_some_and(|(a, b)| !a.chars().any(|it| b.contains(it)));
    students || schools || names
}

/// For each of these rows the pupils with its key.
fn having(rosters: &[Roster], places: &[(u32, u32)], by: JoinedBy) -> Vec<Vec<(u32, u32)>> {
    let mut found = vec![Vec::new(); places.len()];
    let mut wanted: Vec<Wanted> = Vec::new();
    for (at, &(sheet, row)) in places.iter().enumerate() {
        let roster = &rosters[sheet as usize];
        let index = roster.index_of(by.column());
        let key = index.and_then(|it| key(roster, by, it, roster.value(it, row).0 as usize));
        wanted.extend(
            key.zip(Rest::of(by, roster, row))
                .map(|(key, rest)| Wanted { key, rest, at }),
        );
    }
    wanted.sort_unstable();
    let pupils = (0..).zip(rosters);
    let pupils = pupils.filter(|(_, it)| it.sheet.is_checked() && !it.sheet.is_event_list());
    for (sheet, roster) in pupils {
        let Some(index) = roster.index_of(by.column()).filter(|_| !wanted.is_empty()) else {
            continue;
        };
        let cells = &roster.sheet.columns[index].cells;
        let of_value: Vec<&[Wanted]> = (0..cells.value_count() as usize)
            .map(|value| {
                let key = key(roster, by, index, value);
                key.map_or(&[][..], |key| run_by(&wanted, |it| it.key.cmp(&key)))
            })
            .collect();
        for row in 0..roster.sheet.row_count() {
            let of_key = of_value[cells.value(row).0 as usize];
            let Some(rest) = Rest::of(by, roster, row).filter(|_| !of_key.is_empty()) else {
                continue;
            };
            let all = run_by(of_key, |it| it.rest.cmp(&rest));
            // All of them have the same pupils.
            if all
                .first()
                .is_some_and(|it| found[it.at].len() < LOOKED_AT_MAX)
            {
                for it in all {
                    found[it.at].push((sheet, row));
                }
            }
        }
    }
    found
}

/// The number of a row as numbers are compared; nothing where it has none.
pub(super) fn number(rosters: &[Roster], (sheet, row): (u32, u32)) -> Option<String> {
    let roster = &rosters[sheet as usize];
    let index = roster.index_of(Column::IdNumber)?;
    let value = roster.value(index, row).0 as usize;
    key(roster, JoinedBy::IdNumber, index, value)
}

/// The key that a stored text of a column gives.
fn key(roster: &Roster, by: JoinedBy, index: usize, value: usize) -> Option<String> {
    let text = roster.sheet.columns[index]
        .cells
        .text(roster_model::ValueId(value as u32));
    let key = match by {
        JoinedBy::NameSexBirth | JoinedBy::Name => strict_key(text),
        JoinedBy::IdNumber => match roster.ids(index)[value] {
            IdNumber::Resident(id) => id.text().to_owned(),
            IdNumber::Fifteen(id) => id.to_eighteen().text().to_owned(),
            _ => tidy_code(text).to_uppercase(),
        },
        _ => tidy_code(text).to_uppercase(),
    };
    (!key.is_empty() && !is_placeholder(text)).then_some(key)
}

/// Those of a kind among sorted ones.
fn run_by(wanted: &[Wanted], to: impl Fn(&Wanted) -> Ordering) -> &[Wanted] {
    let start = wanted.partition_point(|it| to(it) == Ordering::Less);
    let run = &wanted[start..];
    &run[..run.partition_point(|it| to(it) == Ordering::Equal)]
}

/// The birth date of the column, else of the number.
fn birth(roster: &Roster, row: u32) -> Option<Date> {
    own_birth(roster, row).or_else(|| resident(roster, row)?.birth())
}

/// The birth date of the column.
pub(super) fn own_birth(roster: &Roster, row: u32) -> Option<Date> {
    let index = roster.index_of(Column::BirthDate)?;
    roster.dates(index)[roster.value(index, row).0 as usize].date()
}

/// The sex of the column, else of the number.
pub(super) fn sex(roster: &Roster, row: u32) -> Option<Sex> {
    own_sex(roster, row).or_else(|| Some(resident(roster, row)?.sex()))
}

/// The sex of the column.
pub(super) fn own_sex(roster: &Roster, row: u32) -> Option<Sex> {
    let index = roster.index_of(Column::Sex)?;
    let own = roster.listed(index)[roster.value(index, row).0 as usize].entry()?;
    match own.label {
        "男" => Some(Sex::Male),
        "女" => Some(Sex::Female),
        _ => None,
    }
}

fn resident(roster: &Roster, row: u32) -> Option<ResidentId> {
    let index = roster.index_of(Column::IdNumber)?;
    let id = roster.ids(index)[roster.value(index, row).0 as usize];
    id.resident().filter(ResidentId::check_digit_is_right)
}
