//! Formulas that concern several cells: which cells one of them fills, and who holds one for the others
//! when the cell that did is given a text.

use std::collections::BTreeMap;

use roster_model::Merged;
use roster_package::xml::decode;

use super::Spot;
use super::address::{block, block_name, contains};
use super::formula::moved;
use super::markup::{Element, Malformed, Tag};
use super::splice::Splices;
use crate::text::escaped_attribute;

/// More blocks beside each other than anybody fills by one formula each.
const BLOCKS_MAX: usize = 10_000;

/// What is known of such formulas at a row.
#[derive(Default)]
pub(super) struct Formulas {
    /// Blocks that one formula fills each.
    arrays: Vec<Merged>,
    /// Formulas that nobody holds any more, by the number that the cells know them by.
    orphans: BTreeMap<String, Orphan>,
    /// Whether a cell with a formula was given a text.
    pub(super) is_any_gone: bool,
}

/// A formula that was written in one cell for several.
struct Orphan {
    spot: Spot,
    formula: String,
    block: Merged,
}

impl Formulas {
    /// Forgets what ends above a row.
    pub(super) fn pass(&mut self, row_number: u32) {
        self.arrays.retain(|it| it.last_row >= row_number);
        self.orphans.retain(|_, it| it.block.last_row >= row_number);
    }

    /// Whether some cell has to be found that holds a formula from now on.
    pub(super) fn is_heir_wanted(&self) -> bool {
        !self.orphans.is_empty()
    }

    /// Takes in that a formula fills several cells, if it does.
    pub(super) fn note(&mut self, formula: &Tag<'_>) -> Result<(), Malformed> {
        let kind = formula.attribute("t");
        if !matches!(kind.as_deref(), Some("array" | "dataTable")) {
            return Ok(());
        }
        let filled = formula.attribute("ref").and_then(|it| block(&it));
        let is_one =
            |it: &Merged| (it.first_row, it.first_position) == (it.last_row, it.last_position);
        if self.arrays.len() == BLOCKS_MAX {
            return Err(Malformed("too many formulas fill several cells each"));
        }
        self.arrays.extend(filled.filter(|it| !is_one(it)));
        Ok(())
    }

    /// Whether a cell is one of several that a single formula fills.
    pub(super) fn is_filled(&self, spot: Spot) -> bool {
        let mut arrays = self.arrays.iter();
        arrays.any(|it| contains(it, spot.row_number, spot.position))
    }

    /// A cell with a formula is given a text.
    pub(super) fn remove(&mut self, spot: Spot, formula: &Element<'_>, row: &[u8]) {
        self.is_any_gone = true;
        let tag = formula.tag;
        if tag.attribute("t").as_deref() != Some("shared") {
            return;
        }
        let held = tag.attribute("ref").and_then(|it| block(&it));
        let (Some(block), Some(number)) = (held, tag.attribute("si")) else {
            return;
        };
        let orphan = Orphan {
            spot,
            formula: decode(&row[formula.inside()]).into_owned(),
            block,
        };
        self.orphans.insert(number.into_owned(), orphan);
    }

    /// The cell holds a formula for the others if one needs to be held that it knows.
    pub(super) fn inherit(
        &mut self,
        spot: Spot,
        cell: &Element<'_>,
        row: &[u8],
        splices: &mut Splices,
    ) -> Result<(), Malformed> {
        let Some(formula) = cell.child(row, "f")? else {
            return Ok(());
        };
        let tag = formula.tag;
        if tag.attribute("t").as_deref() != Some("shared") {
            return Ok(());
        }
        let number = tag.attribute("si").unwrap_or_default();
        if tag.attribute("ref").is_some() {
            // The number begins to mean another formula.
            self.orphans.remove(&*number);
            return Ok(());
        }
        let Some(orphan) = self.orphans.remove(&*number) else {
            return Ok(());
        };
        let rest = Merged {
            first_row: spot.row_number.min(orphan.block.last_row),
            ..orphan.block
        };
        let name = String::from_utf8_lossy(tag.name());
        let held = format!(
            "<{name} t=\"shared\" ref=\"{}\" si=\"{}\">{}</{name}>",
            block_name(&rest),
            escaped_attribute(&number),
            escaped_attribute(&moved(&orphan.formula, orphan.spot, spot)),
        );
        splices.replace(formula.whole(), held);
        Ok(())
    }
}
