//! The shape of a profile file, for its published JSON Schema. `roster-profile` reads such files by
//! hand, so that every mistake has its place; a test holds the two against each other.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

/// A profile that a district writes once: what its rosters have beyond a built-in profile.
#[derive(JsonSchema, Serialize)]
#[schemars(title = "rostercheck/profile/1", deny_unknown_fields)]
pub struct ProfileShape {
    /// The address of this schema; not looked at.
    #[serde(rename = "$schema")]
    pub schema: Option<String>,
    /// `rostercheck/profile/1`.
    pub format: Option<ProfileFormat>,
    /// The name it is asked for by: small letters, digits and hyphens; none of a built-in profile.
    pub id: String,
    /// The built-in profile it begins with; `any` when left out.
    pub extends: Option<String>,
    /// What it is called.
    pub title: Option<SaidShape>,
    /// Its edition.
    pub version: Option<String>,
    /// The first day it is used: YYYY-MM-DD.
    pub since: Option<String>,
    /// Parameters whose value is another than in the profile it begins with. `rostercheck profiles`
    /// lists them.
    pub parameters: Option<BTreeMap<String, ValueShape>>,
    /// Levels of rules, by their code.
    pub levels: Option<BTreeMap<String, LevelOrOff>>,
    /// Whether a list may lack columns that it requires; as the profile it begins with, when left out.
    pub partial: Option<bool>,
    /// Keys of columns that it does not have.
    pub leave_out: Option<TextsShape>,
    /// Columns that it changes or adds.
    pub columns: Option<Vec<ColumnShape>>,
    /// What it demands of two columns together.
    pub comparisons: Option<Vec<ComparisonShape>>,
}

/// The name of the form.
#[derive(JsonSchema, Serialize)]
pub enum ProfileFormat {
    /// The only one.
    #[serde(rename = "rostercheck/profile/1")]
    First,
}

/// A column that is changed or added.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
pub struct ColumnShape {
    /// The key of a column of the standard, such as `phone`, or `local.` and a name for one that the
    /// standard does not have.
    pub key: String,
    /// Its header in the template. A column of your own must have one.
    pub header: Option<String>,
    /// Other headers that mean it.
    pub aliases: Option<TextsShape>,
    /// The key of the column it stands behind; at the end when left out.
    pub after: Option<String>,
    /// How its cells are read; for columns of your own.
    pub kind: Option<KindShape>,
    /// Whether every cell must be filled.
    pub required: Option<bool>,
    /// When a cell must be filled.
    pub required_when: Option<WhenShape>,
    /// Whether no two rows may have the same text.
    pub unique: Option<bool>,
    /// The texts it may have. For a column of the standard they take the place of its own list.
    pub list: Option<TextsShape>,
    /// How its texts are made up: a regular expression for the whole text, without looking around
    /// and references.
    pub pattern: Option<String>,
    /// The least and the most of a number, date or month.
    pub range: Option<RangeShape>,
    /// The fewest and the most characters.
    pub length: Option<LengthShape>,
    /// Whether its texts are masked unless values are asked for; for columns of your own, where it
    /// is so unless they say false.
    pub personal: Option<bool>,
    /// The level at which it is told that a demand is not met; `warning` when left out.
    pub level: Option<LevelShape>,
    /// What whoever has to mend it should know.
    pub hint: Option<SaidShape>,
}

/// How two columns stand to each other.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
pub struct ComparisonShape {
    /// The key of the column that is told of.
    pub left: String,
    /// How it stands to the other.
    pub is: SignShape,
    /// The key of the other column, of the same kind.
    pub right: String,
    /// The level; `warning` when left out.
    pub level: Option<LevelShape>,
    /// What whoever has to mend it should know.
    pub hint: Option<SaidShape>,
}

/// A text in one language for both, or in each.
#[derive(JsonSchema, Serialize)]
#[serde(untagged)]
pub enum SaidShape {
    /// For both.
    One(String),
    /// In each.
    Both(BothShape),
}

/// A text in two languages.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
pub struct BothShape {
    /// Chinese; the English one when left out.
    pub zh: Option<String>,
    /// English; the Chinese one when left out.
    pub en: Option<String>,
}

/// The value of a parameter.
#[derive(JsonSchema, Serialize)]
#[serde(untagged)]
pub enum ValueShape {
    /// A whole number.
    Number(i64),
    /// A text.
    Text(String),
}

/// One text or several.
#[derive(JsonSchema, Serialize)]
#[serde(untagged)]
pub enum TextsShape {
    /// One.
    One(String),
    /// Several.
    Several(Vec<String>),
}

/// The least and the most, both included; one of them may be left out.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
pub struct RangeShape {
    /// The least.
    pub min: Option<BoundShape>,
    /// The most.
    pub max: Option<BoundShape>,
}

/// The fewest and the most characters.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
pub struct LengthShape {
    /// The fewest.
    pub min: Option<u32>,
    /// The most.
    pub max: Option<u32>,
}

/// A number, or a date or month in quotation marks: `2026-09-01`, `2026-09`.
#[derive(JsonSchema, Serialize)]
#[serde(untagged)]
pub enum BoundShape {
    /// A number.
    Number(f64),
    /// A date or a month.
    Text(String),
}

/// A condition on another cell of the row.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
pub struct WhenShape {
    /// The key of its column.
    pub column: String,
    /// The texts under which it holds; any text when left out.
    pub is: Option<TextsShape>,
}

/// How cells are read.
#[derive(JsonSchema, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum KindShape {
    /// As they are.
    Text,
    /// As a decimal number.
    Number,
    /// As a day.
    Date,
    /// As a month.
    Month,
}

/// How serious it is.
#[derive(JsonSchema, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum LevelShape {
    /// Whoever receives the list refuses it.
    Error,
    /// Somebody must look.
    Warning,
    /// Worth knowing.
    Info,
}

/// How serious it is, or that it is not told.
#[derive(JsonSchema, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum LevelOrOff {
    /// Whoever receives the list refuses it.
    Error,
    /// Somebody must look.
    Warning,
    /// Worth knowing.
    Info,
    /// It is not told.
    Off,
}

/// How one value stands to another.
#[derive(JsonSchema, Serialize)]
pub enum SignShape {
    /// Equal.
    #[serde(rename = "=")]
    Equal,
    /// Not equal.
    #[serde(rename = "!=")]
    Different,
    /// Less or earlier.
    #[serde(rename = "<")]
    Less,
    /// Less or earlier, or equal.
    #[serde(rename = "<=")]
    AtMost,
    /// Greater or later.
    #[serde(rename = ">")]
    Greater,
    /// Greater or later, or equal.
    #[serde(rename = ">=")]
    AtLeast,
}
