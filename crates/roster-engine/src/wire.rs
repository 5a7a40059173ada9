//! What leaves the core: the report and what the page asks for, as plain structs.
//!
//! These are the shapes people and programs rely on (`rostercheck/report/1`): fields may be added,
//! never changed or removed. They are separate from the types inside and converted by hand.
//! Rows and columns are named as a spreadsheet program shows them.

mod changes;
mod choices;
mod compared;
mod groups;
mod page;
#[cfg(feature = "schema")]
mod profile_file;
mod registrations;
mod scans;

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

pub use changes::{Change, Changes, Edited, FoundCell, LeftOut, SplitOptions};
pub use choices::{CheckOptions, FileChoice, FoundSheet, HeadCell, HeadRow, ProfileFile};
pub use compared::{Compared, HeaderLine};
pub use groups::{Evidence, Group, Link, Member, Shown, ToldApart};
pub use page::{
    AllowedValue, Grid, Overview, ProfileColumn, ProfileInfo, ProfileParameter, RuleInfo, ShownRow,
};
#[cfg(feature = "schema")]
pub use profile_file::ProfileShape;
pub use registrations::{OtherCell, Registration, RowAt};
pub use scans::{LackingPapers, ScanFile, ScansFound, UnclaimedScan};

/// The name of the report's shape.
pub const REPORT_SCHEMA: &str = "rostercheck/report/1";

/// A sentence in both languages.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Said {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// The program that made the report.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tool {
    /// `rostercheck`.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
    /// The version of its rules.
    pub rules: &'static str,
}

/// A file of the run.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct File {
    /// Its name, made unique within the run.
    pub file: String,
    /// What it really is: `xlsx`, `xlsm`, `xlsb`, `xls`, `ods`, `html`, `xml`, `csv`, `tsv`, `unknown`.
    pub format: &'static str,
    /// Of text formats.
    pub encoding: Option<&'static str>,
    /// Whether the encoding was concluded from the bytes: neither a mark nor a person said it.
    pub encoding_guessed: bool,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 of the bytes, hexadecimal.
    pub sha256: String,
    /// Why it could not be read.
    pub error: Option<Said>,
}

/// A column of a sheet that the standard or the profile knows.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct KnownColumn {
    /// Its key, for example `id_number`; one that only the profile has begins with `local.`.
    pub column: Cow<'static, str>,
    /// The header in the file.
    pub header: String,
    /// Its letters, for example `F`.
    pub letter: String,
    /// Whether somebody said what it is; left out when its header tells.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "schema", serde(default))]
    pub said: bool,
}

/// A column of a sheet that the standard does not know.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UnmatchedColumn {
    /// The header in the file.
    pub header: String,
    /// Its letters.
    pub letter: String,
}

/// A sheet of the run.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sheet {
    /// Its file.
    pub file: String,
    /// Its name; empty for formats without sheets.
    pub sheet: String,
    /// What it is for: `roster`, `archive` (compared with the others, not checked), `problem-list` (the
    /// national system's list of 问题学籍), `last-year` (leavers who are looked for in this year's
    /// rosters, R9014) or `part-list` (some of the pupils of the rosters once more, R7007).
    pub role: &'static str,
    /// Whether the file shows it: `visible`, `hidden` or `very-hidden`.
    pub visibility: &'static str,
    /// The profile it was checked under; null when no header was found.
    pub profile: Option<Cow<'static, str>>,
    /// The edition of the profile; null as the profile is.
    pub profile_version: Option<Cow<'static, str>>,
    /// The first day the profile was used, `YYYY-MM-DD`; null as the profile is.
    pub profile_since: Option<Cow<'static, str>>,
    /// The built-in profile that the profile's file begins with; null of a built-in one.
    pub profile_extends: Option<Cow<'static, str>>,
    /// The levels that the profile sets in the place of the rules' own.
    pub profile_levels: Vec<LevelSet>,
    /// The parameters of the profile, as set for this run.
    pub parameters: BTreeMap<String, Scalar>,
    /// Those of them whose value is not the one of the built-in profile.
    pub parameters_set: Vec<ParameterSet>,
    /// All that the run does otherwise than the built-in profile, a sentence each: the two above, columns
    /// added, left out or renamed, other demands, and what of the profile's file is not used.
    pub overrides: Vec<Said>,
    /// Row numbers of the header.
    pub header_rows: Vec<u32>,
    /// Row number of the first pupil; 0 when there is none.
    pub first_row: u32,
    /// Row number of the last pupil; 0 when there is none.
    pub last_row: u32,
    /// Number of pupils.
    pub rows: u32,
    /// Columns the standard knows, left to right.
    pub columns: Vec<KnownColumn>,
    /// The other columns, left to right.
    pub unmatched: Vec<UnmatchedColumn>,
}

