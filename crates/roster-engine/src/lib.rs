//! The one door to the core: open files, check them, ask about what was found, write it out.
//!
//! The command line and the page both come through here and decide nothing themselves. The wire
//! types live here and nowhere below. Nothing here opens a file or asks the clock or the environment.

mod book;
mod describe;
mod language;
mod options;
mod output;
mod report;
mod session;
mod settlement;
mod table_schema;
mod template;
pub mod wire;
mod words;

pub use book::{
    column_named, explain, explain_topic, explain_with, profile_of_file, profiles, rules, topics,
};
pub use describe::Describe;
pub use describe::mask::Values;
pub use language::Language;
#[cfg(feature = "profile-files")]
pub use options::profile_files::{profile_file, settings_file, understood_profile};
pub use options::profiles::WantedProfile;
pub use options::{Options, date_of_day, wrong_value};
pub use output::corrected::no_password;
pub use output::split::Divided;
pub use output::{Checksum, Content, Original, Output};
pub use report::{Detail, write_value};
pub use session::arriving::{Arriving, ArrivingBook};
#[cfg(feature = "profile-files")]
pub use session::decisions::decisions_of_file;
pub use session::file_names::{FileNames, shown_name};
pub use session::not_used::NotUsed;
pub use session::opening::OfficeFailure;
pub use session::{Phase, Progress, Session};
pub use settlement::is_settlement_filled_in;
pub use table_schema::table_schema;
pub use template::template;

pub use roster_files::{Encoding, HEAD_BYTES, ReadBy, SheetScan, give_table, pair_lines, read_by};
pub use roster_model::{Format, Level, Said, SheetRole, Stage};
pub use roster_rules::{Scan, TAIL_BYTES};
pub use roster_write::{UnchangedCell, archive};
