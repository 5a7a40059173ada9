//! Whether the names of the pupils stand beside other fathers than their own: hardly any has the father's surname, and
//! yet the surnames of both columns are the same ones. That is what is left when one column is sorted by itself.
//!
//! Only frequent surnames are looked at: where people have none, a name begins with anything.

use roster_model::Column;
use roster_order::FewMap;

use crate::gathered::members::MEMBERS;
use crate::gathered::no_name::SURNAMES;
use crate::{Roster, Row};

/// Fewer pupils and fathers with such surnames do not tell.
const TOLD_MIN: u64 = 20;
/// Of the first so many it shows already that most have the father's surname.
const FIRST: u64 = 64;

/// How many pupils have another surname than the father, if the columns are apart.
pub(crate) fn names_apart(roster: &Roster) -> Option<u64> {
    roster.index_of(Column::Name)?;
    let (mut told, mut same) = (0, 0);
    // How many more pupils than fathers have each surname.
    let mut more: FewMap<char, i64> = FewMap::default();
    let mut all = 0;
    for row in 0..roster.sheet.row_count() {
        let row = Row::unasked(roster, row);
        let mut members = MEMBERS.iter();
        let Some(father) = members.find(|it| it.relation(&row) == Some("父亲")) else {
            continue;
        };
        let [pupil, father] = [Column::Name, father.name].map(|it| surname(row.text(it)));
        for (surname, by) in [(pupil, 1), (father, -1)] {
            let Some(it) = surname else { continue };
            *more.get_or_insert_with(it, || 0) += by;
            all += 1;
        }
        if pupil.is_none() || father.is_none() {
            continue;
        }
        told += 1;
        same += u64::from(pupil == father);
        if told == FIRST && same * 4 > told {
            return None;
        }
    }
    let differing: u64 = more.into_iter().map(|it| it.1.unsigned_abs()).sum();
    let are_apart = told >= TOLD_MIN && same * 4 <= told && differing * 5 <= all;
    are_apart.then_some(told - same)
}

/// The surname, if it is a frequent one.
fn surname(name: &str) -> Option<char> {
    name.trim()
        .chars()
        .next()
        .filter(|it| SURNAMES.contains(*it))
}
