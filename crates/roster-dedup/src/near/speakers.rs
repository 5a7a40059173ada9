//! Which row of an exact class stands for the others when near-duplicates are looked for.
//!
//! What the receiving system's keys have brought together is told once; a near-duplicate of it is linked
//! to one row of it. Which one depends on what the rows say and not on their order.

use roster_model::RowSet;

use crate::people::People;

/// Silences all rows of a class but the best.
pub(crate) fn one_speaks(people: &People<'_>, class: &[u32], silent: &mut RowSet) {
    let speaker = match class {
        [] | [_] => return,
        class => class
            .iter()
            .copied()
            .min_by_key(|&row| standing(people, row)),
    };
    for &row in class.iter().filter(|&&row| Some(row) != speaker) {
        silent.insert(row);
    }
}

/// Silences the rows whose number is missing, wrong or at odds with them, where another row of the class
/// has a good one; all but the best where none has. A row that is another pupil's is in none of the class.
pub(crate) fn good_speak(people: &People<'_>, class: &[u32], silent: &mut RowSet) {
    if class.iter().any(|&row| people.is_consistent(row)) {
        for &row in class.iter().filter(|&&row| !people.is_consistent(row)) {
            silent.insert(row);
        }
        return;
    }
    let speaking: Vec<u32> = class
        .iter()
        .copied()
        .filter(|&row| !silent.contains(row))
        .collect();
    one_speaks(people, &speaking, silent);
}

/// Least is best: a good number, any number, a full row; then what the row says, then where it is.
fn standing(people: &People<'_>, row: u32) -> (bool, bool, u32, u64, u64, u32) {
    let number = people.written(row);
    let filled = u32::MAX - people.filled(row);
    (
        !people.is_consistent(row),
        number == 0,
        filled,
        number,
        people.content(row),
        row,
    )
}
