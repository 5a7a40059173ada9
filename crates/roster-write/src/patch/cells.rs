//! What is asked, gathered by sheet and by cell. Marks and notes go to cells that are seen.

use std::collections::{BTreeMap, BTreeSet};

use roster_model::Merged;

use super::address::contains;
use super::row::Touched;
use super::{CellPatch, LeftOutReason, Patch, SheetPatch, Spot};
use crate::{COLUMNS_MAX, ROWS_MAX};

/// What changes in one sheet, in order.
#[derive(Default)]
pub(super) struct Cells {
    pub(super) touched: BTreeMap<Spot, Touched>,
    pub(super) notes: BTreeMap<Spot, String>,
    pub(super) left_out: Vec<(Spot, LeftOutReason)>,
    /// Columns of dates that formulas calculate with.
    pub(super) calculated: BTreeSet<u16>,
    /// Formulas whose results are old.
    pub(super) stale: BTreeSet<Spot>,
    /// What an earlier patch put into the sheet goes.
    pub(super) forget_marks: bool,
}

/// Puts together what is asked for each sheet and each cell.
pub(super) fn gather(patch: &Patch<'_>) -> BTreeMap<String, Cells> {
    let mut sheets: BTreeMap<String, Cells> = BTreeMap::new();
    for sheet in &patch.sheets {
        if sheet.cells.is_empty() && !sheet.forget_marks {
            continue;
        }
        let cells = sheets.entry(sheet.name.clone()).or_default();
        cells.forget_marks |= sheet.forget_marks;
        let covers = Covers::new(sheet);
        for cell in &sheet.cells {
            cells.add(cell, &covers);
        }
    }
    sheets
}

impl Cells {
    fn add(&mut self, cell: &CellPatch, covers: &Covers) {
        let spot = Spot {
            row_number: cell.row_number,
            position: cell.position,
        };
        let is_there =
            (1..=ROWS_MAX).contains(&spot.row_number) && usize::from(spot.position) < COLUMNS_MAX;
        if !is_there {
            self.left_out.push((spot, LeftOutReason::OffTheSheet));
            return;
        }
        if let Some(text) = &cell.text {
            self.touched(spot).text = Some(text.clone());
        }
        let seen = covers.seen(spot);
        if let Some(mark) = cell.mark {
            let touched = self.touched(seen);
            touched.mark = Some(touched.mark.map_or(mark, |it| it.min(mark)));
        }
        let Some(note) = cell.note.as_deref().filter(|it| !it.is_empty()) else {
            return;
        };
        let notes = self.notes.entry(seen).or_default();
        if !notes.is_empty() {
            notes.push('\n');
        }
        notes.push_str(note);
    }

    /// The change of a cell, begun if need be.
    pub(super) fn touched(&mut self, spot: Spot) -> &mut Touched {
        self.touched.entry(spot).or_insert(Touched {
            spot,
            text: None,
            mark: None,
        })
    }
}

/// Which cells are covered by others.
struct Covers {
    /// By their first row.
    blocks: Vec<Merged>,
    /// Rows of the tallest block.
    rows_max: u32,
}

impl Covers {
    fn new(sheet: &SheetPatch) -> Self {
        let mut blocks = sheet.merged.clone();
        roster_order::sort(&mut blocks);
        let rows = blocks
            .iter()
            .map(|it| it.last_row.saturating_sub(it.first_row));
        Covers {
            rows_max: rows.max().unwrap_or(0),
            blocks,
        }
    }

    /// The cell that shows what is in this one.
    fn seen(&self, spot: Spot) -> Spot {
        let row = spot.row_number;
        let first = self
            .blocks
            .partition_point(|it| it.first_row < row.saturating_sub(self.rows_max));
        let near = self.blocks[first..]
            .iter()
            .take_while(|it| it.first_row <= row);
        let mut covering = near.filter(|it| contains(it, row, spot.position));
        covering.next().map_or(spot, |it| Spot {
            row_number: it.first_row,
            position: it.first_position,
        })
    }
}
