//! The rule book: every rule, and the walk that runs them over the rosters of a run.
//!
//! One rule is one file under `rules/`: page, metadata, check and examples together. The list of
//! rules and the pages are generated from those files. Nothing here reads a file or the clock, and
//! nothing here says a sentence: findings carry facts, the words are put together at the edge.

mod active;
mod block;
mod cell;
mod code_points;
mod date_forms;
mod duplicates;
mod evidence;
mod findings;
mod gathered;
mod help;
mod lists;
mod pages;
mod registrations;
mod roster;
mod row;
mod rule;
mod rules;
mod run;
mod settings;
mod shifted;
mod unread;
mod walk;

pub use active::demand::{Bound, Demand, DemandKind, Measure, Sign, What, When, kind_of};
pub use active::{ActiveProfile, LevelSet};
pub use cell::Cell;
pub use date_forms::form_in_words;
pub use evidence::{FolderOfScans, Lacking, Scan, TAIL_BYTES, evidence};
pub use findings::{CellFindings, Findings, NotRun, WhyNotRun};
pub use gathered::class_numbers::numbers as numbers_of_class;
pub use gathered::document::Document;
pub use gathered::handled::pupils_with_surplus;
pub use gathered::merged::{Filled, filled_down, row_that_says, rows_of_one_above};
pub use gathered::promotion::of_last_year;
pub use help::{TOPICS, Topic};
pub use pages::{PAGES, Page, TITLES};
pub use registrations::{
    Advice, JoinedBy, PUPILS_MAX, ProblemKind, Registration, is_mark, is_state_header,
    is_titled_with_kind, may_name_problem_list, name_problem_column, names_problem_list,
    said_of_problem, states_problems,
};
pub use roster::Roster;
pub use row::Row;
pub use rule::{Check, Covers, Rule};
pub use rules::RULES;
pub use run::Run;
pub use settings::Settings;
pub use shifted::order::in_order;
pub use unread::{level_of_unread, rows_not_read, unread_files};
pub use walk::demands::demanded;
pub use walk::not_run::is_asked_for;
pub use walk::whole_column::{allows_blank, fills_first_of_classes, speaks_of_blank};
pub use walk::{Step, check, finding_at, run_alone};

/// Version of the rule pack: the year and month of its last change of meaning.
pub const PACK: &str = "2026.11";

/// The rule with this code.
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|it| it.code == code).copied()
}

/// The index into `RULES` of the rule with this code.
pub fn rule_index(code: &str) -> Option<usize> {
    RULES.iter().position(|it| it.code == code)
}

/// The page of the rule with this code.
pub fn page(code: &str) -> Option<&'static Page> {
    PAGES.iter().find(|it| it.code == code)
}

/// What the rule with this code rests on, for callers that have the pages and none of the rules.
pub fn basis(code: &str) -> Option<&'static str> {
    let at = PAGES.iter().position(|it| it.code == code)?;
    rules::BASES.get(at).copied()
}

/// That in English.
pub fn basis_in_english(code: &str) -> Option<&'static str> {
    let at = PAGES.iter().position(|it| it.code == code)?;
    rules::BASES_EN.get(at).copied()
}

/// The topic of help with this name.
pub fn topic(key: &str) -> Option<&'static Topic> {
    TOPICS.iter().find(|it| it.key == key)
}

#[cfg(test)]
mod tests;
