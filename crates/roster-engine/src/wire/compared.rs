//! The header of a sheet beside the template of a profile.

use std::borrow::Cow;

use serde::Serialize;

/// The header of a sheet beside the template of a profile.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Compared {
    /// The file.
    pub file: String,
    /// The sheet; empty for formats without sheets.
    pub sheet: String,
    /// The profile, by its id.
    pub profile: Cow<'static, str>,
    /// Whether header and template are the same to the letter and in the same order.
    pub same: bool,
    /// Every column of the template in its order; those that only the file has stand where they stand
    /// in the file.
    pub lines: Vec<HeaderLine>,
}

/// One column of a header, of a template, or of both.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HeaderLine {
    /// `same`; `written` for another wording of the same column; `missing` from the file; `new` in the
    /// file; `repeated` for one that the file has a second time.
    pub state: &'static str,
    /// Whether it stands elsewhere than in the template, as seen from the other columns.
    pub moved: bool,
    /// Key of the column; null when neither the standard nor the profile knows it.
    pub column: Option<Cow<'static, str>>,
    /// The header of the template; null when it is new.
    pub template: Option<String>,
    /// The header of the file; null when it is missing.
    pub header: Option<String>,
    /// Its letters in the file; null when it is missing.
    pub letter: Option<String>,
    /// Whether the profile demands a value in every row.
    pub required: bool,
}
