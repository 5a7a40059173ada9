//! Neutral tables to bytes: workbooks and delimited text.
//!
//! Everything is written as text. A cell that a spreadsheet program would take for a formula is
//! kept from becoming one. Deliberately absent: changing a workbook in place.

mod csv;
mod names;
mod xlsx;

pub use csv::{CsvWriter, write_csv};
pub use names::{link_to, sheet_names};
pub use xlsx::{Workbook, WorkbookCell, WorkbookSheet, WorkbookWriter, WriteError, write_workbook};

/// Whether a spreadsheet program, or a person pressing Enter in the cell, would make a formula of
/// the text.
fn looks_like_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}
