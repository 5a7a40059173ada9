//! Texts that come again and again in a column, as words do and names do not.

use super::{Cells, Rows};

/// A text is usual if at least this many rows have it,
const USUAL_ROWS_MIN: u32 = 5;
/// and at least one row in this many: in a large school some names come again, too.
const USUAL_ONE_IN: u32 = 200;

impl Cells {
    /// Whether the text comes again and again in the column, as a word does and a name does not.
    pub fn is_usual(&self, text: &str) -> bool {
        let usual = self.usual.get_or_init(|| self.usual_values());
        usual.iter().any(|&it| self.texts.text(it) == text)
    }

    fn usual_values(&self) -> Vec<u32> {
        if matches!(self.rows, Rows::Own) {
            return Vec::new();
        }
        let mut counts = vec![0; self.value_count() as usize];
        for row in 0..self.row_count {
            counts[self.rows.get(row) as usize] += 1;
        }
        let least = USUAL_ROWS_MIN.max(self.row_count / USUAL_ONE_IN);
        let values = 0..self.value_count();
        values.filter(|it| counts[*it as usize] >= least).collect()
    }
}
