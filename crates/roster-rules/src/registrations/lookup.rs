//! Rows of a list and the rows of the rosters with one key.
//!
//! The keys looked for are sorted; each roster is gone through once for each of its columns, a text of
//! the column at a time. Of a key that many pupils have, some are enough: it is nobody's.

use std::cmp::Ordering;

use roster_model::{Column, SheetRole, ValueId};
use roster_values::date::Date;
use roster_values::han::representative;
use roster_values::id_number::{IdNumber, Sex, read_id};
use roster_values::name::{DOT, is_dot_look_alike, strict_key};
use roster_values::text::{is_placeholder, tidy_code};

use super::join::{JoinedBy, birth, sex};
use super::legible::Legible;
use super::persons::is_masked;
use super::{PUPILS_MAX, RowPlace};
use crate::Roster;

/// What rows are looked up by.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Lookup {
    /// A key that joins, or the name.
    By(JoinedBy),
    /// The last legible characters of the number.
    NumberEnd,
    /// The birth date of the column.
    Birth,
    /// The surname and the length of the name, in one class.
    Surname,
}

impl Lookup {
    fn column(self) -> Column {
        match self {
            Lookup::By(JoinedBy::StudentNumber) => Column::StudentNumber,
            Lookup::By(JoinedBy::AuxiliaryNumber) => Column::AuxiliaryNumber,
            Lookup::By(JoinedBy::IdNumber) | Lookup::NumberEnd => Column::IdNumber,
            Lookup::By(JoinedBy::NameSexBirth | JoinedBy::Legible) | Lookup::Surname => {
                Column::Name
            }
            Lookup::Birth => Column::BirthDate,
        }
    }
}

/// A key that is looked for, and whose it is.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Wanted {
    key: String,
    rest: Rest,
    /// Position among the rows of lists.
    at: usize,
}

/// What belongs to a key besides the text of its column: birth date and sex, for a name; the class, for a surname.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Rest(Option<(Date, bool)>, String);

impl Rest {
    /// Nothing where something of the key is not known.
    fn of(by: Lookup, roster: &Roster, row: u32) -> Option<Rest> {
        if by == Lookup::Surname {
            let class = whole_class(roster, row);
            return (!class.is_empty()).then_some(Rest(None, class));
        }
        if by != Lookup::By(JoinedBy::NameSexBirth) {
            return Some(Rest(None, String::new()));
        }
        let (birth, sex) = (birth(roster, row)?, sex(roster, row)?);
        Some(Rest(Some((birth, sex == Sex::Male)), String::new()))
    }
}

/// Pupils of one key that are looked at: more of them do not make it clearer whose it is.
const LOOKED_AT_MAX: usize = 10 * PUPILS_MAX;

/// For each of these rows the pupils with its key.
pub(super) fn having(rosters: &[Roster], places: &[RowPlace], by: Lookup) -> Vec<Vec<RowPlace>> {
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
    find(rosters, wanted, places.len(), by)
}

/// The pupils with one of these 学籍号 or numbers, for each of so many rows.
pub(super) fn with_numbers(
    rosters: &[Roster],
    numbers: Vec<(String, usize)>,
    count: usize,
    by: JoinedBy,
) -> Vec<Vec<RowPlace>> {
    let wanted = numbers.into_iter().map(|(key, at)| Wanted {
        key,
        rest: Rest(None, String::new()),
        at,
    });
    find(rosters, wanted.collect(), count, Lookup::By(by))
}

fn find(
    rosters: &[Roster],
    mut wanted: Vec<Wanted>,
    count: usize,
    by: Lookup,
) -> Vec<Vec<RowPlace>> {
    let mut found = vec![Vec::new(); count];
    roster_order::sort(&mut wanted);
    let pupils = (0..).zip(rosters);
    // Whoever is in a list of some of the pupils is in its roster.
    let is_roster = |it: &Roster| it.sheet.role == SheetRole::Roster && !it.sheet.is_event_list();
    let pupils = pupils.filter(|(_, it)| is_roster(it));
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
            if of_key.is_empty() {
                continue;
            }
            let Some(rest) = Rest::of(by, roster, row) else {
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

/// The key that a stored text of a column gives.
fn key(roster: &Roster, by: Lookup, index: usize, value: usize) -> Option<String> {
    let cells = &roster.sheet.columns[index].cells;
    let text = cells.text(ValueId(value as u32));
    let code = || tidy_code(text).to_ascii_uppercase();
    let key = match by {
        Lookup::Birth => roster.dates(index)[value].date()?.compact(),
        Lookup::Surname => {
            let name = name_key(text);
            let first = name.chars().next()?;
            format!("{first}{}", name.chars().count())
        }
        Lookup::By(JoinedBy::NameSexBirth | JoinedBy::Legible) => name_key(text),
        Lookup::By(JoinedBy::IdNumber) => match roster.ids(index)[value] {
            IdNumber::Resident(id) => id.text().to_owned(),
            IdNumber::Fifteen(id) => id.to_eighteen().text().to_owned(),
            _ => code(),
        },
        Lookup::NumberEnd => Legible::of(&code()).tail()?.to_owned(),
        // 学籍号 without its letter.
        Lookup::By(JoinedBy::StudentNumber)
            if matches!(read_id(&code(), false), IdNumber::Resident(_)) =>
        {
            format!("G{}", code())
        }
        Lookup::By(_) => code(),
    };
    (!key.is_empty() && !key.contains(is_masked) && !is_placeholder(text)).then_some(key)
}

/// The grade and the class of a row in one: 一年级 beside 1班 is 一年级1班.
pub(super) fn whole_class(roster: &Roster, row: u32) -> String {
    let text = |column| tidy_code(roster.text(column, row));
    let (grade, class) = (text(Column::Grade), text(Column::ClassName));
    if class.is_empty() || class.contains(['级', '初', '高']) {
        return class.into_owned();
    }
    [grade, class].concat()
}

/// A name without its dots, one form for each character.
fn name_key(text: &str) -> String {
    let key = strict_key(text);
    let counts = |it: &char| *it != DOT && !is_dot_look_alike(*it);
    key.chars().filter(counts).map(representative).collect()
}

/// The number of a row as numbers are compared; nothing where it has none.
pub(super) fn number(rosters: &[Roster], (sheet, row): RowPlace) -> Option<String> {
    let roster = &rosters[sheet as usize];
    let index = roster.index_of(Column::IdNumber)?;
    let value = roster.value(index, row).0 as usize;
    key(roster, Lookup::By(JoinedBy::IdNumber), index, value)
}

/// Those of a kind among sorted ones.
fn run_by(wanted: &[Wanted], to: impl Fn(&Wanted) -> Ordering) -> &[Wanted] {
    let start = wanted.partition_point(|it| to(it) == Ordering::Less);
    let run = &wanted[start..];
    &run[..run.partition_point(|it| to(it) == Ordering::Equal)]
}
