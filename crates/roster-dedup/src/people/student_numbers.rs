//! Pupils who have one pupil's number (学籍号) between them.
//!
//! A number is for one person and for life, so this is a finding and not a group: nothing is decided
//! here about who the pupils are.

use roster_model::Sheet;
use roster_standard::Column;
use roster_values::student_number::read_student_number;

use crate::linkage::Tenths;
use crate::people::People;

/// The places, as (sheet, row) positions in the run, of every well-formed 学籍号 that occurs more than
/// once; each list in the order of sheets and rows, the lists in the order of their first place.
/// Lower case, full width and white space make no difference; malformed numbers are left out.
pub fn dup_student_numbers(sheets: &[&Sheet]) -> Vec<Vec<(u32, u32)>> {
    let mut found: Vec<(u64, u32, u32)> = Vec::new();
    for (sheet_index, sheet) in sheets.iter().enumerate() {
        let Some(index) = sheet.index_of(Column::StudentNumber) else {
            continue;
        };
        let cells = &sheet.columns[index].cells;
        let keys: Vec<_> = cells.values().map(|value| key(cells.text(value))).collect();
        for row in 0..sheet.row_count().min(cells.row_count()) {
            if let Some(key) = keys[cells.value(row).0 as usize] {
                found.push((key, sheet_index as u32, row));
            }
        }
    }
    roster_order::sort(&mut found);
    let mut groups: Vec<Vec<(u32, u32)>> = found
        .chunk_by(|a, b| a.0 == b.0)
        .filter(|run| run.len() > 1)
        .map(|run| run.iter().map(|&(_, sheet, row)| (sheet, row)).collect())
        .collect();
    roster_order::sort(&mut groups);
    groups
}

/// What one 学籍号 of two rows weighs, where their identity numbers are not the same already.
pub(crate) const SAME: Tenths = 200;

/// Whether two pupils have one 学籍号.
pub(crate) fn are_one(people: &People<'_>, a: u32, b: u32) -> bool {
    let number = |person| key(people.text(person, Column::StudentNumber));
    number(a).is_some_and(|it| number(b) == Some(it))
}

/// A well-formed 学籍号 as one number.
pub(crate) fn key(text: &str) -> Option<u64> {
    let number = read_student_number(text);
    let (letter, tail) = (number.letter()?, number.tail()?);
    // 17 digits and what may be X: 60 bits. G, L and J differ in the last four.
    let (digits, last) = tail.text().split_at(17);
    let last = last.parse().unwrap_or(10_u64);
    let number = digits.parse::<u64>().ok()? * 11 + last;
    Some(number << 4 | u64::from(letter) & 15)
}
