//! Formats whose libraries are large, kept apart so that a page loads them only when it needs them.
//!
//! Foreign workbooks (xls, xlsb, ods) become a stream of cells for `roster-files`, and for a page web pages
//! and XML spreadsheets too; a plan of `roster-write` becomes a fresh workbook, or is put into the one it
//! belongs to; a password opens a protected one. Deliberately absent: finding headers and pupils.

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

/// A web page, a web archive or an XML spreadsheet as a raw stream; `None` if the bytes are none of them.
/// `encoding` is what somebody decided on.
pub fn read_markup(bytes: &[u8], encoding: Option<&str>) -> Option<Vec<u8>> {
    let encoding = encoding.and_then(roster_files::Encoding::by_name);
    roster_files::read_markup(bytes, encoding, &mut |_| {})
}

/// What the pairs of bytes of an encoding are, a line each, for `roster_files::give_table`.
pub fn table_lines(encoding: &str) -> String {
    roster_files::Encoding::by_name(encoding).map_or_else(String::new, roster_files::table_lines)
}
