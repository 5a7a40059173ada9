//! The nouns everyone shares: sheet, cell, place, finding, fix, group.
//!
//! Nothing here reads a file, knows a rule or says a sentence; nothing here implements serde.
//! The wire types of the report live in `roster-engine` and are converted by hand.

mod cells;
mod dictionary;
mod edits;
mod finding;
mod group;
mod interner;
mod language;
mod place;
mod row_set;
mod schools;
mod sheet;
mod short;
mod source;
mod stage;
mod texts;

pub use cells::{Cells, CellsBuilder, ValueId, has_zeros_of_format};
pub use dictionary::Dictionary;
pub use edits::{Decider, Edit, EditLog};
pub use finding::{Fact, FactValue, Finding, Fix, Level, Said, Trust};
pub use group::{
    Agreement, Carried, CarriedAs, Case, Evidence, Group, Handling, KnownBy, Link, Matches, Member,
    NotCompared, PartList, Verdict,
};
pub use language::{Bilingual, Language};
pub use place::{
    CellPlace, Place, RowPlace, SHEET_COLUMNS_MAX, SHEET_ROWS_MAX, cell_name, column_letters,
};
pub use row_set::RowSet;
pub use schools::{Kinship, Named, Schools};
pub use sheet::{
    HEAD_ROWS_MAX, HeadRow, Local, Merged, SetAside, SetAsideReason, Sheet, SheetColumn, SheetRole,
    Visibility,
};
pub use source::{Failure, FailureKind, FileTraits, Format, SourceFile};
pub use stage::Stage;
pub use texts::{CellKind, TooLarge};

pub use roster_standard::{Column, Listed};

#[cfg(test)]
mod tests {
    use super::*;

    /// Streams of bytes tell a variant by its place.
    #[test]
    fn lists_of_all_are_in_the_order_of_their_enums() {
        for place in 0..20 {
            let stands = |it: Option<usize>| it.is_none_or(|it| it == place);
            assert!(stands(Case::ALL.get(place).map(|it| *it as usize)));
            assert!(stands(Handling::ALL.get(place).map(|it| *it as usize)));
            assert!(stands(Trust::ALL.get(place).map(|it| *it as usize)));
            assert!(stands(Level::ALL.get(place).map(|it| *it as usize)));
            assert!(stands(Visibility::ALL.get(place).map(|it| *it as usize)));
            assert!(stands(SheetRole::ALL.get(place).map(|it| *it as usize)));
            assert!(stands(CellKind::ALL.get(place).map(|it| *it as usize)));
            assert!(stands(FailureKind::ALL.get(place).map(|it| *it as usize)));
        }
    }
}
