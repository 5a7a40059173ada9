//! What goes out of a row though nobody asks for another text: marks of an earlier run, and results of
//! formulas that look at what has changed.

use super::{Rows, Touched};
use crate::patch::Spot;
use crate::patch::markup::{Element, Malformed};
use crate::patch::splice::Splices;

impl Rows<'_> {
    /// Whether some formula of a row has an old result.
    pub(in super::super) fn has_stale(&self, row_number: u32) -> bool {
        let spot = |position| Spot {
            row_number,
            position,
        };
        let mut here = self.stale.range(spot(0)..=spot(u16::MAX));
        here.next().is_some()
    }

    /// Takes old results away, so that every program works them out again.
    pub(super) fn drop_results(
        &mut self,
        row: &[u8],
        row_number: u32,
        cells: &[(u16, Element<'_>)],
        splices: &mut Splices,
    ) -> Result<(), Malformed> {
        if !self.has_stale(row_number) {
            return Ok(());
        }
        for &(position, cell) in cells {
            let spot = Spot {
                row_number,
                position,
            };
            if !self.stale.contains(&spot) {
                continue;
            }
            let children = cell.children(row)?;
            let is_there = |name| children.iter().find(|it| it.tag.is(name));
            let result = is_there("v").filter(|it| !it.inside().is_empty());
            if let (Some(_), Some(result)) = (is_there("f"), result) {
                splices.remove(result.whole());
                splices.unset(&cell.tag, "t");
            }
        }
        Ok(())
    }

    /// Takes the marks of an earlier run off the cells that do not change.
    pub(super) fn unmark_cells(
        &mut self,
        row_number: u32,
        cells: &[(u16, Element<'_>)],
        touched: &[Touched],
        splices: &mut Splices,
    ) -> Result<(), Malformed> {
        if !self.styles.has_marks() {
            return Ok(());
        }
        for &(position, cell) in cells {
            let is_touched = touched.binary_search_by_key(&position, |it| it.spot.position);
            let style = cell.tag.number("s").unwrap_or(0);
            if is_touched.is_ok() || !self.styles.is_mark(style) {
                continue;
            }
            let spot = Spot {
                row_number,
                position,
            };
            let unmarked = self.unmarked(spot, style)?;
            if unmarked != style || !self.styles.is_doubtful(style) {
                splices.set(&cell.tag, "s", &unmarked.to_string());
            }
        }
        Ok(())
    }

    /// The style that a cell had before an earlier run marked it.
    pub(super) fn unmarked(&mut self, spot: Spot, style: u32) -> Result<u32, Malformed> {
        if self.styles.is_doubtful(style) && !self.noted.contains(&spot) {
            return Ok(style);
        }
        self.styles.unmarked(style)
    }
}
