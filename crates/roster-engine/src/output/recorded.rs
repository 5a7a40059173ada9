//! A corrected workbook with the record of its changes behind its sheets: 修改记录 and 说明.
//!
//! The national system takes no such sheets, so they are there only where somebody asks for them. They tell
//! values in full, as the workbook itself does.

use roster_model::{Format, Said};

use crate::describe::Describe;
use crate::describe::mask::Values;
use crate::language::Language;
use crate::output::{Original, Output};
use crate::session::Session;

impl Session {
    /// The file as `corrected_as` gives it, with every change and what the record is behind its sheets. A file
    /// without changes has no record, and those of earlier corrections stay.
    pub fn corrected_with_record(
        &self,
        file: usize,
        original: &Original<'_>,
        called: &str,
        language: Language,
    ) -> Result<Output, Said> {
        let source = self.same_file(file, original)?;
        if matches!(source.format, Format::Csv | Format::Tsv) {
            return Err(no_sheets(&source.name));
        }
        let describe = Describe {
            session: self,
            values: Values::Shown,
        };
        let mut edits = self.edits().edits().iter();
        let is_changed = edits.any(|it| self.is_in_file(it.place, Some(file)));
        let lists = is_changed.then(|| {
            let made_for = describe.lists_of(file, language);
            let about = describe.about_record(&made_for);
            vec![describe.changes_list(made_for), about]
        });
        self.corrected_and(file, original, called, lists.unwrap_or_default())
    }
}

fn no_sheets(name: &str) -> Said {
    Said::new(
        format!("“{name}”是文本文件，加不了工作表；改动记录请用 --log 另写一个文件。"),
        format!(
            "\"{name}\" is text and takes no further sheet; --log writes the record to a file of its own."
        ),
    )
}
