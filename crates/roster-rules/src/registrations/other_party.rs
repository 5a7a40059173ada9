//! The other party of a duplicate, where the list of the system names it beside the pupil.

use roster_model::{Column, Sheet};
use roster_values::text::{is_placeholder, tidy_code};

use super::RowPlace;
use super::join::JoinedBy;
use super::lookup::with_numbers;
use super::persons::is_masked;
use crate::Roster;

/// Shorter texts are no numbers of a pupil.
const LENGTH_MIN: usize = 8;

/// For each of these rows of lists the rows of the rosters that have the number of the other party.
pub(super) fn other_parties(rosters: &[Roster], places: &[RowPlace]) -> Vec<Vec<RowPlace>> {
    let mut all = vec![Vec::new(); places.len()];
    for by in [JoinedBy::StudentNumber, JoinedBy::IdNumber] {
        let mut numbers: Vec<(String, usize)> = Vec::new();
        let mut from = 0;
        for of_sheet in places.chunk_by(|a, b| a.0 == b.0) {
            let sheet = &rosters[of_sheet[0].0 as usize].sheet;
            for index in columns(sheet, by) {
                for (&(_, row), at) in of_sheet.iter().zip(from..) {
                    let text = sheet.text(index, row);
                    let key = tidy_code(text).to_ascii_uppercase();
                    if key.len() >= LENGTH_MIN && !key.contains(is_masked) && !is_placeholder(text)
                    {
                        numbers.push((key, at));
                    }
                }
            }
            from += of_sheet.len();
        }
        if numbers.is_empty() {
            continue;
        }
        let found = with_numbers(rosters, numbers, places.len(), by);
        for (all, found) in all.iter_mut().zip(found) {
            all.extend(found);
        }
    }
    all
}

/// The columns with a number of the other party.
fn columns(sheet: &Sheet, by: JoinedBy) -> impl Iterator<Item = usize> {
    let (column, words): (_, &[&str]) = match by {
        JoinedBy::StudentNumber => (Column::StudentNumber, &["学籍号"]),
        _ => (Column::IdNumber, &["身份证", "证件号"]),
    };
    let has = |header: &str, words: &[&str]| words.iter().any(|it| header.contains(it));
    let columns = sheet.columns.iter().enumerate().filter(move |(_, it)| {
        let is_named = it.column.is_none()
            && has(&it.header, &["重复", "对方", "疑似", "另一"])
            && has(&it.header, words);
        it.repeats == Some(column) || is_named && it.repeats.is_none()
    });
    columns.map(|it| it.0)
}
