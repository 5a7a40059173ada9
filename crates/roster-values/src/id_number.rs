//! Numbers of identity documents: the 18-digit citizen identity number of GB 11643-1999 and whatever
//! else stands in such a column.
//!
//! Shape and arithmetic only. Which region codes ever existed, and which document a pupil should have,
//! is not known here.

mod fifteen;
mod foreigner;
mod made_up;
mod other;
mod passport;
mod read;
mod repair;
mod resident;

pub use fifteen::FifteenId;
pub use foreigner::OldForeignerId;
pub use made_up::{MadeUp, made_up};
pub use other::OtherDocument;
pub use passport::{PassportFault, passport_fault};
pub use read::{IdNumber, is_lowercase_x, read_id};
pub use repair::{Repair, RepairKind, repairs_of_length};
pub use resident::{ResidentId, ResidentKind, Sex};
