//! What may be typed into a cell: short lists stand in the rule itself, long ones on a sheet of
//! their own, behind a name.

use crate::link_to;

/// Longest list a rule holds, in UTF-16 units with its commas.
const UNITS_MAX: usize = 255;

/// A block of cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanRange {
    /// First row number, from 1.
    pub first_row: u32,
    /// Last row number, from 1.
    pub last_row: u32,
    /// First position, from 0.
    pub first_position: u16,
    /// Last position, from 0.
    pub last_position: u16,
}

/// What a spreadsheet program does with a text that is not in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strictness {
    /// It does not take it.
    Refuse,
    /// It asks whether it is meant.
    Warn,
}

/// What may be typed into some cells.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'c> {
    /// The cells.
    pub range: PlanRange,
    /// What may be chosen, in order; anything where it is empty.
    pub list: &'c [&'c str],
    /// What happens with other texts.
    pub strictness: Strictness,
    /// Title of what is told when somebody comes to the cell; at most 32 characters are kept.
    pub title: &'c str,
    /// What is told; at most 255 characters are kept, and nothing is told where it is empty.
    pub prompt: &'c str,
}

/// A list on the hidden sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Long {
    pub(super) name: String,
    pub(super) items: Vec<String>,
}

impl Long {
    /// Where it stands: its whole column, by the name of the sheet.
    pub(super) fn range(&self, sheet: &str, position: u16) -> String {
        let letters = roster_model::column_letters(position);
        let rows = self.items.len();
        link_to(sheet, &format!("${letters}$1:${letters}${rows}"))
    }
}

/// The long lists of a workbook; a list that comes again is kept once.
#[derive(Clone, Debug, Default)]
pub(super) struct Lists(Vec<Long>);

impl Lists {
    /// What the rule says: nothing, `,` and the items with commas between, or `=` and a name.
    pub(super) fn source(&mut self, list: &[&str]) -> String {
        if list.is_empty() {
            return String::new();
        }
        let joined = list.join(",");
        // A comma within an item would make two of it.
        let is_plain = !list.iter().any(|it| it.contains([',', '"', '=']));
        if is_plain && joined.encode_utf16().count() <= UNITS_MAX {
            return format!(",{joined}");
        }
        let known = self.0.iter().find(|it| it.items == list);
        if let Some(known) = known {
            return format!("={}", known.name);
        }
        let name = format!("choices_{}", self.0.len() + 1);
        let source = format!("={name}");
        let items = list.iter().map(|&it| it.to_owned()).collect();
        self.0.push(Long { name, items });
        source
    }

    pub(super) fn into_long(self) -> Vec<Long> {
        self.0
    }
}
