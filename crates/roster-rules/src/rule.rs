//! What a rule is: a constant with its metadata and one function.
//!
//! A rule has no state and never asks which profile it runs under: a column that is absent makes
//! it silent, and it is then told as *not run*.

use roster_model::{Column, Level};
use roster_standard::Kind;
use roster_values::text::Traits;

use crate::{Cell, DemandKind, Row, Run};

/// One rule. Its page is the comment at the top of its file.
pub struct Rule {
    /// Permanent, never reused, for example `R1003`.
    pub code: &'static str,
    /// The name of its file, kebab case: names what is wrong, never the remedy.
    pub slug: &'static str,
    /// The most serious level it reports; a finding may be less serious.
    pub level: Level,
    /// Chinese sentence with `{fact}` places.
    pub zh: &'static str,
    /// English sentence with the same places.
    pub en: &'static str,
    /// The clause it rests on, in Chinese as its source is (`basis.tsv` has the English); or that the rule
    /// is our own. Empty without the feature `basis`.
    pub basis: &'static str,
    /// Version of the product that brought it.
    pub since: &'static str,
    /// Rules that explain the same cell better: where one of them speaks, this one is silent.
    pub unless: &'static [&'static str],
    /// How wide it looks, and the function.
    pub check: Check,
}

/// A rule as it stands in the book.
pub(crate) const fn in_book(rule: Rule) -> Rule {
    Rule {
        basis: if cfg!(feature = "basis") {
            rule.basis
        } else {
            ""
        },
        ..rule
    }
}

/// The widths.
pub enum Check {
    /// One cell by itself. Runs once for each different text of a column, and only for texts that
    /// show one of the traits of `when` (for every text that is not blank where `when` is empty).
    Value {
        /// The columns it covers.
        covers: Covers,
        /// The traits it looks for; `Traits::BLANK` makes it see blank cells, and only those.
        when: Traits,
        /// The check.
        check: fn(&mut Cell<'_>),
    },
    /// The cells of one pupil.
    Row {
        /// Without all of these columns it does not run.
        needs: &'static [Column],
        /// The check.
        check: fn(&mut Row<'_>),
    },
    /// Like `Row`, for a rule that judges several columns one at a time: it runs if any of them is there.
    AnyOf {
        /// Without one of these columns it does not run.
        columns: &'static [Column],
        /// The check.
        check: fn(&mut Row<'_>),
    },
    /// Like `Row`, for a rule about the pupil's document: it is asked only about pupils whose document is
    /// unusual (`document::odd_documents`), and has nothing to say of the others.
    Document {
        /// Without all of these columns it does not run.
        needs: &'static [Column],
        /// The check.
        check: fn(&mut Row<'_>),
    },
    /// What the profile's own file demands of its columns, by the kind of demand.
    Demand(DemandKind),
    /// Everything: all rows, all sheets, all files.
    Sheet {
        /// Without one of these columns in some sheet it does not run; empty means it always runs.
        needs: &'static [Column],
        /// The check.
        check: fn(&mut Run<'_>),
    },
}

impl Check {
    /// Whether it judges a cell by nothing but its own text.
    pub fn is_by_itself(&self) -> bool {
        matches!(
            self,
            Check::Value { .. }
                | Check::Demand(DemandKind::List | DemandKind::Form | DemandKind::Range)
        )
    }
}

/// The columns of a value rule.
#[derive(Clone, Copy, Debug)]
pub enum Covers {
    /// Every known column.
    All,
    /// These.
    Columns(&'static [Column]),
    /// The columns of these kinds.
    Kinds(&'static [Kind]),
}

impl Covers {
    /// Whether the column is among them.
    pub fn covers(self, column: Column) -> bool {
        match self {
            Covers::All => true,
            Covers::Columns(columns) => columns.contains(&column),
            Covers::Kinds(kinds) => kinds.contains(&column.info().kind),
        }
    }
}
