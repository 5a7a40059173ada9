//! Everything that is proved across crates, in one binary: the examples of the rule pages, stories
//! over whole files, generated rosters against their truth, the command line, and the shapes that
//! leave the core.
#![cfg(test)]

mod any_input;
mod arriving;
mod choices;
mod cli;
mod cli_beside;
mod cli_locked;
mod cli_macros;
mod cli_names;
mod cli_workbooks;
mod cli_written;
mod compared;
mod corpus;
mod corpus_truth;
mod decisions;
mod divided;
mod divided_whole;
mod edits;
mod equivalents;
mod example;
mod example_bytes;
mod example_check;
mod filled_in;
mod golden;
mod hand_back;
mod hidden;
mod hostile;
mod id_proof;
mod id_shift;
mod kept;
mod limits;
mod listed;
mod listed_marks;
mod listed_persons;
mod listed_records;
mod marked;
mod masking;
mod page;
mod pairs;
mod patched;
mod profile_files;
mod profile_forms;
mod profile_schemas;
mod properties;
mod reading;
mod rule_examples;
mod rule_pack;
mod rule_set;
mod said_columns;
mod schema;
mod schema_check;
mod schools;
mod settled_papers;
mod settlement;
mod streams;
mod suite;
mod typed;
mod verdict;
mod whole_columns;
mod whole_numbers;
mod wide;
mod workbook;

use example_check::check_rule;
