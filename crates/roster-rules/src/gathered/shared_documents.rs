//! Passports and permits whose number stands in more than one row.
//!
//! The receiving system compares such pupils by name, sex and birth date, and never sees it. The number of a
//! household register is none of these: brothers and sisters have one.

use roster_model::Column;
use roster_values::text::{is_placeholder, tidy_code};

use crate::Run;
use crate::gathered::grouped::Grouped;

/// A shorter text is no such number.
const SHORTEST: usize = 6;

/// The rows of each number, where they are not one pupil for all that is known: sheet and row, in their order.
pub(crate) fn shared_documents(run: &Run<'_>) -> Vec<Vec<(u32, u32)>> {
    let mut numbers: Vec<(String, (u32, u32))> = Vec::new();
    for (sheet, roster) in run.lists_of_pupils() {
        let columns = (
            roster.index_of(Column::IdType),
            roster.index_of(Column::IdNumber),
        );
        let (Some(types), Some(cells)) = columns else {
            continue;
        };
        let listed = roster.listed(types);
        let own: Vec<bool> = listed
            .iter()
            .map(|it| it.entry().is_some_and(|it| is_own(it.label)))
            .collect();
        for row in 0..roster.sheet.row_count() {
            if own[roster.value(types, row).0 as usize] {
                let number = tidy_code(roster.sheet.text(cells, row)).to_ascii_uppercase();
                if tells(&number) {
                    numbers.push((number, (sheet, row)));
                }
            }
        }
    }
    roster_order::sort(&mut numbers);
    let together = Grouped::of(run);
    let same = numbers.chunk_by(|a, b| a.0 == b.0);
    let rows = same.map(|it| it.iter().map(|it| it.1).collect::<Vec<_>>());
    let mut shared: Vec<_> = rows.filter(|it| !together.is_one_pupil(it)).collect();
    roster_order::sort(&mut shared);
    shared
}

/// Whether a document of this sort is one person's.
fn is_own(label: &str) -> bool {
    label.contains("护照") || label.contains("通行证") || label.contains("居住证")
}

/// Whether it is a number, and not what is typed for want of one.
fn tells(number: &str) -> bool {
    let bytes = number.as_bytes();
    let digits = bytes.iter().filter(|it| it.is_ascii_digit());
    let first = digits.clone().next();
    number.len() >= SHORTEST
        && !is_placeholder(number)
        && !number.starts_with("123456")
        && digits.into_iter().any(|it| Some(it) != first)
}
