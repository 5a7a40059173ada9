//! Neutral tables to bytes: delimited text.
//!
//! Everything is written as text. A cell that a spreadsheet program would take for a formula is
//! kept from becoming one. Deliberately absent: workbooks (`roster-write`).

mod csv;

pub use csv::{CsvWriter, write_csv};

/// Whether a spreadsheet program, or a person pressing Enter in the cell, would make a formula of
/// the text.
fn looks_like_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}
