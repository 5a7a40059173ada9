//! Lists of names beside rosters.
//!
//! A sheet of names and nothing else is checked like any roster. Where another sheet of the file has a
//! fuller header, it is more likely a list of teachers or of choices: then it is left alone, which is
//! told like of any sheet without a header.

use roster_model::{Sheet, SheetColumn};

use crate::{OtherRows, ReadOptions};

/// Leaves such lists alone, unless the person has said which row is their header.
pub(crate) fn leave(sheets: &mut [Sheet], options: &ReadOptions) {
    let is_known =
        |it: &&SheetColumn| it.column.is_some() || options.own_headers.find(&it.header).is_some();
    let known = |it: &Sheet| it.columns.iter().filter(is_known).count();
    let has_roster = sheets.iter().any(|it| known(it) > 1);
    // Whoever asks for the other rows writes all of them down again, whatever they are.
    if !has_roster || options.other_rows == OtherRows::Kept {
        return;
    }
    for sheet in sheets {
        let is_chosen = options.header_row(&sheet.name).is_some();
        if sheet.has_header() && known(sheet) <= 1 && !is_chosen {
            let whole = std::mem::take(sheet);
            *sheet = Sheet {
                file: whole.file,
                name: whole.name,
                visibility: whole.visibility,
                filled_rows: whole.filled_rows,
                head: whole.head,
                merged: whole.merged,
                hidden_rows: whole.hidden_rows,
                hidden_columns: whole.hidden_columns,
                is_filtered: whole.is_filtered,
                ..Sheet::default()
            };
        }
    }
}
