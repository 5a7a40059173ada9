//! Probabilistic record linkage over any kind of record.
//!
//! A [`Schema`] says what the records are: their [`Field`]s with the levels two values can agree at and
//! what each level weighs, and the key [`Family`]s that bring candidates together. The engine knows no
//! field by name. It finds [`candidates`] by sorting, weighs them ([`Schema::compare`]), and puts
//! together what belongs together ([`cluster`]); [`estimate`] refits the weights where there are many
//! duplicates to learn from.
//!
//! The model is that of Fellegi and Sunter: a level weighs log2(m/u), the logarithm of how much likelier
//! it is between two records of one person than between two of different persons, and the weights of
//! the fields are added to a prior. All weights are whole tenths of a bit, so a result does not depend
//! on the machine or on the order of anything.
//!
//! Nothing here reads a file or decides what is done about a pair.

mod bits;
mod blocks;
mod candidates;
mod cluster;
mod estimate;
mod schema;

pub use bits::{Tenths, log2_ratio, prior};
pub use candidates::{Candidates, Keep, Oversize, Search, candidates};
pub use cluster::{Clustering, Weighed, cluster};
pub use estimate::{Estimate, estimate};
pub use schema::{Comparison, Family, Field, Level, Levels, Outcome, Root, Schema};
