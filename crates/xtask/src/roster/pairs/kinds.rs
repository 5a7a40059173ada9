//! The kinds of pairs: how one pupil comes to stand in two rows that are not equal, and how two
//! pupils come to stand in rows that are nearly so.
//!
//! A kind with [`Ids::Both`] leaves the right number in both rows, so that the receiving system sees
//! it; with [`Ids::One`] one of the rows has none. What a kind does is in `slips` and `others`.

use super::pupil::{Draw, Pupil};
use super::{others, slips};

/// Whether both rows have a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ids {
    Both,
    One,
}

/// Changes the second row, and the first where it has to be special; nothing when the pupil drawn
/// does not fit.
pub(super) type Make = fn(&mut Draw, &mut Pupil, &mut Pupil) -> Option<()>;

pub(super) struct Kind {
    pub(super) name: &'static str,
    pub(super) ids: Ids,
    /// One pupil, or two.
    pub(super) same: bool,
    /// Cases that may be told; `N` is a near-duplicate, `-` that nothing is.
    pub(super) cases: &'static [&'static str],
    /// What should be proposed, where there is one answer: for the right row, and for the wrong one.
    /// With `keep` and `delete` either row may be kept.
    pub(super) handling: Option<[&'static str; 2]>,
    pub(super) make: Make,
}

const fn kind(
    name: &'static str,
    ids: Ids,
    cases: &'static [&'static str],
    handling: Option<[&'static str; 2]>,
    make: Make,
) -> Kind {
    Kind {
        name,
        ids,
        same: true,
        cases,
        handling,
        make,
    }
}

const fn two(
    name: &'static str,
    ids: Ids,
    cases: &'static [&'static str],
    handling: Option<[&'static str; 2]>,
    make: Make,
) -> Kind {
    Kind {
        name,
        ids,
        same: false,
        cases,
        handling,
        make,
    }
}

const ONCE: Option<[&str; 2]> = Some(["keep", "delete"]);
const MEND: Option<[&str; 2]> = Some(["keep", "change"]);
const PROVE: Option<[&str; 2]> = Some(["corroborate", "corroborate"]);
const LOOK: Option<[&str; 2]> = Some(["review", "review"]);

/// Every kind, in the order of the report.
#[rustfmt::skip]
pub(super) static KINDS: &[Kind] = &[
    kind("exact", Ids::Both, &["A", "I"], ONCE, slips::nothing),
    kind("exact", Ids::One, &["G", "I"], None, slips::nothing),
    kind("homophone", Ids::Both, &["B", "I"], None, slips::homophone),
    kind("homophone", Ids::One, &["N"], None, slips::homophone),
    kind("look-alike", Ids::Both, &["B", "I"], None, slips::look_alike),
    kind("look-alike", Ids::One, &["N"], None, slips::look_alike),
    kind("form", Ids::Both, &["B", "I"], None, slips::form),
    kind("form", Ids::One, &["N", "G"], None, slips::form),
    kind("dot-differs", Ids::Both, &["A", "B", "I"], None, slips::dot_differs),
    kind("dot-differs", Ids::One, &["G", "N", "I"], None, slips::dot_differs),
    kind("dot-dropped", Ids::Both, &["B", "I"], None, slips::dot_dropped),
    kind("dot-dropped", Ids::One, &["N", "G"], None, slips::dot_dropped),
    kind("dropped", Ids::Both, &["B", "D", "I"], None, slips::dropped),
    kind("dropped", Ids::One, &["N"], None, slips::dropped),
    kind("added", Ids::Both, &["B", "D", "I"], None, slips::added),
    kind("added", Ids::One, &["N"], None, slips::added),
    kind("former-name", Ids::Both, &["B", "D", "I"], None, slips::former_name),
    kind("former-name", Ids::One, &["N"], None, slips::former_name),
    kind("rare", Ids::Both, &["B", "D", "A", "I"], None, slips::rare),
    kind("rare", Ids::One, &["N", "G"], None, slips::rare),
    kind("renamed", Ids::Both, &["D", "B", "I"], None, slips::renamed),
    kind("renamed", Ids::One, &["N"], None, slips::renamed),
    kind("date-swapped", Ids::Both, &["H"], MEND, slips::date_swapped),
    kind("date-swapped", Ids::One, &["N"], None, slips::date_swapped),
    kind("day", Ids::Both, &["H"], MEND, slips::day),
    kind("day", Ids::One, &["N"], None, slips::day),
    kind("month", Ids::Both, &["H"], MEND, slips::month),
    kind("month", Ids::One, &["N"], None, slips::month),
    kind("year", Ids::Both, &["H"], MEND, slips::year),
    kind("year", Ids::One, &["N"], None, slips::year),
    kind("sex", Ids::Both, &["H"], MEND, slips::sex),
    kind("sex", Ids::One, &["N"], None, slips::sex),
    kind("number-digit", Ids::Both, &["F", "I", "N"], None, slips::number_digit),
    kind("number-swap", Ids::Both, &["F", "I", "N"], None, slips::number_swap),
    kind("number-cut", Ids::Both, &["F", "G", "I", "N"], None, slips::number_cut),
    kind("number-power", Ids::Both, &["F", "G", "I", "N"], None, slips::number_power),
    kind("number-15", Ids::Both, &["A", "F", "N", "I"], None, slips::number_15),
    kind("number-digit-and-homophone", Ids::Both, &["N"], None, slips::number_digit_and_homophone),
    two("twins", Ids::Both, &["-"], None, others::twins),
    two("twins", Ids::One, &["-"], None, others::twins),
    two("twins-alike", Ids::Both, &["-"], None, others::twins_alike),
    two("siblings", Ids::Both, &["-"], None, others::siblings),
    two("siblings", Ids::One, &["-"], None, others::siblings),
    two("namesakes", Ids::Both, &["-", "F"], None, others::namesakes),
    two("namesakes", Ids::One, &["G", "I"], PROVE, others::namesakes),
    two("near-namesakes", Ids::Both, &["-"], None, others::near_namesakes),
    two("near-namesakes", Ids::One, &["-"], None, others::near_namesakes),
    two("neighbours", Ids::Both, &["-"], None, others::neighbours),
    two("neighbours", Ids::One, &["-"], None, others::neighbours),
    two("one-number", Ids::Both, &["C"], MEND, others::one_number),
    two("one-number-fits-both", Ids::Both, &["D"], LOOK, others::one_number_fits_both),
    kind("look-alike-held-out", Ids::One, &["N"], None, slips::look_alike_held_out),
];

impl Kind {
    pub(super) fn ids_key(&self) -> &'static str {
        match self.ids {
            Ids::Both => "both",
            Ids::One => "one",
        }
    }

    /// The two rows; the second is the one with the mistake.
    pub(super) fn draw(&self, draw: &mut Draw) -> [Pupil; 2] {
        loop {
            let mut first = draw.pupil();
            let mut second = if self.same {
                draw.entered_again(&first)
            } else {
                draw.stranger(&first)
            };
            if (self.make)(draw, &mut first, &mut second).is_none() {
                continue;
            }
            if self.ids == Ids::One {
                let without = if draw.rng.percent(50) {
                    &mut first
                } else {
                    &mut second
                };
                without.id_number.clear();
                let birth = without.birth;
                without.student_number = draw.temporary(birth);
            }
            return [first, second];
        }
    }
}
