//! Marks, notes, new texts and new sheets, put into the workbook they belong to. Parts that do not
//! change keep their bytes, compressed as they were; inside the parts that do, so does all else.

mod address;
mod appended;
mod book;
mod calculated;
mod cells;
mod change;
mod comments;
mod content_types;
mod drawing;
mod formula;
mod formulas;
mod grid;
mod job;
mod markup;
mod mentions;
mod planned;
mod references;
mod relations;
mod results;
mod row;
mod sheet;
mod splice;
mod stale;
mod style_list;
mod styles;
mod table;
mod window;

use std::fmt;

use roster_model::{Level, Merged};

pub use change::patch;
pub use drawing::note_size;
pub use planned::{plan_patch, read_patch};

use crate::WorkbookCell;

/// A cell of a sheet: row number from 1, and position from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Spot {
    row_number: u32,
    position: u16,
}

/// What is to change in a workbook (xlsx or xlsm).
#[derive(Default)]
pub struct Patch<'p> {
    /// Sheets that change.
    pub sheets: Vec<SheetPatch>,
    /// Sheets that are added behind the others, in this order.
    pub appended: Vec<AppendedSheet<'p>>,
    /// The workbook is called one for macros, even where it has none; programs refuse a file whose name
    /// does not fit its type.
    pub for_macros: bool,
}

/// What changes in one sheet.
#[derive(Clone, Debug, Default)]
pub struct SheetPatch {
    /// The name the workbook gives the sheet, exactly.
    pub name: String,
    /// Merged blocks, as the reader told them. Marks and notes of a cell that is covered by another
    /// go to the one that is seen; its text stays where it is.
    pub merged: Vec<Merged>,
    /// The cells, in any order; several for one cell are put together (the last text, the most
    /// serious mark, all notes).
    pub cells: Vec<CellPatch>,
    /// Takes away the marks and notes that were put into the sheet by an earlier patch. A cell gets
    /// back the look it was marked from, or the likeliest where several could be.
    pub forget_marks: bool,
}

/// What changes in one cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellPatch {
    /// As the program shows it, from 1.
    pub row_number: u32,
    /// Position of the column, from 0.
    pub position: u16,
    /// The new text, written as text and shown as text; `""` empties the cell, `None` leaves what
    /// is in it. A formula in the cell goes.
    pub text: Option<String>,
    /// Colours the cell and changes its letters; everything else of its style stays.
    pub mark: Option<Level>,
    /// Shown beside the cell when somebody points at it; put under a note that is there already.
    pub note: Option<String>,
}

/// Gives row after row.
pub type RowSource<'p> = Box<dyn FnMut(&mut Vec<WorkbookCell>) -> bool + 'p>;

/// A sheet that is added.
pub struct AppendedSheet<'p> {
    /// Wanted name; a number is added where the workbook has it already.
    pub name: String,
    /// Sheets of the workbook that it takes the place of, by their exact names: they keep name and
    /// place. Those that are not needed keep the rows that stay in sight.
    pub replaces: Vec<String>,
    /// Rows at the top that stay in sight, and are repeated when the sheet continues on another.
    pub freeze_rows: u32,
    /// Widths in characters, from the first column on.
    pub columns_width: Vec<f64>,
    /// Whether the last of the rows that stay in sight gets filter buttons.
    pub autofilter: bool,
    /// Called for row after row with an empty one to fill, until it says `false`. Notes of these
    /// cells are not written.
    pub rows: RowSource<'p>,
}

/// A patched workbook.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Patched {
    /// The file.
    pub bytes: Vec<u8>,
    /// Real names of the sheets that took the place of others, then of those that were added, with those
    /// on which one continues.
    pub appended: Vec<String>,
    /// What could not be put into its sheet; the sheet is as it was in these cells.
    pub left_out: Vec<LeftOut>,
    /// Formulas that look at cells with new texts; their results went, to be worked out again.
    pub results_gone: u32,
    /// Whether there may be more such formulas, which kept their old results.
    pub may_be_stale: bool,
    /// Whether the workbook carries a signature, which no longer holds once anything has changed.
    pub is_signature_broken: bool,
    /// Entries that were not copied, since their names lead out of the folder that the package is unpacked
    /// into; no part of a workbook has such a name.
    pub outside: Vec<String>,
}

/// One thing that was not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Name of the sheet.
    pub sheet: String,
    /// Row number, from 1.
    pub row_number: u32,
    /// Position of the column, from 0.
    pub position: u16,
    /// Why.
    pub reason: LeftOutReason,
}

/// A cell that kept its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnchangedCell {
    /// Name of the sheet.
    pub sheet: String,
    /// Row number, from 1.
    pub row_number: u32,
    /// Position of the column, from 0.
    pub position: u16,
}

/// Why something was not written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOutReason {
    /// The note: the sheet has conversations, beside which notes of the old kind cannot stand.
    Conversations,
    /// The text: it heads a column of a table that has another column of this name, or would have
    /// none; or formulas name the column.
    TableHeader,
    /// The text: the cell is one of several that a single formula fills.
    SharedFormula,
    /// The text: the cell is a date, and formulas of the sheet calculate with its column.
    Calculated,
    /// Everything: no sheet has this row or column.
    OffTheSheet,
}

/// Why a workbook cannot be patched. A fresh one can be made of what was read from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PatchError {
    /// It is no package of the kind that is patched; the words are the package's.
    NoPackage(String),
    /// A part is missing or is not what it should be.
    Broken {
        /// Name of the part.
        part: String,
        /// What is wrong with it.
        why: String,
    },
    /// No sheet has this name.
    NoSheet(String),
    /// A part is larger than can be changed in the memory there is.
    TooLarge {
        /// Name of the part.
        part: String,
    },
}

impl fmt::Display for PatchError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PatchError::NoPackage(why) => write!(out, "the workbook cannot be changed: {why}"),
            PatchError::Broken { part, why } => {
                write!(out, "the workbook cannot be changed: {part}: {why}")
            }
            PatchError::NoSheet(name) => {
                write!(out, "the workbook has no sheet named {name}")
            }
            PatchError::TooLarge { part } => {
                write!(out, "the workbook cannot be changed: {part} is too large")
            }
        }
    }
}

impl std::error::Error for PatchError {}
