//! What the registration standard lists: the columns of a roster, the tables of codes, the regions
//! ever assigned and the profiles of rosters.
//!
//! It reads no file and judges no cell: it says what is listed, under which spellings, and since when.
//! The lists come from `data/`; the files under `generated/` are made from them and never edited.

mod bilingual;
mod column;
mod generated;
pub mod header;
pub mod initials;
mod local;
pub mod parameter;
mod profile;
pub mod region;
mod spelling;
mod table;
mod words;

pub use column::{ColumnInfo, Kind, Required, Sensitive};
pub use generated::columns::Column;
pub use local::{AnyColumn, LocalColumn, LocalKind};
pub use parameter::{Form, Parameter, Setting};
pub use profile::{HeaderWord, Profile, ProfileColumn};
pub use table::{Entry, Listed, Offered, Table};
pub use words::Words;
