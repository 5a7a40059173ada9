//! Changes laid over a sheet, as a log that can be walked back.
//!
//! The sheet itself never changes: `EditLog::apply_to_column` gives a new column. Undo takes the last step off the log; a step is what one action of a
//! person did, be it one cell or all safe fixes.

use std::collections::BTreeMap;

use crate::{CellKind, CellPlace, CellsBuilder, Place, SheetColumn, TooLarge};

/// Who decided on an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Decider {
    /// The program: it was safe.
    Program,
    /// A person, for this one place.
    Person,
}

/// One change of one cell, or of the header of one column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// A cell, or a column: then it is the text of its header.
    pub place: Place,
    /// Its text before.
    pub from: String,
    /// Its text afterwards; empty makes it blank.
    pub to: String,
    /// Code of the rule whose fix it is; empty of what somebody typed.
    pub rule: &'static str,
    /// Who decided on it.
    pub decided_by: Decider,
}

/// The edits of a run in the order they were made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EditLog {
    edits: Vec<Edit>,
    /// How many edits there were at the end of each step.
    steps: Vec<usize>,
    /// The text each edited place has now.
    now: BTreeMap<Place, String>,
}

impl EditLog {
    /// The edits, oldest first.
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// The edits of each step, oldest first.
    pub fn by_step(&self) -> impl Iterator<Item = &[Edit]> {
        let starts = std::iter::once(&0).chain(&self.steps);
        starts
            .zip(&self.steps)
            .map(|(&start, &end)| &self.edits[start..end])
    }

    /// Number of steps that can be undone.
    pub fn steps(&self) -> usize {
        self.steps.len()
    }

    /// The text a place has now; `original` is its text in the file.
    pub fn text<'t>(&'t self, place: Place, original: &'t str) -> &'t str {
        self.now.get(&place).map_or(original, String::as_str)
    }

    /// Every place whose text differs from the file's, with its text now, in the order of places.
    /// A place that was changed and changed back is among them.
    pub fn now(&self) -> impl Iterator<Item = (Place, &str)> {
        self.now.iter().map(|(place, text)| (*place, text.as_str()))
    }

    /// Adds an edit to the step that is being made, unless the place has another text than the edit
    /// expects; tells whether it was added. `end_step` ends the step.
    #[must_use]
    pub fn push(&mut self, edit: Edit, original: &str) -> bool {
        if self.text(edit.place, original) != edit.from {
            return false;
        }
        self.now.insert(edit.place, edit.to.clone());
        self.edits.push(edit);
        true
    }

    /// Ends the step; a step without edits is none.
    pub fn end_step(&mut self) {
        if self.steps.last().copied().unwrap_or(0) < self.edits.len() {
            self.steps.push(self.edits.len());
        }
    }

    /// Takes back the last step; gives its edits, oldest first.
    pub fn undo(&mut self) -> Vec<Edit> {
        self.end_step();
        self.steps.pop();
        let undone = self
            .edits
            .split_off(self.steps.last().copied().unwrap_or(0));
        self.read_off();
        undone
    }

    /// Works out anew what each place has now. To take single ones out of a tree is more code.
    fn read_off(&mut self) {
        self.now = BTreeMap::new();
        let left = self.edits.iter().map(|it| (it.place, it.to.clone()));
        self.now.extend(left);
    }

    /// Makes edits that were just taken back one step again.
    pub fn redo(&mut self, undone: Vec<Edit>) {
        let now = undone.iter().map(|it| (it.place, it.to.clone()));
        self.now.extend(now);
        self.edits.extend(undone);
        self.end_step();
    }

    /// Forgets every edit of some places, given in their order, as if it had not been made.
    pub fn forget(&mut self, places: &[Place]) {
        let edits = std::mem::take(&mut self.edits);
        let mut ends = std::mem::take(&mut self.steps).into_iter().peekable();
        for (index, edit) in edits.into_iter().enumerate() {
            if ends.next_if_eq(&index).is_some() {
                self.end_step();
            }
            if places.binary_search(&edit.place).is_err() {
                self.edits.push(edit);
            }
        }
        if ends.next().is_some() {
            self.end_step();
        }
        self.read_off();
    }

    /// A column of sheet number `sheet_index` with its edits in it; nothing when it has none.
    pub fn apply_to_column(
        &self,
        sheet_index: u32,
        column: &SheetColumn,
    ) -> Result<Option<SheetColumn>, TooLarge> {
        let position = column.position;
        let header = self.now.get(&Place::Column(sheet_index, position));
        let mut edited = self.column(sheet_index, position).peekable();
        if header.is_none() && edited.peek().is_none() {
            return Ok(None);
        }
        let mut result = column.clone();
        if let Some(header) = header {
            result.header.clone_from(header);
        }
        if edited.peek().is_none() {
            return Ok(Some(result));
        }
        let mut builder = CellsBuilder::default();
        for row in 0..column.cells.row_count() {
            match edited.next_if(|it| it.0 == row) {
                Some((_, "")) => builder.push("", CellKind::Blank)?,
                Some((_, text)) => builder.push(text, CellKind::Text)?,
                None => {
                    let value = column.cells.value(row);
                    builder.push(column.cells.text(value), column.cells.kind(value))?;
                }
            }
        }
        result.cells = builder.finish();
        Ok(Some(result))
    }

