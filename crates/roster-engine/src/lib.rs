//! The one door to the core: open files, check them, ask about what was found, write it out.
//!
//! The command line and the page both come through here and decide nothing themselves. The wire
//! types live here and nowhere below. Nothing here opens a file or asks the clock or the environment.

mod advice;
mod arriving;
mod book;
mod changes;
mod changes_out;
mod choices;
mod compared;
mod content;
mod corrected;
mod decisions;
mod describe;
mod differing;
mod editing;
mod file_names;
mod found;
mod fresh;
mod groups;
mod joined;
mod kept;
mod language;
mod legend;
mod lists;
mod marked;
mod marks;
mod mask;
mod message;
mod occurrences;
mod opening;
mod options;
mod output;
mod overrides;
mod own_lists;
mod page;
mod profiles;
mod registrations;
mod report;
mod roles;
mod safe_fixes;
mod scans;
mod session;
mod settlement;
mod split;
mod table;
mod table_schema;
mod template;
mod terminal;
mod threads;
mod view;
pub mod wire;
mod words;
mod workbook;

pub use arriving::{Arriving, ArrivingBook};
pub use book::{explain, explain_topic, explain_with, profile_of_file, profiles, rules, topics};
pub use corrected::no_password;
pub use decisions::decisions_of_file;
pub use describe::Describe;
pub use file_names::free_file_name;
pub use language::Language;
pub use mask::Values;
pub use opening::OfficeFailure;
pub use options::{Options, date_of_day, wrong_value};
pub use output::{Checksum, Content, Original, Output};
pub use profiles::{profile_file, settings_file};
pub use report::write_value;
pub use session::{Phase, Progress, Session};
pub use split::Divided;
pub use table_schema::table_schema;
pub use template::template;

pub use roster_files::{Encoding, HEAD_BYTES, Kind, SheetScan, give_table, kind, pair_lines};
pub use roster_model::{Format, Level, Said, SheetRole};
pub use roster_rules::Scan;
pub use roster_write::archive;
