//! Every kind of fault: what it is called, what must be said about it, how it is made.
//! A few lines for each; deliberately no arithmetic, which stands in `number` and `faults`.

use super::faults::{Kind, Level, Maker, Only, Told};
use super::number::replaced;
use super::person::Cell;

mod change;
mod code;
mod contact;
mod cross;
mod date;
mod document;
mod family;
mod misplaced;
mod name;
mod name_date;
mod permit;
mod school;
mod text;

pub(super) use change::KINDS as CHANGES;
pub(super) use document::{COLUMN_DAMAGED, NUMBER_DAMAGED};
pub(super) use misplaced::{
    COLUMNS_EXCHANGED, GIVEN_TWICE, HEADER_BELOW, PUPILS_ABOVE, ROW_SLIPPED,
};
pub(super) use school::{CLASS_SIZES_APART, CLASS_TOO_LARGE, LEAVER_MISSING};

/// Every kind of fault of a roster that is laid on single rows, in a fixed order.
pub(super) fn all() -> impl Iterator<Item = &'static Kind> {
    [
        text::KINDS,
        document::KINDS,
        name_date::KINDS,
        code::KINDS,
        date::KINDS,
        cross::KINDS,
        contact::KINDS,
        family::KINDS,
        school::KINDS,
        permit::KINDS,
        name::KINDS,
    ]
    .into_iter()
    .flatten()
}

const fn kind(
    name: &'static str,
    rule: &'static str,
    level: Level,
    columns: &'static [usize],
    implied: &'static [&'static str],
    make: fn(&mut Maker<'_>) -> Cell,
) -> Kind {
    Kind {
        name,
        rule,
        level,
        columns,
        without: &[],
        implied,
        rows: 1,
        guard: 0,
        only: Only::Anywhere,
        told: Told::Here,
        with_another: false,
        fits: |_| true,
        make,
    }
}

/// The same kind of fault in so many rows one below the other.
const fn over_rows(rows: usize, kind: &Kind) -> Kind {
    Kind { rows, ..*kind }
}

/// The same kind of fault in schools of one sort alone.
const fn only(only: Only, kind: &Kind) -> Kind {
    Kind { only, ..*kind }
}

fn mobile(it: &mut Maker<'_>) -> String {
    format!("13{:09}", it.rng.below(1_000_000_000))
}

/// The digit at `at` becomes another, the check character stays.
fn one_digit(number: &str, at: usize) -> Cell {
    let digit = number
        .as_bytes()
        .get(at)
        .map_or(0, |it| it.wrapping_sub(b'0'));
    let other = if digit >= 7 { digit - 6 } else { digit + 2 };
    replaced(number, at, &other.to_string()).into()
}
