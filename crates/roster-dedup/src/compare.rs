//! How two pupils agree, field by field.
//!
//! One file for each kind of field: its levels with their weights as data, and the comparison that says
//! which level it is. What is done about a pair is decided elsewhere.

pub(crate) mod edits;

pub(crate) mod births;
mod characters;
pub(crate) mod documents;
mod latin;
pub(crate) mod names;
pub(crate) mod numbers;
mod rarity;
mod romanized;
pub(crate) mod sexes;
pub(crate) mod spelt;
mod split;
pub(crate) mod witnesses;

use roster_model::Agreement;

use crate::linkage::{Level, Tenths};

const fn level(agreement: Agreement, weight: Tenths) -> Level {
    Level { agreement, weight }
}
