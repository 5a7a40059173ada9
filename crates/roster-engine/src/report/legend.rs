//! The sheet that says what a marked workbook is: what its colours mean, what was checked and when,
//! and what was not.

use roster_model::Level;
use roster_rules::PACK;
use roster_write::WorkbookCell;

use crate::describe::Describe;
use crate::report::lists::{List, ListFor};
use crate::report::terminal::profile_edition;
use crate::session::own_lists::OwnList;
use crate::words::words;

impl<'s> Describe<'s> {
    /// What the marks mean and what was done; `notes_left_out` is how many notes were too many.
    pub(crate) fn legend(self, made_for: &ListFor, notes_left_out: u64) -> List<'s> {
        let (words, language) = (words(made_for.language), made_for.language);
        let mut rows: Vec<Vec<WorkbookCell>> = Vec::new();
        let line =
            |title: &str, text: &str| vec![WorkbookCell::header(title), WorkbookCell::text(text)];
        let settings = self.session.options().settings();
        let tool = format!("rostercheck {} ({PACK})", env!("CARGO_PKG_VERSION"));
        rows.push(line(words.legend_made_with, &tool));
        rows.push(line(words.legend_today, &settings.today.iso()));
        for (sheet, roster) in self.sheets().into_iter().zip(self.session.rosters()) {
            let is_here = made_for
                .file
                .is_none_or(|it| self.session.files()[it].name == sheet.file);
            if sheet.profile.is_some() && is_here {
                let place = format!("{} {}", sheet.file, sheet.sheet);
                let pupils = format!("{} {}", sheet.rows, words.pupils);
                let profile = profile_edition(&roster.profile, language);
                let (colon, comma) = (words.colon, words.comma);
                let text = format!("{}{colon}{pupils}{comma}{profile}", place.trim());
                rows.push(line(words.legend_checked, &text));
                for set in sheet.overrides.iter().map(|it| language.of(it)) {
                    rows.push(line(words.legend_set, set));
                }
            }
        }
        for (level, meaning) in Level::ALL.into_iter().zip(words.legend_levels) {
            let mut title = WorkbookCell::text(words.level(level));
            title.mark = Some(level);
            rows.push(vec![title, WorkbookCell::text(meaning)]);
        }
        rows.push(line(words.legend_notes_title, words.legend_notes));
        if notes_left_out > 0 {
            let count = notes_left_out.to_string();
            let text = words.notes_left_out.replace("{n}", &count);
            rows.push(line(words.legend_notes_title, &text));
        }
        for rule in self.rules_not_run(language) {
            rows.push(line(words.not_run, &rule));
        }
        List {
            kind: OwnList::Legend,
            name: words.legend_sheet,
            columns_width: vec![24.0, 90.0],
            freeze_rows: 0,
            autofilter: false,
            rows: Box::new(rows.into_iter()),
        }
    }
}
