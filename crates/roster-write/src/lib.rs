//! Sheets back to bytes: changes put into the file they came from, plans of fresh workbooks, and CSV.
//!
//! A workbook is patched, never rebuilt: what was not changed stays byte for byte. Deliberately
//! absent: deciding what to change.

mod archive;
mod cell;
mod csv;
mod look;
mod names;
mod patch;
mod plan;
#[cfg(test)]
mod tests;
mod text;

pub use archive::archive;
pub use cell::{Paper, WorkbookCell, looks_like_formula};
pub use csv::{CsvWriter, write_csv};
pub use look::{HEADER_FILL, LINK_COLOUR, Letters, mark_fill, mark_letters};
pub use names::{link_to, lower_name, sheet_names};
pub use patch::{
    AppendedSheet, CellPatch, LeftOut, LeftOutReason, Patch, PatchError, Patched, RowSource,
    SheetPatch, UnchangedCell, note_size, patch, plan_patch, read_patch,
};
pub use plan::{
    Choice, PlanCell, PlanError, PlanRange, PlanReader, PlanStep, PlanWriter, Print, Strictness,
};
pub use text::{DECLARATION, escape_cell};

use cell::{COLUMNS_MAX, LINKS_MAX, NOTE_UNITS_MAX, ROWS_MAX, TEXT_UNITS_MAX, cut_text};
use names::free_name;
