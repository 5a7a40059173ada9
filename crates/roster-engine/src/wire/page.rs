//! What the page and the lists ask for besides the report: rules, profiles, visible rows.

use serde::Serialize;

use super::{Changes, File, FoundSheet, Said, Scalar, Sheet, Summary};

/// A rule as the page and `rules` list it.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RuleInfo {
    /// Its code.
    pub rule: &'static str,
    /// Its name in words.
    pub slug: &'static str,
    /// The most serious level it reports.
    pub level: &'static str,
    /// The title of its page.
    pub title: Said,
    /// The clause it rests on.
    pub basis: &'static str,
    /// Version of the product that brought it.
    pub since: &'static str,
    /// The columns it speaks about or compares: `*` is every column, none is the file as a whole.
    pub columns: Vec<&'static str>,
}

/// A column of a profile.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ProfileColumn {
    /// Its key.
    pub column: &'static str,
    /// The header the template has.
    pub header: &'static str,
    /// Whether every pupil must have a value.
    pub required: bool,
}

/// A parameter of a profile.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ProfileParameter {
    /// Its name, for `--set`.
    pub name: &'static str,
    /// Its value when it is not set.
    pub default: Scalar,
    /// What it does.
    pub about: Said,
}

/// A profile.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ProfileInfo {
    /// Its id, for `--profile`.
    pub profile: &'static str,
    /// Its title.
    pub title: Said,
    /// Its version.
    pub version: &'static str,
    /// Its columns, in the order of the template.
    pub columns: Vec<ProfileColumn>,
    /// Its parameters.
    pub parameters: Vec<ProfileParameter>,
}

/// A row of a sheet as the page shows it.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ShownRow {
    /// Row number in the file.
    pub number: u32,
    /// The texts, one a column of the sheet, masked unless values are shown.
    pub cells: Vec<String>,
}

/// What the page needs to draw itself after a check.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Overview {
    /// The files.
    pub files: Vec<File>,
    /// The sheets.
    pub sheets: Vec<Sheet>,
    /// The totals.
    pub summary: Summary,
    /// Number of groups.
    pub groups: u64,
    /// All columns of each sheet, in the order of `ShownRow::cells`.
    pub grids: Vec<Grid>,
    /// Every sheet of every file, those left out too, in the order of the files.
    pub found: Vec<FoundSheet>,
    /// What was changed.
    pub changes: Changes,
    /// The files that wait for their password: positions in `files`.
    pub locked: Vec<u32>,
}

/// The columns of a sheet as the page shows them.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Grid {
    /// The header of each column.
    pub headers: Vec<String>,
    /// The letters of each column.
    pub letters: Vec<String>,
}
