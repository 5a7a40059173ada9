//! The marks of an earlier patch: which styles they are, and what was there before them.

use std::collections::{BTreeMap, BTreeSet};

use roster_model::Level;

use super::{Look, Styles, TextForm, fill_of, with_attributes};
use crate::mark_fill;
use crate::patch::markup::{Malformed, root};

/// A workbook with more styles is not looked through for those that were marked.
const STYLES_MAX: u32 = 8192;

/// What is known of earlier marks.
#[derive(Clone, Debug, Default)]
pub(super) struct Former {
    /// Styles with the fill of a mark.
    marks: BTreeSet<u32>,
    /// The style that each was made from, where there is one.
    bases: BTreeMap<u32, u32>,
}

impl Styles {
    /// From now on, styles that are marks can be told.
    pub(in super::super) fn look_for_marks(&mut self) -> Result<(), Malformed> {
        let count = self.xfs.len() as u32;
        let fills = Level::ALL.into_iter().filter_map(|level| {
            let fill = fill_of(&self.prefix, mark_fill(level));
            Some((self.fills.find(&self.text, &fill)?, level))
        });
        let fills: BTreeMap<u32, Level> = fills.collect();
        if fills.is_empty() || count > STYLES_MAX {
            return Ok(());
        }
        let mut former = Former::default();
        let mut plain = Vec::new();
        for style in 0..count {
            let fill = self.fill_of_style(style)?;
            if fills.contains_key(&fill) {
                former.marks.insert(style);
            } else {
                plain.push((fill != 0, style));
            }
        }
        // Of several styles that would be marked alike, one without a fill is the likeliest.
        roster_order::sort(&mut plain);
        let mut trial = self.clone();
        for (_, base) in plain {
            for &level in fills.values() {
                let look = Look {
                    mark: Some(level),
                    form: TextForm::Kept,
                };
                let marked = trial.look(base, look)?;
                if former.marks.contains(&marked) {
                    former.bases.entry(marked).or_insert(base);
                }
            }
        }
        self.former = former;
        Ok(())
    }

    /// Marks are styles like any other again.
    pub(in super::super) fn forget_marks(&mut self) {
        self.former = Former::default();
    }

    /// Whether a style is a mark.
    pub(in super::super) fn is_mark(&self, style: u32) -> bool {
        self.former.marks.contains(&style)
    }

    /// Whether any style is one.
    pub(in super::super) fn has_marks(&self) -> bool {
        !self.former.marks.is_empty()
    }

    /// The style that a cell had before it was marked; any other stays as it is.
    pub(in super::super) fn unmarked(&mut self, style: u32) -> Result<u32, Malformed> {
        if !self.is_mark(style) {
            return Ok(style);
        }
        if let Some(&base) = self.former.bases.get(&style) {
            return Ok(base);
        }
        // Its text was changed as it was marked, or the style it came from is gone: the letters stay.
        let old = self.xfs.get(&self.text, style).to_vec();
        let new = with_attributes(&old, &[("fillId", "0".to_owned())])?;
        let base = self.add_xf(new)?;
        self.former.bases.insert(style, base);
        Ok(base)
    }

    fn fill_of_style(&self, style: u32) -> Result<u32, Malformed> {
        let xf = self.xfs.get(&self.text, style);
        Ok(root(xf)?.tag.number("fillId").unwrap_or(0))
    }
}