    /// The texts of the edited cells of one column, in the order of their rows.
    fn column(&self, sheet: u32, position: u16) -> impl Iterator<Item = (u32, &str)> {
        let cell = |row| {
            Place::Cell(CellPlace {
                sheet,
                row,
                position,
            })
        };
        let cells = self.now.range(cell(0)..=cell(u32::MAX));
        cells.filter_map(move |(place, text)| match place {
            Place::Cell(it) if it.sheet == sheet && it.position == position => {
                Some((it.row, text.as_str()))
            }
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Sheet;

    fn sheet() -> Sheet {
        let mut builder = CellsBuilder::default();
        for text in ["甲", "乙", "甲"] {
            builder.push(text, CellKind::Text).unwrap();
        }
        let column = SheetColumn {
            position: 3,
            header: "姓 名".to_owned(),
            column: None,
            repeats: None,
            ignored: false,
            local: None,
            is_said: false,
            cells: builder.finish(),
        };
        Sheet {
            columns: vec![column],
            row_numbers: vec![2, 3, 5],
            ..Sheet::default()
        }
    }

    /// The column that the sheet has, with the edits of one sheet in it.
    fn column(log: &EditLog, sheet_index: u32) -> SheetColumn {
        let column = sheet().columns.remove(0);
        let edited = log.apply_to_column(sheet_index, &column).unwrap();
        edited.unwrap_or(column)
    }

    fn texts(log: &EditLog) -> [String; 3] {
        let cells = column(log, 0).cells;
        [0, 1, 2].map(|row| cells.text(cells.value(row)).to_owned())
    }

    fn edit(row: u32, from: &str, to: &str) -> Edit {
        let cell = CellPlace {
            sheet: 0,
            row,
            position: 3,
        };
        Edit {
            place: Place::Cell(cell),
            from: from.to_owned(),
            to: to.to_owned(),
            rule: "R0104",
            decided_by: Decider::Person,
        }
    }

    #[test]
    fn an_edit_touches_one_cell_and_a_step_can_be_undone() {
        let sheet = sheet();
        let mut log = EditLog::default();
        assert!(log.push(edit(2, "甲", "丙"), sheet.text(0, 2)));
        log.end_step();
        assert!(log.push(edit(2, "丙", "丁"), sheet.text(0, 2)));
        assert!(log.push(edit(1, "乙", ""), sheet.text(0, 1)));
        log.end_step();
        log.end_step();
        assert_eq!(log.steps(), 2);
        let before = log.clone();
        let undone = log.undo();
        log.redo(undone);
        assert_eq!(log, before);
        assert_eq!(texts(&log), ["甲", "", "丁"]);
        assert_eq!(log.undo().len(), 2);
        assert_eq!(texts(&log), ["甲", "乙", "丙"]);
        assert_eq!(log.undo()[0].to, "丙");
        assert_eq!(texts(&log), ["甲", "乙", "甲"]);
        assert_eq!(log, EditLog::default());
        assert!(log.undo().is_empty());
    }

    #[test]
    fn what_is_forgotten_was_never_made() {
        let sheet = sheet();
        let mut log = EditLog::default();
        for row in [0, 1, 2] {
            let from = sheet.text(0, row);
            assert!(log.push(edit(row, from, "丙"), from));
            log.end_step();
        }
        log.forget(&[edit(0, "", "").place, edit(2, "", "").place]);
        let mut other = EditLog::default();
        assert!(other.push(edit(1, "乙", "丙"), "乙"));
        other.end_step();
        assert_eq!(log, other);
    }

    #[test]
    fn a_header_is_the_text_of_a_column() {
        let mut log = EditLog::default();
        let header = Edit {
            place: Place::Column(0, 3),
            from: "姓 名".to_owned(),
            to: "姓名".to_owned(),
            rule: "R0104",
            decided_by: Decider::Program,
        };
        assert!(log.push(header, "姓 名"));
        assert_eq!(column(&log, 0).header, "姓名");
        assert_eq!(texts(&log), ["甲", "乙", "甲"]);
        assert_eq!(column(&log, 1).header, "姓 名");
    }

    #[test]
    fn an_edit_made_for_another_text_is_refused() {
        let sheet = sheet();
        let mut log = EditLog::default();
        assert!(log.push(edit(0, "甲", "丁"), sheet.text(0, 0)));
        assert!(!log.push(edit(0, "甲", "戊"), sheet.text(0, 0)));
        assert!(log.push(edit(0, "丁", "甲"), sheet.text(0, 0)));
        assert_eq!(log.edits().len(), 2);
    }
}
