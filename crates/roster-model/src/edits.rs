//! Changes laid over a sheet, as a log that can be walked back.
//!
//! The sheet itself never changes: `EditLog::apply` gives a new sheet in which only the edited
//! columns are built again. Undo takes the last edit off the log.

use crate::{CellKind, CellPlace, CellsBuilder, Sheet, TooLarge};

/// One change of one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The cell.
    pub cell: CellPlace,
    /// Its text before.
    pub from: String,
    /// Its text afterwards; empty makes it blank.
    pub to: String,
    /// The rule whose fix it is; empty when typed by hand.
    pub rule: String,
}

/// The cell no longer has the text the edit was made for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused(pub Edit);

/// The edits of a run in the order they were made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EditLog {
    edits: Vec<Edit>,
}

impl EditLog {
    /// The edits, oldest first.
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// The text a cell has now; `original` is its text in the file.
    pub fn text<'t>(&'t self, cell: CellPlace, original: &'t str) -> &'t str {
        self.edits
            .iter()
            .rev()
            .find(|it| it.cell == cell)
            .map_or(original, |it| &it.to)
    }

    /// Adds an edit, or refuses it when the cell has another text than the edit expects.
    pub fn push(&mut self, edit: Edit, original: &str) -> Result<(), Refused> {
        if self.text(edit.cell, original) != edit.from {
            return Err(Refused(edit));
        }
        self.edits.push(edit);
        Ok(())
    }

    /// Takes back the last edit.
    pub fn undo(&mut self) -> Option<Edit> {
        self.edits.pop()
    }

    /// The sheet with the edits of sheet number `sheet_index` in it.
    pub fn apply(&self, sheet_index: u32, sheet: &Sheet) -> Result<Sheet, TooLarge> {
        let mut result = sheet.clone();
        for column in &mut result.columns {
            let position = column.position;
            let here = |it: &&Edit| it.cell.sheet == sheet_index && it.cell.position == position;
            if !self.edits.iter().any(|it| here(&it)) {
                continue;
            }
            let mut builder = CellsBuilder::default();
            for row in 0..sheet.row_count() {
                let value = column.cells.value(row);
                let edit = self
                    .edits
                    .iter()
                    .rev()
                    .filter(here)
                    .find(|it| it.cell.row == row);
                match edit {
                    Some(edit) if edit.to.is_empty() => builder.push("", CellKind::Blank)?,
                    Some(edit) => builder.push(&edit.to, CellKind::Text)?,
                    None => builder.push(column.cells.text(value), column.cells.kind(value))?,
                }
            }
            column.cells = builder.finish();
        }
        Ok(result)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SheetColumn;

    fn sheet() -> Sheet {
        let mut builder = CellsBuilder::default();
        for text in ["甲", "乙", "甲"] {
            builder.push(text, CellKind::Text).unwrap();
        }
        let column = SheetColumn {
            position: 3,
            header: "姓名".to_owned(),
            column: None,
            repeats: None,
            ignored: false,
            cells: builder.finish(),
        };
        Sheet {
            columns: vec![column],
            row_numbers: vec![2, 3, 5],
            ..Sheet::default()
        }
    }

    fn edit(row: u32, from: &str, to: &str) -> Edit {
        let cell = CellPlace {
            sheet: 0,
            row,
            position: 3,
        };
        Edit {
            cell,
            from: from.to_owned(),
            to: to.to_owned(),
            rule: String::new(),
        }
    }

    #[test]
    fn an_edit_touches_one_cell_and_can_be_undone() {
        let sheet = sheet();
        let mut log = EditLog::default();
        log.push(edit(2, "甲", "丙"), sheet.text(0, 2)).unwrap();
        let edited = log.apply(0, &sheet).unwrap();
        assert_eq!([0, 1, 2].map(|row| edited.text(0, row)), ["甲", "乙", "丙"]);
        assert_eq!(sheet.text(0, 2), "甲", "the sheet itself never changes");
        assert_eq!(log.undo().unwrap().to, "丙");
        assert_eq!(log.apply(0, &sheet).unwrap().text(0, 2), "甲");
    }

    #[test]
    fn an_edit_made_for_another_text_is_refused() {
        let sheet = sheet();
        let mut log = EditLog::default();
        log.push(edit(0, "甲", "丁"), sheet.text(0, 0)).unwrap();
        let refused = log.push(edit(0, "甲", "戊"), sheet.text(0, 0));
        assert_eq!(refused, Err(Refused(edit(0, "甲", "戊"))));
        log.push(edit(0, "丁", "甲"), sheet.text(0, 0)).unwrap();
        assert_eq!(log.edits().len(), 2);
    }
}
