//! What the page and the lists ask for besides the report: rules, profiles, visible rows.

use std::borrow::Cow;

use serde::Serialize;

use super::{Changes, File, FoundSheet, LevelSet, Said, Scalar, Sheet, Summary};

/// A rule as the page and `rules` list it.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RuleInfo {
    /// Its code.
    pub rule: &'static str,
    /// Its name in words.
    pub slug: &'static str,
    /// The most serious level it reports.
    #[cfg_attr(feature = "schema", ts(type = "\"error\" | \"warning\" | \"info\""))]
    pub level: &'static str,
    /// The title of its page.
    pub title: Said,
    /// The clause it rests on; empty in a page, where it comes with the rule's page.
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
    /// Its key; one that only the profile has begins with `local.`.
    pub column: Cow<'static, str>,
    /// The header the template has.
    pub header: Cow<'static, str>,
    /// Whether every pupil must have a value.
    pub required: bool,
}

/// A value that a parameter may have.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AllowedValue {
    /// As it is set.
    pub value: &'static str,
    /// What it means.
    pub title: Said,
}

/// A parameter of a profile.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ProfileParameter {
    /// Its name, for `--set`.
    pub name: &'static str,
    /// The heading under which a form offers it: `writing`, `file`, `pupil`, `school`, `contact` or
    /// `changes`.
    pub group: &'static str,
    /// Its value when it is not set.
    pub default: Scalar,
    /// How a value is written: `number`, `word` (one of `allowed`), `month-day`, `months`, `windows`,
    /// `columns`, `list` or `mask`.
    pub form: &'static str,
    /// The only values it may have; any of its form when there are none.
    pub allowed: Vec<AllowedValue>,
    /// The least of a number.
    pub min: Option<i64>,
    /// The most of a number; null when there is none.
    pub max: Option<i64>,
    /// A value, to show how one is written; empty where that needs no showing.
    pub example: &'static str,
    /// What it does.
    pub about: Said,
}

/// A profile.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ProfileInfo {
    /// Its id, for `--profile`.
    pub profile: Cow<'static, str>,
    /// Its title.
    pub title: Said,
    /// Its version.
    pub version: Cow<'static, str>,
    /// The first day it was used, `YYYY-MM-DD`.
    pub since: Cow<'static, str>,
    /// The built-in profile that its file begins with; null of a built-in one.
    pub extends: Option<Cow<'static, str>>,
    /// Its columns, in the order of the template.
    pub columns: Vec<ProfileColumn>,
    /// Its parameters.
    pub parameters: Vec<ProfileParameter>,
    /// The levels that its file sets in the place of the rules' own.
    pub levels: Vec<LevelSet>,
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
    /// What they mean for whoever wants to submit the files: `unread`, `not-ready`, `to-settle` for a list of
    /// problem registrations alone, `listed` for one beside rosters without errors, `not-seen` where what a profile
    /// file turns off would have told of a sheet that was not read or of duplicates, `nobody`, `look` for warnings, `no-template`, `ready`.
    pub outcome: &'static str,
    /// Number of groups.
    pub groups: u64,
    /// Number of schools in them.
    pub schools: u64,
    /// All columns of each sheet, in the order of `ShownRow::cells`.
    pub grids: Vec<Grid>,
    /// Every sheet of every file, those left out too, in the order of the files.
    pub found: Vec<FoundSheet>,
    /// What was changed.
    pub changes: Changes,
    /// The pairs of rows that somebody told apart, as in `CheckOptions`.
    pub not_duplicates: Vec<String>,
    /// How many of them kept rows apart that would be in one group otherwise.
    pub not_duplicates_taken: u64,
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
