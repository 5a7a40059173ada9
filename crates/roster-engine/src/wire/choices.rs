//! How to check, and what a person may decide otherwise than the program guessed: in both directions.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

/// How to check. Every field may be left out.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schema", serde(default, deny_unknown_fields))]
pub struct CheckOptions {
    /// A profile's id; the profile of `profile_file` when left out, and guessed from the header when
    /// there is none.
    pub profile: Option<String>,
    /// A profile that somebody wrote in a file. It has its id beside the built-in ones.
    pub profile_file: Option<ProfileFile>,
    /// The date used as today, `YYYY-MM-DD`.
    pub today: String,
    /// `before-import` or `after-import`.
    pub stage: Option<String>,
    /// Parameters of the profile.
    pub set: BTreeMap<String, String>,
    /// Only the sheets with these names, of files whose sheets have names; every sheet when empty.
    pub sheets: Vec<String>,
    /// What was decided for single files and sheets; a later one goes before an earlier one.
    pub choices: Vec<FileChoice>,
    /// Pairs of rows that somebody told apart, as in a file of decisions: 64 hexadecimal digits each.
    pub not_duplicates: Vec<String>,
}

/// A profile file: TOML, JSON, or a Frictionless Table Schema.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schema", serde(deny_unknown_fields))]
pub struct ProfileFile {
    /// The name of the file, for sentences about it.
    pub name: String,
    /// What it says.
    pub text: String,
    /// What another module understood it as (`understood_profile`), for one that cannot read it itself.
    #[cfg_attr(feature = "schema", serde(default))]
    pub understood: String,
}

/// What a person decided for a file or a sheet. What is left out stays as it would be.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(feature = "schema", ts(optional_fields))]
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schema", serde(default, deny_unknown_fields))]
pub struct FileChoice {
    /// The file, by its name in the report; every file when left out.
    pub file: Option<String>,
    /// The sheet; every sheet when left out.
    pub sheet: Option<String>,
    /// Row number of the header, from 1; 0 where there is none, and `columns` says by their letters what the
    /// columns are.
    pub header_row: Option<u32>,
    /// The profile, by its id.
    pub profile: Option<String>,
    /// The encoding of a text file: `utf-8`, `gb18030`, `utf-16le`, `utf-16be` or `big5`.
    pub encoding: Option<String>,
    /// Whether to leave the sheet out of the run.
    pub skip: Option<bool>,
    /// What it is for: `roster`, `archive` (only compared with the others), `problem-list` (the
    /// national system's list of 问题学籍) or `last-year` (leavers who are looked for in this year's
    /// rosters); when left out, lists of problems are known by their header, and those of last year by
    /// their grades where the parameter `promotion_check` asks for them.
    pub role: Option<String>,
    /// What columns are, whatever their headers mean: by the header, or by the letters of a column that has
    /// none (`#C`), the key of a column or its name in the template; `none` for one that is not to be checked.
    #[cfg_attr(
        feature = "schema",
        ts(as = "Option<BTreeMap<String, String>>", optional)
    )]
    pub columns: BTreeMap<String, String>,
}

/// A sheet of a file, checked or left out, with what a person needs to decide otherwise.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FoundSheet {
    /// Its file.
    pub file: String,
    /// Its name; empty for formats without sheets.
    pub sheet: String,
    /// Its position among the sheets of the report; null when it was left out.
    pub index: Option<u32>,
    /// `visible`, `hidden` or `very-hidden`.
    pub visibility: &'static str,
    /// Row number of the header; null when there is none.
    pub header_row: Option<u32>,
    /// Whether a person said which row the header is.
    pub header_row_chosen: bool,
    /// The profile it is checked under; null when it has no header.
    pub profile: Option<Cow<'static, str>>,
    /// The profile its columns look like; null when it has no header.
    pub profile_guessed: Option<Cow<'static, str>>,
    /// What it is for: `roster`, `archive`, `problem-list`, `last-year` or `part-list`.
    pub role: &'static str,
    /// Its first rows with anything in them.
    pub head: Vec<HeadRow>,
}

/// One of the first rows of a sheet.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HeadRow {
    /// Row number in the file.
    pub row: u32,
    /// Its filled cells, left to right.
    pub cells: Vec<HeadCell>,
}

/// A filled cell of one of the first rows.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HeadCell {
    /// The letters of its column.
    pub letter: String,
    /// Its text; masked below the header unless values are shown.
    pub text: String,
}
