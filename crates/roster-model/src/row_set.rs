//! A set of rows of one sheet: one bit a row.
//!
//! Findings are kept this way, per cause, so that a file with an error in every cell costs little
//! more than a clean one while every count stays exact and every row can be reached.

/// Rows are positions among the pupils of a sheet, from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowSet {
    words: Vec<u64>,
}

impl RowSet {
    /// No row yet, of `row_count` possible ones.
    pub fn new(row_count: u32) -> Self {
        RowSet {
            words: vec![0; (row_count as usize).div_ceil(64)],
        }
    }

    /// The rows that are chosen, of which there is one answer each.
    pub(crate) fn of(chosen: impl ExactSizeIterator<Item = bool>) -> Self {
        let mut words = vec![0; chosen.len().div_ceil(64)];
        for (row, is_chosen) in chosen.enumerate() {
            words[row / 64] |= u64::from(is_chosen) << (row % 64);
        }
        RowSet { words }
    }

    /// These rows, of a sheet with so many.
    pub fn with(row_count: u32, rows: impl IntoIterator<Item = u32>) -> Self {
        let mut set = Self::new(row_count);
        rows.into_iter().for_each(|row| set.insert(row));
        set
    }

    /// Adds a row.
    pub fn insert(&mut self, row: u32) {
        self.words[row as usize / 64] |= 1 << (row % 64);
    }

    /// Whether the row is in the set.
    pub fn contains(&self, row: u32) -> bool {
        self.words
            .get(row as usize / 64)
            .is_some_and(|word| word >> (row % 64) & 1 == 1)
    }

    /// Adds every row of the other set, which is of the same sheet.
    pub fn add(&mut self, other: &RowSet) {
        for (word, added) in self.words.iter_mut().zip(&other.words) {
            *word |= added;
        }
    }

    /// Takes out every row of the other set.
    pub fn subtract(&mut self, other: &RowSet) {
        for (word, taken) in self.words.iter_mut().zip(&other.words) {
            *word &= !taken;
        }
    }

    /// Exact number of rows.
    pub fn len(&self) -> u64 {
        self.words
            .iter()
            .map(|word| u64::from(word.count_ones()))
            .sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|&word| word == 0)
    }

    /// The rows in ascending order.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.iter_from_word(0)
    }

    /// The rows in ascending order, without the first `count`, found without visiting those.
    pub fn iter_after(&self, count: u64) -> impl Iterator<Item = u32> + '_ {
        let mut before = 0;
        let mut first_word = 0;
        for word in &self.words {
            let ones = u64::from(word.count_ones());
            if before + ones > count {
                break;
            }
            before += ones;
            first_word += 1;
        }
        self.iter_from_word(first_word)
            .skip((count - before.min(count)) as usize)
    }

    fn iter_from_word(&self, first_word: usize) -> impl Iterator<Item = u32> + '_ {
        let words = self.words.iter().enumerate().skip(first_word);
        words.flat_map(|(index, &word)| {
            let mut rest = word;
            std::iter::from_fn(move || {
                if rest == 0 {
                    return None;
                }
                let bit = rest.trailing_zeros();
                rest &= rest - 1;
                Some(index as u32 * 64 + bit)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_order_are_exact() {
        let mut set = RowSet::new(1000);
        let rows = [0, 1, 63, 64, 127, 128, 500, 999];
        for row in rows.into_iter().rev() {
            set.insert(row);
        }
        assert_eq!(set.len(), 8);
        assert_eq!(set.iter().collect::<Vec<_>>(), rows);
        for skipped in 0..=9 {
            let rest: Vec<_> = set.iter_after(skipped as u64).collect();
            assert_eq!(rest, rows.into_iter().skip(skipped).collect::<Vec<_>>());
        }
        let mut fewer = RowSet::new(1000);
        fewer.insert(64);
        set.subtract(&fewer);
        assert!(!set.contains(64) && set.contains(63) && !set.contains(100_000));
        set.add(&fewer);
        assert_eq!(set.iter().collect::<Vec<_>>(), rows);
    }
}
