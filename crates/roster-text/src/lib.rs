//! Delimited text in any encoding clerks have, read with suspicion and written back untouched.
//!
//! Reading and changing such a file share this crate, so that both always mean the same row and
//! the same field. Deliberately absent: which delimiter a file has, for that is told by the words
//! of its header, and what a field means.

mod ahead;
mod block;
mod coding;
mod decide;
mod encoding;
mod fed;
mod likely;
mod marks;
mod pairs;
mod patch;
mod quotes;
mod rows;
mod source;
mod tables;
#[cfg(test)]
mod tests;

pub use block::{Block, BlockRow};
pub use coding::{Coding, can_hold, decode_some};
pub use decide::{Decision, decide};
pub use encoding::Encoding;
pub use patch::{PatchError, TextEdit, patch};
pub use rows::{RowError, Rows};
pub use source::decode;
#[cfg(feature = "tables")]
pub use tables::table_lines;
pub use tables::{give_table, has_table, pair_lines};
