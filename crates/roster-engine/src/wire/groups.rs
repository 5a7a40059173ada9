//! Groups of duplicates: their rows, what is proposed for each, and why they belong together.

use serde::Serialize;

use super::Said;

/// One field of two members, compared.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Evidence {
    /// Key of the column.
    pub column: &'static str,
    /// How they agree, for example `equal`.
    pub kind: &'static str,
    /// Weight; positive speaks for one person.
    pub bits: f64,
    /// Chinese sentence.
    pub zh: String,
    /// English sentence.
    pub en: String,
}

/// Two members and what speaks for them being one.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Link {
    /// Index into the members.
    pub a: usize,
    /// Index into the members.
    pub b: usize,
    /// Weight: the sum of the evidence.
    pub bits: f64,
    /// The evidence, strongest first.
    pub evidence: Vec<Evidence>,
}

/// A row of a group.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Member {
    /// The file.
    pub file: String,
    /// The sheet.
    pub sheet: String,
    /// Row number in the file.
    pub row: u32,
    /// `keep`, `delete`, `change`, `corroborate` or `review`.
    #[cfg_attr(
        feature = "schema",
        ts(type = "\"keep\" | \"delete\" | \"change\" | \"corroborate\" | \"review\"")
    )]
    pub handling: &'static str,
    /// Why.
    pub why: Said,
    /// The papers it needs.
    pub materials: Vec<Said>,
    /// What identifies the row to a reader, masked unless values are shown: column key and text.
    pub shown: Vec<Shown>,
}

/// A cell shown beside a member.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(feature = "schema", ts(optional_fields))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Shown {
    /// Key of the column.
    pub column: &'static str,
    /// The text.
    pub text: String,
    /// Positions of the characters that differ from those of another member, counted from 0; left out
    /// where there are none, or nearly all of them differ.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub differs: Option<Vec<u32>>,
}

/// Rows that may be one pupil.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    /// `g62`: the row of the first member; `g2-62` for one of the second sheet, `g62.2` for the second group
    /// of that row. In a run with more rows behind it is the group with
    /// the same first member that is the same.
    pub group: String,
    /// `A` to `I`, or `N`.
    pub case: &'static str,
    /// `certain`, `likely`, `review` or `hint`.
    #[cfg_attr(
        feature = "schema",
        ts(type = "\"certain\" | \"likely\" | \"review\" | \"hint\"")
    )]
    pub verdict: &'static str,
    /// Weight of the weakest link.
    pub bits: f64,
    /// The codes of the members' schools, each once, in the order of the members.
    pub schools: Vec<String>,
    /// At least two rows.
    pub members: Vec<Member>,
    /// Why they belong together.
    pub links: Vec<Link>,
    /// Somebody said that all of them are different pupils, and the receiving system will flag them all the
    /// same.
    pub told_apart: bool,
}

/// Pairs of rows that somebody told apart (不是重复).
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ToldApart {
    /// How many.
    pub pairs: u64,
    /// How many of them kept rows apart that would be in one group otherwise, or hold for a group of one number.
    pub taken: u64,
}
