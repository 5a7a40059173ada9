//! Rows of a list of problems and the pupils of the rosters that have the same key.
//!
//! The keys looked for are sorted; each roster is gone through once for each of its columns, a text of
//! the column at a time.

use roster_model::Column;
use roster_values::date::Date;
use roster_values::id_number::{IdNumber, ResidentId, Sex};
use roster_values::name::strict_key;
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
        }
    }

    fn column(self) -> Column {
        match self {
            JoinedBy::StudentNumber => Column::StudentNumber,
            JoinedBy::AuxiliaryNumber => Column::AuxiliaryNumber,
            JoinedBy::IdNumber => Column::IdNumber,
            JoinedBy::NameSexBirth => Column::Name,
        }
    }
}

/// The pupils that have the key of a row of the list.
#[derive(Clone, Debug, Default)]
pub(super) struct Joined {
    pub(super) pupils: Vec<(u32, u32)>,
    pub(super) by: Option<JoinedBy>,
}

/// The pupils of each of these rows of lists.
pub(super) fn join(rosters: &[Roster], places: &[(u32, u32)]) -> Vec<Joined> {
    let mut joined = vec![Joined::default(); places.len()];
    for by in JoinedBy::ALL {
        let found = having(rosters, places, by);
        for (it, found) in joined.iter_mut().zip(found) {
            if it.pupils.is_empty() && !found.is_empty() {
                (it.pupils, it.by) = (found, Some(by));
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
    for it in &mut joined {
        it.pupils.truncate(PUPILS_MAX);
    }
    joined
}

/// For each of these rows the pupils with its key.
fn having(rosters: &[Roster], places: &[(u32, u32)], by: JoinedBy) -> Vec<Vec<(u32, u32)>> {
    let mut found = vec![Vec::new(); places.len()];
    let mut wanted: Vec<(String, usize)> = Vec::new();
    for (at, &(sheet, row)) in places.iter().enumerate() {
        let roster = &rosters[sheet as usize];
        let index = roster.index_of(by.column());
        let key = index.and_then(|it| key(roster, by, it, roster.value(it, row).0 as usize));
        wanted.extend(key.map(|it| (it, at)));
    }
    wanted.sort_unstable();
    let pupils = (0..).zip(rosters);
    let pupils = pupils.filter(|(_, it)| it.sheet.is_checked() && !it.sheet.is_event_list());
    for (sheet, roster) in pupils {
        let Some(index) = roster.index_of(by.column()).filter(|_| !wanted.is_empty()) else {
            continue;
        };
        let cells = &roster.sheet.columns[index].cells;
        let of_value: Vec<&[(String, usize)]> = (0..cells.value_count() as usize)
            .map(|value| key(roster, by, index, value).map_or(&[][..], |it| run_of(&wanted, &it)))
            .collect();
        for row in 0..roster.sheet.row_count() {
            for (_, at) in of_value[cells.value(row).0 as usize] {
                let list = &rosters[places[*at].0 as usize];
                if by != JoinedBy::NameSexBirth || is_same(list, places[*at].1, roster, row) {
                    found[*at].push((sheet, row));
                }
            }
        }
    }
    found
}

/// The key that a stored text of a column gives.
fn key(roster: &Roster, by: JoinedBy, index: usize, value: usize) -> Option<String> {
    let text = roster.sheet.columns[index]
        .cells
        .text(roster_model::ValueId(value as u32));
    let key = match by {
        JoinedBy::NameSexBirth => strict_key(text),
        JoinedBy::IdNumber => match roster.ids(index)[value] {
            IdNumber::Resident(id) => id.text().to_owned(),
            IdNumber::Fifteen(id) => id.to_eighteen().text().to_owned(),
            _ => tidy_code(text).to_uppercase(),
        },
        _ => tidy_code(text).to_uppercase(),
    };
    (!key.is_empty() && !is_placeholder(text)).then_some(key)
}

/// The entries of a key among sorted ones.
fn run_of<'w>(wanted: &'w [(String, usize)], key: &str) -> &'w [(String, usize)] {
    let start = wanted.partition_point(|it| it.0.as_str() < key);
    let end = start + wanted[start..].partition_point(|it| it.0.as_str() == key);
    &wanted[start..end]
}

/// Whether sex and birth date of two rows are known and equal.
fn is_same(one: &Roster, row: u32, other: &Roster, other_row: u32) -> bool {
    let births = (birth(one, row), birth(other, other_row));
    let sexes = (sex(one, row), sex(other, other_row));
    births.0.is_some() && births.0 == births.1 && sexes.0.is_some() && sexes.0 == sexes.1
}

/// The birth date of the column, else of the number.
fn birth(roster: &Roster, row: u32) -> Option<Date> {
    let index = roster.index_of(Column::BirthDate);
    let own = index.and_then(|it| roster.dates(it)[roster.value(it, row).0 as usize].date());
    own.or_else(|| resident(roster, row)?.birth())
}

/// The sex of the column, else of the number.
pub(super) fn sex(roster: &Roster, row: u32) -> Option<Sex> {
    let index = roster.index_of(Column::Sex);
    let own = index.and_then(|it| roster.listed(it)[roster.value(it, row).0 as usize].entry());
    let own = own.and_then(|it| match it.label {
        "男" => Some(Sex::Male),
        "女" => Some(Sex::Female),
        _ => None,
    });
    own.or_else(|| Some(resident(roster, row)?.sex()))
}

fn resident(roster: &Roster, row: u32) -> Option<ResidentId> {
    let index = roster.index_of(Column::IdNumber)?;
    let id = roster.ids(index)[roster.value(index, row).0 as usize];
    id.resident().filter(ResidentId::check_digit_is_right)
}
