//! Who is the same pupil, and why.
//!
//! `People::gather` reads the sheets of a run into compact keys, `find_matches` finds the rows that the
//! receiving system will take for one pupil, decides which situation each group is in and proposes a
//! handling for every row: 变更 what is wrong, 佐证 what is right, 删除 what is surplus. The two keys
//! are those of the national system: the identity number, and, where a row has no resident number,
//! name with sex and birth date.
//!
//! What no key makes equal is looked for too (`near`): a pupil whose name, birth date or number is
//! written a little differently, when the number does not say that there are two. The engine for that
//! is [`linkage`], which knows nothing of pupils; `pupils` tells it what they are. What somebody looked at
//! and told apart ([`ToldApart`]) is not brought together again. Nothing here edits, reads a file, or
//! repeats a personal value in a sentence.
//!
//! All of it in one test:
//!
//! ```
#![doc = include_str!("../tests/example.rs")]
//! ```
#![allow(
    clippy::test_attr_in_doctest,
    reason = "the example is a test by itself, and shown here"
)]

mod compare;
mod decide;
mod find;
mod fold;
pub mod linkage;
mod near;
mod part_lists;
mod people;
mod say;
mod schools;
#[cfg(test)]
mod tests;

pub use decide::materials::materials;
pub use decide::told_apart::{Hash, PairKey, TOLD_APART_MAX, ToldApart, pair_key};
pub use find::{Step, find_matches};
pub use people::People;
pub use schools::schools_of;
