//! What was changed, what could be, and what is handed back.

use std::borrow::Cow;

use serde::Serialize;

use super::{RuleCount, Said};

/// What has been changed in a run, and what could be changed without asking.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Changes {
    /// How many steps can be undone; a step is what one action of a person did.
    pub steps: u32,
    /// How many cells differ from their file.
    pub cells: u64,
    /// How many changes were made, by rule.
    pub by_rule: Vec<RuleCount>,
}

/// One change that was made.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// The file.
    pub file: String,
    /// The sheet.
    pub sheet: String,
    /// The address.
    pub cell: String,
    /// Key of the column; null where the standard does not know it.
    pub column: Option<Cow<'static, str>>,
    /// The text before, masked unless values are shown.
    pub from: String,
    /// The text afterwards, masked unless values are shown.
    pub to: String,
    /// Code of the rule whose fix it is; empty of what somebody typed.
    pub rule: &'static str,
    /// `program` or `person`.
    pub decided_by: &'static str,
}

/// A cell of the rows in view that was changed.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Edited {
    /// Position of the row among the pupils.
    pub row: u32,
    /// Index of the column in `ShownRow::cells`.
    pub column: u32,
    /// The text of the file, masked unless values are shown.
    pub from: String,
}

/// A cell in which a text was found.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct FoundCell {
    /// Index of the sheet.
    pub sheet: u32,
    /// Position of the row among the pupils.
    pub row: u32,
    /// Index of the column in `ShownRow::cells`.
    pub column: u32,
    /// Its number among the cells that have the text, from 1.
    pub at: u64,
    /// How many cells have the text.
    pub all: u64,
}

/// How to divide the pupils of a run among workbooks.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schema", serde(default, deny_unknown_fields))]
pub struct SplitOptions {
    /// `class`, `grade` or `rows=N`.
    pub by: String,
    /// The names of the workbooks, with `{school}`, `{grade}`, `{class}` and `{n}` in them; left out,
    /// it follows from `by`.
    pub name: Option<String>,
}

/// What dividing or joining left out, so that nothing is lost without a word.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct LeftOut {
    /// Pupils that were taken over.
    pub rows: u64,
    /// Rows that are no pupils (titles, samples, totals) and were not taken over.
    pub set_aside: u64,
    /// Sheets without a header, or left out by choice.
    pub sheets: u64,
    /// How many of them are hidden beside one that was taken over.
    pub hidden: u64,
    /// The others, each with the reason.
    pub not_written: Vec<Said>,
}
