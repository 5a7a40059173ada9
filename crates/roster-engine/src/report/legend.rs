//! The sheet that says what a marked workbook is: what its colours mean, what was checked and when,
//! and what was not.

use roster_model::Level;
use roster_rules::PACK;
use roster_write::WorkbookCell;

use crate::describe::Describe;
use crate::report::lists::{List, ListFor};
use crate::report::terminal::profile_edition;
use crate::session::own_lists::OwnList;
use crate::words::{Words, words};

impl<'s> Describe<'s> {
    /// What the marks mean and what was done; `notes_left_out` is how many notes were too many.
    pub(crate) fn legend(self, made_for: &ListFor, notes_left_out: u64) -> List<'s> {
        let (words, language) = (words(made_for.language), made_for.language);
        let mut rows = self.how_checked(made_for);
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
        legend_of(rows, words)
    }

    /// What the record behind a corrected workbook is.
    pub(crate) fn about_record(self, made_for: &ListFor) -> List<'s> {
        let words = words(made_for.language);
        let mut rows = self.how_checked(made_for);
        let changed = self.session.changed();
        let count = changed.filter(|it| self.session.is_in_file(it.0, made_for.file));
        let count = count.count().to_string();
        let told = words.changed_cells.replace("{n}", &count);
        rows.push(line(words.changes_sheet, &told));
        for text in words.about_record {
            rows.push(line(words.changes_sheet, text));
        }
        legend_of(rows, words)
    }

    /// With what, when and by which profiles the run checked.
    fn how_checked(self, made_for: &ListFor) -> Vec<Vec<WorkbookCell>> {
        let (words, language) = (words(made_for.language), made_for.language);
        let mut rows: Vec<Vec<WorkbookCell>> = Vec::new();
        let settings = self.session.options().settings();
        let tool = format!("rostercheck {} ({PACK})", env!("CARGO_PKG_VERSION"));
        rows.push(line(words.legend_made_with, &tool));
        rows.push(line(words.legend_today, &settings.today.iso()));
        for (sheet, roster) in self.sheets().into_iter().zip(self.session.rosters()) {
            let is_here = made_for.file.is_none_or(|it| {
                self.values.show_words(&self.session.files()[it].name) == sheet.file
            });
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
        for place in self.not_chosen() {
            let text = format!("{place}{}{}", words.colon, words.not_chosen);
            rows.push(line(words.legend_checked, &text));
        }
        rows
    }
}

fn line(title: &str, text: &str) -> Vec<WorkbookCell> {
    vec![WorkbookCell::header(title), WorkbookCell::text(text)]
}

fn legend_of<'s>(rows: Vec<Vec<WorkbookCell>>, words: &Words) -> List<'s> {
    List {
        kind: OwnList::Legend,
        name: words.legend_sheet,
        columns_width: vec![24.0, 90.0],
        freeze_rows: 0,
        autofilter: false,
        rows: Box::new(rows.into_iter()),
    }
}
