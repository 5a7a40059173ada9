//! The one door to the core: open files, check them, ask about what was found, write it out.
//!
//! The command line and the page both come through here and decide nothing themselves. The wire
//! types live here and nowhere below. Nothing here reads a file, the clock or the environment.

mod book;
mod changes;
mod choices;
mod describe;
mod editing;
mod found;
mod language;
mod mask;
mod message;
mod options;
mod report;
mod safe_fixes;
mod session;
mod table;
mod terminal;
mod view;
pub mod wire;
mod words;
mod workbook;

pub use book::{explain, profiles, rules};
pub use describe::Describe;
pub use language::Language;
pub use mask::Values;
pub use options::{Options, date_of_day};
pub use session::{Phase, Progress, Session};

pub use roster_files::{Kind, kind};
pub use roster_model::Level;
