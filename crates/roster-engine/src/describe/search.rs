//! The cells in which a text stands, one after another.

use crate::describe::Describe;
use crate::wire::FoundCell;

impl Describe<'_> {
    /// The first cell of a pupil behind `after` (sheet, row, column) in which `text` stands, and the first
    /// of all where none is behind it. Latin letters are the same in upper and lower case.
    pub fn find(&self, text: &str, after: (u32, u32, u32)) -> Option<FoundCell> {
        let upper = text.trim().to_ascii_uppercase();
        if upper.is_empty() {
            return None;
        }
        let has_letters = upper.contains(|it: char| it.is_ascii_uppercase());
        let is_in = |cell: &str| {
            if has_letters {
                cell.to_ascii_uppercase().contains(&upper)
            } else {
                cell.contains(&upper)
            }
        };
        let (mut first, mut next, mut all) = (None, None, 0);
        for (sheet, roster) in self.session.rosters().iter().enumerate() {
            let sheet_of_pupils = &roster.sheet;
            for row in 0..sheet_of_pupils.row_count() {
                for column in 0..sheet_of_pupils.columns.len() {
                    if !is_in(sheet_of_pupils.text(column, row)) {
                        continue;
                    }
                    all += 1;
                    let here = (sheet as u32, row, column as u32);
                    let found = (here, all);
                    first.get_or_insert(found);
                    if here > after {
                        next.get_or_insert(found);
                    }
                }
            }
        }
        let ((sheet, row, column), at) = next.or(first)?;
        Some(FoundCell {
            sheet,
            row,
            column,
            at,
            all,
        })
    }
}
