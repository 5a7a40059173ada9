//! Columns that the standard does not list and one profile has: those a district adds in its file.

use std::borrow::Cow;

use crate::Column;

/// A column of the standard or of one profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AnyColumn {
    /// One that the standard lists.
    Known(Column),
    /// Position among the profile's `locals`.
    Local(u16),
}

/// A column that one profile has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalColumn {
    /// `local.` and a name in snake case.
    pub key: Cow<'static, str>,
    /// The header in the template, to the letter.
    pub header: Cow<'static, str>,
    /// How the cells are read.
    pub kind: LocalKind,
    /// Whether each of its cells must be filled.
    pub required: bool,
    /// Whether its texts are masked unless values are asked for.
    pub is_personal: bool,
    /// How many of the profile's `columns` stand before it in the template.
    pub after: u16,
}

/// How the cells of such a column are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocalKind {
    /// As they are.
    Text,
    /// As a decimal number.
    Number,
    /// As a day.
    Date,
    /// As a month.
    Month,
}

impl LocalKind {
    /// All of them.
    pub const ALL: [LocalKind; 4] = [
        LocalKind::Text,
        LocalKind::Number,
        LocalKind::Date,
        LocalKind::Month,
    ];

    /// The word of a profile file.
    pub fn key(self) -> &'static str {
        match self {
            LocalKind::Text => "text",
            LocalKind::Number => "number",
            LocalKind::Date => "date",
            LocalKind::Month => "month",
        }
    }
}
