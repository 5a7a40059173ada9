//! A file with the changes of the run in it and everything else as it was.
//!
//! Delimited text is changed here; of workbooks (xlsx, xlsm) the changes are planned, to be put into them by
//! the caller, who has `roster-office`. Other formats are not written by
//! anything here: their rows go into a fresh workbook, and a note says so.

use roster_model::{Format, Place, Said, cell_name};
use roster_text::{Encoding, PatchError, TextEdit, can_hold};
use roster_write::{CellPatch, Patch, SheetPatch, looks_like_formula, plan_patch};

use crate::output::marked::appended;
use crate::output::{Content, Original, Output, extension, stem};
use crate::report::lists::List;
use crate::session::Session;
use crate::session::safe_fixes::unwritable;

/// A cell or a header, by its place in its file.
pub(crate) struct Spot {
    /// Position among the sheets of the run.
    pub(crate) sheet: u32,
    pub(crate) row_number: u32,
    pub(crate) position: u16,
}

impl Session {
    /// The file with the changes of the run in it; `original` are its bytes.
    pub fn corrected(&self, file: usize, original: &Original<'_>) -> Result<Output, Said> {
        let name = self.files().get(file).map_or("", |it| &it.name);
        self.corrected_as(file, original, name)
    }

    /// As `corrected`, for a file that will be called by this name.
    pub fn corrected_as(
        &self,
        file: usize,
        original: &Original<'_>,
        called: &str,
    ) -> Result<Output, Said> {
        self.corrected_and(file, original, called, Vec::new())
    }

    /// As `corrected_as`, with these lists behind its sheets.
    pub(crate) fn corrected_and(
        &self,
        file: usize,
        original: &Original<'_>,
        called: &str,
        lists: Vec<List<'_>>,
    ) -> Result<Output, Said> {
        let source = self.same_file(file, original)?;
        let name = |extension: &str| format!("{}-已修正{extension}", stem(&source.name));
        let mut notes = Vec::new();
        let (content, name) = match source.format {
            Format::Xlsx | Format::Xlsm => {
                let for_macros = is_for_macros(source.format, called);
                let patch = Patch {
                    sheets: self.text_patches(file),
                    appended: lists
                        .into_iter()
                        .map(|it| appended(it, Vec::new()))
                        .collect(),
                    for_macros,
                };
                if original.content.is_some() {
                    notes.push(no_password());
                }
                (
                    Content::Changes(plan_patch(patch)),
                    name(workbook_extension(for_macros)),
                )
            }
            Format::Csv | Format::Tsv => {
                let bytes = self.patched_text(file, original.bytes)?;
                // Unicode lacks nothing, and most files need not be looked through again.
                let may_lack = matches!(source.encoding, Some("Big5" | "GB18030"));
                let left = may_lack.then(|| unwritable(self)).into_iter().flatten();
                let left = left.filter(|it| self.is_in_file(*it, Some(file)));
                let spots: Vec<_> = left.filter_map(|it| self.spot(it)).collect();
                notes.extend(left_as_it_was(&spots, source.encoding));
                (Content::Ready(bytes), name(extension(&source.name)))
            }
            _ => {
                notes.push(fresh());
                let sheets = self.rosters().iter().map(|it| &it.sheet);
                let mut sheets = sheets.filter(|it| it.file as usize == file);
                if sheets.any(|it| !it.hidden_rows.is_empty() || !it.hidden_columns.is_empty()) {
                    notes.push(hidden_is_seen());
                }
                (
                    Content::Plan(self.fresh_workbook(file, original, lists)),
                    name(".xlsx"),
                )
            }
        };
        Ok(Output {
            name,
            content,
            notes,
        })
    }

    /// The new texts of a workbook, sheet by sheet.
    pub(crate) fn text_patches(&self, file: usize) -> Vec<SheetPatch> {
        let mut patches: Vec<SheetPatch> = self
            .rosters()
            .iter()
            .map(|it| SheetPatch {
                name: it.sheet.name.clone(),
                merged: it.sheet.merged.clone(),
                ..SheetPatch::default()
            })
            .collect();
        for (place, text) in self.changed() {
            if let Some(spot) = self.spot(place) {
                patches[spot.sheet as usize].cells.push(CellPatch {
                    row_number: spot.row_number,
                    position: spot.position,
                    text: Some(text.to_owned()),
                    ..CellPatch::default()
                });
            }
        }
        let rosters = self.rosters().iter();
        let here = rosters
            .zip(patches)
            .filter(|(it, _)| it.sheet.file as usize == file);
        here.map(|it| it.1).collect()
    }

    /// Where a cell or a header stands in its file.
    pub(crate) fn spot(&self, place: Place) -> Option<Spot> {
        let sheet_of = |sheet: u32| &self.roster(sheet).sheet;
        match place {
            Place::Cell(it) => Some(Spot {
                sheet: it.sheet,
                row_number: sheet_of(it.sheet).row_numbers[it.row as usize],
                position: it.position,
            }),
            Place::Column(sheet, position) => Some(Spot {
                sheet,
                // Of a header of two levels the lower one has the words of the column.
                row_number: *sheet_of(sheet).header_rows.last()?,
                position,
            }),
            _ => None,
        }
    }
}

