//! Whether the pupils are already in the national system.

/// Whether the rows are already in the national system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Stage {
    /// Not yet: mending the sheets is enough, and nothing is uploaded for that.
    #[default]
    BeforeImport,
    /// Yes: the procedure for 问题学籍, where each handling may need papers.
    AfterImport,
}

impl Stage {
    /// The word of the options and the report.
    pub fn key(self) -> &'static str {
        match self {
            Stage::BeforeImport => "before-import",
            Stage::AfterImport => "after-import",
        }
    }

    /// The stage with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        [Stage::BeforeImport, Stage::AfterImport]
            .into_iter()
            .find(|it| it.key() == key)
    }
}
