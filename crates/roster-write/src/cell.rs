//! What a cell that is written holds, how much a spreadsheet program takes, and what it would take
//! for a formula.

use roster_model::{Level, SHEET_COLUMNS_MAX, SHEET_ROWS_MAX};

/// Rows of the longest sheet.
pub(crate) const ROWS_MAX: u32 = SHEET_ROWS_MAX;
/// Columns of the widest sheet.
pub(crate) const COLUMNS_MAX: usize = SHEET_COLUMNS_MAX as usize;
/// Longest text of a cell, in UTF-16 units.
pub(crate) const TEXT_UNITS_MAX: usize = 32_767;
/// Longest note that is still read by somebody, in UTF-16 units.
pub(crate) const NOTE_UNITS_MAX: usize = 1000;
/// A spreadsheet program refuses a sheet with more links.
pub(crate) const LINKS_MAX: u32 = 65_000;

/// One cell of a sheet that is written anew.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkbookCell {
    /// The text; nothing is written where it is empty and there is no mark.
    pub text: String,
    /// Colours the cell.
    pub mark: Option<Level>,
    /// Shown beside the cell when somebody points at it.
    pub note: Option<String>,
    /// A cell of this workbook, made with `link_to`.
    pub link: Option<String>,
    /// Whether it belongs to the header.
    pub header: bool,
    /// Whether it is the header of a column that must be filled.
    pub required: bool,
    /// How it looks on paper.
    pub paper: Paper,
}

/// How a cell looks that is made to be printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Paper {
    /// As on the screen.
    #[default]
    Plain,
    /// Over as many lines as it needs, from the top.
    Wrapped,
    /// The title of a page: large, in the middle.
    Title,
}

impl WorkbookCell {
    /// A cell with nothing but text.
    pub fn text(text: impl Into<String>) -> Self {
        WorkbookCell {
            text: text.into(),
            ..WorkbookCell::default()
        }
    }

    /// A cell with nothing but text, made to be printed.
    pub fn paper(text: impl Into<String>, paper: Paper) -> Self {
        WorkbookCell {
            text: text.into(),
            paper,
            ..WorkbookCell::default()
        }
    }

    /// A cell of the header.
    pub fn header(text: impl Into<String>) -> Self {
        WorkbookCell {
            text: text.into(),
            header: true,
            ..WorkbookCell::default()
        }
    }
}

/// Whether a spreadsheet program, or a person pressing Enter in the cell, would make a formula of
/// the text.
pub fn looks_like_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}

/// Text of at most `units_max` UTF-16 units; what is too long ends in an ellipsis.
pub(crate) fn cut_text(text: &str, units_max: usize) -> String {
    if text.len() <= units_max || text.encode_utf16().count() <= units_max {
        return text.to_owned();
    }
    let mut units = 1;
    let fits = text.chars().take_while(|c| {
        units += c.len_utf16();
        units <= units_max
    });
    fits.chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_text_ends_in_an_ellipsis_and_no_character_is_halved() {
        assert_eq!(cut_text("张小明", 3), "张小明");
        assert_eq!(cut_text("张小明", 2), "张…");
        assert_eq!(cut_text("a𠮷b", 3), "a…");
        assert_eq!(cut_text("abc", 3), "abc");
    }

    #[test]
    fn what_begins_like_a_formula_is_told() {
        for text in [
            "=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "＝1+1", "＋1", "－1", "＠A1",
        ] {
            assert!(looks_like_formula(text), "{text:?}");
        }
        for text in ["", "1+1", "张=", " =1"] {
            assert!(!looks_like_formula(text), "{text:?}");
        }
    }
}
