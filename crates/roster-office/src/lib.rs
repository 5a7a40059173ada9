//! Formats whose libraries are large, kept apart so that a page loads them only when it needs them.
//!
//! Foreign workbooks (xls, xlsb, ods) become a stream of cells for `roster-files`; a plan of
//! `roster-write` becomes a fresh workbook, or is put into the one it belongs to; a password opens a protected one. Deliberately absent:
//! finding headers and pupils.

mod biff;
mod cells;
mod cfb;
mod failure;
mod lock;
mod number;
mod ods;
mod patched;
mod read;
#[cfg(test)]
mod tests;
mod write;
mod xlsb;

pub use lock::{unlock, unlock_or_say};
pub use patched::{Patched, patch};
pub use read::read;
pub use roster_model::Failure;
pub use roster_write::archive;
pub use write::{WriteError, write};

/// What the pairs of bytes of an encoding are, a line each, for `roster_files::give_table`.
pub fn table_lines(encoding: &str) -> String {
    roster_files::Encoding::by_name(encoding).map_or_else(String::new, roster_files::table_lines)
}