/// A parameter whose value is not the one of the built-in profile.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ParameterSet {
    /// Its name.
    pub name: &'static str,
    /// Its value in this run.
    pub value: Scalar,
    /// Its value in the built-in profile.
    pub default: Scalar,
    /// Who set it: `run`, by an option of the run, or `profile`, in the profile file.
    pub by: &'static str,
}

/// A level that a profile file sets for a rule.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LevelSet {
    /// Code of the rule.
    pub rule: Cow<'static, str>,
    /// Key of the only column it is set for; null when it is set for all.
    pub column: Option<&'static str>,
    /// `error`, `warning`, `info`, or `off`.
    #[cfg_attr(
        feature = "schema",
        ts(type = "\"error\" | \"warning\" | \"info\" | \"off\"")
    )]
    pub level: &'static str,
}

/// How often a rule spoke.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RuleCount {
    /// Its code.
    pub rule: &'static str,
    /// The most serious level it spoke at.
    #[cfg_attr(feature = "schema", ts(type = "\"error\" | \"warning\" | \"info\""))]
    pub level: &'static str,
    /// Exact number of findings.
    pub count: u64,
}

/// A rule that did not run.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NotRun {
    /// Its code.
    pub rule: &'static str,
    /// `column-absent`: no sheet has the columns it reads. `not-demanded`: no profile demands what it
    /// looks at. `turned-off`: the profile file or a parameter turns it off. `other-stage`: it speaks of pupils
    /// who are in the system already. `no-scans`: it looks at a folder of scans, and there is none.
    pub why: &'static str,
}

/// The totals of a run.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Summary {
    /// Pupils.
    pub rows: u64,
    /// Findings at level error.
    pub errors: u64,
    /// Findings at level warning.
    pub warnings: u64,
    /// Findings at level info.
    pub infos: u64,
    /// Rules that spoke, by code.
    pub by_rule: Vec<RuleCount>,
    /// Rules that did not run, by code.
    pub not_run: Vec<NotRun>,
}

/// Where something is; only the fields that apply.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(feature = "schema", ts(optional_fields))]
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Place {
    /// The file.
    pub file: String,
    /// The sheet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Row number in the file, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
    /// Key of the column.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<Cow<'static, str>>,
    /// The address, for example `F12`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
}

/// A change of one cell.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Edit {
    /// The file.
    pub file: String,
    /// The sheet.
    pub sheet: String,
    /// The address.
    pub cell: String,
    /// The text now.
    pub from: String,
    /// The text afterwards.
    pub to: String,
}

/// A proposal.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(feature = "schema", ts(optional_fields))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fix {
    /// `safe`, `review` or `hint`.
    #[cfg_attr(feature = "schema", ts(type = "\"safe\" | \"review\" | \"hint\""))]
    pub trust: &'static str,
    /// What it would change.
    pub edits: Vec<Edit>,
    /// Only where the page asks: of a finding of a whole column the edit of the first cell is given, as an
    /// example, and this is how many cells the finding has. The report gives the edits of all.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub cells: Option<u64>,
}

/// One finding.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// Code of the rule.
    pub rule: &'static str,
    /// Its name in words.
    pub slug: &'static str,
    /// `error`, `warning` or `info`.
    #[cfg_attr(feature = "schema", ts(type = "\"error\" | \"warning\" | \"info\""))]
    pub level: &'static str,
    /// What it speaks of.
    pub place: Place,
    /// The other cells involved.
    pub related: Vec<Place>,
    /// Details by name.
    pub facts: BTreeMap<&'static str, Scalar>,
    /// The sentence.
    pub message: Said,
    /// Proposals, best first. Of a whole column there is one for each trust, with the edits of all its cells.
    pub fixes: Vec<Fix>,
}

/// A detail of a finding or a parameter: a word, a number, or a phrase in two languages.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Scalar {
    /// A number.
    Number(u64),
    /// A text.
    Text(String),
    /// A phrase.
    Said(Said),
}

/// The whole report. `findings` is written as a stream; this struct is its shape.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// `rostercheck/report/1`.
    pub schema: &'static str,
    /// The program.
    pub tool: Tool,
    /// The date used as today, `YYYY-MM-DD`.
    pub today: String,
    /// `before-import` or `after-import`.
    pub stage: &'static str,
    /// The files, in the order given.
    pub files: Vec<File>,
    /// The sheets with anything in them, in order.
    pub sheets: Vec<Sheet>,
    /// The totals.
    pub summary: Summary,
    /// Every finding, by rule, sheet, column and row.
    pub findings: Vec<Finding>,
    /// Every group, by its first member.
    pub groups: Vec<Group>,
    /// Pairs of rows that somebody told apart; left out when there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub told_apart: Option<ToldApart>,
    /// The rows of the national system's own list of 问题学籍; left out when the run has no such list.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", serde(default))]
    pub registrations: Vec<Registration>,
}
