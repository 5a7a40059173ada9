//! A range of pupils with cells of other rows, and what became of the column.

use roster_model::Column;

/// A range of pupils with cells of other rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shift {
    /// The first pupil and the last, by position.
    pub(crate) first: u32,
    pub(crate) last: u32,
    /// How many of them disagree with their number.
    pub(crate) count: u64,
    /// The column that does not fit the others.
    pub(crate) column: Column,
    /// The column beside it that may have moved instead, the other way: nothing tells which.
    pub(crate) or: Option<Column>,
    /// What became of its cells.
    pub(crate) way: Way,
}

impl Shift {
    /// Whether it is not known which number is whose.
    pub(crate) fn moves_numbers(&self) -> bool {
        self.column == Column::IdNumber
            && matches!(
                self.way,
                Way::Down(_) | Way::Up(_) | Way::Mixed | Way::Filled
            )
    }

    /// Whether it explains what a rule says of these pupils.
    pub(crate) fn tells(&self, code: &str) -> bool {
        match code {
            _ if self.column == Column::StudentNumber => code == "R8003",
            "R1003" => self.column == Column::IdNumber && self.way == Way::Filled,
            "R1005" => self.column != Column::Sex,
            "R1006" => self.column == Column::Sex || self.moves_numbers(),
            "R3003" => matches!(self.way, Way::Days(_)),
            _ => self.moves_numbers(),
        }
    }
}

/// What became of the cells of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// They stand so many rows too far down.
    Down(u32),
    /// So many rows too far up.
    Up(u32),
    /// In another order.
    Mixed,
    /// All are so many days later than the numbers, or earlier, below zero.
    Days(i32),
    /// They were filled down from one cell.
    Filled,
    /// All are the other of two.
    Opposite,
}

impl Way {
    /// What became of the other column instead.
    pub(crate) fn of_other(self) -> Way {
        match self {
            Way::Down(by) => Way::Up(by),
            Way::Up(by) => Way::Down(by),
            way => way,
        }
    }
}

pub(crate) fn by_rows(offset: isize) -> Way {
    let rows = offset.unsigned_abs() as u32;
    if offset > 0 {
        Way::Down(rows)
    } else {
        Way::Up(rows)
    }
}
