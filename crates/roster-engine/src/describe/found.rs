//! The sheets of a run as a person decides on them: checked or left out, with their first rows.

use roster_model::{Sheet, SheetColumn, SheetRole, Visibility, column_letters};
use roster_rules::Roster;
use roster_standard::header::{Header, find, find_in_group};
use roster_values::mask;
use roster_values::text::is_blank;

use crate::describe::mask::Values;
use crate::describe::{Describe, known_at};
use crate::session::guess;
use crate::wire::{FoundSheet, HeadCell, HeadRow};

impl Describe<'_> {
    /// Every sheet of every file in the order of the files; those left out after the others.
    pub(crate) fn found(&self) -> Vec<FoundSheet> {
        let files = self.session.files();
        let mut found = Vec::new();
        for (file, source) in files.iter().enumerate() {
            for (index, roster) in self.session.rosters().iter().enumerate() {
                if roster.sheet.file as usize == file {
                    found.push(self.checked(&source.name, index as u32, roster));
                }
            }
            let skipped = self.session.skipped().iter();
            let skipped = skipped.filter(|it| it.0 as usize == file);
            let name = self.values.show_words(&source.name);
            found.extend(skipped.map(|it| left_out(&name, &it.1)));
        }
        found
    }

    /// The name of the file of a sheet, as the reader may see it.
    pub(crate) fn file_name(&self, sheet: &Sheet) -> String {
        self.values
            .show_words(&self.session.file_of_sheet(sheet).name)
    }

    fn checked(&self, file: &str, index: u32, roster: &Roster) -> FoundSheet {
        let sheet = &roster.sheet;
        let decided = self.session.options().choices.of_sheet(file, &sheet.name);
        let guessed = sheet.has_header().then(|| guess(sheet).id.clone());
        let head = sheet.head.iter().map(|row| HeadRow {
            row: row.row_number,
            cells: row
                .cells
                .iter()
                .map(|(position, text)| HeadCell {
                    letter: column_letters(*position),
                    text: self.head_text(roster, row.row_number, *position, text),
                })
                .collect(),
        });
        FoundSheet {
            file: self.values.show_words(file),
            sheet: sheet.name.clone(),
            index: Some(index),
            visibility: sheet.visibility.key(),
            role: sheet.role.key(),
            header_row: sheet.header_rows.first().copied(),
            header_row_chosen: decided.header_row.is_some(),
            profile: sheet.has_header().then(|| roster.profile.id.clone()),
            profile_guessed: guessed,
            head: head.collect(),
        }
    }

    /// The words of a header are nobody's; anything else may be somebody's.
    fn head_text(&self, roster: &Roster, row_number: u32, position: u16, text: &str) -> String {
        if self.values == Values::Shown || is_listed(text) {
            return text.to_owned();
        }
        if roster.sheet.header_rows.contains(&row_number) {
            let column = roster.sheet.column_at(position);
            let column = column.filter(|it| it.header == text);
            return column.map_or_else(
                || text.to_owned(),
                |it| self.values.show_header(&roster.sheet, it),
            );
        }
        let below = roster.sheet.header_rows.last();
        match known_at(roster, position) {
            Some(column) if below.is_some_and(|&it| it < row_number) => {
                self.values.show(Some(column), text)
            }
            _ => mask::short(text),
        }
    }
}

/// Whether the text is a header the standard knows.
fn is_listed(text: &str) -> bool {
    let is_known = |header| header != Header::Unknown;
    is_known(find(text)) || is_known(find_in_group(1, text))
}

fn left_out(file: &str, sheet: &str) -> FoundSheet {
    FoundSheet {
        file: file.to_owned(),
        sheet: sheet.to_owned(),
        index: None,
        visibility: Visibility::Visible.key(),
        role: SheetRole::Roster.key(),
        header_row: None,
        header_row_chosen: false,
        profile: None,
        profile_guessed: None,
        head: Vec::new(),
    }
}

/// Whether a column has no header and nothing below where one would be.
pub(crate) fn is_empty(column: &SheetColumn) -> bool {
    let cells = &column.cells;
    let mut texts = cells.values().map(|it| cells.text(it));
    is_blank(&column.header) && texts.all(is_blank)
}
