//! A file with its cells marked: the original workbook where it can be, a fresh one where not.

use roster_model::{Format, Said};
use roster_order::FewMap;
use roster_write::{AppendedSheet, CellPatch, Patch, SheetPatch, plan_patch};

use crate::describe::Describe;
use crate::describe::mask::Values;
use crate::language::Language;
use crate::output::corrected::{is_for_macros, no_password, workbook_extension};
use crate::output::{Content, Original, Output, stem};
use crate::report::lists::{List, ListFor};
use crate::words::words;

impl<'s> Describe<'s> {
    /// The file with its cells marked, what was found in their notes, and the lists behind its
    /// sheets. A workbook (xlsx, xlsm) stays what it was; where personal values are masked, and for
    /// every other format, a fresh workbook is planned. `original` are the bytes of the file.
    pub fn marked(
        self,
        file: usize,
        original: &Original<'_>,
        language: Language,
    ) -> Result<Output, Said> {
        let name = self.session.files().get(file).map_or("", |it| &it.name);
        self.marked_as(file, original, language, name)
    }

    /// As `marked`, for a file that will be called by this name.
    pub fn marked_as(
        self,
        file: usize,
        original: &Original<'_>,
        language: Language,
        called: &str,
    ) -> Result<Output, Said> {
        let source = self.session.same_file(file, original)?;
        let is_patched = matches!(source.format, Format::Xlsx | Format::Xlsm);
        let word = words(language).marked_name;
        // Files of one name are called by their folders too, and folders are not made here.
        let stem = stem(&source.name).replace('/', "_");
        let name = |extension: &str| format!("{stem}-{word}{extension}");
        if !is_patched || self.values == Values::Masked {
            let others = match self.values {
                Values::Shown => self.session.other_rows(file, original),
                // Nobody knows whose names stand in them.
                Values::Masked => FewMap::default(),
            };
            let plan = self.planned(Some(file), &others, language);
            return Ok(Output {
                name: name(".xlsx"),
                content: Content::Plan(plan),
                notes: vec![fresh_marked(self.values)],
            });
        }
        let mut notes = Vec::new();
        if original.content.is_some() {
            notes.push(no_password());
        }
        let (sheets, notes_left_out) = self.marked_sheets(file, language);
        let for_macros = is_for_macros(source.format, called);
        let patch = Patch {
            sheets,
            appended: self.appended(file, notes_left_out, language),
            for_macros,
        };
        Ok(Output {
            name: name(workbook_extension(for_macros)),
            content: Content::Changes(plan_patch(patch)),
            notes,
        })
    }

    /// New texts, marks and notes of each sheet of a file, and how many notes were too many.
    fn marked_sheets(self, file: usize, language: Language) -> (Vec<SheetPatch>, u64) {
        let words = words(language);
        let mut patches = self.session.text_patches(file);
        let rosters = self.session.rosters().iter().enumerate();
        let here = rosters.filter(|(_, it)| it.sheet.file as usize == file);
        let mut notes_left_out = 0;
        for ((sheet, _), patch) in here.zip(&mut patches) {
            patch.forget_marks = self.session.files()[file].traits.has_own_lists;
            let marks = self.marks_of(sheet as u32, words, language);
            notes_left_out += marks.notes_left_out;
            let cells = marks.cells.into_iter();
            patch
                .cells
                .extend(cells.map(|((row_number, position), mark)| CellPatch {
                    row_number,
                    position,
                    text: None,
                    mark: Some(mark.level),
                    note: (!mark.note.is_empty()).then_some(mark.note),
                }));
        }
        (patches, notes_left_out)
    }

    /// What lists are made for that stand in the file itself.
    pub(crate) fn lists_of(self, file: usize, language: Language) -> ListFor {
        let rosters = self.session.rosters().iter();
        let names = rosters.map(|it| {
            let is_here = it.sheet.file as usize == file;
            if is_here {
                it.sheet.name.clone()
            } else {
                String::new()
            }
        });
        ListFor {
            file: Some(file),
            names: names.collect(),
            language,
        }
    }

    fn appended(
        self,
        file: usize,
        notes_left_out: u64,
        language: Language,
    ) -> Vec<AppendedSheet<'s>> {
        let made_for = self.lists_of(file, language);
        let mut lists = vec![
            self.findings_list(made_for.clone()),
            self.handling_list(made_for.clone()),
        ];
        if self.session.edits().steps() > 0 {
            lists.push(self.changes_list(made_for.clone()));
        }
        lists.push(self.legend(&made_for, notes_left_out));
        let lists = lists.into_iter().map(|list| {
            let replaces = self.session.own_lists(file, list.kind);
            appended(list, replaces)
        });
        lists.collect()
    }
}

pub(crate) fn appended(list: List<'_>, replaces: Vec<String>) -> AppendedSheet<'_> {
    let mut rows = list.rows;
    AppendedSheet {
        name: list.name.to_owned(),
        replaces,
        freeze_rows: list.freeze_rows,
        columns_width: list.columns_width,
        autofilter: list.autofilter,
        rows: Box::new(move |row| match rows.next() {
            Some(cells) => {
                *row = cells;
                true
            }
            None => false,
        }),
    }
}

fn fresh_marked(values: Values) -> Said {
    match values {
        Values::Masked => Said::new(
            "内容已遮住，所以标注写在一个新的工作簿里，不是原来的文件。",
            "Values are masked, so the marks stand in a fresh workbook, not in the original file.",
        ),
        Values::Shown => Said::new(
            "这种格式的文件不能写回，标注写在一个新的xlsx工作簿里；原文件的格式和下拉列表不在其中。",
            "Files of this format are not written back; the marks stand in a fresh xlsx workbook without the formats and lists of the original.",
        ),
    }
}