impl Session {
    /// Whether a new text can be written into its file as it is: in the encoding of a text file, and without
    /// a spreadsheet program making a formula of it.
    pub(crate) fn holds(&self, place: Place, text: &str) -> bool {
        let format = self.file_of(place).format;
        let is_text = matches!(format, Format::Csv | Format::Tsv);
        !(is_text && looks_like_formula(text)) && self.encodes(place, text)
    }

    /// Whether the encoding of a file has every character of a text.
    pub(crate) fn encodes(&self, place: Place, text: &str) -> bool {
        let encoding = self.file_of(place).encoding.and_then(Encoding::by_name);
        encoding.is_none_or(|it| can_hold(it, text))
    }

    /// Whether a file comes back as the one it was.
    pub(crate) fn is_written_back(&self, file: usize) -> bool {
        let format = self.files()[file].format;
        matches!(
            format,
            Format::Xlsx | Format::Xlsm | Format::Csv | Format::Tsv
        )
    }

    /// The bytes of a text file with the new texts in it.
    fn patched_text(&self, file: usize, original: &[u8]) -> Result<Vec<u8>, Said> {
        let source = &self.files()[file];
        let reading = self.options().choices.reading(&source.name);
        let mut edits = Vec::new();
        for (place, text) in self.changed() {
            let is_here = self.is_in_file(place, Some(file));
            if let (true, Some(spot)) = (is_here, self.spot(place)) {
                edits.push(TextEdit {
                    row_number: spot.row_number,
                    position: spot.position,
                    text: text.to_owned(),
                });
            }
        }
        if edits.is_empty() {
            return Ok(original.to_vec());
        }
        // The bytes were read as text before, so they are text.
        let dialect = roster_files::dialect(original, &reading).ok_or_else(cannot_patch_text)?;
        let (decision, delimiter) = (&dialect.decision, dialect.delimiter);
        let patched = roster_text::patch(original, decision, delimiter, &edits);
        patched.map_err(|it| match it {
            PatchError::Unencodable {
                row_number,
                position,
                character,
            } => unencodable(&cell_name(position, row_number), character, source.encoding),
            _ => cannot_patch_text(),
        })
    }
}

/// Whether a workbook is one for macros: it has some, or it is called so though they are gone.
pub(crate) fn is_for_macros(format: Format, called: &str) -> bool {
    let ending = called.rsplit_once('.').map_or("", |it| it.1);
    format == Format::Xlsm || ending.eq_ignore_ascii_case("xlsm")
}

/// The extension of a workbook that is changed in place.
pub(crate) fn workbook_extension(for_macros: bool) -> &'static str {
    if for_macros { ".xlsm" } else { ".xlsx" }
}

fn cannot_patch_text() -> Said {
    Said::new(
        "这个文本文件里有没有配对的引号，不能安全地写回。请用 Excel 或 WPS 打开后另存，再检查一次。",
        "This text file has quotes that do not match, so it cannot be written back safely. Open it in a spreadsheet program, save it, and check it again.",
    )
}

fn unencodable(cell: &str, character: char, encoding: Option<&str>) -> Said {
    let encoding = encoding.unwrap_or_default();
    Said::new(
        format!(
            "{cell}的“{character}”不能用{encoding}编码保存。请把文件另存为UTF-8编码，再检查一次。"
        ),
        format!(
            "{character} of {cell} cannot be stored in {encoding}. Save the file as UTF-8 and check it again."
        ),
    )
}

fn hidden_is_seen() -> Said {
    Said::new(
        "原来隐藏的行和列，在新的工作簿里都显示出来了。",
        "The rows and columns that were hidden are seen in the fresh workbook.",
    )
}

/// The cells that a safe fix would have changed into what the encoding lacks.
fn left_as_it_was(spots: &[Spot], encoding: Option<&str>) -> Option<Said> {
    let first = spots.first()?;
    let (count, cell) = (spots.len(), cell_name(first.position, first.row_number));
    let encoding = encoding.unwrap_or_default();
    Some(Said::new(
        format!(
            "{encoding}编码写不出改正后的字，{count}处（如{cell}）没有改。请把文件另存为UTF-8编码，再改一次。"
        ),
        format!(
            "{encoding} cannot hold what {count} cells ({cell} for one) should be, so they were not changed. Save the file as UTF-8 and fix it again."
        ),
    ))
}

/// What is said where a locked file comes back unlocked.
pub fn no_password() -> Said {
    Said::new(
        "写出的文件没有密码；需要时请重新设置。",
        "The file that is written has no password; set one again where it is needed.",
    )
}

fn fresh() -> Said {
    Said::new(
        "这种格式的文件不能写回，内容写进了一个新的xlsx工作簿；原来的格式、公式和下拉列表不在其中。",
        "Files of this format are not written back; the contents went into a fresh xlsx workbook, without the formats, formulas and lists of the original.",
    )
}
