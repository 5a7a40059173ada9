//! 生源 in the lists of a new grade: the school or the place that a pupil comes from, and no 学生来源 of the standard, whose
//! texts are few. So the word is that column only where the texts are.

use roster_model::{Column, Sheet, SheetColumn};
use roster_standard::header::tidy;
use roster_standard::{Listed, Table};

use crate::OwnHeaders;

/// Texts of a column that are looked at for it.
const TEXTS_MAX: usize = 64;

/// Leaves such columns unread.
pub(crate) fn leave_places(sheets: &mut [Sheet], own: &OwnHeaders) {
    let Some(table) = Column::StudentSource.info().table else {
        return;
    };
    for column in sheets.iter_mut().flat_map(|it| &mut it.columns) {
        let is_word =
            column.column == Some(Column::StudentSource) && tidy(&column.header) == "生源";
        let is_own = || column.is_said || own.find(&column.header).is_some();
        if is_word && !is_own() && are_places(column, table) {
            column.column = None;
        }
    }
}

/// Whether there are texts, and none of the table.
fn are_places(column: &SheetColumn, table: &Table) -> bool {
    let texts = column.cells.values().map(|it| column.cells.text(it).trim());
    let mut texts = texts.filter(|it| !it.is_empty()).take(TEXTS_MAX).peekable();
    texts.peek().is_some() && texts.all(|it| table.find(it) == Listed::Unknown)
}
