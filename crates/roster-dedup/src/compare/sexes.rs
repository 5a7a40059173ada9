//! The sexes of two pupils.

use roster_model::Agreement;

use super::level;
use crate::linkage::{Level, Outcome};

pub(crate) const EQUAL: u8 = 0;
pub(crate) const DIFFERENT: u8 = 1;
pub(crate) const MISSING: u8 = 2;

pub(crate) const LEVELS: [Level; 3] = [
    level(Agreement::Equal, 10),
    level(Agreement::Different, -50),
    level(Agreement::Missing, 0),
];

/// Zero is an unknown sex.
pub(crate) fn compare(x: u8, y: u8) -> Outcome {
    Outcome::level(match (x, y) {
        (0, _) | (_, 0) => MISSING,
        _ if x == y => EQUAL,
        _ => DIFFERENT,
    })
}
