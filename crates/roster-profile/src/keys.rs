//! The words a profile file may have, by where they stand. The published schema has the same.

/// In a file of decisions.
pub(crate) const DECISIONS: &[&str] = &["schema", "not_duplicates"];

/// At the top.
pub const PROFILE: &[&str] = &[
    "format",
    "$schema",
    "id",
    "extends",
    "title",
    "version",
    "since",
    "partial",
    "parameters",
    "levels",
    "leave_out",
    "columns",
    "comparisons",
];

/// In an item of `columns`.
pub const COLUMN: &[&str] = &[
    "key",
    "header",
    "aliases",
    "after",
    "kind",
    "required",
    "required_when",
    "unique",
    "list",
    "pattern",
    "range",
    "length",
    "personal",
    "level",
    "hint",
];

/// In an item of `comparisons`.
pub const COMPARISON: &[&str] = &["left", "is", "right", "level", "hint"];

/// In a title or a hint in two languages.
pub const TITLE: &[&str] = &["zh", "en"];

/// In a range.
pub const RANGE: &[&str] = &["min", "max"];

/// In a length.
pub const LENGTH: &[&str] = &["min", "max"];

/// In a condition.
pub const WHEN: &[&str] = &["column", "is"];
