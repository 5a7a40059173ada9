//! The rows of the national system's own list of 问题学籍, joined to the pupils they speak of.

use serde::Serialize;

use super::{Said, Shown};

/// A row of a sheet.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RowAt {
    /// The file.
    pub file: String,
    /// The sheet.
    pub sheet: String,
    /// Row number in the file.
    pub row: u32,
}

/// A cell whose column the standard does not know.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OtherCell {
    /// The header in the file.
    pub header: String,
    /// The text, masked unless values are shown.
    pub text: String,
}

/// What the system has against a pupil, and what is proposed.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Registration {
    /// Where it stands in the system's list.
    pub at: RowAt,
    /// `same-number`, `same-pupil`, `wrong-number`, `name-mismatch`, `fields-mismatch`, `duplicate` or `unknown`.
    pub kind: &'static str,
    /// The system's own words.
    pub said: String,
    /// The cells of columns that the standard does not know.
    pub other: Vec<OtherCell>,
    /// What identifies the row to a reader, masked unless values are shown.
    pub shown: Vec<Shown>,
    /// What row and pupil have in common: `student-number`, `auxiliary-number`, `id-number`,
    /// `name-sex-birth` or `legible` (what is not masked or left out); null when the rosters do not have the pupil.
    pub joined_by: Option<&'static str>,
    /// The pupil in the rosters. Several when the key does not tell which; none when no roster has it.
    pub pupils: Vec<RowAt>,
    /// The group whose proposal counts.
    pub group: Option<String>,
    /// `A` to `I` or `N` of that group, `A` or `I` of several records in the list, `J` of a number that is wrong
    /// by itself.
    pub case: Option<&'static str>,
    /// `delete`, `change`, `corroborate` or `review`; `keep` where it is settled.
    #[cfg_attr(
        feature = "schema",
        ts(type = "\"keep\" | \"delete\" | \"change\" | \"corroborate\" | \"review\"")
    )]
    pub handling: &'static str,
    /// Why.
    pub why: Said,
    /// The papers it needs.
    pub materials: Vec<Said>,
}
