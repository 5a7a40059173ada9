//! Class codes that begin with a zero: a program that takes a code for a number drops it, and then one class
//! has two codes.

use roster_model::{Column, ValueId};
use roster_values::text::{half_width, strip};

use crate::Roster;

/// The numbers of the class codes that begin with a zero, and where one stands; sorted. None where there is
/// more than one school, since each has codes of its own.
pub(crate) fn zero_codes(roster: &Roster) -> Vec<(u64, ValueId)> {
    let mut schools = roster.sheet.schools.runs().filter(|it| *it != 0);
    let first = schools.next();
    let Some(index) = roster.index_of(Column::ClassCode) else {
        return Vec::new();
    };
    if schools.any(|it| Some(it) != first) {
        return Vec::new();
    }
    let cells = &roster.sheet.columns[index].cells;
    let codes = cells.values().filter_map(|value| {
        let number = number_of(cells.text(value), true)?;
        Some((number, value))
    });
    let mut codes: Vec<(u64, ValueId)> = codes.collect();
    roster_order::sort_by_key(&mut codes, |it| it.0);
    codes.dedup_by_key(|it| it.0);
    codes
}

/// The number that a code of digits is, where it begins with a zero or where it does not.
pub(crate) fn number_of(text: &str, with_zero: bool) -> Option<u64> {
    let code = half_width(&strip(text)).into_owned();
    let is_code = code.bytes().all(|it| it.is_ascii_digit()) && code.starts_with('0') == with_zero;
    is_code.then(|| code.parse().ok()).flatten()
}

/// What is said of a code that is a number and has its zero by the format alone.
pub(crate) fn zero_of_format() -> (String, String) {
    (
        "存的是数字，开头的0只是显示出来的，导入时可能会丢；请把这一列设为“文本”再填".to_owned(),
        "the cell holds a number, its zero in front is only shown and may be lost on import; set the column to text and write it again".to_owned(),
    )
}
